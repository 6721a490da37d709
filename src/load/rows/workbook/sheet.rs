//! The cells of a sheet, one by one, as rows.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;

use calamine::{
    DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord, XlsxCellReader, XlsxError,
};

use super::cell;
use super::fault::{BookFault, Excess};
use super::unknown_cells::UnknownCells;
use crate::load::rows::limits::{LONGEST_CELL, LONGEST_RECORD, MOST_COLUMNS, MOST_ROWS};
use crate::load::rows::meter::{Meter, Metered};

/// A row of a sheet with its number as the spreadsheet shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// The number.
    pub number: u32,
    /// The cells, as text.
    pub record: csv::ByteRecord,
    /// The columns whose cells cannot be known: a formula without a stored value, or an error.
    pub unknown: Vec<u32>,
}

/// A sheet of a workbook that has been looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSource {
    /// Its name.
    pub name: String,
    /// Its cells whose values cannot be known.
    pub unknown: Arc<UnknownCells>,
}

/// A workbook whose archive has been looked at.
pub struct Book(Xlsx<BufReader<Metered<File>>>);

impl Book {
    /// Opens a workbook that `archive` has found sound.
    pub fn open(path: &Path, meter: &'static Meter) -> Result<Self, BookFault> {
        let file = File::open(path).map_err(|_| BookFault::Broken)?;
        Xlsx::new(BufReader::new(Metered::new(file, meter))).map(Self).map_err(|error| match error {
            XlsxError::Password => BookFault::Password,
            _ => BookFault::Broken,
        })
    }

    /// The names of the sheets with cells, each with its place among all and whether it is hidden.
    pub fn sheets(&self) -> Vec<(usize, (String, bool))> {
        let sheets = self.0.sheets_metadata().iter().enumerate();
        let sheets = sheets.filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet);
        sheets.map(|(place, sheet)| (place, (sheet.name.clone(), sheet.visible != SheetVisible::Visible))).collect()
    }

    /// How many sheets there are, with cells or not.
    pub fn count(&self) -> usize {
        self.0.sheets_metadata().len()
    }

    /// The rows of a sheet, with so much text in all.
    pub fn rows(&mut self, sheet: &SheetSource, room: u64) -> Result<SheetReader<'_>, BookFault> {
        let is_1904 = self.0.has_1904_epoch();
        let cells = self.0.worksheet_cells_reader(&sheet.name).map_err(|_| BookFault::Broken)?;
        let unknown = Arc::clone(&sheet.unknown);
        Ok(SheetReader {
            cells,
            unknown,
            is_1904,
            waiting: None,
            ended: false,
            text: String::new(),
            room,
            number: 0,
            given: 0,
            held: None,
        })
    }
}

/// A cell with its row and column, counted from nought.
struct ReadCell<'a> {
    place: (u32, u32),
    value: DataRef<'a>,
    is_formula: bool,
}

impl ReadCell<'_> {
    /// Whether nobody can know its value.
    const fn is_unknown(&self) -> bool {
        match self.value {
            DataRef::Empty => self.is_formula,
            DataRef::Error(_) => true,
            _ => false,
        }
    }
}

/// The rows of one sheet, as they are read. Rows without a filled cell are none.
pub struct SheetReader<'a> {
    cells: XlsxCellReader<'a, BufReader<Metered<File>>>,
    unknown: Arc<UnknownCells>,
    is_1904: bool,
    /// The first cell of the next row, met at the end of this one.
    waiting: Option<ReadCell<'a>>,
    /// Whether the last cell has been read.
    ended: bool,
    text: String,
    /// The bytes of text that may still come.
    pub room: u64,
    /// The last row's number.
    number: u32,
    /// The number of the last row that was given out.
    given: u32,
    /// A row that comes after one of which nothing is known.
    held: Option<SheetRow>,
}

impl<'a> SheetReader<'a> {
    /// The next row; `None` at the end of the sheet.
    pub fn next_row(&mut self) -> Result<Option<SheetRow>, BookFault> {
        let row = match self.held.take() {
            Some(row) => Some(row),
            None => self.read_row()?,
        };
        let next = row.as_ref().map_or(MOST_ROWS, |row| row.number);
        // Rows are numbered from one, in the look at the archive from nought.
        match self.unknown.next_row(self.given) {
            // A row in which there is nothing else.
            Some(above) if above + 1 < next => {
                self.held = row;
                self.given = above + 1;
                let unknown = self.unknown.of_row(above).collect();
                Ok(Some(SheetRow { number: above + 1, record: csv::ByteRecord::new(), unknown }))
            }
            _ => Ok(row.map(|row| self.with_unknown(row))),
        }
    }

    fn read_row(&mut self) -> Result<Option<SheetRow>, BookFault> {
        let mut row = SheetRow::default();
        let mut last_column = None;
        while let Some(cell) = self.next_cell()? {
            let (above, column) = cell.place;
            let number = above.checked_add(1).filter(|number| *number <= MOST_ROWS);
            let number = number.ok_or(BookFault::TooMuch(Excess::Rows))?;
            if row.number != 0 && number != row.number {
                self.waiting = Some(cell);
                return Ok(Some(row));
            }
            if number < self.number || last_column.is_some_and(|last| column <= last) {
                return Err(BookFault::Disorder(number));
            }
            cell::write(&cell.value, self.is_1904, &mut self.text);
            let is_unknown = cell.is_unknown() && column < MOST_COLUMNS;
            if is_unknown {
                row.unknown.push(column);
                (row.number, self.number, last_column) = (number, number, Some(column));
            }
            if is_unknown || self.text.is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS {
                return Err(BookFault::TooWide(number));
            }
            if self.text.len() > LONGEST_CELL || row.record.as_slice().len() + self.text.len() > LONGEST_RECORD {
                return Err(BookFault::TooLong(number));
            }
            let room = self.room.checked_sub(self.text.len() as u64);
            self.room = room.ok_or(BookFault::TooMuch(Excess::Sheet))?;
            (row.number, self.number, last_column) = (number, number, Some(column));
            while row.record.len() < column as usize {
                row.record.push_field(b"");
            }
            row.record.push_field(self.text.as_bytes());
        }
        Ok((row.number != 0).then_some(row))
    }

    /// The row with its cells whose values cannot be known.
    fn with_unknown(&mut self, mut row: SheetRow) -> SheetRow {
        self.given = row.number;
        for column in self.unknown.of_row(row.number.saturating_sub(1)) {
            if !row.unknown.contains(&column) {
                row.unknown.push(column);
            }
        }
        row
    }

    fn next_cell(&mut self) -> Result<Option<ReadCell<'a>>, BookFault> {
        if let Some(cell) = self.waiting.take() {
            return Ok(Some(cell));
        }
        if self.ended {
            return Ok(None);
        }
        loop {
            match self.cells.next_cell_with_formula_metadata() {
                Ok(cell) => {
                    self.ended = cell.is_none();
                    let read = |cell: XlsxCellFormulaMetadataRecord<'a>| ReadCell {
                        place: cell.pos,
                        value: cell.value,
                        is_formula: cell.formula.is_some(),
                    };
                    return Ok(cell.map(read));
                }
                // An error that the reader does not know: where it is, is known already.
                Err(XlsxError::CellError(_)) if !self.unknown.unplaced => {}
                Err(XlsxError::CellError(_)) => return Err(BookFault::UnknownAfter(self.number)),
                Err(_) => return Err(BookFault::BrokenAt(self.number)),
            }
        }
    }
}
