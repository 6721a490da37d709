//! Where a block is, and what it holds.

use crate::load::rows::body_rules::RowCount;
use crate::load::rows::encoding::Sequences;
use crate::load::rows::file_fault::FileFault;

/// Where a block begins and ends in the file. Its lines are those that begin in it.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// Its first byte.
    pub from: u64,
    /// The byte after its last.
    pub to: u64,
    /// Whether a line begins with its first byte for certain.
    pub is_certain: bool,
    /// Whether it is the first block below the header.
    pub is_first: bool,
}

/// No place in a file: a block that says so is read again in its turn.
pub const NOWHERE: u64 = u64::MAX;

/// What a block holds.
pub struct Found<P> {
    /// Where its first line begins in the file; [`NOWHERE`] if that could not be guessed.
    pub start: u64,
    /// Where its last line ends.
    pub end: u64,
    /// How many lines it has.
    pub lines: u32,
    /// What its rows left.
    pub part: P,
    /// How many rows they are.
    pub count: RowCount,
    /// The characters of its text that are not ASCII.
    pub sequences: Sequences,
    /// Whether a NUL byte was seen.
    pub has_nul: bool,
    /// Why nothing after its last line can be read.
    pub fault: Option<FileFault>,
}
