//! One line of a window as a row: its cells are found as far as they are asked for.

use std::cell::Cell;

use super::window::{Window, lowest};

/// So many cells of a line are remembered; those beyond are looked for each time.
const REMEMBERED: usize = 64;

/// Where the cells of the line at hand end. It is kept from line to line.
pub struct CellEnds([Cell<usize>; REMEMBERED]);

impl Default for CellEnds {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Cell::new(0)))
    }
}

/// A regular line without doubled quotation marks: its cells are the bytes
/// between its delimiters, without the quotation marks around them.
pub struct Line<'a> {
    bytes: &'a [u8],
    cuts: &'a [u64],
    start: usize,
    end: usize,
    ends: &'a CellEnds,
    /// How many cells have been found, and where the next one begins.
    found: Cell<usize>,
    next: Cell<usize>,
}

impl<'a> Line<'a> {
    /// The line between two places of a window that has been looked at.
    pub fn new(window: &'a Window, start: usize, end: usize, ends: &'a CellEnds) -> Self {
        let (found, next) = (Cell::new(0), Cell::new(start));
        Self { bytes: window.bytes(), cuts: window.cuts(), start, end, ends, found, next }
    }

    /// A cell without the quotation marks around it; `None` beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&'a [u8]> {
        while self.found.get() <= column.min(REMEMBERED - 1) {
            let end = self.cell_end(self.next.get())?;
            self.ends.0.get(self.found.get())?.set(end);
            self.found.set(self.found.get() + 1);
            self.next.set(end + 1);
        }
        let remembered = |column: usize| self.ends.0.get(column).map_or(0, Cell::get);
        if let Some(end) = self.ends.0.get(column).map(Cell::get) {
            let start = if column == 0 { self.start } else { remembered(column - 1) + 1 };
            return self.unquoted(start, end);
        }
        let mut start = remembered(REMEMBERED - 1) + 1;
        for _ in REMEMBERED..column {
            start = self.cell_end(start)? + 1;
        }
        self.unquoted(start, self.cell_end(start)?)
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &'a [u8]> {
        let mut start = self.start;
        std::iter::from_fn(move || {
            let end = self.cell_end(start)?;
            let cell = self.unquoted(start, end);
            start = end + 1;
            cell
        })
    }

    /// How many cells there are.
    #[must_use]
    pub fn width(&self) -> usize {
        let (first, last) = (self.start / 64, self.end / 64);
        let bits = |word: usize| {
            let bits = self.cuts.get(word).copied().unwrap_or(0);
            let from = if word == first { u64::MAX << (self.start % 64) } else { u64::MAX };
            let to = if word == last { (1 << (self.end % 64)) - 1 } else { u64::MAX };
            usize::try_from((bits & from & to).count_ones()).unwrap_or(0)
        };
        (first..=last).map(bits).sum::<usize>() + 1
    }

    /// The end of the cell that begins at `start`; `None` after the end of the line.
    fn cell_end(&self, start: usize) -> Option<usize> {
        if start > self.end {
            return None;
        }
        let mut word = start / 64;
        let mut bits = self.cuts.get(word).copied().unwrap_or(0) & (u64::MAX << (start % 64));
        while bits == 0 {
            word += 1;
            if word * 64 >= self.end {
                return Some(self.end);
            }
            bits = self.cuts.get(word).copied().unwrap_or(0);
        }
        Some((word * 64 + lowest(bits)).min(self.end))
    }

    fn unquoted(&self, start: usize, end: usize) -> Option<&'a [u8]> {
        let cell = self.bytes.get(start..end)?;
        match cell {
            // In regular text a quotation mark at the start has its twin at the end.
            [b'"', inside @ .., b'"'] => Some(inside),
            _ => Some(cell),
        }
    }
}
