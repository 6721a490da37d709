//! Registered patients: each row of one's own practices into its bucket
//! (specification 2.2).

use chrono::NaiveDate;

use super::column_checks::{check_order, check_same_filled};
use super::column_notes::ColumnNotes;
use super::name_key::NameKey;
use super::patient_columns::PatientColumns;
use super::patient_counts::{EndedFile, PatientFileCounts, read_as};
use super::patient_record::{OnlyShort, PatientRecord};
use super::patient_row::{PatientRow, RowFacts};
use super::people::{People, RowPlace};
use super::rejects::Reject;
use super::warnings::Warnings;
use crate::domain::{
    NhsNumber, NhsNumberFault, OdsCode, PatientTally, Person, RecordGaps, RegistrationStatus, Scope, completed_years,
    undecorated,
};
use crate::load::files::headings::Field;
use crate::load::files::input_file::InputFile;
use crate::load::files::layout::Layout;
use crate::load::rows::cells::births::{is_no_midnight, read_birth};
use crate::load::rows::cells::dates::{DateCell, DateEvidence};
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::file_rows::RowFormat;
use crate::load::rows::reading::Reading;
use crate::load::rows::row::Row;
use crate::load::rows::scan::{ReadFile, Scan};
use crate::rules::RuleSet;

/// What reading patients needs to know.
pub struct PatientReader<'a> {
    /// The practices that may be seen.
    pub scope: &'a Scope,
    /// The rules.
    pub rules: &'a RuleSet,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// The day of the clock.
    pub today: NaiveDate,
    /// Whether ranks of deprivation are those of 2025, whatever they show.
    pub imd_2025: bool,
    /// Whether it is noted what is wrong with records.
    pub quality: bool,
}

/// What a part of a patients file leaves. Its people have the places of their
/// rows within the part.
#[derive(Default)]
pub struct PatientPart {
    rows: u32,
    tally: PatientTally,
    counts: PatientFileCounts,
    births: DateEvidence,
    notes: ColumnNotes,
    records: Vec<PartRecord>,
    rejects: Vec<Reject>,
}

/// A row with a valid NHS number, with what the end of the file may change.
struct PartRecord {
    record: PatientRecord,
    short: OnlyShort,
    /// The quintile where the ranks of the file are those of 2025.
    quintile_2025: Option<u8>,
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
        let columns = PatientColumns::new(&layout.columns, matches!(layout.format, RowFormat::Delimited(_)));
        people.begin_file(&file.name, columns.fields);
        let (mut births, mut counts, mut notes) =
            (DateEvidence::default(), PatientFileCounts::default(), ColumnNotes::default());
        let mut short: Vec<(RowPlace, OnlyShort)> = Vec::new();
        let mut quintiles: Vec<(RowPlace, Option<u8>)> = Vec::new();
        let scan = PatientScan { reader: self, columns: &columns, file: &file.name };
        let read = file.scan(layout, reading, &scan, &mut |part: PatientPart, lines| {
            births += part.births;
            counts += part.counts;
            people.tally += part.tally;
            for PartRecord { mut record, short: end, quintile_2025 } in part.records {
                record.person.row += people.next_row;
                let place = people.add(record);
                if !end.is_nothing() {
                    short.push((place, end));
                }
                if quintile_2025 != record.person.imd_quintile {
                    quintiles.push((place, quintile_2025));
                }
            }
            people.next_row += part.rows;
            notes.add(part.notes, lines);
            rejects.extend(part.rejects.into_iter().map(|reject| reject.after(lines)));
        })?;
        people.unplaced += counts.unplaced;
        let ended = EndedFile {
            name: &file.name,
            headings: &layout.columns,
            rules: self.rules,
            counts,
            imd_2025: self.imd_2025,
        };
        if ended.cuts_blanks() {
            for (place, short) in short {
                people.at(place).into_iter().for_each(|person| short.take_from(person));
            }
        }
        if ended.is_of_2025() {
            for (place, quintile) in quintiles {
                people.at(place).into_iter().for_each(|person| person.imd_quintile = quintile);
            }
        }
        check_order(births, columns.birth.first().copied(), columns.headings)?;
        let notes = notes.into_notes();
        for note in &notes {
            check_order(note.dates, Some(note.column), columns.headings)?;
            let heading = columns.headings.written(note.column);
            warnings.rows(
                &file.name,
                format!("column \"{heading}\" holds values that are not understood: {}", read_as(note.field)),
                note.unknown,
            );
            warnings.rows(
                &file.name,
                format!("column \"{heading}\" holds dates that stand for \"no date\": read as blank"),
                note.no_dates,
            );
        }
        people.findings.extend(ended.findings(&notes));
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
        part.counts.rows += 1;
        part.counts.short += u64::from(row.width() < columns.whole);
        let Some(practice) = reader.practice(row, columns, part)? else {
            part.tally.other_practices += 1;
            return Ok(());
        };
        part.counts.own += 1;
        let is_blank = |cell: &[u8]| reader.is_blank(cell);
        check_same_filled(row, columns.nhs_number, columns.headings, NhsNumber::clean, is_blank)?;
        let is_null = |cell: &[u8]| reader.rules.words.is_blank(cell);
        check_same_filled(row, columns.birth, columns.headings, clean_date, is_null)?;
        let birth = match columns.birth.first().map(|column| row.cell(Some(*column))) {
            Some(cell) if !reader.rules.words.is_blank(cell) => read_birth(undecorated(cell), &mut part.births),
            _ => DateCell::Blank,
        };
        if let Some(column) = columns.birth.first()
            && is_no_midnight(undecorated(row.cell(Some(*column))))
        {
            part.notes.unknown(Field::DateOfBirth, *column, row.number);
        }
        // A birth that cannot be true proves nothing of the date of a death.
        let checked = reader.check_birth(birth);
        let born = checked.as_ref().ok().copied();
        let facts = PatientRow { row, columns, rules: reader.rules, today: reader.today }.read(born, &mut part.notes);
        let reject = |column: Option<&usize>, reason: &str| Reject {
            file: self.file.to_owned(),
            row: row.number,
            column: column.map(|column| columns.headings.written(*column)).unwrap_or_default(),
            reason: reason.to_owned(),
        };
        let number = match reader.number(row.cell(columns.nhs_number.first().copied())) {
            Ok(number) => number,
            Err(fault) => {
                part.reject(reject(columns.nhs_number.first(), fault.reason()));
                return Ok(());
            }
        };
        let (born, registration) = match checked {
            Ok(birth) => (birth, RegistrationStatus::Patient),
            Err(Unusable::NotYetBorn) => {
                part.tally.not_yet_born += 1;
                (reader.rules.general.programme_start, RegistrationStatus::NotYetBorn)
            }
            Err(Unusable::Rejected(reason)) => {
                part.reject(reject(columns.birth.first(), &reason));
                (reader.rules.general.programme_start, RegistrationStatus::Rejected)
            }
        };
        let mut record = record(&facts, (number, born, registration), (order, practice)).settled(reader.as_at);
        if reader.quality {
            record.person.gaps = columns.gaps(row, facts.ethnicity);
            record.surname = NameKey::of(row.cell(columns.headings.first(Field::Surname)));
        }
        part.count(&record, &facts);
        part.records.push(PartRecord { record, short: facts.short, quintile_2025: facts.deprivation.of_2025 });
        Ok(())
    }

    fn shifted(&self, row: &Row<'_>, part: &mut PatientPart) {
        part.rows += 1;
        part.tally.rows_read += 1;
        part.tally.rejected += 1;
        // No row of one's own, as far as anybody can tell: it counts in no share of them.
        part.rejects.push(Reject::shifted(self.file, row.number));
    }
}

/// The row as a record of somebody.
fn record(
    facts: &RowFacts,
    (nhs_number, birth, registration): (NhsNumber, NaiveDate, RegistrationStatus),
    (row, practice): (u32, u16),
) -> PatientRecord {
    let person = Person {
        nhs_number,
        birth,
        row,
        practice,
        flags: facts.flags,
        gender: facts.gender,
        ethnicity: facts.ethnicity,
        imd_quintile: facts.deprivation.of_2019,
        registration,
        known_death: false,
        death_unknown: false,
        in_doubt: facts.short.in_doubt,
        restricted: facts.restricted,
        sms_declined: facts.sms_declined,
        gaps: RecordGaps::none(),
    };
    PatientRecord { person, death: facts.death, removed: facts.removed, surname: NameKey::default() }
}

impl PatientPart {
    fn reject(&mut self, reject: Reject) {
        self.tally.rejected += 1;
        self.counts.rejected += 1;
        self.rejects.push(reject);
    }

    /// Counts a row with a valid NHS number for what it says.
    fn count(&mut self, record: &PatientRecord, facts: &RowFacts) {
        let counts = &mut self.counts;
        let is_dead = record.person.registration == RegistrationStatus::Deceased;
        let by_end = facts.short.restricted;
        counts.dead_or_restricted += u64::from(is_dead || facts.restricted && !by_end);
        counts.restricted_by_end += u64::from(!is_dead && by_end);
        counts.removed += u64::from(record.person.registration == RegistrationStatus::Removed);
        counts.ranks += u64::from(facts.deprivation.by_rank);
        counts.ranks_2025 += u64::from(facts.deprivation.shows_2025);
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
        let place = |column: usize| OdsCode::read(undecorated(row.cell(Some(column))));
        let code = columns.practice.first().copied().and_then(place);
        let found = code.and_then(|code| self.scope.find(code));
        if columns.practice.len() > 1 {
            // A row is looked at more closely only if it may be of one's own practices.
            let own = columns
                .practice
                .iter()
                .any(|column| place(*column).is_some_and(|code| self.scope.find(code).is_some()));
            if own {
                let clean = |cell: &[u8]| undecorated(cell).to_ascii_uppercase();
                let is_blank = |cell: &[u8]| self.rules.words.is_blank(cell);
                check_same_filled(row, columns.practice, columns.headings, clean, is_blank)?;
            }
        }
        part.counts.unplaced += u64::from(found.is_none() && code.is_none());
        Ok(found)
    }

    /// Whether a cell of numbers or dates is blank, `0` being no number.
    fn is_blank(&self, cell: &[u8]) -> bool {
        let cell = undecorated(cell);
        cell == b"0" || self.rules.words.is_blank(cell)
    }

    fn number(&self, cell: &[u8]) -> Result<NhsNumber, NhsNumberFault> {
        NhsNumber::read(cell).map_err(|fault| if self.is_blank(cell) { NhsNumberFault::Blank } else { fault })
    }

    fn check_birth(&self, birth: DateCell) -> Result<NaiveDate, Unusable> {
        let oldest = self.rules.general.oldest_age;
        match birth {
            DateCell::Blank => Err(Unusable::Rejected("the date of birth is blank".to_owned())),
            DateCell::Bad(fault) => Err(Unusable::Rejected(fault.reason().to_owned())),
            DateCell::Date(birth) => match completed_years(birth, self.as_at) {
                None => Err(Unusable::NotYetBorn),
                Some(age) if age > u16::from(oldest) => Err(Unusable::Rejected(format!("over {oldest} years old"))),
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
    read_birth(undecorated(cell), &mut DateEvidence::default()).date().ok_or_else(|| cell.to_vec())
}
