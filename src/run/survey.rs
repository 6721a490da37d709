//! The first step: which files there are, and what each one is.

use std::path::PathBuf;

use super::fault::RunFault;
use crate::load::{Reading, Survey};

/// Where the files are.
#[derive(Clone, Copy, Default)]
pub struct Paths<'a> {
    /// Files and folders of the extract.
    pub data: &'a [PathBuf],
    /// Files named as practice lists; with any, those inside the data are ignored.
    pub practices: &'a [PathBuf],
    /// The sheet to read of the workbooks of the data, where one is named.
    pub sheet: Option<&'a str>,
}

/// Finds and recognises the files.
///
/// # Errors
/// A path that cannot be read at all.
pub fn survey(paths: Paths<'_>, reading: Reading) -> Result<Survey, RunFault> {
    Survey::of(paths.data, paths.practices, paths.sheet, reading).map_err(RunFault::Unreadable)
}
