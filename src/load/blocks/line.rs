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
    /// How many cells have been found.
    found: Cell<usize>,
    /// The delimiters that come next: which 64 bytes, and those left among them.
    word: Cell<usize>,
    bits: Cell<u64>,
    /// Whether the last cell has been found.
    is_done: Cell<bool>,
}

impl<'a> Line<'a> {
    /// The line between two places of a window that has been looked at.
    pub fn new(window: &'a Window, start: usize, end: usize, ends: &'a CellEnds) -> Self {
        let cuts = window.cuts();
        let bits = cuts.get(start / 64).copied().unwrap_or(0) & (u64::MAX << (start % 64));
        let (found, word, bits) = (Cell::new(0), Cell::new(start / 64), Cell::new(bits));
        Self { bytes: window.bytes(), cuts, start, end, ends, found, word, bits, is_done: Cell::new(false) }
    }

    /// A cell without the quotation marks around it; `None` beyond the last.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&'a [u8]> {
        if column >= REMEMBERED {
            return self.cells().nth(column);
        }
        if column >= self.found.get() {
            self.find(column);
        }
        let end = if column < self.found.get() { self.ends.0.get(column)?.get() } else { return None };
        let start = match column.checked_sub(1) {
            Some(before) => self.ends.0.get(before)?.get() + 1,
            None => self.start,
        };
        self.unquoted(start, end)
    }

    /// Finds the ends of the cells up to a column, as far as there are so many.
    fn find(&self, column: usize) {
        if self.is_done.get() {
            return;
        }
        let (mut word, mut bits) = (self.word.get(), self.bits.get());
        let mut found = self.found.get();
        for end in self.ends.0.iter().take(column + 1).skip(found) {
            while bits == 0 && (word + 1) * 64 < self.end {
                word += 1;
                bits = self.cuts.get(word).copied().unwrap_or(0);
            }
            let at = if bits == 0 { self.end } else { (word * 64 + lowest(bits)).min(self.end) };
            end.set(at);
            found += 1;
            if at == self.end {
                self.is_done.set(true);
                break;
            }
            bits &= bits - 1;
        }
        self.found.set(found);
        self.word.set(word);
        self.bits.set(bits);
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
        let from = u64::MAX << (self.start % 64);
        let to = (1 << (self.end % 64)) - 1;
        let words = self.cuts.get(first..=last.min(self.cuts.len().saturating_sub(1))).unwrap_or_default();
        match words {
            [] => 1,
            [only] => ones(&[only & from & if first == last { to } else { u64::MAX }]) + 1,
            [head, middle @ .., tail] => {
                // The last of the words may be one before that in which the line ends.
                let to = if words.len() == last - first + 1 { to } else { u64::MAX };
                ones(&[head & from, tail & to]) + middle.chunks(31).map(ones).sum::<usize>() + 1
            }
        }
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

/// How many bits are set in at most 31 words, counted for all bytes at once:
/// not every processor has an instruction for it.
fn ones(words: &[u64]) -> usize {
    let bytes = words.iter().fold(0, |bytes, word| {
        let twos = word - ((word >> 1) & 0x5555_5555_5555_5555);
        let fours = (twos & 0x3333_3333_3333_3333) + ((twos >> 2) & 0x3333_3333_3333_3333);
        bytes + ((fours + (fours >> 4)) & 0x0F0F_0F0F_0F0F_0F0F)
    });
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) + ((bytes >> 8) & 0x00FF_00FF_00FF_00FF);
    usize::try_from(pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48).unwrap_or(0)
}
