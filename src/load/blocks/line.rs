//! One line of a window as a row: its cells are found as far as they are asked for.

use std::cell::Cell;

use super::window::{Window, Word, lowest};

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
    words: &'a [Word],
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
        let mut line = Self {
            bytes: window.bytes(),
            words: window.words(),
            start,
            end,
            ends,
            found: Cell::new(0),
            word: Cell::new(start / 64),
            bits: Cell::new(0),
            is_done: Cell::new(false),
        };
        line.bits = Cell::new(line.bits_of(start / 64) & (u64::MAX << (start % 64)));
        line
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

    /// Finds the ends of the cells up to a column, and of those whose delimiter
    /// is among the same 64 bytes; fewer where there are not so many.
    fn find(&self, column: usize) {
        let (mut word, mut bits) = (self.word.get(), self.bits.get());
        let mut ends = self.ends.0.iter().skip(self.found.get());
        let mut found = self.found.get();
        while !self.is_done.get() {
            while bits != 0 {
                let Some(end) = ends.next() else { break };
                end.set(word * 64 + lowest(bits));
                found += 1;
                bits &= bits - 1;
            }
            if found > column {
                break;
            }
            if word < self.end / 64 {
                word += 1;
                bits = self.bits_of(word);
            } else {
                if let Some(end) = ends.next() {
                    end.set(self.end);
                    found += 1;
                }
                self.is_done.set(true);
            }
        }
        self.found.set(found);
        self.word.set(word);
        self.bits.set(bits);
    }

    /// The delimiters among 64 bytes, as far as the line reaches.
    fn bits_of(&self, word: usize) -> u64 {
        let bits = self.words.get(word).map_or(0, |word| word.cuts);
        if word == self.end / 64 { bits & ((1 << (self.end % 64)) - 1) } else { bits }
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
        if first == last {
            return ones([self.bits_of(first) & from]) + 1;
        }
        let middle = self.words.get(first + 1..last).unwrap_or_default().chunks(31);
        let middle: usize = middle.map(|words| ones(words.iter().map(|word| word.cuts))).sum();
        ones([self.bits_of(first) & from, self.bits_of(last)]) + middle + 1
    }

    /// The end of the cell that begins at `start`; `None` after the end of the line.
    fn cell_end(&self, start: usize) -> Option<usize> {
        if start > self.end {
            return None;
        }
        let mut word = start / 64;
        let mut bits = self.bits_of(word) & (u64::MAX << (start % 64));
        while bits == 0 {
            if word >= self.end / 64 {
                return Some(self.end);
            }
            word += 1;
            bits = self.bits_of(word);
        }
        Some(word * 64 + lowest(bits))
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
fn ones(words: impl IntoIterator<Item = u64>) -> usize {
    let bytes = words.into_iter().fold(0, |bytes, word| {
        let twos = word - ((word >> 1) & 0x5555_5555_5555_5555);
        let fours = (twos & 0x3333_3333_3333_3333) + ((twos >> 2) & 0x3333_3333_3333_3333);
        bytes + ((fours + (fours >> 4)) & 0x0F0F_0F0F_0F0F_0F0F)
    });
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) + ((bytes >> 8) & 0x00FF_00FF_00FF_00FF);
    usize::try_from(pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48).unwrap_or(0)
}
