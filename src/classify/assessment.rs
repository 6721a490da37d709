//! One assessment a person: every report reads these, so that no two reports
//! can disagree.

use chrono::{Datelike, NaiveDate};

use super::booster::{BoosterStatus, booster};
use super::cohort::cohort_of;
use super::course::Course;
use super::first_dose::{FirstDoseStatus, first_dose};
use super::history::{date_of, doses};
use super::second_dose::{SecondDoseStatus, second_dose};
use super::third_primary::{ThirdPrimaryStatus, is_outstanding, third_primary};
use super::verdict::Verdict;
use crate::domain::{Cohort, Dose, Event, Flags, Person, RowOutcome, completed_years};
use crate::rules::{RuleId, RuleSet};

/// Everything that is worked out about one patient.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The person.
    pub person: Person,
    /// Age in completed years as at.
    pub age: u16,
    /// Cohort.
    pub cohort: Cohort,
    /// The rule that gave the cohort.
    pub cohort_rule: Option<RuleId>,
    /// The course.
    pub course: Course,
    /// Date of the latest refusal.
    pub declined_on: Option<NaiveDate>,
    /// Only without a dose.
    pub first_dose: Option<Verdict<FirstDoseStatus>>,
    /// Only with a dose and the primary course not complete.
    pub second_dose: Option<Verdict<SecondDoseStatus>>,
    /// Only for the immunosuppressed of 12 and over.
    pub third_primary: Option<Verdict<ThirdPrimaryStatus>>,
    /// Whether a third primary dose is needed as at and has not been given.
    pub third_primary_outstanding: bool,
    /// First booster.
    pub booster: Verdict<BoosterStatus>,
    /// Where the person's doses are in [`Population`].
    first: u32,
    count: u32,
}

/// The patients of the scope, assessed.
pub struct Population<'a> {
    /// One assessment a patient.
    pub assessments: Vec<Assessment>,
    /// The rules in force.
    pub rules: &'a RuleSet,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// Vaccination rows that were given, but are no dose of their own.
    pub duplicates: u64,
    doses: Vec<Dose>,
}

impl Population<'_> {
    /// A patient's doses, in date order.
    #[must_use]
    pub fn doses(&self, assessment: &Assessment) -> &[Dose] {
        let first = usize::try_from(assessment.first).unwrap_or(usize::MAX);
        let count = usize::try_from(assessment.count).unwrap_or(0);
        self.doses.get(first..first + count).unwrap_or_default()
    }

    /// All counted doses.
    #[must_use]
    pub fn dose_count(&self) -> u64 {
        u64::try_from(self.doses.len()).unwrap_or(u64::MAX)
    }
}

/// Assesses every patient among `people`. `events` are theirs, in any order;
/// `overdue_after` replaces the days after which a second dose is overdue.
#[must_use]
pub fn classify<'a>(
    people: &[Person],
    mut events: Vec<Event>,
    overdue_after: Option<u16>,
    rules: &'a RuleSet,
    as_at: NaiveDate,
) -> Population<'a> {
    events.sort_unstable_by_key(in_order);
    let patients = people.iter().filter(|person| person.is_patient()).count();
    let mut population =
        Population { assessments: Vec::with_capacity(patients), rules, as_at, duplicates: 0, doses: Vec::new() };
    for (index, person) in (0_u32..).zip(people) {
        let first = events.iter().rposition(|event| event.person > index).map_or(0, |before| before + 1);
        if person.is_patient() {
            population.add(person, events.get(first..).unwrap_or_default(), overdue_after);
        }
        events.truncate(first);
        // Doses take the place of events: with millions of both, memory must not hold both.
        if events.capacity() - events.len() > MANY_EVENTS {
            events.shrink_to_fit();
        }
    }
    population
}

/// So many events are given back to the system at once.
const MANY_EVENTS: usize = 1 << 18;

/// By person, the first last; then by date, refusals first, then in read order.
/// As one number, because there may be millions of events.
fn in_order(event: &Event) -> u128 {
    let date = date_of(event).map_or(0, |date| date.num_days_from_ce().saturating_add(1));
    let date = u32::try_from(date).unwrap_or(0);
    u128::from(!event.person) << 64 | u128::from(date) << 32 | u128::from(event.order)
}

impl Population<'_> {
    fn add(&mut self, person: &Person, events: &[Event], overdue_after: Option<u16>) {
        // Refusals sort before the dated events.
        let (refusals, given) = events.split_at(events.partition_point(|event| date_of(event).is_none()));
        let declined_on = refusals.iter().filter_map(refusal).max();
        let first = self.doses.len();
        self.doses.extend(doses(given, self.rules.general.days_between_doses));
        let own = &self.doses[first..];
        self.duplicates += u64::try_from(given.len() - own.len()).unwrap_or(0);
        let mut assessment = assess(person, own, declined_on, overdue_after, self.rules, self.as_at);
        assessment.first = u32::try_from(first).unwrap_or(u32::MAX);
        assessment.count = u32::try_from(own.len()).unwrap_or(0);
        self.assessments.push(assessment);
    }
}

fn refusal(event: &Event) -> Option<NaiveDate> {
    match event.outcome {
        RowOutcome::NotGiven(date) => date,
        _ => None,
    }
}

fn assess(
    person: &Person,
    doses: &[Dose],
    declined_on: Option<NaiveDate>,
    overdue_after: Option<u16>,
    rules: &RuleSet,
    as_at: NaiveDate,
) -> Assessment {
    let age = completed_years(person.birth, as_at).unwrap_or(0);
    let (cohort, cohort_rule) = cohort_of(person, rules, as_at);
    let third_rule = &rules.third_primary;
    let takes_third = person.flags.any(Flags::IMMUNOSUPPRESSED) && age >= u16::from(third_rule.min_age);
    let has_declined = declined_on.is_some();
    let course = Course::of(doses, takes_third, has_declined, &rules.codes);
    let third = takes_third.then(|| third_primary(&course, third_rule, as_at));
    let outstanding = is_outstanding(third.as_ref(), third_rule, as_at);
    let first_only = doses.first().filter(|_| !course.primary_complete);
    Assessment {
        person: *person,
        age,
        cohort,
        cohort_rule: cohort_rule.map(|rule| rule.rule),
        course,
        declined_on,
        first_dose: doses.is_empty().then(|| first_dose(cohort_rule, has_declined, rules, as_at)),
        second_dose: first_only.map(|dose| second_dose(dose.date, cohort, overdue_after, rules, as_at)),
        third_primary: third,
        third_primary_outstanding: outstanding,
        booster: booster(&course, cohort, outstanding, rules, as_at),
        first: 0,
        count: 0,
    }
}
