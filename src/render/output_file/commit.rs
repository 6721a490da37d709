//! The changes of a run: all of them made, or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::backup::Backup;
use super::change::{FileChange, moment};
use super::fault::OutputFault;
use super::journal::{JournalDraft, JournalEntry};
use super::places::is_no_file;
use super::temp_registry::hold_commits;

/// What was done, and what was there before.
struct Undo {
    path: PathBuf,
    backup: Option<Backup>,
}

/// What the system refused; the temporary file is kept until the journals are gone.
struct FailedChange {
    path: PathBuf,
    error: io::Error,
    temporary: Option<NamedTempFile>,
}

impl FailedChange {
    const fn of(path: PathBuf, error: io::Error, temporary: Option<NamedTempFile>) -> Self {
        Self { path, error, temporary }
    }
}

/// Makes every change, or none.
///
/// Where there are several, a journal of them lies in each folder from before
/// the first until after the last: see `interrupted`.
pub fn commit(changes: Vec<FileChange>) -> Result<(), OutputFault> {
    let draft = JournalDraft::of(&changes)?;
    let _interruptions_wait = hold_commits();
    let (journals, entries) = draft.publish()?;
    moment();
    let mut done: Vec<Undo> = Vec::with_capacity(changes.len());
    let mut changes = changes.into_iter();
    for entry in &entries {
        let Some(change) = changes.next() else { break };
        let made = match change {
            FileChange::Place { temporary, path, replaces } => place(temporary, path, replaces, entry),
            FileChange::Remove(path) => remove(path, entry),
        };
        moment();
        match made {
            Ok(undo) => done.push(undo),
            Err(refusal) => {
                // A run that is killed from here on is taken back by the next one.
                drop(journals);
                let fault = take_back(done, refusal.path, refusal.error);
                drop((refusal.temporary, changes));
                return Err(fault);
            }
        }
    }
    // The former files are kept no longer; then nothing is left to be done.
    for undo in done {
        drop(undo);
        moment();
    }
    drop(journals);
    Ok(())
}

/// Puts one file in its place.
fn place(temporary: NamedTempFile, path: PathBuf, replaces: bool, entry: &JournalEntry) -> Result<Undo, FailedChange> {
    if !replaces || fs::symlink_metadata(&path).is_err() {
        return match temporary.persist_noclobber(&path) {
            Ok(_) => Ok(Undo { path, backup: None }),
            Err(fault) => Err(FailedChange::of(path, fault.error, Some(fault.file))),
        };
    }
    if is_no_file(&path) {
        let error = io::Error::other("a folder, device or pipe has taken its place");
        return Err(FailedChange::of(path, error, Some(temporary)));
    }
    // A change by itself is made by one rename: nothing has to be kept for it.
    let backup = match entry.kept.as_deref().map(|kept| Backup::of(&path, kept)).transpose() {
        Ok(backup) => backup,
        Err(error) => return Err(FailedChange::of(path, error, Some(temporary))),
    };
    moment();
    match temporary.persist(&path) {
        Ok(_) => Ok(Undo { path, backup }),
        Err(fault) => {
            // Where the former file was moved away, it goes back; failing that, it stays under its other name.
            drop(backup.map(|backup| backup.restore_if_missing(&path)));
            Err(FailedChange::of(path, fault.error, Some(fault.file)))
        }
    }
}

/// Takes one file away.
fn remove(path: PathBuf, entry: &JournalEntry) -> Result<Undo, FailedChange> {
    let gone = |path: &Path| {
        let backup = entry.kept.as_deref().map(|kept| Backup::of(path, kept)).transpose()?;
        moment();
        match fs::remove_file(path) {
            // Where there are no hard links, it was moved away.
            Err(error) if error.kind() == io::ErrorKind::NotFound && backup.is_some() => Ok(backup),
            removed => removed.map(|()| backup),
        }
    };
    match gone(&path) {
        Ok(backup) => Ok(Undo { path, backup }),
        Err(error) => Err(FailedChange::of(path, error, None)),
    }
}

/// Undoes what was done already.
fn take_back(done: Vec<Undo>, path: PathBuf, error: io::Error) -> OutputFault {
    let mut left = Vec::new();
    for Undo { path, backup } in done.into_iter().rev() {
        let put_back = match backup {
            Some(backup) => backup.restore(&path),
            None => fs::remove_file(&path),
        };
        if put_back.is_err() {
            left.push(path);
        }
    }
    match error.kind() {
        _ if !left.is_empty() => OutputFault::Stuck(path, error, left),
        io::ErrorKind::AlreadyExists => OutputFault::Exists(path),
        _ => OutputFault::Io(path, error),
    }
}
