//! What a row in scope tells of a patient (specification 2.2).

use chrono::NaiveDate;

use super::patient_columns::PatientColumns;
use super::warnings::Warnings;
use crate::domain::{Ethnicity, Flags, Gender, Person, RegistrationStatus};
use crate::load::rows::cells::dates::DateCell;
use crate::load::rows::cells::flags::read_flag;
use crate::load::rows::row::Row;
use crate::rules::General;

/// A row of a patients file whose NHS number and date of birth are sound.
pub struct PatientRow<'a> {
    /// The row.
    pub row: &'a Row<'a>,
    /// The columns of its file.
    pub columns: &'a PatientColumns<'a>,
    /// The name of its file.
    pub file: &'a str,
    /// Rule values.
    pub general: &'a General,
    /// The date of the report.
    pub as_at: NaiveDate,
}

impl PatientRow<'_> {
    /// The person of the row: `blank` with what else the row tells.
    pub fn person(&self, blank: Person, birth: NaiveDate, death: DateCell, warnings: &mut Warnings) -> Person {
        let (row, columns, file) = (self.row, self.columns, self.file);
        let mut flags = Flags::none();
        for (flag, column) in &columns.flags {
            match read_flag(row.cell(*column)) {
                Some(true) => flags |= *flag,
                Some(false) => {}
                None => warnings.row(
                    file,
                    format!("column \"{}\" holds something other than yes or no: read as no", columns.heading(*column)),
                ),
            }
        }
        let removal = row.cell(columns.removal).to_ascii_uppercase();
        let known = self.death(death, &removal, warnings);
        let registration = match known {
            Death::Past => RegistrationStatus::Deceased,
            Death::None | Death::Future if !removal.is_empty() && removal != b"DEA" => RegistrationStatus::Removed,
            Death::None | Death::Future => RegistrationStatus::Patient,
        };
        Person {
            birth,
            flags,
            gender: Gender::read(&row.text(columns.gender)).unwrap_or_default(),
            ethnicity: Ethnicity::of_code(row.cell(columns.ethnicity)),
            imd_quintile: self.imd_quintile(),
            registration,
            known_death: known != Death::None,
            restricted: !matches!(read_flag(row.cell(columns.sensitive)), Some(false)),
            sms_declined: is_declined(row.cell(columns.sms_consent)),
            ..blank
        }
    }

    /// Whether a death is known, in the cautious reading (specification 2.2).
    fn death(&self, date: DateCell, removal: &[u8], warnings: &mut Warnings) -> Death {
        let (row, columns, file) = (self.row, self.columns, self.file);
        let status = row.cell(columns.death_status);
        let withdrawn = status.eq_ignore_ascii_case(b"U");
        let removed_by_death = removal == b"DEA";
        match date {
            DateCell::Date(date) if !withdrawn => {
                if date <= self.as_at {
                    Death::Past
                } else {
                    Death::Future
                }
            }
            DateCell::Bad(_) if !withdrawn => {
                warnings.row(
                    file,
                    format!(
                        "column \"{}\" cannot be read: the person is taken to have died",
                        columns.heading(columns.death)
                    ),
                );
                Death::Past
            }
            _ if removed_by_death => Death::Past,
            _ if withdrawn => Death::None,
            _ => {
                let says_dead = status == b"2" || read_flag(status) == Some(true);
                if !says_dead && read_flag(status).is_none() {
                    warnings.row(
                        file,
                        format!(
                            "column \"{}\" holds a word that is not understood: the person is taken to have died",
                            columns.heading(columns.death_status)
                        ),
                    );
                    return Death::Past;
                }
                if says_dead { Death::Past } else { Death::None }
            }
        }
    }

    /// The IMD quintile: given, else from the decile, else from the rank.
    fn imd_quintile(&self) -> Option<u8> {
        let [quintile, decile, rank] = self.columns.imd.map(|column| self.row.cell(column));
        let number = |cell: &[u8]| -> Option<u32> { std::str::from_utf8(cell).ok()?.parse().ok() };
        let ranks = self.general.imd_ranks;
        let found = if !quintile.is_empty() {
            number(quintile).filter(|quintile| (1..=5).contains(quintile))
        } else if !decile.is_empty() {
            number(decile).filter(|decile| (1..=10).contains(decile)).map(|decile| decile.div_ceil(2))
        } else {
            number(rank).filter(|rank| (1..=ranks).contains(rank)).map(|rank| (rank * 5).div_ceil(ranks))
        };
        found.and_then(|quintile| u8::try_from(quintile).ok())
    }
}

/// What is known of a death.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Death {
    None,
    Past,
    Future,
}

/// `declined` or a no: no text messages.
fn is_declined(cell: &[u8]) -> bool {
    cell.eq_ignore_ascii_case(b"declined") || (!cell.is_empty() && read_flag(cell) == Some(false))
}
