//! Hand-worked cases of section 2.6: what a dose is, and the regressions of 3.6 that turn on it.

use super::{BOOSTER, Case, DOSE_1, DOSE_2, GIVEN, JANSSEN, NUMBERS, PFIZER, on, one, roles};

/// A case of one immunosuppressed person.
fn immunosuppressed(born: &str, doses: &[&str]) -> Case {
    let mut case = one(born, doses);
    case.0.patient_files[0].rows[0].immunosuppressed = "Y".to_owned();
    case
}

#[test]
fn dose_numbers_come_from_order() {
    let person = one("1950-01-01", &["2021-09-20", "2021-01-10", "2021-04-01"]).first((1, 12, 2021));
    assert_eq!(roles(&person), ["dose 1", "dose 2", "booster 1"]);
    assert_eq!((person.status, person.course.base), ("boosted", Some(on((1, 4, 2021)))));
}

#[test]
fn a_first_dose_coded_booster_means_earlier_doses_were_not_recorded() {
    let mut case = Case::new();
    case.person(0, "1950-01-01").immunosuppressed = "Y".to_owned();
    case.event(0, "2021-10-01", BOOSTER, JANSSEN);
    let person = case.first((1, 12, 2021));
    assert_eq!(roles(&person), ["booster 1"]);
    assert_eq!((person.course.primary_complete, person.course.primary_complete_on), (true, None));
    let third = person.third_primary.unwrap();
    assert_eq!((third.status, third.due), ("earlier-doses-not-recorded", None));
    assert_eq!((person.booster.status, person.booster.due), ("boosted", None));
}

#[test]
fn a_first_dose_coded_second_completes_the_course() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-03-01", DOSE_2, PFIZER);
    case.event(0, "2021-06-01", DOSE_1, PFIZER);
    let person = case.first((1, 12, 2021));
    assert_eq!(roles(&person), ["dose 2", "booster 1"]);
    assert_eq!(person.course.primary_complete_on, Some(on((1, 3, 2021))));
}

#[test]
fn a_later_dose_coded_booster_changes_nothing() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-03-01", GIVEN, PFIZER);
    case.event(0, "2021-06-01", BOOSTER, PFIZER);
    assert_eq!(roles(&case.first((1, 12, 2021))), ["dose 1", "dose 2"]);
}

/// 3.6 number 3.
#[test]
fn janssen_recipients_are_on_the_booster_list() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-03-01", DOSE_1, JANSSEN);
    let person = case.first((1, 12, 2021));
    assert_eq!(roles(&person), ["dose 1"]);
    assert_eq!((person.status, person.booster.status), ("primary-complete", "eligible"));
    assert_eq!(person.booster.due, Some(on((16, 9, 2021))), "182 days are past on 30/08/2021");
    assert_eq!(person.second_dose, None);
}

/// 3.6 number 2: 56 days after dose 2, never after the latest dose.
#[test]
fn the_third_primary_dose_is_due_56_days_after_the_course() {
    let case = immunosuppressed("1950-01-01", &["2021-08-01", "2021-10-06"]);
    let person = case.first((30, 11, 2021));
    let third = person.third_primary.unwrap();
    assert_eq!((third.status, third.due), ("third-primary-not-yet-due", Some(on((1, 12, 2021)))));
    assert_eq!(person.booster.status, "third-primary-first");
    assert_eq!(case.first((1, 12, 2021)).third_primary.unwrap().status, "third-primary-due");

    let boosted = immunosuppressed("1950-01-01", &["2021-03-01", "2021-05-01", "2021-10-01", "2022-02-01"]);
    let person = boosted.first((1, 3, 2022));
    assert_eq!(roles(&person), ["dose 1", "dose 2", "third primary", "booster 1"]);
    let third = person.third_primary.unwrap();
    assert_eq!((third.status, third.due), ("third-primary-given", None));
}

#[test]
fn the_booster_is_reckoned_from_the_third_primary_dose() {
    let case = immunosuppressed("1950-01-01", &["2021-03-01", "2021-05-01", "2021-10-01"]);
    let person = case.first((8, 12, 2021));
    assert_eq!((person.status, person.booster.status), ("third-primary", "pending"));
    assert_eq!(person.booster.due, Some(on((31, 12, 2021))), "91 days from 01/10/2021");
}

#[test]
fn outside_its_dates_the_third_primary_dose_is_in_nobodys_way() {
    let case = immunosuppressed("1950-01-01", &["2021-01-01", "2021-03-01"]);
    let before = case.first((31, 8, 2021));
    assert_eq!(before.third_primary.unwrap().status, "third-primary-not-yet-due");
    assert_eq!(before.booster.status, "not-open");
    assert_eq!(case.first((1, 9, 2021)).booster.status, "third-primary-first");
    assert_eq!(case.first((30, 6, 2023)).booster.status, "third-primary-first");
    let after = case.first((1, 7, 2023));
    assert_eq!(after.third_primary.unwrap().status, "third-primary-closed");
    assert_eq!(after.booster.status, "closed");
    assert_eq!(after.campaigns["spring-2023"].as_ref().unwrap().status, "missed");
}

#[test]
fn third_primary_doses_begin_at_twelve() {
    let case = immunosuppressed("2009-12-01", &["2021-09-01", "2021-10-01", "2021-11-01"]);
    let eleven = case.first((30, 11, 2021));
    assert_eq!(roles(&eleven)[2], "booster 1");
    assert_eq!(eleven.third_primary, None);
    let twelve = case.first((1, 12, 2021));
    assert_eq!(roles(&twelve)[2], "third primary");
}

#[test]
fn a_one_dose_course_is_followed_by_the_third_primary_dose() {
    let mut case = immunosuppressed("1950-01-01", &[]);
    case.event(0, "2021-03-01", DOSE_1, JANSSEN);
    case.event(0, "2021-10-01", GIVEN, PFIZER);
    assert_eq!(roles(&case.first((1, 12, 2021))), ["dose 1", "third primary"]);
}

/// 3.6 number 4.
#[test]
fn the_deceased_are_not_on_the_immunosuppressed_list() {
    let mut case = immunosuppressed("1950-01-01", &["2021-03-01"]);
    case.0.patient_files[0].rows[0].date_of_death = "2021-11-30".to_owned();
    let results = case.at((1, 12, 2021));
    assert!(!results.people.contains_key(NUMBERS[0]));
    assert_eq!(case.buckets((1, 12, 2021)), ["excluded_people"]);
}

#[test]
fn course_status_without_boosters() {
    assert_eq!(one("1950-01-01", &[]).first((1, 12, 2021)).status, "unvaccinated");
    assert_eq!(one("1950-01-01", &["2021-03-01"]).first((1, 12, 2021)).status, "first-dose-only");
    assert_eq!(one("1950-01-01", &["2021-03-01", "2021-05-01"]).first((1, 12, 2021)).status, "primary-complete");
}
