//! What a run was made from: enough to run it again.

use chrono::{DateTime, Utc};

/// What a data source tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceOf {
    /// Registered patients.
    Patients,
    /// The published list of immunosuppressed patients.
    Immunosuppressed,
    /// Vaccination events, or whatever a `sources` file names.
    Vaccinations,
}

/// One data source and when it was last refreshed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSource {
    /// Its name: the supplier's, or that of the `sources` file.
    pub source: String,
    /// The file that comes from it, or that names it.
    pub file: String,
    /// Rows read, where the file comes from it.
    pub rows: Option<u64>,
    /// When it was last refreshed.
    pub refreshed: Option<DateTime<Utc>>,
    /// What it tells of.
    pub of: SourceOf,
}

impl DataSource {
    /// The name of a source that no file name and no `sources` file tells.
    pub const NOT_KNOWN: &str = "not known";
}

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
