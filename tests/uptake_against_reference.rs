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
use crate::reference::shares::{self, Beside, Keys};
use crate::reference::uptake::{DETAIL, Filter, UptakeRow};

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

/// The row that the program should show.
fn expected(row: &UptakeRow, detail: bool, beside: Beside) -> Value {
    let mut shown = Map::new();
    let share = |keys: &Keys, x: usize, n: usize| {
        shares::cells(keys, x, n, beside).into_iter().map(|(column, value)| (column.to_owned(), value))
    };
    for (key, value) in &row.keys {
        let number = value.as_ref().filter(|_| *key == "imd_quintile").and_then(|value| value.parse::<u64>().ok());
        shown.insert((*key).to_owned(), number.map_or_else(|| json!(value), Value::from));
    }
    shown.insert("patients".to_owned(), json!(row.patients));
    if detail {
        shown.extend(DETAIL.iter().map(|(column, _)| ((*column).to_owned(), json!(row.detail[column]))));
    } else {
        shown.insert("first_dose".to_owned(), json!(row.first_dose));
        shown.extend(share(&shares::FIRST_DOSE, row.first_dose, row.patients));
        shown.insert("primary_complete".to_owned(), json!(row.primary_complete));
        shown.extend(share(&shares::PRIMARY_COMPLETE, row.primary_complete, row.patients));
        shown.insert("booster".to_owned(), json!(row.booster));
        shown.extend(share(&shares::BOOSTER, row.booster, row.patients));
        shown.insert("doses_last_7_days".to_owned(), json!(row.doses_last_7_days));
    }
    if let Some(campaign) = &row.campaign {
        shown.insert("campaign_group".to_owned(), json!(campaign.group));
        shown.insert("campaign_vaccinated".to_owned(), json!(campaign.vaccinated));
        shown.extend(share(&shares::OF_A_CAMPAIGN, campaign.vaccinated, campaign.group));
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
        (vec!["--brand", "Janssen,unknown"], Filter { brands: words(&["Janssen", "Unknown"]), ..Filter::default() }),
        (
            vec!["--in-campaign", "spring-2023", "--campaign", "autumn-2023"],
            Filter {
                members_of: Some("spring-2023".to_owned()),
                campaign: Some("autumn-2023".to_owned()),
                ..Filter::default()
            },
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
    let shares: [(&[&str], Beside); 4] = [
        (&[], Beside::default()),
        (&["--target", "75", "--interval"], Beside { target: Some(75), interval: true }),
        (&["--interval"], Beside { target: None, interval: true }),
        (&["--target", "40"], Beside { target: Some(40), interval: false }),
    ];
    for (seed, as_at) in (30_u64..).zip(AS_AT_DATES.into_iter().step_by(13)) {
        let world = World { today: clock(), ..generate(seed, 200, as_at) };
        let folder = TempDir::new().unwrap();
        world.write_to(folder.path());
        let reference = engine::run(&world, as_at, None);
        if !reference.practices.contains_key("A81001") {
            continue;
        }
        for (place, by) in groups.into_iter().enumerate() {
            for (turn, (options, filter)) in filters().into_iter().enumerate() {
                // Each date tries one of the two, the next date the other.
                let detail = (place + turn).is_multiple_of(2) == seed.is_multiple_of(2);
                let list = by.join(",");
                let mut all = vec!["--by", list.as_str()];
                all.extend(&options);
                all.extend(detail.then_some("--detail"));
                // `--detail` has no percentages.
                let (more, beside) = if detail { shares[0] } else { shares[(place + turn) % shares.len()] };
                all.extend(more);
                let report = program(folder.path(), &as_at.to_string(), &all);
                let shown = table(&report, if detail { "detail" } else { "uptake" });
                let wanted = reference.uptake(by, &filter);
                let rows: Vec<Value> = wanted.rows.iter().map(|row| expected(row, detail, beside)).collect();
                let context = format!("seed {seed} as at {as_at} {all:?}");
                if let Some(row) = rows.first() {
                    let columns = shown["columns"].as_array().unwrap().iter().map(|column| &column["key"]);
                    assert!(columns.eq(row.as_object().unwrap().keys()), "columns of {context}");
                }
                assert_eq!(shown["rows"], Value::Array(rows), "{context}");
                assert_eq!(shown["totals"], expected(&wanted.totals, detail, beside), "{context}");
            }
        }
    }
}
