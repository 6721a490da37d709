//! What is COVID-19, and what was given.

use serde_json::json;

use super::{ends, told};
use crate::data::{
    DECLINED, DOSE1, GIVEN, PFIZER, Row, checked, column, dose, doses, extract, patient, remarks, report, row,
};

fn coded(date: &str, procedure: &str, product: &str) -> Row {
    dose(1, date).with("VACCINATION_PROCEDURE_CODE", procedure).with("VACCINE_PRODUCT_CODE", product)
}

#[test]
fn a_procedure_or_a_product_code_is_enough() {
    const FLU: [&str; 2] = ["822851000000102", "36509011000001106"];
    for (procedure, product, end) in [
        (DOSE1, PFIZER, "doses"),
        (DOSE1, "", "doses"),
        ("", PFIZER, "doses"),
        (GIVEN, "", "doses"),
        (DOSE1, FLU[1], "doses"),
        (FLU[0], PFIZER, "doses"),
        (FLU[0], FLU[1], "not_covid"),
        ("", "", "not_covid"),
        ("COVID-19 vaccination", "Pfizer", "not_covid"),
        ("1.32E+15", "3.91156E+16", "not_covid"),
        ("1324681000000102", "", "not_covid"),
    ] {
        assert_eq!(
            ends(&extract(&[patient(1)], &[coded("20210301", procedure, product)])),
            json!({end: 1}),
            "{procedure} {product}"
        );
    }
}

#[test]
fn codes_that_a_spreadsheet_has_damaged_are_named() {
    let folder = extract(&[patient(1)], &[coded("20210301", "1.32E+15", ""), coded("20210301", "", "3.91156E+16")]);
    let said = remarks(&checked(&folder, &[]));
    assert!(said.contains("VACCINATION_PROCEDURE_CODE") && said.contains("VACCINE_PRODUCT_CODE"), "{said}");
    assert!(said.contains("spreadsheet"), "{said}");
}

#[test]
fn terms_never_decide() {
    let flu = coded("20210301", "822851000000102", "").with("VACCINATION_PROCEDURE_TERM", "SARS-CoV-2 first dose");
    let covid = coded("20210601", DOSE1, "")
        .with("VACCINATION_PROCEDURE_TERM", "Influenza")
        .with("Vaccination type", "Influenza");
    let words = coded("20210901", "", "").with("Vaccination type", "COVID-19 Pfizer 1");
    assert_eq!(ends(&extract(&[patient(1)], &[flu, covid, words])), json!({"not_covid": 2, "doses": 1}));
}

#[test]
fn what_was_not_given_is_no_dose() {
    let given = || coded("20210301", DOSE1, PFIZER);
    for (row, end) in [
        (given().with("NOT_GIVEN", "TRUE"), "not_given"),
        (given().with("NOT_GIVEN", "1"), "not_given"),
        (given().with("NOT_GIVEN", "FALSE"), "doses"),
        (given().with("NOT_GIVEN", ""), "doses"),
        (given().with("REASON_NOT_GIVEN_CODE", "x"), "not_given"),
        (given().with("VACCINATION_SITUATION_CODE", DECLINED), "not_given"),
        (given().with("VACCINATION_SITUATION_CODE", "12345678"), "not_given"),
        // A situation code alone shows that it is about COVID-19.
        (coded("20210301", "", "").with("VACCINATION_SITUATION_CODE", DECLINED), "not_given"),
        (coded("20210301", "", "").with("VACCINATION_SITUATION_CODE", "12345678"), "not_covid"),
        (coded("20210301", DECLINED, ""), "not_given"),
        (coded("20210301", "1324771000000107", ""), "not_given"), // not given
        (coded("20210301", "1324731000000105", ""), "not_given"), // not indicated
        (coded("20210301", "1324761000000100", ""), "not_given"), // contraindicated
        (coded("20210301", "1240631000000102", PFIZER), "not_given"), // did not attend
    ] {
        assert_eq!(ends(&extract(&[patient(1)], &[row])), json!({end: 1}), "{end}");
    }
}

/// The course status of patient 1 with these events.
#[track_caller]
fn status(events: &[Row]) -> String {
    let detail = report(&extract(&[patient(1)], events), "uptake", &["--detail"]);
    let abbey = row(&detail, "detail", "practice_code", "A81001").as_object().unwrap().clone();
    let rungs = abbey.into_iter().filter(|(key, value)| *key != "patients" && *value == 1);
    rungs.map(|(key, _)| key).collect()
}

#[test]
fn a_refusal_is_remembered_with_its_date() {
    let declined = |date: &str| coded(date, DECLINED, "");
    for (events, expected) in [
        (vec![declined("20210301")], "declined"),
        (vec![declined("20220511")], "declined"),
        (vec![declined("20220512")], "unvaccinated"), // after as-at
        (vec![declined("19700531")], "unvaccinated"), // before the programme, and before birth
        (vec![declined("never")], "unvaccinated"),
        (vec![declined("never").with("RECORDED_DATE", "20210301")], "declined"),
        (vec![declined("20200301").with("RECORDED_DATE", "20210301")], "declined"),
        (vec![declined("never").with("RECORDED_DATE", "20201207")], "unvaccinated"),
        (vec![coded("20210301", DOSE1, "").with("VACCINATION_SITUATION_CODE", DECLINED)], "declined"),
        (vec![coded("20210301", "1324771000000107", "")], "unvaccinated"), // not given is no refusal
        (vec![coded("20210301", "1240631000000102", "")], "unvaccinated"), // did not attend neither
        (vec![coded("20210301", DECLINED, ""), dose(1, "20210401")], "first_dose_only"),
    ] {
        assert_eq!(status(&events), expected);
    }
}

#[test]
fn reading_the_date_of_a_refusal_counts_no_repair() {
    let folder = extract(&[patient(1)], &[coded("", DECLINED, "").with("RECORDED_DATE", "20210301")]);
    let found = report(&folder, "uptake", &[]);
    assert_eq!(found["reconciliation"]["vaccinations"]["date_repaired"], 0);
}

#[test]
fn a_refusal_before_birth_is_not_remembered() {
    let child = patient(1).with("Date of Birth", "01/06/2021");
    let folder = extract(&[child], &[coded("20210301", DECLINED, "")]);
    let detail = report(&folder, "uptake", &["--detail"]);
    assert_eq!(
        (&column(&detail, "detail", "declined")[0], &column(&detail, "detail", "unvaccinated")[0]),
        (&json!(0), &json!(1))
    );
}

#[test]
fn the_same_person_may_be_in_many_ends() {
    let events = [
        doses(1, &["20210301", "20210310", "20230101"]),
        vec![coded("20210501", DECLINED, ""), coded("20211001", "1", "")],
    ];
    let folder = extract(&[patient(1)], &events.concat());
    assert_eq!(told(&folder, 1), ["yes", "duplicates", "not_given", "not_covid", "after_as_at"]);
}
