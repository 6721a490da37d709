//! Table, CSV and JSON: the same figures in each.

use std::fs;

use serde_json::json;

use super::surgery;
use crate::data::{DOSE1, nhs_if_any, on, report};
use crate::harness::{Folder, table};

const BY_PRACTICE: &str = "practice_code,practice_name,patients,first_dose,first_dose_pct,primary_complete,\
    primary_complete_pct,booster,booster_pct,doses_last_7_days\n\
    A81001,Abbey Surgery,5,4,80.0,3,60.0,2,40.0,2\n\
    A81002,Bridge Practice,5,2,40.0,2,40.0,1,20.0,0\n\
    A81003,Castle Surgery,0,0,,0,,0,,0\n";

#[test]
fn csv_on_standard_output_has_keys_and_no_mark() {
    let run = on(&surgery(), "uptake", &["--format", "csv"]).ended(0);
    assert_eq!(run.out, BY_PRACTICE);
    // CSV has no room for the receipt: it goes to standard error.
    assert!(run.err.contains("As at 11/05/2022"), "{}", run.err);
}

#[test]
fn csv_files_for_people_begin_with_a_mark_unless_told_not_to() {
    let (folder, out) = (surgery(), Folder::new());
    for (name, extra, mark) in [("a.csv", None, "\u{feff}"), ("b.csv", Some("--no-bom"), "")] {
        let path = out.file(name);
        let mut args = vec!["-o", path.to_str().unwrap()];
        args.extend(extra);
        assert_eq!(on(&folder, "uptake", &args).ended(0).out, "");
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{mark}{BY_PRACTICE}"));
    }
}

#[test]
fn the_ending_of_the_file_gives_the_format_and_a_flag_overrules_it() {
    let (folder, out) = (surgery(), Folder::new());
    let written = |name: &str, args: &[&str]| {
        let path = out.file(name);
        on(&folder, "uptake", &[&["-o", path.to_str().unwrap()], args].concat()).ended(0);
        fs::read_to_string(path).unwrap()
    };
    assert!(written("x.json", &[]).starts_with("{\n"));
    assert!(written("x.CSV", &[]).starts_with('\u{feff}'));
    assert!(written("x.txt", &[]).starts_with("COVID-19 vaccination uptake\n"));
    assert!(written("y.txt", &["--format", "json"]).starts_with("{\n"));
    assert!(on(&folder, "uptake", &["-o", "x.pdf"]).ended(2).err.contains(".pdf"));
    assert_eq!(on(&folder, "uptake", &["-o", "-", "--format", "csv"]).ended(0).out, BY_PRACTICE);
}

#[test]
fn json_has_the_shape_of_its_schema() {
    let report = report(&surgery(), "uptake", &[]);
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    for key in [
        "schema",
        "report",
        "as_at",
        "last_refreshed",
        "filters",
        "inputs",
        "tables",
        "reconciliation",
        "notes",
        "version",
        "rules_version",
    ] {
        assert!(keys.contains(&&key.to_owned()), "{key} is missing: {keys:?}");
    }
    assert_eq!(report["schema"], "vaxdash.report/1");
    assert_eq!(report["report"], "uptake");
    assert_eq!(report["as_at"], "2022-05-11");
    assert_eq!(report["filters"], json!({}));
    let first = &table(&report, "uptake")["columns"][3];
    assert_eq!(first, &json!({"key": "first_dose", "label": "First dose", "kind": "count"}));
    let patients = report["inputs"].as_array().unwrap().iter().find(|file| file["file"] == "patients.csv").unwrap();
    assert_eq!(patients["rows"], 10);
    assert_eq!(patients["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn the_reconciliation_names_every_bucket() {
    let report = report(&surgery(), "uptake", &[]);
    let names =
        |rows_of: &str| report["reconciliation"][rows_of].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names("patients").join(" "),
        "rows_read other_practices rejected not_yet_born duplicate deceased removed patients"
    );
    assert_eq!(
        names("vaccinations").join(" "),
        "rows_read delete_instructions unlinkable other_people excluded_people replaced not_covid not_given rejected \
         after_as_at duplicates doses date_repaired"
    );
}

#[test]
fn a_table_has_labels_commas_and_a_total() {
    let run = on(&surgery(), "uptake", &["--as-at", "11/05/2022"]).ended(0);
    assert!(run.out.contains("As at 11/05/2022"), "{}", run.out);
    let total = run.out.lines().find(|line| line.starts_with("Total")).unwrap();
    assert_eq!(
        total.split_whitespace().collect::<Vec<_>>(),
        "Total 10 6 60.0 5 50.0 3 30.0 2".split(' ').collect::<Vec<_>>()
    );
    assert!(!run.out.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn a_width_is_kept_and_loses_no_figure() {
    let folder = surgery();
    let wide = on(&folder, "uptake", &["--width", "500"]).ended(0).out;
    let narrow = on(&folder, "uptake", &["--width", "80"]).ended(0).out;
    assert!(wide.lines().any(|line| line.chars().count() > 80), "{wide}");
    let body = |text: &str| {
        text.lines().skip(2).take_while(|line| !line.starts_with("Note")).map(str::to_owned).collect::<Vec<_>>()
    };
    for line in body(&narrow) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let total = |text: &str| {
        text.lines().find(|l| l.starts_with("Total")).unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(total(&wide), total(&narrow));
    on(&folder, "uptake", &["--width", "39"]).ended(2);
}

#[test]
fn a_formula_in_a_name_is_neutralised_in_csv_and_counted() {
    let folder = surgery()
        .with("practices.csv", "Practice code,Practice name,Activity codes\nA81001,=1+1,B0360\nA81002,-Bridge,B0360\n");
    let run = on(&folder, "uptake", &["--format", "csv"]).ended(0);
    assert!(run.out.contains("\nA81001, =1+1,5,"), "{}", run.out);
    assert!(run.out.contains("\nA81002, -Bridge,5,"), "{}", run.out);
    assert!(run.err.contains("2 cells"), "{}", run.err);
    let quiet = on(&folder, "uptake", &["--format", "csv", "--quiet"]).ended(0);
    assert_eq!((quiet.err.as_str(), quiet.out), ("", run.out));
}

#[test]
fn no_percentage_is_rounded_to_all_or_none() {
    // 1 of 3,000 is 0.033… and shows as 0.1; 2,999 of 3,000 is 99.966… and shows as 99.9.
    let mut patients = String::from("NHS Number,Date of Birth,Practice code\n");
    let mut events = String::from("NHS_NUMBER|DATE_AND_TIME|VACCINATION_PROCEDURE_CODE\n");
    let numbers: Vec<String> = (1..).filter_map(nhs_if_any).take(6000).collect();
    for (place, number) in numbers.iter().enumerate() {
        let practice = if place < 3000 { "A81001" } else { "A81002" };
        patients.extend([number, ",01/06/1970,", practice, "\n"]);
        // The first of the one practice, all but the first of the other.
        if place == 0 || place > 3000 {
            events.extend([number, "|20210301|", DOSE1, "\n"]);
        }
    }
    let folder = surgery().with("patients.csv", patients).with("vaccinations.csv", events);
    let report = report(&folder, "uptake", &[]);
    let rows = table(&report, "uptake")["rows"].clone();
    assert_eq!((&rows[0]["first_dose"], &rows[0]["first_dose_pct"]), (&json!(1), &json!(0.1)));
    assert_eq!((&rows[1]["first_dose"], &rows[1]["first_dose_pct"]), (&json!(2999), &json!(99.9)));
    let screen = on(&folder, "uptake", &[]).ended(0).out;
    assert!(screen.contains("2,999") && screen.contains("6,000"), "{screen}");
}
