//! Which rows below a header count as rows read.

use std::ops::AddAssign;

use super::row::Row;

/// How many rows a file had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowCount {
    /// FileRows read.
    pub read: u64,
    /// Instruction rows passed over.
    pub instructions: u64,
    /// FileRows with two or more cells beyond the header: a delimiter inside a cell, perhaps.
    pub wide: u64,
}

impl AddAssign for RowCount {
    fn add_assign(&mut self, more: Self) {
        self.read += more.read;
        self.instructions += more.instructions;
        self.wide += more.wide;
    }
}

/// What of the header decides which rows are rows read.
#[derive(Debug, Clone, Copy)]
pub struct Below {
    /// The row number of the header; 0 for a file without one.
    pub header_row: u32,
    /// How many columns it has.
    pub width: usize,
}

impl Below {
    /// Whether a row is a row read, which is counted: not one whose every cell
    /// is empty, nor an instruction row directly under the header.
    pub fn takes(self, row: &Row<'_>, is_under_header: bool, counted: &mut RowCount) -> bool {
        if row.is_empty() {
            return false;
        }
        if is_under_header && self.header_row > 0 && is_instruction(row) {
            counted.instructions += 1;
            return false;
        }
        counted.read += 1;
        // One cell more is the way of EMIS reports.
        counted.wide += u64::from(self.header_row > 0 && row.width() > self.width + 1);
        true
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
