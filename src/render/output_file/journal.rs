//! What a run is about to do to its files, for the run that comes after it if
//! it is killed meanwhile.
//!
//! The same journal lies in every folder of a run while its files are put in
//! their places. It is locked as long as the run lives, so that two runs never
//! change the files of one folder at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::change::{FileChange, moment};
use super::fault::OutputFault;
use super::places::{OLD, folder_of, temporary_in};

/// Its name in each folder.
pub const JOURNAL: &str = ".vaxdash-journal.json";
const SCHEMA: &str = "vaxdash.journal/1";
/// It is never longer, in bytes.
const LONGEST: u64 = 64 << 20;
/// How often another run is waited for, and for how long each time.
const TURNS: u32 = 3000;
const PAUSE: Duration = Duration::from_millis(20);

/// A change, as the journal has it.
#[derive(Debug, Serialize, Deserialize)]
pub struct JournalEntry {
    /// The file that is placed or removed.
    pub path: PathBuf,
    /// What takes its place; nothing where it is removed.
    pub temporary: Option<PathBuf>,
    /// Where the former file is kept meanwhile.
    pub kept: Option<PathBuf>,
    /// The length of the former file, if there is one.
    pub before: Option<u64>,
    /// Whether a former file may be replaced.
    pub replaces: bool,
}

/// The changes of a run.
#[derive(Debug, Serialize, Deserialize)]
pub struct JournalDocument {
    schema: String,
    /// What no other run has.
    pub run: PathBuf,
    /// Where a journal of the run lies, in the order in which they are made.
    pub folders: Vec<PathBuf>,
    /// Its changes, in their order.
    pub changes: Vec<JournalEntry>,
}

/// Journals that are written, and not in their places.
pub struct JournalDraft {
    drafts: Vec<(NamedTempFile, PathBuf)>,
    entries: Vec<JournalEntry>,
}

/// Journals in their places; they go when this is dropped.
pub struct Journals(Vec<(File, PathBuf)>);

impl JournalDraft {
    /// The journals of these changes; none for a change by itself, which is
    /// made at once or not at all.
    pub fn of(changes: &[FileChange]) -> Result<Self, OutputFault> {
        let mut entries = changes.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        let mut folders: Vec<PathBuf> = entries.iter().map(|entry| folder_of(&entry.path).to_owned()).collect();
        folders.sort();
        folders.dedup();
        if changes.len() < 2 {
            return Ok(Self { drafts: Vec::new(), entries });
        }
        let mut drafts = Vec::with_capacity(folders.len());
        for folder in &folders {
            let draft = temporary_in(folder).map_err(|error| unwritten(&entries, folder, error))?;
            drafts.push((draft, folder.clone()));
        }
        let Some(run) = drafts.first().map(|(draft, _)| draft.path().to_owned()) else {
            return Ok(Self { drafts, entries });
        };
        let name = run.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (place, entry) in entries.iter_mut().enumerate() {
            entry.kept = Some(folder_of(&entry.path).join(format!("{name}-{place}{OLD}")));
        }
        let document = JournalDocument { schema: SCHEMA.to_owned(), run, folders, changes: entries };
        let bytes = serde_json::to_vec(&document);
        let JournalDocument { changes: entries, .. } = document;
        // Names that are no text cannot be written down.
        let Ok(bytes) = bytes else { return Ok(Self { drafts: Vec::new(), entries }) };
        for (draft, folder) in &mut drafts {
            let written = draft.write_all(&bytes).and_then(|()| draft.as_file().sync_all());
            written.map_err(|error| unwritten(&entries, folder, error))?;
            // Where there are no locks, the journal helps all the same.
            drop(draft.as_file().try_lock());
        }
        Ok(Self { drafts, entries })
    }

    /// Puts the journals in their places, in the order of their folders, so
    /// that no two runs wait for each other.
    pub fn publish(self) -> Result<(Journals, Vec<JournalEntry>), OutputFault> {
        let mut journals = Journals(Vec::with_capacity(self.drafts.len()));
        for (mut draft, folder) in self.drafts {
            let path = folder.join(JOURNAL);
            let file = loop {
                moment();
                match draft.persist_noclobber(&path) {
                    Ok(file) => break file,
                    Err(fault) if fault.error.kind() == io::ErrorKind::AlreadyExists => draft = fault.file,
                    Err(fault) => return Err(OutputFault::Io(path, fault.error)),
                }
                if open_left(&path)?.is_some() {
                    return Err(OutputFault::Unfinished(path));
                }
            };
            journals.0.push((file, path));
        }
        Ok((journals, self.entries))
    }
}

impl Drop for Journals {
    fn drop(&mut self) {
        for (_, path) in &self.0 {
            moment();
            drop(fs::remove_file(path));
        }
    }
}

/// Without a journal no file is written: it is told of the first of its folder.
fn unwritten(entries: &[JournalEntry], folder: &Path, error: io::Error) -> OutputFault {
    let first = entries.iter().map(|entry| &entry.path).find(|path| folder_of(path) == folder);
    OutputFault::Io(first.cloned().unwrap_or_else(|| folder.join(JOURNAL)), error)
}

/// A change as it is written down.
fn entry(change: &FileChange) -> Result<JournalEntry, OutputFault> {
    let whole = |path: &Path| {
        let folder = fs::canonicalize(folder_of(path)).map_err(|error| OutputFault::Io(path.to_owned(), error))?;
        Ok(folder.join(path.file_name().unwrap_or_default()))
    };
    let (path, temporary, replaces) = match change {
        FileChange::Place { temporary, path, replaces } => (path, Some(whole(temporary.path())?), *replaces),
        FileChange::Remove(path) => (path, None, true),
    };
    let before = fs::symlink_metadata(path).ok().map(|metadata| metadata.len());
    Ok(JournalEntry { path: whole(path)?, temporary, kept: None, before, replaces })
}

/// Opens the journal of a run that was killed, and locks it; waits as long as
/// the run lives. `None` where there is none.
pub fn open_left(path: &Path) -> Result<Option<File>, OutputFault> {
    let fault = |error| OutputFault::Io(path.to_owned(), error);
    for _ in 0..TURNS {
        let file = match fs::OpenOptions::new().read(true).write(true).open(path) {
            Ok(file) => file,
            // Below a file there is none either.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) => return Err(fault(error)),
        };
        match file.try_lock() {
            Ok(()) if is_open_at(&file, path) => return Ok(Some(file)),
            // It went meanwhile, and another one may have come.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
    }
    Err(OutputFault::Busy(path.to_owned()))
}

/// Reads a journal; `None` if it is none of this program.
pub fn read_journal(file: &File) -> Option<JournalDocument> {
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok().filter(|document: &JournalDocument| document.schema == SCHEMA)
}

/// Whether an open file is still the one of this path.
#[must_use]
pub fn is_open_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (open.dev(), open.ino()) == (there.dev(), there.ino())
    }
    #[cfg(not(unix))]
    {
        open.is_file() && there.is_file()
    }
}
