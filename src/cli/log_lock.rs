//! The lock of an invite log: from its reading until the run has added to it,
//! so that runs that overlap invite nobody twice.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cli::folders::{make_folders, remove_folders};
use crate::domain::Foreign;
use crate::exit::Failure;
use crate::render::is_open_at;

/// How long a run waits before it says so.
const SILENT: Duration = Duration::from_secs(1);
/// How long it waits between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// A log that no other run reads or adds to until this is dropped.
pub struct LogLock {
    _file: File,
    log: PathBuf,
    place: PathBuf,
    /// The folders that were made for it, deepest last.
    made: Vec<PathBuf>,
}

impl fmt::Debug for LogLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogLock")
    }
}

impl LogLock {
    /// Waits for the log until `wait` is over; says so after a second.
    ///
    /// What is locked is a file beside the log, for the log itself is replaced
    /// at the end of a run. It stays there: taking it away would let two runs in.
    ///
    /// # Errors
    /// When another run has the log still, or no file can be made beside it.
    pub fn wait_for(log: &Path, wait: Duration, err: &mut dyn Write) -> Result<Self, Failure> {
        let place = lock_place(log);
        let unmade = |error: io::Error| {
            let log = Foreign::path(log);
            Failure::input(format!("--invite-log {log}: it cannot be locked: {error}. Nothing was written"))
        };
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = make_folders(folder.map(Path::to_owned).as_slice())?;
        let mut file = open(&place).map_err(unmade)?;
        let (begun, mut is_said) = (Instant::now(), false);
        loop {
            match file.try_lock() {
                Ok(()) if is_open_at(&file, &place) => {
                    return Ok(Self { _file: file, log: log.to_owned(), place, made });
                }
                // A run that failed has taken it away.
                Ok(()) => {
                    file = open(&place).map_err(unmade)?;
                    continue;
                }
                Err(TryLockError::Error(error)) => return Err(unmade(error)),
                Err(TryLockError::WouldBlock) => {}
            }
            let waited = begun.elapsed();
            if waited >= wait {
                return Err(Failure::refused(format!(
                    "--invite-log {}: another run has it still after {} seconds. Wait for that run, or wait longer \
                     (--wait)",
                    Foreign::path(log),
                    wait.as_secs()
                )));
            }
            if waited >= SILENT && !is_said {
                is_said = true;
                drop(writeln!(err, "vaxdash: waiting for another run that has the invite log {}", Foreign::path(log)));
            }
            std::thread::sleep(PAUSE.min(wait.saturating_sub(waited)));
        }
    }
}

impl Drop for LogLock {
    /// Folders that were made for a log go again where there is none after all.
    fn drop(&mut self) {
        if !self.made.is_empty() && !self.log.exists() {
            drop(fs::remove_file(&self.place));
            remove_folders(&self.made);
        }
    }
}

/// Opens the file that is locked, and makes it if it is not there.
fn open(place: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place)
}

/// The file that is locked: beside the log, wherever links lead to it.
fn lock_place(log: &Path) -> PathBuf {
    let log = fs::canonicalize(log).unwrap_or_else(|_| log.to_owned());
    let name = log.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    log.with_file_name(format!(".{name}.lock"))
}
