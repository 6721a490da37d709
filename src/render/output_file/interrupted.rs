//! What a run that was killed had begun is brought to its end.
//!
//! Each folder of a run has the journal before the first change is made, and
//! until the last is. So where every folder has it, all temporary files are
//! whole, and what is left is done; where one has none, and files are left that
//! have no place, nothing was to count yet, and all is put back as it was.

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::change::moment;
use super::fault::OutputFault;
use super::journal::{JOURNAL, JournalDocument, JournalEntry, open_left, read_journal};
use super::places::{OLD, PART, TEMPORARY, folder_of, temporary_in};
use crate::domain::Foreign;

/// What was done about a run that was killed.
#[derive(Debug, PartialEq, Eq)]
pub enum Finished {
    /// These files are in their places now, or gone as they were to be.
    Done(Vec<PathBuf>),
    /// It is as if it had never been.
    TakenBack(Vec<PathBuf>),
}

impl fmt::Display for Finished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, paths) = match self {
            Self::Done(paths) => ("had not ended its work on these files, which is done now", paths),
            Self::TakenBack(paths) => ("had not begun its work on these files, and left them as they were", paths),
        };
        let paths: Vec<String> = paths.iter().map(|path| Foreign::path(path).to_string()).collect();
        write!(f, "a run that was killed {what}: {}", paths.join(", "))
    }
}

/// Ends what a run that was killed had begun in this folder, and in the others
/// where it had; gives what was done, if anything had to be.
///
/// # Errors
/// When files were changed since, or cannot be.
pub fn finish_interrupted(folder: &Path) -> Result<Option<Finished>, OutputFault> {
    let path = folder.join(JOURNAL);
    let Some(file) = open_left(&path)? else { return Ok(None) };
    let document = read_journal(&file).filter(|document| is_sound(document) && is_own(&file, folder));
    let Some(document) = document else { return Err(OutputFault::Journal(path)) };
    // Locked in the order of the folders, as whoever makes them does.
    drop(file);
    let mut left: Vec<(File, PathBuf)> = Vec::new();
    for folder in &document.folders {
        let path = folder.join(JOURNAL);
        let Some(file) = open_left(&path)? else { continue };
        if read_journal(&file).is_some_and(|other| other.run == document.run) {
            left.push((file, path));
        }
    }
    if left.is_empty() {
        // Somebody else was faster.
        return Ok(None);
    }
    let paths = document.changes.iter().map(|change| change.path.clone()).collect();
    let has_waiting = document.changes.iter().any(is_waiting);
    let finished = if left.len() == document.folders.len() {
        let changed = document.changes.iter().filter(|change| is_changed(change));
        let changed: Vec<PathBuf> = changed.map(|change| change.path.clone()).collect();
        if !changed.is_empty() {
            return Err(OutputFault::Conflict(path, changed));
        }
        document.changes.iter().try_for_each(go_on).map_err(|error| OutputFault::Io(path.clone(), error))?;
        Some(Finished::Done(paths))
    } else if has_waiting {
        let back = document.changes.iter().rev().try_for_each(go_back);
        back.map_err(|error| OutputFault::Io(path.clone(), error))?;
        Some(Finished::TakenBack(paths))
    } else {
        // It had ended but for its journals.
        None
    };
    for (_, path) in &left {
        moment();
        fs::remove_file(path).map_err(|error| OutputFault::Io(path.clone(), error))?;
    }
    Ok(finished)
}

/// Whether a journal names nothing but files of its folders, by names that this program gives.
fn is_sound(document: &JournalDocument) -> bool {
    let begins = |path: &Path, ending: &str| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(TEMPORARY) && name.ends_with(ending)
    };
    let is_beside = |change: &JournalEntry, other: &Path| other.parent() == change.path.parent();
    document.folders.iter().all(|folder| folder.is_absolute())
        && document.changes.iter().all(|change| {
            let is_plain = change.path.file_name().is_some() && change.path.is_absolute();
            let in_folders = document.folders.iter().any(|folder| folder == folder_of(&change.path));
            let temporary = change.temporary.as_deref();
            let kept = change.kept.as_deref();
            is_plain
                && in_folders
                && temporary.is_none_or(|path| is_beside(change, path) && begins(path, PART))
                && kept.is_some_and(|path| is_beside(change, path) && begins(path, OLD))
        })
}

/// Whether the user who runs this wrote it.
#[cfg(unix)]
fn is_own(file: &File, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let mine = temporary_in(folder).and_then(|mine| mine.as_file().metadata());
    mine.is_ok_and(|mine| file.metadata().is_ok_and(|metadata| metadata.uid() == mine.uid()))
}

/// Elsewhere whoever may write to the folder is trusted.
#[cfg(not(unix))]
fn is_own(_: &File, folder: &Path) -> bool {
    temporary_in(folder).is_ok()
}

/// Whether a file waits for its place.
fn is_waiting(change: &JournalEntry) -> bool {
    change.temporary.as_deref().is_some_and(exists)
}

/// Whether something has come to the place of a file that waits, or what is to go is another file now.
fn is_changed(change: &JournalEntry) -> bool {
    let Ok(there) = fs::symlink_metadata(&change.path) else { return false };
    let same = !there.is_dir() && Some(there.len()) == change.before;
    match &change.temporary {
        Some(temporary) => exists(temporary) && !is_one_file(temporary, &change.path) && !(change.replaces && same),
        None => !same,
    }
}

/// Does what is left to be done.
fn go_on(change: &JournalEntry) -> io::Result<()> {
    match &change.temporary {
        // Two names of one file: it has its place.
        Some(temporary) if is_one_file(temporary, &change.path) => fs::remove_file(temporary)?,
        Some(temporary) if exists(temporary) => fs::rename(temporary, &change.path)?,
        Some(_) => {}
        None => gone(&change.path)?,
    }
    moment();
    change.kept.as_deref().map_or(Ok(()), gone)
}

/// Undoes what was done.
fn go_back(change: &JournalEntry) -> io::Result<()> {
    let kept = change.kept.as_deref().filter(|kept| exists(kept));
    let was_placed = change.temporary.is_some() && !is_waiting(change);
    match kept {
        Some(kept) if was_placed || !exists(&change.path) => fs::rename(kept, &change.path)?,
        Some(kept) => fs::remove_file(kept)?,
        None if was_placed && change.before.is_none() => gone(&change.path)?,
        None => {}
    }
    moment();
    change.temporary.as_deref().map_or(Ok(()), gone)
}

fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes a file that may not be there.
fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether two names are of one file.
#[cfg(unix)]
fn is_one_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |path| fs::symlink_metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()));
    inode(a).is_some() && inode(a) == inode(b)
}

/// Elsewhere a rename has no moment at which a file has both names.
#[cfg(not(unix))]
fn is_one_file(_: &Path, _: &Path) -> bool {
    false
}
