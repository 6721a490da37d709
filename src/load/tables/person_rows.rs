//! The rows of one person made one (specification 8.3).

use std::collections::HashMap;

use chrono::NaiveDate;
use foldhash::fast::FixedState;

use super::deaths::DeathClaim;
use super::name_key::NameKey;
use super::patient_fields::PatientFields;
use super::patient_gaps::CONTACTS;
use super::patient_record::{KnownRow, PatientRecord};
use super::people_disagree::Disagreements;
use crate::domain::{Ethnicity, Flags, Gender, NhsNumber, Person, RecordGaps, RegistrationStatus};

/// The rows of the people who have several, by their places in the read order
/// of all patient rows: in the order in which facts are taken from them.
#[derive(Debug, Default)]
pub struct PersonRows(HashMap<NhsNumber, Box<[u32]>, FixedState>);

impl PersonRows {
    /// Notes the rows of a person who has several.
    pub fn set(&mut self, number: NhsNumber, rows: Vec<u32>) {
        self.0.insert(number, rows.into_boxed_slice());
    }

    /// How many people have several rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The rows of a person who has several.
    #[must_use]
    pub fn of(&self, number: NhsNumber) -> Option<&[u32]> {
        self.0.get(&number).map(AsRef::as_ref)
    }
}

/// A person made of several rows.
pub struct Merged {
    /// The person.
    pub person: Person,
    /// Places of the rows, in the order in which facts are taken from them.
    pub order: Vec<u32>,
    /// How many rows can stand for the person.
    pub usable: u64,
    /// In what the rows disagree.
    pub disagree: Disagreements,
    /// What the person is called.
    pub surname: NameKey,
    /// Only another practice gives a reason for removal, and no file of the
    /// registration could: whether the person has left it is not known.
    pub removed_elsewhere: bool,
}

/// Makes one person of the rows of one NHS number, which are in read order.
/// `None` without any row.
#[must_use]
pub fn merge(rows: &[KnownRow], as_at: NaiveDate) -> Option<Merged> {
    let (first, _) = rows.first()?;
    let places = order(rows);
    let ordered: Vec<&KnownRow> = places.iter().filter_map(|place| rows.get(*place)).collect();
    let usable = rows.iter().filter(|(record, _)| record.is_usable()).count();
    let Some((base, _)) = ordered.first().filter(|_| usable > 0) else {
        return Some(Merged {
            person: Person { registration: unusable(rows), ..first.person },
            order: rows.iter().map(|(record, _)| record.person.row).collect(),
            usable: 0,
            disagree: Disagreements::default(),
            surname: first.surname,
            removed_elsewhere: false,
        });
    };
    let told = |fact| ordered.iter().find(move |(_, fields)| fields.has(fact)).map(|(record, _)| record);
    let mut flags = Flags::none();
    let mut known = Flags::none();
    for (record, fields) in &ordered {
        flags |= record.person.flags.and(fields.flags().without(known));
        known |= fields.flags();
    }
    let disagree = Disagreements::of(rows);
    let gaps = gaps(&ordered).or(RecordGaps::ROWS_DISAGREE.when(disagree != Disagreements::default()));
    let death = all_deaths(rows, base.person.birth);
    let any = |is: fn(&Person) -> bool| rows.iter().any(|(record, _)| is(&record.person));
    let person = Person {
        flags,
        gender: told(PatientFields::GENDER).map_or(Gender::NotKnown, |record| record.person.gender),
        ethnicity: told(PatientFields::ETHNICITY).map_or(Ethnicity::NotKnown, |record| record.person.ethnicity),
        imd_quintile: told(PatientFields::IMD).and_then(|record| record.person.imd_quintile),
        restricted: any(|person| person.restricted),
        sms_declined: any(|person| person.sms_declined),
        in_doubt: any(|person| person.in_doubt),
        gaps,
        ..base.person
    };
    // A practice's reason for removal is about its own list, not about that of the registration.
    let here = |(record, fields): &&&KnownRow| {
        record.person.practice == base.person.practice && fields.has(PatientFields::REMOVAL)
    };
    let told_here = ordered.iter().find(here);
    let removed = told_here.is_some_and(|(record, _)| record.removed);
    let removed_elsewhere = told_here.is_none() && told(PatientFields::REMOVAL).is_some_and(|record| record.removed);
    let surname = told(PatientFields::NAME).map_or_else(NameKey::default, |record| record.surname);
    Some(Merged {
        person: PatientRecord { person, death, removed, surname }.settled(as_at).person,
        order: ordered.iter().map(|(record, _)| record.person.row).collect(),
        usable: u64::try_from(usable).unwrap_or(u64::MAX),
        disagree,
        surname,
        removed_elsewhere,
    })
}

/// What is to be mended of the registration: each fact by the row that it is taken from.
fn gaps(ordered: &[&KnownRow]) -> RecordGaps {
    let of = |fact, gap| {
        let told = ordered.iter().find(|(_, fields)| fields.has(fact));
        RecordGaps::when(gap, told.is_some_and(|(record, _)| record.person.gaps.has(gap)))
    };
    // Of several rows with contacts it is plain only when all are read as one.
    let has_contacts = ordered.iter().any(|(_, fields)| fields.has(CONTACTS));
    let is_asked = ordered.iter().any(|(record, _)| record.person.gaps.has(RecordGaps::ASKED_IMMUNOSUPPRESSED));
    of(PatientFields::ETHNICITY, RecordGaps::NO_ETHNICITY)
        .or(of(PatientFields::ADDRESS, RecordGaps::NO_ADDRESS))
        .or(RecordGaps::CONTACT_UNCERTAIN.when(has_contacts))
        .or(RecordGaps::ASKED_IMMUNOSUPPRESSED.when(is_asked))
}

/// Where somebody stands of whom no row can be used.
fn unusable(rows: &[KnownRow]) -> RegistrationStatus {
    let is_unborn = |(record, _): &KnownRow| record.person.registration == RegistrationStatus::NotYetBorn;
    if rows.iter().any(is_unborn) { RegistrationStatus::NotYetBorn } else { RegistrationStatus::Rejected }
}

/// What all rows say of a death, in read order.
fn all_deaths(rows: &[KnownRow], birth: NaiveDate) -> DeathClaim {
    let mut death = DeathClaim::default();
    for (record, _) in rows {
        // Without a date of birth of its own, a row's date of death is held against that of the person.
        death.add(if record.is_usable() { record.death } else { record.death.checked(birth) });
    }
    death
}

/// The rows in the order in which facts are taken: the registration, the
/// person's earlier rows of its practice, last to first, then all others, last
/// to first. No row that can stand for nobody comes first, unless all are so.
fn order(rows: &[KnownRow]) -> Vec<usize> {
    let usable = |place: &usize| rows.get(*place).is_some_and(|(record, _)| record.is_usable());
    let practice = |place: usize| rows.get(place).map(|(record, _)| record.person.practice);
    // The last usable row of each practice, last to first.
    let mut last: Vec<usize> = Vec::new();
    for place in (0..rows.len()).rev().filter(usable) {
        if !last.iter().any(|known| practice(*known) == practice(place)) {
            last.push(place);
        }
    }
    let within = |base: usize| (0..=base).rev().filter(move |place| practice(*place) == practice(base));
    let is_removed = |base: usize| {
        let told = within(base).filter_map(|place| rows.get(place));
        let mut told = told.filter(|(_, fields)| fields.has(PatientFields::REMOVAL));
        told.next().is_some_and(|(record, _)| record.removed || record.death.by_removal)
    };
    let registration = last.iter().copied().find(|base| !is_removed(*base)).or(last.first().copied());
    let Some(registration) = registration else { return (0..rows.len()).collect() };
    let mut places: Vec<usize> = within(registration).collect();
    let others: Vec<usize> = (0..rows.len()).rev().filter(|place| !places.contains(place)).collect();
    places.extend(others);
    places
}
