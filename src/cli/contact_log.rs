//! The invite log for reports: read as it is, never locked, added to or changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::command_output::InvitedByLog;
use crate::domain::{Foreign, NhsNumber};
use crate::exit::Failure;
use crate::invites::{EarlierContacts, is_invite_log, read_log, rows_of_nobody};
use crate::load::is_same_path;
use crate::report::ContactLog;

/// The log of who was contacted, for the columns of a list.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Report")]
pub struct InvitedArgs {
    /// Add the columns invited (times) and last_invited to the list, from this log of `vaxdash invites`.
    #[arg(long, value_name = "FILE", requires = "listing")]
    pub invite_log: Option<PathBuf>,
}

/// Reads the contacts of a log up to a date, and those that earlier steps of the
/// same run will add to it.
///
/// # Errors
/// When it is not there and no step makes it, cannot be read, or is no log.
pub fn contact_log(path: &Path, as_at: NaiveDate, invited_before: &InvitedByLog) -> Result<ContactLog, Failure> {
    let of_log: Vec<&EarlierContacts> =
        invited_before.iter().filter(|(log, _)| is_same_path(log, path)).map(|(_, contacts)| contacts).collect();
    let bytes = match fs::read(path) {
        // The first night of a script, it is made at the end of the run.
        Err(error) if error.kind() == io::ErrorKind::NotFound && !of_log.is_empty() => Vec::new(),
        Err(error) => return Err(Failure::input(said(path, &format!("it cannot be read: {error}")))),
        Ok(bytes) => bytes,
    };
    if !is_invite_log(&bytes) {
        return Err(no_log(path));
    }
    let no_csv = |error: io::Error| Failure::input(said(path, &format!("it cannot be read: {error}")));
    let mut contacts = read_log(&bytes).map_err(no_csv)?;
    for more in of_log {
        contacts.extend(more.clone());
    }
    let mut log = contacts.logged(as_at);
    log.unreadable = rows_of_nobody(&bytes).map_err(no_csv)?;
    Ok(log)
}

/// Refuses what can be refused before anything is loaded: a file that is there
/// and is no log, and an output that would replace the log.
///
/// # Errors
/// That it is so.
pub fn check_log(path: &Path, output: Option<&Path>) -> Result<(), Failure> {
    if output.is_some_and(|output| is_same_path(output, path)) {
        return Err(Failure::refused(said(path, "--output would replace it: name another file")));
    }
    match fs::read(path) {
        Ok(bytes) if !is_invite_log(&bytes) => Err(no_log(path)),
        // Whether it is made by an earlier step shows later.
        _ => Ok(()),
    }
}

/// Whether an earlier step of the same run adds to a log.
pub fn is_added_to(path: &Path, invited_before: &InvitedByLog) -> bool {
    invited_before.keys().any(|log| is_same_path(log, path))
}

/// The name of a log's file, for the receipt.
pub fn log_name(path: &Path) -> String {
    NhsNumber::mask_all(&path.file_name().unwrap_or_default().to_string_lossy())
}

fn no_log(path: &Path) -> Failure {
    Failure::refused(said(
        path,
        "it is not a log of vaxdash (NHS Number,Target,Dose,As at,Channel,Round,Campaign), so nobody knows what is in it",
    ))
}

fn said(path: &Path, why: &str) -> String {
    format!("--invite-log {}: {why}", Foreign::path(path))
}
