//! Which files there are, in read order.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::endings::why_not_read;
use super::file_name::{ending, file_name_of, time_stamp};
use super::input_file::InputFile;
use super::known::KnownHeaders;
use super::layout::FileState;
use super::own_text::own_text;
use super::sheets::Wanted;
use crate::load::rows::reading::Reading;

/// A path of the command line that cannot be read at all.
#[derive(Debug)]
pub struct Unreadable {
    /// The path as given.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Finds the files that `paths` name, in read order, and recognises each by
/// its header; of workbooks, the sheets that are wanted.
pub fn survey(
    paths: &[PathBuf],
    wanted: Wanted<'_>,
    headers: &KnownHeaders,
    reading: &Reading,
) -> Result<Vec<InputFile>, Unreadable> {
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
    // Files without a time stamp first, then by time; ties by name, then path.
    all.sort_by_cached_key(|(path, _)| {
        let name = file_name_of(path);
        (time_stamp(&name), name.into_bytes(), path.as_os_str().to_owned())
    });
    // The sheets of a workbook stay in their order.
    let looked_at =
        all.into_iter().flat_map(|(path, passed_over)| InputFile::at(&path, passed_over, wanted, headers, reading));
    Ok(looked_at.collect())
}

/// The files of a folder, not of the folders in it, each with why it is passed
/// over, if it is.
fn folder(path: &Path) -> io::Result<Vec<(PathBuf, Option<FileState>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() {
            continue;
        }
        let (ending, name) = (ending(&path), file_name_of(&path));
        let not_read = why_not_read(&ending);
        let passed_over = if name.starts_with("~$") || name.starts_with('.') {
            Some(FileState::Skipped("a hidden or lock file of another program".to_owned()))
        } else if is_no_file(&path) {
            Some(FileState::NoFile)
        } else {
            // A report in a form that is not read is known all the same.
            not_read.map(|why| own_text(&path).unwrap_or(FileState::Skipped(why)))
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
