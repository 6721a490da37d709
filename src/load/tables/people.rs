//! The people of the caller's practices, as their rows come in.

use super::person_index::PersonIndex;
use crate::domain::{Flags, NhsNumber, PatientTally, Person, RegistrationStatus};

/// The people of the caller's practices, by NHS number.
#[derive(Default)]
pub struct People {
    /// Every person with a valid NHS number on a row in scope.
    pub list: Vec<Person>,
    index: PersonIndex,
    /// Where the rows went.
    pub tally: PatientTally,
    /// Rows of `other_practices` whose practice code is blank or malformed.
    pub unplaced: u64,
    /// Place of the next row in the read order of all patient rows.
    pub(super) next_row: u32,
}

impl People {
    /// The index of a person in [`People::list`].
    #[must_use]
    pub fn find(&self, number: NhsNumber) -> Option<u32> {
        self.index.find(number, &self.list)
    }

    /// The person at an index given by [`People::find`].
    #[must_use]
    pub fn get(&self, index: u32) -> Option<&Person> {
        self.list.get(usize::try_from(index).ok()?)
    }

    /// Gives the person at an index more flags.
    pub fn add_flags(&mut self, index: u32, flags: Flags) {
        if let Some(person) = usize::try_from(index).ok().and_then(|index| self.list.get_mut(index)) {
            person.flags |= flags;
        }
    }

    /// Counts the people into the buckets that are of people, not of rows.
    pub fn finish(&mut self) {
        for person in &self.list {
            match person.registration {
                RegistrationStatus::Patient => self.tally.patients += 1,
                RegistrationStatus::Deceased => self.tally.deceased += 1,
                RegistrationStatus::Removed => self.tally.removed += 1,
                // Their rows have been counted one by one.
                RegistrationStatus::NotYetBorn | RegistrationStatus::Rejected => {}
            }
        }
    }

    /// Takes a usable row: the last one wins, whole.
    pub(super) fn place(&mut self, person: Person) {
        let known = self.remember(person);
        if known.row != person.row {
            let earlier = known.registration;
            *known = person;
            if !matches!(earlier, RegistrationStatus::NotYetBorn | RegistrationStatus::Rejected) {
                self.tally.duplicate += 1;
            }
        }
    }

    /// The person of this NHS number, made of `person` where it is new.
    pub(super) fn remember(&mut self, person: Person) -> &mut Person {
        let place = self.index.find(person.nhs_number, &self.list).and_then(|index| usize::try_from(index).ok());
        let place = place.unwrap_or_else(|| {
            self.list.push(person);
            self.index.add_last(&self.list);
            self.list.len() - 1
        });
        let known = &mut self.list[place];
        if known.registration == RegistrationStatus::Rejected && person.registration == RegistrationStatus::NotYetBorn {
            known.registration = RegistrationStatus::NotYetBorn;
        }
        known
    }
}
