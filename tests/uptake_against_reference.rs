//! `vaxdash uptake` against the reference: every `--by`, every filter, `--detail` and `--campaign`.

use std::ffi::OsString;
use std::path::Path;

use serde_json::{Map, Value, json};
use tempfile::TempDir;
use vaxdash::{Terminal, run};

use crate::harness::table;
use crate::reference::coverage::AS_AT_DATES;
use crate::reference::dates::clock;
use crate::reference::engine;
use crate::reference::generator::generate;
use crate::reference::model::World;
use crate::reference::uptake::{Filter, UptakeRow};

/// Runs the program in this process; gives its JSON.
fn program(folder: &Path, as_at: &str, options: &[&str]) -> Value {
    let data = folder.to_str().unwrap();
    let mut args = vec!["vaxdash", "uptake", "--data", data, "--as-at", as_at, "--format", "json", "--quiet"];
    args.extend(options);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(args.iter().map(OsString::from), Terminal::default(), &mut out, &mut err);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
    serde_json::from_slice(&out).unwrap()
}

fn percent(tenths: Option<usize>) -> Value {
    tenths.map_or(Value::Null, |tenths| json!(f64::from(u32::try_from(tenths).unwrap()) / 10.0))
}

/// The row that the program should show.
fn expected(row: &UptakeRow, detail: bool) -> Value {
    let mut shown = Map::new();
    for (key, value) in &row.keys {
        let number = value.as_ref().filter(|_| *key == "imd_quintile").and_then(|value| value.parse::<u64>().ok());
        shown.insert((*key).to_owned(), number.map_or_else(|| json!(value), Value::from));
    }
    shown.insert("patients".to_owned(), json!(row.patients));
    if detail {
        shown.extend(row.detail.iter().map(|(column, count)| ((*column).to_owned(), json!(count))));
    } else {
        shown.insert("first_dose".to_owned(), json!(row.first_dose));
        shown.insert("first_dose_pct".to_owned(), percent(row.first_dose_pct));
        shown.insert("primary_complete".to_owned(), json!(row.primary_complete));
        shown.insert("primary_complete_pct".to_owned(), percent(row.primary_complete_pct));
        shown.insert("booster".to_owned(), json!(row.booster));
        shown.insert("booster_pct".to_owned(), percent(row.booster_pct));
        shown.insert("doses_last_7_days".to_owned(), json!(row.doses_last_7_days));
    }
    if let Some(campaign) = &row.campaign {
        shown.insert("campaign_group".to_owned(), json!(campaign.group));
        shown.insert("campaign_vaccinated".to_owned(), json!(campaign.vaccinated));
        shown.insert("campaign_vaccinated_pct".to_owned(), percent(campaign.vaccinated_pct));
    }
    Value::Object(shown)
}

/// The filters tried, as options and as the reference knows them.
fn filters() -> Vec<(Vec<&'static str>, Filter)> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    vec![
        (vec![], Filter::default()),
        (vec!["--practice", "A81001"], Filter { practices: words(&["A81001"]), ..Filter::default() }),
        (vec!["--cohort", "1,6,12,none"], Filter { cohorts: words(&["1", "6", "12", "none"]), ..Filter::default() }),
        (vec!["--age", "16-64"], Filter { ages: Some((16, 64)), ..Filter::default() }),
        (vec!["--age", "75+"], Filter { ages: Some((75, i32::MAX)), ..Filter::default() }),
        (
            vec!["--gender", "female,not-known"],
            Filter { genders: words(&["female", "not known"]), ..Filter::default() },
        ),
        (vec!["--ethnicity", "asian,black"], Filter { ethnicities: words(&["Asian", "Black"]), ..Filter::default() }),
        (vec!["--imd", "1,2"], Filter { imd: vec![1, 2], ..Filter::default() }),
        (vec!["--immunosuppressed"], Filter { immunosuppressed: true, ..Filter::default() }),
        (vec!["--housebound"], Filter { housebound: true, ..Filter::default() }),
        (
            vec!["--campaign", "autumn-2022", "--cohort", "6"],
            Filter { campaign: Some("autumn-2022".to_owned()), cohorts: words(&["6"]), ..Filter::default() },
        ),
    ]
}

#[test]
fn every_group_and_filter() {
    let groups: [&[&str]; 9] = [
        &["practice"],
        &["pcn"],
        &["cohort"],
        &["age"],
        &["gender"],
        &["ethnicity"],
        &["imd"],
        &["practice", "age"],
        &["ethnicity", "imd", "gender"],
    ];
    for (seed, as_at) in (30..).zip(AS_AT_DATES.into_iter().step_by(13)) {
        let world = World { today: clock(), ..generate(seed, 200, as_at) };
        let folder = TempDir::new().unwrap();
        world.write_to(folder.path());
        let reference = engine::run(&world, as_at, None);
        if !reference.practices.contains_key("A81001") {
            continue;
        }
        for by in groups {
            for (options, filter) in filters() {
                for detail in [false, true] {
                    let list = by.join(",");
                    let mut all = vec!["--by", list.as_str()];
                    all.extend(&options);
                    all.extend(detail.then_some("--detail"));
                    let report = program(folder.path(), &as_at.to_string(), &all);
                    let shown = table(&report, if detail { "detail" } else { "uptake" });
                    let wanted = reference.uptake(by, &filter);
                    let rows: Vec<Value> = wanted.rows.iter().map(|row| expected(row, detail)).collect();
                    let context = format!("seed {seed} as at {as_at} {all:?}");
                    assert_eq!(shown["rows"], Value::Array(rows), "{context}");
                    assert_eq!(shown["totals"], expected(&wanted.totals, detail), "{context}");
                }
            }
        }
    }
}
