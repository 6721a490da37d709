//! Files that are either whole or not there.
//!
//! Each file is written to a temporary file beside its place (readable by its
//! owner only, where the system has modes), synced, and renamed when every
//! file of the run is ready. Nothing is overwritten unless asked for.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file to be written.
#[derive(Debug, Clone)]
pub struct OutputFile {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// Why no file was written.
#[derive(Debug)]
pub enum TargetFault {
    /// A file of that name exists.
    Exists(PathBuf),
    /// A folder, device or pipe of that name exists: it is never replaced.
    NotAFile(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for TargetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => {
                write!(f, "{} exists already: nothing was written. Use --force to replace it", path.display())
            }
            Self::NotAFile(path) => write!(
                f,
                "{} is a folder, device or pipe, which is never replaced: nothing was written. Use -o - for standard output",
                path.display()
            ),
            Self::Io(path, error) => write!(f, "{} cannot be written: {error}. Nothing was written", path.display()),
        }
    }
}

/// Files of a run that are being made beside their places.
pub struct Staging {
    force: bool,
    ready: Vec<(NamedTempFile, PathBuf)>,
}

impl Staging {
    /// No files yet; `force` allows files that exist to be replaced.
    #[must_use]
    pub const fn new(force: bool) -> Self {
        Self { force, ready: Vec::new() }
    }

    /// Starts a file: what is written to it appears at `path` only with [`Staging::commit`].
    pub fn create(&mut self, path: &Path) -> Result<fs::File, TargetFault> {
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(TargetFault::NotAFile(path.to_owned()));
        }
        if !self.force && path.exists() {
            return Err(TargetFault::Exists(path.to_owned()));
        }
        let fault = |error| TargetFault::Io(path.to_owned(), error);
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let temporary =
            tempfile::Builder::new().prefix(".vaxdash-").suffix(".part").tempfile_in(folder).map_err(fault)?;
        let file = temporary.as_file().try_clone().map_err(fault)?;
        self.ready.push((temporary, path.to_owned()));
        Ok(file)
    }

    /// Puts every file in its place, or none.
    pub fn commit(self) -> Result<(), TargetFault> {
        for (temporary, path) in &self.ready {
            temporary.as_file().sync_all().map_err(|error| TargetFault::Io(path.clone(), error))?;
        }
        let mut placed: Vec<PathBuf> = Vec::with_capacity(self.ready.len());
        for (temporary, path) in self.ready {
            let renamed = if self.force { temporary.persist(&path) } else { temporary.persist_noclobber(&path) };
            if let Err(fault) = renamed {
                // A replaced file is gone, but none of this run's files may stay alone.
                for path in placed {
                    drop(fs::remove_file(path));
                }
                return Err(match fault.error.kind() {
                    io::ErrorKind::AlreadyExists => TargetFault::Exists(path),
                    _ => TargetFault::Io(path, fault.error),
                });
            }
            placed.push(path);
        }
        Ok(())
    }
}

/// Writes all of `files`, or none.
pub fn write_files(files: &[OutputFile], force: bool) -> Result<(), TargetFault> {
    let mut staging = Staging::new(force);
    for file in files {
        let mut handle = staging.create(&file.path)?;
        handle.write_all(&file.bytes).map_err(|error| TargetFault::Io(file.path.clone(), error))?;
    }
    staging.commit()
}
