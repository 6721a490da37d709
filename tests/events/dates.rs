//! Dates of events: repaired from RECORDED_DATE, or rejected.

use serde_json::json;

use super::{ends, told};
use crate::data::{Row, checked, column, dose, extract, nhs, on, patient, remarks, report};
use crate::harness::Folder;

fn recorded(date: &str, recorded: &str) -> Row {
    dose(1, date).with("RECORDED_DATE", recorded)
}

#[test]
fn the_recorded_date_stands_in_for_a_missing_unreadable_or_early_one() {
    for (date, recorded_on) in [
        ("", "20210301"),
        ("never", "01/03/2021"),
        ("20200422", "20210301"),
        ("01/03/1921", "2021-03-01"),
        ("01/03/21", "20210301"),
    ] {
        let folder = extract(&[patient(1)], &[recorded(date, recorded_on)]);
        assert_eq!(ends(&folder), json!({"doses": 1, "date_repaired": 1}), "{date}");
        assert_eq!(column(&report(&folder, "history", &[&nhs(1)]), "history", "date"), ["2021-03-01"], "{date}");
        let said = remarks(&checked(&folder, &[]));
        assert!(said.contains("recorded date was used"), "{said}");
    }
}

#[test]
fn the_first_day_of_the_programme_needs_no_repair() {
    let folder = extract(&[patient(1)], &[recorded("20201208", "20210301")]);
    assert_eq!(ends(&folder), json!({"doses": 1}));
    assert_eq!(column(&report(&folder, "history", &[&nhs(1)]), "history", "date"), ["2020-12-08"]);
}

#[test]
fn doses_of_the_trials_are_kept_with_their_dates() {
    for (date, shown) in [("20200423", "2020-04-23"), ("20201207", "2020-12-07")] {
        let folder = extract(&[patient(1)], &[recorded(date, "20210420")]);
        assert_eq!(ends(&folder), json!({"doses": 1}), "{date}");
        assert_eq!(column(&report(&folder, "history", &[&nhs(1)]), "history", "date"), [shown], "{date}");
    }
    // Two doses of a trial, recorded on one day, are two doses.
    let folder = extract(&[patient(1)], &[recorded("20200901", "20210420"), recorded("20201020", "20210420")]);
    assert_eq!(ends(&folder), json!({"doses": 2}));
    assert_eq!(told(&folder, 1), ["yes", "yes"]);
}

#[test]
fn a_recorded_date_is_used_only_within_the_programme() {
    for (date, recorded_on) in
        [("", ""), ("", "20201207"), ("never", "never"), ("20200422", "20201207"), ("20191208", "")]
    {
        assert_eq!(
            ends(&extract(&[patient(1)], &[recorded(date, recorded_on)])),
            json!({"rejected": 1}),
            "{date} {recorded_on}"
        );
    }
    assert_eq!(ends(&extract(&[patient(1)], &[recorded("", "20201208")])), json!({"doses": 1, "date_repaired": 1}));
}

#[test]
fn a_good_date_is_not_replaced_by_the_recorded_one() {
    // The date given decides, wherever it falls within the programme.
    assert_eq!(ends(&extract(&[patient(1)], &[recorded("20220512", "20210301")])), json!({"after_as_at": 1}));
    let child = patient(1).with("Date of Birth", "01/06/2021");
    assert_eq!(ends(&extract(&[child], &[recorded("20210301", "20220301")])), json!({"rejected": 1}));
}

#[test]
fn repairs_are_counted_wherever_the_row_ends() {
    let child = patient(2).with("Date of Birth", "01/06/2021");
    let events = [
        recorded("20210301", ""),
        recorded("", "20210310"),                      // a duplicate of 9 days later
        recorded("", "20220601"),                      // after as-at
        dose(2, "").with("RECORDED_DATE", "20210301"), // before birth
        recorded("", "20210601"),                      // a dose
    ];
    let found = ends(&extract(&[patient(1), child], &events));
    assert_eq!(found, json!({"rejected": 1, "after_as_at": 1, "duplicates": 1, "doses": 2, "date_repaired": 4}));
}

#[test]
fn rejected_events_say_why_and_where() {
    let child = patient(2).with("Date of Birth", "01/06/2021");
    let events = [dose(1, ""), dose(1, "never"), dose(1, "20200422"), dose(2, "20210301"), dose(1, "01/03/21")];
    let (folder, out) = (extract(&[patient(1), child], &events), Folder::new());
    let path = out.file("rejects.csv");
    on(&folder, "uptake", &["--rejects", path.to_str().unwrap()]).ended(0);
    let text = std::fs::read_to_string(path).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows[0], "file,row,column,reason");
    for (line, row, word) in [
        (1, "2", "blank"),
        (2, "3", "not a date"),
        (3, "4", "before 23/04/2020"),
        (4, "5", "birth"),
        (5, "6", "two digits"),
    ] {
        assert!(rows[line].starts_with(&format!("vaccinations.csv,{row},DATE_AND_TIME,")), "{}", rows[line]);
        assert!(rows[line].contains(word), "{}", rows[line]);
    }
    assert_eq!(rows.len(), 6);
}

#[test]
fn undated_rows_are_told_last() {
    let events = [dose(1, "never"), dose(1, "20210601"), dose(1, "20210301")];
    let folder = extract(&[patient(1)], &events);
    assert_eq!(told(&folder, 1), ["yes", "yes", "rejected"]);
    let dates = column(&report(&folder, "history", &[&nhs(1)]), "history", "date");
    assert_eq!(json!(dates), json!(["2021-03-01", "2021-06-01", null]));
}
