//! The ladders, first match each: cohort (3.1), first dose (2.10), second dose (2.7), third primary
//! dose (2.6, 3.3, section 4), first booster (2.8) and campaigns (2.9).

use super::course::Course;
use super::dates::{age_on, birthday_in, plus, six_months_after};
use super::patients::Facts;
use super::rules::{
    BOOSTER_INTERVALS, BOOSTER_OFFER_END, CAMPAIGN_MIN_INTERVAL, COHORT_AGE_A, COHORT_AGE_B, Campaign, FIVE_BY,
    GENERAL_OFFER_END, MinAge, SECOND_DOSE, SecondDoseInterval, THIRD_PRIMARY_AFTER, THIRD_PRIMARY_FROM,
    THIRD_PRIMARY_TO, Who, booster_opens, first_doses_from, second_dose_opens,
};
use chrono::{Datelike, NaiveDate};

/// Where a person stands with the second dose (2.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondDose {
    /// `offer-closed`, `not-yet-due`, `due` or `overdue`.
    pub status: &'static str,
    /// The first dose + due_after, the cohort's opening at the earliest, whatever the status.
    pub due: NaiveDate,
    /// The last day that is not overdue: as long after due as overdue_after is after due_after.
    pub last_due_day: NaiveDate,
    /// Days overdue, where overdue.
    pub days_overdue: Option<i64>,
}

/// Where an immunosuppressed person of 12 or over stands with the third primary dose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThirdPrimary {
    /// `earlier-doses-not-recorded`, `primary-incomplete`, `third-primary-given`, `third-primary-due`,
    /// `third-primary-not-yet-due` or `third-primary-closed`.
    pub status: &'static str,
    /// 56 days after the primary course; none once given, or where that date is not known.
    pub due: Option<NaiveDate>,
}

/// Where a person stands with the first booster (2.8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booster {
    /// The step of the ladder.
    pub status: &'static str,
    /// max(opening, base + interval), whatever the status, where all three exist.
    pub due: Option<NaiveDate>,
}

/// Where a person stands with a campaign (2.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The first group that fits.
    pub group: &'static str,
    /// The step of the ladder.
    pub status: &'static str,
    /// max(start, last dose + minimum interval, the day of the group's minimum age), whatever the status.
    pub earliest: NaiveDate,
}

/// The JCVI priority group.
pub fn cohort(person: &Facts, as_at: NaiveDate) -> &'static str {
    let a = age_on(person.date_of_birth, COHORT_AGE_A);
    let b = age_on(person.date_of_birth, COHORT_AGE_B);
    let n = age_on(person.date_of_birth, as_at);
    let vulnerable = person.clinically_extremely_vulnerable;
    let risk = person.at_risk || person.immunosuppressed || vulnerable || person.household_contact;
    let ladder = [
        ("1", (person.care_home_resident && a >= 65) || (person.care_home_staff && n >= 16)),
        ("2", a >= 80 || (person.health_care_worker && n >= 16)),
        ("3", a >= 75),
        ("4", a >= 70 || (vulnerable && n >= 16)),
        ("5", a >= 65),
        ("6", n >= 16 && (risk || person.carer || person.care_home_resident)),
        ("7", a >= 60),
        ("8", a >= 55),
        ("9", a >= 50),
        ("10", b >= 40),
        ("11", b >= 30),
        ("12", n >= 18),
        ("13", (12..=15).contains(&n) && risk),
        ("14", (16..=17).contains(&n)),
        ("15", (12..=15).contains(&n)),
        ("17", (5..=11).contains(&n) && risk),
        ("16", (5..=11).contains(&n) && age_on(person.date_of_birth, FIVE_BY) >= 5),
    ];
    ladder.iter().find(|(_, fits)| *fits).map_or("none", |(cohort, _)| cohort)
}

/// The first dose (2.10); declined and contraindicated as 2.11 has them now.
pub fn first_dose(
    cohort: &str,
    course: &Course,
    (contraindicated, declined): (bool, bool),
    as_at: NaiveDate,
) -> &'static str {
    if !course.doses.is_empty() {
        return "vaccinated";
    }
    let Some(from) = first_doses_from(cohort) else {
        return "not-in-cohort";
    };
    if as_at < from {
        "not-open"
    } else if as_at > GENERAL_OFFER_END {
        "offer-closed"
    } else if contraindicated {
        "contraindicated"
    } else if declined {
        "declined"
    } else {
        "eligible"
    }
}

/// The row of 3.2 in force as at, for a cohort.
pub fn second_dose_interval(cohort: &str, as_at: NaiveDate) -> &'static SecondDoseInterval {
    SECOND_DOSE
        .iter()
        .filter(|row| row.cohorts.contains(&cohort) && row.from <= as_at)
        .max_by_key(|row| row.from)
        .expect("every cohort has a row from the first day")
}

/// The second dose of a person with a first and no complete primary course (2.7).
pub fn second_dose(first: NaiveDate, cohort: &str, as_at: NaiveDate, overdue_after: Option<i64>) -> SecondDose {
    let rule = second_dose_interval(cohort, as_at);
    let counted = plus(first, rule.due_after);
    let due = second_dose_opens(cohort).map_or(counted, |opening| opening.max(counted));
    let last_due_day = plus(due, overdue_after.unwrap_or(rule.overdue_after) - rule.due_after);
    let status = if as_at > GENERAL_OFFER_END {
        "offer-closed"
    } else if as_at < due {
        "not-yet-due"
    } else if as_at <= last_due_day {
        "due"
    } else {
        "overdue"
    };
    let days_overdue = (status == "overdue").then(|| (as_at - last_due_day).num_days());
    SecondDose { status, due, last_due_day, days_overdue }
}

/// Whether a third primary dose is needed and outstanding as at, for somebody who needs one at all.
pub fn third_primary_outstanding(course: &Course, needs_third: bool, as_at: NaiveDate) -> bool {
    needs_third
        && (THIRD_PRIMARY_FROM..=THIRD_PRIMARY_TO).contains(&as_at)
        && course.primary_complete
        && !course.earlier_doses_not_recorded
        && course.third_primary_on.is_none()
}

/// The third primary dose of an immunosuppressed person of 12 or over.
pub fn third_primary(course: &Course, as_at: NaiveDate) -> ThirdPrimary {
    // Silent: whether the due date waits for 3.3 to begin. It is 56 days after the course, as 2.6 says.
    let due = course.primary_complete_on.map(|date| plus(date, THIRD_PRIMARY_AFTER));
    let (status, due) = if course.earlier_doses_not_recorded {
        ("earlier-doses-not-recorded", None)
    } else if !course.primary_complete {
        ("primary-incomplete", None)
    } else if course.third_primary_on.is_some() {
        ("third-primary-given", None)
    } else if as_at > THIRD_PRIMARY_TO {
        ("third-primary-closed", due)
    } else if as_at < THIRD_PRIMARY_FROM || due.is_some_and(|due| as_at < due) {
        ("third-primary-not-yet-due", due)
    } else {
        ("third-primary-due", due)
    };
    ThirdPrimary { status, due }
}

/// The first booster (2.8).
pub fn booster(course: &Course, cohort: &str, needs_third: bool, as_at: NaiveDate) -> Booster {
    let opening = booster_opens(cohort);
    let interval = BOOSTER_INTERVALS.iter().rev().find(|(from, _)| *from <= as_at).map(|(_, days)| *days);
    let due = match (opening, course.base, interval) {
        (Some(opening), Some(base), Some(days)) => Some(opening.max(plus(base, days))),
        _ => None,
    };
    let status = if course.boosters >= 1 {
        "boosted"
    } else if !course.primary_complete {
        "primary-incomplete"
    } else if third_primary_outstanding(course, needs_third, as_at) {
        "third-primary-first"
    } else if opening.is_none_or(|opening| as_at < opening) {
        "not-open"
    } else if as_at > BOOSTER_OFFER_END {
        "closed"
    } else if due.is_some_and(|due| as_at < due) {
        "pending"
    } else {
        "eligible"
    };
    Booster { status, due }
}

/// The campaign group of a person: the first that fits (3.5), and the day of its minimum age, where the group
/// is not defined by age alone (2.9).
pub fn campaign_group(campaign: &Campaign, person: &Facts) -> Option<(&'static str, Option<NaiveDate>)> {
    let risk = person.at_risk || person.clinically_extremely_vulnerable || person.immunosuppressed;
    let born = person.date_of_birth;
    let fits = |who: Who, from: MinAge| {
        let belongs = match who {
            Who::Anybody => true,
            Who::CareHome => person.care_home_resident,
            Who::Immunosuppressed => person.immunosuppressed,
            Who::ClinicalRisk => risk,
            Who::HouseholdContact => person.household_contact,
            Who::Carer => person.carer,
            Who::CareHomeStaff => person.care_home_staff,
            Who::HealthCareWorker => person.health_care_worker,
        };
        belongs
            && match from {
                MinAge::SixMonths => six_months_after(born) <= campaign.age_by,
                MinAge::Years(age) => age_on(born, campaign.age_by) >= age,
            }
    };
    let (group, who, from) = campaign.groups.iter().find(|(_, who, from)| fits(*who, *from))?;
    let reached = match from {
        MinAge::SixMonths => six_months_after(born),
        MinAge::Years(age) => birthday_in(born, born.year() + age),
    };
    Some((group, Some(reached).filter(|_| *who != Who::Anybody)))
}

/// A campaign for a person in one of its groups (2.9).
pub fn campaign(
    campaign: &Campaign,
    person: &Facts,
    course: &Course,
    needs_third: bool,
    as_at: NaiveDate,
) -> Option<Standing> {
    let (group, old_enough) = campaign_group(campaign, person)?;
    let after_the_last = course.doses.last().map(|last| plus(last.date, CAMPAIGN_MIN_INTERVAL));
    let terms = [Some(campaign.start), after_the_last, old_enough];
    let earliest = terms.into_iter().flatten().max().expect("a campaign has a start");
    let vaccinated = course.doses.iter().any(|dose| {
        (campaign.start..=campaign.end).contains(&dose.date)
            && dose.date <= as_at
            && (!campaign.needs_primary || dose.role.starts_with("booster"))
    });
    let complete = course.primary_complete && !third_primary_outstanding(course, needs_third, as_at);
    let status = if vaccinated {
        "vaccinated"
    } else if campaign.needs_primary && !complete {
        "primary-first"
    } else if as_at > campaign.end {
        "missed"
    } else if earliest > campaign.end {
        "too-soon"
    } else if earliest > as_at {
        "pending"
    } else {
        "eligible"
    };
    Some(Standing { group, status, earliest })
}
