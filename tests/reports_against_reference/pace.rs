//! The pace of a campaign: by every key, with and without a target.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::tables::assert_table;
use super::{Ground, choices, grounds};
use crate::harness::table;
use crate::reference::dates::day;
use crate::reference::reports::Totals;
use crate::reference::rules::{CAMPAIGNS, default_campaign};
use crate::reference::uptake::Filter;

const BY: [&[&str]; 6] = [&[], &["practice"], &["age"], &["practice", "gender"], &["pcn"], &["imd"]];
const TARGETS: [Option<usize>; 4] = [None, Some(30), Some(100), Some(0)];

/// The pace that the program shows, if any, is the reference's.
fn assert_pace(ground: &Ground, id: &str, by: &[&str], target: Option<usize>, (options, filter): &(Vec<&str>, Filter)) {
    let (list, percent) = (by.join(","), target.map(|target| target.to_string()));
    let mut all = options.clone();
    if !by.is_empty() {
        all.extend(["--by", &list]);
    }
    all.extend(percent.iter().flat_map(|percent| ["--target", percent]));
    let shown = ground.program(&["campaign", id], &all);
    let context = format!("campaign {id} {all:?} as at {}", ground.as_at);
    match ground.reference.pace_table(id, by, filter, target) {
        Some(wanted) => assert_table(&shown, &wanted, &context),
        None => assert_eq!(shown["tables"].as_array().unwrap().len(), 1, "{context}"),
    }
}

#[test]
fn pace_by_every_key_filter_and_target() {
    for ground in grounds() {
        let id = default_campaign(ground.as_at).map_or("autumn-2022", |campaign| campaign.id);
        for (place, choice) in choices().iter().enumerate() {
            let (by, target) = (BY[place % BY.len()], TARGETS[(place + ground.place) % TARGETS.len()]);
            assert_pace(&ground, id, by, target, choice);
        }
    }
}

#[test]
fn pace_of_every_campaign() {
    for ground in grounds() {
        for (place, campaign) in CAMPAIGNS.iter().enumerate() {
            if ground.has_turn(place, 2) {
                assert_pace(&ground, campaign.id, &[], TARGETS[place % 3], &choices()[0]);
            }
        }
    }
}

/// Larger worlds, in which weeks go by with doses: every column is reached, filled and blank.
#[test]
fn every_column_of_pace_is_reached() {
    let mut found: BTreeSet<(&str, bool)> = BTreeSet::new();
    for (place, as_at) in [day(11, 5, 2022), day(12, 6, 2026)].into_iter().enumerate() {
        let ground = Ground::of_people(place, as_at, 1_200);
        let id = default_campaign(as_at).unwrap().id;
        for (by, target) in [(&[][..], Some(5)), (&["practice"], Some(20)), (&[], Some(10)), (&["gender"], Some(100))] {
            assert_pace(&ground, id, by, target, &choices()[0]);
            let table = ground.reference.pace_table(id, by, &Filter::default(), target).unwrap();
            let Totals::Exactly(totals) = table.totals else { panic!("totals of pace") };
            let cells = table.rows.iter().flatten().chain(&totals).filter(|(_, cell)| *cell != json!(0));
            found.extend(cells.map(|(column, cell)| (*column, cell.is_null())));
        }
    }
    for column in ["vaccinated", "last_7_days", "needed", "days_left", "needed_per_week"] {
        assert!(found.contains(&(column, false)), "{column} is never filled: {found:?}");
    }
    for column in ["same_day_last_pct", "reaches_low", "reaches_high"] {
        assert!(found.contains(&(column, false)) && found.contains(&(column, true)), "{column}: {found:?}");
    }
}

/// What is said of each group is what its row shows.
#[test]
fn every_group_has_a_sentence() {
    for ground in grounds().filter(|ground| default_campaign(ground.as_at).is_some()) {
        let shown = ground.program(&["campaign"], &["--target", "30"]);
        let notes: Vec<&str> = shown["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
        for row in table(&shown, "pace")["rows"].as_array().unwrap() {
            let name = format!("{}: ", row["campaign_group"].as_str().unwrap());
            let said = notes.iter().find(|note| note.starts_with(&name));
            assert_eq!(said.is_some(), row["patients"] != 0, "{name} {notes:?}");
            let Some(said) = said else { continue };
            if row["needed"] == 0 {
                assert!(said.contains("30 % is reached"), "{said}");
            } else if row["days_left"] != 0 {
                let words = format!("30 % needs {} a week, did {}", row["needed_per_week"], row["last_7_days"]);
                assert!(said.contains(&words), "{said}: {words}");
            }
            if let Value::String(date) = &row["reaches_high"] {
                let uk: Vec<&str> = date.split('-').rev().collect();
                assert!(row["needed"] == 0 || said.contains(&uk.join("/")), "{said}: {row}");
            }
        }
    }
}
