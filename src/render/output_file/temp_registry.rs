//! The temporary files of a process: whoever ends it early takes them along.
//!
//! A process that is interrupted does not run its destructors. So every
//! temporary file is noted before it is made, and files are put in their places
//! while the note is held: an interruption finds all of them placed, or none.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

static PENDING: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn held() -> MutexGuard<'static, Vec<PathBuf>> {
    // A thread that panicked leaves the paths as they are.
    PENDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a temporary file and notes it.
pub(super) fn register(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut pending = held();
    let file = make()?;
    pending.push(file.path().to_owned());
    Ok(file)
}

/// Keeps an interruption waiting while files are put in their places.
pub(super) fn hold_commits() -> impl Sized {
    held()
}

/// Removes the temporary files of this process. As long as the result is held,
/// no other is made, and no file is put in its place.
#[must_use]
pub fn remove_all() -> impl Sized {
    let mut pending = held();
    for path in pending.drain(..) {
        // One that has its place by now is not there under this name.
        drop(fs::remove_file(path));
    }
    pending
}
