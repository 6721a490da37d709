//! `vaxdash dashboard -o x.html`: what the workbook has, as a page.

use super::figures::check_table;
use super::reading::ReadPage;
use super::{on_samples, written};
use crate::harness::{Folder, table};

/// The parts of the page, each with the report and the table it shows.
const PARTS: [(&str, &str, &str); 12] = [
    ("uptake-table", "uptake", "uptake"),
    ("detailed-uptake-table", "uptake --detail", "detail"),
    ("cohorts-table", "cohorts", "cohorts"),
    ("ages-table", "uptake --by age", "uptake"),
    ("ages-16-17-table", "uptake --age 16-17", "uptake"),
    ("inequalities-table", "uptake --by ethnicity,imd", "uptake"),
    ("second-doses-table", "second-dose", "second_dose"),
    ("boosters-table", "boosters", "boosters"),
    ("time-since-primary-table", "boosters", "time_since_primary"),
    ("campaign-table", "campaign", "campaign"),
    ("immunosuppressed-table", "immunosuppressed", "immunosuppressed"),
    ("trend-table", "trend", "trend"),
];

#[test]
fn every_part_shows_its_report() {
    let page = written("dashboard");
    for (id, report, name) in PARTS {
        let found = page.tables.iter().find(|table| table.id == id).unwrap_or_else(|| panic!("{id}"));
        let json = on_samples(report, &["--format", "json"]).ended(0).json();
        check_table(id, found, table(&json, name));
    }
    assert!(page.bytes.len() <= 250_000, "{} bytes", page.bytes.len());
    assert!(page.count("figure") >= 10, "{}", page.count("figure"));
}

#[test]
fn lists_are_there_when_asked_for_and_logged() {
    let folder = Folder::new();
    let (log, path) = (folder.file("audit.log"), folder.file("out.html"));
    let out = ["-o", path.to_str().unwrap(), "--audit", log.to_str().unwrap(), "--reason", "recall"];
    on_samples("dashboard --with-patients", &out).ended(0);
    let page = ReadPage::of(&std::fs::read_to_string(&path).unwrap());
    let list = page.tables.iter().find(|table| table.id == "second-dose-list-table").unwrap();
    let json = on_samples("second-dose --list", &["--format", "json"]).ended(0).json();
    check_table("list", list, table(&json, "list"));
    let log = std::fs::read_to_string(&log).unwrap();
    assert!(log.contains("out.html"), "{log}");
    // No names without being asked for them.
    assert!(!written("dashboard").bytes.contains("nhs_number"));
    let refused =
        on_samples("dashboard --with-patients --disclosure nhs", &["-o", path.to_str().unwrap(), "-f"]).ended(4);
    assert!(refused.err.contains("--with-patients"), "{}", refused.err);
}

#[test]
fn a_profile_holds_for_the_page() {
    let page = written("dashboard --disclosure nhs");
    let text = page.text();
    assert!(text.contains("Disclosure control nhs") && !text.contains("OFFICIAL-SENSITIVE"));
    let json = on_samples("uptake --by ethnicity,imd", &["--format", "json"]).ended(0).json();
    let exact = table(&json, "uptake")["rows"].as_array().unwrap();
    let found = page.tables.iter().find(|table| table.id == "inequalities-table").unwrap();
    let patients = found.keys.iter().position(|key| key == "patients").unwrap();
    for (row, values) in found.rows.iter().zip(exact) {
        if (1..8).contains(&values["patients"].as_u64().unwrap()) {
            assert_eq!(row[patients], "[c]");
        }
    }
}

#[test]
fn a_page_has_no_password_and_nothing_is_written_over() {
    let folder = Folder::new().with("password", "correct horse battery\n").with("out.html", "mine");
    let (password, path) = (folder.file("password"), folder.file("out.html"));
    let path = path.to_str().unwrap();
    let refused = on_samples("dashboard", &["-f", "-o", path, "--password-file", password.to_str().unwrap()]).ended(2);
    assert!(refused.err.contains("--password-file encrypts workbooks"), "{}", refused.err);
    on_samples("dashboard", &["-o", path]).ended(4);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "mine");
}
