//! A stretch of a file in memory, with its marks found.
//!
//! The marks are those of regular text: every quotation mark opens a cell,
//! closes one, or is one of two that stand for one inside a quoted cell. Of
//! such text the parity of quotation marks tells exactly what the csv crate
//! finds by reading byte by byte. The first mark that breaks the rule is
//! noted ([`Window::irregular`]); from there on the marks say nothing.

use std::io;

use super::masks::masks;
use super::source::Source;
use crate::load::limits::LONGEST_RECORD;

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
    words: Vec<Word>,
    /// Second quotation marks of two that stand for one.
    doubled: Vec<usize>,
    irregular: Option<usize>,
    has_nul: bool,
    has_high: bool,
    before: Before,
}

/// The marks outside quotes among 64 bytes.
#[derive(Clone, Copy)]
pub struct Word {
    /// Delimiters.
    pub cuts: u64,
    /// Line ends.
    pub breaks: u64,
}

/// What stands before the bytes that are looked at next.
#[derive(Default)]
struct Before {
    /// All bits set inside a quoted cell.
    inside: u64,
    /// Whether a cell may begin: after a delimiter, a line end or a quotation mark.
    may_open: u64,
    quote: u64,
    closed: u64,
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
    },
    /// The file ends inside a quoted cell.
    Open,
    /// It is longer than any record may be.
    TooLong,
}

impl Window {
    /// Reads `length` bytes of the file from a place on. Nothing is looked at yet.
    pub fn load(&mut self, source: &Source, from: u64, length: u64) -> io::Result<()> {
        self.words.clear();
        self.doubled.clear();
        (self.from, self.filled, self.scanned) = (from, 0, 0);
        (self.irregular, self.has_nul, self.has_high) = (None, false, false);
        self.before = Before { may_open: 1, ..Before::default() };
        self.read_on(source, usize::try_from(length).unwrap_or(usize::MAX))
    }

    /// Reads so many more bytes.
    fn read_on(&mut self, source: &Source, more: usize) -> io::Result<()> {
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

    /// The marks outside quotes, as bits.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The first place at which the text is not regular.
    pub const fn irregular(&self) -> Option<usize> {
        self.irregular
    }

    /// Whether there is a NUL byte among what was looked at.
    pub const fn has_nul(&self) -> bool {
        self.has_nul
    }

    /// Whether there is a byte that is not ASCII among what was looked at.
    pub const fn has_high(&self) -> bool {
        self.has_high
    }

    /// Whether two quotation marks stand for one between these places.
    pub fn has_doubled(&self, start: usize, end: usize) -> bool {
        let first = self.doubled.partition_point(|place| *place < start);
        self.doubled.get(first).is_some_and(|place| *place < end)
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
        self.before.inside = if inside > outside { u64::MAX } else { 0 };
    }

    /// Looks at the bytes that have been read and not been looked at.
    pub fn scan(&mut self, delimiter: u8) {
        let bytes = self.bytes.get(self.scanned..self.filled).unwrap_or_default();
        let (chunks, rest) = bytes.as_chunks::<64>();
        let mut seen = Seen { words: self.scanned / 64, has_nul: false, has_high: false };
        self.words.extend(chunks.iter().map(|chunk| {
            let marks = Marks::of(chunk, u64::MAX, delimiter, &mut self.before, &mut seen);
            if marks.doubled | marks.irregular != 0 {
                note(&marks, seen.words, &mut self.doubled, &mut self.irregular);
            }
            seen.words += 1;
            marks.word
        }));
        self.scanned = seen.words * 64;
        if self.ends_file && !rest.is_empty() {
            let mut last = [b' '; 64];
            for (to, byte) in last.iter_mut().zip(rest) {
                *to = *byte;
            }
            let valid = (1 << rest.len()) - 1;
            let marks = Marks::of(&last, valid, delimiter, &mut self.before, &mut seen);
            self.words.push(marks.word);
            note(&marks, seen.words, &mut self.doubled, &mut self.irregular);
            self.scanned = self.filled;
        }
        self.has_nul |= seen.has_nul;
        self.has_high |= seen.has_high;
    }

    /// Where the line that begins at `at` ends: reads on as far as needed.
    pub fn line(&mut self, source: &Source, delimiter: u8, at: usize) -> io::Result<Ended> {
        loop {
            let is_whole = self.ends_file && self.scanned == self.filled;
            match self.break_from(at) {
                Some(end) => {
                    let is_return = self.bytes.get(end) == Some(&b'\r');
                    if !is_return || end + 1 < self.filled || is_whole {
                        let feeds = is_return && self.bytes().get(end + 1) == Some(&b'\n');
                        return Ok(Ended::Line { end, next: end + 1 + usize::from(feeds) });
                    }
                }
                None if is_whole && self.before.inside != 0 => return Ok(Ended::Open),
                None if is_whole => return Ok(Ended::Line { end: self.filled, next: self.filled }),
                None if self.scanned.saturating_sub(at) > LONGEST_RECORD => return Ok(Ended::TooLong),
                None => {}
            }
            // Twice as much each time, so that a long record is not looked at too often.
            self.read_on(source, self.filled.saturating_sub(at).max(256))?;
            self.scan(delimiter);
        }
    }

    /// The first line end at `at` or after it.
    pub fn break_from(&self, at: usize) -> Option<usize> {
        let mut word = at / 64;
        let mut bits = self.words.get(word)?.breaks & (u64::MAX << (at % 64));
        while bits == 0 {
            word += 1;
            bits = self.words.get(word)?.breaks;
        }
        Some(word * 64 + lowest(bits))
    }
}

/// The place of the lowest bit.
pub fn lowest(bits: u64) -> usize {
    usize::try_from(bits.trailing_zeros()).unwrap_or(0)
}

/// What was seen of all bytes.
struct Seen {
    words: usize,
    has_nul: bool,
    has_high: bool,
}

/// What the marks among 64 bytes are.
struct Marks {
    word: Word,
    doubled: u64,
    irregular: u64,
}

impl Marks {
    // Once for every 64 bytes of a file: a call each time costs a tenth of the run.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn of(chunk: &[u8; 64], valid: u64, delimiter: u8, before: &mut Before, seen: &mut Seen) -> Self {
        let found = masks(chunk, delimiter);
        let quotes = found.quotes & valid;
        seen.has_nul |= found.has_nul;
        seen.has_high |= found.has_high;
        // Every bit tells whether the number of quotation marks up to it is odd.
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= before.inside;
        let edges = (found.cuts | found.breaks) & valid;
        let (opening, closing) = (quotes & inside, quotes & !inside);
        let after_quote = (quotes << 1) | before.quote;
        let may_open = (edges << 1) | before.may_open | after_quote;
        let after_closing = (closing << 1) | before.closed;
        let irregular = (opening & !may_open) | (after_closing & !(edges | quotes) & valid);
        let marks = Self {
            word: Word { cuts: found.cuts & valid & !inside, breaks: found.breaks & valid & !inside },
            doubled: opening & after_quote,
            irregular,
        };
        *before = Before {
            inside: if inside >> 63 == 0 { 0 } else { u64::MAX },
            may_open: edges >> 63,
            quote: quotes >> 63,
            closed: closing >> 63,
        };
        marks
    }
}

/// Notes what is rare.
#[cold]
fn note(marks: &Marks, word: usize, doubled: &mut Vec<usize>, irregular: &mut Option<usize>) {
    let mut bits = marks.doubled;
    while bits != 0 {
        doubled.push(word * 64 + lowest(bits));
        bits &= bits - 1;
    }
    if marks.irregular != 0 {
        irregular.get_or_insert(word * 64 + lowest(marks.irregular));
    }
}
