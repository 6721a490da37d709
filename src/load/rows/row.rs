//! The rows of a file, whatever it is made of.
//!
//! The seam between the readers of each kind of file and the ways a file is
//! cut: everything above sees [`Row`] and calls [`Rows::advance`]; nothing
//! above knows whether text or a workbook lies below.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::Path;

use super::blocks::Line;
use super::encoding::Encoding;
use super::meter::Meter;
use super::text_rows::TextRows;
use super::workbook::{BookFault, SheetRow, SheetRows};

/// How a file is cut into rows and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cut {
    /// Text with this delimiter.
    Text(u8),
    /// The sheet of this name of a workbook.
    Sheet(String),
}

/// The rows of one file, read one at a time in constant memory.
pub enum Rows {
    /// Of delimited text.
    Text(TextRows<'static>),
    /// Of a sheet.
    Sheet(SheetRows),
}

impl Rows {
    /// Opens a file at whose reading nobody looks.
    pub fn open(path: &Path, encoding: Encoding, cut: &Cut) -> Result<Self, RowFault> {
        Self::open_metered(path, encoding, cut, Meter::unseen())
    }

    /// Opens a file whose bytes are counted.
    pub fn open_metered(path: &Path, encoding: Encoding, cut: &Cut, meter: &'static Meter) -> Result<Self, RowFault> {
        match cut {
            Cut::Text(delimiter) => {
                TextRows::open(path, encoding, *delimiter, meter).map(Self::Text).map_err(RowFault::Io)
            }
            Cut::Sheet(name) => SheetRows::open(path, name, meter).map(Self::Sheet).map_err(RowFault::Io),
        }
    }

    /// Rows of a sheet that are in memory already.
    #[must_use]
    pub fn held(rows: Vec<SheetRow>) -> Self {
        Self::Sheet(SheetRows::held(rows))
    }

    /// Goes on to the next row; `false` at the end. Empty lines are no rows.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        match self {
            Self::Text(rows) => rows.advance(),
            Self::Sheet(rows) => rows.advance(),
        }
    }

    /// The row that [`Rows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        match self {
            Self::Text(rows) => rows.row(),
            Self::Sheet(rows) => rows.row(),
        }
    }
}

/// One row of a file.
pub struct Row<'a> {
    cells: Cells<'a>,
    /// The row number as a spreadsheet shows it, the header being row 1 of a
    /// file without preamble.
    pub number: u32,
}

/// The cells of a row: copied out of the file, or left where they stand in it.
enum Cells<'a> {
    Record(&'a csv::ByteRecord),
    Line(&'a Line<'a>),
}

impl<'a> Row<'a> {
    /// The row made of these cells.
    #[must_use]
    pub(in crate::load) const fn new(record: &'a csv::ByteRecord, number: u32) -> Self {
        Self { cells: Cells::Record(record), number }
    }

    /// The row made of a line.
    #[must_use]
    pub(in crate::load) const fn of_line(line: &'a Line<'a>, number: u32) -> Self {
        Self { cells: Cells::Line(line), number }
    }

    /// The row under another number.
    #[must_use]
    pub(in crate::load) fn numbered(self, number: u32) -> Self {
        Self { number, ..self }
    }

    /// The bytes of a cell without white space at its ends; empty where the
    /// row is too short.
    #[inline]
    #[must_use]
    pub fn cell(&self, column: Option<usize>) -> &'a [u8] {
        trim(self.raw(column))
    }

    /// The bytes of a cell as they are in the file.
    #[inline]
    #[must_use]
    pub fn raw(&self, column: Option<usize>) -> &'a [u8] {
        let cell = |column| match self.cells {
            Cells::Record(record) => record.get(column),
            Cells::Line(line) => line.cell(column),
        };
        column.and_then(cell).unwrap_or_default()
    }

    /// A cell as text.
    #[must_use]
    pub fn text(&self, column: Option<usize>) -> Cow<'a, str> {
        String::from_utf8_lossy(self.cell(column))
    }

    /// Every cell as text, untrimmed.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let text = |cell| String::from_utf8_lossy(cell).into_owned();
        match self.cells {
            Cells::Record(record) => record.iter().map(text).collect(),
            Cells::Line(line) => line.cells().map(text).collect(),
        }
    }

    /// Whether every cell is empty: such a row is not a row read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self.cells {
            Cells::Record(record) => record.iter().all(|cell| trim(cell).is_empty()),
            Cells::Line(line) => line.cells().all(|cell| trim(cell).is_empty()),
        }
    }

    /// How many cells the row has.
    #[must_use]
    pub fn width(&self) -> usize {
        match self.cells {
            Cells::Record(record) => record.len(),
            Cells::Line(line) => line.width(),
        }
    }
}

/// `cell` without white space at its ends, no-break spaces included.
#[inline]
#[must_use]
pub fn trim(cell: &[u8]) -> &[u8] {
    // Nearly every cell begins and ends with a mark that shows.
    match cell {
        [first, .., last] | [first @ last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        [] => cell,
        _ => trim_space(cell),
    }
}

fn trim_space(cell: &[u8]) -> &[u8] {
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

impl std::error::Error for RowFault {}

/// Why a file could not be read to its end.
#[derive(Debug)]
pub enum RowFault {
    /// The system could not read on.
    Io(io::Error),
    /// A quoted cell that opened in this row was never closed.
    OpenQuote(u32),
    /// The record after this row is longer than any record may be.
    TooLong(u32),
    /// The workbook cannot be read on.
    Book(BookFault),
}

impl From<BookFault> for RowFault {
    fn from(fault: BookFault) -> Self {
        Self::Book(fault)
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "it cannot be read: {error}"),
            Self::OpenQuote(row) => write!(
                f,
                "a quotation mark that opens in row {row} is never closed: the file is damaged or cut off; export it again"
            ),
            Self::Book(fault) => fault.fmt(f),
            Self::TooLong(row) => write!(
                f,
                "the record at row {row} is longer than 1 MiB: a quotation mark is not closed there, or this is not a table; export it again"
            ),
        }
    }
}
