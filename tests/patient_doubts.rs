//! Cells of patients, and what of patients files is doubted: sections 8.1 and 8.4.

use serde_json::{Value, json};

use crate::data::{
    Row, beside, booked, buckets, buckets_beside, csv, doses, doubts, extract, nhs, patient, report, row,
};
use crate::harness::Folder;

/// The doubts of a name that stand with these patients: consequence, count, of.
#[track_caller]
fn doubted(folder: &Folder, id: &str) -> Vec<Value> {
    let all = doubts(&report(folder, "uptake", &[]), id);
    all.iter().map(|doubt| json!([doubt["consequence"], doubt["count"], doubt["of"]])).collect()
}

fn people(rows: &[Row]) -> Folder {
    let events: Vec<Row> = (1..=9).flat_map(|n| doses(n, &["20210301"])).collect();
    extract(rows, &events)
}

/// Where each of these cells puts a patient.
#[track_caller]
fn ends(heading: &'static str, cells: &[(&str, &str)]) {
    for (cell, end) in cells {
        let folder = beside(people(&[patient(1).with(heading, *cell)]));
        assert_eq!(buckets_beside(&report(&folder, "uptake", &[])), json!({*end: 1}), "{heading} {cell}");
    }
}

#[test]
fn dates_of_death_that_are_none() {
    ends(
        "Date of death",
        &[
            ("NULL", "patients"),
            ("N/A", "patients"),
            ("--", "patients"),
            ("9999-12-31", "patients"),
            ("31/12/9999 23:59:59", "patients"),
            ("1900-01-01", "patients"),
            ("0001-01-01T00:00:00", "patients"),
            ("'9999-12-31", "patients"),
            // Unknown, not blank.
            ("?", "deceased"),
            (".", "deceased"),
            ("-", "deceased"),
            // Before birth; and after the day of the clock.
            ("31/05/1970", "deceased"),
            ("01/01/2098", "patients"),
            ("=\"01/02/2021\"", "deceased"),
        ],
    );
    let living = people(&[patient(1).with("Date of death", "9999-12-31"), patient(2).with("Date of death", "NULL")]);
    assert_eq!(booked(&living, &[]).len(), 2);
}

#[test]
fn words_of_a_death_status() {
    ends(
        "death_status",
        &[
            ("alive", "patients"),
            ("A", "patients"),
            ("NULL", "patients"),
            ("Deceased", "deceased"),
            ("1.0", "deceased"),
            ("died", "deceased"),
            ("perhaps", "patients"),
            ("?", "patients"),
            ("01/02/2021", "deceased"),
            ("12/05/2022", "patients"),
        ],
    );
}

#[test]
fn reasons_for_removal() {
    ends(
        "RfR",
        &[
            ("NA", "patients"),
            ("0", "patients"),
            ("0.0", "patients"),
            ("?", "patients"),
            ("dea", "deceased"),
            ("Deceased", "deceased"),
            ("SCT", "removed"),
            ("gone fishing", "removed"),
        ],
    );
}

#[test]
fn two_columns_of_one_safety_field_are_united() {
    for (one, other, cell) in [
        ("Date of death", "Death Date", "01/02/2021"),
        ("RfR", "removal reason", "SCT"),
        ("SENSITIVE_FLAG", "restricted", "Y"),
        ("death_status", "Flag_PDSInformallyDeceased", "2"),
        ("sms_consent", "SMS-consent", "N"),
    ] {
        for cells in [[cell, ""], ["", cell]] {
            let row = patient(1).with(one, cells[0]).with(other, cells[1]);
            assert!(booked(&beside(people(&[row])), &[]).is_empty(), "{one} {cells:?}");
        }
    }
}

#[test]
fn a_birth_in_utc_is_the_date_in_london() {
    let folder = people(&[patient(1).with("Date of Birth", "1970-05-31T23:00:00.000Z")]);
    assert!(booked(&folder, &[])[0].contains("01/06/1970"));
}

#[test]
fn words_that_are_not_understood_are_counted_by_column() {
    let rows = [
        patient(1).with("Gender", "both").with("carer", "perhaps").with("RfR", "gone fishing"),
        patient(2).with("Gender", "both").with("SENSITIVE_FLAG", "very").with("imd_decile", "11"),
        patient(3).with("Ethnic Category", "Martian").with("Date of death", "31/05/1970"),
        patient(4).with("Practice code", "B82099").with("Gender", "both"),
    ];
    let found = doubts(&report(&people(&rows), "uptake", &[]), "words-unknown");
    let mut counts: Vec<(String, u64, u64)> = found
        .iter()
        .map(|doubt| {
            let what = doubt["what"].as_str().unwrap();
            let heading = what.split('"').nth(1).unwrap().to_owned();
            assert_eq!((&doubt["consequence"], &doubt["file"]), (&json!("note"), &json!("patients.csv")));
            (heading, doubt["count"].as_u64().unwrap(), doubt["of"].as_u64().unwrap())
        })
        .collect();
    counts.sort();
    let one = |heading: &str| (heading.to_owned(), 1, 3);
    let mut expected = vec![
        one("Date of death"),
        one("Ethnic Category"),
        ("Gender".to_owned(), 2, 3),
        one("RfR"),
        one("SENSITIVE_FLAG"),
        one("carer"),
        one("imd_decile"),
    ];
    expected.sort();
    assert_eq!(counts, expected);
}

#[test]
fn a_file_without_a_safety_column_is_unsafe_for_those_no_other_file_knows() {
    let bare = |n| Row::default().with("NHS Number", nhs(n)).with("DOB", "01/06/1970").with("Practice code", "A81001");
    let folder = people(&[patient(1)]).with("b.csv", csv(&[bare(1), bare(2), bare(3), bare(3)]));
    for id in ["no-death-column", "no-removal-column", "no-restricted-column", "no-consent-column"] {
        let found = doubts(&report(&folder, "uptake", &[]), id);
        assert_eq!(found.len(), 1, "{id}");
        let shown = json!([found[0]["file"], found[0]["consequence"], found[0]["count"], found[0]["of"]]);
        assert_eq!(shown, json!(["b.csv", "unsafe", 2, 3]), "{id}");
    }
    // A status is as good as a date.
    let folder = people(&[]).with("patients.csv", csv(&[bare(1).with("death_status", "")]));
    assert!(doubted(&folder, "no-death-column").is_empty());
    assert_eq!(doubted(&folder, "no-removal-column"), [json!(["unsafe", 1, 1])]);
}

#[test]
fn too_many_dead_restricted_or_removed() {
    let some = |heading: &'static str, cell: &str, count: u32, of: u32| {
        let rows: Vec<Row> = (1..=of).map(|n| patient(n).with(heading, if n <= count { cell } else { "" })).collect();
        doubted(&people(&rows), "status-implausible")
    };
    assert_eq!(some("Date of death", "01/02/2021", 3, 13), [json!(["unsafe", 3, 13])]);
    assert!(some("Date of death", "01/02/2021", 2, 5).is_empty());
    assert_eq!(some("SENSITIVE_FLAG", "Y", 3, 13), [json!(["unsafe", 3, 13])]);
    assert_eq!(some("RfR", "SCT", 12, 13), [json!(["unsafe", 12, 13])]);
    assert!(some("RfR", "SCT", 9, 10).is_empty());
}

#[test]
fn rows_rejected_and_practice_codes() {
    let with = |heading: &'static str, cell: &str, count: u32| {
        let rows: Vec<Row> = (1..=13).map(|n| patient(n).with(heading, if n <= count { cell } else { "" })).collect();
        rows
    };
    let bad = with("x", "", 0);
    assert!(doubted(&people(&bad), "rows-rejected").is_empty());
    let mut rows = bad.clone();
    (0..3).for_each(|place| rows[place] = rows[place].clone().with("Date of Birth", ""));
    assert_eq!(doubted(&people(&rows), "rows-rejected"), [json!(["note", 3, 13])]);
    let mut rows = bad;
    (0..3).for_each(|place| rows[place] = rows[place].clone().with("Practice code", "A81001 - Abbey"));
    assert_eq!(doubted(&people(&rows), "practice-codes"), [json!(["note", 3, 13])]);
}

#[test]
fn practices_and_lists_without_people() {
    let folder = people(&[patient(1), patient(2).with("Practice code", "A81003").with("RfR", "SCT")]);
    let found = doubts(&report(&folder, "uptake", &[]), "practice-without-patients");
    assert_eq!(json!([found[0]["count"], found[0]["of"]]), json!([2, 3]));
    assert!(found[0]["what"].as_str().unwrap().ends_with("A81002, A81003"));
    let list = |bad: u32| {
        let rows = (1..=40).map(|n| if n <= bad { "1.00E+09,x\n".to_owned() } else { format!("{},x\n", nhs(1)) });
        "NHS Number,Data_Source\n".to_owned() + &rows.collect::<String>()
    };
    let with = |bad| doubted(&people(&[patient(1)]).with("list.csv", list(bad)), "list-unmatched");
    assert_eq!(with(3), [json!(["note", 3, 40])]);
    assert!(with(2).is_empty());
}

/// A file of which some rows end after the practice code.
fn cut(short: u32, of: u32) -> Folder {
    let header =
        "NHS Number,Date of Birth,Practice code,Forename,Surname,Mobile,DATE_OF_DEATH,RfR,SENSITIVE_FLAG,sms_consent\n";
    let row = |n: u32| {
        let start = format!("{},01/06/1970,A81001,Ada,Fell,07700900001", nhs(n));
        if n <= short { start + "\n" } else { start + ",,,,\n" }
    };
    let text = header.to_owned() + &(1..=of).map(row).collect::<String>();
    people(&[]).with("patients.csv", text)
}

#[test]
fn rows_that_end_early_leave_what_is_safe_unknown() {
    let folder = cut(1, 4);
    let found = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 4}));
    assert_eq!(doubted(&folder, "rows-short"), [json!(["note", 1, 4])]);
    // Restricted, and no text messages.
    assert!(booked(&folder, &[]).iter().all(|line| !line.contains(&nhs(1))));
    assert_eq!(booked(&folder, &[]).len(), 3);
}

#[test]
fn where_most_rows_end_early_the_exporter_cuts_blanks_off() {
    let folder = cut(4, 7);
    assert_eq!(doubted(&folder, "rows-short"), [json!(["unsafe", 4, 7])]);
    assert_eq!(booked(&folder, &["--accept", "rows-short"]).len(), 7);
    // Half of them are not most.
    assert_eq!(doubted(&cut(4, 8), "rows-short"), [json!(["note", 4, 8])]);
    // What is missing is then a restriction that nobody can rule out, of too many.
    assert_eq!(doubted(&cut(4, 8), "status-implausible"), [json!(["unsafe", 4, 8])]);
    assert_eq!(booked(&cut(4, 8), &["--accept", "status-implausible"]).len(), 4);
}

#[test]
fn the_year_of_the_ranks() {
    let rows =
        |ranks: &[&str]| -> Vec<Row> { (1..).zip(ranks).map(|(n, rank)| patient(n).with("imd_rank", *rank)).collect() };
    let shown = |folder: &Folder, args: &[&str]| -> Vec<Value> {
        let found = report(folder, "uptake", &[&["--by", "imd"], args].concat());
        (1..=5).map(|quintile| row(&found, "uptake", "imd_quintile", quintile)["patients"].clone()).collect()
    };
    // 6751 × 5 = 33755 is the last of the first fifth of 2025, and in the second of 2019.
    let of_2025 = people(&rows(&["6600", "6751", "6752", "33000", "33755"]));
    assert_eq!(shown(&of_2025, &[]), [2, 1, 0, 0, 2]);
    assert_eq!(doubted(&of_2025, "imd-version"), [json!(["note", 5, 5])]);
    let of_2019 = people(&rows(&["6568", "6569", "6751", "32844"]));
    assert_eq!(shown(&of_2019, &[]), [1, 2, 0, 0, 1]);
    assert_eq!(doubted(&of_2019, "imd-version"), [json!(["note", 4, 4])]);
    assert!(doubted(&people(&[patient(1).with("imd_quintile", "1")]), "imd-version").is_empty());
    // A rank of somebody else's practice proves nothing.
    let mut others = rows(&["6600"]);
    others.push(patient(2).with("imd_rank", "33000").with("Practice code", "B82099"));
    assert_eq!(shown(&people(&others), &[]), [0, 1, 0, 0, 0]);
}

#[test]
fn fields_that_no_patients_file_has() {
    let found = doubts(&report(&people(&[patient(1)]), "uptake", &[]), "columns-absent");
    let what = found.iter().map(|doubt| doubt["what"].as_str().unwrap()).find(|what| what.contains("patients file"));
    let what = what.unwrap();
    assert!(what.contains("IMD") && what.contains("at_risk") && what.contains("email"), "{what}");
    assert!(!what.contains("mobile (") && !what.contains("forename"), "{what}");
}
