//! Folders that are made for what is written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::Foreign;
use crate::exit::Failure;

/// Makes the folders; gives those that were not there, deepest last.
pub fn make_folders(folders: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut new = Vec::new();
    for folder in folders {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
        for path in missing.into_iter().rev() {
            if let Err(error) = fs::create_dir(path) {
                remove_folders(&new);
                return Err(Failure::input(format!("{} cannot be made: {error}", Foreign::path(folder))));
            }
            new.push(path.to_owned());
        }
    }
    Ok(new)
}

/// Takes folders away again that were made, deepest last, and hold nothing.
pub fn remove_folders(new: &[PathBuf]) {
    for folder in new.iter().rev() {
        drop(fs::remove_dir(folder));
    }
}
