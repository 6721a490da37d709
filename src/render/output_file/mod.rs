//! Files that are either whole or not there.
//!
//! Each file is written to a temporary file beside its place (readable by its
//! owner only, where the system has modes), synced, and renamed when every
//! file of the run is ready. Nothing is overwritten unless asked for, and what
//! is overwritten is kept until every file has its place: where one cannot
//! have it, those before it are as they were.

mod backup;
mod fault;
pub mod temp_registry;

use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use backup::Backup;
pub use fault::OutputFault;
use temp_registry::{hold_commits, register};

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
}

impl Staging {
    /// No files yet; `force` allows files that exist to be replaced.
    #[must_use]
    pub const fn new(force: bool) -> Self {
        Self { force, ready: Vec::new() }
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

    fn start(&mut self, path: &Path, replaces: bool, before: Option<Vec<u8>>) -> Result<fs::File, OutputFault> {
        if is_no_file(path) {
            return Err(OutputFault::NotAFile(path.to_owned()));
        }
        if self.ready.iter().any(|ready| is_same_place(&ready.path, path)) {
            return Err(OutputFault::Twice(path.to_owned()));
        }
        let fault = |error| OutputFault::Io(path.to_owned(), error);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".vaxdash-").suffix(".part");
        let temporary = register(|| builder.tempfile_in(folder_of(path))).map_err(fault)?;
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
        let _interruptions_wait = hold_commits();
        let mut placed: Vec<(PathBuf, Option<Backup>)> = Vec::with_capacity(self.ready.len());
        for ready in self.ready {
            match place(ready) {
                Ok(done) => placed.push(done),
                Err((path, error)) => return Err(take_back(placed, path, error)),
            }
        }
        // The former files are kept no longer.
        drop(placed);
        Ok(())
    }
}

/// Puts one file in its place; gives what was there before.
fn place(ready: Ready) -> Result<(PathBuf, Option<Backup>), (PathBuf, io::Error)> {
    let Ready { temporary, path, replaces, .. } = ready;
    if !replaces || fs::symlink_metadata(&path).is_err() {
        return match temporary.persist_noclobber(&path) {
            Ok(_) => Ok((path, None)),
            Err(fault) => Err((path, fault.error)),
        };
    }
    if is_no_file(&path) {
        return Err((path, io::Error::other("a folder, device or pipe has taken its place")));
    }
    let backup = match Backup::of(&path, folder_of(&path)) {
        Ok(backup) => backup,
        Err(error) => return Err((path, error)),
    };
    match temporary.persist(&path) {
        Ok(_) => Ok((path, Some(backup))),
        Err(fault) => {
            // Where the former file was moved away, it goes back; failing that, it stays under its other name.
            drop(backup.restore_if_missing(&path));
            Err((path, fault.error))
        }
    }
}

/// Takes the files back that have their place already.
fn take_back(placed: Vec<(PathBuf, Option<Backup>)>, path: PathBuf, error: io::Error) -> OutputFault {
    let mut left = Vec::new();
    for (path, backup) in placed.into_iter().rev() {
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

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Whether something that is no file has this name.
fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) || (cfg!(windows) && is_device_name(path))
}

/// Whether Windows keeps this name for a device, in whatever folder and with
/// whatever ending: what is written to `CON.csv` is shown, and to `NUL.csv` lost.
fn is_device_name(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default().to_ascii_uppercase();
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let numbered = |device| stem.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    matches!(stem, "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

/// Whether two paths name one place, however their folders are spelled.
fn is_same_place(a: &Path, b: &Path) -> bool {
    let folder = |path| fs::canonicalize(folder_of(path)).ok();
    a == b || (a.file_name() == b.file_name() && folder(a).is_some_and(|known| Some(known) == folder(b)))
}

/// Whether a file holds these bytes; one that is not there holds none.
fn holds(path: &Path, before: &[u8]) -> bool {
    match fs::read(path) {
        Ok(bytes) => bytes == before,
        Err(error) => error.kind() == io::ErrorKind::NotFound && before.is_empty(),
    }
}

/// Makes all of `files` and `additions` beside their places: what
/// [`Staging::commit`] then puts there, or nothing.
pub fn stage_files(files: &[OutputFile], additions: &[Addition], force: bool) -> Result<Staging, OutputFault> {
    let mut staging = Staging::new(force);
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
