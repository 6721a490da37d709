//! Temporary files of runs that were killed (specification 7.10).

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::Foreign;
use crate::render::{OLD, PART, TEMPORARY};

/// A temporary file as old as this is of no run that goes on.
const OLD_ENOUGH: Duration = Duration::from_secs(60 * 60);

/// Names what runs that were killed left in a folder, and removes of it what
/// nobody can need; `written` is a file that this run has put there, which
/// shows whose it is. Where it has put none, nothing is looked for.
pub fn tidy(folder: &Path, written: Option<&Path>) -> Vec<String> {
    let Some(written) = written else { return Vec::new() };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| is_temporary(path)).collect();
    paths.sort();
    paths.into_iter().filter_map(|path| tidy_one(&path, written)).collect()
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with(TEMPORARY) && (name.ends_with(PART) || name.ends_with(OLD))
}

fn tidy_one(path: &Path, written: &Path) -> Option<String> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let shown = Foreign::path(path);
    if path.extension().is_some_and(|ending| OLD.ends_with(&*ending.to_string_lossy())) {
        // It may be the only one of its kind.
        return Some(format!("{shown} is a former file that a run could not put back, or had no time to remove"));
    }
    let age = metadata.modified().ok().and_then(|modified| modified.elapsed().ok()).unwrap_or_default();
    if age < OLD_ENOUGH || !is_owner(&metadata, written) || !metadata.is_file() {
        return Some(format!("{shown} is of a run that was killed, or that goes on: it is left for now"));
    }
    fs::remove_file(path).ok().map(|()| format!("{shown} was of a run that was killed, and is removed"))
}

#[cfg(unix)]
fn is_owner(metadata: &fs::Metadata, written: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(written).is_ok_and(|own| own.uid() == metadata.uid())
}

/// Elsewhere files of other users are in other folders.
#[cfg(not(unix))]
fn is_owner(_: &fs::Metadata, written: &Path) -> bool {
    written.exists()
}
