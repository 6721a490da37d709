//! Line lists: who is on them, in which order, and the value of every column.

use serde_json::Value;

use super::{Ground, column_keys, grounds, object};
use crate::harness::table;
use crate::reference::engine;
use crate::reference::lists::cells::COLUMNS;
use crate::reference::lists::{LISTS, Request, column_words};
use crate::reference::report_labels::statuses;
use crate::reference::reports::Row;
use crate::reference::rules::default_campaign;
use crate::reference::uptake::Filter;

/// The list that the program should show, in these columns.
fn chosen(rows: &[Row], columns: &[&str]) -> Vec<Value> {
    let choose = |row: &Row| {
        let mut row = object(row);
        Value::Object(columns.iter().map(|column| ((*column).to_owned(), row.remove(*column).unwrap())).collect())
    };
    rows.iter().map(choose).collect()
}

/// Runs a list, and compares it with that of the reference.
fn assert_list(ground: &Ground, request: &Request, options: &[&str], columns: &[&str]) {
    assert_list_of(ground, &ground.reference, request, options, columns);
}

fn assert_list_of(ground: &Ground, reference: &engine::Results, request: &Request, options: &[&str], columns: &[&str]) {
    let command: Vec<&str> = std::iter::once(request.report).chain(request.campaign).collect();
    let joined = columns.join(",");
    // `--status` alone asks for the list.
    let listed: &[&str] = if options.contains(&"--status") { &[] } else { &["--list"] };
    let all = [listed, &["--columns", joined.as_str()], options].concat();
    let shown = ground.program(&command, &all);
    let context = format!("{command:?} {options:?} as at {}", ground.as_at);
    let shown = table(&shown, "list");
    assert_eq!(column_keys(shown), columns, "{context}");
    let rows = shown["rows"].as_array().unwrap();
    let expected = chosen(&reference.list(&ground.world, request), columns);
    let numbers = |rows: &[Value]| -> Vec<Value> { rows.iter().map(|row| row["nhs_number"].clone()).collect() };
    assert_eq!(numbers(rows), numbers(&expected), "who is on {context}");
    for (row, expected) in rows.iter().zip(&expected) {
        assert_eq!(row, expected, "{context}");
    }
}

/// Nobody is on the list of a campaign where none is open or ended.
fn has_a_campaign(ground: &Ground, report: &str) -> bool {
    report != "campaign" || default_campaign(ground.as_at).is_some()
}

#[test]
fn every_column_of_every_list_with_every_filter() {
    for ground in grounds() {
        for (place, report) in LISTS.into_iter().enumerate().filter(|(_, report)| has_a_campaign(&ground, report)) {
            for (options, filter) in ground.some_choices(place) {
                let request = Request { report, filter, ..Request::default() };
                assert_list(&ground, &request, &options, &COLUMNS);
            }
        }
    }
}

#[test]
fn a_list_of_some_statuses() {
    for ground in grounds() {
        for report in LISTS.into_iter().filter(|report| has_a_campaign(&ground, report)) {
            let words = statuses(report);
            for (place, word) in words.iter().enumerate() {
                // One status, in underscores; two of them, in hyphens.
                if ground.has_turn(place, 4) {
                    let one = Request { report, statuses: vec![word], ..Request::default() };
                    let underscores = word.replace('-', "_");
                    assert_list(&ground, &one, &["--status", &underscores], &COLUMNS);
                }
                if ground.has_turn(place + 2, 4) {
                    let other = words[(place + 2) % words.len()];
                    let two = Request { report, statuses: vec![word, other], ..Request::default() };
                    let both = format!("{word},{other}");
                    assert_list(&ground, &two, &["--status", &both], &["nhs_number", "status", "due_date"]);
                }
            }
        }
    }
}

/// A column of a table is a word of `--status`, which alone asks for the list.
#[test]
fn a_list_of_whom_a_column_counts() {
    for ground in grounds() {
        for report in LISTS.into_iter().filter(|report| has_a_campaign(&ground, report)) {
            let words = column_words(report);
            for (place, word) in words.iter().enumerate().filter(|(place, _)| ground.has_turn(*place, 3)) {
                let other = words[(place + 1) % words.len()];
                let both = format!("{word},{}", other.replace('-', "_"));
                for (asked, statuses) in [(*word, vec![*word]), (&both, vec![*word, other])] {
                    let request = Request { report, statuses, ..Request::default() };
                    assert_list(&ground, &request, &["--status", asked], &["nhs_number", "status", "due_date"]);
                }
            }
        }
    }
}

#[test]
fn columns_in_the_order_asked_for() {
    let backwards: Vec<&str> = COLUMNS.iter().rev().copied().collect();
    let few = ["days_overdue", "contraindicated_date", "surname", "nhs_number", "campaign_due", "declined_date", "age"];
    for ground in grounds() {
        for (place, report) in LISTS.into_iter().enumerate().filter(|(_, report)| has_a_campaign(&ground, report)) {
            let request = Request { report, ..Request::default() };
            for (turn, columns) in [backwards.as_slice(), &few].into_iter().enumerate() {
                if ground.has_turn(place + turn, 2) {
                    assert_list(&ground, &request, &[], columns);
                }
            }
        }
    }
}

#[test]
fn the_list_of_a_campaign_that_is_named() {
    for ground in grounds() {
        let named = ["spring-2022", "autumn-2022", "autumn-2024", "autumn-2026"].into_iter().enumerate();
        for (_, id) in named.filter(|(place, _)| ground.has_turn(*place, 2)) {
            let request = Request { report: "campaign", campaign: Some(id), ..Request::default() };
            assert_list(&ground, &request, &[], &COLUMNS);
        }
    }
}

#[test]
fn days_overdue_with_another_threshold() {
    for ground in grounds() {
        let reference = engine::run(&ground.world, ground.as_at, Some(98));
        let request = Request { report: "second-dose", filter: Filter::default(), ..Request::default() };
        assert_list_of(&ground, &reference, &request, &["--overdue-after", "98"], &COLUMNS);
    }
}
