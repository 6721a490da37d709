//! Hand-worked cases of sections 2.1 to 2.3: who is a patient, and what is true of them.

use super::super::cells::practice_code;
use super::super::model::ImmunosuppressedRow;
use super::super::patients::scope;
use super::{Case, NUMBERS, one};

#[test]
fn a_practice_code_has_one_of_two_shapes() {
    assert_eq!(practice_code(" a81001 ").as_deref(), Some("A81001"));
    assert_eq!(practice_code("Y02345").as_deref(), Some("Y02345"));
    assert_eq!(practice_code("gue001").as_deref(), Some("GUE001"));
    for text in ["", "A8100", "A81001X", "AB1001", "ABCD12"] {
        assert_eq!(practice_code(text), None, "{text}");
    }
}

#[test]
fn a_practice_needs_its_activity_code_only_where_codes_are_listed() {
    let mut case = Case::new();
    let mut other = case.0.practices[0].clone();
    other.code = "A81002".to_owned();
    other.activity_codes = "B03601 B0361".to_owned();
    case.0.practices.push(other.clone());
    assert_eq!(scope(&case.0).len(), 1);
    other.activity_codes = "B0001/B0360".to_owned();
    case.0.practices.push(other);
    assert_eq!(scope(&case.0).len(), 2, "the union of the rows");
    case.0.practices.pop();
    case.0.activity_column = false;
    assert_eq!(scope(&case.0).len(), 2, "no column, no check");
}

#[test]
fn deaths_removals_and_restrictions() {
    // date of death, status, reason, sensitive -> bucket as at 15/06/2022
    for (date, status, reason, bucket) in [
        ("2022-06-15", "", "", "deceased"),
        ("2022-06-16", "", "", "patients"),
        ("2022-06-16", "2", "DEA", "patients"),
        ("2022", "", "", "deceased"),
        ("202207", "", "", "patients"),
        ("no idea", "", "", "deceased"),
        ("", "1", "", "deceased"),
        ("", "yes", "", "deceased"),
        ("", "N", "", "patients"),
        ("2022-06-01", "U", "", "patients"),
        ("2022-06-01", "U", "DEA", "deceased"),
        ("", "", "dea", "deceased"),
        ("", "", "CGA", "removed"),
        ("2022-06-16", "", "CGA", "removed"),
    ] {
        let mut case = Case::new();
        let row = case.person(0, "1950-01-01");
        row.date_of_death = date.to_owned();
        row.death_status = status.to_owned();
        row.reason_for_removal = reason.to_owned();
        let results = case.at((15, 6, 2022));
        assert_eq!(results.patient_rows[&(0, 0)], bucket, "{date} {status} {reason}");
        if let Some(person) = results.people.get(NUMBERS[0]) {
            assert_eq!(person.facts.known_death, date > "2022-06-15", "{date} {status}");
        }
    }
    for (text, restricted) in [
        ("", false),
        ("no", false),
        ("0", false),
        ("U", false),
        ("Not sensitive", false),
        ("NULL", false),
        ("S", true),
        ("nope", true),
        ("?", true),
    ] {
        let mut case = Case::new();
        case.person(0, "1950-01-01").sensitive_flag = text.to_owned();
        assert_eq!(case.first((1, 12, 2021)).facts.restricted, restricted, "{text}");
    }
}

#[test]
fn the_limit_of_120_years() {
    assert_eq!(one("1901-12-02", &[]).at((1, 12, 2021)).patients.patients, 1);
    assert_eq!(one("1900-12-02", &[]).at((1, 12, 2021)).patients.patients, 1, "still 120");
    assert_eq!(one("1900-12-01", &[]).at((1, 12, 2021)).patients.rejected, 1, "121 today");
}

#[test]
fn ethnicity_and_deprivation() {
    for (text, group) in [
        ("A", "White"),
        ("g1", "Mixed"),
        ("H", "Asian"),
        ("p", "Black"),
        ("S9", "Other"),
        ("Z", "Not known"),
        ("99", "Not known"),
        ("", "Not known"),
        ("ABC", "Not known"),
        ("Chinese", "Asian"),
        ("GYPSY OR IRISH TRAVELLER", "White"),
        ("Arab", "Other"),
        ("T", "Not known"),
    ] {
        let mut case = Case::new();
        case.person(0, "1950-01-01").ethnic_category = text.to_owned();
        assert_eq!(case.first((1, 12, 2021)).facts.ethnicity, group, "{text}");
    }
    for (quintile, decile, rank, expected) in [
        ("2", "9", "1", Some(2)),
        ("", "3", "", Some(2)),
        ("", "", "6568", Some(1)),
        ("", "", "6569", Some(2)),
        ("", "", "32844", Some(5)),
        // Of 2025, as is every rank beside one that only 2025 has.
        ("", "", "32845", Some(5)),
        ("", "", "33755", Some(5)),
        ("", "", "33756", None),
        ("", "11", "", None),
        ("6", "", "", None),
        ("", "", "", None),
    ] {
        let mut case = Case::new();
        let row = case.person(0, "1950-01-01");
        row.imd_quintile = quintile.to_owned();
        row.imd_decile = decile.to_owned();
        row.imd_rank = rank.to_owned();
        assert_eq!(case.first((1, 12, 2021)).facts.imd_quintile, expected, "{quintile} {decile} {rank}");
    }
}

#[test]
fn the_immunosuppressed_list_counts_whatever_its_date() {
    let mut case = one("1950-01-01", &[]);
    case.0.immunosuppressed.push(ImmunosuppressedRow {
        nhs_number: "999 000 0018".to_owned(),
        list_source: "HES".to_owned(),
        date_added: "2099-01-01".to_owned(),
    });
    assert!(case.first((1, 12, 2021)).facts.immunosuppressed);
}
