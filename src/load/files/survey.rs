//! Which files there are, in read order.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file_name::{ending, file_name_of};
use super::input_file::InputFile;
use super::layout::FileState;
use crate::load::rows::reading::Reading;
use crate::load::rows::workbook::what_to_do;

/// The file name endings that are looked at in a folder.
const ENDINGS: [&str; 5] = ["csv", "txt", "dat", "tsv", "xlsx"];
/// A path of the command line that cannot be read at all.
#[derive(Debug)]
pub struct Unreadable {
    /// The path as given.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Finds the files that `paths` name, in read order, and recognises each by
/// its header; of workbooks, the sheet of this name.
pub fn survey(paths: &[PathBuf], sheet: Option<&str>, reading: &Reading) -> Result<Vec<InputFile>, Unreadable> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    // A file that is named is looked at, also where its folder would pass it over.
    let (folders, named): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    for path in named.into_iter().chain(folders) {
        let unreadable = |error| Unreadable { path: path.clone(), error };
        let found = if fs::metadata(path).map_err(unreadable)?.is_dir() {
            folder(path).map_err(unreadable)?
        } else {
            // What somebody asked for cannot be left out.
            let refused = || FileState::Refused("it is a pipe, socket or device: save it as a file first".to_owned());
            vec![(path.clone(), is_no_file(path).then(refused))]
        };
        all.extend(
            found.into_iter().filter(|(path, _)| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone()))),
        );
    }
    let looked_at = all.iter().filter(|(_, passed_over)| passed_over.is_none());
    reading.meter.begin(looked_at.map(|(path, _)| path.as_path()));
    let mut files: Vec<InputFile> =
        all.into_iter().map(|(path, passed_over)| InputFile::new(path, passed_over, sheet, reading)).collect();
    // Files without a time stamp first, then by time; ties by name, then path.
    files.sort_by(|a, b| {
        (a.time_stamp, a.name.as_bytes(), a.path.as_os_str()).cmp(&(
            b.time_stamp,
            b.name.as_bytes(),
            b.path.as_os_str(),
        ))
    });
    Ok(files)
}

/// The files of a folder, not of the folders in it, each with why it is passed
/// over, if it is.
fn folder(path: &Path) -> io::Result<Vec<(PathBuf, Option<FileState>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let ending = ending(&path);
        let not_read = what_to_do(&ending);
        if path.is_dir() || !(not_read.is_some() || ENDINGS.contains(&ending.as_str())) {
            continue;
        }
        let name = file_name_of(&path);
        let passed_over = if name.starts_with("~$") || name.starts_with('.') {
            Some(FileState::Skipped("a hidden or lock file of another program".to_owned()))
        } else if is_no_file(&path) {
            Some(FileState::NoFile)
        } else {
            not_read.map(|fault| FileState::Skipped(fault.to_string()))
        };
        files.push((path, passed_over));
    }
    Ok(files)
}

/// Whether there is something at a path that is no file. A broken link is
/// refused later, when it cannot be read.
fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}
