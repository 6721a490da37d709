//! Hand-worked cases of uptake and the percentages of section 4.

use super::super::uptake::{Filter, tenths};
use super::{DECLINED, GIVEN, one};

#[test]
fn percentages_are_never_all_unless_all() {
    assert_eq!(tenths(0, 0), None);
    assert_eq!((tenths(0, 9), tenths(9, 9)), (Some(0), Some(1000)));
    assert_eq!((tenths(1, 3000), tenths(2999, 3000)), (Some(1), Some(999)));
    assert_eq!((tenths(1, 16), tenths(1, 3)), (Some(63), Some(333)), "6.25 is 6.3");
}

#[test]
fn uptake_has_a_row_for_every_value_of_one_key() {
    let mut case = one("1950-01-01", &["2021-11-24", "2021-11-25"]);
    case.person(1, "1950-01-01").gender = "1".to_owned();
    case.event(1, "2021-11-25", DECLINED, "");
    case.event(1, "2021-08-01", GIVEN, "");
    case.event(1, "2021-12-01", GIVEN, "");
    let mut empty = case.0.practices[0].clone();
    empty.code = "A81002".to_owned();
    case.0.practices.push(empty);
    let results = case.at((1, 12, 2021));
    let uptake = results.uptake(&["practice"], &Filter::default());
    let counts: Vec<_> = uptake.rows.iter().map(|row| (row.patients, row.first_dose, row.first_dose_pct)).collect();
    assert_eq!(counts, [(2, 2, Some(1000)), (0, 0, None)]);
    assert_eq!((uptake.totals.doses_last_7_days, uptake.totals.primary_complete), (1, 1));
    assert_eq!(results.uptake(&["cohort"], &Filter::default()).rows.len(), 18);
    assert_eq!(results.uptake(&["age"], &Filter { ages: Some((16, 18)), ..Filter::default() }).rows.len(), 2);
    assert_eq!(results.uptake(&["imd"], &Filter::default()).rows.len(), 6, "1-5, and null when somebody has it");
    let both = results.uptake(&["practice", "gender"], &Filter::default());
    assert_eq!(both.rows.len(), 2, "combined keys: only groups with people");
    let detail: usize = uptake.totals.detail.values().sum();
    assert_eq!(detail, uptake.totals.patients);
}
