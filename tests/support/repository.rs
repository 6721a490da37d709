//! The files of the repository, for the tests that look at all of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of `Cargo.toml`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every tracked file, as a path below [`root`] with `/`; without git, those
/// of the folders that hold source text.
pub fn files() -> Vec<String> {
    let mut files = tracked().unwrap_or_else(|| {
        let mut found = Vec::new();
        for folder in ["src", "tests", "samples"] {
            walk(&root().join(folder), folder, &mut found);
        }
        found
    });
    // A file that was deleted and not yet committed is still tracked.
    files.retain(|file| root().join(file).is_file());
    assert!(files.len() > 100, "the repository has more files than {}", files.len());
    files
}

/// The text of a file, whatever its encoding; NULs (UTF-16) taken out.
pub fn text(file: &str) -> String {
    let mut bytes = fs::read(root().join(file)).unwrap();
    bytes.retain(|byte| *byte != 0);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn tracked() -> Option<Vec<String>> {
    // A hook of git sets these for the repository that it belongs to.
    let output = Command::new("git")
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .env_remove("GIT_INDEX_FILE")
        .current_dir(root())
        .args(["ls-files", "-z"])
        .output()
        .ok()?;
    let names = String::from_utf8(output.stdout).ok()?;
    let files: Vec<String> = names.split_terminator('\0').map(str::to_owned).collect();
    (output.status.success() && files.iter().any(|file| file == "Cargo.toml")).then_some(files)
}

fn walk(folder: &PathBuf, name: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let name = format!("{name}/{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() { walk(&path, &name, found) } else { found.push(name) }
    }
}
