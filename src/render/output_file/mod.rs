//! Files that are either whole or not there.
//!
//! Each file is written to a temporary file beside its place (readable by its
//! owner only, where the system has modes), synced, and renamed when every
//! file of the run is ready. Nothing is overwritten unless asked for, and what
//! is overwritten is kept until every file has its place: where one cannot
//! have it, those before it are as they were. Of a run that is killed between
//! two renames, a journal says what was to be done: the next run does it.

mod backup;
mod change;
mod commit;
mod fault;
mod interrupted;
mod journal;
mod places;
pub mod temp_registry;

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use change::FileChange;
use commit::commit;
pub use fault::OutputFault;
pub use interrupted::{Finished, finish_interrupted};
pub use journal::is_open_at;
pub use places::{OLD, PART, TEMPORARY};
use places::{folder_of, is_no_file, is_same_place, temporary_in};

/// A file to be written.
#[derive(Clone)]
pub struct OutputFile {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for OutputFile {
    /// Never prints what is written: it may be names and numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutputFile({} bytes)", self.bytes.len())
    }
}

/// What is added to the end of a file.
#[derive(Clone)]
pub struct Addition {
    /// The file; it is made if it is not there.
    pub path: PathBuf,
    /// What it held when it was read, nothing if it was not there.
    pub before: Vec<u8>,
    /// What stands in place of that from now on.
    pub kept: Vec<u8>,
    /// What stands between that and all that the run adds, such as headings.
    pub joint: Vec<u8>,
    /// What is added.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Addition {
    /// Never prints what is added: it may be numbers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Addition({} bytes)", self.bytes.len())
    }
}

/// A file that is ready to take its place.
struct Ready {
    temporary: NamedTempFile,
    path: PathBuf,
    /// Whether a file that is there may be replaced.
    replaces: bool,
    /// What the file must hold still, if it is one that is added to.
    before: Option<Vec<u8>>,
}

/// Files of a run that are being made beside their places.
pub struct Staging {
    force: bool,
    ready: Vec<Ready>,
    removed: Vec<PathBuf>,
}

impl Staging {
    /// No files yet; `force` allows files that exist to be replaced.
    #[must_use]
    pub const fn new(force: bool) -> Self {
        Self { force, ready: Vec::new(), removed: Vec::new() }
    }

    /// Starts a file: what is written to it appears at `path` only with [`Staging::commit`].
    pub fn create(&mut self, path: &Path) -> Result<fs::File, OutputFault> {
        if !self.force && fs::symlink_metadata(path).is_ok() && !is_no_file(path) {
            return Err(OutputFault::Exists(path.to_owned()));
        }
        self.start(path, self.force, None)
    }

    /// Adds to the end of a file with [`Staging::commit`], after what the run
    /// has added to it already. A link is followed.
    pub fn add(&mut self, addition: &Addition) -> Result<(), OutputFault> {
        let path = fs::canonicalize(&addition.path).unwrap_or_else(|_| addition.path.clone());
        let fault = |error| OutputFault::Io(path.clone(), error);
        let Addition { before, kept, joint, bytes, .. } = addition;
        let same = |ready: &&mut Ready| ready.before.as_ref() == Some(before) && is_same_place(&ready.path, &path);
        if let Some(ready) = self.ready.iter_mut().find(same) {
            return ready.temporary.write_all(bytes).map_err(fault);
        }
        let mut file = self.start(&path, true, Some(before.clone()))?;
        [kept, joint, bytes].into_iter().try_for_each(|part| file.write_all(part)).map_err(fault)
    }

    /// Takes a file of an earlier run away with [`Staging::commit`].
    pub fn remove(&mut self, path: &Path) -> Result<(), OutputFault> {
        if is_no_file(path) {
            return Err(OutputFault::NotAFile(path.to_owned()));
        }
        if self.is_named(path) {
            return Err(OutputFault::Twice(path.to_owned()));
        }
        self.removed.push(path.to_owned());
        Ok(())
    }

    fn is_named(&self, path: &Path) -> bool {
        let named = self.ready.iter().map(|ready| &ready.path).chain(&self.removed);
        named.into_iter().any(|named| is_same_place(named, path))
    }

    fn start(&mut self, path: &Path, replaces: bool, before: Option<Vec<u8>>) -> Result<fs::File, OutputFault> {
        if is_no_file(path) {
            return Err(OutputFault::NotAFile(path.to_owned()));
        }
        if self.is_named(path) {
            return Err(OutputFault::Twice(path.to_owned()));
        }
        let fault = |error| OutputFault::Io(path.to_owned(), error);
        let temporary = temporary_in(folder_of(path)).map_err(fault)?;
        let file = temporary.as_file().try_clone().map_err(fault)?;
        self.ready.push(Ready { temporary, path: path.to_owned(), replaces, before });
        Ok(file)
    }

    /// Puts every file in its place, or none.
    pub fn commit(self) -> Result<(), OutputFault> {
        for Ready { temporary, path, before, .. } in &self.ready {
            temporary.as_file().sync_all().map_err(|error| OutputFault::Io(path.clone(), error))?;
            if before.as_ref().is_some_and(|before| !holds(path, before)) {
                return Err(OutputFault::Changed(path.clone()));
            }
        }
        let placed = self.ready.into_iter().map(|ready| {
            let Ready { temporary, path, replaces, .. } = ready;
            FileChange::Place { temporary, path, replaces }
        });
        commit(placed.chain(self.removed.into_iter().map(FileChange::Remove)).collect())
    }
}

/// Whether a file holds these bytes; one that is not there holds none.
fn holds(path: &Path, before: &[u8]) -> bool {
    match fs::read(path) {
        Ok(bytes) => bytes == before,
        Err(error) => error.kind() == io::ErrorKind::NotFound && before.is_empty(),
    }
}

/// Makes all of `files` and `additions` beside their places: what
/// [`Staging::commit`] then puts there, or nothing. The files of `removed` go
/// in the same step.
pub fn stage_files(
    files: &[OutputFile],
    additions: &[Addition],
    removed: &[PathBuf],
    force: bool,
) -> Result<Staging, OutputFault> {
    let mut staging = Staging::new(force);
    removed.iter().try_for_each(|path| staging.remove(path))?;
    for file in files {
        let mut handle = staging.create(&file.path)?;
        handle.write_all(&file.bytes).map_err(|error| OutputFault::Io(file.path.clone(), error))?;
    }
    for addition in additions {
        staging.add(addition)?;
    }
    Ok(staging)
}

#[cfg(test)]
mod tests;
