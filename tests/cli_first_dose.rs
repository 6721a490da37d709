//! `vaxdash first-dose`: one person on every rung, and the dates of the list.

use serde_json::json;

use crate::data::{CONTRAINDICATED, DECLINED, Row, column, dose, doses, extract, nhs, on, patient, pick, report, row};
use crate::harness::{Folder, table};

/// As at 11/05/2022: vaccinated, in no cohort, contraindicated, declined,
/// eligible, and contraindicated as well as declined.
fn world() -> Folder {
    let patients: [Row; 6] = [
        patient(1),
        patient(2).with("Date of Birth", "01/06/2019"),
        patient(3),
        patient(4),
        patient(5).with("Practice code", "A81002"),
        patient(6),
    ];
    let coded = |n, date, code| dose(n, date).with("VACCINATION_PROCEDURE_CODE", code).with("VACCINE_PRODUCT_CODE", "");
    let events = [
        doses(1, &["20210301"]),
        vec![coded(3, "20220401", CONTRAINDICATED), coded(4, "20220402", DECLINED)],
        vec![coded(6, "20220403", DECLINED), coded(6, "20220301", CONTRAINDICATED)],
        // A refusal before the dose is over.
        vec![coded(1, "20210101", DECLINED)],
    ];
    extract(&patients, &events.concat())
}

#[test]
fn the_rungs_add_up_to_the_patients() {
    let found = report(&world(), "first-dose", &[]);
    let keys = [
        "patients",
        "vaccinated",
        "not_in_cohort",
        "not_open",
        "offer_closed",
        "contraindicated",
        "declined",
        "eligible",
    ];
    assert_eq!(pick(&table(&found, "first_dose")["totals"], &keys), json!([6, 1, 1, 0, 0, 2, 1, 1]));
    assert_eq!(pick(row(&found, "first_dose", "practice_code", "A81001"), &keys), json!([5, 1, 1, 0, 0, 2, 1, 0]));
    let by_cohort = report(&world(), "first-dose", &["--by", "cohort"]);
    assert_eq!(pick(row(&by_cohort, "first_dose", "cohort", "none"), &keys), json!([1, 0, 1, 0, 0, 0, 0, 0]));
    assert_eq!(by_cohort["filters"]["by"], json!(["cohort"]));
}

#[test]
fn the_list_names_everybody_with_the_day_on_which_the_cohort_opened() {
    let list = report(&world(), "first-dose", &["--list"]);
    assert_eq!(column(&list, "list", "nhs_number").len(), 6);
    let keys = ["status", "due_date", "declined_date", "contraindicated_date", "last_dose_date"];
    let of = |n| pick(row(&list, "list", "nhs_number", nhs(n)), &keys);
    // Cohort 9 opened on 19/03/2021.
    assert_eq!(of(1), json!(["vaccinated", null, null, null, "2021-03-01"]));
    assert_eq!(of(2), json!(["not-in-cohort", null, null, null, null]));
    assert_eq!(of(3), json!(["contraindicated", "2021-03-19", null, "2022-04-01", null]));
    assert_eq!(of(4), json!(["declined", "2021-03-19", "2022-04-02", null, null]));
    assert_eq!(of(5), json!(["eligible", "2021-03-19", null, null, null]));
    assert_eq!(of(6), json!(["contraindicated", "2021-03-19", "2022-04-03", "2022-03-01", null]));
}

#[test]
fn the_day_before_the_cohort_opens_on_it_and_after_the_offer() {
    for (as_at, status) in [
        ("2021-03-18", "not-open"),
        ("2021-03-19", "eligible"),
        ("2023-06-30", "eligible"),
        ("2023-07-01", "offer-closed"),
    ] {
        let list = report(&world(), "first-dose", &["--as-at", as_at, "--status", status]);
        let found = pick(row(&list, "list", "nhs_number", nhs(5)), &["status", "due_date"]);
        assert_eq!(found, json!([status, "2021-03-19"]), "{as_at}");
    }
}

#[test]
fn both_dates_are_columns_of_every_list() {
    for command in ["patients", "cohorts", "boosters", "second-dose", "immunosuppressed"] {
        let columns = ["--list", "--columns", "contraindicated_date,declined_date"];
        let run = on(&world(), command, &[&columns[..], &["--format", "csv"]].concat()).ended(0);
        assert!(run.out.starts_with("contraindicated_date,declined_date"), "{command}: {}", run.out);
    }
}
