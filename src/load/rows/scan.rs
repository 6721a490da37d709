//! What is made of the rows of a large file, in parts that may be read at the same time.

use super::body_rules::RowCount;
use super::encoding::Bytes;
use super::file_fault::FileFault;
use super::row::Row;

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

    /// Adds a row whose cells stand under the wrong headings: it is counted and
    /// rejected, and nothing of it is believed.
    fn shifted(&self, row: &Row<'_>, part: &mut Self::Part);
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
