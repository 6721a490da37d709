//! What vaxdash wrote beside the data is never read as data (specification 8.2).

use serde_json::json;

use crate::data::{checked, doses, extract, input, on, patient, report};
use crate::harness::vaxdash;

/// Writes what a command writes into a data folder, in CSV and as a workbook;
/// the answer stays the same, and the file is known.
#[track_caller]
fn stays_the_same(command: &str, args: &[&str]) {
    let folder = || extract(&[patient(1), patient(2)], &doses(1, &["20210301"]));
    let plain = report(&folder(), "uptake", &[])["tables"].clone();
    for name in ["own.csv", "own.xlsx", "own.json"] {
        let folder = folder();
        let path = folder.file(name);
        on(&folder, command, &[args, &["-o", path.to_str().unwrap(), "-q"]].concat()).ended(0);
        let found = report(&folder, "uptake", &[]);
        assert_eq!(found["tables"], plain, "{command} {args:?} {name}");
        let kind = input(&checked(&folder, &[]), name)["kind"].clone();
        assert!(kind == json!("not-ours") || kind == json!("skipped"), "{command} {args:?} {name}: {kind}");
    }
}

#[test]
fn lists_in_the_data_folder_change_no_answer() {
    stays_the_same("patients", &["--list"]);
    stays_the_same("second-dose", &["--list"]);
    stays_the_same("uptake", &["--list"]);
    stays_the_same("patients", &["--list", "--columns", "nhs_number,date_of_birth,practice_code,surname,cohort"]);
}

#[test]
fn the_list_of_a_comparison_is_no_patients_file() {
    let old = extract(&[patient(1)], &doses(1, &["20210301"]));
    let folder = extract(&[patient(1).with("DATE_OF_DEATH", "01/05/2022"), patient(2)], &doses(2, &["20210301"]));
    let plain = report(&folder, "uptake", &[])["tables"].clone();
    let path = folder.file("weekly.csv");
    let args = ["--list", "--old-as-at", "2022-05-01", "--as-at", "2022-05-11", "-q", "-o", path.to_str().unwrap()];
    vaxdash(&[&["compare", old.arg(), folder.arg()][..], &args].concat()).ended(0);
    assert_eq!(report(&folder, "uptake", &[])["tables"], plain);
    let file = input(&checked(&folder, &[]), "weekly.csv").clone();
    assert!(file["remark"].as_str().unwrap().contains("our own output"), "{file}");
}
