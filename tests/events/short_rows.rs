//! Rows that end before a column that would say that no dose was given.

use serde_json::json;
use vaxdash::domain::{Consequence, DoubtId};

use super::{ends, facts};
use crate::data::{DOSE1, PFIZER, extract, nhs, patient};
use crate::harness::Folder;

const HEADER: &str = "NHS_NUMBER,DATE_AND_TIME,VACCINATION_PROCEDURE_CODE,VACCINE_PRODUCT_CODE,NOT_GIVEN\n";

/// Doses of patient 1 on days of March 2021 (short rows) and of later months (whole ones).
fn file(short: usize, whole: usize) -> Folder {
    let row = |date: String, end: &str| format!("{},{date},{DOSE1},{PFIZER}{end}\n", nhs(1));
    let short = (0..short).map(|n| row(format!("202103{:02}", n + 1), ""));
    let whole = (0..whole).map(|n| row(format!("2021{:02}01", n + 4), ","));
    extract(&[patient(1)], &[]).with("vaccinations.csv", HEADER.to_owned() + &short.chain(whole).collect::<String>())
}

#[test]
fn a_missing_cell_is_unknown_and_so_the_dose_is_none() {
    let folder = file(1, 2);
    assert_eq!(ends(&folder), json!({"not_given": 1, "doses": 2}));
    let found = facts(&folder);
    assert_eq!(found.findings, [(DoubtId::RowsShort, Consequence::Note, 1, 3)]);
    assert_eq!(found.doubts.iter().map(|doubt| doubt.id).collect::<Vec<_>>(), [DoubtId::RowsShort]);
    // It came before the last dose.
    assert_eq!(found.in_force, []);
}

#[test]
fn where_most_rows_are_short_missing_cells_are_blank_and_the_file_is_doubted() {
    let folder = file(4, 3);
    assert_eq!(ends(&folder), json!({"doses": 4, "duplicates": 3}));
    let found = facts(&folder);
    assert_eq!(found.findings, [(DoubtId::RowsShort, Consequence::Unsafe, 4, 7)]);
    assert_eq!(found.doubts, []);
    // Half is not most.
    assert_eq!(ends(&file(3, 3)), json!({"not_given": 3, "doses": 3}));
}

#[test]
fn a_row_that_ends_after_the_columns_that_keep_people_safe_is_whole() {
    let text = format!(
        "NHS_NUMBER,DATE_AND_TIME,NOT_GIVEN,VACCINATION_PROCEDURE_CODE,BATCH_NUMBER\n{},20210301,,{DOSE1}\n",
        nhs(1)
    );
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", text);
    assert_eq!(ends(&folder), json!({"doses": 1}));
    assert_eq!(facts(&folder).findings, []);
}
