//! Dates after the last refresh: appointments, and typing errors.

use serde_json::json;
use vaxdash::domain::{Consequence, DoubtId};

use super::{ends, facts, facts_on};
use crate::data::{Row, dose, extract, nhs, patient, people, pipes, report};
use crate::harness::Folder;

const STAMPED: &str = "COVID_Vaccinations_v5_YGA_20220511T07000001.csv";

/// Patient 1 with these rows in a file refreshed on 11/05/2022.
fn stamped(events: &[Row]) -> Folder {
    people(&[patient(1)]).with(STAMPED, pipes(events))
}

fn recorded(date: &str, recorded: &str) -> Row {
    dose(1, date).with("RECORDED_DATE", recorded)
}

#[test]
fn a_day_within_the_next_year_is_an_appointment() {
    for date in ["20220512", "20230511"] {
        let folder = stamped(&[recorded(date, "20210301")]);
        assert_eq!(ends(&folder), json!({"rejected": 1}), "{date}");
        let found = facts(&folder);
        assert_eq!(found.findings, [(DoubtId::DatesFuture, Consequence::Note, 1, 1)], "{date}");
        assert_eq!(found.doubts, [], "{date}");
        let booked = found.assessment.booked_on.map(|day| day.format("%Y%m%d").to_string());
        assert_eq!(booked.as_deref(), Some(date));
    }
}

#[test]
fn later_is_a_typing_error_for_which_the_recorded_date_stands_in() {
    let folder = stamped(&[recorded("20230512", "20210301")]);
    assert_eq!(ends(&folder), json!({"doses": 1, "date_repaired": 1}));
    let found = facts(&folder);
    assert_eq!(found.findings, [(DoubtId::DatesFuture, Consequence::Review, 1, 1)]);
    assert_eq!(found.in_force, [DoubtId::DatesFuture]);
    for recorded_on in ["", "never", "20201207", "20220512"] {
        let folder = stamped(&[recorded("20230512", recorded_on)]);
        assert_eq!(ends(&folder), json!({"rejected": 1}), "{recorded_on}");
        let found = facts(&folder);
        assert_eq!(found.in_force, [DoubtId::DatesFuture], "{recorded_on}");
        assert_eq!(found.assessment.booked_on, None);
    }
}

#[test]
fn no_recorded_date_after_the_refresh_stands_in() {
    let folder = stamped(&[recorded("", "20220512"), recorded("never", "20220511")]);
    assert_eq!(ends(&folder), json!({"rejected": 1, "doses": 1, "date_repaired": 1}));
}

#[test]
fn a_person_is_booked_until_the_day_is_over() {
    let folder = stamped(&[recorded("20220601", ""), recorded("20220701", "")]);
    let booked = |as_at| facts_on(&folder, as_at, "2022-08-01").assessment.booked_on.map(|day| day.to_string());
    assert_eq!(booked("2022-06-01").as_deref(), Some("2022-06-01"));
    assert_eq!(booked("2022-06-02").as_deref(), Some("2022-07-01"));
    assert_eq!(booked("2022-07-02"), None);
}

#[test]
fn after_as_at_is_for_days_up_to_the_refresh() {
    let folder = stamped(&[recorded("20220511", "")]);
    let found = report(&folder, "uptake", &["--as-at", "2022-05-10"]);
    assert_eq!(found["reconciliation"]["vaccinations"]["after_as_at"], 1);
}

#[test]
fn the_refresh_is_a_day_in_london() {
    // Half past eleven in the evening GMT is the next day in summer.
    let file = "COVID_Vaccinations_v5_YGA_20220511T23300000.csv";
    let folder = extract(&[patient(1)], &[]).with(file, pipes(&[recorded("20220512", "")]));
    assert_eq!(facts_on(&folder, "2022-05-12", "2022-05-20").assessment.booked_on, None);
}

#[test]
fn without_a_stamp_the_suppliers_row_counts_else_the_clock() {
    let event = || pipes(&[recorded("20220601", "")]);
    let sources = "source,last_refreshed\nPinnacle,11/05/2022\nTPP SystmOne,20/06/2022\n";
    let folder = |file: &str| extract(&[patient(1)], &[]).with(file, event()).with("sources.csv", sources);
    let booked = |file: &str, today| facts_on(&folder(file), "2022-05-11", today).assessment.booked_on.is_some();
    assert!(booked("COVID_Vaccinations_v5_8J1100001_.csv", "2022-07-01"));
    assert!(!booked("COVID_Vaccinations_v5_YGA_.csv", "2022-05-11"));
    assert!(booked("events.csv", "2022-05-31"));
    assert!(!booked("events.csv", "2022-06-01"));
}

#[test]
fn what_is_booked_was_not_given_to_anybody_else() {
    let other = dose(2, "20220601");
    let folder = extract(&[patient(1), patient(2)], &[]).with(STAMPED, pipes(&[other]));
    assert_eq!(facts(&folder).assessment.booked_on, None);
    let history = report(&folder, "history", &[&nhs(2)]);
    assert_eq!(crate::data::column(&history, "history", "counted"), ["rejected"]);
    assert_eq!(crate::data::column(&history, "history", "date"), ["2022-06-01"]);
}
