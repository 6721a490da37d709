//! Reports that GP systems export: EMIS with lines above the header, SystmOne
//! with the words of its own.

use serde_json::json;

use crate::books::of_csv;
use crate::data::{booked, buckets, checked, dose, doses, extract, input, nhs, patient, pick, report, row};
use crate::harness::{Folder, vaxdash};

/// The report has no column for any of this.
const ACCEPTED: [&str; 8] = [
    "--accept",
    "no-death-column",
    "--accept",
    "no-removal-column",
    "--accept",
    "no-restricted-column",
    "--accept",
    "no-consent-column",
];

/// An EMIS patient report of two people; its rows have one cell more.
fn emis_patients() -> String {
    format!(
        "\"Recall list\",,,,,,,,,,,\n\
         \"Last Run\",\"\",\"\",\"11/05/2022 07:30\",,,,,,,,\n\
         \"\",\"\",\"\",\"\",,,,,,,,\n\
         \"Patient Details\",,,,,,,,,,,\n\
         \"NHS Number\",\"Family Name\",\"Given Name\",\"Title\",\"Date of Birth\",\"Gender\",\"House Name / Flat Number\",\
         \"Number and Street\",\"Town\",\"Postcode\",\"Mobile Telephone\",\"Organisation Code\"\n\
         {},Fell,Ada,Ms,01-Jun-1970,Female,Flat 2,1 High Street,Anytown,LS71 1AA,07700900001,A81001,\n\
         {},Hill,Bo,Mr,02-Jul-1960,Male,,2 High Street,Anytown,LS71 1AA,07700900002,A81002,\n",
        nhs(1),
        nhs(2)
    )
}

/// An EMIS report of vaccinations, with when it was run.
fn emis_events(last_run: &str) -> String {
    format!(
        "Vaccinations,,,\nLast Run,,,{last_run}\nPatient Details,,Vaccination,\n\
         NHS Number,Effective Date,Procedure Code,Product Code\n\
         {},01-Mar-2021,1324681000000101,39115611000001103,\n{},01-Mar-2021,1324681000000101,39115611000001103\n",
        nhs(1),
        nhs(2)
    )
}

#[test]
fn an_emis_report_is_read_as_patients() {
    for bytes in [emis_patients().into_bytes(), of_csv(&emis_patients())] {
        let folder = extract(&[], &doses(1, &["20210301"])).with("patients.csv", bytes);
        let found = report(&folder, "uptake", &["--by", "gender"]);
        assert_eq!(buckets(&found, "patients"), json!({"patients": 2}));
        assert_eq!(row(&found, "uptake", "gender", "female")["patients"], 1);
        let lines = booked(&folder, &ACCEPTED);
        assert!(lines.len() == 1 && lines[0].contains("Fell") && lines[0].contains("07700900001"), "{lines:?}");
        // One cell more is the way of these reports, and no cause for a remark.
        assert!(!crate::data::remarks(&checked(&folder, &[])).contains("more cells"));
    }
}

#[test]
fn an_emis_report_is_read_as_vaccinations() {
    for bytes in [emis_events("11/05/2022 07:30").into_bytes(), of_csv(&emis_events("11/05/2022 07:30"))] {
        let folder = extract(&[patient(1), patient(2)], &[]).with("vaccinations.csv", bytes);
        assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": 2}));
    }
}

#[test]
fn last_run_is_when_the_file_was_refreshed_by_clocks_in_england() {
    for (last_run, as_at, refreshed) in [
        ("11/05/2022 07:30", "2022-05-11", "2022-05-11T06:30:00Z"),
        ("11-May-2022 23:30", "2022-05-11", "2022-05-11T22:30:00Z"),
        ("08/12/2021 07:30", "2021-12-08", "2021-12-08T07:30:00Z"),
        ("08/12/2021", "2021-12-08", "2021-12-08T00:00:00Z"),
    ] {
        let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", emis_events(last_run));
        let found = vaxdash(&["uptake", "--data", folder.arg(), "--format", "json"]).ended(0).json();
        assert_eq!((&found["as_at"], &found["last_refreshed"]), (&json!(as_at), &json!(refreshed)), "{last_run}");
    }
    // As a typed cell of a workbook, too.
    let bytes = crate::books::of_cells(|sheet| {
        crate::books::fill(sheet, emis_events("").as_bytes(), b',');
        let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy hh:mm");
        sheet.write_number_with_format(1, 3, 44_692.312_5, &format).unwrap();
    });
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", bytes);
    let found = vaxdash(&["uptake", "--data", folder.arg(), "--format", "json"]).ended(0).json();
    assert_eq!(found["last_refreshed"], "2022-05-11T06:30:00Z");
    // The time stamp in a name decides against it; nonsense and reports of patients tell nothing.
    let stamped = extract(&[patient(1)], &[]).with("vaccinations_20220501T060000.csv", emis_events("11/05/2022 07:30"));
    std::fs::remove_file(stamped.file("vaccinations.csv")).unwrap();
    let found = vaxdash(&["uptake", "--data", stamped.arg(), "--format", "json"]).ended(0).json();
    assert_eq!(found["last_refreshed"], "2022-05-01T06:00:00Z");
    let none =
        extract(&[], &[]).with("patients.csv", emis_patients()).with("vaccinations.csv", emis_events("yesterday"));
    let found = vaxdash(&["uptake", "--data", none.arg(), "--format", "json"]).ended(0).json();
    assert_eq!(found["last_refreshed"], json!(null));
    assert_eq!(input(&checked(&none, &[]), "patients.csv")["last_refreshed"], "11/05/2022 06:30 GMT");
}

/// The headings of a SystmOne report of vaccinations.
const SYSTMONE: &str = "Date of birth,NHS number,Vaccination area code,Vaccination batch number,Vaccination reason,\
    Vaccination type,First name,Postcode,Sex,Surname,Event date,Event location type,Event time,Team ID,School,\
    School code,Patient Count\n";

#[test]
fn a_systmone_report_is_read_as_vaccinations_without_a_guess_at_brand_or_dose() {
    let line = |n, kind: &str, date: &str| {
        format!("19700601,{},,FX0001,,{kind},Ada,LS71 1AA,Female,Fell,{date},Surgery,,,,,\n", nhs(n))
    };
    let text = SYSTMONE.to_owned()
        + &line(1, "COVID-19 Vaccine AstraZeneca 2", "20210301")
        + &line(1, "SARS-CoV-2 mRNA", "01/06/2021")
        + &line(1, "MenACWY", "20210901")
        + &line(2, "COVID-19", "20210301");
    for bytes in [text.clone().into_bytes(), of_csv(&text)] {
        let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", bytes);
        let found = report(&folder, "history", &[&nhs(1)]);
        assert_eq!(buckets(&found, "vaccinations"), json!({"doses": 2, "not_covid": 1, "other_people": 1}));
        let keys = ["date", "role", "brand", "batch"];
        let first = pick(row(&found, "history", "date", "2021-03-01"), &keys);
        assert_eq!(first, json!(["2021-03-01", "dose 1", null, "FX0001"]));
    }
}

#[test]
fn a_systmone_report_of_patients_needs_a_practice_code() {
    let header = "NHS number,Surname,First name,Date of birth,Sex,Postcode,GP Practice Code\n";
    let text = format!("{header}{},Fell,Ada,01 Jun 1970,Female,LS71 1AA,A81001\n", nhs(1));
    let folder = extract(&[], &[dose(1, "20210301")]).with("patients.csv", text);
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
    let without = Folder::new().with("patients.csv", header.replace(",GP Practice Code", ""));
    let remark = input(&checked(&without, &[]), "patients.csv")["remark"].as_str().unwrap().to_owned();
    assert!(remark.contains("practice code"), "{remark}");
}
