//! How files are read, whatever is in them.

use super::meter::Meter;

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
