//! A stretch of a file in memory, with its marks found ([`Marks`]).

use std::io;

use super::marks::Marks;
use super::shared_file::SharedFile;
use crate::load::rows::limits::LONGEST_RECORD;
use crate::load::rows::line::Line;

/// Quotation marks are looked at within so many bytes to guess what a block begins with.
const GUESS_WITHIN: usize = 64 << 10;
/// So many of them are enough.
const GUESS_FROM: u32 = 64;

/// A stretch of a file, with the delimiters and line ends outside quotes.
#[derive(Default)]
pub struct Window {
    bytes: Vec<u8>,
    /// How many of the bytes are those of the file.
    filled: usize,
    /// The place in the file of the first of them.
    from: u64,
    /// Whether the file ends with them.
    ends_file: bool,
    /// How many of them have been looked at.
    scanned: usize,
    marks: Marks,
    /// The line ends before this one have been asked for.
    next_end: usize,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// At `end`; the next one begins at `next`.
    Line {
        /// The place of its line end.
        end: usize,
        /// The place after its line end.
        next: usize,
        /// How many delimiters stand before its end.
        cuts: usize,
    },
    /// The file ends inside a quoted cell.
    Open,
    /// It is longer than any record may be.
    TooLong,
}

impl Window {
    /// Reads `length` bytes of the file from a place on. Nothing is looked at yet.
    pub fn load(&mut self, source: &SharedFile, from: u64, length: u64) -> io::Result<()> {
        (self.from, self.filled, self.scanned, self.next_end) = (from, 0, 0, 0);
        self.marks.begin();
        self.read_on(source, usize::try_from(length).unwrap_or(usize::MAX))
    }

    /// Reads so many more bytes.
    fn read_on(&mut self, source: &SharedFile, more: usize) -> io::Result<()> {
        let place = self.place(self.filled);
        let left = usize::try_from(source.length().saturating_sub(place)).unwrap_or(usize::MAX);
        let wanted = self.filled + more.min(left);
        if self.bytes.len() < wanted {
            self.bytes.resize(wanted, 0);
        }
        let read = match self.bytes.get_mut(self.filled..wanted) {
            Some(room) => source.fill(room, place)?,
            None => 0,
        };
        self.filled += read;
        self.ends_file = more >= left || self.filled < wanted;
        Ok(())
    }

    /// The place in the file of one of the bytes.
    pub fn place(&self, at: usize) -> u64 {
        self.from.saturating_add(u64::try_from(at).unwrap_or(u64::MAX))
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.filled).unwrap_or_default()
    }

    /// The bytes between two places of the file.
    pub fn between(&self, start: u64, end: u64) -> &[u8] {
        let at = |place: u64| usize::try_from(place.saturating_sub(self.from)).unwrap_or(usize::MAX);
        self.bytes().get(at(start)..at(end)).unwrap_or_default()
    }

    /// The line between two places, with so many delimiters before it and before its end.
    pub fn row(&self, (start, end): (usize, usize), [before, cuts]: [usize; 2]) -> Line<'_> {
        Line { bytes: self.bytes(), start, end, cuts: self.marks.cuts().get(before..cuts).unwrap_or_default() }
    }

    /// The first place at which the text is not regular.
    pub const fn irregular(&self) -> Option<usize> {
        self.marks.irregular
    }

    /// Whether there is a NUL byte among what was looked at.
    pub const fn has_nul(&self) -> bool {
        self.marks.has_nul
    }

    /// Whether there is a byte that is not ASCII among what was looked at.
    pub const fn has_high(&self) -> bool {
        self.marks.has_high
    }

    /// Whether two quotation marks stand for one between these places.
    pub fn has_doubled(&self, start: usize, end: usize) -> bool {
        is_within(&self.marks.doubled, start, end)
    }

    /// Whether a line ends inside quotes between these places.
    pub fn has_inner_break(&self, start: usize, end: usize) -> bool {
        is_within(&self.marks.inner, start, end)
    }

    /// Guesses whether the first byte stands inside a quoted cell: what stands
    /// on either side of a quotation mark mostly tells whether it opens or
    /// closes one. A wrong guess costs time and nothing else.
    pub fn guess(&mut self, delimiter: u8) {
        let bytes = self.bytes();
        let top = bytes.get(..GUESS_WITHIN).unwrap_or(bytes);
        let is_edge = |at: usize| top.get(at).is_some_and(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'));
        let (mut inside, mut outside) = (0_u32, 0_u32);
        for (number, at) in memchr::memchr_iter(b'"', top).enumerate() {
            let (before, after) = (at > 0 && is_edge(at - 1), is_edge(at + 1));
            if before == after {
                continue;
            }
            // The first, third … quotation mark closes a cell only if one was open.
            if after == (number % 2 == 0) {
                inside += 1;
            } else {
                outside += 1;
            }
            if inside + outside == GUESS_FROM {
                break;
            }
        }
        self.marks.set_inside(inside > outside);
    }

    /// Looks at the bytes that have been read and not been looked at.
    pub fn scan(&mut self, delimiter: u8) {
        let bytes = self.bytes.get(self.scanned..self.filled).unwrap_or_default();
        self.scanned += self.marks.add(bytes, self.ends_file, delimiter);
    }

    /// Whether a line ends in what has been looked at.
    pub fn has_end(&self) -> bool {
        !self.marks.ends.is_empty()
    }

    /// Where the line that begins at `at` ends: reads on as far as needed.
    /// Lines are asked for in order.
    pub fn line(&mut self, source: &SharedFile, delimiter: u8, at: usize) -> io::Result<Ended> {
        loop {
            let is_whole = self.ends_file && self.scanned == self.filled;
            while self.marks.ends.get(self.next_end).is_some_and(|end| end.place < at) {
                self.next_end += 1;
            }
            match self.marks.ends.get(self.next_end) {
                Some(end) => {
                    let (end, cuts) = (end.place, end.cuts);
                    let is_return = self.bytes.get(end) == Some(&b'\r');
                    if !is_return || end + 1 < self.filled || is_whole {
                        let feeds = is_return && self.bytes().get(end + 1) == Some(&b'\n');
                        return Ok(Ended::Line { end, next: end + 1 + usize::from(feeds), cuts });
                    }
                }
                None if is_whole && self.marks.is_inside() => return Ok(Ended::Open),
                None if is_whole => {
                    return Ok(Ended::Line { end: self.filled, next: self.filled, cuts: self.marks.cuts().len() });
                }
                None if self.scanned.saturating_sub(at) > LONGEST_RECORD => return Ok(Ended::TooLong),
                None => {}
            }
            // Twice as much each time, so that a long record is not looked at too often.
            self.read_on(source, self.filled.saturating_sub(at).max(256))?;
            self.scan(delimiter);
        }
    }
}

/// Whether one of these places, which are in order, is from `start` to before `end`.
fn is_within(places: &[usize], start: usize, end: usize) -> bool {
    // Mostly there are none.
    !places.is_empty() && places.get(places.partition_point(|place| *place < start)).is_some_and(|place| *place < end)
}
