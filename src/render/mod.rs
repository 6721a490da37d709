//! From reports to bytes: one small file a format.
//!
//! Nothing here knows what a vaccine is; the same [`Report`] gives the same
//! figures in every format.

mod backup;
mod bars;
mod csv_text;
mod json;
mod screen;
mod target;

use std::io::{self, Write};

use crate::report::Report;

pub use csv_text::{CsvNote, write_csv};
pub use json::write_json;
pub use screen::{receipt_lines, write_screen};
pub use target::{Addition, OutputFile, Staging, TargetFault, write_files};

/// A format of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Tables for people.
    Table,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}

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

/// Writes a report; gives the number of cells that were neutralised.
pub fn write_report(report: &Report, look: Look, out: &mut dyn Write) -> io::Result<u64> {
    match look.format {
        Format::Table => write_screen(report, look.width, out).map(|()| 0),
        Format::Csv => write_csv(report, look.bom, out).map(|note| note.neutralised),
        Format::Json => write_json(report, out).map(|()| 0),
    }
}
