//! Files that hold a few lines: settings, a number, a table.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The text of a file that can be no longer than so many bytes. A pipe or
/// device is not opened: it would be waited for, or never end.
///
/// # Errors
/// When it is no file, too long, no UTF-8 text, or cannot be read.
pub fn read_small(path: &Path, most: u64) -> io::Result<String> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let too_long = || io::Error::other(format!("it is longer than {most} bytes"));
    if metadata.len() > most {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    // It may have grown since, or say nothing of its length.
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(too_long());
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8 text"))
}
