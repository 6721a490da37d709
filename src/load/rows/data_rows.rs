//! The rows of a file that count as rows read, one after the other.

use std::path::Path;

use super::body_rules::{Below, RowCount};
use super::encoding::Encoding;
use super::file_fault::FileFault;
use super::file_rows::{Cut, FileRows};
use super::meter::Meter;
use super::row::Row;
use super::row_fault::RowFault;
use super::scan::{Merge, ReadFile, Scan};

/// So many rows of a file that is read row by row make a part.
const ROWS_OF_A_PART: u32 = 4096;

/// The rows below the header that are rows read, one after the other.
pub struct DataRows {
    rows: FileRows,
    below: Below,
    counted: RowCount,
}

impl DataRows {
    /// Opens a file and goes on to its header.
    ///
    /// # Errors
    /// Where the file cannot be opened, or read down to its header.
    pub fn open(
        path: &Path,
        encoding: Encoding,
        cut: &Cut,
        below: Below,
        meter: &'static Meter,
    ) -> Result<Self, RowFault> {
        let mut rows = FileRows::open_metered(path, encoding, cut, meter)?;
        while below.header_row > rows.row().number && rows.advance()? {}
        Ok(Self { rows, below, counted: RowCount::default() })
    }

    /// Goes on to the next row; `false` at the end of the file.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        while self.rows.advance()? {
            let row = self.rows.row();
            if self.below.takes(&row, row.number == self.below.header_row + 1, &mut self.counted) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The rows counted so far.
    #[must_use]
    pub fn count(&self) -> RowCount {
        self.counted
    }

    /// The row that [`DataRows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        self.rows.row()
    }

    /// Gives every row to `scan`, and what it makes of them to `merge`, part by part.
    ///
    /// # Errors
    /// What refuses the file. What the rows before it left has gone to `merge`.
    pub fn scan<S: Scan>(mut self, scan: &S, merge: &mut Merge<'_, S::Part>) -> Result<ReadFile, FileFault> {
        let (mut part, mut taken) = (S::Part::default(), 0);
        let ended = loop {
            match self.advance() {
                Ok(true) => {}
                Ok(false) => break Ok(()),
                Err(fault) => break Err(fault.into()),
            }
            if let Err(fault) = scan.row(&self.row(), &mut part) {
                break Err(fault);
            }
            taken += 1;
            if taken == ROWS_OF_A_PART {
                merge(std::mem::take(&mut part), 0);
                taken = 0;
            }
        };
        merge(part, 0);
        ended.map(|()| ReadFile { count: self.count(), bytes: None })
    }
}
