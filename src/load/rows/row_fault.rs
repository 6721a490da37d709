//! Why the rows of a file end before the file does.

use std::fmt;
use std::io;

use super::workbook::BookFault;

/// Why a file could not be read to its end.
#[derive(Debug)]
pub enum RowFault {
    /// The system could not read on.
    Io(io::Error),
    /// A quoted cell that opened in this row was never closed.
    OpenQuote(u32),
    /// A quoted cell that opened in this row holds rows.
    Swallowed(u32),
    /// The text ends within this row.
    CutOff(u32),
    /// A cell of a workbook in a column that is read cannot be known.
    UnknownCell(String),
    /// The record after this row is longer than any record may be.
    TooLong(u32),
    /// The workbook cannot be read on.
    Book(BookFault),
}

impl std::error::Error for RowFault {}

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
            Self::Swallowed(row) => write!(
                f,
                "a quotation mark that opens in row {row} takes whole rows into its cell: export it again, with quotation marks around every cell or none inside"
            ),
            Self::CutOff(row) => write!(
                f,
                "it ends within row {row}, which has fewer cells than the header and no line end: the file is cut off; export it again"
            ),
            Self::UnknownCell(cell) => write!(
                f,
                "the value of cell {cell} cannot be known (a formula without a stored value, or an error): open it in Excel and save it"
            ),
            Self::Book(fault) => fault.fmt(f),
            Self::TooLong(row) => write!(
                f,
                "the record at row {row} is longer than 1 MiB: a quotation mark is not closed there, or this is not a table; export it again"
            ),
        }
    }
}
