//! Reading a large file in parts, which may be read at the same time.

use super::blocks;
use super::data_rows::RowCount;
use super::encoding::{Bytes, Encoding};
use super::file_fault::FileFault;
use super::meter::Meter;
use super::row::{Cut, Row};
use crate::load::files::survey::{InputFile, Layout};

/// How the files of a run are read: what of it shows in an answer is nothing
/// but the time it takes.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// How many threads read a large file.
    pub threads: usize,
    /// The bytes of a block; 0 leaves every row to the csv crate.
    pub block: usize,
    /// Whether the SHA-256 of every file is worked out.
    pub digests: bool,
    /// Whether every byte of a file is examined before any row is read,
    /// instead of meanwhile.
    pub examines_first: bool,
    /// Counts the bytes that are read.
    pub meter: &'static Meter,
}

impl Default for Reading {
    fn default() -> Self {
        Self { threads: 1, block: 256 << 10, digests: true, examines_first: false, meter: Meter::unseen() }
    }
}

/// What a kind of file makes of its rows.
///
/// Rows are given out in parts. Those of a part come in order, but nothing is
/// known of the parts before it: its numbers start anew, and it is put in its
/// place when all before it are in theirs.
pub trait Scan: Sync {
    /// What a part of the rows leaves.
    type Part: Default + Send;

    /// Adds a row to its part. The number of the row is counted within the part.
    ///
    /// # Errors
    /// What refuses the file; nothing after this row counts.
    fn row(&self, row: &Row<'_>, part: &mut Self::Part) -> Result<(), FileFault>;
}

/// Takes the parts of a file in order, each with the number of the row before it.
pub type Merge<'a, P> = dyn FnMut(P, u32) + Send + 'a;

/// A file that was read to its end.
pub struct ReadFile {
    /// Its rows.
    pub count: RowCount,
    /// What its bytes are, where that was found out meanwhile.
    pub bytes: Option<Bytes>,
}

/// So many rows of a file that is read row by row make a part.
const ROWS_OF_A_PART: u32 = 4096;

impl InputFile {
    /// Gives every row below the header that is a row read to `scan`, and what
    /// it makes of them to `merge`, part by part.
    ///
    /// # Errors
    /// What refuses the file. What the rows before it left has gone to `merge`.
    pub fn scan<S: Scan>(
        &self,
        layout: &Layout,
        reading: &Reading,
        scan: &S,
        merge: &mut Merge<'_, S::Part>,
    ) -> Result<ReadFile, FileFault> {
        match (&layout.cut, self.encoding) {
            (Cut::Text(delimiter), Some(Encoding::Utf8 | Encoding::DamagedUtf8(_))) if reading.block > 0 => {
                let read = blocks::read(&self.path, *delimiter, layout.below(), reading, scan, merge)?;
                Ok(ReadFile { count: read.count, bytes: Some(read.bytes) })
            }
            _ => self.scan_rows(layout, reading, scan, merge),
        }
    }

    /// The same, row by row.
    fn scan_rows<S: Scan>(
        &self,
        layout: &Layout,
        reading: &Reading,
        scan: &S,
        merge: &mut Merge<'_, S::Part>,
    ) -> Result<ReadFile, FileFault> {
        let mut rows = self.rows(layout, reading.meter)?;
        let (mut part, mut taken) = (S::Part::default(), 0);
        let ended = loop {
            match rows.advance() {
                Ok(true) => {}
                Ok(false) => break Ok(()),
                Err(fault) => break Err(fault.into()),
            }
            if let Err(fault) = scan.row(&rows.row(), &mut part) {
                break Err(fault);
            }
            taken += 1;
            if taken == ROWS_OF_A_PART {
                merge(std::mem::take(&mut part), 0);
                taken = 0;
            }
        };
        merge(part, 0);
        ended.map(|()| ReadFile { count: rows.count(), bytes: None })
    }
}
