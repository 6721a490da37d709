//! In what the rows of one person disagree (the doubt people-disagree).

use chrono::NaiveDate;

use super::deaths::Death;
use super::patient_fields::PatientFields;
use super::patient_record::KnownRow;
use crate::domain::{Ethnicity, Flag, Flags, Gender, Named};

/// What rows can disagree in.
const FACTS: [&str; 9] = [
    "the practice",
    "the date of birth",
    "a death",
    "the reason for removal",
    "whether the record is restricted",
    "consent to text messages",
    "gender",
    "ethnicity",
    "deprivation",
];

/// Facts, a bit each: those of [`FACTS`], then the flags.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Disagreements(u32);

impl Disagreements {
    /// In what these rows disagree. A column that a file lacks disagrees with
    /// nothing, and neither does a blank, but where it is an answer: nothing
    /// said of a death is "alive".
    pub fn of(rows: &[KnownRow]) -> Self {
        let mut found = Self::default();
        let usable = || rows.iter().filter(|(record, _)| record.is_usable()).map(|(record, _)| &record.person);
        let with = |fact| rows.iter().filter(move |(_, fields)| fields.has(fact)).map(|(record, _)| record);
        let people = |fact| with(fact).map(|record| &record.person);
        found.note(0, differ(usable().map(|person| person.practice)));
        found.note(1, differ(usable().map(|person| person.birth)));
        let said = with(PatientFields::DEATH).map(|record| record.death.as_at(NaiveDate::MAX) != Death::None);
        let by_removal = rows.iter().filter(|(record, _)| record.death.by_removal).map(|_| true);
        found.note(2, differ(said.chain(by_removal)));
        found.note(3, differ(with(PatientFields::REMOVAL).map(|record| record.removed || record.death.by_removal)));
        found.note(4, differ(people(PatientFields::RESTRICTION).map(|person| person.restricted)));
        found.note(5, differ(people(PatientFields::CONSENT).map(|person| person.sms_declined)));
        let known = |gender: &Gender| *gender != Gender::NotKnown;
        found.note(6, differ(people(PatientFields::GENDER).map(|person| person.gender).filter(known)));
        let known = |group: &Ethnicity| *group != Ethnicity::NotKnown;
        found.note(7, differ(people(PatientFields::ETHNICITY).map(|person| person.ethnicity).filter(known)));
        found.note(8, differ(people(PatientFields::IMD).filter_map(|person| person.imd_quintile)));
        for (place, flag) in (FACTS.len()..).zip(Flag::ALL) {
            let flags = people(PatientFields::flag(*flag)).map(|person| person.flags.any(Flags::of(*flag)));
            found.note(place, differ(flags));
        }
        found
    }

    fn note(&mut self, place: usize, differs: bool) {
        self.0 |= u32::from(differs) << place;
    }
}

/// Whether there are two values that are not the same.
fn differ<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    let first = values.next();
    first.is_some_and(|first| values.any(|value| value != first))
}

/// How many people disagree, by fact.
#[derive(Debug, Default)]
pub struct DisagreementCounts([u64; FACTS.len() + Flag::ALL.len()]);

impl DisagreementCounts {
    /// Counts a person.
    pub fn count(&mut self, found: Disagreements) {
        for (place, count) in self.0.iter_mut().enumerate() {
            *count += u64::from(found.0 >> place & 1);
        }
    }

    /// Each fact that anybody disagrees in, with how many people do.
    pub fn by_fact(&self) -> Vec<(&'static str, u64)> {
        let names = FACTS.iter().copied().chain(Flag::ALL.iter().map(|flag| flag.name()));
        names.zip(self.0).filter(|(_, count)| *count > 0).collect()
    }
}
