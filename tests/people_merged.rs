//! People on several rows: section 8.3 of the specification.

use serde_json::{Value, json};

use crate::data::{
    Row, beside, booked, buckets_beside, column, csv, doses, doubts, extract, nhs, on, patient, report, row,
};
use crate::harness::{Folder, table};

/// Where the people of some files of patients end.
#[track_caller]
fn ends(files: &[(&str, &[Row])]) -> Value {
    buckets_beside(&report(&folder(files), "uptake", &[]))
}

/// These files of patients, each of whom had a first dose.
fn folder(files: &[(&str, &[Row])]) -> Folder {
    let events: Vec<Row> = (1..=9).flat_map(|n| doses(n, &["20210301"])).collect();
    beside(files.iter().fold(extract(&[], &events), |folder, (name, rows)| folder.with(name, csv(rows))))
}

/// A row with nothing but who and where.
fn bare(n: u32) -> Row {
    Row::default().with("NHS Number", nhs(n)).with("Date of Birth", "01/06/1970").with("Practice code", "A81001")
}

#[test]
fn a_register_and_the_contacts_beside_it_are_one_persons_data() {
    let register = [
        patient(1).with("Date of death", "01/03/2021"),
        patient(2).with("SENSITIVE_FLAG", "S"),
        patient(3).with("sms_consent", "Refused"),
        patient(4).with("RfR", "SCT"),
        patient(5).flagged(&["housebound"]).with("Gender", "2"),
    ];
    let contacts: Vec<Row> = (1..=5).map(|n| bare(n).with("Mobile Telephone", format!("0770090010{n}"))).collect();
    for files in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
        let folder = folder(&[(files[0], &register), (files[1], &contacts)]);
        let found = report(&folder, "uptake", &["--by", "gender"]);
        let expected = json!({"patients": 3, "duplicate": 5, "deceased": 1, "removed": 1});
        assert_eq!(buckets_beside(&found), expected, "{files:?}");
        assert_eq!(row(&found, "uptake", "gender", "female")["patients"], 1, "{files:?}");
        // The mobile number is that of the last row, which is in either file; names are in the register alone.
        let mobile = if files[0] == "a.csv" { "07700900105" } else { "07700900005" };
        assert_eq!(booked(&folder, &["--include-visits"]), [format!("Ms,Ada,Fell5,01/06/1970,{},{mobile}", nhs(5))]);
        // No other file lacks anything of these people.
        for id in ["no-death-column", "no-removal-column", "no-restricted-column", "no-consent-column"] {
            assert_eq!(doubts(&found, id), Vec::<Value>::new(), "{files:?} {id}");
        }
    }
}

#[test]
fn a_death_on_any_row_is_one_until_a_later_row_withdraws_it() {
    let (alive, u) = (patient(1), patient(1).with("death_status", "U"));
    let dead = patient(1).with("Date of death", "01/02/2021");
    let (status, dea) = (patient(1).with("death_status", "2"), patient(1).with("RfR", "DEA"));
    for (rows, end) in [
        (vec![&dead, &alive], "deceased"),
        (vec![&status, &alive], "deceased"),
        (vec![&dea, &alive], "deceased"),
        (vec![&dead, &u], "patients"),
        (vec![&u, &dead], "deceased"),
        // Death as a reason for removal counts, whatever a later row says.
        (vec![&dea, &u], "deceased"),
    ] {
        let rows: Vec<Row> = rows.into_iter().cloned().collect();
        assert_eq!(ends(&[("p.csv", &rows)]), json!({end: 1, "duplicate": 1}));
    }
    // Two columns of one row that disagree: it is a death.
    let both = patient(1).with("death_status", "U").with("Flag_PDSInformallyDeceased", "2");
    assert_eq!(ends(&[("p.csv", &[both])]), json!({"deceased": 1}));
}

#[test]
fn the_earliest_readable_date_of_death_counts() {
    let dates = ["01/02/2022", "01/03/2022", "unknown"];
    let rows: Vec<Row> = dates.iter().map(|date| patient(1).with("Date of death", *date)).collect();
    let folder = folder(&[("p.csv", &rows)]);
    let at = |as_at: &str| buckets_beside(&report(&folder, "uptake", &["--as-at", as_at]));
    assert_eq!(at("31/01/2022"), json!({"patients": 1, "duplicate": 2}));
    assert_eq!(at("01/02/2022"), json!({"deceased": 1, "duplicate": 2}));
    assert!(booked(&folder, &["--as-at", "31/01/2022"]).is_empty());
}

#[test]
fn rejected_rows_tell_of_deaths_restrictions_and_refusals() {
    for (heading, cell) in [("Date of death", "01/02/2021"), ("SENSITIVE_FLAG", "Y"), ("sms_consent", "N")] {
        for bad in [patient(1).with("Date of Birth", "never"), patient(1).with("Date of Birth", "12/05/2022")] {
            let rows = [patient(1), bad.with(heading, cell)];
            assert!(booked(&folder(&[("p.csv", &rows)]), &[]).is_empty(), "{heading}");
        }
    }
    let rows = [patient(1), patient(1).with("Date of Birth", "").with("Date of death", "01/02/2021")];
    assert_eq!(ends(&[("p.csv", &rows)]), json!({"deceased": 1, "rejected": 1}));
}

#[test]
fn the_registration_is_the_last_practice_without_a_reason_for_removal() {
    let here = patient(1).with("Practice code", "A81002");
    let left = patient(1).with("RfR", "RDR");
    for rows in [[here.clone(), left.clone()], [left.clone(), here.clone()]] {
        let found = report(&folder(&[("p.csv", &rows)]), "uptake", &["--by", "practice"]);
        assert_eq!(buckets_beside(&found), json!({"patients": 1, "duplicate": 1}));
        assert_eq!(row(&found, "uptake", "practice_code", "A81002")["patients"], 1);
    }
    // Of one practice the last row counts, of two that were left the last.
    assert_eq!(ends(&[("p.csv", &[patient(1), left.clone()])]), json!({"removed": 1, "duplicate": 1}));
    assert_eq!(ends(&[("p.csv", &[left.clone(), patient(1)])]), json!({"patients": 1, "duplicate": 1}));
    assert_eq!(ends(&[("p.csv", &[left.clone(), here.with("RfR", "SCT")])]), json!({"removed": 1, "duplicate": 1}));
    // The row of a file without the column is one with the earlier row of its practice.
    let ends = ends(&[("a.csv", &[left]), ("b.csv", &[bare(1)])]);
    assert_eq!(ends, json!({"removed": 1, "duplicate": 1}));
}

#[test]
fn a_blank_is_an_answer_where_its_file_has_the_column() {
    let rows = [patient(1).with("Gender", "1").flagged(&["housebound"]), patient(1).with("Gender", "")];
    let found = report(&folder(&[("p.csv", &rows)]), "uptake", &["--by", "gender", "--practice", "A81001"]);
    assert_eq!(row(&found, "uptake", "gender", "not known")["patients"], 1);
    let none = report(&folder(&[("p.csv", &rows)]), "uptake", &["--housebound"]);
    assert_eq!(table(&none, "uptake")["totals"]["patients"], 0);
}

#[test]
fn another_practice_fills_in_what_no_file_of_the_registration_has() {
    let other = patient(1).with("RfR", "").with("Gender", "2").flagged(&["housebound"]);
    let found = report(
        &folder(&[("a.csv", &[other]), ("b.csv", &[bare(1).with("Practice code", "A81002")])]),
        "uptake",
        &["--by", "practice,gender", "--housebound"],
    );
    assert_eq!(column(&found, "uptake", "practice_code"), ["A81002"]);
    assert_eq!(column(&found, "uptake", "gender"), ["female"]);
}

#[test]
fn people_whose_rows_disagree_are_counted_by_field() {
    let rows = [
        patient(1).with("Date of death", "01/02/2021"),
        patient(1),
        patient(2).with("Gender", "1"),
        patient(2).with("Gender", "2").with("Practice code", "A81002"),
        patient(3),
        patient(3),
    ];
    let found = report(&folder(&[("p.csv", &rows)]), "uptake", &[]);
    let counts: Vec<(Value, Value, String)> = doubts(&found, "people-disagree")
        .into_iter()
        .map(|doubt| (doubt["count"].clone(), doubt["of"].clone(), doubt["what"].as_str().unwrap().to_owned()))
        .collect();
    let about: Vec<&str> = counts.iter().map(|(.., what)| what.rsplit(" about ").next().unwrap()).collect();
    assert_eq!(about, ["the practice", "a death", "gender"]);
    assert!(counts.iter().all(|(count, of, _)| (count, of) == (&json!(1), &json!(3))), "{counts:?}");
    on(&folder(&[("p.csv", &[patient(3), patient(3)])]), "uptake", &[]).ended(0);
}

#[test]
fn every_usable_row_beyond_the_registration_is_a_duplicate() {
    let rows = [
        patient(1).with("Date of Birth", ""),
        patient(1),
        patient(1).with("Practice code", "A81002"),
        patient(1).with("Date of Birth", "12/05/2022"),
        patient(1),
    ];
    let expected = json!({"patients": 1, "duplicate": 2, "rejected": 1, "not_yet_born": 1});
    assert_eq!(ends(&[("p.csv", &rows)]), expected);
}
