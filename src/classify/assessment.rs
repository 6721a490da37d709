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
use super::two_brands::days_of_two_brands;
use super::verdict::Verdict;
use crate::domain::{
    Appointment, Cohort, Dose, Event, EventFault, Flags, Person, RecordDoubt, Refusal, RefusalKind, completed_years,
};
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
    /// Date of the latest refusal in force: on or after the last dose.
    pub declined_on: Option<NaiveDate>,
    /// Date of the latest contraindication in force: on or after the last dose.
    pub contraindicated_on: Option<NaiveDate>,
    /// The first day, not before as-at, for which a vaccination is booked.
    pub booked_on: Option<NaiveDate>,
    /// Only without a dose: whoever has one is vaccinated, see [`Assessment::first_dose_status`].
    pub first_dose: Option<Verdict<FirstDoseStatus>>,
    /// Only with a dose and the primary course not complete.
    pub second_dose: Option<Verdict<SecondDoseStatus>>,
    /// Only for the immunosuppressed of 12 and over.
    pub third_primary: Option<Verdict<ThirdPrimaryStatus>>,
    /// Whether a third primary dose is needed as at and has not been given.
    pub third_primary_outstanding: bool,
    /// First booster.
    pub booster: Verdict<BoosterStatus>,
    /// The person's index in the extract.
    index: u32,
    /// Where the person's doses are in [`Population`].
    first: u32,
    count: u32,
}

impl Assessment {
    /// Where the person stands on the way to a first dose.
    #[must_use]
    pub fn first_dose_status(&self) -> FirstDoseStatus {
        self.first_dose.map_or(FirstDoseStatus::Vaccinated, |verdict| verdict.status)
    }
}

/// What is recorded of people besides their doses, in any order.
#[derive(Debug, Clone, Default)]
pub struct OtherRecords {
    /// Declined and contraindicated codes.
    pub refusals: Vec<Refusal>,
    /// Vaccinations that are booked.
    pub appointments: Vec<Appointment>,
    /// Doubts about single rows.
    pub doubts: Vec<RecordDoubt>,
    /// What is wrong with single rows.
    pub faults: Vec<EventFault>,
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
    /// Each by person, then in read order.
    others: OtherRecords,
    /// Days on which rows of one person name two brands, by person.
    two_brands: Vec<EventFault>,
}

impl Population<'_> {
    /// A patient's declined and contraindicated codes, in read order, whether
    /// in force or not.
    #[must_use]
    pub fn refusals(&self, assessment: &Assessment) -> &[Refusal] {
        of_person(&self.others.refusals, assessment.index, |refusal| refusal.person)
    }

    /// The latest of a patient's refusals of a kind that is in force: on or
    /// after the last dose.
    #[must_use]
    pub fn refusal_in_force(&self, assessment: &Assessment, kind: RefusalKind) -> Option<&Refusal> {
        let last = self.doses(assessment).last().map(|dose| dose.date);
        in_force(self.refusals(assessment), kind, last)
    }

    /// Every doubt about a row of a patient, in read order.
    #[must_use]
    pub fn record_doubts(&self, assessment: &Assessment) -> &[RecordDoubt] {
        of_person(&self.others.doubts, assessment.index, |doubt| doubt.person)
    }

    /// What was found wrong with rows of a patient when they were read, in read order.
    #[must_use]
    pub fn event_faults(&self, assessment: &Assessment) -> &[EventFault] {
        of_person(&self.others.faults, assessment.index, |fault| fault.person)
    }

    /// The days on which rows of a patient name two known brands.
    #[must_use]
    pub fn two_brands(&self, assessment: &Assessment) -> &[EventFault] {
        of_person(&self.two_brands, assessment.index, |fault| fault.person)
    }

    /// The doubts that hold a patient back: those about an event on or after
    /// the last dose, or without a date. Those before it are notes.
    pub fn doubts_in_force(&self, assessment: &Assessment) -> impl Iterator<Item = &RecordDoubt> {
        let last = self.doses(assessment).last().map(|dose| dose.date);
        let is_in_force =
            move |doubt: &&RecordDoubt| doubt.date.is_none_or(|date| last.is_none_or(|last| date >= last));
        self.record_doubts(assessment).iter().filter(is_in_force)
    }

    /// A patient's doses, in date order.
    #[must_use]
    pub fn doses(&self, assessment: &Assessment) -> &[Dose] {
        let first = usize::try_from(assessment.first).unwrap_or(usize::MAX);
        let count = usize::try_from(assessment.count).unwrap_or(0);
        self.doses.get(first..first + count).unwrap_or_default()
    }

    /// Somebody of one's own practices who is no patient: nothing that is
    /// recorded of them is counted.
    #[must_use]
    pub fn without_records(&self, person: &Person) -> Assessment {
        let nothing = Besides { declined: None, contraindicated: None, booked: None };
        let assessment = assess(person, &[], nothing, None, self.rules, self.as_at);
        Assessment { index: u32::MAX, ..assessment }
    }

    /// All counted doses.
    #[must_use]
    pub fn dose_count(&self) -> u64 {
        u64::try_from(self.doses.len()).unwrap_or(u64::MAX)
    }
}

/// The part of a list, which is by person, that is of one person.
fn of_person<T>(list: &[T], index: u32, person: impl Fn(&T) -> u32) -> &[T] {
    let first = list.partition_point(|one| person(one) < index);
    let count = list.get(first..).unwrap_or_default().partition_point(|one| person(one) == index);
    list.get(first..first + count).unwrap_or_default()
}

/// The latest refusal of a kind on or after the last dose; of several of a day the first read.
fn in_force(refusals: &[Refusal], kind: RefusalKind, last_dose: Option<NaiveDate>) -> Option<&Refusal> {
    let stands = |refusal: &&Refusal| refusal.kind == kind && last_dose.is_none_or(|last| refusal.date >= last);
    refusals.iter().filter(stands).max_by_key(|refusal| (refusal.date, !refusal.order))
}

/// Assesses every patient among `people`. `events` and `others` are theirs, in
/// any order; `overdue_after` replaces the days after which a second dose is overdue.
#[must_use]
pub fn classify<'a>(
    people: &[Person],
    mut events: Vec<Event>,
    mut others: OtherRecords,
    overdue_after: Option<u16>,
    rules: &'a RuleSet,
    as_at: NaiveDate,
) -> Population<'a> {
    events.sort_unstable_by_key(in_order);
    let patients = people.iter().filter(|person| person.is_patient()).count();
    others.refusals.sort_unstable_by_key(|refusal| (refusal.person, refusal.order));
    others.appointments.sort_unstable_by_key(|appointment| (appointment.person, appointment.order));
    others.doubts.sort_unstable_by_key(|doubt| (doubt.person, doubt.order, doubt.id));
    others.faults.sort_unstable_by_key(|fault| (fault.person, fault.order, fault.fault));
    let (assessments, doses) = (Vec::with_capacity(patients), Vec::new());
    let mut population = Population { assessments, rules, as_at, duplicates: 0, doses, others, two_brands: Vec::new() };
    for (index, person) in (0_u32..).zip(people) {
        let first = events.iter().rposition(|event| event.person > index).map_or(0, |before| before + 1);
        if person.is_patient() {
            population.add(index, person, events.get(first..).unwrap_or_default(), overdue_after);
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

/// By person, the first last; then by date, then in read order. As one number,
/// because there may be millions of events.
fn in_order(event: &Event) -> u128 {
    // No day of a year is numbered higher than 366, nor lower than 1.
    let date = date_of(event).map_or(0, |date| u32::try_from(date.year()).unwrap_or(0) << 9 | date.ordinal());
    u128::from(!event.person) << 64 | u128::from(date) << 32 | u128::from(event.order)
}

impl Population<'_> {
    fn add(&mut self, index: u32, person: &Person, events: &[Event], overdue_after: Option<u16>) {
        // What was not given sorts before the dated events.
        let given = events.get(events.partition_point(|event| date_of(event).is_none())..).unwrap_or_default();
        let first = self.doses.len();
        let codes = &self.rules.codes;
        let days_between = self.rules.general.days_between_doses;
        self.doses.extend(doses(given, days_between, |brand| codes.precedence(brand)));
        let own = &self.doses[first..];
        self.duplicates += u64::try_from(given.len() - own.len()).unwrap_or(0);
        if given.len() > own.len() {
            self.two_brands.extend(days_of_two_brands(given, codes));
        }
        let besides = self.besides(index, own.last().map(|dose| dose.date));
        let mut assessment = assess(person, own, besides, overdue_after, self.rules, self.as_at);
        assessment.index = index;
        assessment.first = u32::try_from(first).unwrap_or(u32::MAX);
        assessment.count = u32::try_from(own.len()).unwrap_or(0);
        self.assessments.push(assessment);
    }

    /// What stands besides the doses of a person.
    fn besides(&self, index: u32, last_dose: Option<NaiveDate>) -> Besides {
        let refusals = of_person(&self.others.refusals, index, |refusal| refusal.person);
        let refused = |kind| in_force(refusals, kind, last_dose).map(|refusal| refusal.date);
        let appointments = of_person(&self.others.appointments, index, |appointment| appointment.person);
        let days = appointments.iter().map(|appointment| appointment.date);
        Besides {
            declined: refused(RefusalKind::Declined),
            contraindicated: refused(RefusalKind::Contraindicated),
            booked: days.filter(|day| *day >= self.as_at).min(),
        }
    }
}

/// What stands besides the doses of a person.
#[derive(Clone, Copy)]
struct Besides {
    declined: Option<NaiveDate>,
    contraindicated: Option<NaiveDate>,
    booked: Option<NaiveDate>,
}

fn assess(
    person: &Person,
    doses: &[Dose],
    besides: Besides,
    overdue_after: Option<u16>,
    rules: &RuleSet,
    as_at: NaiveDate,
) -> Assessment {
    let age = completed_years(person.birth, as_at).unwrap_or(0);
    let (cohort, cohort_rule) = cohort_of(person, rules, as_at);
    let third_rule = &rules.third_primary;
    let takes_third = person.flags.any(Flags::IMMUNOSUPPRESSED) && age >= u16::from(third_rule.min_age);
    let Besides { declined, contraindicated, booked } = besides;
    let has_declined = declined.is_some();
    let of_kind = |date: Option<NaiveDate>, kind| date.map(|_| kind);
    let refused = of_kind(contraindicated, RefusalKind::Contraindicated).or(of_kind(declined, RefusalKind::Declined));
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
        declined_on: declined,
        contraindicated_on: contraindicated,
        booked_on: booked,
        first_dose: doses.is_empty().then(|| first_dose(cohort_rule, refused, rules, as_at)),
        second_dose: first_only.map(|dose| second_dose(dose.date, cohort, overdue_after, rules, as_at)),
        third_primary: third,
        third_primary_outstanding: outstanding,
        booster: booster(&course, cohort, outstanding, rules, as_at),
        index: 0,
        first: 0,
        count: 0,
    }
}
