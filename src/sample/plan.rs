//! What sample to make, and what was made.

use chrono::NaiveDate;

/// What sample to make.
#[derive(Debug, Clone, Copy)]
pub struct SamplePlan {
    /// Patient rows of the listed practices (a few people have two).
    pub patients: u32,
    /// Practices, 1 to 50,000; a list of five or more has one more, without the activity code.
    pub practices: u16,
    /// What every random number follows from.
    pub seed: u64,
    /// The date that the sample is as at: 08/12/2020 to 31/12/2035.
    pub as_at: NaiveDate,
}

/// A file of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleFile {
    /// Its name.
    pub name: String,
    /// Rows below the header.
    pub rows: u64,
    /// Bytes.
    pub bytes: u64,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleSummary {
    /// The files, in the order of [`super::sample_file_names`].
    pub files: Vec<SampleFile>,
    /// Patient rows, those of other practices included.
    pub patient_rows: u64,
    /// Vaccination rows of all files.
    pub vaccination_rows: u64,
}
