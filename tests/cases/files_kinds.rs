//! Files that are taken for another kind, and files that vanish.

use std::fs;

use super::told::{events, is_doubted, is_plain, is_refused, patients, plain, with_patients};
use crate::books::of_texts;
use crate::data::{PRACTICES, csv, no_events, pipes};
use crate::harness::Folder;

/// The plain extract without a practice list in it, and one beside it.
fn apart() -> (Folder, Folder) {
    let folder = plain();
    fs::remove_file(folder.file("practices.csv")).unwrap();
    (folder, Folder::new().with("mine.csv", PRACTICES))
}

#[test]
fn a_line_with_the_organisation_above_the_header_of_the_events() {
    let (folder, list) = apart();
    let folder = folder.with("vaccinations.csv", format!("Organisation Code|A81001\n{}", pipes(&events())));
    is_plain(&folder, &["--practices", list.file("mine.csv").to_str().unwrap()]);
}

#[test]
fn a_line_with_the_source_above_the_header_of_one_of_two_event_files() {
    let rows = events();
    let folder = plain()
        .with("vaccinations.csv", format!("Source|EMIS|Last refreshed|10/05/2022\n{}", pipes(&rows[..9])))
        .with("more.csv", pipes(&rows[9..]));
    is_plain(&folder, &[]);
}

#[test]
fn a_second_file_of_patients_whose_nhs_number_has_another_heading() {
    let rows = patients();
    let second = |heading: &str| csv(&rows[6..]).replacen("NHS Number", heading, 1);
    let (folder, list) = apart();
    let file = list.file("mine.csv");
    let args = ["--practices", file.to_str().unwrap()];
    let folder = folder.with("patients.csv", csv(&rows[..6])).with("more.csv", second("Patient NHS Number"));
    is_plain(&folder, &args);
    // Under a heading that nobody knows it is no practice list either.
    let folder = folder.with("more.csv", second("Hospital no"));
    is_doubted(&folder, &args, "file-unrecognised");
    is_refused(&folder, &[], 4, "there is no practice list");
}

#[test]
fn a_file_of_patients_with_a_column_for_the_source_of_the_data() {
    let copy = csv(&patients().into_iter().map(|row| row.with("Data Source", "GP")).collect::<Vec<_>>());
    is_plain(&plain().with("copy.csv", copy), &[]);
}

#[test]
fn an_event_file_with_a_header_alone() {
    is_refused(&plain().with("vaccinations.csv", no_events()), &[], 5, "every vaccinations file is empty");
    is_doubted(&plain().with("more.csv", no_events()), &[], "file-empty");
}

#[test]
fn an_event_workbook_with_a_sheet_a_month() {
    let rows = events();
    let months = [("March", pipes(&rows[..6])), ("April", pipes(&rows[6..12])), ("May", pipes(&rows[12..]))];
    let sheets: Vec<(&str, &str)> = months.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = plain();
    fs::remove_file(folder.file("vaccinations.csv")).unwrap();
    is_plain(&folder.with("vaccinations.xlsx", of_texts(&sheets, b'|')), &[]);
}

#[test]
fn half_the_events_under_another_ending() {
    let rows = events();
    let half = || plain().with("vaccinations.csv", pipes(&rows[..9]));
    is_plain(&half().with("more.psv", pipes(&rows[9..])), &[]);
    is_doubted(&half().with("more.csv.gz", "\x1f\x08"), &[], "file-not-read");
    is_doubted(&half().with("more.xls", b"\xd0\xcf\x11\xe0"), &[], "file-not-read");
}

#[test]
fn practice_codes_with_a_name_or_only_on_the_first_row_of_each_group() {
    let folder = with_patients(|_, row| row.with("Practice code", "A81001 - Abbey"));
    is_refused(&folder, &[], 5, "no patient of the practices you may see");
    let folder = with_patients(|place, row| if place == 0 { row } else { row.with("Practice code", "") });
    is_doubted(&folder, &[], "practice-codes");
}
