//! A small extract in plain files, and the three ways in which one that is not
//! plain may be told.

use serde_json::Value;

use crate::data::{Row, csv, dose, doubts, extract, on, patient, pipes, report};
use crate::harness::{Folder, Run};

/// Twelve patients, one of them dead and one gone.
pub fn patients() -> Vec<Row> {
    let mut rows: Vec<Row> = (1..=12).map(|n| patient(n).with("Gender", if n % 2 == 0 { "2" } else { "1" })).collect();
    rows[10] = rows[10].clone().with("Date of death", "01/05/2022");
    rows[11] = rows[11].clone().with("RfR", "RDI");
    rows
}

/// A first dose for each of them, and a second for half of them, with the
/// columns of older layouts.
pub fn events() -> Vec<Row> {
    let older =
        |row: Row| row.with("NOT_GIVEN", "").with("VACCINATION_SITUATION_CODE", "").with("REASON_NOT_GIVEN_CODE", "");
    let first = (1..=12).map(|n| dose(n, "20210301").with("RECORDED_DATE", "20210301"));
    let second = (1..=6).map(|n| dose(n, "20210601").with("RECORDED_DATE", "20210601"));
    first.chain(second).map(older).collect()
}

/// The extract in plain files.
pub fn plain() -> Folder {
    extract(&patients(), &events())
}

/// The plain extract with other patients.
pub fn with_patients(change: impl Fn(usize, Row) -> Row) -> Folder {
    plain().with("patients.csv", csv(&changed(patients(), change)))
}

/// The plain extract with other events.
pub fn with_events(change: impl Fn(usize, Row) -> Row) -> Folder {
    plain().with("vaccinations.csv", pipes(&changed(events(), change)))
}

/// The rows, each changed by its place.
pub fn changed(rows: Vec<Row>, change: impl Fn(usize, Row) -> Row) -> Vec<Row> {
    rows.into_iter().enumerate().map(|(place, row)| change(place, row)).collect()
}

/// What `uptake` says of a folder.
#[track_caller]
pub fn figures(folder: &Folder, args: &[&str]) -> Value {
    report(folder, "uptake", args)["tables"].clone()
}

/// The answer is that of the plain files.
#[track_caller]
pub fn is_plain(folder: &Folder, args: &[&str]) {
    assert_eq!(figures(folder, args), figures(&plain(), args));
}

/// There is no answer, and the reason has these words.
#[track_caller]
pub fn is_refused(folder: &Folder, args: &[&str], code: i32, words: &str) -> Run {
    let run = on(folder, "uptake", args).ended(code);
    assert!(run.err.contains(words) && run.out.is_empty(), "{}", run.err);
    run
}

/// A doubt names what is wrong.
#[track_caller]
pub fn is_doubted(folder: &Folder, args: &[&str], id: &str) {
    let found = report(folder, "uptake", args);
    assert!(!doubts(&found, id).is_empty(), "{id}: {}", found["doubts"]);
}
