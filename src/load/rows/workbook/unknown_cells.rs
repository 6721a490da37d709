//! The cells of a sheet whose values cannot be known: errors, and what is
//! written as CDATA, of which a reader makes a blank.

use std::collections::{BTreeSet, HashSet};

use crate::load::rows::limits::{HEADER_WITHIN, MOST_COLUMNS};

/// Where in a sheet such cells are: all of those in the rows in which a header
/// counts, below it the first of each column, which refuses a column that is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnknownCells {
    /// Rows and columns, counted from nought, in order.
    cells: BTreeSet<(u32, u32)>,
    /// The columns of which one is known below the rows of headers.
    below: HashSet<u32>,
    /// Whether some do not say where they are.
    pub unplaced: bool,
}

impl UnknownCells {
    /// Adds a cell by its row and column, counted from nought.
    pub fn add(&mut self, place: Option<(u32, u32)>) {
        match place {
            None => self.unplaced = true,
            // Where no column is read.
            Some((_, column)) if column >= MOST_COLUMNS => {}
            Some((row, column)) if row < HEADER_WITHIN || self.below.insert(column) => {
                self.cells.insert((row, column));
            }
            Some(_) => {}
        }
    }

    /// Adds those of another part.
    pub fn extend(&mut self, other: &Self) {
        self.unplaced |= other.unplaced;
        for (row, column) in &other.cells {
            self.add(Some((*row, *column)));
        }
    }

    /// The columns of those in a row.
    pub fn of_row(&self, row: u32) -> impl Iterator<Item = u32> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|(_, column)| *column)
    }

    /// The first row that has one, from `row` on.
    #[must_use]
    pub fn next_row(&self, row: u32) -> Option<u32> {
        self.cells.range((row, 0)..).next().map(|(row, _)| *row)
    }
}
