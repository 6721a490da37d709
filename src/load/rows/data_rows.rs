//! The rows of a file that count as rows read, one after the other.

use std::path::Path;

use super::body_rules::{BodyRules, RowCount, Taken};
use super::cell_place::place;
use super::encoding::Encoding;
use super::file_fault::FileFault;
use super::file_rows::{FileRows, RowFormat};
use super::line::whole;
use super::meter::Meter;
use super::row::Row;
use super::row_fault::RowFault;
use super::scan::{Merge, ReadFile, Scan};

/// So many rows of a file that is read row by row make a part.
const ROWS_OF_A_PART: u32 = 4096;

/// The rows below the header that are rows read, one after the other.
pub struct DataRows {
    rows: FileRows,
    rules: BodyRules,
    /// The columns that are read.
    used: Vec<usize>,
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
        format: &RowFormat,
        rules: BodyRules,
        used: Vec<usize>,
        meter: &'static Meter,
    ) -> Result<Self, RowFault> {
        let mut rows = FileRows::open_metered(path, encoding, format, meter)?;
        while rules.header_row > rows.row().number && rows.advance()? {}
        let row = rows.row();
        // A heading that cannot be known may be one that keeps people safe.
        if let (true, Some(column)) = (rules.header_row > 0 && row.number == rules.header_row, row.unknown.first()) {
            return Err(RowFault::UnknownCell(place(*column, row.number)));
        }
        Ok(Self { rows, rules, used, counted: RowCount::default() })
    }

    /// Goes on to the next row; `false` at the end of the file.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        loop {
            match self.next()? {
                Taken::Not => return Ok(false),
                Taken::Read => return Ok(true),
                Taken::Shifted => {}
            }
        }
    }

    /// Goes on to the next row, whatever it is; no row at the end of the file.
    fn next(&mut self) -> Result<Taken, RowFault> {
        while self.rows.advance()? {
            let row = self.rows.row();
            if let Some(column) = row.unknown.iter().find(|column| self.used.contains(&whole(**column))) {
                return Err(RowFault::UnknownCell(place(*column, row.number)));
            }
            let taken = self.rules.takes(&row, row.number == self.rules.header_row + 1, &mut self.counted)?;
            if taken != Taken::Not {
                return Ok(taken);
            }
        }
        Ok(Taken::Not)
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
            match self.next() {
                Ok(Taken::Not) => break Ok(()),
                Ok(Taken::Shifted) => scan.shifted(&self.row(), &mut part),
                Ok(Taken::Read) => {
                    if let Err(fault) = scan.row(&self.row(), &mut part) {
                        break Err(fault);
                    }
                }
                Err(fault) => break Err(fault.into()),
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
