//! Names beside a file, and what lies at a path.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::temp_registry::register;

/// How the names of temporary files begin.
pub const TEMPORARY: &str = ".vaxdash-";
/// How those end that are written to.
pub const PART: &str = ".part";
/// How those end that are kept until a run has ended well.
pub const OLD: &str = ".old";

/// A temporary file, noted so that whoever ends the process takes it along.
pub fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY).suffix(PART);
    register(|| builder.tempfile_in(folder))
}

/// The folder that a path is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Whether something that is no file has this name.
pub fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) || (cfg!(windows) && is_device_name(path))
}

/// Whether Windows keeps this name for a device, in whatever folder and with
/// whatever ending: what is written to `CON.csv` is shown, and to `NUL.csv` lost.
pub fn is_device_name(path: &Path) -> bool {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default().to_ascii_uppercase();
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    let numbered = |device| stem.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    matches!(stem, "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

/// Whether two paths name one place, however their folders are spelled.
pub fn is_same_place(a: &Path, b: &Path) -> bool {
    let folder = |path| fs::canonicalize(folder_of(path)).ok();
    a == b || (a.file_name() == b.file_name() && folder(a).is_some_and(|known| Some(known) == folder(b)))
}
