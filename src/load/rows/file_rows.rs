//! The rows of a file, whatever it is made of.
//!
//! The seam between the readers of each kind of file and what is made of their
//! rows: everything above sees [`Row`] and calls [`FileRows::advance`]; nothing
//! above knows whether text or a workbook lies below.

use std::path::Path;

use super::encoding::Encoding;
use super::meter::Meter;
use super::row::Row;
use super::row_fault::RowFault;
use super::text_rows::TextRows;
use super::workbook::{SheetRow, SheetRows, SheetSource};

/// How a file is cut into rows and cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFormat {
    /// Text with this delimiter between its cells.
    Delimited(u8),
    /// A sheet of a workbook.
    Sheet(SheetSource),
}

/// The rows of one file, read one at a time in constant memory.
pub enum FileRows {
    /// Of delimited text.
    Text(TextRows<'static>),
    /// Of a sheet.
    Sheet(SheetRows),
}

impl FileRows {
    /// Opens a file at whose reading nobody looks.
    pub fn open(path: &Path, encoding: Encoding, format: &RowFormat) -> Result<Self, RowFault> {
        Self::open_metered(path, encoding, format, Meter::unseen())
    }

    /// Opens a file whose bytes are counted.
    pub fn open_metered(
        path: &Path,
        encoding: Encoding,
        format: &RowFormat,
        meter: &'static Meter,
    ) -> Result<Self, RowFault> {
        match format {
            RowFormat::Delimited(delimiter) => {
                TextRows::open(path, encoding, *delimiter, meter).map(Self::Text).map_err(RowFault::Io)
            }
            RowFormat::Sheet(name) => Ok(Self::Sheet(SheetRows::open(path, name, meter))),
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

    /// The row that [`FileRows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        match self {
            Self::Text(rows) => rows.row(),
            Self::Sheet(rows) => rows.row(),
        }
    }
}
