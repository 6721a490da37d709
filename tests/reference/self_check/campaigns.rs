//! Hand-worked cases of 2.9 and 3.5.

use super::super::rules::campaign_called;
use super::{Case, DECLINED, on, one};

/// 3.6 number 1.
#[test]
fn an_earlier_booster_never_excludes_from_a_campaign() {
    let case = one("1940-01-01", &["2021-01-01", "2021-03-20", "2021-10-01", "2022-02-09"]);
    let status = |as_at| case.first(as_at).campaigns["spring-2022"].clone().unwrap();
    let pending = status((10, 5, 2022));
    assert_eq!((pending.group, pending.status, pending.earliest), ("75+", "pending", on((11, 5, 2022))));
    assert_eq!(status((11, 5, 2022)).status, "eligible");
    assert_eq!(status((30, 6, 2022)).status, "eligible");
    assert_eq!(status((1, 7, 2022)).status, "missed");
}

#[test]
fn a_campaign_that_needs_a_course_wants_a_booster() {
    let standing = |doses: &[&str]| one("1940-01-01", doses).first((11, 5, 2022)).campaigns["spring-2022"].clone();
    let status = |doses: &[&str]| standing(doses).unwrap().status;
    assert_eq!(status(&[]), "primary-first");
    assert_eq!(status(&["2022-04-01"]), "primary-first");
    assert_eq!(status(&["2021-04-01", "2022-03-21"]), "pending", "dose 2 within it is no booster");
    assert_eq!(status(&["2021-03-01", "2021-04-01", "2022-03-20"]), "pending", "a day early");
    assert_eq!(status(&["2021-03-01", "2021-04-01", "2022-03-21"]), "vaccinated");
    assert_eq!(status(&["2021-04-01", "2022-04-11"]), "too-soon", "91 days end on 11/07/2022");
}

#[test]
fn an_outstanding_third_primary_dose_comes_before_the_campaign() {
    let mut case = one("1940-01-01", &["2021-01-01", "2021-03-20"]);
    case.0.patient_files[0].rows[0].immunosuppressed = "1".to_owned();
    assert_eq!(case.first((11, 5, 2022)).campaigns["spring-2022"].as_ref().unwrap().status, "primary-first");
}

#[test]
fn later_campaigns_need_no_course() {
    let status =
        |doses: &[&str], as_at| one("1940-01-01", doses).first(as_at).campaigns["spring-2024"].clone().unwrap().status;
    assert_eq!(status(&[], (14, 4, 2024)), "pending");
    assert_eq!(status(&[], (15, 4, 2024)), "eligible");
    assert_eq!(status(&["2024-04-15"], (15, 4, 2024)), "vaccinated");
    assert_eq!(status(&["2024-03-31"], (15, 4, 2024)), "pending", "earliest 30/06/2024, the last day");
    assert_eq!(status(&["2024-04-01"], (15, 4, 2024)), "too-soon");
    assert_eq!(status(&["2024-07-01"], (1, 8, 2024)), "missed");
}

#[test]
fn campaign_ages_count_on_the_age_by_date() {
    let group = |born: &str, id: &str| {
        let mut case = one(born, &[]);
        case.0.patient_files[0].rows[0].immunosuppressed = "yes".to_owned();
        case.first((1, 5, 2025)).campaigns[id].as_ref().map(|standing| standing.group)
    };
    assert_eq!(group("1950-06-17", "spring-2025"), Some("75+"), "75 on the last day");
    assert_eq!(group("1950-06-18", "spring-2025"), Some("immunosuppressed 6m+"));
    assert_eq!(group("2023-12-31", "spring-2024"), Some("immunosuppressed 6m+"), "clamped to 30/06");
    assert_eq!(group("2024-01-01", "spring-2024"), None);
    assert_eq!(group("2010-07-01", "spring-2022"), None, "12 the day after");
    assert_eq!(group("2010-06-30", "spring-2022"), Some("immunosuppressed 12+"));
}

/// A baby is not offered a vaccine licensed from six months; who turns 75 on the last day is eligible all season.
#[test]
fn a_minimum_age_is_reached_on_its_day() {
    let mut baby = Case::new();
    baby.person(0, "2025-11-30").immunosuppressed = "Y".to_owned();
    let status = |case: &Case, as_at| case.first(as_at).campaigns["spring-2026"].clone().unwrap();
    let waiting = status(&baby, (29, 5, 2026));
    assert_eq!((waiting.status, waiting.earliest), ("pending", on((30, 5, 2026))), "six months");
    assert_eq!(status(&baby, (30, 5, 2026)).status, "eligible");
    assert_eq!(status(&one("1951-06-30", &[]), (13, 4, 2026)).status, "eligible", "75 on the last day");
    let mut resident = Case::new();
    resident.person(0, "1961-06-30").care_home_resident = "Y".to_owned();
    let waiting = status(&resident, (29, 6, 2026));
    assert_eq!((waiting.group, waiting.status, waiting.earliest), ("care home 65+", "pending", on((30, 6, 2026))));
    assert_eq!(status(&resident, (30, 6, 2026)).status, "eligible");
    // Sixteen by the age-by date of 31/03/2025, but after the end of 31/01/2025.
    let mut worker = Case::new();
    worker.person(0, "2009-02-01").health_care_worker = "Y".to_owned();
    assert_eq!(worker.first((20, 1, 2025)).campaigns["autumn-2024"].as_ref().unwrap().status, "too-soon");
}

#[test]
fn refusals_count_for_a_campaign_from_a_day_of_its_year() {
    let declined_for = |id: &str, on: &str, as_at| {
        let mut case = one("1940-01-01", &["2021-01-01", "2021-03-20"]);
        case.event(0, on, DECLINED, "");
        case.first(as_at).declined_for(campaign_called(id))
    };
    assert_eq!(declined_for("autumn-2025", "2025-07-31", (1, 12, 2025)), None);
    assert_eq!(declined_for("autumn-2025", "2025-08-01", (1, 12, 2025)), Some(on((1, 8, 2025))));
    assert_eq!(declined_for("spring-2026", "2026-01-31", (1, 5, 2026)), None);
    assert_eq!(declined_for("spring-2026", "2026-02-01", (1, 5, 2026)), Some(on((1, 2, 2026))));
}

#[test]
fn care_home_is_for_older_adults() {
    let group = |born: &str| {
        let mut case = Case::new();
        case.person(0, born).care_home_resident = "Y".to_owned();
        case.first((1, 5, 2025)).campaigns["spring-2025"].as_ref().map(|standing| standing.group)
    };
    assert_eq!((group("1960-06-17"), group("1960-06-18"), group("1995-01-01")), (Some("care home 65+"), None, None));
}

#[test]
fn the_first_group_that_fits_is_the_group() {
    let mut case = Case::new();
    let row = case.person(0, "1990-01-01");
    row.household_contact = "Y".to_owned();
    row.carer = "Y".to_owned();
    row.care_home_staff = "Y".to_owned();
    let person = case.first((1, 12, 2023));
    let group = |id: &str| person.campaigns[id].as_ref().map(|standing| standing.group);
    assert_eq!(group("autumn-2022"), Some("household contact 5+"));
    assert_eq!(group("autumn-2023"), Some("household contact 12+"));
    assert_eq!(group("autumn-2024"), Some("care home staff 16+"));
    assert_eq!(group("spring-2024"), None);
}
