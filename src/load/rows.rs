//! Delimited text as rows: the one place that knows how a file is cut.
//!
//! The seam for a faster reader: everything above sees [`Row`] and calls
//! [`Rows::advance`]; nothing above knows that the csv crate does the cutting.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::rc::Rc;

use encoding_rs_io::DecodeReaderBytesBuilder;

use super::encoding::Encoding;

/// The longest record read, in bytes. A longer one is a broken quote or not a table.
const LONGEST_RECORD: usize = 1 << 20;

/// A record appended after the end of the file. If it does not come out alone,
/// a quoted cell was still open.
const END_MARK: &str = "\u{1f}vaxdash: end of file\u{1f}";

/// One row of a file.
pub struct Row<'a> {
    record: &'a csv::ByteRecord,
    /// The row number as a spreadsheet shows it, the header being row 1 of a
    /// file without preamble.
    pub number: u32,
}

impl<'a> Row<'a> {
    /// The bytes of a cell without white space at its ends; empty where the
    /// row is too short.
    #[must_use]
    pub fn cell(&self, column: Option<usize>) -> &'a [u8] {
        trim(self.raw(column))
    }

    /// The bytes of a cell as they are in the file.
    #[must_use]
    pub fn raw(&self, column: Option<usize>) -> &'a [u8] {
        column.and_then(|column| self.record.get(column)).unwrap_or_default()
    }

    /// A cell as text.
    #[must_use]
    pub fn text(&self, column: Option<usize>) -> Cow<'a, str> {
        String::from_utf8_lossy(self.cell(column))
    }

    /// Every cell as text, untrimmed.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
    }

    /// Whether every cell is empty: such a row is not a row read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.record.iter().all(|cell| trim(cell).is_empty())
    }

    /// How many cells the row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.record.len()
    }
}

/// `cell` without white space at its ends, no-break spaces included.
#[must_use]
pub fn trim(cell: &[u8]) -> &[u8] {
    let ascii = cell.trim_ascii();
    // Only a no-break space or a mark of more than one byte needs more work.
    let (Some(first), Some(last)) = (ascii.first(), ascii.last()) else { return ascii };
    if first.is_ascii() && last.is_ascii() {
        return ascii;
    }
    std::str::from_utf8(ascii).map_or(ascii, |text| {
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')).as_bytes()
    })
}

/// Why a file could not be read to its end.
#[derive(Debug)]
pub enum RowFault {
    /// The system could not read on.
    Io(io::Error),
    /// A quoted cell that opened in this row was never closed.
    OpenQuote(u32),
    /// The record after this row is longer than any record may be.
    TooLong(u32),
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "it cannot be read: {error}"),
            Self::OpenQuote(row) => write!(
                f,
                "a quotation mark that opens in row {row} is never closed: the file is damaged or cut off; export it again"
            ),
            Self::TooLong(row) => write!(
                f,
                "the record at row {row} is longer than 1 MiB: a quotation mark is not closed there, or this is not a table; export it again"
            ),
        }
    }
}

/// Stops a record from eating the memory of the machine.
struct Capped<R> {
    source: R,
    /// Bytes handed over since the last whole record.
    since: Rc<Cell<usize>>,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.since.get() > LONGEST_RECORD {
            return Err(io::Error::other(TooLong));
        }
        let read = self.source.read(buffer)?;
        self.since.set(self.since.get() + read);
        Ok(read)
    }
}

/// Marks the error of [`Capped`], to tell it from one of the system.
#[derive(Debug)]
struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("record too long")
    }
}

impl std::error::Error for TooLong {}

/// How the rows of a file end, which decides how line counts become row numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    Lf,
    CrLf,
    Cr,
}

/// The rows of one file, read one at a time in constant memory.
pub struct Rows {
    reader: csv::Reader<Box<dyn Read>>,
    record: csv::ByteRecord,
    since: Rc<Cell<usize>>,
    line_end: LineEnd,
    /// The physical line reached after the last record.
    line: u64,
    /// Line breaks inside quoted cells so far: they make no row.
    inside: u64,
    /// The last row's number.
    number: u32,
}

impl Rows {
    /// Opens a file.
    pub fn open(path: &Path, encoding: Encoding, delimiter: u8) -> io::Result<Self> {
        let line_end = line_end_of(decoded(File::open(path)?, encoding), delimiter)?;
        Ok(Self::new(decoded(File::open(path)?, encoding), delimiter, line_end))
    }

    fn new(text: Box<dyn Read>, delimiter: u8, line_end: LineEnd) -> Self {
        let since = Rc::new(Cell::new(0));
        // The last line may lack its end: it gets one of the file's own kind, which the line count expects.
        let end = match line_end {
            LineEnd::Lf => "\n",
            LineEnd::CrLf => "\r\n",
            LineEnd::Cr => "\r",
        };
        let marked = text.chain(Cursor::new(format!("{end}{END_MARK}{end}")));
        let capped: Box<dyn Read> = Box::new(Capped { source: marked, since: Rc::clone(&since) });
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(capped);
        let line = u64::from(line_end == LineEnd::Lf);
        Self { reader, record: csv::ByteRecord::new(), since, line_end, line, inside: 0, number: 0 }
    }

    /// Goes on to the next row; `false` at the end of the file. Empty lines are
    /// no rows.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        let more = match self.reader.read_byte_record(&mut self.record) {
            Ok(more) => more,
            Err(error) => return Err(self.fault(error)),
        };
        self.since.set(0);
        if !more || (self.record.len() == 1 && &self.record[0] == END_MARK.as_bytes()) {
            return Ok(false);
        }
        self.count_row();
        // The end mark inside a cell: a quotation mark was still open at the end of the file.
        let last = self.record.iter().next_back().unwrap_or_default();
        if last.trim_ascii_end().ends_with(END_MARK.as_bytes()) {
            // No line feed ended this record, so none may be taken off its row number.
            return Err(RowFault::OpenQuote(self.number + u32::from(self.line_end == LineEnd::Lf)));
        }
        Ok(true)
    }

    /// The row that [`Rows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        Row { record: &self.record, number: self.number }
    }

    /// Works out the row number from the line count, which is cheaper than
    /// looking at every cell of every record.
    fn count_row(&mut self) {
        let after = self.reader.position().line();
        if after > self.line + 1 {
            let inside = self.record.as_slice().split(|byte| *byte == b'\n').count() - 1;
            self.inside += u64::try_from(inside).unwrap_or(0);
        }
        self.line = after;
        let number = match self.line_end {
            // The line feed that ends a record has been counted …
            LineEnd::Lf => after.saturating_sub(1 + self.inside),
            // … but after a carriage return it is still to come.
            LineEnd::CrLf => after.saturating_sub(self.inside),
            LineEnd::Cr => u64::from(self.number) + 1,
        };
        self.number = u32::try_from(number).unwrap_or(u32::MAX);
    }

    fn fault(&self, error: csv::Error) -> RowFault {
        match error.into_kind() {
            csv::ErrorKind::Io(error)
                if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<TooLong>) =>
            {
                RowFault::TooLong(self.number + 1)
            }
            csv::ErrorKind::Io(error) => RowFault::Io(error),
            // The reader is flexible and takes any bytes: no other error can come.
            _ => RowFault::Io(io::Error::other("the rows cannot be told apart")),
        }
    }
}

/// The text of a file as UTF-8 (not checked: cells are decoded where used).
fn decoded(file: File, encoding: Encoding) -> Box<dyn Read> {
    match encoding {
        Encoding::Utf8 | Encoding::DamagedUtf8(_) => Box::new(file),
        Encoding::Windows1252 => {
            Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding_rs::WINDOWS_1252)).build(file))
        }
        Encoding::Utf16 => Box::new(
            DecodeReaderBytesBuilder::new().encoding(Some(encoding_rs::UTF_16LE)).bom_override(true).build(file),
        ),
    }
}

/// How the first record ends; a line break in a quoted heading is no end.
fn line_end_of(mut text: Box<dyn Read>, delimiter: u8) -> io::Result<LineEnd> {
    let mut buffer = [0_u8; 4096];
    // The end of the first line, quoted or not: for a quote that never closes.
    let mut first = None;
    let (mut read_so_far, mut before, mut in_quotes, mut after_return) = (0, delimiter, false, false);
    while read_so_far < LONGEST_RECORD {
        let read = text.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        read_so_far += read;
        for byte in &buffer[..read] {
            if std::mem::take(&mut after_return) {
                let end = if *byte == b'\n' { LineEnd::CrLf } else { LineEnd::Cr };
                first.get_or_insert(end);
                if !in_quotes {
                    return Ok(end);
                }
            }
            match byte {
                b'\r' => after_return = true,
                b'\n' => {
                    first.get_or_insert(LineEnd::Lf);
                    if !in_quotes {
                        return Ok(LineEnd::Lf);
                    }
                }
                // A quote opens at the start of a cell, a doubled one again; a byte-order mark does not count.
                b'"' => in_quotes = !in_quotes && (before == delimiter || before == b'"'),
                0xEF | 0xBB | 0xBF if before == delimiter => continue,
                _ => {}
            }
            before = *byte;
        }
    }
    Ok(first.unwrap_or(if after_return { LineEnd::Cr } else { LineEnd::Lf }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every row as `number:cells`, and the fault that ended the reading.
    fn read(text: &str, delimiter: u8) -> (Vec<String>, Option<String>) {
        let line_end = line_end_of(Box::new(Cursor::new(text.to_owned())), delimiter).unwrap();
        let mut rows = Rows::new(Box::new(Cursor::new(text.to_owned())), delimiter, line_end);
        let mut seen = Vec::new();
        loop {
            match rows.advance() {
                Ok(true) => seen.push(format!("{}:{}", rows.row().number, rows.row().texts().join("/"))),
                Ok(false) => return (seen, None),
                Err(fault) => return (seen, Some(fault.to_string())),
            }
        }
    }

    #[test]
    fn row_numbers_are_those_of_a_spreadsheet() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "\"1\n2\",x", "c,d", "", "", "e,f"].join(end);
            let (rows, fault) = read(&text, b',');
            assert_eq!(rows, ["1:a/b", "3:1\n2/x", "4:c/d", "7:e/f"], "{end:?}");
            assert_eq!(fault, None);
        }
        assert_eq!(read("a\rb\rc", b',').0, ["1:a", "2:b", "3:c"]);
    }

    #[test]
    fn a_line_break_in_a_heading_does_not_tell_how_rows_end() {
        for (inside, end) in [("\n", "\r\n"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\r")] {
            let text =
                ["\u{feff}\"A\"\"\",1\",\"Practice".to_owned() + inside + "code\"", "1,2".to_owned(), "3,4".to_owned()];
            let (rows, fault) = read(&text.join(end), b',');
            assert_eq!(rows[1..], ["2:1/2", "3:3/4"], "{inside:?} {end:?}");
            assert_eq!(fault, None);
        }
        // A quote inside a cell opens nothing.
        assert_eq!(read("a\"b,\"c\"\r\nd,e\r\n\"f\ng\",h\r\ni,j", b',').0[3], "4:i/j");
    }

    #[test]
    fn an_unclosed_quote_names_the_row_where_it_opened() {
        for end in ["\n", "\r\n"] {
            let (rows, fault) = read(&["a,b", "c,d", "e,\"f", "g,h", ""].join(end), b',');
            assert_eq!(rows.len(), 2);
            assert!(fault.unwrap().contains("opens in row 3"), "{end:?}");
        }
    }

    #[test]
    fn a_backslash_is_data() {
        assert_eq!(read("\"O\\'Reilly\"|\"a\"\"b\"\n", b'|').0, ["1:O\\'Reilly/a\"b"]);
    }

    #[test]
    fn a_record_has_a_longest_length() {
        let (rows, fault) = read(&format!("a\n\"{}\"\n", "x".repeat(3 << 20)), b',');
        assert_eq!(rows, ["1:a"]);
        assert!(fault.unwrap().contains("row 2 is longer than 1 MiB"));
    }

    #[test]
    fn nothing_in_nothing_out() {
        assert_eq!(read("", b','), (vec![], None));
        assert_eq!(read("\n\n", b','), (vec![], None));
    }
}
