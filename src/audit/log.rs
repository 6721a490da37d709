//! The file of the log: opened before the work starts, added to at its end.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::line::{Entry, LogContext, OutputOutcome, line, outcome_line, read_line};
use super::{LONGEST, NOTHING};
use crate::domain::Foreign;

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
            Self::NotAFile(path) => write!(f, "the audit log {} is no file: nothing is put out", Foreign::path(path)),
            Self::Broken(path) => write!(
                f,
                "the last line of the audit log {} is broken: nothing is put out. `vaxdash audit verify` says where; \
                 keep the file and begin a new one",
                Foreign::path(path)
            ),
            Self::Io(path, error) => {
                write!(f, "the audit log {} cannot be written: {error}. Nothing is put out", Foreign::path(path))
            }
        }
    }
}

/// A log that can be written.
#[derive(Debug)]
pub struct AuditLog {
    path: PathBuf,
    file: File,
    /// Whether no other process can add to it.
    is_locked: bool,
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
        let mut log = Self { path: path.to_owned(), file, is_locked: false };
        log.lock()?;
        log.last_hash()?;
        log.make_private();
        log.release();
        Ok(log)
    }

    /// Adds a line for each entry, and has the system put them on the disk;
    /// gives their hashes. No other process adds any from then on, until the
    /// outcome is added or the log released.
    ///
    /// # Errors
    /// When they could not be added; none is there then.
    pub fn begin(&mut self, entries: &[Entry], context: &LogContext) -> Result<Vec<String>, LogFault> {
        self.add(entries, |entry, previous| line(entry, context, previous))
    }

    /// Adds what became of the outputs whose lines have these hashes.
    ///
    /// # Errors
    /// When it could not be added.
    pub fn end(&mut self, begun: &[String], outcome: OutputOutcome, time: &str) -> Result<(), LogFault> {
        self.add(begun, |of, previous| outcome_line(of, outcome, time, previous)).map(drop)
    }

    /// Lets other processes add to it.
    pub fn release(&mut self) {
        if std::mem::take(&mut self.is_locked) {
            // Closing the file would unlock it as well.
            drop(self.file.unlock());
        }
    }

    fn add<T>(&mut self, what: &[T], line_of: impl Fn(&T, &str) -> String) -> Result<Vec<String>, LogFault> {
        self.lock()?;
        let mut previous = self.last_hash()?;
        let (mut text, mut hashes) = (String::new(), Vec::with_capacity(what.len()));
        for one in what {
            let line = line_of(one, &previous);
            previous = read_line(&line).map(|read| read.hash).unwrap_or_default();
            hashes.push(previous.clone());
            text += &line;
            text.push('\n');
        }
        let before = self.file.metadata().map_err(|error| self.fault(error))?.len();
        let written = self.file.write_all(text.as_bytes()).and_then(|()| self.file.sync_all());
        written.map_err(|error| {
            // Half a line would break the log for everybody.
            drop(self.file.set_len(before));
            self.fault(error)
        })?;
        Ok(hashes)
    }

    fn lock(&mut self) -> Result<(), LogFault> {
        if !self.is_locked {
            self.file.lock().map_err(|error| self.fault(error))?;
            self.is_locked = true;
        }
        Ok(())
    }

    /// Takes a log that was there already from all but its owner. On disks
    /// without modes, or where it is somebody else's, it stays as it is.
    fn make_private(&self) {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = self.file.metadata().map_or(0, |metadata| metadata.permissions().mode());
            if mode & 0o077 != 0 {
                drop(self.file.set_permissions(fs::Permissions::from_mode(0o600)));
            }
        }
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
        read_line(last).map(|read| read.hash).ok_or_else(broken)
    }

    fn fault(&self, error: io::Error) -> LogFault {
        LogFault::Io(self.path.clone(), error)
    }
}
