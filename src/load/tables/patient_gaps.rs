//! What is to be mended of a registration, as one row of it tells.

use super::patient_columns::PatientColumns;
use crate::domain::{Ethnicity, Flag, RecordGaps};
use crate::load::files::headings::{Columns, Field};
use crate::load::rows::row::Row;
use crate::load::tables::patient_fields::PatientFields;

/// The lines of an address.
pub const ADDRESS: [Field; 5] =
    [Field::AddressLine1, Field::AddressLine2, Field::AddressLine3, Field::AddressLine4, Field::AddressLine5];

/// The facts by which somebody can be reached.
pub const CONTACTS: PatientFields =
    PatientFields::MOBILE.or(PatientFields::TELEPHONE).or(PatientFields::EMAIL).or(PatientFields::ADDRESS);

impl PatientColumns<'_> {
    /// What a row lacks of what its file has columns for. A column that the
    /// file lacks tells of no gap.
    pub fn gaps(&self, row: &Row<'_>, ethnicity: Ethnicity) -> RecordGaps {
        let headings = self.headings;
        let is_filled = |column: &usize| !row.cell(Some(*column)).is_empty();
        let has_lines = ADDRESS.iter().any(|field| headings.has(*field));
        let has_line = || ADDRESS.iter().any(|field| headings.all(*field).iter().any(is_filled));
        let immunosuppressed = PatientFields::flag(Flag::Immunosuppressed);
        RecordGaps::NO_ETHNICITY
            .when(self.ethnicity.is_some() && ethnicity == Ethnicity::NotKnown)
            .or(RecordGaps::NO_ADDRESS.when(has_lines && !has_line()))
            .or(RecordGaps::CONTACT_UNCERTAIN.when(self.fields.has(CONTACTS) && !has_plain_number(row, headings)))
            .or(RecordGaps::ASKED_IMMUNOSUPPRESSED.when(self.fields.has(immunosuppressed)))
    }
}

/// Whether a number to ring stands in the row, plain to see: nearly everybody's.
fn has_plain_number(row: &Row<'_>, headings: &Columns) -> bool {
    [Field::Mobile, Field::Telephone].into_iter().flat_map(|field| headings.all(field)).any(|column| {
        let cell = row.cell(Some(*column));
        cell.len() == 11
            && cell.iter().all(u8::is_ascii_digit)
            && matches!(cell, [b'0', b'1' | b'2', ..] | [b'0', b'7', b'1'..=b'5' | b'7'..=b'9', ..])
    })
}
