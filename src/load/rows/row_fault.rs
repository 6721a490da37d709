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
            Self::Book(fault) => fault.fmt(f),
            Self::TooLong(row) => write!(
                f,
                "the record at row {row} is longer than 1 MiB: a quotation mark is not closed there, or this is not a table; export it again"
            ),
        }
    }
}
