//! Why no file was written, in words that say what to do.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::domain::Foreign;
/// Why no file was written.
#[derive(Debug)]
pub enum OutputFault {
    /// A file of that name exists.
    Exists(PathBuf),
    /// A folder, device or pipe of that name exists: it is never replaced.
    NotAFile(PathBuf),
    /// Two files of the run would have that name.
    Twice(PathBuf),
    /// A file that is added to was changed while the run went on.
    Changed(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
    /// What a run that was killed had begun is not ended: this is its journal.
    Unfinished(PathBuf),
    /// Another run puts its files into the folder for a long time: this is its journal.
    Busy(PathBuf),
    /// What should be a journal is none of this program, or somebody else's.
    Journal(PathBuf),
    /// Files were changed since a run that had begun to replace them was killed.
    Conflict(PathBuf, Vec<PathBuf>),
    /// The system refused, and after that refused to put back what was there before.
    Stuck(PathBuf, io::Error, Vec<PathBuf>),
}

impl fmt::Display for OutputFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => {
                write!(f, "{} exists already: nothing was written. Use --force to replace it", Foreign::path(path))
            }
            Self::NotAFile(path) => write!(
                f,
                "{} is a folder, device or pipe, which is never replaced: nothing was written. Use -o - for standard output",
                Foreign::path(path)
            ),
            Self::Twice(path) => {
                write!(f, "two outputs of this run are called {}: nothing was written. Rename one", Foreign::path(path))
            }
            Self::Changed(path) => {
                write!(
                    f,
                    "{} was changed by another program meanwhile: nothing was written. Run again",
                    Foreign::path(path)
                )
            }
            Self::Io(path, error) => {
                let hint = if cfg!(windows) { hint(error.raw_os_error()) } else { "" };
                write!(f, "{} cannot be written: {error}. Nothing was written{hint}", Foreign::path(path))
            }
            Self::Unfinished(path) => write!(
                f,
                "a run that was killed left its journal {}: nothing was written. Run again, and its work is ended first",
                Foreign::path(path)
            ),
            Self::Busy(path) => {
                write!(
                    f,
                    "another run has the journal {} still: nothing was written. Run again later",
                    Foreign::path(path)
                )
            }
            Self::Journal(path) => write!(
                f,
                "{} is no journal of vaxdash, or another user's: nothing was written. Move it away",
                Foreign::path(path)
            ),
            Self::Conflict(path, changed) => {
                let changed: Vec<String> = changed.iter().map(|path| Foreign::path(path).to_string()).collect();
                write!(
                    f,
                    "a run was killed before all of its files had their places, and these were changed since: {}. \
                     Nothing was written. The journal {} says which new file belongs where: move the changed files \
                     away and run again, and it is put there",
                    changed.join(", "),
                    Foreign::path(path)
                )
            }
            Self::Stuck(path, error, left) => {
                let left: Vec<String> = left.iter().map(|path| Foreign::path(path).to_string()).collect();
                write!(
                    f,
                    "{} cannot be written: {error}. These could not be put back as they were: {}",
                    Foreign::path(path),
                    left.join(", ")
                )
            }
        }
    }
}

/// What to do where Windows does not let go of a file: access denied, or a
/// sharing or locking violation.
const fn hint(code: Option<i32>) -> &'static str {
    match code {
        Some(5 | 32 | 33) => ". Is it open in Excel? Close it there, and run again",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn a_file_that_windows_does_not_let_go_of_may_be_open_in_excel() {
        for code in [5, 32, 33] {
            assert!(hint(Some(code)).contains("open in Excel"));
        }
        assert_eq!((hint(Some(2)), hint(None)), ("", ""));
    }
}
