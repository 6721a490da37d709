//! The people of an invite log: patients, leavers, and whoever is not in the data.

use std::collections::BTreeSet;

use crate::classify::{Assessment, Population};
use crate::domain::{NhsNumber, Person, RegistrationStatus};
use crate::report::contact_log::ContactLog;
use crate::report::counting::View;

/// The contacts of a log, and whoever of the people is no patient.
#[derive(Default)]
pub struct Contacted {
    /// The log.
    pub log: ContactLog,
    /// People of one's own practices who were contacted and are no patients any more.
    leavers: Vec<Assessment>,
    /// People who were contacted and are not in the data, or on rejected rows alone.
    absent: Vec<NhsNumber>,
}

impl Contacted {
    /// The people of a log; `people` are all of the data.
    pub fn new(log: ContactLog, population: &Population<'_>, people: &[Person]) -> Self {
        let mut absent: BTreeSet<NhsNumber> = log.people().collect();
        let mut leavers = Vec::new();
        for person in people {
            let is_known = person.registration != RegistrationStatus::Rejected;
            if is_known && absent.remove(&person.nhs_number) && !person.is_patient() {
                leavers.push(population.without_records(person));
            }
        }
        Self { log, leavers, absent: absent.into_iter().collect() }
    }

    /// The people who are in the data and whom the filter leaves.
    pub fn in_data<'a>(&'a self, view: View<'a>) -> impl Iterator<Item = &'a Assessment> {
        let people = view.people().chain(self.leavers(view));
        people.filter(|assessment| !self.log.of(assessment.person.nhs_number).is_empty())
    }

    /// Those of them who are no patients any more.
    pub fn leavers<'a>(&'a self, view: View<'a>) -> impl Iterator<Item = &'a Assessment> {
        self.leavers.iter().filter(move |leaver| view.keeps(leaver))
    }

    /// The people who are not in the data.
    pub fn absent(&self) -> &[NhsNumber] {
        &self.absent
    }

    /// Those of them who are counted: no filter can tell anything of them, so
    /// where people are chosen, nobody.
    pub fn absent_and_counted(&self, view: View<'_>) -> &[NhsNumber] {
        let is_whole = view.filter.described(view.scope, &view.population.rules.codes).is_empty();
        if is_whole { &self.absent } else { &[] }
    }
}
