//! The first step: which files there are, and what each one is.

use std::path::PathBuf;

use super::fault::RunFault;
use crate::load::{KnownHeaders, Reading, Survey};

/// Where the files are.
#[derive(Clone, Copy, Default)]
pub struct Paths<'a> {
    /// Files and folders of the extract.
    pub data: &'a [PathBuf],
    /// Files named as practice lists; with any, those inside the data are ignored.
    pub practices: &'a [PathBuf],
    /// The sheet to read of the workbooks of the data, where one is named.
    pub sheet: Option<&'a str>,
    /// What is known of headers beside the built-in table.
    pub headers: Option<&'a KnownHeaders>,
}

/// Finds and recognises the files.
///
/// # Errors
/// A path that cannot be read at all.
pub fn survey(paths: Paths<'_>, reading: Reading) -> Result<Survey, RunFault> {
    let headers = paths.headers.cloned().unwrap_or_default();
    Survey::of(paths.data, paths.practices, paths.sheet, headers, reading).map_err(RunFault::Unreadable)
}
