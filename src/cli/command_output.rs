//! What a command leaves to be done: files to write, bytes to print.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::audit::Entry;
use crate::cli::args::audit::Audit;
use crate::cli::folders::{make_folders, remove_folders};
use crate::cli::invite_folders::{FolderChanges, FolderStep, folder_changes};
use crate::cli::leftovers::tidy;
use crate::cli::log_lock::LogLock;
use crate::cli::notices::{finish_in, target_failure};
use crate::exit::{Exit, Failure};
use crate::invites::EarlierContacts;
use crate::render::{Addition, OutputFile, stage_files};

/// Whom a run invites, by the log that will say so: what a step of a preset
/// reads of a log to which an earlier step of it adds.
pub type InvitedByLog = HashMap<PathBuf, EarlierContacts>;

/// What a command leaves to be done, once nothing can go wrong any more but
/// the writing itself.
#[derive(Default)]
pub struct CommandOutput {
    /// The bytes for standard output.
    pub out: Vec<u8>,
    /// The files: all of them are written, or none.
    pub files: Vec<OutputFile>,
    /// What is added to files that may exist, in the same step as the files.
    pub additions: Vec<Addition>,
    /// Whether files that exist may be replaced.
    pub force: bool,
    /// What is said on standard error after the files are written.
    pub said: Vec<u8>,
    /// What of it lies in folders with a manifest.
    pub invitations: Vec<FolderStep>,
    /// Whom it invites, by the log that will say so.
    pub invited: InvitedByLog,
    /// The logs that no other run may add to before this one has.
    pub locks: Vec<LogLock>,
    /// What of it names people, for the audit log.
    pub entries: Vec<Entry>,
    /// The audit log, where one is kept.
    pub audit: Option<Audit>,
    /// The exit code if all goes well.
    pub exit: Exit,
}

/// The folders of files, each once.
fn folders_of(files: &[OutputFile]) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = files.iter().filter_map(|file| file.path.parent()).map(Path::to_owned).collect();
    folders.sort();
    folders.dedup();
    folders
}

impl CommandOutput {
    /// Nothing but bytes for standard output.
    pub fn with(out: Vec<u8>) -> Self {
        Self { out, ..Self::default() }
    }

    /// Writes the files, then prints; whatever names people is logged when it
    /// is ready, and before anybody can have it. So a line of the log may stand
    /// for what then failed to be put in its place, but never the reverse; gives the exit code. A closed pipe is
    /// success.
    pub fn deliver(mut self, out: &mut dyn Write, err: &mut dyn Write) -> Result<Exit, Failure> {
        let mut folders = folders_of(&self.files);
        folders.extend(self.invitations.iter().map(|step| step.folder.clone()));
        finish_in(&folders, err)?;
        let FolderChanges { manifests, removed, warnings } = folder_changes(self.invitations, self.force)?;
        self.files.extend(manifests);
        let new = make_folders(&folders_of(&self.files))?;
        let staged = stage_files(&self.files, &self.additions, &removed, self.force);
        let written = staged.map_err(|fault| target_failure(&fault)).and_then(|staging| {
            self.audit.map(|mut audit| audit.add(&self.entries)).transpose()?;
            staging.commit().map_err(|fault| target_failure(&fault))
        });
        if let Err(failure) = written {
            remove_folders(&new);
            return Err(failure);
        }
        drop(err.write_all(&self.said));
        let left = folders.iter().filter_map(|folder| {
            let written =
                self.files.iter().map(|file| &file.path).find(|path| path.parent() == Some(folder.as_path()))?;
            Some(tidy(folder, written))
        });
        for line in left.flatten().chain(warnings) {
            drop(writeln!(err, "vaxdash: {line}"));
        }
        match out.write_all(&self.out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(self.exit),
            Err(error) => Err(Failure::input(format!("standard output cannot be written: {error}"))),
            Ok(()) => Ok(self.exit),
        }
    }
}
