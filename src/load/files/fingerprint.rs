//! Whether a file is still the one that was looked at.
//!
//! A file is opened several times: to be recognised, to be read, and once more
//! for the contact details of those who are listed. If it is written to
//! meanwhile, as by a download that goes on, half of it would pass for all of
//! it, and the place of somebody's row would be somebody else's.

use std::fs;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

/// What tells one state of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    length: u64,
    /// When it was written to, since 1970 or, as an error, before; `None` on systems that do not tell.
    modified: Option<Result<Duration, Duration>>,
}

impl Fingerprint {
    /// The state of a file as it is now; `None` where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        let modified = metadata.modified().ok();
        let modified = modified.map(|at| at.duration_since(UNIX_EPOCH).map_err(|before| before.duration()));
        Some(Self { length: metadata.len(), modified })
    }
}
