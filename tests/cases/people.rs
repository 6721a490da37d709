//! People on several rows, and what cells say of them.

use serde_json::{Value, json};

use crate::books;
use crate::data::{Row, beside, booked, buckets_beside, column, csv, doses, doubts, extract, nhs, on, patient, report};
use crate::harness::Folder;

/// These files of patients, of whom each had a first dose.
fn folder(files: &[(&str, &[Row])]) -> Folder {
    let events: Vec<Row> = (1..=9).flat_map(|n| doses(n, &["20210301"])).collect();
    beside(files.iter().fold(extract(&[], &events), |folder, (name, rows)| folder.with(name, csv(rows))))
}

fn bare(n: u32) -> Row {
    Row::default().with("NHS Number", nhs(n)).with("DOB", "01/06/1970").with("Practice code", "A81001")
}

/// Who is invited, by NHS number.
#[track_caller]
fn invited(folder: &Folder) -> Vec<String> {
    booked(folder, &[]).iter().map(|line| line.split(',').nth(4).unwrap().to_owned()).collect()
}

/// Cases people/01 and domain/07: a register, and a contacts file read after it that tells of no death.
#[test]
fn a_death_and_a_restriction_in_another_file_are_known() {
    let register = [patient(1).with("Date of death", "01/03/2021"), patient(2).with("SENSITIVE_FLAG", "S"), patient(3)];
    let contacts = [bare(1), bare(2)].map(|row| row.with("Mobile", "07700900001"));
    for names in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
        let folder = folder(&[(names[0], &register), (names[1], &contacts)]);
        assert_eq!(invited(&folder), [nhs(3)], "{names:?}");
        let found = report(&folder, "uptake", &[]);
        assert_eq!(buckets_beside(&found), json!({"patients": 2, "duplicate": 2, "deceased": 1}));
    }
    // In one file, in either order; what disagrees is said.
    let (dead, alive) = (patient(1).with("Date of death", "01/03/2021"), patient(1));
    for rows in [[dead.clone(), alive.clone()], [alive, dead]] {
        let folder = folder(&[("p.csv", &rows)]);
        assert!(invited(&folder).is_empty());
        assert_eq!(doubts(&report(&folder, "uptake", &[]), "people-disagree").len(), 1);
    }
}

/// Regression 9 of section 3.6: a death on an earlier row was forgotten, so that letters went to the dead.
#[test]
fn regression_9_a_death_on_an_earlier_row_is_remembered() {
    // Case domain/07: dead in the first row, or restricted; the last row says neither.
    let last = [patient(1), patient(2), patient(3)];
    let first = [patient(1).with("Date of death", "01/03/2021"), patient(2).with("death_status", "2"), patient(3)];
    let rows = [first, last].concat();
    assert_eq!(invited(&folder(&[("p.csv", &rows)])), [nhs(3)]);
    let found = report(&folder(&[("p.csv", &rows)]), "uptake", &[]);
    assert_eq!(buckets_beside(&found), json!({"patients": 1, "duplicate": 3, "deceased": 2}));
    assert_eq!(doubts(&found, "people-disagree").len(), 1);
}

/// Case safety/06: an earlier row, a later row that is rejected, a row of another practice.
#[test]
fn any_row_tells_of_a_death_or_a_restriction() {
    let rows = [
        patient(1).with("Date of death", "01/01/2022"),
        patient(1),
        patient(2),
        patient(2).with("Date of Birth", "x").with("Date of death", "01/01/2022"),
        patient(3).with("SENSITIVE_FLAG", "Y"),
        patient(3).with("Practice code", "A81002"),
        patient(4),
    ];
    let folder = folder(&[("p.csv", &rows)]);
    assert_eq!(invited(&folder), [nhs(4)]);
    let expected = json!({"patients": 2, "duplicate": 2, "rejected": 1, "deceased": 2});
    assert_eq!(buckets_beside(&report(&folder, "uptake", &[])), expected);
}

/// Cases people/02, domain/10 and files/27: whatever is no consent is a refusal.
#[test]
fn consent_in_other_words_is_a_refusal() {
    let refused = [
        "Dissent to SMS",
        "opted out",
        "Refused",
        "declined",
        "Declined consent for short message service text messaging",
        "513631000000106",
        "9ndQ",
        "Withdrawn",
        "Opt out",
        "No consent",
        "none",
        "nil",
        "?",
        "N",
        "false",
        "0",
    ];
    for word in refused {
        let rows = [patient(1).with("sms_consent", word), patient(2)];
        assert_eq!(invited(&folder(&[("p.csv", &rows)])), [nhs(2)], "{word}");
    }
    for word in ["Y", "yes", "TRUE", "1", "1.0", "Consented", "Given", "Granted", "opt in", "NULL", "N/A", ""] {
        let rows = [patient(1).with("sms_consent", word)];
        assert_eq!(invited(&folder(&[("p.csv", &rows)])), [nhs(1)], "{word}");
    }
}

/// Case people/05: each file has columns that the other has not.
#[test]
fn a_register_and_a_file_of_mobiles_are_one_persons_data() {
    let register = [patient(1)
        .with("Mobile Telephone", "")
        .with("Date of Birth", "01/01/1990")
        .flagged(&["at_risk", "housebound"])
        .with("sms_consent", "declined")];
    let mobiles = [bare(1).with("DOB", "01/01/1990").with("Cell", "x").with("Mobile", "07700900001")];
    let folder = folder(&[("1-register.csv", &register), ("2-mobiles.csv", &mobiles)]);
    let list = report(&folder, "patients", &["--list", "--columns", "nhs_number,cohort,housebound,mobile"]);
    let mine = |key: &str| -> Vec<Value> {
        let numbers = column(&list, "list", "nhs_number");
        let cells = column(&list, "list", key).into_iter().zip(numbers);
        cells.filter(|(_, number)| *number == nhs(1)).map(|(cell, _)| cell).collect()
    };
    assert_eq!(mine("cohort"), ["6"]);
    assert_eq!(mine("housebound"), ["yes"]);
    assert_eq!(mine("mobile"), ["07700900001"]);
    // Texts are declined in the register, so nobody is texted, visit list or not.
    assert!(booked(&folder, &["--include-visits"]).is_empty());
}

/// Case people/06: a name of spaces is no name, in text as in a workbook.
#[test]
fn a_cell_of_spaces_is_blank_in_text_and_workbook() {
    let rows = csv(&[patient(1).with("Forename", " ").with("Title", " \u{a0}")]);
    let text = folder(&[]).with("patients.csv", &rows);
    let book = folder(&[]);
    std::fs::remove_file(book.file("patients.csv")).unwrap();
    let book = book.with("patients.xlsx", books::of_csv(&rows));
    let expected = format!(",,Fell1,01/06/1970,{},07700900001", nhs(1));
    assert_eq!(booked(&text, &[]), std::slice::from_ref(&expected));
    assert_eq!(booked(&book, &[]), [expected]);
}

/// Case domain/09: the practice that somebody has left is not where they are registered.
#[test]
fn whoever_left_one_practice_is_the_patient_of_the_next() {
    let here = patient(1).with("Practice code", "A81002");
    let left = patient(1).with("RfR", "RDR");
    // The next practice's file may have the column, or not: nobody is lost for that.
    let bare = bare(1).with("Practice code", "A81002");
    for next in [here, bare] {
        let old: &[Row] = std::slice::from_ref(&left);
        let new: &[Row] = std::slice::from_ref(&next);
        for files in [[("a.csv", old), ("b.csv", new)], [("a.csv", new), ("b.csv", old)]] {
            let found = report(&folder(&files), "patients", &["--list", "--columns", "nhs_number,practice_code"]);
            assert_eq!(buckets_beside(&found), json!({"patients": 1, "duplicate": 1}));
            assert_eq!(column(&found, "list", "practice_code"), ["A81002", "A81003"]);
            assert!(!doubts(&found, "people-disagree").is_empty());
        }
    }
}

/// Nobody can tell whether a person has left a practice whose file does not say: that is unsafe.
#[test]
fn a_removal_by_another_practice_leaves_that_of_the_registration_unknown() {
    let left = [patient(1).with("RfR", "SCT")];
    let next = [bare(1).with("Practice code", "A81002"), bare(2).with("RfR", "")];
    let without = csv(&next[..1]);
    let folder = folder(&[("a.csv", &left)]).with("b.csv", without);
    let found = report(&folder, "uptake", &[]);
    let unsafe_of = |id: &str| -> Vec<Value> {
        let all = doubts(&found, id);
        all.iter().map(|doubt| json!([doubt["file"], doubt["consequence"], doubt["count"], doubt["of"]])).collect()
    };
    assert_eq!(unsafe_of("no-removal-column"), [json!(["b.csv", "unsafe", 1, 1])]);
    // Everything else that keeps people safe is known from the other practice's file.
    for id in ["no-death-column", "no-restricted-column", "no-consent-column"] {
        assert!(unsafe_of(id).is_empty(), "{id}");
    }
    on(&folder, "invites", &["--target", "accubook", "--dose", "second", "--dry-run", "--allow-old-data"]).ended(4);
    // A reason that is blank there is no doubt about here; death as a reason is a death anywhere.
    let stays = self::folder(&[("a.csv", &[patient(1)]), ("b.csv", &next[..1])]);
    assert!(doubts(&report(&stays, "uptake", &[]), "no-removal-column").is_empty());
    let dead = self::folder(&[("a.csv", &[patient(1).with("RfR", "DEA")]), ("b.csv", &next[..1])]);
    assert_eq!(buckets_beside(&report(&dead, "uptake", &[])), json!({"deceased": 1, "duplicate": 1}));
}
