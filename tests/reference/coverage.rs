//! What generated worlds reach. A generator that never makes a third primary dose overdue tests
//! nothing about it, so every bucket, status, ladder step, group and boundary has a label, and a test
//! asserts that the fixed seeds and dates reach them all. The labels are listed in `labels`.

use super::dates::{birthday_in, day, plus, six_months_after};
use super::engine::{Person, Results};
use super::ladders::second_dose_interval;
use super::people::age_edges;
use super::rules::{CAMPAIGNS, Campaign, MinAge, SECOND_DOSE, Who, second_dose_opens};
use super::rules::{booster_opens, campaign_called};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The seeds of the coverage test, and the size of its worlds.
pub const SEEDS: [u64; 2] = [2, 5];
/// People in each world of the coverage test.
pub const PEOPLE: usize = 300;

/// Dates on which some rule of spec 3 changes, with their neighbours, and a day in every campaign.
pub const AS_AT_DATES: [NaiveDate; 33] = [
    day(8, 12, 2020),
    day(17, 1, 2021),
    day(13, 5, 2021),
    day(14, 5, 2021),
    day(13, 6, 2021),
    day(14, 6, 2021),
    day(5, 7, 2021),
    day(31, 8, 2021),
    day(1, 9, 2021),
    day(15, 9, 2021),
    day(16, 9, 2021),
    day(25, 11, 2021),
    day(26, 11, 2021),
    day(7, 12, 2021),
    day(8, 12, 2021),
    day(20, 12, 2021),
    day(17, 1, 2022),
    day(31, 1, 2022),
    day(11, 5, 2022),
    day(12, 2, 2023),
    day(13, 2, 2023),
    day(30, 6, 2023),
    day(1, 7, 2023),
    day(20, 11, 2023),
    day(29, 2, 2024),
    day(20, 5, 2024),
    day(15, 12, 2024),
    day(17, 6, 2025),
    day(18, 6, 2025),
    day(28, 1, 2026),
    day(12, 6, 2026),
    day(11, 10, 2026),
    day(1, 2, 2027),
];

/// Every day on which a value of spec 3 begins or ends, with the day before and after: for longer runs.
pub fn rule_dates() -> BTreeSet<NaiveDate> {
    use super::rules::{
        BOOSTER_INTERVALS, BOOSTER_OFFER_END, COHORTS, FIVE_BY, GENERAL_OFFER_END, THIRD_PRIMARY_FROM,
        first_doses_from, second_dose_opens,
    };
    let mut days = vec![GENERAL_OFFER_END, BOOSTER_OFFER_END, THIRD_PRIMARY_FROM, FIVE_BY];
    days.extend(COHORTS.iter().filter_map(|cohort| second_dose_opens(cohort)));
    days.extend(COHORTS.iter().filter_map(|cohort| first_doses_from(cohort)));
    days.extend(COHORTS.iter().filter_map(|cohort| booster_opens(cohort)));
    days.extend(SECOND_DOSE.iter().map(|row| row.from));
    days.extend(BOOSTER_INTERVALS.iter().map(|(from, _)| *from));
    days.extend(CAMPAIGNS.iter().flat_map(|campaign| [campaign.start, campaign.end]));
    let around = days.iter().flat_map(|date| (-1..=1).map(|days| plus(*date, days)));
    around.filter(|date| *date >= day(8, 12, 2020)).collect()
}

/// The labels that a run reached.
pub fn reached(results: &Results) -> BTreeSet<String> {
    let mut labels = BTreeSet::new();
    labels.extend(results.patient_rows.values().map(|bucket| format!("patients:{bucket}")));
    labels.extend(results.event_rows.values().map(|bucket| format!("events:{bucket}")));
    if results.vaccinations.date_repaired > 0 {
        labels.insert("events:date_repaired".to_owned());
    }
    for person in results.people.values() {
        ladders_reached(&mut labels, person, results.as_at);
        facts_reached(&mut labels, person, results.as_at);
        edges_reached(&mut labels, person, results.as_at);
    }
    labels
}

fn ladders_reached(labels: &mut BTreeSet<String>, person: &Person, as_at: NaiveDate) {
    let cohort = person.cohort;
    labels.insert(format!("cohort:{cohort}"));
    labels.insert(format!("course:{}", person.status));
    labels.insert(format!("first:{}", person.first_dose));
    if let Some(second) = &person.second_dose {
        let rule = second_dose_interval(cohort, as_at);
        labels.insert(format!("second:{}", second.status));
        labels.insert(format!("second:{}:{}:{}", rule.cohorts[0], rule.from, second.status));
        if second_dose_opens(cohort) == Some(second.due) {
            labels.insert(format!("opening of {cohort}:{}", second.status));
        }
    }
    labels.extend(person.third_primary.as_ref().map(|third| format!("third:{}", third.status)));
    labels.insert(format!("booster:{}", person.booster.status));
    labels.insert(format!("booster:{cohort}:{}", person.booster.status));
    labels.extend(person.course.doses.iter().map(|dose| format!("role:{}", dose.role)));
    for (id, standing) in &person.campaigns {
        match standing {
            Some(standing) => {
                labels.insert(format!("campaign:{id}:{}", standing.group));
                labels.insert(format!("campaign:{id}:{}", standing.status));
            }
            None => {
                labels.insert(format!("campaign:{id}:nobody's group"));
            }
        }
    }
}

fn facts_reached(labels: &mut BTreeSet<String>, person: &Person, as_at: NaiveDate) {
    let (facts, course) = (&person.facts, &person.course);
    labels.insert(format!("age:{}", person.age_band));
    labels.insert(format!("gender:{}", facts.gender));
    labels.insert(format!("ethnicity:{}", facts.ethnicity));
    labels
        .insert(format!("imd:{}", facts.imd_quintile.map_or("not known".to_owned(), |quintile| quintile.to_string())));
    let roles: Vec<&str> = course.doses.iter().map(|dose| dose.role.as_str()).collect();
    let one_dose =
        roles.first() == Some(&"dose 1") && course.primary_complete_on == course.doses.first().map(|d| d.date);
    let then_third = roles.get(1) == Some(&"third primary");
    let born_on = facts.date_of_birth;
    for (label, holds) in [
        ("start:earlier doses not recorded", course.earlier_doses_not_recorded),
        ("start:first dose not recorded", course.first_dose_not_recorded),
        ("start:one-dose course", one_dose),
        ("start:one-dose course then third primary", one_dose && then_third),
        ("start:first dose not recorded then third primary", course.first_dose_not_recorded && then_third),
        ("pcn:not known", person.pcn_code.is_none()),
        ("person:restricted", facts.restricted),
        ("person:known death", facts.known_death),
        ("person:housebound", facts.housebound),
        ("person:immunosuppressed", facts.immunosuppressed),
        ("person:immunosuppressed and under 12", facts.immunosuppressed && person.age < 12),
        ("person:declined with doses", !person.declined.is_empty() && !roles.is_empty()),
        ("person:born on 29 February", (born_on.day(), born_on.month()) == (29, 2)),
        ("edge:gap 14", course.doses.windows(2).any(|pair| plus(pair[0].date, 14) == pair[1].date)),
        ("edge:dose on the day of birth", course.doses.iter().any(|dose| dose.date == born_on)),
        ("edge:dose on as-at", course.doses.iter().any(|dose| dose.date == as_at)),
        ("edge:dose six days before as-at", course.doses.iter().any(|dose| dose.date == plus(as_at, -6))),
    ] {
        if holds {
            labels.insert(label.to_owned());
        }
    }
}

/// How many days the one date is after the other, where it is the day before, of or after.
fn edges_reached(labels: &mut BTreeSet<String>, person: &Person, as_at: NaiveDate) {
    let mut edge = |label: &str, date: NaiveDate, boundary: NaiveDate| {
        let offset = (date - boundary).num_days();
        if offset.abs() <= 1 {
            labels.insert(format!("edge:{label}:{offset}"));
        }
    };
    let born = person.facts.date_of_birth;
    for (label, age, on) in age_edges(as_at) {
        edge(&label, on, birthday_in(born, born.year() + age));
    }
    edge("120 years", birthday_in(born, born.year() + 121), as_at);
    for campaign in CAMPAIGNS {
        edge("six months", campaign.age_by, six_months_after(born));
    }
    if let Some(second) = &person.second_dose {
        edge("second due", as_at, second.due);
        edge("second overdue", as_at, second.last_due_day);
    }
    if let Some(due) = person.third_primary.as_ref().and_then(|third| third.due) {
        edge("third due", as_at, due);
    }
    if let Some(due) = person.booster.due.filter(|_| person.course.boosters == 0) {
        edge("booster due", as_at, due);
    }
    for (id, standing) in &person.campaigns {
        let standing = standing.as_ref().map(|standing| (campaign_called(id), standing));
        if let Some((campaign, standing)) = standing
            && let Some(old_enough) = minimum_age_day(campaign, standing.group, born)
            && standing.earliest == old_enough
        {
            edge("minimum age and as at", as_at, old_enough);
            edge("minimum age and the start", campaign.start, old_enough);
            edge("minimum age and the end", campaign.end, old_enough);
        }
    }
    for standing in person.campaigns.values().flatten().filter(|_| !person.course.doses.is_empty()) {
        edge("campaign earliest", as_at, standing.earliest);
    }
}

/// The day on which somebody reaches the minimum age of a group that is not defined by age alone.
fn minimum_age_day(campaign: &Campaign, group: &str, born: NaiveDate) -> Option<NaiveDate> {
    let (_, who, from) = campaign.groups.iter().find(|(label, _, _)| *label == group)?;
    let day = match from {
        MinAge::SixMonths => six_months_after(born),
        MinAge::Years(age) => birthday_in(born, born.year() + age),
    };
    Some(day).filter(|_| *who != Who::Anybody)
}
