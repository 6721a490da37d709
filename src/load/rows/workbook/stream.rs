//! The rows of a sheet, read in a thread of their own.
//!
//! The reader of cells borrows the open workbook; here it lives beside it on
//! the stack of the thread, and rows come over in batches. It also keeps a
//! reader's panic from being more than a damaged workbook. Where the system gives
//! no thread, the sheet is read at once and its rows are kept.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel, sync_channel};
use std::thread;
use std::vec;

use super::fault::BookFault;
use super::sheet::{Book, SheetRow, SheetSource};
use crate::load::rows::limits::LARGEST_SHEET;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;

/// A batch is full with so many rows, or so many bytes.
const BATCH_ROWS: usize = 256;
const BATCH_BYTES: usize = 1 << 18;
/// So many batches wait to be read.
const WAITING: usize = 2;

/// Rows, or why there are no more; no rows at the end of the sheet.
type Batch = Result<Vec<SheetRow>, BookFault>;

/// The rows of one sheet.
pub struct SheetRows {
    batches: Option<Receiver<Batch>>,
    batch: vec::IntoIter<SheetRow>,
    current: SheetRow,
}

impl SheetRows {
    /// Opens a sheet of a workbook that has been recognised. What is wrong with
    /// the workbook shows when the rows are read.
    #[must_use]
    pub fn open(path: &Path, sheet: &SheetSource, meter: &'static Meter) -> Self {
        let (sender, batches) = sync_channel(WAITING);
        let (its_path, its_sheet) = (path.to_owned(), sheet.clone());
        let send = move |batch| sender.send(batch).is_ok();
        let thread = thread::Builder::new().name("workbook".to_owned());
        let batches = if thread.spawn(move || read(&its_path, &its_sheet, meter, &send)).is_ok() {
            batches
        } else {
            let (sender, batches) = channel();
            let send = move |batch| sender.send(batch).is_ok();
            // A panic shows as an end that never came.
            drop(catch_unwind(AssertUnwindSafe(|| read(path, sheet, meter, &send))));
            batches
        };
        Self { batches: Some(batches), batch: Vec::new().into_iter(), current: SheetRow::default() }
    }

    /// Rows that are in memory already.
    #[must_use]
    pub fn held(rows: Vec<SheetRow>) -> Self {
        Self { batches: None, batch: rows.into_iter(), current: SheetRow::default() }
    }

    /// Goes on to the next row; `false` at the end of the sheet.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        loop {
            if let Some(row) = self.batch.next() {
                self.current = row;
                return Ok(true);
            }
            let Some(batches) = &self.batches else { return Ok(false) };
            // A thread that ended without an end has panicked.
            let batch = batches.recv().unwrap_or(Err(BookFault::BrokenAt(self.current.number)))?;
            if batch.is_empty() {
                self.batches = None;
            }
            self.batch = batch.into_iter();
        }
    }

    /// The row that [`SheetRows::advance`] reached.
    #[must_use]
    pub fn row(&self) -> Row<'_> {
        Row::new(&self.current.record, self.current.number).without(&self.current.unknown)
    }
}

/// Sends the rows of a sheet, then an empty batch. Nobody listening, which
/// `send` says, is the end too.
fn read(path: &Path, sheet: &SheetSource, meter: &'static Meter, send: &dyn Fn(Batch) -> bool) {
    let last = send_rows(path, sheet, meter, send).map(|()| Vec::new());
    send(last);
}

fn send_rows(
    path: &Path,
    sheet: &SheetSource,
    meter: &'static Meter,
    send: &dyn Fn(Batch) -> bool,
) -> Result<(), BookFault> {
    let mut book = Book::open(path, meter)?;
    // The sheets of a workbook share what may be read of it.
    let sheets = u64::try_from(book.sheets().len().max(1)).unwrap_or(1);
    let mut rows = book.rows(sheet, LARGEST_SHEET / sheets)?;
    let (mut batch, mut bytes) = (Vec::with_capacity(BATCH_ROWS), 0);
    while let Some(row) = rows.next_row()? {
        bytes += row.record.as_slice().len();
        batch.push(row);
        if batch.len() == BATCH_ROWS || bytes > BATCH_BYTES {
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH_ROWS));
            if !send(Ok(full)) {
                return Ok(());
            }
            bytes = 0;
        }
    }
    if !batch.is_empty() {
        send(Ok(batch));
    }
    Ok(())
}
