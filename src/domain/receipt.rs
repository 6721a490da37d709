//! What a run was made from: enough to run it again.

use chrono::{DateTime, Utc};

/// One input file, as the receipt names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// File name without folder.
    pub file: String,
    /// Its kind, or `unrecognised`, `refused`, `skipped`.
    pub kind: &'static str,
    /// Why it was refused or skipped, or what its header is; else empty.
    pub remark: String,
    /// Rows read, where it was read.
    pub rows: Option<u64>,
    /// SHA-256 in hexadecimal, or empty.
    pub sha256: String,
    /// Text encoding.
    pub encoding: String,
    /// Delimiter in words.
    pub delimiter: &'static str,
    /// The time stamp in the file's name.
    pub refreshed: Option<DateTime<Utc>>,
}
