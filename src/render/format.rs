//! The formats, and how a report is to look in one.

use crate::domain::named_values;

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
