//! The last steps: everybody assessed, and every row accounted for.

use super::fault::RunFault;
use super::load::Loaded;
use super::reconcile::reconcile;
use super::scope::{Scoped, Setup};
use crate::classify::{OtherRecords, Population, classify};
use crate::domain::{Contact, Doubt, NhsNumber, Person, VaccinationTally};
use crate::load::{Accounts, Extract};

/// The people of a run, assessed, with every row accounted for.
pub struct Reconciled<'r> {
    /// What was settled before any row was read.
    pub setup: Setup<'r>,
    /// Everybody with a valid NHS number on a row in scope.
    pub people: Vec<Person>,
    /// The patients among them, assessed.
    pub population: Population<'r>,
    /// The files, and where their rows went.
    pub accounts: Accounts,
    /// Where the vaccination rows went, complete.
    pub vaccinations: VaccinationTally,
    /// What is implausible of the extract, in the order in which it is shown.
    pub doubts: Vec<Doubt>,
}

/// Loads, classifies and reconciles: everything after the scope.
/// `overdue_after` replaces the days after which a second dose is overdue;
/// `watch` is a person whose every row is wanted.
///
/// # Errors
/// Where the days are too few, the files do not make a whole, or the run does
/// not add up.
pub fn assess(
    scoped: Scoped<'_>,
    overdue_after: Option<u16>,
    watch: Option<NhsNumber>,
) -> Result<Reconciled<'_>, RunFault> {
    scoped.setup.check_overdue_after(overdue_after)?;
    let loaded = scoped.load(watch);
    if loaded.extract.accounts.unusable.is_empty()
        && let Some(why) = loaded.nothing_found()
    {
        return Err(RunFault::NothingFound(why));
    }
    loaded.assess(overdue_after)
}

/// The same of data in which nobody may be a patient, or nothing be known of anybody.
///
/// # Errors
/// As [`assess`], but for what the data do not hold.
pub fn assess_anybody(
    scoped: Scoped<'_>,
    overdue_after: Option<u16>,
    watch: Option<NhsNumber>,
) -> Result<Reconciled<'_>, RunFault> {
    scoped.setup.check_overdue_after(overdue_after)?;
    scoped.load(watch).assess(overdue_after)
}

impl Setup<'_> {
    /// A second dose cannot be overdue before it is due.
    fn check_overdue_after(&self, overdue_after: Option<u16>) -> Result<(), RunFault> {
        let largest = self.rules.largest_due_after_at(self.as_at);
        match overdue_after {
            Some(days) if days < largest => Err(RunFault::OverdueBeforeDue { days, largest, as_at: self.as_at }),
            _ => Ok(()),
        }
    }
}

impl<'r> Loaded<'r> {
    /// Classifies and reconciles.
    ///
    /// # Errors
    /// Where the files do not make a whole, or the run does not add up.
    pub fn assess(self, overdue_after: Option<u16>) -> Result<Reconciled<'r>, RunFault> {
        let Self { setup, extract } = self;
        let Extract { people, events, refusals, appointments, mut accounts } = extract;
        if !accounts.unusable.is_empty() {
            let has_refused = accounts.files.refused().next().is_some();
            return Err(RunFault::Unusable { reasons: accounts.unusable, has_refused });
        }
        let doubts = std::mem::take(&mut accounts.record_doubts);
        let faults = std::mem::take(&mut accounts.event_faults);
        let others = OtherRecords { refusals, appointments, doubts, faults };
        let population = classify(&people, events, others, overdue_after, setup.rules, setup.as_at);
        let vaccinations =
            reconcile(&accounts.patients, &accounts.vaccinations, &population).map_err(RunFault::Unreconciled)?;
        let doubts = setup.judge(&accounts.findings);
        Ok(Reconciled { setup, people, population, accounts, vaccinations, doubts })
    }
}

impl Reconciled<'_> {
    /// The contact details of these people, in the same order; the patients
    /// files are read again for them.
    ///
    /// # Errors
    /// Where that cannot be done, or the files have been written to since.
    pub fn contacts(&self, people: &[Person]) -> Result<Vec<Contact>, RunFault> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        self.accounts.contacts(people, &self.setup.rules.words).map_err(RunFault::Contacts)
    }
}
