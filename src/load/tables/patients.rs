//! Registered patients: each row of one's own practices into its bucket
//! (specification 2.2).

use chrono::NaiveDate;

use super::column_checks::{check_order, check_same};
use super::patient_columns::PatientColumns;
use super::patient_row::PatientRow;
use super::people::People;
use super::rejects::Reject;
use super::warnings::Warnings;
use crate::domain::{
    Ethnicity, Flags, Gender, NhsNumber, OdsCode, PatientTally, Person, RegistrationStatus, Scope, completed_years,
};
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::cells::dates::{DateCell, DateEvidence, read_birth, read_date_of_death};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::{Row, trim};
use crate::load::rows::scan::{ReadFile, Scan};
use crate::rules::General;

/// What reading patients needs to know.
pub struct PatientReader<'a> {
    /// The practices that may be seen.
    pub scope: &'a Scope,
    /// Rule values.
    pub general: &'a General,
    /// The date of the report.
    pub as_at: NaiveDate,
}

/// What a part of a patients file leaves. Its people have the places of their
/// rows within the part.
#[derive(Default)]
pub struct PatientPart {
    rows: u32,
    tally: PatientTally,
    unplaced: u64,
    births: DateEvidence,
    deaths: DateEvidence,
    people: Vec<Person>,
    rejects: Vec<Reject>,
    warnings: Warnings,
}

impl PatientReader<'_> {
    /// Adds the rows of a file to `people`.
    pub fn read(
        &self,
        file: &InputFile,
        layout: &Layout,
        reading: &Reading,
        people: &mut People,
        rejects: &mut Vec<Reject>,
        warnings: &mut Warnings,
    ) -> Result<ReadFile, FileFault> {
        let columns = PatientColumns::new(&layout.columns);
        let (mut births, mut deaths) = (DateEvidence::default(), DateEvidence::default());
        let scan = PatientScan { reader: self, columns: &columns, file: &file.name };
        let read = file.scan(layout, reading, &scan, &mut |part: PatientPart, lines| {
            births += part.births;
            deaths += part.deaths;
            people.tally += part.tally;
            people.unplaced += part.unplaced;
            for mut person in part.people {
                person.row += people.next_row;
                match person.registration {
                    RegistrationStatus::NotYetBorn | RegistrationStatus::Rejected => drop(people.remember(person)),
                    RegistrationStatus::Patient | RegistrationStatus::Deceased | RegistrationStatus::Removed => {
                        people.place(person);
                    }
                }
            }
            people.next_row += part.rows;
            rejects.extend(part.rejects.into_iter().map(|reject| reject.after(lines)));
            warnings.add(part.warnings);
        })?;
        check_order(births, columns.birth.first().copied(), columns.headings)?;
        check_order(deaths, columns.death, columns.headings)?;
        Ok(read)
    }
}

/// One patients file being read.
struct PatientScan<'a> {
    reader: &'a PatientReader<'a>,
    columns: &'a PatientColumns<'a>,
    file: &'a str,
}

impl Scan for PatientScan<'_> {
    type Part = PatientPart;

    fn row(&self, row: &Row<'_>, part: &mut PatientPart) -> Result<(), FileFault> {
        let (reader, columns) = (self.reader, self.columns);
        let order = part.rows;
        part.rows += 1;
        part.tally.rows_read += 1;
        let Some(practice) = reader.practice(row, columns, part)? else {
            part.tally.other_practices += 1;
            return Ok(());
        };
        check_same(row, columns.nhs_number, columns.headings, NhsNumber::clean)?;
        check_same(row, columns.birth, columns.headings, clean_date)?;
        let birth = read_birth(row.cell(columns.birth.first().copied()), &mut part.births);
        let death = read_date_of_death(row.cell(columns.death), &mut part.deaths);
        let reject = |column: Option<&usize>, reason: &str| Reject {
            file: self.file.to_owned(),
            row: row.number,
            column: column.map(|column| columns.headings.written(*column)).unwrap_or_default(),
            reason: reason.to_owned(),
        };
        let number = match NhsNumber::read(row.cell(columns.nhs_number.first().copied())) {
            Ok(number) => number,
            Err(fault) => {
                part.tally.rejected += 1;
                part.rejects.push(reject(columns.nhs_number.first(), fault.reason()));
                return Ok(());
            }
        };
        let unplaced = |registration| Person {
            nhs_number: number,
            birth: reader.general.programme_start,
            row: order,
            practice,
            flags: Flags::none(),
            gender: Gender::NotKnown,
            ethnicity: Ethnicity::NotKnown,
            imd_quintile: None,
            registration,
            known_death: false,
            death_unknown: false,
            in_doubt: false,
            restricted: false,
            sms_declined: false,
        };
        let person = match reader.check_birth(birth) {
            Ok(birth) => {
                let blank = unplaced(RegistrationStatus::Patient);
                let (general, as_at) = (reader.general, reader.as_at);
                PatientRow { row, columns, file: self.file, general, as_at }.person(
                    blank,
                    birth,
                    death,
                    &mut part.warnings,
                )
            }
            Err(Unusable::NotYetBorn) => {
                part.tally.not_yet_born += 1;
                unplaced(RegistrationStatus::NotYetBorn)
            }
            Err(Unusable::Rejected(reason)) => {
                part.tally.rejected += 1;
                part.rejects.push(reject(columns.birth.first(), &reason));
                unplaced(RegistrationStatus::Rejected)
            }
        };
        part.people.push(person);
        Ok(())
    }

    fn shifted(&self, row: &Row<'_>, part: &mut PatientPart) {
        part.rows += 1;
        part.tally.rows_read += 1;
        part.tally.rejected += 1;
        part.rejects.push(Reject::shifted(self.file, row.number));
    }
}

impl PatientReader<'_> {
    /// The practice of a row, if it is one of the caller's.
    fn practice(
        &self,
        row: &Row<'_>,
        columns: &PatientColumns<'_>,
        part: &mut PatientPart,
    ) -> Result<Option<u16>, FileFault> {
        let place = |column: usize| OdsCode::read(row.cell(Some(column)));
        let code = columns.practice.first().copied().and_then(place);
        let found = code.and_then(|code| self.scope.find(code));
        if columns.practice.len() > 1 {
            // A row is looked at more closely only if it may be of one's own practices.
            let own = columns
                .practice
                .iter()
                .any(|column| place(*column).is_some_and(|code| self.scope.find(code).is_some()));
            if own {
                check_same(row, columns.practice, columns.headings, |cell| trim(cell).to_ascii_uppercase())?;
            }
        }
        if found.is_none() && code.is_none() {
            part.unplaced += 1;
        }
        Ok(found)
    }

    fn check_birth(&self, birth: DateCell) -> Result<NaiveDate, Unusable> {
        match birth {
            DateCell::Blank => Err(Unusable::Rejected("the date of birth is blank".to_owned())),
            DateCell::Bad(fault) => Err(Unusable::Rejected(fault.reason().to_owned())),
            DateCell::Date(birth) => match completed_years(birth, self.as_at) {
                None => Err(Unusable::NotYetBorn),
                Some(age) if age > u16::from(self.general.oldest_age) => {
                    Err(Unusable::Rejected(format!("over {} years old", self.general.oldest_age)))
                }
                Some(_) => Ok(birth),
            },
        }
    }
}

/// Why a row with a valid NHS number cannot stand for a person.
enum Unusable {
    NotYetBorn,
    Rejected(String),
}

/// A date cell as it is compared between two columns.
fn clean_date(cell: &[u8]) -> Result<NaiveDate, Vec<u8>> {
    read_birth(cell, &mut DateEvidence::default()).date().ok_or_else(|| cell.to_vec())
}
