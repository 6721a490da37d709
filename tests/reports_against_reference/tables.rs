//! Tables and their totals: every filter, every `--by`, every campaign.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Ground, choices, column_keys, grounds, object};
use crate::harness::table;
use crate::reference::engine;
use crate::reference::reports::quality::{KINDS, NOT_RECKONED};
use crate::reference::reports::{Table, Totals};
use crate::reference::rules::{CAMPAIGNS, default_campaign};
use crate::reference::shares::Beside;
use crate::reference::uptake::Filter;

/// The program's table is the reference's: columns, rows and totals.
#[track_caller]
pub fn assert_table(report: &Value, wanted: &Table, context: &str) {
    let shown = table(report, wanted.name);
    let context = format!("table {} of {context}", wanted.name);
    assert_eq!(column_keys(shown), wanted.columns, "{context}");
    let rows: Vec<Value> = shown["rows"].as_array().unwrap().iter().map(|row| without_words(row, wanted)).collect();
    let expected: Vec<Value> =
        wanted.rows.iter().map(|row| without_words(&Value::Object(object(row)), wanted)).collect();
    assert_eq!(rows.len(), expected.len(), "rows of {context}");
    for (row, expected) in rows.iter().zip(&expected) {
        assert_eq!(row, expected, "{context}");
    }
    for column in wanted.open_words.iter().filter(|column| **column == "label") {
        let worded = |row: &Value| row[*column].as_str().is_some_and(|text| !text.trim().is_empty());
        assert!(shown["rows"].as_array().unwrap().iter().all(worded), "{column} in {context}");
    }
    match &wanted.totals {
        Totals::Exactly(totals) => assert_eq!(shown["totals"], Value::Object(object(totals)), "totals of {context}"),
        Totals::IfAny(totals) => {
            for (column, expected) in totals.iter().filter(|_| shown["totals"].is_object()) {
                assert_eq!(shown["totals"][*column], *expected, "total of {column} in {context}");
            }
        }
    }
}

/// A row without the columns whose words the specification leaves open.
fn without_words(row: &Value, table: &Table) -> Value {
    let cells = row.as_object().unwrap().iter().filter(|(column, _)| !table.open_words.contains(&column.as_str()));
    Value::Object(cells.map(|(column, value)| (column.clone(), value.clone())).collect::<Map<_, _>>())
}

const BY: [&[&str]; 9] = [
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

/// The tables of a report that needs nothing but filters.
fn plain_tables(ground: &Ground, report: &str, filter: &Filter) -> Vec<Table> {
    let reference = &ground.reference;
    match report {
        "cohorts" => reference.cohorts_tables(filter, Beside::default()),
        "first-dose" => vec![reference.first_dose_table(&["practice"], filter)],
        "second-dose" => vec![reference.second_dose_table(&["practice"], filter)],
        "boosters" => {
            vec![reference.boosters_table(&["practice"], filter), reference.time_since_primary_table(filter)]
        }
        "immunosuppressed" => vec![reference.immunosuppressed_table(filter)],
        _ => vec![reference.trend_table(filter)],
    }
}

#[test]
fn every_report_with_every_filter() {
    for ground in grounds() {
        let reports = ["cohorts", "first-dose", "second-dose", "boosters", "immunosuppressed", "trend"];
        for (place, report) in reports.into_iter().enumerate() {
            for (options, filter) in ground.some_choices(place) {
                let shown = ground.program(&[report], &options);
                let context = format!("{report} {options:?} as at {}", ground.as_at);
                for wanted in plain_tables(&ground, report, &filter) {
                    assert_table(&shown, &wanted, &context);
                }
            }
        }
    }
}

#[test]
fn records_to_mend_by_practice_and_supplier() {
    let mut seen = BTreeSet::new();
    for ground in grounds() {
        for (options, filter) in ground.some_choices(1) {
            for by in ["practice", "supplier"] {
                let all = [&["--by", by], options.as_slice()].concat();
                let mut shown = ground.program(&["quality"], &all);
                let wanted = ground.reference.quality_table(&ground.world, by == "supplier", &filter);
                // What is left to tests of its own is left out, of the total as well.
                let table = shown["tables"].as_array_mut().unwrap().iter_mut().find(|one| one["name"] == "quality");
                let table = table.unwrap();
                let rows = table["rows"].as_array_mut().unwrap();
                rows.retain(|row| !NOT_RECKONED.contains(&row["kind"].as_str().unwrap()));
                seen.extend(rows.iter().map(|row| row["kind"].as_str().unwrap().to_owned()));
                let total: u64 = rows.iter().map(|row| row["records"].as_u64().unwrap()).sum();
                table["totals"]["records"] = total.into();
                assert_table(&shown, &wanted, &format!("quality {all:?} as at {}", ground.as_at));
            }
        }
    }
    // The worlds have every kind, but that nobody declines on the day of a dose.
    let there = |kind: &&&str| !NOT_RECKONED.contains(kind) && **kind != "declined-after-dose";
    let kinds: BTreeSet<String> = KINDS.iter().filter(there).map(|kind| (*kind).to_owned()).collect();
    assert_eq!(seen, kinds);
}

#[test]
fn first_and_second_doses_and_boosters_by_every_key() {
    for ground in grounds() {
        let choices = choices();
        for (place, by) in BY.into_iter().enumerate() {
            // Every key with nobody left out, and with a filter that changes from key to key.
            for (turn, (options, filter)) in [&choices[0], &choices[1 + place]].into_iter().enumerate() {
                if !ground.has_turn(place + turn, 2) {
                    continue;
                }
                let list = by.join(",");
                let all = [&["--by", list.as_str()], options.as_slice()].concat();
                let context = format!("{all:?} as at {}", ground.as_at);
                if ground.has_turn(place + turn, 4) {
                    let first = ground.reference.first_dose_table(by, filter);
                    assert_table(&ground.program(&["first-dose"], &all), &first, &format!("first-dose {context}"));
                }
                let second = ground.reference.second_dose_table(by, filter);
                assert_table(&ground.program(&["second-dose"], &all), &second, &format!("second-dose {context}"));
                let boosters = ground.program(&["boosters"], &all);
                let context = format!("boosters {context}");
                assert_table(&boosters, &ground.reference.boosters_table(by, filter), &context);
                assert_table(&boosters, &ground.reference.time_since_primary_table(filter), &context);
            }
        }
    }
}

/// Blank groups have no key in JSON and CSV; for people, they have a name in every report that takes `--by`.
#[test]
fn groups_that_are_blank_are_called_not_known() {
    let reports =
        [("uptake", "uptake"), ("first-dose", "first_dose"), ("second-dose", "second_dose"), ("boosters", "boosters")];
    for ground in grounds().take(2) {
        for (report, name) in reports {
            for (by, key) in [("pcn", "pcn_code"), ("imd", "imd_quintile"), ("imd,gender", "imd_quintile")] {
                let shown = ground.program(&[report], &["--by", by]);
                let rows = table(&shown, name)["rows"].as_array().unwrap();
                let blank = rows.iter().filter(|row| row[key].is_null()).count();
                assert!(blank > 0, "{report} --by {by}: the world has somebody");
                let (_, printed, _) = ground.ended_as("table", &[report], &["--by", by, "--width", "300"]);
                let printed = String::from_utf8(printed).unwrap();
                let called = printed.lines().filter(|line| line.starts_with("not known")).count();
                assert_eq!(called, blank, "{report} --by {by}: {printed}");
                let (_, csv, _) = ground.ended_as("csv", &[report], &["--by", by]);
                let csv = String::from_utf8(csv).unwrap();
                assert_eq!(
                    csv.lines().filter(|line| line.starts_with(',')).count(),
                    blank,
                    "{report} --by {by}: {csv}"
                );
            }
        }
    }
}

#[test]
fn another_threshold_for_overdue_second_doses() {
    for ground in grounds() {
        let reference = engine::run(&ground.world, ground.as_at, Some(98));
        let shown = ground.program(&["second-dose"], &["--overdue-after", "98"]);
        let wanted = reference.second_dose_table(&["practice"], &Filter::default());
        assert_table(&shown, &wanted, &format!("--overdue-after 98 as at {}", ground.as_at));
    }
}

#[test]
fn every_campaign_and_the_one_that_goes_without_saying() {
    for ground in grounds() {
        for campaign in CAMPAIGNS {
            let context = format!("campaign {} as at {}", campaign.id, ground.as_at);
            let wanted = ground.reference.campaign_table(campaign.id, &Filter::default(), Beside::default());
            let (place, flag): (&[&str], &[&str]) = if ground.has_turn(wanted.rows.len(), 2) {
                (&["campaign", campaign.id], &[])
            } else {
                (&["campaign"], &["--campaign", campaign.id])
            };
            assert_table(&ground.program(place, flag), &wanted, &context);
        }
        let context = format!("campaign as at {}", ground.as_at);
        let Some(campaign) = default_campaign(ground.as_at) else {
            let (code, out, _) = ground.ended(&["campaign"], &[]);
            assert_eq!((code, table_names(&out)), (2, Vec::new()), "{context}");
            continue;
        };
        let wanted = ground.reference.campaign_table(campaign.id, &Filter::default(), Beside::default());
        assert_table(&ground.program(&["campaign"], &[]), &wanted, &context);
    }
}

/// The tables in what was printed, if that is a report at all.
fn table_names(out: &[u8]) -> Vec<Value> {
    let report: Value = serde_json::from_slice(out).unwrap_or_default();
    report["tables"].as_array().cloned().unwrap_or_default()
}

/// What may stand beside percentages, as options and as the reference knows it.
pub const BESIDE: [(&[&str], Beside); 5] = [
    (&[], Beside { target: None, interval: false }),
    (&["--target", "75"], Beside { target: Some(75), interval: false }),
    (&["--interval"], Beside { target: None, interval: true }),
    (&["--interval", "--target", "33"], Beside { target: Some(33), interval: true }),
    (&["--target", "100"], Beside { target: Some(100), interval: false }),
];

#[test]
fn cohorts_with_targets_and_limits() {
    for ground in grounds() {
        for (place, (more, beside)) in BESIDE.into_iter().enumerate().filter(|(place, _)| ground.has_turn(*place, 2)) {
            let all = choices();
            let (options, filter) = &all[place % 4];
            let shown = ground.program(&["cohorts"], &[options, more].concat());
            let context = format!("cohorts {options:?} {more:?} as at {}", ground.as_at);
            for wanted in ground.reference.cohorts_tables(filter, beside) {
                assert_table(&shown, &wanted, &context);
            }
        }
    }
}

#[test]
fn campaigns_by_every_key_filter_and_target() {
    for ground in grounds() {
        let choices = choices();
        let id = default_campaign(ground.as_at).map_or("autumn-2022", |campaign| campaign.id);
        for (place, (options, filter)) in choices.iter().enumerate() {
            let (more, beside) = BESIDE[place % BESIDE.len()];
            let mut all = options.clone();
            all.extend(more);
            if ground.has_turn(place, 2) {
                let context = format!("campaign {id} {all:?} as at {}", ground.as_at);
                let wanted = ground.reference.campaign_table(id, filter, beside);
                assert_table(&ground.program(&["campaign", id], &all), &wanted, &context);
            }
            if !ground.has_turn(place + 1, 2) {
                continue;
            }
            let by = BY[place % BY.len()];
            let list = by.join(",");
            all.extend(["--by", list.as_str()]);
            let context = format!("campaign {id} {all:?} as at {}", ground.as_at);
            let wanted = ground.reference.campaign_table_by(id, by, filter, beside);
            assert_table(&ground.program(&["campaign", id], &all), &wanted, &context);
        }
    }
}
