//! Two columns for one field, cells too many and too few, rows without cells.

use serde_json::json;

use crate::data::{
    Row, booked, buckets, checked, csv, dose, doses, extract, input, nhs, on, patient, pipes, remarks, report,
};

#[test]
fn a_cell_too_many_and_cells_too_few() {
    let text = format!(
        "NHS Number,Date of Birth,Practice code,Gender\n{},01/06/1970,A81001,2,\n{},01/06/1970,A81001\n",
        nhs(1),
        nhs(2)
    );
    let folder = extract(&[], &[]).with("patients.csv", text);
    let report = report(&folder, "uptake", &["--by", "gender"]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 2}));
    let found = |gender: &str| crate::data::row(&report, "uptake", "gender", gender)["patients"].clone();
    assert_eq!((found("female"), found("not known")), (json!(1), json!(1)));
}

#[test]
fn a_row_whose_every_cell_is_empty_is_no_row() {
    let text = csv(&[patient(1)]) + ",,,,,,\n\n  ,\u{a0},,,,,\n\"\",,,,,,\n";
    let folder = extract(&[], &[]).with("patients.csv", text);
    assert_eq!(report(&folder, "uptake", &[])["reconciliation"]["patients"]["rows_read"], 1);
}

#[test]
fn contact_fields_take_the_first_cell_that_is_not_blank() {
    let row = |n| {
        patient(n).with("Mobile Telephone", "").with("mobile", "").with("Home Telephone", "").with("Contact number", "")
    };
    let patients = [
        row(1).with("Mobile Telephone", "07700900001").with("mobile", "07700900002"),
        row(2).with("mobile", "07700900003"),
        row(3).with("Home Telephone", " ").with("Contact number", "07700900004"),
    ];
    let events: Vec<Row> = (1..=3).flat_map(|n| doses(n, &["20210301"])).collect();
    let folder = extract(&patients, &events);
    let phones: Vec<String> = booked(&folder, &[]).iter().map(|line| line[line.len() - 11..].to_owned()).collect();
    assert_eq!(phones, ["07700900001", "07700900003", "07700900004"]);
    // Nothing of this is worth a remark.
    assert!(!remarks(&checked(&folder, &[])).contains("is not used"));
}

#[test]
fn of_two_columns_the_first_of_the_alias_table_is_used_and_the_other_named() {
    // PERSON_GENDER_CODE comes before Sex, wherever they are in the file.
    let folder = extract(&[patient(1).with("Sex", "male").with("PERSON_GENDER_CODE", "2")], &[]);
    let found = report(&folder, "uptake", &["--by", "gender"]);
    assert_eq!(crate::data::row(&found, "uptake", "gender", "female")["patients"], 1);
    let said = remarks(&checked(&folder, &[]));
    assert!(said.contains("\"Sex\\") && said.contains("PERSON_GENDER_CODE"), "{said}");
}

/// A patients file with a second column, which holds `cell` for the first of
/// two patients and what the first column holds for the second.
fn twin(heading: &'static str, cell: &str, same: &str) -> crate::harness::Folder {
    extract(&[patient(1).with(heading, cell), patient(2).with(heading, same)], &[])
}

#[test]
fn a_file_whose_columns_differ_in_who_when_or_where_is_refused() {
    for (heading, written, cell, same) in [
        ("NHS no", "NHS Number", nhs(3), nhs(2)),
        ("NHS no", "NHS Number", "9990000019".to_owned(), nhs(2)),
        ("DOB", "Date of Birth", "02/06/1970".to_owned(), "1970-06-01".to_owned()),
        ("DOB", "Date of Birth", "unknown".to_owned(), "01/06/1970".to_owned()),
        ("GP Practice Code", "Practice code", "A81002".to_owned(), "A81001".to_owned()),
        ("GP Practice Code", "Practice code", "B82099".to_owned(), "A81001".to_owned()),
        ("GP Practice Code", "Practice code", "A8100".to_owned(), "A81001".to_owned()),
    ] {
        let folder = twin(heading, &cell, &same);
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("patients.csv") && run.err.contains("row 2"), "{heading} {cell}: {}", run.err);
        assert!(run.err.contains(heading) && run.err.contains(written), "{}", run.err);
        assert!(!run.err.contains(&nhs(1)) && run.out.is_empty(), "{}", run.err);
        assert_eq!(input(&checked(&folder, &[]), "patients.csv")["kind"], "refused");
    }
}

#[test]
fn columns_that_differ_only_in_writing_or_by_a_blank_do_not_differ() {
    for (heading, cell, same) in [
        ("NHS no", "999 000 0018".to_owned(), nhs(2)),
        ("NHS no", "'9990000018".to_owned(), format!("{}.0", nhs(2))),
        ("NHS no", String::new(), nhs(2)),
        ("DOB", "1970-06-01".to_owned(), "01-Jun-1970".to_owned()),
        ("birth_date", " ".to_owned(), String::new()),
        ("GP Practice Code", " a81001 ".to_owned(), String::new()),
        ("NHS no", "NULL".to_owned(), "0".to_owned()),
        ("birth_date", "(null)".to_owned(), "-".to_owned()),
        ("GP Practice Code", "none".to_owned(), "'A81001".to_owned()),
    ] {
        let report = report(&twin(heading, &cell, &same), "uptake", &[]);
        assert_eq!(buckets(&report, "patients"), json!({"patients": 2}), "{heading} {cell}");
    }
}

#[test]
fn a_blank_first_column_is_not_filled_from_the_other() {
    // "Otherwise the first in the alias table's order is used": only contact fields take the first non-blank.
    let folder = extract(&[patient(1).with("NHS Number", "").with("NHS no", nhs(1)), patient(2)], &[]);
    let found = report(&folder, "uptake", &[]);
    assert_eq!(found["reconciliation"]["patients"]["rows_read"], 2);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "rejected": 1}));
}

#[test]
fn the_columns_of_another_practice_may_differ() {
    let other = patient(3).with("Practice code", "B82099");
    let rows = [
        patient(1).with("NHS no", nhs(1)).with("DOB", "01/06/1970").with("GP Practice Code", "A81001"),
        other.clone().with("NHS no", nhs(4)).with("DOB", "05/05/1955").with("GP Practice Code", "B82099"),
        other.with("GP Practice Code", "B82098"),
    ];
    let report = report(&extract(&rows, &[]), "uptake", &[]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 1, "other_practices": 2}));
}

#[test]
fn number_columns_of_events_may_differ_only_for_other_peoples() {
    let event = |n, other: &str| dose(n, "20210301").with("Traced_NHSNUMBER", other);
    let others = extract(&[patient(1)], &[event(1, &nhs(1)), event(3, &nhs(4))]);
    let found = report(&others, "uptake", &[]);
    assert_eq!(buckets(&found, "vaccinations"), json!({"doses": 1, "other_people": 1}));
    for (first, second) in [(1, 4), (4, 1)] {
        let own = extract(&[patient(1)], &[event(first, &nhs(second))]);
        let run = on(&own, "uptake", &[]).ended(5);
        assert!(run.err.contains("vaccinations.csv") && run.err.contains("row 2"), "{}", run.err);
    }
}

#[test]
fn number_columns_of_the_immunosuppressed_list_may_differ_only_for_other_people() {
    let list = |one: String, two: String| format!("NHS Number,Traced_NHSNUMBER,Data_Source\n{one},{two},x\n");
    let folder = extract(&[patient(1)], &[]).with("list.csv", list(nhs(3), nhs(4)));
    on(&folder, "uptake", &[]).ended(0);
    let run = on(&folder.with("list.csv", list(nhs(3), nhs(1))), "uptake", &[]).ended(5);
    assert!(run.err.contains("list.csv"), "{}", run.err);
}

#[test]
fn a_heading_of_two_meanings_is_read_as_its_kind_needs() {
    // "Data source" is the list's source on one file, the name of a source on the other.
    let folder = extract(&[patient(1)], &[])
        .with("list.csv", format!("NHS Number,Data source\n{},Hospital\n", nhs(1)))
        .with("sources.csv", "Data source,Last refreshed\nEMIS,10/05/2022 18:30\n");
    let report = report(&folder, "uptake", &["--immunosuppressed"]);
    assert_eq!(crate::harness::table(&report, "uptake")["totals"]["patients"], 1);
    assert_eq!(report["last_refreshed"], "2022-05-10T18:30:00Z");
}

#[test]
fn nhs_numbers_in_every_writing_that_is_forgiven() {
    let rows: Vec<Row> =
        ["999 000 0018", "999-000-0018", "'9990000018", "9990000018.0", "\u{a0}9990000018 ", "999\u{a0}000\u{a0}0018"]
            .map(|cell| dose(1, "20210301").with("NHS_NUMBER", cell))
            .to_vec();
    let report = report(&extract(&[patient(1)], &[]).with("vaccinations.csv", pipes(&rows)), "uptake", &[]);
    assert_eq!(buckets(&report, "vaccinations"), json!({"doses": 1, "duplicates": 5}));
}

#[test]
fn practice_codes_have_two_forms_in_any_case() {
    let list = "Practice code\nA81001\ny02345\nABC123\n";
    let rows = [
        patient(1).with("Practice code", " a81001"),
        patient(2).with("Practice code", "Y02345"),
        patient(3).with("Practice code", "abc123"),
        patient(4).with("Practice code", ""),
        patient(5).with("Practice code", "A8100"),
        patient(6).with("Practice code", "A81001X"),
    ];
    let folder = extract(&rows, &[]).with("practices.csv", list);
    let found = checked(&folder, &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 3, "other_practices": 3}));
    // Blank and malformed codes are given apart.
    let issues = crate::harness::table(&found, "issues")["rows"].as_array().unwrap().clone();
    let apart = issues.iter().find(|row| row["text"].as_str().unwrap().contains("malformed practice code")).unwrap();
    assert_eq!(apart["rows"], 3);
}
