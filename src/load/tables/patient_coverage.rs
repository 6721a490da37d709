//! Which facts the patients files have for whom: a fact that one file lacks,
//! another may have for the same people (specification 8.3 and 8.4).

use super::patient_fields::PatientFields;
use super::patient_record::KnownRow;
use super::person_rows::Merged;
use crate::domain::{DoubtId, Finding, Person};

/// The facts that keep people safe, each with the doubt of a file without it.
const SAFETY: [(PatientFields, DoubtId, &str); 4] = [
    (PatientFields::DEATH, DoubtId::NoDeathColumn, "neither a date of death nor a death status"),
    (PatientFields::REMOVAL, DoubtId::NoRemovalColumn, "no reason for removal"),
    (PatientFields::RESTRICTION, DoubtId::NoRestrictedColumn, "no sensitive flag"),
    (PatientFields::CONSENT, DoubtId::NoConsentColumn, "no consent to text messages"),
];

/// A patients file.
struct CoveredFile {
    name: String,
    fields: PatientFields,
    /// Place of its first row in the read order of all patient rows.
    first_row: u32,
    /// People of one's own in it.
    people: u64,
    /// Those of them of whom no file has the fact, for each of [`SAFETY`].
    without: [u64; SAFETY.len()],
}

/// The patients files in read order.
#[derive(Default)]
pub struct Coverage(Vec<CoveredFile>);

impl Coverage {
    /// Goes on to a file, which begins with this row.
    pub fn begin(&mut self, name: &str, fields: PatientFields, first_row: u32) {
        let name = name.to_owned();
        self.0.push(CoveredFile { name, fields, first_row, people: 0, without: [0; SAFETY.len()] });
    }

    /// The facts that any file has.
    #[must_use]
    pub fn all(&self) -> PatientFields {
        self.0.iter().fold(PatientFields::default(), |all, file| all.or(file.fields))
    }

    /// The place of the file that a row is in.
    fn place_of(&self, row: u32) -> usize {
        self.0.partition_point(|file| file.first_row <= row).saturating_sub(1)
    }

    /// The facts that the file of a row has.
    #[must_use]
    pub fn fields_of(&self, row: u32) -> PatientFields {
        self.0.get(self.place_of(row)).map_or_else(PatientFields::default, |file| file.fields)
    }

    /// Counts the people of one row, which the list has in read order; `others`
    /// are the places of those who have several, in order.
    pub fn count_single(&mut self, list: &[Person], mut others: impl Iterator<Item = u32>) {
        let mut other = others.next();
        let mut place = 0;
        for (index, person) in (0_u32..).zip(list) {
            if other == Some(index) {
                other = others.find(|other| *other != index);
                continue;
            }
            while self.0.get(place + 1).is_some_and(|next| next.first_row <= person.row) {
                place += 1;
            }
            let Some(file) = self.0.get_mut(place) else { return };
            file.count(file.fields);
        }
    }

    /// Counts a person of several rows, once in each file.
    pub fn count_several(&mut self, rows: &[KnownRow], merged: &Merged) {
        let all = rows.iter().fold(PatientFields::default(), |all, (_, fields)| all.or(*fields));
        let mut places: Vec<(usize, bool)> = rows
            .iter()
            .map(|(record, _)| {
                let is_registration = record.person.practice == merged.person.practice;
                (self.place_of(record.person.row), is_registration && merged.removed_elsewhere)
            })
            .collect();
        // Of a file in which a row lacks the reason for removal and another does not, the first counts.
        places.sort_unstable_by_key(|(place, lacks_removal)| (*place, !*lacks_removal));
        places.dedup_by_key(|(place, _)| *place);
        for (place, lacks_removal) in places {
            if let Some(file) = self.0.get_mut(place) {
                file.count(if lacks_removal { all.without(PatientFields::REMOVAL) } else { all });
            }
        }
    }

    /// The files that lack a fact that keeps people safe, with the people of
    /// whom no other file has it.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let found = self.0.iter().flat_map(|file| {
            let without = SAFETY.iter().zip(file.without).filter(|(_, count)| *count > 0);
            without.map(|((_, id, lacks), count)| Finding {
                id: *id,
                file: file.name.clone(),
                count,
                of: file.people,
                what: format!(
                    "it has {lacks}, and no other patients file has it for {count} of the {} people in it",
                    file.people
                ),
                consequence: None,
            })
        });
        found.collect()
    }
}

impl CoveredFile {
    /// Counts a person of whom the files have these facts.
    fn count(&mut self, known: PatientFields) {
        self.people += 1;
        for (count, (fact, ..)) in self.without.iter_mut().zip(SAFETY) {
            *count += u64::from(!known.has(fact));
        }
    }
}
