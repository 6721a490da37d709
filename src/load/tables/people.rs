//! The people of the caller's practices, as their rows come in.

use chrono::NaiveDate;

use super::deaths::DeathClaim;
use super::name_key::NameKey;
use super::patient_coverage::Coverage;
use super::patient_fields::PatientFields;
use super::patient_record::{KnownRow, PatientRecord};
use super::people_disagree::DisagreementCounts;
use super::person_index::PersonIndex;
use super::person_rows::{PersonRows, merge};
use crate::domain::{Finding, Flags, NhsNumber, PatientTally, Person, RecordGaps, RegistrationStatus};

/// The people of the caller's practices, by NHS number. Most have one row, and
/// no more is kept of it than the person; whoever has more has them all until
/// the last file is read.
#[derive(Default)]
pub struct People {
    /// Every person with a valid NHS number on a row in scope.
    pub list: Vec<Person>,
    index: PersonIndex,
    /// What each is called, at the same places, where somebody asks.
    surnames: Vec<NameKey>,
    /// Whether somebody asks what is wrong with records.
    pub asks_quality: bool,
    /// How many rows of lists of the immunosuppressed were read.
    pub(super) listed_rows: u64,
    /// Where the rows went.
    pub tally: PatientTally,
    /// Rows of `other_practices` whose practice code is blank or malformed.
    pub unplaced: u64,
    /// Place of the next row in the read order of all patient rows.
    pub(super) next_row: u32,
    /// What was counted that may be implausible.
    pub findings: Vec<Finding>,
    /// The rows of those who have several.
    pub rows: PersonRows,
    /// In what they disagree.
    pub(super) disagree: DisagreementCounts,
    /// The files, with the people in each.
    pub(super) files: Coverage,
    /// Of first rows, in read order, what a person does not hold.
    unusual: Vec<(u32, DeathClaim, bool)>,
    /// Every row of a person but the first, in read order, with the person's index.
    more: Vec<(u32, PatientRecord)>,
}

/// Where a row is until the last file is read.
#[derive(Debug, Clone, Copy)]
pub(super) enum RowPlace {
    /// It is the first of a person in the list.
    First(usize),
    /// It is one of the further rows.
    More(usize),
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

    /// What the person at an index is called; unknown where nobody asked.
    #[must_use]
    pub fn surname(&self, index: u32) -> NameKey {
        usize::try_from(index).ok().and_then(|index| self.surnames.get(index).copied()).unwrap_or_default()
    }

    /// That the person at an index is on a list of the immunosuppressed.
    pub fn add_immunosuppressed(&mut self, index: u32) {
        let Some(person) = usize::try_from(index).ok().and_then(|index| self.list.get_mut(index)) else { return };
        let only_listed = !person.flags.any(Flags::IMMUNOSUPPRESSED);
        let asked = person.gaps.has(RecordGaps::ASKED_IMMUNOSUPPRESSED);
        person.flags |= Flags::IMMUNOSUPPRESSED;
        person.gaps = person.gaps.or(RecordGaps::ON_LIST).or(RecordGaps::ON_ONE_LIST.when(only_listed && asked));
    }

    /// Once every list is read: whoever is immunosuppressed by the patient file alone.
    fn compare_lists(&mut self) {
        if self.listed_rows == 0 {
            return;
        }
        for person in &mut self.list {
            let asked = person.gaps.has(RecordGaps::ASKED_IMMUNOSUPPRESSED);
            let only_flagged = person.flags.any(Flags::IMMUNOSUPPRESSED) && !person.gaps.has(RecordGaps::ON_LIST);
            person.gaps = person.gaps.or(RecordGaps::ON_ONE_LIST.when(asked && only_flagged));
        }
    }

    /// Counts the people into the buckets that are of people, not of rows.
    pub fn finish(&mut self) {
        self.compare_lists();
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

    /// Takes a row in scope with a valid NHS number.
    pub(super) fn add(&mut self, record: PatientRecord) -> RowPlace {
        if let Some(index) = self.find(record.person.nhs_number) {
            self.more.push((index, record));
            return RowPlace::More(self.more.len() - 1);
        }
        self.list.push(record.person);
        if self.asks_quality {
            self.surnames.push(record.surname);
        }
        self.index.add_last(&self.list);
        if !record.death.is_silent() || record.removed {
            self.unusual.push((record.person.row, record.death, record.removed));
        }
        RowPlace::First(self.list.len() - 1)
    }

    /// The person as a row alone tells, while rows are read.
    pub(super) fn at(&mut self, place: RowPlace) -> Option<&mut Person> {
        match place {
            RowPlace::First(place) => self.list.get_mut(place),
            RowPlace::More(place) => self.more.get_mut(place).map(|(_, record)| &mut record.person),
        }
    }

    /// Makes one of the rows of everybody who has several, once all are read.
    pub fn settle(&mut self, as_at: NaiveDate) {
        let mut more = std::mem::take(&mut self.more);
        more.sort_by_key(|(index, _)| *index);
        self.files.count_single(&self.list, more.iter().map(|(index, _)| *index));
        for later in more.chunk_by(|(one, _), (other, _)| one == other) {
            let Some(index) = later.first().and_then(|(index, _)| usize::try_from(*index).ok()) else { continue };
            let surname = self.surnames.get(index).copied().unwrap_or_default();
            let Some(first) = self.list.get(index).map(|person| self.first_row(person, surname)) else { continue };
            let records = [first].into_iter().chain(later.iter().map(|(_, record)| *record));
            let rows: Vec<KnownRow> = records.map(|record| (record, self.files.fields_of(record.person.row))).collect();
            let Some(merged) = merge(&rows, as_at) else { continue };
            self.files.count_several(&rows, &merged);
            self.disagree.count(merged.disagree);
            self.tally.duplicate += merged.usable.saturating_sub(1);
            self.rows.set(merged.person.nhs_number, merged.order);
            if let Some(person) = self.list.get_mut(index) {
                *person = merged.person;
            }
            if let Some(surname) = self.surnames.get_mut(index) {
                *surname = merged.surname;
            }
        }
        self.unusual = Vec::new();
    }

    /// The first row of a person, as it was read.
    fn first_row(&self, person: &Person, surname: NameKey) -> PatientRecord {
        let told = self.unusual.binary_search_by_key(&person.row, |(row, ..)| *row).ok();
        let told = told.and_then(|place| self.unusual.get(place)).copied();
        let (_, death, removed) = told.unwrap_or((person.row, DeathClaim::default(), false));
        PatientRecord { person: *person, death, removed, surname }
    }

    /// The facts that the file being read has: its rows come next.
    pub(super) fn begin_file(&mut self, name: &str, fields: PatientFields) {
        self.files.begin(name, fields, self.next_row);
    }
}
