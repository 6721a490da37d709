//! Hand-worked cases of 2.7, 2.8, 2.10 and 3.1 to 3.4.

use super::super::engine::run;
use super::super::model::PatientRow;
use super::{Case, DECLINED, NUMBERS, on, one};

fn cohort(born: &str, as_at: (u32, u32, i32), set: impl Fn(&mut PatientRow)) -> &'static str {
    let mut case = Case::new();
    set(case.person(0, born));
    case.first(as_at).cohort
}

/// Also 3.6 number 8.
#[test]
fn cohorts_first_match() {
    let yes = || "Y".to_owned();
    let at = (1, 2, 2022);
    assert_eq!(cohort("1941-03-31", at, |_| ()), "2", "80 on 31/03/2021");
    assert_eq!(cohort("1941-04-01", at, |_| ()), "3");
    assert_eq!(cohort("1956-03-31", at, |row| row.care_home_resident = yes()), "1");
    assert_eq!(cohort("1956-04-01", at, |row| row.care_home_resident = yes()), "6");
    assert_eq!(cohort("2006-02-01", at, |row| row.care_home_staff = yes()), "1");
    assert_eq!(cohort("2006-02-02", at, |row| row.care_home_staff = yes()), "15");
    assert_eq!(cohort("1990-01-01", at, |row| row.health_care_worker = yes()), "2");
    assert_eq!(cohort("1990-01-01", at, |row| row.clinically_extremely_vulnerable = yes()), "4");
    assert_eq!(cohort("1956-03-31", at, |row| row.at_risk = yes()), "5");
    assert_eq!(cohort("2005-06-01", at, |row| row.carer = yes()), "6", "a carer of 16");
    assert_eq!(cohort("1971-03-31", at, |_| ()), "9");
    assert_eq!(cohort("1971-04-01", at, |_| ()), "10");
    assert_eq!(cohort("1981-07-01", at, |_| ()), "10");
    assert_eq!(cohort("1981-07-02", at, |_| ()), "11");
    assert_eq!(cohort("1991-07-02", at, |_| ()), "12");
    assert_eq!(cohort("2004-02-01", at, |_| ()), "12", "18 as at");
    assert_eq!(cohort("2004-02-02", at, |_| ()), "14", "still 17");
    assert_eq!(cohort("2008-01-01", at, |row| row.household_contact = yes()), "13");
    assert_eq!(cohort("2008-01-01", at, |row| row.carer = yes()), "15", "a young carer is not at risk");
    assert_eq!(cohort("2012-01-01", at, |row| row.immunosuppressed = yes()), "17");
    assert_eq!(cohort("2012-01-01", at, |_| ()), "16");
    assert_eq!(cohort("2017-02-02", at, |row| row.at_risk = yes()), "none");
    assert_eq!(cohort("2017-08-31", (1, 9, 2022), |_| ()), "16", "five on the last day");
    assert_eq!(cohort("2017-09-01", (1, 9, 2022), |_| ()), "none", "five the day after");
    assert_eq!(cohort("2017-09-01", (1, 9, 2022), |row| row.at_risk = yes()), "17");
}

#[test]
fn second_dose_by_the_row_in_force_as_at() {
    // 77 days from 26/02/2021 is 14/05/2021; the rule of that very day says 56.
    let case = one("1950-01-01", &["2021-02-26"]);
    assert_eq!(case.first((13, 5, 2021)).second_dose.unwrap().status, "not-yet-due");
    let due = case.first((14, 5, 2021)).second_dose.unwrap();
    assert_eq!((due.status, due.due), ("due", on((23, 4, 2021))));
    assert_eq!(case.first((21, 5, 2021)).second_dose.unwrap().status, "due", "day 84");
    let overdue = case.first((22, 5, 2021)).second_dose.unwrap();
    assert_eq!((overdue.status, overdue.days_overdue), ("overdue", Some(1)));
    let overridden = run(&case.0, on((22, 5, 2021)), Some(85));
    assert_eq!(overridden.people[NUMBERS[0]].second_dose.as_ref().unwrap().status, "due");
}

/// Second doses of cohort 14 opened on 15/11/2021, of cohort 15 on 20/12/2021.
#[test]
fn second_doses_wait_for_their_opening() {
    let second = |born: &str, first: &str, as_at| one(born, &[first]).first(as_at).second_dose.unwrap();
    // 84 days from 10/08/2021 end on 02/11/2021.
    let before = second("2004-12-31", "2021-08-10", (14, 11, 2021));
    assert_eq!((before.status, before.due), ("not-yet-due", on((15, 11, 2021))));
    assert_eq!(second("2004-12-31", "2021-08-10", (15, 11, 2021)).status, "due");
    assert_eq!(second("2004-12-31", "2021-08-10", (29, 11, 2021)).status, "due", "14 days later");
    let late = second("2004-12-31", "2021-08-10", (30, 11, 2021));
    assert_eq!((late.status, late.days_overdue), ("overdue", Some(1)));
    assert_eq!(second("2007-12-31", "2021-09-20", (19, 12, 2021)).status, "not-yet-due");
    assert_eq!(second("2007-12-31", "2021-09-20", (20, 12, 2021)).status, "due");
    // 84 days from 01/10/2021 end after the opening.
    assert_eq!(second("2007-12-31", "2021-10-01", (23, 12, 2021)).status, "not-yet-due");
    assert_eq!(second("2007-12-31", "2021-10-01", (24, 12, 2021)).status, "due");
    // Another threshold is counted from the opening too: due + (90 - 84).
    let case = one("2004-12-31", &["2021-08-10"]);
    let status = |as_at| run(&case.0, on(as_at), Some(90)).people[NUMBERS[0]].second_dose.clone().unwrap().status;
    assert_eq!((status((21, 11, 2021)), status((22, 11, 2021))), ("due", "overdue"));
}

#[test]
fn second_dose_offers_close() {
    let case = one("1950-01-01", &["2023-06-29"]);
    assert_eq!(case.first((30, 6, 2023)).second_dose.unwrap().status, "not-yet-due");
    assert_eq!(case.first((1, 7, 2023)).second_dose.unwrap().status, "offer-closed");
}

#[test]
fn first_doses_by_cohort() {
    let first = |born: &str, as_at| one(born, &[]).first(as_at).first_dose;
    assert_eq!(first("1985-01-01", (12, 5, 2021)), "not-open");
    assert_eq!(first("1985-01-01", (13, 5, 2021)), "eligible");
    assert_eq!(first("1985-01-01", (30, 6, 2023)), "eligible");
    assert_eq!(first("1985-01-01", (1, 7, 2023)), "offer-closed");
    assert_eq!(first("2021-01-01", (1, 7, 2023)), "not-in-cohort");
    let mut case = one("1985-01-01", &[]);
    case.event(0, "2021-06-01", DECLINED, "");
    assert_eq!(case.first((1, 7, 2021)).first_dose, "declined");
    assert_eq!(case.first((31, 5, 2021)).first_dose, "eligible", "not yet declined then");
}

/// The replay of 07/12 and 08/12/2021.
#[test]
fn the_booster_interval_is_the_one_in_force_as_at() {
    let case = one("1950-01-01", &["2021-06-01", "2021-09-08"]);
    let before = case.first((7, 12, 2021));
    assert_eq!((before.booster.status, before.booster.due), ("pending", Some(on((9, 3, 2022)))));
    let after = case.first((8, 12, 2021));
    assert_eq!((after.booster.status, after.booster.due), ("eligible", Some(on((8, 12, 2021)))));
}

/// The replay of 25/11 and 26/11/2021.
#[test]
fn the_booster_opens_by_cohort_and_closes() {
    let case = one("1975-01-01", &["2021-02-01", "2021-04-01"]);
    assert_eq!(case.first((25, 11, 2021)).booster.status, "not-open");
    let open = case.first((26, 11, 2021));
    assert_eq!((open.booster.status, open.booster.due), ("eligible", Some(on((26, 11, 2021)))));
    assert_eq!(case.first((12, 2, 2023)).booster.status, "eligible");
    assert_eq!(case.first((13, 2, 2023)).booster.status, "closed");
    let child = one("2008-01-01", &["2021-10-01", "2021-12-26"]).first((1, 2, 2022));
    assert_eq!((child.booster.status, child.booster.due), ("not-open", None), "cohort 15 has none");
}
