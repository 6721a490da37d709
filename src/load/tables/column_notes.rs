//! What is noticed of single columns while rows are read.

use crate::load::files::headings::Field;
use crate::load::rows::cells::dates::DateEvidence;

/// What is noticed of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnNote {
    /// Its field.
    pub field: Field,
    /// Its place in the row.
    pub column: usize,
    /// Values that are not understood.
    pub unknown: u64,
    /// The row of the first of them.
    pub first: u32,
    /// Dates that stand for "no date".
    pub no_dates: u64,
    /// What its dates prove.
    pub dates: DateEvidence,
}

/// What is noticed of the columns of a file: nothing of most.
#[derive(Debug, Default)]
pub struct ColumnNotes(Vec<ColumnNote>);

impl ColumnNotes {
    fn of(&mut self, field: Field, column: usize) -> &mut ColumnNote {
        let place = self.0.iter().position(|note| note.column == column && note.field == field);
        let place = place.unwrap_or_else(|| {
            let dates = DateEvidence::default();
            self.0.push(ColumnNote { field, column, unknown: 0, first: 0, no_dates: 0, dates });
            self.0.len() - 1
        });
        &mut self.0[place]
    }

    /// A value that is not understood.
    pub fn unknown(&mut self, field: Field, column: usize, row: u32) {
        let note = self.of(field, column);
        if note.unknown == 0 {
            note.first = row;
        }
        note.unknown += 1;
    }

    /// A date that stands for "no date".
    pub fn no_date(&mut self, field: Field, column: usize) {
        self.of(field, column).no_dates += 1;
    }

    /// What a date proves.
    pub fn proved(&mut self, field: Field, column: usize, evidence: DateEvidence) {
        if evidence != DateEvidence::default() {
            self.of(field, column).dates += evidence;
        }
    }

    /// Adds what was noticed in rows further down; `lines` come before them.
    pub fn add(&mut self, more: Self, lines: u32) {
        for later in more.0 {
            let note = self.of(later.field, later.column);
            if note.unknown == 0 && later.unknown > 0 {
                note.first = later.first.saturating_add(lines);
            }
            note.unknown += later.unknown;
            note.no_dates += later.no_dates;
            note.dates += later.dates;
        }
    }

    /// Each column of which anything was noticed, by its place.
    pub fn into_notes(mut self) -> Vec<ColumnNote> {
        self.0.sort_by_key(|note| note.column);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_the_first_row_is_that_of_the_first_part() {
        let (mut all, mut part) = (ColumnNotes::default(), ColumnNotes::default());
        all.no_date(Field::DateOfDeath, 4);
        part.unknown(Field::DateOfDeath, 4, 7);
        part.unknown(Field::DateOfDeath, 4, 9);
        all.add(part, 100);
        let mut last = ColumnNotes::default();
        last.unknown(Field::DateOfDeath, 4, 3);
        last.unknown(Field::Gender, 1, 3);
        all.add(last, 200);
        let found: Vec<(usize, u64, u32, u64)> =
            all.into_notes().iter().map(|note| (note.column, note.unknown, note.first, note.no_dates)).collect();
        assert_eq!(found, [(1, 1, 203, 0), (4, 3, 107, 1)]);
    }
}
