//! Files are recognised by their header, never by their name.

use serde_json::json;

use crate::data::{PRACTICES, buckets, checked, csv, dose, doses, extract, input, patient, pipes, remarks, report};
use crate::harness::Folder;

/// The kind that `check` gives a file.
#[track_caller]
fn kind_of(text: &str) -> String {
    let folder = Folder::new().with("practices.csv", PRACTICES).with("file.csv", text);
    input(&checked(&folder, &[]), "file.csv")["kind"].as_str().unwrap().to_owned()
}

const V5: &str = "NHS_NUMBER|PERSON_FORENAME|PERSON_SURNAME|PERSON_DOB|PERSON_GENDER_CODE|PERSON_POSTCODE|DATE_AND_TIME|\
    SITE_CODE|SITE_CODE_TYPE_URI|UNIQUE_ID|UNIQUE_ID_URI|ACTION_FLAG|PERFORMING_PROFESSIONAL_FORENAME|\
    PERFORMING_PROFESSIONAL_SURNAME|RECORDED_DATE|PRIMARY_SOURCE|VACCINATION_PROCEDURE_CODE|VACCINATION_PROCEDURE_TERM|\
    DOSE_SEQUENCE|VACCINE_PRODUCT_CODE|VACCINE_PRODUCT_TERM|VACCINE_MANUFACTURER|BATCH_NUMBER|EXPIRY_DATE|\
    SITE_OF_VACCINATION_CODE|SITE_OF_VACCINATION_TERM|ROUTE_OF_VACCINATION_CODE|ROUTE_OF_VACCINATION_TERM|DOSE_AMOUNT|\
    DOSE_UNIT_CODE|DOSE_UNIT_TERM|INDICATION_CODE|LOCATION_CODE|LOCATION_CODE_TYPE_URI";

#[test]
fn each_kind_by_its_header() {
    for (header, kind) in [
        (V5, "vaccinations"),
        ("NHS Number,Vaccination date,procedure_code", "vaccinations"),
        ("NHS Number,Event date,product_code", "vaccinations"),
        ("NHS Number,DOB,Practice code", "patients"),
        ("NHS Number,Data_Source", "immunosuppressed"),
        ("NHS Number,immunosuppressed_reason", "immunosuppressed"),
        ("NHS Number,date_added", "immunosuppressed"),
        ("Source name,Last refreshed", "sources"),
        ("MESSAGE_HEADER_ID|PAYLOAD_FILE|RESPONSE_TYPE", "not-ours"),
        ("NHS Number,Name", "unrecognised"),
        ("NHS Number,Event date", "unrecognised"),
        ("NHS Number,DOB", "unrecognised"),
        ("Ward,Beds", "unrecognised"),
    ] {
        assert_eq!(kind_of(&format!("{header}\n")), kind, "{header}");
    }
}

#[test]
fn where_a_header_fits_two_kinds_the_first_of_the_list_counts() {
    for (header, kind) in [
        ("MESSAGE_HEADER_ID,NHS_NUMBER,DATE_AND_TIME,product_code", "not-ours"),
        ("NHS no,DOB,Practice code,date_added,Data_Source,Event date,product_code", "vaccinations"),
        ("NHS no,DOB,Practice code,Data_Source", "patients"),
        ("NHS no,Practice code,Data_Source", "immunosuppressed"),
        ("NHS no,DOB,Practice code,immunosuppressed_reason", "immunosuppressed"),
        ("NHS no,DOB,Practice code,date_added", "patients"),
        ("Practice code,source,last refreshed", "practices"),
        ("Data source,refreshed", "sources"),
    ] {
        let folder = Folder::new().with("file.csv", format!("{header}\n"));
        assert_eq!(input(&checked(&folder, &[]), "file.csv")["kind"], kind, "{header}");
    }
}

#[test]
fn the_name_of_a_file_says_nothing_about_its_kind() {
    let folder = Folder::new()
        .with("COVID_Vaccinations_v5_YGM41_20220511T07000000.csv", csv(&[patient(1)]))
        .with("patients.csv", PRACTICES)
        .with("practices.csv", pipes(&doses(1, &["20210301"])));
    let report = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 1}));
    assert_eq!(buckets(&report, "vaccinations"), json!({"doses": 1}));
    // The time in the name of a patients file refreshes no vaccinations.
    assert_eq!(report["last_refreshed"], json!(null));
}

#[test]
fn one_kind_may_be_spread_over_many_files() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]))
        .with("more_patients.txt", csv(&[patient(2), patient(3)]))
        .with("more_events.dat", pipes(&doses(2, &["20210301"])))
        .with("even_more.TSV", pipes(&doses(3, &["20210301"])));
    let report = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 3}));
    assert_eq!(buckets(&report, "vaccinations"), json!({"doses": 3}));
}

#[test]
fn a_file_of_no_known_kind_is_named_with_what_is_known_of_its_header_and_not_used() {
    let folder = extract(&[patient(1)], &[]).with("beds.csv", "Ward,Beds\nNorth,12\n");
    let report = checked(&folder, &[]);
    let file = input(&report, "beds.csv");
    assert_eq!(file["kind"], "unrecognised");
    // A heading that nobody knows may be a person.
    let remark = file["remark"].as_str().unwrap();
    assert!(remark.contains("none of its 2 headings is known") && !remark.contains("Ward"), "{file}");
    crate::data::on(&folder, "check", &[]).ended(3);
    // Readable, and not ours: the report goes on without it.
    crate::data::on(&folder, "uptake", &[]).ended(0);
}

#[test]
fn acknowledgements_and_extended_attributes_are_named_and_skipped() {
    let folder = extract(&[patient(1)], &[])
        .with("InfAck.csv", "MESSAGE_HEADER_ID|PAYLOAD_FILE\n1|x\n")
        .with("extended.csv", "NHS_NUMBER|EXTENDED_ATTRIBUTE_NAME|EXTENDED_ATTRIBUTE_VALUE\n1|x|y\n");
    let report = checked(&folder, &[]);
    for file in ["InfAck.csv", "extended.csv"] {
        assert_eq!(input(&report, file)["kind"], "not-ours");
        assert!(input(&report, file)["remark"].as_str().unwrap().contains("skipped"));
    }
    crate::data::on(&folder, "check", &["--accept", "refresh-unknown"]).ended(0);
}

#[test]
fn only_letters_and_digits_of_a_heading_are_compared() {
    let header = "\u{feff}nhs\u{a0}number.,(DATE)_of-birth,\"Practice\r\nco\u{200b}de\"\n";
    let folder = extract(&[], &[]).with("patients.csv", format!("{header}{},01/06/1970,A81001\n", crate::data::nhs(1)));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
}

#[test]
fn the_header_is_within_the_first_thirty_lines() {
    let emis = |lines: usize| {
        let mut text = "Report,Patients,Last Run,10/05/2022 18:00\nPatient Details,,,\n".to_owned();
        text += &"x,,,\n".repeat(lines - 3);
        text + &csv(&[patient(1)])
    };
    let folder = |lines| extract(&[], &[]).with("patients.csv", emis(lines));
    assert_eq!(buckets(&report(&folder(3), "uptake", &[]), "patients"), json!({"patients": 1}));
    assert_eq!(buckets(&report(&folder(30), "uptake", &[]), "patients"), json!({"patients": 1}));
    let late = checked(&folder(31), &[]);
    assert_eq!(input(&late, "patients.csv")["kind"], "unrecognised");
}

#[test]
fn row_numbers_below_a_preamble_are_those_of_a_spreadsheet() {
    let text = format!("Last Run,,,10/05/2022\n\n{}", csv(&[patient(1), patient(2).with("NHS Number", "123")]));
    let folder = extract(&[], &[]).with("patients.csv", text);
    let (rejects, path) = (Folder::new(), "rejects.csv");
    let path = rejects.file(path);
    crate::data::on(&folder, "uptake", &["--rejects", path.to_str().unwrap()]).ended(0);
    let written = std::fs::read_to_string(path).unwrap();
    // Line 1 the preamble, 2 empty, 3 the header, 4 the first patient, 5 the second.
    assert_eq!(written.lines().nth(1).unwrap(), "patients.csv,5,NHS Number,not ten digits");
}

#[test]
fn an_instruction_row_under_the_header_is_skipped_and_counted_apart() {
    let folder = |under: &str| {
        let text = csv(&[patient(1)]);
        let (header, rows) = text.split_once('\n').unwrap();
        extract(&[], &[]).with("patients.csv", format!("{header}\n{under}\n{rows}"))
    };
    let skipped = checked(&folder("Required: 10 digits,optional,,,REQUIRED,Required,"), &[]);
    assert_eq!(skipped["reconciliation"]["patients"]["rows_read"], 1);
    assert!(remarks(&skipped).contains("instruction row"), "{}", remarks(&skipped));
    // One cell that begins otherwise makes it a row.
    let read = checked(&folder("Required: 10 digits,optional,,,REQUIRED,A81001,"), &[]);
    assert_eq!(buckets(&read, "patients"), json!({"patients": 1, "rejected": 1}));
    // Further down it is a row like any other.
    let text = csv(&[patient(1)]) + "Required,,,,Required,A81001,\n";
    let below = checked(&extract(&[], &[]).with("patients.csv", text), &[]);
    assert_eq!(buckets(&below, "patients"), json!({"patients": 1, "rejected": 1}));
}

#[test]
fn the_point_of_care_file_is_read_whole() {
    let row = format!(
        "{}|\"Ada\"|\"O\\'Reilly\"|\"19700601\"|\"2\"|\"LS71 1AA\"|\"20210301T09300000\"|\"RX123\"|\"u\"|\"1\"|\"u\"|\"new\"|\"\"|\"\"|\
         \"20210301\"|\"TRUE\"|\"1324681000000101\"|\"first\"|1|\"39115611000001103\"|\"Pfizer\"|\"Pfizer\"|\"FX0001\"|\"20210601\"|\
         \"\"|\"\"|\"\"|\"\"|\"0.3\"|\"\"|\"\"|\"\"|\"\"|\"\"",
        crate::data::nhs(1)
    );
    // The final newline may be absent, and so may the quotes of some cells.
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", format!("{V5}\n{row}"));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": 1}));
    let history = report(&folder, "history", &[&crate::data::nhs(1)]);
    let event = crate::data::row(&history, "history", "counted", "yes");
    let keys = ["date", "role", "brand", "procedure_code", "product_code", "batch", "site_code"];
    let expected =
        json!(["2021-03-01", "dose 1", "Pfizer", "1324681000000101", "39115611000001103", "FX0001", "RX123"]);
    assert_eq!(crate::data::pick(event, &keys), expected);
}

#[test]
fn a_systmone_report_is_read_as_far_as_it_can_be() {
    let text = format!(
        "NHS number,Event date,Vaccination type\n{0},01/03/2021,COVID-19 mRNA Vaccine Comirnaty 1\n{0},01/10/2021,Influenza 1\n",
        crate::data::nhs(1)
    );
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", text);
    let history = report(&folder, "history", &[&crate::data::nhs(1)]);
    assert_eq!(buckets(&history, "vaccinations"), json!({"doses": 1, "not_covid": 1}));
    let event = crate::data::row(&history, "history", "counted", "yes");
    assert_eq!(crate::data::pick(event, &["date", "role"]), json!(["2021-03-01", "dose 1"]));
    // The brand is not guessed from the words.
    assert_ne!(event["brand"], "Pfizer");
}

#[test]
fn an_older_layout_in_any_order_is_accepted() {
    let rows = [
        dose(1, "2021-03-01T09:30:00+00").with("SITE_NAME", "Hall").with("NOT_GIVEN", "FALSE"),
        dose(1, "2021-06-01T09:30:00+01").with("NOT_GIVEN", "TRUE").with("REASON_NOT_GIVEN_CODE", "x"),
    ];
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", csv(&rows));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "vaccinations"), json!({"doses": 1, "not_given": 1}));
}
