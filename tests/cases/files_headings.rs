//! Columns that keep people safe, and others, under headings of their own.

use super::told::{is_doubted, is_plain, patients, plain};
use crate::data::{PRACTICES, booked, csv, report};
use crate::harness::Folder;

/// The plain extract with a heading of the patients in the place of another.
fn headed(from: &str, to: &str) -> Folder {
    let text = csv(&patients());
    assert!(text.contains(from), "{text}");
    plain().with("patients.csv", text.replacen(from, to, 1))
}

#[test]
fn dates_of_death_and_reasons_for_removal() {
    let folder = headed("Date of death", "Deceased Date");
    assert_eq!(booked(&folder, &[]), booked(&plain(), &[]));
    is_plain(&headed("RfR", "Deduction reason"), &[]);
    // Under headings that nobody knows they are named.
    is_doubted(&headed("Date of death", "Death reported"), &[], "heading-unused");
    is_doubted(&headed("Date of death", "Went on"), &[], "no-death-column");
    is_doubted(&headed("RfR", "Gone to"), &[], "no-removal-column");
}

#[test]
fn practice_codes_under_the_name_of_those_who_give_them_out() {
    let folder =
        headed("Practice code", "ODS Code").with("practices.csv", PRACTICES.replacen("Practice code", "ODS Code", 1));
    is_plain(&folder, &[]);
}

#[test]
fn telephones_and_emails_at_home() {
    let rows: Vec<_> = patients()
        .into_iter()
        .map(|row| row.with("Home Telephone", "01632 960119").with("E-mail Address", "ada@example.org"))
        .collect();
    let list = |text: &str| report(&plain().with("patients.csv", text), "patients", &["--list"])["tables"].clone();
    let text = csv(&rows);
    let home = text.replacen("E-mail Address", "E-mail address (Home)", 1).replacen(
        "Home Telephone",
        "Telephone Number (Home)",
        1,
    );
    assert_eq!(list(&home), list(&text));
    assert!(text.contains("01632 960119") && list(&text).to_string().contains("ada@example.org"));
}
