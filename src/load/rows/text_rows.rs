//! Delimited text as rows, cut by the csv crate.

use std::cell::RefCell;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::rc::Rc;

use encoding_rs_io::DecodeReaderBytesBuilder;

use super::encoding::Encoding;
use super::limits::LONGEST_RECORD;
use super::meter::{Meter, Metered};
use super::row::Row;
use super::row_fault::RowFault;

/// What is handed over after the end of the text: an end for a last line that
/// has none, and a record of its own. If that record does not come out alone,
/// a quoted cell was still open.
const TAIL: &[u8] = b"\nend\n";

/// The bytes handed to the csv crate since the end of the last record: what
/// stands between two records tells how many rows of the sheet were empty.
#[derive(Default)]
struct Handed {
    bytes: Vec<u8>,
    /// The place in the text of the first of them.
    from: u64,
    /// The place in the text up to which rows are counted.
    counted: u64,
    /// Where the text ended, once it has.
    ended: Option<u64>,
    /// Whether the last line ended with a carriage return, to which a line
    /// feed that follows belongs.
    after_return: bool,
    /// The last row's number.
    number: u32,
}

impl Handed {
    /// How many of the bytes belong to rows that are counted.
    fn done(&self) -> usize {
        usize::try_from(self.counted - self.from).unwrap_or(usize::MAX).min(self.bytes.len())
    }

    /// The bytes between two places, as far as they are held.
    fn between(&self, start: u64, end: u64) -> &[u8] {
        let place = |at: u64| usize::try_from(at.saturating_sub(self.from)).unwrap_or(usize::MAX);
        self.bytes.get(place(start)..place(end).min(self.bytes.len())).unwrap_or_default()
    }

    /// Bytes handed over since the last row that is counted.
    fn waiting(&self) -> usize {
        self.bytes.len() - self.done()
    }

    /// Counts the empty lines at the front: a spreadsheet shows them as rows.
    fn count_empty_lines(&mut self) {
        let start = self.done();
        let mut bytes = self.bytes.get(start..).unwrap_or_default();
        let whole = bytes.len();
        if self.counted == 0 {
            bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        }
        loop {
            match bytes {
                [b'\n', rest @ ..] if self.after_return => {
                    bytes = rest;
                    self.after_return = false;
                }
                [end @ (b'\r' | b'\n'), rest @ ..] => {
                    bytes = rest;
                    self.after_return = *end == b'\r';
                    self.number = self.number.saturating_add(1);
                }
                [] => break,
                _ => {
                    self.after_return = false;
                    break;
                }
            }
        }
        self.counted += u64::try_from(whole - bytes.len()).unwrap_or(0);
    }

    /// Counts the record that ends at `end`; gives the place where it begins. A
    /// line break inside a quoted cell makes no row.
    fn count_record(&mut self, end: u64) -> u64 {
        self.count_empty_lines();
        let start = self.counted;
        self.number = self.number.saturating_add(1);
        self.counted = end;
        let last = self.done().checked_sub(1).and_then(|last| self.bytes.get(last));
        self.after_return = last == Some(&b'\r');
        start
    }
}

/// Hands the text to the csv crate, and stops a record from eating the memory
/// of the machine.
struct Capped<'a> {
    source: Box<dyn Read + 'a>,
    handed: Rc<RefCell<Handed>>,
    tail: &'static [u8],
}

impl Read for Capped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut handed = self.handed.borrow_mut();
        handed.count_empty_lines();
        if handed.ended.is_none() && handed.waiting() > LONGEST_RECORD {
            return Err(io::Error::other(TooLong));
        }
        let done = handed.done();
        handed.bytes.drain(..done);
        handed.from = handed.counted;
        let mut read = if handed.ended.is_none() { self.source.read(buffer)? } else { 0 };
        if read == 0 && !buffer.is_empty() {
            let end = handed.from + u64::try_from(handed.bytes.len()).unwrap_or(0);
            handed.ended.get_or_insert(end);
            read = self.tail.read(buffer)?;
        }
        handed.bytes.extend_from_slice(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// What stands before a text that is not read from its start.
const LINE_FEED: &[u8] = b"\n";

/// Marks the error of [`Capped`], to tell it from one of the system.
#[derive(Debug)]
struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("record too long")
    }
}

impl std::error::Error for TooLong {}

/// The rows of a text, read one at a time in constant memory.
pub struct TextRows<'a> {
    reader: csv::Reader<Capped<'a>>,
    record: csv::ByteRecord,
    handed: Rc<RefCell<Handed>>,
    /// Where the last record begins in the text.
    start: u64,
    /// The last row's number.
    number: u32,
    delimiter: u8,
    /// Whether a quoted cell of the last row goes on behind its end.
    has_stray_quote: bool,
}

impl TextRows<'static> {
    /// Opens a file.
    pub fn open(path: &Path, encoding: Encoding, delimiter: u8, meter: &'static Meter) -> io::Result<Self> {
        Ok(Self::new(decoded(Metered::new(File::open(path)?, meter), encoding), delimiter))
    }
}

impl<'a> TextRows<'a> {
    /// The rows of a text from its start on.
    pub fn new(source: Box<dyn Read + 'a>, delimiter: u8) -> Self {
        Self::reading(source, delimiter, Handed::default())
    }

    /// The rows of a text from the beginning of a later line on, counted from there.
    pub fn from_later(source: Box<dyn Read + 'a>, delimiter: u8) -> Self {
        // A byte-order mark is one at the start of a text only: here a line feed stands there.
        let handed = Handed { after_return: true, ..Handed::default() };
        Self::reading(Box::new(LINE_FEED.chain(source)), delimiter, handed)
    }

    fn reading(source: Box<dyn Read + 'a>, delimiter: u8, handed: Handed) -> Self {
        let handed = Rc::new(RefCell::new(handed));
        let capped = Capped { source, handed: Rc::clone(&handed), tail: TAIL };
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(capped);
        Self { reader, record: csv::ByteRecord::new(), handed, start: 0, number: 0, delimiter, has_stray_quote: false }
    }

    /// Goes on to the next row; `false` at the end of the text. Empty lines are
    /// no rows.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        let more = match self.reader.read_byte_record(&mut self.record) {
            Ok(more) => more,
            Err(error) => return Err(self.fault(error)),
        };
        let mut handed = self.handed.borrow_mut();
        let end = self.reader.position().byte();
        self.start = handed.count_record(end);
        self.number = handed.number;
        self.has_stray_quote = has_stray_quote(handed.between(self.start, end), self.delimiter);
        // Every record has one byte at its end that is none of its own.
        let length = |end: u64| usize::try_from(end.saturating_sub(self.start)).unwrap_or(usize::MAX);
        match handed.ended {
            Some(ended) if !more || self.start > ended => Ok(false),
            // The tail is inside a cell: a quotation mark was still open at the end of the text.
            Some(ended) if end > ended + 1 && length(ended) <= LONGEST_RECORD => Err(RowFault::OpenQuote(self.number)),
            _ if length(end) > LONGEST_RECORD + 1 => Err(RowFault::TooLong(self.number)),
            _ => Ok(more),
        }
    }

    /// The row that [`TextRows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        let is_last = self.handed.borrow().ended.is_some_and(|ended| self.reader.position().byte() > ended);
        Row::new(&self.record, self.number).of_text(true, is_last).quoted(self.has_stray_quote)
    }

    /// Where the row that [`TextRows::advance`] reached begins in the text, and
    /// where it ends: after the first byte of its line end.
    #[must_use]
    pub fn span(&self) -> (u64, u64) {
        (self.start, self.reader.position().byte())
    }

    fn fault(&self, error: csv::Error) -> RowFault {
        match error.into_kind() {
            csv::ErrorKind::Io(error)
                if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooLong>) =>
            {
                RowFault::TooLong(self.handed.borrow().number.saturating_add(1))
            }
            csv::ErrorKind::Io(error) => RowFault::Io(error),
            // The reader is flexible and takes any bytes: no other error can come.
            _ => RowFault::Io(io::Error::other("the rows cannot be told apart")),
        }
    }
}

/// Whether a quoted cell of a record goes on behind the quotation mark that
/// closes it: a mark inside it that is not doubled.
fn has_stray_quote(record: &[u8], delimiter: u8) -> bool {
    let mut rest = record;
    while memchr::memchr(b'"', rest).is_some() {
        if let [b'"', inside @ ..] = rest {
            rest = inside;
            loop {
                let Some(at) = memchr::memchr(b'"', rest) else { return false };
                rest = &rest[at + 1..];
                match rest {
                    [b'"', after @ ..] => rest = after,
                    [] | [b'\r' | b'\n', ..] => return false,
                    [next, after @ ..] if *next == delimiter => {
                        rest = after;
                        break;
                    }
                    _ => return true,
                }
            }
        } else {
            let Some(at) = memchr::memchr(delimiter, rest) else { return false };
            rest = &rest[at + 1..];
        }
    }
    false
}

/// The text of a file as UTF-8 (not checked: cells are decoded where used).
fn decoded(file: Metered<File>, encoding: Encoding) -> Box<dyn Read> {
    match encoding {
        Encoding::Utf8 | Encoding::DamagedUtf8(_) | Encoding::NotText => Box::new(file),
        Encoding::Windows1252 => {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding_rs::WINDOWS_1252)).build(file))
        }
        Encoding::Utf16 => Box::new(
            DecodeReaderBytesBuilder::new().encoding(Some(encoding_rs::UTF_16LE)).bom_override(true).build(file),
        ),
    }
}

#[cfg(test)]
mod tests;
