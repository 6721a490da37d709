//! From reports to bytes: one small file a format.
//!
//! Nothing here knows what a vaccine is; the same [`Report`] gives the same
//! figures in every format.

mod cell_text;
mod csv;
mod encrypt;
mod json;
mod output_file;
mod receipt_lines;
mod screen;
mod xlsx;

use std::fmt;
use std::io;

use rust_xlsxwriter::XlsxError;

use crate::domain::named_values;
use crate::report::Report;

pub use csv::{CsvNote, write_csv};
pub use encrypt::encrypt;
pub use json::{doubt_value, write_json};
pub use output_file::{Addition, OutputFault, OutputFile, Staging, stage_files, temp_registry};
pub use receipt_lines::receipt_lines;
pub use screen::write_screen;
pub use xlsx::{write_dashboard, write_xlsx};

/// A format of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tables for people.
    Table,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// A workbook.
    Xlsx,
}

named_values!(Format {
    Table => ("table", "Tables for people."),
    Csv => ("csv", "Comma-separated values, for spreadsheets and scripts."),
    Json => ("json", "JSON, for programs."),
    Xlsx => ("xlsx", "A workbook, for Excel."),
});

/// How a report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The format.
    pub format: Format,
    /// Columns of the terminal; `None` for as wide as it needs.
    pub width: Option<u16>,
    /// Whether CSV begins with a byte-order mark.
    pub bom: bool,
}

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

/// Renders a report. It is taken whole: of a long list, what is written is
/// let go of at once.
pub fn write_report(report: Report, look: Look) -> Result<Rendered, RenderFault> {
    let mut made = Rendered::default();
    match look.format {
        Format::Table => write_screen(&report, look.width, &mut made.bytes)?,
        Format::Csv => made.neutralised = write_csv(&report, look.bom, &mut made.bytes)?.neutralised,
        Format::Json => write_json(&report, &mut made.bytes)?,
        Format::Xlsx => made = write_xlsx(report)?,
    }
    Ok(made)
}
