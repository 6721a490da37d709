//! Hand-worked cases of the tables of section 4.

use super::super::coverage::AS_AT_DATES;
use super::super::engine::{Results, run};
use super::super::generator::generate;
use super::super::reports::{Row, Table, Totals};
use super::super::rules::{campaign_open, default_campaign};
use super::super::shares::{Beside, limits};
use super::super::uptake::Filter;
use super::{BOOSTER, CONTRAINDICATED, Case, DECLINED, GIVEN, PFIZER, on, one};
use serde_json::{Value, json};

fn target(per_cent: usize) -> Beside {
    Beside { target: Some(per_cent), ..Beside::default() }
}

/// The cells under these columns.
fn pick(row: &Row, columns: &[&str]) -> Value {
    columns.iter().map(|column| row.iter().find(|(key, _)| key == column).expect("the column").1.clone()).collect()
}

fn totals(table: &Table) -> &Row {
    match &table.totals {
        Totals::Exactly(row) | Totals::IfAny(row) => row,
    }
}

#[test]
fn the_four_steps_of_second_doses_add_up() {
    let mut case = one("1950-01-01", &["2021-02-26"]);
    case.person(1, "1950-01-01");
    case.event(1, "2021-03-26", GIVEN, PFIZER);
    case.person(2, "1950-01-01");
    let table = case.at((22, 5, 2021)).second_dose_table(&["practice"], &Filter::default());
    assert_eq!(
        table.columns,
        ["practice_code", "practice_name", "first_dose_only", "not_yet_due", "due", "overdue", "offer_closed"]
    );
    // 85 days since 26/02/2021; 57 since 26/03/2021.
    let row = pick(&table.rows[0], &["practice_code", "first_dose_only", "not_yet_due", "due", "overdue"]);
    assert_eq!(row, json!(["A81001", 2, 0, 1, 1]));
    assert_eq!(pick(totals(&table), &["first_dose_only", "offer_closed"]), json!([2, 0]));
}

/// 91 days lie between 08/09/2021 and 08/12/2021.
#[test]
fn time_since_the_primary_course_is_in_bands() {
    let case = one("1950-01-01", &["2021-06-01", "2021-09-08"]);
    let waiting = |as_at| -> Vec<String> {
        let rows = case.at(as_at).time_since_primary_table(&Filter::default()).rows;
        let bands = rows.iter().filter(|row| row[1].1 == json!(1));
        bands.map(|row| row[0].1.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(waiting((7, 9, 2021)), [""; 0]);
    assert_eq!(waiting((8, 9, 2021)), ["0-27"]);
    assert_eq!(waiting((7, 12, 2021)), ["56-90"]);
    assert_eq!(waiting((8, 12, 2021)), ["91-121"]);
    assert_eq!(waiting((8, 9, 2022)), ["365+"]);
}

#[test]
fn time_since_is_reckoned_from_the_third_primary_dose_once_given() {
    let mut case = one("1950-01-01", &["2021-03-01", "2021-05-01", "2021-10-01"]);
    let band = |case: &Case, as_at| {
        let rows = case.at(as_at).time_since_primary_table(&Filter::default()).rows;
        rows.iter().find(|row| row[1].1 == json!(1)).map(|row| row[0].1.clone())
    };
    assert_eq!(band(&case, (2, 10, 2021)), None, "boosted");
    case.0.patient_files[0].rows[0].immunosuppressed = "Y".to_owned();
    assert_eq!(band(&case, (30, 9, 2021)), Some(json!("152-181")), "outstanding: from dose 2");
    assert_eq!(band(&case, (2, 10, 2021)), Some(json!("0-27")));
}

#[test]
fn a_campaign_has_every_practice_with_every_group() {
    let mut case = one("1940-01-01", &["2021-01-01", "2021-03-20", "2022-04-01"]);
    case.person(1, "1940-01-01");
    case.person(2, "1940-01-01").immunosuppressed = "Y".to_owned();
    case.person(3, "1990-01-01");
    let mut empty = case.0.practices[0].clone();
    empty.code = "A81002".to_owned();
    case.0.practices.push(empty);
    let results = case.at((11, 5, 2022));
    let table = results.campaign_table("spring-2022", &Filter::default(), target(50));
    assert_eq!(table.rows.len(), 6);
    let columns =
        ["practice_code", "campaign_group", "patients", "vaccinated", "primary_first", "vaccinated_pct", "needed"];
    assert_eq!(pick(&table.rows[0], &columns), json!(["A81001", "75+", 3, 1, 2, 33.3, 1]));
    assert_eq!(pick(&table.rows[2], &columns), json!(["A81001", "immunosuppressed 12+", 0, 0, 0, null, 0]));
    assert_eq!(pick(&table.rows[3], &columns), json!(["A81002", "75+", 0, 0, 0, null, 0]));
    assert_eq!(pick(totals(&table), &["patients", "needed"]), json!([3, 1]));
    let needed = |per_cent| {
        pick(totals(&results.campaign_table("spring-2022", &Filter::default(), target(per_cent))), &["needed"])
    };
    assert_eq!((needed(33), needed(34), needed(100)), (json!([0]), json!([1]), json!([2])));
}

/// Worked out apart; two are of the table of Newcombe (1998), method 3.
#[test]
fn limits_are_wilsons() {
    assert_eq!(limits(0, 10), Some((0.0, 27.8)));
    assert_eq!(limits(10, 10), Some((72.2, 100.0)));
    assert_eq!(limits(1, 3), Some((6.1, 79.2)));
    assert_eq!(limits(81, 263), Some((25.5, 36.6)), "Newcombe 1998: 0.2553 to 0.3662");
    assert_eq!(limits(15, 148), Some((6.2, 16.0)), "Newcombe 1998: 0.0624 to 0.1605");
    assert_eq!(limits(0, 0), None);
}

#[test]
fn first_doses_stand_in_one_place_each() {
    let mut case = one("1950-01-01", &["2021-03-01"]);
    for nth in 1..=4 {
        case.person(nth, "1950-01-01");
    }
    case.event(1, "2021-03-01", DECLINED, "");
    // Both: the contraindication comes first, and stands as of as-at where its date cannot be read.
    case.event(2, "2021-03-01", DECLINED, "");
    case.event(2, "never", CONTRAINDICATED, "");
    // A later dose ends it.
    case.event(4, "2021-03-01", CONTRAINDICATED, "");
    case.event(4, "2021-03-02", GIVEN, PFIZER);
    let table = case.at((1, 6, 2021)).first_dose_table(&["practice"], &Filter::default());
    let columns = ["patients", "vaccinated", "not_in_cohort", "not_open", "offer_closed"];
    assert_eq!(pick(&table.rows[0], &columns), json!([5, 2, 0, 0, 0]));
    assert_eq!(pick(&table.rows[0], &["contraindicated", "declined", "eligible"]), json!([1, 1, 1]));
}

#[test]
fn a_campaign_goes_without_saying() {
    let id = |(d, m, y)| default_campaign(on((d, m, y))).map(|campaign| campaign.id);
    assert_eq!(id((20, 3, 2022)), None);
    assert_eq!(id((21, 3, 2022)), Some("spring-2022"));
    assert_eq!(id((4, 9, 2022)), Some("spring-2022"), "the latest ended");
    assert_eq!(id((5, 9, 2022)), Some("autumn-2022"));
    assert!(campaign_open(on((30, 6, 2022))).is_some() && campaign_open(on((1, 7, 2022))).is_none());
}

#[test]
fn the_immunosuppressed_stand_in_one_place_each() {
    let mut case = one("1950-01-01", &["2021-03-01", "2021-05-01", "2021-10-01"]);
    case.0.patient_files[0].rows[0].immunosuppressed = "Y".to_owned();
    case.person(1, "1950-01-01").immunosuppressed = "Y".to_owned();
    case.event(1, "2021-10-01", BOOSTER, PFIZER);
    case.person(2, "1950-01-01").immunosuppressed = "Y".to_owned();
    case.person(3, "2015-01-01").immunosuppressed = "Y".to_owned();
    case.person(4, "1950-01-01");
    let columns = [
        "patients",
        "earlier_doses_not_recorded",
        "primary_incomplete",
        "third_primary_given",
        "third_primary_due",
        "booster_due",
        "campaign_due",
    ];
    let of = |as_at| pick(totals(&case.at(as_at).immunosuppressed_table(&Filter::default())), &columns);
    // Under 12 and not immunosuppressed: neither is counted.
    assert_eq!(of((11, 5, 2022)), json!([3, 1, 1, 1, 0, 1, 2]));
    assert_eq!(of((20, 3, 2022)), json!([3, 1, 1, 1, 0, 1, 0]), "no campaign is open");
}

#[test]
fn cohorts_have_three_tables_of_one_row() {
    let mut case = one("2008-01-01", &["2021-10-01"]);
    case.0.patient_files[0].rows[0].at_risk = "Y".to_owned();
    case.person(1, "1990-01-01").immunosuppressed = "Y".to_owned();
    case.person(2, "2018-01-01");
    let results = case.at((1, 12, 2021));
    let tables = results.cohorts_tables(&Filter::default(), Beside::default());
    let counts: Vec<(&str, usize, Value)> =
        tables.iter().map(|table| (table.name, table.rows.len(), pick(totals(table), &["patients"]))).collect();
    assert_eq!(
        counts,
        [
            ("cohorts", 18, json!([3])),
            ("cohort_6", 1, json!([1])),
            ("at_risk_5_to_15", 1, json!([1])),
            ("immunosuppressed", 1, json!([1])),
        ]
    );
    let due = ["first_dose_eligible", "second_dose_pending", "second_dose_overdue", "booster_eligible"];
    assert_eq!(pick(totals(&tables[0]), &due), json!([1, 1, 0, 0]));
}

#[test]
fn trend_runs_from_the_first_monday_to_the_week_of_as_at() {
    let mut case = one("1950-01-01", &["2020-12-13", "2020-12-27"]);
    case.person(1, "1950-01-01");
    let table = case.at((28, 12, 2020)).trend_table(&Filter::default());
    let columns = ["week", "dose1", "dose2", "cumulative_first_dose_pct", "cumulative_booster_pct"];
    let rows: Vec<Value> = table.rows.iter().map(|row| pick(row, &columns)).collect();
    assert_eq!(
        json!(rows),
        json!([
            ["2020-12-07", 1, 0, 50.0, 0.0],
            ["2020-12-14", 0, 0, 50.0, 0.0],
            ["2020-12-21", 0, 1, 50.0, 0.0],
            ["2020-12-28", 0, 0, 50.0, 0.0]
        ])
    );
    assert_eq!(case.at((27, 12, 2020)).trend_table(&Filter::default()).rows.len(), 3, "a Sunday ends its week");
    // Doses of the trials are one row before the weeks.
    let case = one("1950-01-01", &["2020-11-01", "2020-12-07"]);
    let table = case.at((8, 12, 2020)).trend_table(&Filter::default());
    let rows: Vec<Value> = table.rows.iter().map(|row| pick(row, &columns)).collect();
    assert_eq!(json!(rows), json!([["earlier", 1, 0, 100.0, 0.0], ["2020-12-07", 0, 1, 100.0, 0.0]]));
}

/// The sums that section 4 writes with an equals sign.
#[test]
fn ladders_add_up_in_generated_worlds() {
    for as_at in AS_AT_DATES.into_iter().step_by(5) {
        let results: Results = run(&generate(4, 150, as_at), as_at, None);
        let filter = Filter::default();
        let mut tables = vec![
            (results.first_dose_table(&["ethnicity"], &filter), 7),
            (results.second_dose_table(&["age"], &filter), 4),
            (results.boosters_table(&["practice", "cohort"], &filter), 7),
            (results.immunosuppressed_table(&filter), 6),
        ];
        tables.extend(
            default_campaign(as_at)
                .map(|campaign| (results.campaign_table(campaign.id, &filter, Beside::default()), 6)),
        );
        for (table, steps) in tables {
            let keys = table.columns.len() - totals(&table).len();
            let number = |cell: &(&str, Value)| cell.1.as_u64().unwrap();
            let mut people = 0;
            for row in &table.rows {
                let counts = &row[keys..];
                assert_eq!(number(&counts[0]), counts[1..=steps].iter().map(number).sum::<u64>(), "{}", table.name);
                people += number(&counts[0]);
            }
            assert_eq!(people, number(&totals(&table)[0]), "{}", table.name);
        }
    }
}
