//! Hand-worked cases of line lists.

use super::super::coverage::AS_AT_DATES;
use super::super::engine::run;
use super::super::generator::generate;
use super::super::lists::cells::COLUMNS;
use super::super::lists::{LISTS, Request};
use super::super::reports::Row;
use super::super::rules::default_campaign;
use super::super::shares::Beside;
use super::super::uptake::Filter;
use super::{Case, GIVEN, NUMBERS, PFIZER, SPECIAL, one};
use serde_json::{Value, json};

fn list(case: &Case, report: &'static str, as_at: (u32, u32, i32)) -> Vec<Row> {
    case.at(as_at).list(&case.0, &Request { report, ..Request::default() })
}

fn pick(row: &Row, columns: &[&str]) -> Value {
    columns.iter().map(|column| row.iter().find(|(key, _)| key == column).expect("the column").1.clone()).collect()
}

#[test]
fn the_most_overdue_come_first_and_blanks_last() {
    let mut case = Case::new();
    // Due dates 02/03, 01/03 and 03/03/2022, as at 02/03/2022; the fourth is boosted.
    for (nth, second) in [(0, "2021-12-01"), (1, "2021-11-30"), (2, "2021-12-02"), (3, "2021-06-01")] {
        case.person(nth, "1950-01-01");
        case.event(nth, "2021-03-01", GIVEN, PFIZER);
        case.event(nth, second, GIVEN, PFIZER);
    }
    case.event(3, "2021-12-20", GIVEN, PFIZER);
    let rows = list(&case, "boosters", (2, 3, 2022));
    let found: Vec<Value> =
        rows.iter().map(|row| pick(row, &["nhs_number", "status", "due_date", "days_overdue"])).collect();
    assert_eq!(
        json!(found),
        json!([
            [NUMBERS[1], "eligible", "2022-03-01", 1],
            [NUMBERS[0], "eligible", "2022-03-02", 0],
            [NUMBERS[2], "pending", "2022-03-03", null],
            [NUMBERS[3], "boosted", null, null]
        ])
    );
}

#[test]
fn second_doses_keep_their_due_date_after_the_offer() {
    let case = one("1950-01-01", &["2023-01-01"]);
    let row = |as_at| pick(&list(&case, "second-dose", as_at)[0], &["status", "due_date", "days_overdue"]);
    assert_eq!(row((26, 3, 2023)), json!(["due", "2023-02-26", null]), "day 84");
    assert_eq!(row((27, 3, 2023)), json!(["overdue", "2023-02-26", 1]));
    assert_eq!(row((1, 7, 2023)), json!(["offer-closed", "2023-02-26", null]));
}

/// 3.6 number 2.
#[test]
fn the_immunosuppressed_list_shows_the_third_dose_until_given() {
    let mut case = one("1950-01-01", &["2021-08-01", "2021-10-06"]);
    case.0.patient_files[0].rows[0].immunosuppressed = "Y".to_owned();
    let columns = ["status", "due_date", "days_overdue", "third_primary_due", "third_primary_date", "booster_due"];
    let row = |case: &Case, as_at| pick(&list(case, "immunosuppressed", as_at)[0], &columns);
    let due = "2021-12-01";
    assert_eq!(row(&case, (30, 11, 2021)), json!(["third-primary-not-yet-due", due, null, due, null, null]));
    assert_eq!(row(&case, (2, 12, 2021)), json!(["third-primary-due", due, 1, due, null, null]));
    assert_eq!(row(&case, (1, 7, 2023)), json!(["third-primary-closed", due, null, due, null, null]));
    case.event(0, "2021-12-01", GIVEN, PFIZER);
    let given = json!(["third-primary-given", null, null, null, due, "2022-03-02"]);
    assert_eq!(row(&case, (1, 2, 2022)), given);
}

/// 3.6 number 1.
#[test]
fn the_boosted_are_on_the_campaign_list() {
    let case = one("1940-01-01", &["2021-01-01", "2021-03-20", "2021-10-01", "2022-02-09"]);
    let columns = ["status", "due_date", "days_overdue", "campaign_due", "boosters", "doses", "age", "cohort"];
    let row = |as_at| pick(&list(&case, "campaign", as_at)[0], &columns);
    assert_eq!(row((10, 5, 2022)), json!(["pending", "2022-05-11", null, "2022-05-11", 2, 4, 82, "2"]));
    assert_eq!(row((13, 5, 2022)), json!(["eligible", "2022-05-11", 2, "2022-05-11", 2, 4, 82, "2"]));
    assert_eq!(row((1, 7, 2022)), json!(["missed", null, null, null, 2, 4, 82, "2"]), "none is open");
}

#[test]
fn contact_details_are_the_first_that_are_not_blank() {
    let mut case = Case::new();
    let row = case.person(0, "1950-01-01");
    row.mobile = " ".to_owned();
    row.other_mobile = " 07700 900123 ".to_owned();
    row.telephone = "07700 900124".to_owned();
    row.other_telephone = "07700 900125".to_owned();
    row.address = ["Flat 1", " ", "2 Mock Row", "", "Testington"].map(str::to_owned);
    row.postcode = "ZZ99 3WZ".to_owned();
    let columns = ["mobile", "telephone", "email", "address", "postcode", "title", "restricted"];
    let contacts = |case: &Case| pick(&list(case, "patients", (1, 12, 2021))[0], &columns);
    let address = "Flat 1, 2 Mock Row, Testington";
    assert_eq!(contacts(&case), json!(["07700 900123", "07700 900124", null, address, "ZZ99 3WZ", null, "no"]));
    case.0.patient_files[0].rows[0].sensitive_flag = "S".to_owned();
    assert_eq!(contacts(&case), json!([null, null, null, null, null, null, "yes"]));
}

#[test]
fn the_site_is_that_of_the_row_that_is_the_dose() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-03-01", GIVEN, SPECIAL).site_code = "MOCK01".to_owned();
    case.event(0, "2021-03-01", GIVEN, PFIZER).site_code = " MOCK02 ".to_owned();
    let columns = ["first_dose_date", "first_dose_brand", "first_dose_site", "last_dose_date", "second_dose_date"];
    let row = pick(&list(&case, "second-dose", (1, 12, 2021))[0], &columns);
    assert_eq!(row, json!(["2021-03-01", "Pfizer", "MOCK02", "2021-03-01", null]));
}

#[test]
fn a_list_is_as_long_as_its_count() {
    for as_at in AS_AT_DATES.into_iter().step_by(5) {
        let world = generate(6, 100, as_at);
        let results = run(&world, as_at, None);
        for report in LISTS {
            let rows = results.list(&world, &Request { report, ..Request::default() });
            let filter = Filter::default();
            let counted = match report {
                "first-dose" => results.first_dose_table(&["practice"], &filter).rows,
                "second-dose" => results.second_dose_table(&["practice"], &filter).rows,
                "boosters" => results.boosters_table(&["practice"], &filter).rows,
                "immunosuppressed" => results.immunosuppressed_table(&filter).rows,
                "campaign" => default_campaign(as_at)
                    .map(|campaign| results.campaign_table(campaign.id, &filter, Beside::default()).rows)
                    .unwrap_or_default(),
                _ => results.cohorts_tables(&filter, Beside::default()).swap_remove(0).rows,
            };
            let first_count = |row: &Row| row.iter().find_map(|(_, value)| value.as_u64()).unwrap();
            assert_eq!(u64::try_from(rows.len()).unwrap(), counted.iter().map(first_count).sum::<u64>(), "{report}");
            assert!(rows.iter().all(|row| row.iter().map(|(column, _)| *column).eq(COLUMNS)));
        }
    }
}
