//! Every figure of a page is that of JSON, as people read it.

use serde_json::Value;

use super::reading::ReadTable;
use super::{REPORTS, on_samples, written};

/// A value of JSON as the page shows it; nothing where JSON has nothing, and
/// the page may have words for that.
fn shown(value: &Value, kind: &str) -> Option<String> {
    Some(match (value, kind) {
        (Value::Null, _) => return None,
        (Value::String(text), "date") => match text.split('-').collect::<Vec<_>>()[..] {
            [year, month, day] => format!("{day}/{month}/{year}"),
            _ => text.clone(),
        },
        (Value::String(text), _) => text.clone(),
        (Value::Number(number), "percent") => format!("{:.1}", number.as_f64().unwrap()).replace('-', "−"),
        (Value::Number(number), _) => number.to_string(),
        _ => panic!("{value} as {kind}"),
    })
}

/// Whether a text may be a key, of which people read words.
fn is_key(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// The words that people read of a key.
fn words_of(key: &str) -> String {
    match key {
        "patients" => "counted".to_owned(),
        "not_covid" => "not COVID-19".to_owned(),
        key => key.replace('_', " "),
    }
}

#[track_caller]
pub fn check_table(place: &str, found: &ReadTable, json: &Value) {
    let columns = json["columns"].as_array().unwrap();
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(found.rows.len(), rows.len(), "{place}");
    let keys: Vec<&str> = columns.iter().map(|column| column["key"].as_str().unwrap()).collect();
    assert_eq!(found.keys, keys, "{place}");
    let line = |cells: &[String], values: &Value, first: usize| {
        assert_eq!(cells.len(), columns.len(), "{place}");
        for (cell, column) in cells.iter().zip(columns).skip(first) {
            let (key, kind) = (column["key"].as_str().unwrap(), column["kind"].as_str().unwrap());
            match shown(&values[key], kind) {
                Some(text) if kind == "count" || kind == "days" => {
                    assert_eq!(cell.replace(',', ""), text, "{place} {key}");
                }
                Some(text) if is_key(&text) && *cell == words_of(&text) => {}
                Some(text) => assert_eq!(*cell, text, "{place} {key}"),
                None => assert!(["", "–", "[c]", "not known"].contains(&cell.as_str()), "{place} {key}: {cell}"),
            }
        }
    };
    for (cells, values) in found.rows.iter().zip(rows) {
        line(cells, values, 0);
    }
    if let Some(totals) = &found.totals {
        line(totals, &json["totals"], 1);
    }
    assert_eq!(found.totals.is_some(), json.get("totals").is_some(), "{place}");
}

#[test]
fn every_figure_is_that_of_json() {
    for command in REPORTS {
        let json = on_samples(command, &["--format", "json"]).ended(0).json();
        let page = written(command);
        // Tables without rows are a sentence.
        let tables =
            json["tables"].as_array().unwrap().iter().filter(|table| !table["rows"].as_array().unwrap().is_empty());
        let tables: Vec<&Value> = tables.collect();
        // The last says what the report was made from.
        assert_eq!(page.tables.len(), tables.len() + 1, "{command}");
        for (found, table) in page.tables.iter().zip(tables) {
            check_table(command, found, table);
        }
        let text = page.text();
        for note in json["notes"].as_array().unwrap() {
            assert!(text.contains(note.as_str().unwrap()), "{command}: {note}");
        }
        assert!(text.contains("As at 11/05/2022"), "{command}");
    }
}

#[test]
fn charts_have_a_title_words_and_their_table() {
    for (command, charts) in
        [("uptake", 1), ("uptake --detail", 1), ("boosters", 2), ("trend", 2), ("history 9990124531", 0)]
    {
        let page = written(command);
        let pictures: Vec<_> =
            page.tags.iter().filter(|(name, with)| name == "svg" && with.contains_key("role")).collect();
        assert_eq!(pictures.len(), charts, "{command}");
        for (_, with) in pictures {
            for id in with["aria-labelledby"].split(' ') {
                assert!(
                    page.tags.iter().any(|(_, other)| other.get("id").map(String::as_str) == Some(id)),
                    "{command}: {id}"
                );
            }
        }
        assert_eq!(page.count("figcaption"), charts, "{command}");
    }
}

#[test]
fn a_chart_says_its_point_unless_something_is_kept_back() {
    let point = "booster from 44.0 % (Q10003 Quill Surgery) to 49.7 % (Q10004 Fenn Health Centre)";
    assert!(written("uptake").text().contains(point));
    let kept_back = written("uptake --by ethnicity,imd --disclosure nhs");
    let captions = kept_back.texts.iter().filter(|(within, _)| within.iter().any(|name| name == "figcaption"));
    let captions: Vec<&str> = captions.map(|(_, text)| text.as_str()).collect();
    assert_eq!(captions, ["Uptake, % of patients"]);
    assert!(kept_back.text().contains("[c]"));
}
