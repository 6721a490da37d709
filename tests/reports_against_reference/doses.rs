//! The reports that count doses: by every key, every period and some days.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::tables::assert_table;
use super::{Ground, choices, grounds};
use crate::harness::table;
use crate::reference::dates::{day, plus};
use crate::reference::reports::TrendRequest;

const KEYS: [&str; 5] = ["practice", "pcn", "site", "brand", "supplier"];

/// The sum of the doses that a table of a trend counts.
fn doses_of(report: &Value) -> u64 {
    let columns = ["dose1", "dose2", "third_primary", "booster"];
    let rows = table(report, "trend")["rows"].as_array().unwrap();
    rows.iter().flat_map(|row| columns.map(|column| row[column].as_u64().unwrap())).sum()
}

/// The spans that are tried: none, a first day, a last day, and both.
fn spans(as_at: NaiveDate) -> [(Option<NaiveDate>, Option<NaiveDate>); 6] {
    [
        (None, None),
        (Some(day(2, 5, 2020)), None),
        (Some(plus(as_at, -40)), None),
        (None, Some(plus(as_at, -9))),
        (Some(plus(as_at, -100)), Some(plus(as_at, -3))),
        // What comes after the date of the report is not known.
        (Some(as_at), Some(plus(as_at, 30))),
    ]
}

#[test]
fn trend_by_every_period_key_and_span() {
    for ground in grounds() {
        let choices = choices();
        let mut place = 0;
        for every in ["day", "week", "month"] {
            for by in std::iter::once(None).chain(KEYS.map(Some)) {
                for (from, to) in spans(ground.as_at) {
                    place += 1;
                    if !ground.has_turn(place, 7) {
                        continue;
                    }
                    let (options, filter) = &choices[place % 3];
                    let request = TrendRequest { every, from, to, by };
                    let mut all: Vec<String> = options.iter().map(|&option| option.to_owned()).collect();
                    let mut say = |name: &str, value: Option<String>| {
                        all.extend(value.into_iter().flat_map(|value| [format!("--{name}"), value]));
                    };
                    say("every", Some(every.to_owned()));
                    say("from", from.map(|from| from.to_string()));
                    say("to", to.map(|to| to.format("%d/%m/%Y").to_string()));
                    say("by", by.map(str::to_owned));
                    let all: Vec<&str> = all.iter().map(String::as_str).collect();
                    let wanted = ground.reference.trend_table_of(&ground.world, filter, &request);
                    let shown = ground.program(&["trend"], &all);
                    assert_table(&shown, &wanted, &format!("trend {all:?} as at {}", ground.as_at));
                }
            }
        }
    }
}

/// Whatever doses are broken down by, they are all there: those of the receipt.
#[test]
fn sums_are_the_reconciled_doses() {
    for ground in grounds() {
        for (place, every) in ["week", "month"].into_iter().enumerate() {
            for by in std::iter::once(None).chain(KEYS.map(Some)) {
                if !ground.has_turn(place + by.map_or(0, str::len), 3) {
                    continue;
                }
                let by: Vec<&str> = by.into_iter().flat_map(|by| ["--by", by]).collect();
                let shown = ground.program(&["trend"], &[&["--every", every], &by[..]].concat());
                let all = shown["reconciliation"]["vaccinations"]["doses"].as_u64().unwrap();
                assert_eq!(doses_of(&shown), all, "{every} {by:?} as at {}", ground.as_at);
            }
        }
    }
}

#[test]
fn activity_by_every_key() {
    for ground in grounds() {
        for (place, (options, filter)) in choices().iter().enumerate() {
            let by = KEYS[(place + ground.place) % KEYS.len()];
            let by_default = by == "practice" && ground.has_turn(place, 2);
            let key: &[&str] = if by_default { &[] } else { &["--by", by] };
            let all = [options.as_slice(), key].concat();
            let wanted = ground.reference.activity_table(&ground.world, filter, by);
            let shown = ground.program(&["activity"], &all);
            assert_table(&shown, &wanted, &format!("activity {all:?} as at {}", ground.as_at));
            let notes = shown["notes"].as_array().unwrap();
            assert!(
                notes.iter().any(|note| note.as_str().unwrap().contains("not by the day on which they were recorded"))
            );
        }
    }
}

/// The worlds reach what these comparisons are there for.
#[test]
fn every_column_of_activity_counts_something_and_is_blank_where_it_must_be() {
    let mut found: Vec<(String, bool)> = Vec::new();
    let dates = super::DATES.into_iter().enumerate();
    let grounds: Vec<Ground> = dates.map(|(place, as_at)| Ground::new(place, as_at)).collect();
    for ground in &grounds {
        let wanted =
            ground.reference.activity_table(&ground.world, &crate::reference::uptake::Filter::default(), "site");
        for (column, cell) in wanted.rows.iter().flatten() {
            if *cell != json!(0) {
                found.push(((*column).to_owned(), cell.is_null()));
            }
        }
    }
    for column in crate::reference::reports::ACTIVITY_COLUMNS {
        assert!(found.contains(&(column.to_owned(), false)), "{column} counts nothing");
        let can_be_blank = column.contains("campaign");
        assert_eq!(found.contains(&(column.to_owned(), true)), can_be_blank, "{column}");
    }
    assert!(found.contains(&("site_code".to_owned(), true)), "a dose without a site");
}
