//! A change that a run makes to a file, and the moments between two of them.

use std::path::PathBuf;

use tempfile::NamedTempFile;

/// What is done to one file.
pub enum FileChange {
    /// A file takes its place.
    Place {
        /// The file, whole and on the disk.
        temporary: NamedTempFile,
        /// Its place.
        path: PathBuf,
        /// Whether a file that is there may be replaced.
        replaces: bool,
    },
    /// A file goes.
    Remove(PathBuf),
}

/// A moment at which a run may be killed.
#[cfg(not(test))]
pub const fn moment() {}

/// The same, where a test does so.
#[cfg(test)]
pub fn moment() {
    super::tests::killed::moment();
}
