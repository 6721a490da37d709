//! What a run reads, so that none of it is written over (specification 6.1).
//!
//! Every option with a path is one that is read, unless it is named here as
//! written: a new option errs on that side.

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{ArgMatches, Command};

use crate::cli::own_headers::own_headers;
use crate::domain::Foreign;
use crate::exit::Failure;
use crate::load::{KnownHeaders, READ_ENDINGS, Reading, is_same_path};
use crate::run::{Paths, survey};

/// The options that say where something is written.
const WRITTEN: [&str; 3] = ["output", "rejects", "export"];
/// Those whose files are logs: read, added to, never replaced.
const LOGS: [&str; 3] = ["audit_log", "invite_log", "exclude"];
/// Those that say where extracts are: what vaxdash itself wrote is passed over there.
const EXTRACTS: [&str; 4] = ["data", "practices", "old", "new"];

/// What is at a path that a run reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InputUse {
    Extract,
    Log,
    /// Rules, settings, targets, passwords.
    Other,
}

/// The paths that a run reads.
#[derive(Debug, Clone, Default)]
pub struct InputPaths(Vec<(PathBuf, InputUse)>);

impl InputPaths {
    /// Those of a command, as they were typed or set.
    pub fn of(command: Option<&Command>, given: &ArgMatches) -> Self {
        let is_path = ValueParser::path_buf().type_id();
        let args = command.into_iter().flat_map(Command::get_arguments);
        let read = args.filter(|arg| arg.get_value_parser().type_id() == is_path);
        let read = read.map(|arg| arg.get_id().as_str()).filter(|id| !WRITTEN.contains(id));
        let paths = read.flat_map(|id| {
            let purpose = match id {
                id if EXTRACTS.contains(&id) => InputUse::Extract,
                id if LOGS.contains(&id) => InputUse::Log,
                _ => InputUse::Other,
            };
            let values = given.try_get_raw(id).ok().flatten().into_iter().flatten();
            values.map(move |value| (PathBuf::from(value), purpose)).collect::<Vec<_>>()
        });
        Self(paths.collect())
    }

    /// Adds files of settings.
    pub fn add_settings(&mut self, files: &[PathBuf]) {
        self.0.extend(files.iter().map(|file| (file.clone(), InputUse::Other)));
    }

    /// Adds what a step of a preset reads besides.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Refuses a file to be written, replaced or removed that this run read.
    pub fn refuse<'p>(&self, files: impl Iterator<Item = &'p PathBuf>) -> Result<(), Failure> {
        self.refuse_among(files, |_| true)
    }

    /// The same of a log that is added to, which may have been read as one.
    pub fn refuse_log<'p>(&self, files: impl Iterator<Item = &'p PathBuf>) -> Result<(), Failure> {
        self.refuse_among(files, |purpose| purpose != InputUse::Log)
    }

    fn refuse_among<'p>(
        &self,
        files: impl Iterator<Item = &'p PathBuf>,
        counts: impl Fn(InputUse) -> bool,
    ) -> Result<(), Failure> {
        for file in files.filter(|file| file.is_file()) {
            let mut read = self.0.iter().filter(|(_, purpose)| counts(*purpose));
            if let Some(input) = read.find_map(|(path, purpose)| read_at(path, *purpose, file)) {
                let (file, input) = (Foreign::path(file), Foreign::path(&input));
                return Err(Failure::refused(format!(
                    "{file} would be written over {input}, which this run read; that is never done, with --force \
                     neither: nothing was written. Name another file"
                )));
            }
        }
        Ok(())
    }
}

/// The file at or in `path` that was read and is `file`, if there is one.
fn read_at(path: &Path, purpose: InputUse, file: &Path) -> Option<PathBuf> {
    let is_extract = purpose == InputUse::Extract;
    let found = if path.is_dir() {
        let entries = fs::read_dir(path).ok()?.flatten().map(|entry| entry.path());
        entries.filter(|entry| !is_extract || has_read_ending(entry)).find(|entry| is_same_file(entry, file))
    } else {
        Some(path.to_owned()).filter(|path| is_same_file(path, file))
    };
    found.filter(|found| !(is_extract && is_own_output(found)))
}

/// Whether a file of a folder is looked at, by the ending of its name.
fn has_read_ending(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    READ_ENDINGS.contains(&ending.as_str())
}

/// Whether vaxdash wrote a file: among the data it is passed over.
fn is_own_output(file: &Path) -> bool {
    let headers = KnownHeaders { own: own_headers(), ..KnownHeaders::default() };
    let paths = Paths { data: &[file.to_owned()], headers: Some(&headers), ..Paths::default() };
    survey(paths, Reading::default()).is_ok_and(|found| found.is_own_output())
}

/// Whether two paths lead to one file, be it by a second name of it.
fn is_same_file(one: &Path, other: &Path) -> bool {
    is_same_path(one, other) || is_one_inode(one, other)
}

#[cfg(unix)]
fn is_one_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |path| fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()));
    inode(one).is_some_and(|known| Some(known) == inode(other))
}

/// Elsewhere a second name of a file keeps what the first one held.
#[cfg(not(unix))]
fn is_one_inode(_: &Path, _: &Path) -> bool {
    false
}
