//! The file of the log: opened before the work starts, added to at its end.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::line::{Entry, LogContext, hashes, line};
use super::{LONGEST, NOTHING};

/// Why nothing was logged, and so nothing put out.
#[derive(Debug)]
pub enum LogFault {
    /// It is a folder, pipe or device.
    NotAFile(PathBuf),
    /// Its last line is none of this program, or not whole.
    Broken(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for LogFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile(path) => write!(f, "the audit log {} is no file: nothing is put out", path.display()),
            Self::Broken(path) => write!(
                f,
                "the last line of the audit log {} is broken: nothing is put out. `vaxdash audit verify` says where; \
                 keep the file and begin a new one",
                path.display()
            ),
            Self::Io(path, error) => {
                write!(f, "the audit log {} cannot be written: {error}. Nothing is put out", path.display())
            }
        }
    }
}

/// A log that can be written.
#[derive(Debug)]
pub struct AuditLog {
    path: PathBuf,
    file: File,
}

impl AuditLog {
    /// Opens the log, and makes it if it is not there: readable by its owner
    /// only, where the system has modes.
    ///
    /// # Errors
    /// When it cannot be added to.
    pub fn open(path: &Path) -> Result<Self, LogFault> {
        // Opening a pipe would wait for somebody to read it.
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return Err(LogFault::NotAFile(path.to_owned()));
        }
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| LogFault::Io(path.to_owned(), error))?;
        let mut log = Self { path: path.to_owned(), file };
        log.locked(|log| log.last_hash().map(|_| ()))?;
        Ok(log)
    }

    /// Adds a line for each entry, and has the system put them on the disk.
    /// Meanwhile no other process adds any.
    ///
    /// # Errors
    /// When they could not be added; none is there then.
    pub fn add(&mut self, entries: &[Entry], context: &LogContext) -> Result<(), LogFault> {
        self.locked(|log| {
            let mut previous = log.last_hash()?;
            let mut text = String::new();
            for entry in entries {
                let line = line(entry, context, &previous);
                previous = hashes(&line).map(|(hash, _)| hash.to_owned()).unwrap_or_default();
                text += &line;
                text.push('\n');
            }
            let before = log.file.metadata().map_err(|error| log.fault(error))?.len();
            let written = log.file.write_all(text.as_bytes()).and_then(|()| log.file.sync_all());
            written.map_err(|error| {
                // Half a line would break the log for everybody.
                drop(log.file.set_len(before));
                log.fault(error)
            })
        })
    }

    fn locked<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, LogFault>) -> Result<T, LogFault> {
        self.file.lock().map_err(|error| self.fault(error))?;
        let done = work(self);
        // Closing the file would unlock it as well.
        drop(self.file.unlock());
        done
    }

    /// The hash of the last line, which must be whole.
    fn last_hash(&mut self) -> Result<String, LogFault> {
        let length = self.file.metadata().map_err(|error| self.fault(error))?.len();
        if length == 0 {
            return Ok(NOTHING.to_owned());
        }
        let from = length.saturating_sub(LONGEST);
        let mut end = Vec::new();
        let read = self.file.seek(SeekFrom::Start(from)).and_then(|_| self.file.read_to_end(&mut end));
        read.map_err(|error| self.fault(error))?;
        let broken = || LogFault::Broken(self.path.clone());
        let end = end.strip_suffix(b"\n").ok_or_else(broken)?;
        let last = end.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let last = std::str::from_utf8(last).map_err(|_| broken())?;
        hashes(last).map(|(hash, _)| hash.to_owned()).ok_or_else(broken)
    }

    fn fault(&self, error: io::Error) -> LogFault {
        LogFault::Io(self.path.clone(), error)
    }
}
