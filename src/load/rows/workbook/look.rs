//! The first rows of every sheet, to recognise a workbook by.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::archive;
use super::fault::BookFault;
use super::sheet::{Book, SheetReader, SheetRow, SheetSource};
use crate::load::rows::limits::HEADER_WITHIN;
use crate::load::rows::limits::{LARGEST_SHEET, LARGEST_TOP};
use crate::load::rows::meter::Meter;

/// The first rows of a sheet.
pub struct SheetTop {
    /// The sheet.
    pub source: SheetSource,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The rows in which the header must be.
    pub rows: Vec<SheetRow>,
}

/// What a look at a workbook shows.
pub struct WorkbookTop {
    /// Its sheets, in order.
    pub sheets: Vec<SheetTop>,
    /// Whether rows of any sheet are hidden.
    pub hidden_rows: bool,
}

/// Looks at a workbook: at its archive, then at the top of each sheet. Where
/// none of them is `known`, every sheet is read to its end: a workbook that
/// cannot be read might be the one that matters.
///
/// # Errors
/// Where the workbook cannot be read, or is more than may be.
pub fn look(path: &Path, known: impl Fn(&SheetTop) -> bool) -> Result<WorkbookTop, BookFault> {
    // A reader that panics has met a damaged workbook.
    catch_unwind(AssertUnwindSafe(|| look_at(path, known))).unwrap_or(Err(BookFault::Broken))
}

fn look_at(path: &Path, known: impl Fn(&SheetTop) -> bool) -> Result<WorkbookTop, BookFault> {
    let examined = archive::examine(path)?;
    let hidden_rows = examined.hidden_rows;
    let mut book = Book::open(path, Meter::unseen())?;
    let (mut sheets, mut room) = (Vec::new(), LARGEST_SHEET);
    for (index, (name, hidden)) in book.sheets() {
        let source = SheetSource { name, unknown: examined.unknown(index, book.count()) };
        let mut reader = book.rows(&source, room)?;
        let rows = top(&mut reader)?;
        room = reader.room;
        sheets.push(SheetTop { source, hidden, rows });
    }
    if !sheets.iter().any(known) {
        for sheet in &sheets {
            let mut rows = book.rows(&sheet.source, room)?;
            while rows.next_row()?.is_some() {}
            room = rows.room;
        }
    }
    Ok(WorkbookTop { sheets, hidden_rows })
}

/// The rows of a sheet in which a header counts.
fn top(sheet: &mut SheetReader<'_>) -> Result<Vec<SheetRow>, BookFault> {
    let (mut rows, mut bytes) = (Vec::new(), 0);
    while let Some(row) = sheet.next_row()? {
        bytes += row.record.as_slice().len();
        if row.number > HEADER_WITHIN || bytes > LARGEST_TOP {
            break;
        }
        rows.push(row);
    }
    Ok(rows)
}
