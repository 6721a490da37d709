//! The headings seen in the wild (section 1.1), each seen to work by what the
//! column does.

use serde_json::{Value, json};

use crate::data::{DOSE1, PFIZER, booked, buckets, column, csv, extract, nhs, patient, report};
use crate::harness::{Folder, table};

/// A folder whose one patient has some columns under another heading.
fn renamed(heading: &str, alias: &str, cell: &str) -> Folder {
    let text = csv(&[patient(1).with("renamed", cell)]);
    let (header, rows) = text.split_once('\n').unwrap();
    let header = header.replacen(heading, "unused", 1).replacen("renamed", alias, 1);
    extract(&[], &[]).with("patients.csv", format!("{header}\n{rows}"))
}

#[test]
fn what_makes_a_patient() {
    let cases: [(&str, String, &[&str]); 3] = [
        (
            "NHS Number",
            nhs(1),
            &["NHS_NUMBER", "NHS Number", "NHS no", "NHS NO.", "nhsnumber", "Traced_NHSNUMBER", "CHILD_NHS_NUMBER"],
        ),
        (
            "Date of Birth",
            "01/06/1970".to_owned(),
            &["PERSON_DOB", "DOB", "Date of Birth", "birth_date", "DateOfBirth", "CHILD_DATE_OF_BIRTH"],
        ),
        (
            "Practice code",
            "A81001".to_owned(),
            &[
                "GP_PRACTICE",
                "Practice code",
                "GP Practice Code",
                "gp_code",
                "PRIMARY_CARE_CODE",
                "primary_care_provider",
                "Organisation Code",
                "Organisation ID",
                "GPPractice_Code",
            ],
        ),
    ];
    for (heading, cell, aliases) in cases {
        for alias in aliases {
            let report = report(&renamed(heading, alias, &cell), "uptake", &[]);
            assert_eq!(buckets(&report, "patients"), json!({"patients": 1}), "{alias}");
        }
    }
}

#[test]
fn what_a_booking_file_needs() {
    let cases: [(&str, &str, &[&str]); 5] = [
        ("Title", "Dr", &["Title", "name_prefix"]),
        (
            "Forename",
            "Bo",
            &[
                "PERSON_FORENAME",
                "Forename(s)",
                "Given Name",
                "given_name",
                "First name",
                "Calling Name",
                "PatientFirstName",
                "CHILD_FIRST_NAME",
            ],
        ),
        (
            "Surname",
            "Lee",
            &[
                "PERSON_SURNAME",
                "Surname",
                "Family Name",
                "family_name",
                "last name",
                "PatientSurname",
                "CHILD_LAST_NAME",
            ],
        ),
        (
            "Mobile Telephone",
            "07700900555",
            &["Mobile Telephone", "mobile", "mobile_telephone_number", "Telephone Number (Mobile)"],
        ),
        (
            "Mobile Telephone",
            "07700900556",
            &[
                "Home Telephone",
                "home_telephone_number",
                "landline",
                "Telecom Number",
                "Contact number",
                "contact_telephone",
            ],
        ),
    ];
    for (heading, cell, aliases) in cases {
        for alias in aliases {
            let folder = renamed(heading, alias, cell).with(
                "vaccinations.csv",
                format!("NHS_NUMBER|DATE_AND_TIME|procedure_code\n{}|20210301|{DOSE1}\n", nhs(1)),
            );
            let lines = booked(&folder, &[]);
            let cells: Vec<&str> = lines.first().map(|line| line.split(',').collect()).unwrap_or_default();
            assert!(cells.contains(&cell), "{alias}: {lines:?}");
        }
    }
}

#[test]
fn what_says_where_a_patient_stands() {
    for (aliases, cell, bucket) in [
        (&["DATE_OF_DEATH", "Death Date", "DeceasedDateTime"][..], "01/02/2022", "deceased"),
        (&["death_status", "Flag_PDSInformallyDeceased"], "1", "deceased"),
        (&["reason_for_removal", "RfR", "removal reason"], "EMB", "removed"),
    ] {
        for alias in aliases {
            let folder = extract(&[patient(1).with(alias, cell), patient(2)], &[]);
            assert_eq!(
                buckets(&report(&folder, "uptake", &[]), "patients"),
                json!({bucket: 1, "patients": 1}),
                "{alias}"
            );
        }
    }
}

#[test]
fn what_a_report_is_broken_down_by() {
    for (aliases, cell, by, expected) in [
        (
            &["PERSON_GENDER_CODE", "PERSON_GENDER", "Gender", "GENDER (FHIR)", "Sex", "Stated gender"][..],
            "2",
            "gender",
            json!("female"),
        ),
        (&["Ethnic Category", "ethnicity", "Ethnicity code"], "H", "ethnicity", json!("Asian")),
    ] {
        for alias in aliases {
            let folder = extract(&[patient(1).with(alias, cell)], &[]);
            let report = report(&folder, "uptake", &["--by", by]);
            let rows = table(&report, "uptake")["rows"].as_array().unwrap();
            let found: Vec<&Value> = rows.iter().filter(|row| row["patients"] == 1).map(|row| &row[by]).collect();
            assert_eq!(found, [&expected], "{alias}");
        }
    }
}

#[test]
fn what_an_event_needs() {
    let event = |date: &str, code: &str, cell: &str| format!("NHS_NUMBER|{date}|{code}\n{}|20210301|{cell}\n", nhs(1));
    let dates =
        ["DATE_AND_TIME", "DATE_OF_VACCINATION", "Event date", "Admin date", "effective_date", "Vaccination date"];
    let by_date = dates.map(|date| event(date, "procedure_code", DOSE1));
    let codes = [
        ("VACCINATION_PROCEDURE_CODE", DOSE1),
        ("procedure_code", DOSE1),
        ("VACCINE_PRODUCT_CODE", PFIZER),
        ("product_code", PFIZER),
    ];
    let by_code = codes.map(|(heading, code)| event("DATE_AND_TIME", heading, code));
    for text in by_date.into_iter().chain(by_code) {
        let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", &text);
        assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": 1}), "{text}");
    }
}

#[test]
fn what_makes_a_practice() {
    for alias in ["GP_PRACTICE", "Organisation Code", "gp_code", "Organisation ID"] {
        for name in ["Organisation Name", "Practice_NAME", "Partner Name"] {
            let list = format!("{alias},{name},pcn_code\nA81001,Abbey,U11111\n");
            let folder = extract(&[patient(1)], &[]).with("practices.csv", list);
            let report = report(&folder, "uptake", &["--by", "practice,pcn"]);
            assert_eq!(column(&report, "uptake", "practice_name"), ["Abbey"], "{alias} {name}");
            assert_eq!(column(&report, "uptake", "pcn_code"), ["U11111"], "{alias} {name}");
        }
    }
    for alias in ["Activity codes", "activity_code", "B-codes"] {
        let list = format!("Practice code,{alias}\nA81001,B0360\nA81002,B0401\n");
        let folder = extract(&[patient(1)], &[]).with("practices.csv", list);
        assert_eq!(column(&report(&folder, "uptake", &[]), "uptake", "practice_code"), ["A81001"], "{alias}");
    }
}

#[test]
fn what_makes_an_immunosuppressed_list() {
    for heading in ["Data_Source", "list_source", "immunosuppressed_reason", "date_added", "InceptionDate"] {
        let folder = extract(&[patient(1), patient(2)], &[])
            .with("list.csv", format!("NHS Number,{heading}\n{},01/09/2021\n", nhs(2)));
        let report = report(&folder, "uptake", &["--immunosuppressed"]);
        assert_eq!(table(&report, "uptake")["totals"]["patients"], 1, "{heading}");
    }
}

#[test]
fn what_makes_a_sources_file() {
    for (source, refreshed) in
        [("source", "last_refreshed"), ("source name", "refreshed"), ("data source", "refresh time")]
    {
        let folder = extract(&[patient(1)], &[])
            .with("sources.csv", format!("{source},{refreshed}\nEMIS,10/05/2022 18:30 GMT\n"));
        assert_eq!(report(&folder, "uptake", &[])["last_refreshed"], "2022-05-10T18:30:00Z", "{source}");
    }
}
