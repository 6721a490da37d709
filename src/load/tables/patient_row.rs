//! What a row in scope tells of a patient (specification 2.2 and 8.1).

use chrono::NaiveDate;

use super::column_notes::ColumnNotes;
use super::deaths::{DeathClaim, DeathDate};
use super::deprivation::{Deprivation, read_deprivation};
use super::patient_columns::PatientColumns;
use super::patient_record::OnlyShort;
use crate::domain::{Ethnicity, Flags, Gender, LifeStatus, Removal, Said, undecorated};
use crate::load::files::headings::Field;
use crate::load::rows::cells::dates::{DateCell, DateEvidence, read_date_of_death};
use crate::load::rows::cells::flags::read_flag;
use crate::load::rows::row::Row;
use crate::rules::RuleSet;

/// A row of a patients file of one's own practices.
pub struct PatientRow<'a> {
    /// The row.
    pub row: &'a Row<'a>,
    /// The columns of its file.
    pub columns: &'a PatientColumns<'a>,
    /// The rules.
    pub rules: &'a RuleSet,
    /// The day of the clock.
    pub today: NaiveDate,
}

/// What a row tells beside whose it is.
pub struct RowFacts {
    /// Yes/no facts.
    pub flags: Flags,
    /// Gender.
    pub gender: Gender,
    /// Ethnicity group.
    pub ethnicity: Ethnicity,
    /// Deprivation.
    pub deprivation: Deprivation,
    /// What is said of a death.
    pub death: DeathClaim,
    /// Whether there is a reason for removal other than death.
    pub removed: bool,
    /// Whether the record is sensitive, or may be.
    pub restricted: bool,
    /// Whether text messages are declined, or may be.
    pub sms_declined: bool,
    /// What of this is so only because the row ends too early.
    pub short: OnlyShort,
}

impl PatientRow<'_> {
    /// Reads the row of somebody born at `birth`, where that can be read.
    pub fn read(&self, birth: Option<NaiveDate>, notes: &mut ColumnNotes) -> RowFacts {
        let (row, columns, words) = (self.row, self.columns, &self.rules.words);
        let mut unknown = |field, column| notes.unknown(field, column, row.number);
        let mut flags = Flags::none();
        for (flag, field, column) in &columns.flags {
            let cell = undecorated(row.cell(Some(*column)));
            match read_flag(cell) {
                Some(true) => flags |= *flag,
                Some(false) => {}
                None if words.is_blank(cell) => {}
                None => unknown(*field, *column),
            }
        }
        let (mut removed, mut by_death) = (false, false);
        for column in columns.removal {
            match words.removal(row.cell(Some(*column))) {
                Said::Blank => {}
                Said::Read(Removal::Death) => by_death = true,
                Said::Read(Removal::Other) => removed = true,
                Said::Unknown => {
                    removed = true;
                    unknown(Field::ReasonForRemoval, *column);
                }
            }
        }
        let mut restricted = false;
        for column in columns.sensitive {
            let said = words.restriction(row.cell(Some(*column)));
            restricted |= said.is_unknown() || said == Said::Read(true);
            if said.is_unknown() {
                unknown(Field::SensitiveFlag, *column);
            }
        }
        let mut declined = false;
        for column in columns.sms_consent {
            let said = words.consents_to_texts(row.cell(Some(*column)));
            declined |= said.is_unknown() || said == Said::Read(false);
            if said.is_unknown() {
                unknown(Field::SmsConsent, *column);
            }
        }
        let gender = columns.gender.map_or(Said::Blank, |column| words.gender(row.cell(Some(column))));
        if let (Said::Unknown, Some(column)) = (gender, columns.gender) {
            unknown(Field::Gender, column);
        }
        let ethnicity = columns.ethnicity.map_or(Said::Blank, |column| words.ethnicity(row.cell(Some(column))));
        if let (Said::Unknown, Some(column)) = (ethnicity, columns.ethnicity) {
            unknown(Field::EthnicCategory, column);
        }
        let deprivation = read_deprivation(row, columns.imd, self.rules, notes);
        let short = self.short(restricted, declined);
        RowFacts {
            flags,
            gender: gender.read().unwrap_or_default(),
            ethnicity: ethnicity.read().unwrap_or_default(),
            deprivation,
            death: self.death(birth, by_death, notes),
            removed,
            restricted: restricted || short.restricted,
            sms_declined: declined || short.sms_declined,
            short,
        }
    }

    /// What follows from the end of the row alone.
    fn short(&self, restricted: bool, declined: bool) -> OnlyShort {
        let (columns, width) = (self.columns, self.row.width());
        if width >= columns.whole {
            return OnlyShort::default();
        }
        let beyond = |fields: &[usize]| fields.iter().any(|column| *column >= width);
        OnlyShort {
            in_doubt: beyond(columns.death) || beyond(columns.death_status) || beyond(columns.removal),
            restricted: !restricted && beyond(columns.sensitive),
            sms_declined: !declined && beyond(columns.sms_consent),
        }
    }

    /// What the row says of a death.
    fn death(&self, birth: Option<NaiveDate>, by_removal: bool, notes: &mut ColumnNotes) -> DeathClaim {
        let (row, columns, words) = (self.row, self.columns, &self.rules.words);
        let cell = |column: &usize| row.cell(Some(*column));
        // Nearly every row.
        if columns.death.iter().chain(columns.death_status).all(|column| cell(column).is_empty()) {
            return DeathClaim { by_removal, ..DeathClaim::default() };
        }
        let mut dates = Vec::new();
        for column in columns.death {
            match words.death_date(cell(column)) {
                Said::Blank => {}
                Said::Unknown => {
                    notes.unknown(Field::DateOfDeath, *column, row.number);
                    dates.push(DeathDate::Unreadable);
                }
                Said::Read(bare) => dates.extend(self.date(bare, birth, (Field::DateOfDeath, *column), notes)),
            }
        }
        let mut statuses = Vec::new();
        for column in columns.death_status {
            let said = words.death_status(cell(column));
            match (said, words.death_date(cell(column))) {
                (Said::Unknown, Said::Read(bare)) if is_date(bare) => {
                    let date = self.date(bare, birth, (Field::DeathStatus, *column), notes);
                    // A date that stands for "no date" says nothing.
                    statuses.push((Said::Blank, date));
                }
                (Said::Unknown, _) => {
                    notes.unknown(Field::DeathStatus, *column, row.number);
                    statuses.push((Said::<LifeStatus>::Unknown, None));
                }
                (said @ (Said::Blank | Said::Read(_)), _) => statuses.push((said, None)),
            }
        }
        DeathClaim::of_row(dates.into_iter(), statuses.into_iter(), by_removal)
    }

    /// A date of death, which may stand for "no date", or be impossible.
    fn date(
        &self,
        cell: &[u8],
        birth: Option<NaiveDate>,
        (field, column): (Field, usize),
        notes: &mut ColumnNotes,
    ) -> Option<DeathDate> {
        let mut evidence = DateEvidence::default();
        let read = read_date_of_death(cell, &mut evidence);
        notes.proved(field, column, evidence);
        let found = match read {
            DateCell::Blank => return None,
            DateCell::Date(date) if self.rules.words.is_no_date(date) => {
                notes.no_date(field, column);
                return None;
            }
            DateCell::Bad(_) => DeathDate::Unreadable,
            DateCell::Date(date) if birth.is_some_and(|birth| date < birth) => DeathDate::Unreadable,
            DateCell::Date(date) if date > self.today => DeathDate::AfterClock,
            DateCell::Date(date) => DeathDate::Readable(date),
        };
        if !matches!(found, DeathDate::Readable(_)) {
            notes.unknown(field, column, self.row.number);
        }
        Some(found)
    }
}

/// Whether a death status is a date.
fn is_date(cell: &[u8]) -> bool {
    read_date_of_death(cell, &mut DateEvidence::default()).date().is_some()
}
