//! Which rows below a header count as rows read.

use std::ops::AddAssign;

use super::row::Row;
use super::row_fault::RowFault;
use crate::domain::NhsNumber;

/// How many rows a file had.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowCount {
    /// Rows read.
    pub read: u64,
    /// Instruction rows passed over.
    pub instructions: u64,
    /// Rows with two or more cells beyond the header: a delimiter inside a cell, perhaps.
    pub wide: u64,
    /// Rows read whose cells stand under the wrong headings: none of them is believed.
    pub shifted: u64,
}

impl AddAssign for RowCount {
    fn add_assign(&mut self, more: Self) {
        self.read += more.read;
        self.instructions += more.instructions;
        self.wide += more.wide;
        self.shifted += more.shifted;
    }
}

/// What a row below the header is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// No row: empty, or an instruction.
    Not,
    /// A row read.
    Read,
    /// A row whose cells stand under the wrong headings.
    Shifted,
}

/// What of the header decides which rows are rows read.
#[derive(Debug, Clone, Copy, Default)]
pub struct BodyRules {
    /// The row number of the header; 0 for a file without one.
    pub header_row: u32,
    /// How many columns it has.
    pub width: usize,
    /// How many columns it has up to the last with a heading.
    pub headed: usize,
    /// What is between its cells, in text.
    pub delimiter: Option<u8>,
    /// The column with the NHS number, where shifted rows are told by it.
    pub number: Option<usize>,
    /// Whether rows are looked at for cells under the wrong headings.
    pub finds_shifted: bool,
}

impl BodyRules {
    /// What a row is; rows read are counted. No row read is one whose every cell
    /// is empty, nor an instruction row directly under the header.
    ///
    /// # Errors
    /// Where a quotation mark took rows into the row, or the file is cut off in it.
    pub fn takes(self, row: &Row<'_>, is_under_header: bool, counted: &mut RowCount) -> Result<Taken, RowFault> {
        if let Some(delimiter) = self.delimiter.filter(|_| row.may_break)
            && row.swallows(delimiter, self.width.saturating_sub(1))
        {
            return Err(RowFault::Swallowed(row.number));
        }
        if row.is_empty() {
            return Ok(Taken::Not);
        }
        if row.lacks_end && row.width() < self.headed {
            return Err(RowFault::CutOff(row.number));
        }
        if is_under_header && self.header_row > 0 && is_instruction(row) {
            counted.instructions += 1;
            return Ok(Taken::Not);
        }
        counted.read += 1;
        if self.finds_shifted && self.is_shifted(row) {
            counted.shifted += 1;
            return Ok(Taken::Shifted);
        }
        // One cell more is the way of EMIS reports.
        counted.wide += u64::from(self.header_row > 0 && row.width() > self.width + 1);
        Ok(Taken::Read)
    }

    /// Whether a cell is filled beyond the last heading, or the NHS number
    /// stands to the right of its column, or a quotation mark has broken a cell
    /// in two.
    fn is_shifted(self, row: &Row<'_>) -> bool {
        let width = row.width();
        let is_filled = |column| !row.cell(Some(column)).is_empty();
        if width > self.headed && (self.headed..width).any(is_filled) {
            return true;
        }
        // A quotation mark inside a quoted cell, not doubled, broke it at the next delimiter.
        if row.has_stray_quote && width > self.width {
            return true;
        }
        self.number.is_some_and(|number| {
            // Nearly every cell there is a name, which is seen at once to be no number.
            if row.raw(Some(number + 1)).len() < 10 {
                return false;
            }
            let right = row.cell(Some(number + 1));
            right.len() >= 10
                && right.iter().any(u8::is_ascii_digit)
                && NhsNumber::read(right).is_ok()
                && NhsNumber::read(row.cell(Some(number))).is_err()
        })
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
