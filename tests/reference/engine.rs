//! The whole run: rows in, one verdict per person out, and a refusal to go on if rows are lost.

use super::course::{Course, course};
use super::dates::age_on;
use super::events::{self, Given, VaccinationTally};
use super::ladders::{self, Booster, SecondDose, Standing, ThirdPrimary};
use super::model::World;
use super::patients::{self, Facts, PatientTally, Practice};
use super::rules::{CAMPAIGNS, Campaign, declines_from};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is true of one person in `patients`, as at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What the winning row says.
    pub facts: Facts,
    /// The practice's network, where the list says.
    pub pcn_code: Option<String>,
    /// Completed years as at.
    pub age: i32,
    /// `0-4` … `80+`.
    pub age_band: &'static str,
    /// `1` … `17`, `none`.
    pub cohort: &'static str,
    /// The doses and what they are.
    pub course: Course,
    /// Remembered declined events, in read order.
    pub declined: Vec<NaiveDate>,
    /// Remembered contraindicated events, in read order.
    pub contraindicated: Vec<NaiveDate>,
    /// The days of appointments, in read order.
    pub booked: Vec<NaiveDate>,
    /// Course status (2.6).
    pub status: &'static str,
    /// First dose (2.10).
    pub first_dose: &'static str,
    /// Second dose (2.7), for n ≥ 1 and the primary course not complete.
    pub second_dose: Option<SecondDose>,
    /// Third primary dose, for the immunosuppressed of 12 and over.
    pub third_primary: Option<ThirdPrimary>,
    /// First booster (2.8).
    pub booster: Booster,
    /// Every campaign by id; none where the person is in no group of it.
    pub campaigns: BTreeMap<&'static str, Option<Standing>>,
}

/// The results of a run.
pub struct Results {
    /// As at.
    pub as_at: NaiveDate,
    /// Practices in scope, by code.
    pub practices: BTreeMap<String, Practice>,
    /// Patient rows by bucket.
    pub patients: PatientTally,
    /// Vaccination rows by bucket.
    pub vaccinations: VaccinationTally,
    /// The bucket of every patient row, by file and row (indices into the world).
    pub patient_rows: BTreeMap<(usize, usize), &'static str>,
    /// The bucket of every event row, by file and row (indices into the world).
    pub event_rows: BTreeMap<(usize, usize), &'static str>,
    /// The people in `patients`, by NHS number.
    pub people: BTreeMap<String, Person>,
    /// Rows given on a date that counts, of each of them.
    pub given: BTreeMap<String, Vec<Given>>,
    /// Their declined events with their rows.
    pub declined_at: events::Declined,
    /// Rows whose date is the recorded one.
    pub repaired: BTreeSet<(usize, usize)>,
}

/// The age bands of 2.3 with the ages they hold.
pub const AGE_BANDS: [(&str, i32, i32); 18] = [
    ("0-4", 0, 4),
    ("5-11", 5, 11),
    ("12-15", 12, 15),
    ("16-17", 16, 17),
    ("18-24", 18, 24),
    ("25-29", 25, 29),
    ("30-34", 30, 34),
    ("35-39", 35, 39),
    ("40-44", 40, 44),
    ("45-49", 45, 49),
    ("50-54", 50, 54),
    ("55-59", 55, 59),
    ("60-64", 60, 64),
    ("65-69", 65, 69),
    ("70-74", 70, 74),
    ("75-79", 75, 79),
    ("80+", 80, i32::MAX),
    // A guard: nobody is younger than born.
    ("unborn", i32::MIN, -1),
];

/// Runs the reference over a world.
pub fn run(world: &World, as_at: NaiveDate, overdue_after: Option<i64>) -> Results {
    let patients = patients::read(world, as_at);
    let mut events = events::read(world, &patients, as_at);
    let mut people = BTreeMap::new();
    for (number, facts) in &patients.people {
        let age = age_on(facts.date_of_birth, as_at);
        let cohort = ladders::cohort(facts, as_at);
        let needs_third = facts.immunosuppressed && age >= 12;
        let course = course(&events.doses.remove(number).unwrap_or_default(), needs_third);
        let declined = events.declined.remove(number).unwrap_or_default();
        let contraindicated = events.contraindicated.remove(number).unwrap_or_default();
        let now = |events: &[NaiveDate]| in_force(events, &course).is_some();
        let refused = (now(&contraindicated), now(&declined));
        let first_given = course.doses.first().map(|dose| dose.date);
        let person = Person {
            pcn_code: patients.practices[&facts.practice_code].pcn_code.clone(),
            age,
            age_band: AGE_BANDS.iter().find(|(_, from, to)| (*from..=*to).contains(&age)).expect("a band").0,
            cohort,
            status: course.status(!declined.is_empty()),
            first_dose: ladders::first_dose(cohort, &course, refused, as_at),
            second_dose: first_given
                .filter(|_| !course.primary_complete)
                .map(|first| ladders::second_dose(first, cohort, as_at, overdue_after)),
            third_primary: needs_third.then(|| ladders::third_primary(&course, as_at)),
            booster: ladders::booster(&course, cohort, needs_third, as_at),
            campaigns: CAMPAIGNS
                .iter()
                .map(|campaign| (campaign.id, ladders::campaign(campaign, facts, &course, needs_third, as_at)))
                .collect(),
            facts: facts.clone(),
            course,
            declined,
            contraindicated,
            booked: events.booked.remove(number).unwrap_or_default(),
        };
        people.insert(number.clone(), person);
    }
    let results = Results {
        as_at,
        practices: patients.practices,
        patients: patients.tally,
        vaccinations: events.tally,
        patient_rows: patients.buckets,
        event_rows: events.buckets,
        people,
        given: events.given,
        declined_at: events.declined_at,
        repaired: events.repaired,
    };
    results.reconcile();
    results
}

/// The latest of some remembered events that is on or after the last dose (2.11).
fn in_force(events: &[NaiveDate], course: &Course) -> Option<NaiveDate> {
    let last = course.doses.last().map(|dose| dose.date);
    events.iter().copied().filter(|date| last.is_none_or(|last| *date >= last)).max()
}

impl Person {
    /// The latest of some remembered events that is in force.
    pub fn in_force(&self, events: &[NaiveDate]) -> Option<NaiveDate> {
        in_force(events, &self.course)
    }

    /// The refusal in force that counts for a campaign (2.11).
    pub fn declined_for(&self, campaign: &Campaign) -> Option<NaiveDate> {
        self.in_force(&self.declined).filter(|date| *date >= declines_from(campaign))
    }
}

impl Results {
    /// Spec 2.5: what does not add up is a bug, here as in the product.
    fn reconcile(&self) {
        let p = &self.patients;
        let sum = p.other_practices + p.rejected + p.not_yet_born + p.duplicate + p.deceased + p.removed + p.patients;
        assert_eq!(p.rows_read, sum, "patient rows");
        assert_eq!(p.patients, self.people.len(), "people");
        let v = &self.vaccinations;
        let sum = v.delete_instructions
            + v.unlinkable
            + v.other_people
            + v.excluded_people
            + v.replaced
            + v.not_covid
            + v.not_given
            + v.rejected
            + v.after_as_at
            + v.duplicates
            + v.doses;
        assert_eq!(v.rows_read, sum, "vaccination rows");
        let doses: usize = self.people.values().map(|person| person.course.doses.len()).sum();
        assert_eq!(v.doses, doses, "doses");
    }
}
