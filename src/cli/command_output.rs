//! What a command leaves to be done: files to write, bytes to print.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::audit::{Entry, OutputOutcome};
use crate::cli::args::audit::Audit;
use crate::cli::folders::{make_folders, remove_folders};
use crate::cli::input_paths::InputPaths;
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
    /// What was read, and so is not written to.
    pub inputs: InputPaths,
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

    /// The same of a run that read these as well.
    pub fn reading(mut self, inputs: InputPaths) -> Self {
        self.inputs.extend(inputs);
        self
    }

    /// Writes the files, then prints; whatever names people is logged when it
    /// is ready, and before anybody can have it; what became of it follows in
    /// the log. A closed pipe is success. Gives the exit code.
    pub fn deliver(mut self, out: &mut dyn Write, err: &mut dyn Write) -> Result<Exit, Failure> {
        let folders = self.written_folders();
        finish_in(&folders, err)?;
        let FolderChanges { manifests, removed, warnings } =
            folder_changes(std::mem::take(&mut self.invitations), self.force)?;
        self.files.extend(manifests);
        self.inputs.refuse(self.files.iter().map(|file| &file.path).chain(&removed))?;
        let logs = self.additions.iter().map(|addition| &addition.path);
        self.inputs.refuse_log(logs.chain(self.audit.as_ref().map(Audit::path)))?;
        let new = make_folders(&folders_of(&self.files))?;
        let staged = stage_files(&self.files, &self.additions, &removed, self.force);
        let written = staged.map_err(|fault| target_failure(&fault)).and_then(|staging| {
            // From here to the last rename nobody else has the log.
            self.audit.as_mut().map(|audit| audit.begin(&self.entries)).transpose()?;
            staging.commit().map_err(|fault| target_failure(&fault))
        });
        if let Err(failure) = written {
            // What failed is said; that the log could not say so too, `verify` shows.
            drop(self.end_audit(OutputOutcome::Failed));
            remove_folders(&new);
            return Err(failure);
        }
        drop(err.write_all(&self.said));
        let left = folders.iter().flat_map(|folder| tidy(folder, self.written_in(folder)));
        for line in left.chain(warnings) {
            drop(writeln!(err, "vaxdash: {line}"));
        }
        let printed = if self.out.is_empty() {
            out.flush()
        } else {
            // Whoever reads may take hours.
            self.audit.iter_mut().for_each(Audit::release);
            out.write_all(&self.out).and_then(|()| out.flush())
        };
        let printed = match printed {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::input(format!("standard output cannot be written: {error}")))
            }
            _ => Ok(()),
        };
        let ended = self.end_audit(if printed.is_ok() { OutputOutcome::Written } else { OutputOutcome::Failed });
        printed?;
        if let Err(failure) = ended {
            drop(writeln!(err, "vaxdash: the output is there, but the audit log does not say so: {failure}"));
            return Ok(if self.exit == Exit::Done { Exit::Problems } else { self.exit });
        }
        Ok(self.exit)
    }

    fn end_audit(&mut self, outcome: OutputOutcome) -> Result<(), Failure> {
        self.audit.as_mut().map_or(Ok(()), |audit| audit.end(outcome))
    }

    /// The folders that something is written to, logs too, each once.
    fn written_folders(&self) -> Vec<PathBuf> {
        let mut folders = folders_of(&self.files);
        folders.extend(self.invitations.iter().map(|step| step.folder.clone()));
        folders.extend(self.additions.iter().filter_map(|addition| addition.path.parent()).map(Path::to_owned));
        folders.sort();
        folders.dedup();
        folders
    }

    /// A file that this run has put into a folder.
    fn written_in(&self, folder: &Path) -> Option<&Path> {
        let files = self.files.iter().map(|file| file.path.as_path());
        let mut written = files.chain(self.additions.iter().map(|addition| addition.path.as_path()));
        written.find(|path| path.parent() == Some(folder))
    }
}
