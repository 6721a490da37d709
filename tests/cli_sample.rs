//! `vaxdash sample`: the same numbers give the same bytes.

use std::collections::BTreeMap;
use std::fs;

use serde_json::json;

use crate::data::{csv, patient};
use crate::harness::{Folder, table, vaxdash};

/// The files of a folder by name.
fn files(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

#[track_caller]
fn sample(args: &[&str]) -> Folder {
    let folder = Folder::new();
    vaxdash(&[&["sample", "-o", folder.arg()], args].concat()).ended(0);
    folder
}

#[track_caller]
fn uptake(folder: &Folder, args: &[&str]) -> serde_json::Value {
    vaxdash(&[&["uptake", "--data", folder.arg(), "--format", "json"], args].concat()).ended(0).json()
}

#[test]
fn the_same_numbers_give_the_same_bytes_on_any_number_of_threads() {
    let args = ["--patients", "3000", "--practices", "4", "--seed", "7"];
    let one = files(&sample(&[&args[..], &["--threads", "1"]].concat()));
    assert_eq!(one, files(&sample(&[&args[..], &["--threads", "3"]].concat())));
    assert_eq!(one, files(&sample(&args)));
    let other = files(&sample(&["--patients", "3000", "--practices", "4", "--seed", "8"]));
    assert_ne!(one["patients.csv"], other["patients.csv"]);
}

#[test]
fn as_many_patients_and_practices_as_asked_for() {
    let folder = sample(&["--patients", "250", "--practices", "3"]);
    let report = uptake(&folder, &[]);
    // A mess of duplicates and people of other practices comes on top.
    let read = report["reconciliation"]["patients"]["rows_read"].as_u64().unwrap();
    assert!((250..280).contains(&read), "{read}");
    assert_eq!(table(&report, "uptake")["rows"].as_array().unwrap().len(), 3);
}

#[test]
fn the_defaults_are_those_of_the_help() {
    let folder = sample(&[]);
    assert_eq!(
        files(&folder),
        files(&sample(&["--patients", "2000", "--practices", "5", "--seed", "1", "--as-at", "2022-05-11"]))
    );
    assert_eq!(uptake(&folder, &[])["as_at"], "2022-05-11");
}

#[test]
fn the_date_of_the_sample_is_the_default_date_of_its_reports() {
    for as_at in ["2021-03-01", "2022-12-31", "2024-02-29"] {
        let folder = sample(&["--patients", "100", "--as-at", as_at]);
        assert_eq!(uptake(&folder, &[])["as_at"], as_at);
    }
    on_the_first_day();
}

/// On the first day of the programme nobody can have had a dose before.
fn on_the_first_day() {
    let folder = sample(&["--patients", "100", "--as-at", "08/12/2020"]);
    assert_eq!(uptake(&folder, &[])["as_at"], "2020-12-08");
}

#[test]
fn a_sample_before_the_programme_or_of_nobody_is_a_mistake_and_leaves_nothing() {
    let out = Folder::new();
    let path = out.file("new");
    let path = path.to_str().unwrap();
    for args in [
        &["--as-at", "07/12/2020"][..],
        &["--practices", "0"],
        &["--threads", "0"],
        &["--seed", "-1"],
        &["--as-at", "yesterday"],
    ] {
        let run = vaxdash(&[&["sample", "-o", path], args].concat()).ended(2);
        assert!(!run.err.is_empty() && !out.file("new").exists(), "{args:?}: {}", run.err);
    }
}

#[test]
fn nothing_is_written_over_without_force() {
    let folder = sample(&["--patients", "20"]);
    let before = files(&folder);
    let run = vaxdash(&["sample", "-o", folder.arg(), "--patients", "30"]).ended(4);
    assert!(run.err.contains("--force"), "{}", run.err);
    assert_eq!(files(&folder), before);
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "30", "--force"]).ended(0);
    assert_ne!(files(&folder), before);
}

#[test]
fn one_file_in_the_way_leaves_none_of_the_others() {
    let folder = Folder::new().with("practices.csv", "mine");
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "20"]).ended(4);
    assert_eq!(files(&folder).keys().collect::<Vec<_>>(), ["practices.csv"]);
}

#[test]
fn quiet_says_nothing_and_nothing_is_on_standard_output() {
    let folder = Folder::new();
    let run = vaxdash(&["sample", "-o", folder.arg(), "--patients", "20"]).ended(0);
    assert!(run.out.is_empty() && run.err.contains("files"), "{}", run.err);
    let run = vaxdash(&["sample", "-o", folder.arg(), "--patients", "20", "-f", "-q"]).ended(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
}

#[test]
fn only_test_numbers_and_drama_telephones() {
    let folder = sample(&["--patients", "1000"]);
    for (name, bytes) in files(&folder) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for run in text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 11 && run.starts_with("07")) {
            assert!(run.starts_with("07700900"), "{name}: {run}");
        }
    }
    let patients = String::from_utf8(files(&folder).remove("patients.csv").unwrap()).unwrap();
    for line in patients.lines().skip(1).filter(|line| !line.starts_with(',')) {
        let number: String = line.split(',').next().unwrap().chars().filter(char::is_ascii_digit).collect();
        assert!(number.len() != 10 || number.starts_with("999"), "{line}");
    }
}

#[test]
fn a_sample_is_as_messy_as_real_data_and_reconciles() {
    let folder = sample(&["--patients", "5000"]);
    let report = uptake(&folder, &[]);
    for (rows_of, buckets) in [
        ("patients", &["other_practices", "rejected", "duplicate", "deceased", "removed", "patients"][..]),
        (
            "vaccinations",
            &[
                "delete_instructions",
                "unlinkable",
                "other_people",
                "excluded_people",
                "replaced",
                "not_covid",
                "not_given",
                "rejected",
                "duplicates",
                "doses",
                "date_repaired",
            ],
        ),
    ] {
        for bucket in buckets {
            assert_ne!(report["reconciliation"][rows_of][bucket], json!(0), "{rows_of} {bucket}");
        }
    }
    // Rejected rows alone are a note.
    vaxdash(&["check", "--data", folder.arg()]).ended(0);
    vaxdash(&["check", "--data", folder.arg(), "--strict"]).ended(3);
}

#[test]
fn a_folder_that_cannot_be_made_is_exit_5() {
    let folder = Folder::new().with("file", csv(&[patient(1)]));
    let path = folder.file("file");
    vaxdash(&["sample", "-o", path.join("below").to_str().unwrap(), "--patients", "20"]).ended(5);
}
