//! The records of one block, from where it begins or is guessed to begin.

use std::io;

use super::found::{Extent, Found, NOWHERE};
use super::task::Task;
use super::window::{Ended, Window};
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::encoding::Sequences;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::limits::LONGEST_RECORD;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;
use crate::load::rows::scan::Scan;
use crate::load::rows::text_rows::TextRows;

/// So many bytes beyond a block are read at once, for the end of its last record.
const AHEAD: u64 = 8 << 10;

/// What a thread needs again for every block.
#[derive(Default)]
pub struct BlockReader {
    /// The bytes of the block.
    pub window: Window,
    record: csv::ByteRecord,
    cell: Vec<u8>,
}

impl BlockReader {
    /// Reads a block.
    pub fn read<S: Scan>(&mut self, task: &Task<'_, S>, extent: Extent) -> io::Result<Found<S::Part>> {
        let delimiter = task.delimiter;
        // The byte before a block tells whether a line begins with it.
        let from = if extent.is_certain { extent.from } else { extent.from.saturating_sub(1) };
        self.window.load(task.source, from, (extent.to - from).saturating_add(AHEAD))?;
        if !extent.is_certain {
            self.window.guess(delimiter);
        }
        self.window.scan(delimiter);
        let mut found = Found {
            start: NOWHERE,
            end: extent.from,
            lines: 0,
            part: S::Part::default(),
            count: RowCount::default(),
            sequences: Sequences::default(),
            has_nul: false,
            fault: None,
        };
        let (mut at, mut before) = (0, 0);
        if !extent.is_certain {
            let first = self.window.has_end().then(|| self.window.line(task.source, delimiter, 0)).transpose()?;
            match first {
                Some(Ended::Line { end, next, cuts }) if self.window.irregular().is_none_or(|odd| odd > end) => {
                    (at, before) = (next, cuts);
                }
                // No line begins in it as far as can be seen.
                _ => return Ok(found),
            }
        }
        found.start = self.window.place(at);
        found.end = found.start;
        let regular = self.lines(task, extent, (at, before), &mut found)?;
        if !regular {
            self.strict(task, extent, &mut found)?;
        }
        let bytes = self.window.between(found.start, found.end);
        found.has_nul |= self.window.has_nul();
        if self.window.has_high() {
            found.sequences = Sequences::of(bytes);
        }
        Ok(found)
    }

    /// Takes regular lines from `at` on, with `before` delimiters before it;
    /// `false` where one is not regular.
    fn lines<S: Scan>(
        &mut self,
        task: &Task<'_, S>,
        extent: Extent,
        (mut at, mut before): (usize, usize),
        found: &mut Found<S::Part>,
    ) -> io::Result<bool> {
        while found.end < extent.to && found.fault.is_none() && found.end < task.source.length() {
            let ended = self.window.line(task.source, task.delimiter, at)?;
            let (end, next, cuts) = match ended {
                Ended::Line { end, next, cuts } => (end, next, cuts),
                Ended::Open | Ended::TooLong => (self.window.bytes().len(), at, before),
            };
            if self.window.irregular().is_some_and(|odd| odd <= end) {
                return Ok(false);
            }
            if matches!(ended, Ended::Line { next, .. } if next == at) {
                // The file has become shorter than it was.
                break;
            }
            let number = found.lines.saturating_add(1);
            found.fault = match ended {
                _ if end - at > LONGEST_RECORD => Some(RowFault::TooLong(number).into()),
                Ended::Open => Some(RowFault::OpenQuote(number).into()),
                // A line of no bytes is no row.
                _ if end == at => None,
                _ => {
                    let lacks_end = matches!(ended, Ended::Line { next, .. } if next == end);
                    self.line(task, extent, ((at, end), [before, cuts], lacks_end), number, found).err()
                }
            };
            if matches!(ended, Ended::Line { .. }) {
                found.lines = number;
                (at, before) = (next, cuts);
                found.end = self.window.place(at);
            }
        }
        Ok(true)
    }

    /// Takes one line.
    fn line<S: Scan>(
        &mut self,
        task: &Task<'_, S>,
        extent: Extent,
        ((start, end), cuts, lacks_end): ((usize, usize), [usize; 2], bool),
        number: u32,
        found: &mut Found<S::Part>,
    ) -> Result<(), FileFault> {
        let line = self.window.row((start, end), cuts);
        let row = if self.window.has_doubled(start, end) {
            self.record.clear();
            for cell in line.cells() {
                self.cell.clear();
                let mut quotes = 0_u32;
                // Of quotation marks side by side, every second one is there.
                self.cell.extend(cell.iter().copied().filter(|byte| {
                    quotes = if *byte == b'"' { quotes + 1 } else { 0 };
                    quotes.is_multiple_of(2) || *byte != b'"'
                }));
                self.record.push_field(&self.cell);
            }
            Row::new(&self.record, number)
        } else {
            Row::of_line(&line, number)
        };
        let row = row.of_text(self.window.has_inner_break(start, end), lacks_end);
        task.take(&row, extent.is_first && number == 1, found)
    }

    /// Reads on with the csv crate, from the end of what was found to that of the block.
    fn strict<S: Scan>(&mut self, task: &Task<'_, S>, extent: Extent, found: &mut Found<S::Part>) -> io::Result<()> {
        let (base, lines) = (found.end, found.lines);
        let mut rows = TextRows::from_later(Box::new(task.source.from(base)), task.delimiter);
        // The text begins with a line feed that is not in the file, and may end with one.
        let place = |at: u64| (base + at).saturating_sub(1).min(task.source.length());
        while found.end < extent.to && found.fault.is_none() {
            let more = rows.advance();
            let row = rows.row();
            let number = lines.saturating_add(row.number);
            match more {
                Ok(true) if place(rows.span().0) < extent.to => {
                    let row = row.numbered(number);
                    found.fault = task.take(&row, extent.is_first && number == 1, found).err();
                    found.lines = number;
                    found.end = place(rows.span().1);
                }
                // Empty lines before what follows are left to the next block.
                Ok(true) => break,
                Ok(false) => {
                    found.lines = number.saturating_sub(1);
                    found.end = task.source.length();
                }
                Err(RowFault::Io(error)) => return Err(error),
                Err(fault) => found.fault = Some(FileFault::from(fault).after(lines)),
            }
        }
        // The line feed after a carriage return belongs to the same line.
        self.window.load(task.source, found.start, (found.end - found.start).saturating_add(1))?;
        if self.window.between(found.end.saturating_sub(1), found.end + 1) == b"\r\n" {
            found.end += 1;
        }
        let bytes = self.window.between(found.start, found.end);
        found.has_nul = memchr::memchr(0, bytes).is_some();
        found.sequences = Sequences::of(bytes);
        Ok(())
    }
}
