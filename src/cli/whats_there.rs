//! What is in the place that was named, where no data are: the first thing that
//! a new user needs to hear.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::{Foreign, shown};
use crate::load::{ARCHIVE_ENDINGS, READ_ENDINGS};

/// No more entries of a folder than this are looked at.
const MOST: usize = 10_000;

/// What is there instead of data, with what to do; nothing where there are
/// files that can be read.
pub fn whats_there(paths: &[PathBuf]) -> Option<String> {
    let folders: Vec<&PathBuf> = paths.iter().filter(|path| path.is_dir()).collect();
    // A file that was named is there, whatever it is.
    if folders.len() < paths.len()
        || folders.iter().any(|folder| files(folder).iter().any(|file| has(file, &READ_ENDINGS)))
    {
        return None;
    }
    let said: Vec<String> = folders.into_iter().map(|folder| in_folder(folder)).collect();
    (!said.is_empty()).then(|| said.join(". "))
}

fn in_folder(folder: &Path) -> String {
    let name = shown(&Foreign::path(folder).to_string());
    let below = folders(folder).into_iter().map(|path| {
        let count = files(&path).iter().filter(|file| has(file, &READ_ENDINGS)).count();
        (path, count)
    });
    let best = below.filter(|(_, count)| *count > 0).max_by(|one, other| one.1.cmp(&other.1).then(other.0.cmp(&one.0)));
    if let Some((below, count)) = best {
        let (files, below) = (if count == 1 { "file" } else { "files" }, Foreign::path(below).to_string());
        return format!(
            "the folder {name} has no files that are read, but a folder with {count} {files}: --data {}",
            shown(&below)
        );
    }
    let all = files(folder);
    let archives: Vec<String> =
        all.iter().filter(|file| has(file, &ARCHIVE_ENDINGS)).map(|file| name_of(file)).collect();
    match (archives.first(), all.first()) {
        (Some(first), _) => {
            let more = if archives.len() > 1 { format!(" and {} more", archives.len() - 1) } else { String::new() };
            format!(
                "the folder {name} holds an archive, {first}{more}: unpack it, and name the folder of its files with --data"
            )
        }
        (None, Some(first)) => {
            format!("the folder {name} has no files that are read, such as .csv or .xlsx: {} is none", name_of(first))
        }
        (None, None) => {
            format!("the folder {name} is empty: put the extract files into it, or name another with --data")
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).take(MOST);
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| !is_hidden(path)).collect();
    paths.sort();
    paths
}

fn files(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_file()).collect()
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).into_iter().filter(|path| path.is_dir()).collect()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn has(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn name_of(path: &Path) -> String {
    shown(&path.file_name().unwrap_or_default().to_string_lossy())
}
