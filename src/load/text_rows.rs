//! Delimited text as rows, cut by the csv crate.

use std::cell::RefCell;
use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::rc::Rc;

use encoding_rs_io::DecodeReaderBytesBuilder;

use super::encoding::Encoding;
use super::limits::LONGEST_RECORD;
use super::rows::{Row, RowFault};

/// A record appended after the end of the file. If it does not come out alone,
/// a quoted cell was still open.
const END_MARK: &str = "\u{1f}vaxdash: end of file\u{1f}";

/// The bytes handed to the csv crate since the end of the last record: what
/// stands between two records tells how many rows of the sheet were empty.
#[derive(Default)]
struct Handed {
    bytes: Vec<u8>,
    /// The place in the text of the first of them.
    from: u64,
    /// The place in the text where the last record ended.
    needed: u64,
}

impl Handed {
    /// Bytes handed over since the last whole record.
    fn waiting(&self) -> usize {
        self.bytes.len() - self.done()
    }

    /// How many of the bytes belong to whole records.
    fn done(&self) -> usize {
        usize::try_from(self.needed - self.from).unwrap_or(usize::MAX).min(self.bytes.len())
    }

    /// The bytes up to `end`, where a record has ended: empty lines, then the record.
    fn record(&mut self, end: u64) -> &[u8] {
        let start = self.done();
        self.needed = end;
        &self.bytes[start..self.done()]
    }
}

/// Hands the text to the csv crate, and stops a record from eating the memory
/// of the machine.
struct Capped<R> {
    source: R,
    handed: Rc<RefCell<Handed>>,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut handed = self.handed.borrow_mut();
        if handed.waiting() > LONGEST_RECORD {
            return Err(io::Error::other(TooLong));
        }
        let done = handed.done();
        handed.bytes.drain(..done);
        handed.from = handed.needed;
        let read = self.source.read(buffer)?;
        handed.bytes.extend_from_slice(&buffer[..read]);
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

/// The rows of one file, read one at a time in constant memory.
pub struct TextRows {
    reader: csv::Reader<Box<dyn Read>>,
    record: csv::ByteRecord,
    handed: Rc<RefCell<Handed>>,
    /// Whether the last record ended with a carriage return, to which a line
    /// feed that follows belongs.
    after_return: bool,
    /// The last row's number.
    number: u32,
}

impl TextRows {
    /// Opens a file.
    pub fn open(path: &Path, encoding: Encoding, delimiter: u8) -> io::Result<Self> {
        Ok(Self::new(decoded(File::open(path)?, encoding), delimiter))
    }

    fn new(text: Box<dyn Read>, delimiter: u8) -> Self {
        let handed = Rc::new(RefCell::new(Handed::default()));
        // The last line may lack its end: it gets one.
        let marked = text.chain(Cursor::new(format!("\n{END_MARK}\n")));
        let capped: Box<dyn Read> = Box::new(Capped { source: marked, handed: Rc::clone(&handed) });
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(capped);
        Self { reader, record: csv::ByteRecord::new(), handed, after_return: false, number: 0 }
    }

    /// Goes on to the next row; `false` at the end of the file. Empty lines are
    /// no rows.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        let more = match self.reader.read_byte_record(&mut self.record) {
            Ok(more) => more,
            Err(error) => return Err(self.fault(error)),
        };
        self.count_row();
        if !more || (self.record.len() == 1 && &self.record[0] == END_MARK.as_bytes()) {
            return Ok(false);
        }
        // The end mark inside a cell: a quotation mark was still open at the end of the file.
        let last = self.record.iter().next_back().unwrap_or_default();
        if last.trim_ascii_end().ends_with(END_MARK.as_bytes()) {
            return Err(RowFault::OpenQuote(self.number));
        }
        Ok(true)
    }

    /// The row that [`TextRows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        Row::new(&self.record, self.number)
    }

    /// Counts the record, and the empty lines before it: a spreadsheet shows
    /// them as rows. A line break inside a quoted cell makes no row.
    fn count_row(&mut self) {
        let mut handed = self.handed.borrow_mut();
        let mut bytes = handed.record(self.reader.position().byte());
        if self.number == 0 {
            bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        }
        if self.after_return {
            bytes = bytes.strip_prefix(b"\n").unwrap_or(bytes);
        }
        self.number = self.number.saturating_add(1);
        while let Some(rest) = [&b"\r\n"[..], b"\n", b"\r"].iter().find_map(|end| bytes.strip_prefix(*end)) {
            self.number = self.number.saturating_add(1);
            bytes = rest;
        }
        self.after_return = bytes.ends_with(b"\r");
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
mod tests {
    use super::*;

    /// Every row as `number:cells`, and the fault that ended the reading.
    fn read(text: &str, delimiter: u8) -> (Vec<String>, Option<String>) {
        let mut rows = TextRows::new(Box::new(Cursor::new(text.to_owned())), delimiter);
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
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"1\n2\",x", "c,d", "", "", "e,f"].join(end);
            let (rows, fault) = read(&text, b',');
            assert_eq!(rows, ["1:a/b", "3:1\n2/x", "4:c/d", "7:e/f"], "{end:?}");
            assert_eq!(fault, None);
        }
        assert_eq!(read("a\rb\rc", b',').0, ["1:a", "2:b", "3:c"]);
        // Line ends of every kind in one file.
        assert_eq!(read("a\r\nb\n\nc\r\r\n\nd\ne\r", b',').0, ["1:a", "2:b", "4:c", "7:d", "8:e"]);
        assert_eq!(read("\u{feff}\n\r\na,b\n", b',').0, ["3:a/b"]);
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
