//! Hand-worked cases of 8.1 for patients and of 8.3: people on several rows.

use super::{Case, NUMBERS, on};
use crate::reference::engine::Person;

/// The row of the first person, in another practice.
fn other_practice(case: &mut Case) {
    let mut other = case.0.practices[0].clone();
    other.code = "A81002".to_owned();
    case.0.practices.push(other);
    case.person(0, "1950-01-01").practice_code = "A81002".to_owned();
}

fn first(case: &Case) -> Option<Person> {
    case.at((1, 12, 2021)).people.remove(NUMBERS[0])
}

#[test]
fn the_last_acceptable_row_is_the_registration() {
    let mut case = Case::new();
    case.person(0, "1950-01-01").housebound = "Y".to_owned();
    case.person(0, "1960-01-01");
    case.person(0, "not a date");
    case.person(0, "2030-01-01");
    case.person(0, "1970-01-01").practice_code = "C83099".to_owned();
    let results = case.at((1, 12, 2021));
    let tally = &results.patients;
    assert_eq!((tally.duplicate, tally.rejected, tally.not_yet_born, tally.other_practices), (1, 1, 1, 1));
    let person = &results.people[NUMBERS[0]];
    assert_eq!((person.age, person.facts.housebound), (61, false), "its file has the column, and says no");
}

#[test]
fn the_registration_is_the_last_practice_that_was_not_left() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    other_practice(&mut case);
    assert_eq!(first(&case).unwrap().facts.practice_code, "A81002");
    case.0.patient_files[0].rows[1].reason_for_removal = "SCT".to_owned();
    assert_eq!(first(&case).unwrap().facts.practice_code, "A81001");
    // Within a practice the rows are one, so that the last of them decides.
    case.person(0, "1950-01-01").reason_for_removal = "EMB".to_owned();
    let results = case.at((1, 12, 2021));
    assert_eq!((results.patients.removed, results.patients.duplicate), (1, 2));
    assert_eq!(results.patient_rows[&(0, 2)], "removed", "all have left: the last");
}

#[test]
fn death_restriction_and_refusal_are_the_union_of_all_rows() {
    let dead = |first_row: (&str, &str), last_row: (&str, &str)| {
        let mut case = Case::new();
        for (date, status) in [first_row, last_row] {
            let row = case.person(0, "1950-01-01");
            (row.date_of_death, row.death_status) = (date.to_owned(), status.to_owned());
        }
        case.at((1, 12, 2021)).patients.deceased == 1
    };
    assert!(dead(("2021-06-01", ""), ("", "")));
    assert!(dead(("", "2"), ("", "N")));
    assert!(!dead(("", "2"), ("", "U")), "a later U withdraws");
    assert!(dead(("", "U"), ("", "2")), "an earlier one does not");
    assert!(dead(("2022-06-01", ""), ("2021-06-01", "")), "the earliest date counts");
    assert!(dead(("2021-06-01", ""), ("2022-06-01", "")));
    assert!(!dead(("", "2"), ("2022-06-01", "")), "a readable date decides");

    let mut case = Case::new();
    let spoilt = case.person(0, "not a date");
    spoilt.sensitive_flag = "Y".to_owned();
    spoilt.sms_consent = "Dissent".to_owned();
    case.person(0, "1950-01-01");
    let facts = first(&case).unwrap().facts;
    assert!(facts.restricted && facts.no_texts, "rejected rows too");
    case.0.patient_files[0].rows[0].reason_for_removal = "DEA".to_owned();
    case.0.patient_files[0].rows[1].death_status = "U".to_owned();
    assert!(first(&case).is_none(), "DEA counts, whatever a later U says");
}

#[test]
fn columns_of_one_row_that_disagree_on_a_death() {
    let mut case = Case::new();
    let row = case.person(0, "1950-01-01");
    (row.death_status, row.other_death_status) = ("U".to_owned(), "2".to_owned());
    assert!(first(&case).is_none());
    case.0.patient_files[0].rows[0].other_death_status = "N".to_owned();
    assert!(first(&case).is_some());
}

#[test]
fn a_column_that_a_file_lacks_is_another_files() {
    let mut case = Case::new();
    let row = case.person(0, "1950-01-01");
    (row.mobile, row.housebound) = ("07700 900001".to_owned(), "Y".to_owned());
    (row.surname, row.forename) = ("Mockley".to_owned(), "Wren".to_owned());
    row.address[0] = "1 Mock Row".to_owned();
    row.postcode = "ZZ99 3WZ".to_owned();
    case.patient_file("register.csv");
    let row = case.person(0, "1950-01-01");
    (row.surname, row.postcode) = ("Fictionby".to_owned(), "ZZ99 3VZ".to_owned());
    case.0.patient_files[1].leave_out(&["mobile", "housebound", "title", "forename", "address"]);
    let facts = first(&case).unwrap().facts;
    assert_eq!(facts.place, (1, 0));
    assert!(facts.housebound);
    assert_eq!(facts.details.mobile, "07700 900001");
    let names = (facts.details.surname.as_str(), facts.details.forename.as_str());
    assert_eq!(names, ("Fictionby", ""), "a name comes whole from one row");
    assert_eq!(
        (facts.details.address[0].as_str(), facts.details.postcode.as_str()),
        ("", "ZZ99 3VZ"),
        "so does an address"
    );
}

#[test]
fn a_row_that_ends_before_a_safety_column_leaves_it_unknown() {
    let mut case = Case::new();
    let file = &mut case.0.patient_files[0];
    file.layout.short_rows = true;
    file.leave_out(&["other_sms_consent"]);
    for nth in 0..3 {
        case.person(nth, "1950-01-01").sms_consent = "Y".to_owned();
    }
    for nth in 3..5 {
        case.person(nth, "1950-01-01").at_risk = "1".to_owned();
    }
    let people = case.at((1, 12, 2021)).people;
    let facts = |nth: usize| &people[NUMBERS[nth]].facts;
    assert!(!facts(0).no_texts && facts(4).no_texts && !facts(4).restricted && !facts(4).in_doubt);
    case.0.patient_files[0].rows[4].at_risk = String::new();
    let facts = |case: &Case| case.at((1, 12, 2021)).people[NUMBERS[4]].facts.clone();
    assert!(facts(&case).in_doubt && facts(&case).restricted, "and neither deceased nor removed");
    // Where more than half of the rows are short, the exporter cuts blanks off.
    case.0.patient_files[0].rows[0].sms_consent = String::new();
    let facts = facts(&case);
    assert!(!facts.in_doubt && !facts.restricted && !facts.no_texts);
}

#[test]
fn words_and_dates_of_death() {
    // date of death, status -> bucket as at 01/12/2021, known, not to be ruled out
    for (date, status, bucket, known, unknown) in [
        ("9999-12-31", "", "patients", false, false),
        ("1900-01-01 00:00:00", "", "patients", false, false),
        ("NULL", "alive", "patients", false, false),
        ("1949-12-31", "", "deceased", false, true),
        ("2031-01-01", "", "patients", false, true),
        ("?", "", "deceased", false, true),
        ("", "perhaps", "patients", false, true),
        ("", "?", "patients", false, true),
        ("", "Deceased", "deceased", true, false),
        ("", "2021-12-01", "deceased", true, false),
        ("", "2021-12-02", "patients", true, false),
    ] {
        let mut case = Case::new();
        let row = case.person(0, "1950-01-01");
        (row.date_of_death, row.death_status) = (date.to_owned(), status.to_owned());
        let results = case.at((1, 12, 2021));
        assert_eq!(results.patient_rows[&(0, 0)], bucket, "{date} {status}");
        if let Some(person) = results.people.get(NUMBERS[0]) {
            let found = (person.facts.known_death, person.facts.death_unknown);
            assert_eq!(found, (known, unknown), "{date} {status}");
        }
    }
}

#[test]
fn consent_gender_and_births_in_other_words() {
    for (word, refuses) in [
        ("", false),
        ("NULL", false),
        ("Opt in", false),
        ("1.0", false),
        ("none", true),
        ("?", true),
        ("Withdrawn", true),
        ("9ndQ", true),
    ] {
        let mut case = Case::new();
        case.person(0, "1950-01-01").sms_consent = word.to_owned();
        assert_eq!(first(&case).unwrap().facts.no_texts, refuses, "{word}");
    }
    let mut case = Case::new();
    case.person(0, "1950-06-30T23:00:00.000Z").gender = "2.0".to_owned();
    let facts = first(&case).unwrap().facts;
    assert_eq!((facts.date_of_birth, facts.gender), (on((1, 7, 1950)), "female"));
}
