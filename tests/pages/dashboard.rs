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

/// What the cube in a page says of everybody, by the key of each count.
fn sums(page: &ReadPage) -> Vec<(String, u64)> {
    let cube = page.tags.iter().find(|(_, with)| with.contains_key("data-cube")).map(|(_, with)| with).unwrap();
    let keys: Vec<&str> = cube["data-keys"].split(' ').collect();
    let rows: Vec<Vec<u64>> = cube["data-cube"]
        .split(';')
        .map(|row| row.split(',').map(|number| number.parse().unwrap()).collect())
        .collect();
    let groups = rows[0].len() - keys.len();
    let sum = |place: usize| rows.iter().map(|row| row[groups + place]).sum();
    keys.iter().enumerate().map(|(place, key)| ((*key).to_owned(), sum(place))).collect()
}

#[test]
fn the_counts_to_choose_from_add_up_to_the_uptake_of_those_chosen() {
    for filters in ["", " --practice Q10002,Q10004 --age 12+", " --gender female --cohort 1,2,3,4,5,6"] {
        let page = written(&format!("dashboard{filters}"));
        let json = on_samples(&format!("uptake{filters}"), &["--format", "json"]).ended(0).json();
        let totals = &table(&json, "uptake")["totals"];
        let sums = sums(&page);
        assert_eq!(sums.len(), 5);
        for (key, sum) in sums {
            assert_eq!(sum, totals[&key].as_u64().unwrap(), "{filters}: {key}");
        }
    }
}

#[test]
fn where_figures_are_disclosed_there_is_nothing_to_choose_from() {
    for profile in ["nhs", "opensafely", "midpoint6"] {
        let page = written(&format!("dashboard --disclosure {profile}"));
        assert!(!page.bytes.contains("data-cube") && !page.bytes.contains("checkbox"), "{profile}");
        assert!(!page.raw("script").contains("dataset.cube"), "{profile}");
    }
    // Nobody to choose from.
    assert!(!written("dashboard --age 119+").bytes.contains("data-cube"));
    // Other reports have no choice.
    assert!(!written("uptake").bytes.contains("data-cube"));
}

#[test]
fn the_page_of_the_samples_is_the_one_that_is_kept() {
    let kept = crate::repository::root().join("samples/expected/dashboard.html");
    let page = written("dashboard").bytes;
    if std::env::var_os("VAXDASH_BLESS").is_some() {
        std::fs::write(&kept, &page).unwrap();
    }
    let is_same = std::fs::read_to_string(&kept).is_ok_and(|kept| kept == page);
    assert!(is_same, "samples/expected/dashboard.html: VAXDASH_BLESS=1 cargo test --test main kept");
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
