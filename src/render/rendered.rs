//! What became of a report, or why nothing did.

use std::fmt;
use std::io;

use rust_xlsxwriter::XlsxError;

/// A report's bytes, and what had to be done to make them.
#[derive(Default)]
pub struct Rendered {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Free-text cells given a leading space, so that no spreadsheet runs them.
    pub neutralised: u64,
    /// Cells cut to the most that a cell of a workbook holds.
    pub cut: u64,
}

/// A report that was not rendered.
#[derive(Debug)]
pub enum RenderFault {
    /// A table is longer than a sheet of a workbook.
    TooLong {
        /// Its title.
        table: String,
        /// Its rows.
        rows: usize,
        /// The most rows of a sheet, besides its header.
        most: usize,
    },
    /// The writer of workbooks needs a thread, and the system gives none.
    NoThread,
    /// What the writer of workbooks said.
    Writer(XlsxError),
    /// What the writer of text said.
    Io(io::Error),
}

impl fmt::Display for RenderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { table, rows, most } => {
                write!(f, "{table} has {rows} rows, and a sheet holds {most}: write CSV, or choose fewer people")
            }
            Self::NoThread => {
                f.write_str("workbooks are written by several threads, and the system gives none: write CSV or JSON, or run it where more processes are allowed")
            }
            Self::Writer(error) => write!(f, "the workbook cannot be made: {error}"),
            Self::Io(error) => write!(f, "the report cannot be made: {error}"),
        }
    }
}

impl std::error::Error for RenderFault {}

impl From<XlsxError> for RenderFault {
    fn from(error: XlsxError) -> Self {
        Self::Writer(error)
    }
}

impl From<io::Error> for RenderFault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
