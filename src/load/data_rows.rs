//! The rows of a file that count as rows read.

use super::rows::{Row, RowFault, Rows};

/// How many rows a file had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowCount {
    /// Rows read.
    pub read: u64,
    /// Instruction rows passed over.
    pub instructions: u64,
    /// Rows with two or more cells beyond the header: a delimiter inside a cell, perhaps.
    pub wide: u64,
}

/// The rows below the header, without those that are no rows: a row whose
/// every cell is empty, and an instruction row directly under the header.
pub struct DataRows {
    pub(super) rows: Rows,
    pub(super) header_row: u32,
    pub(super) width: usize,
    pub(super) counted: RowCount,
}

impl DataRows {
    /// Goes on to the next row; `false` at the end of the file.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        while self.rows.advance()? {
            let row = self.rows.row();
            if row.is_empty() {
                continue;
            }
            if row.number == self.header_row + 1 && self.header_row > 0 && is_instruction(&row) {
                self.counted.instructions += 1;
                continue;
            }
            self.counted.read += 1;
            // One cell more is the way of EMIS reports.
            self.counted.wide += u64::from(self.header_row > 0 && row.width() > self.width + 1);
            return Ok(true);
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
}

/// Whether every filled cell begins Required or Optional.
fn is_instruction(row: &Row<'_>) -> bool {
    let begins =
        |cell: &[u8], word: &[u8]| cell.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    (0..row.width())
        .map(|column| row.cell(Some(column)))
        .filter(|cell| !cell.is_empty())
        .all(|cell| begins(cell, b"required") || begins(cell, b"optional"))
}
