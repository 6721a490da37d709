//! The log of `--invite-log`: who was contacted before, and who is now.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;

use crate::cli::command_output::InvitedByLog;
use crate::cli::log_lock::LogLock;
use crate::cli::notices::finish_in;
use crate::domain::Foreign;
use crate::exit::Failure;
use crate::invites::{
    BookingTarget, EarlierContacts, InvitePlan, is_invite_log, log_joint, log_of_today, log_rows, read_log,
};
use crate::render::Addition;

/// The log, as it was when the run began.
pub struct InviteLog {
    path: PathBuf,
    before: Vec<u8>,
    /// The contacts that it holds.
    pub contacts: EarlierContacts,
}

impl InviteLog {
    /// Reads the log; a file that is not there is an empty one.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let said = |why: String| format!("--invite-log {}: {why}", Foreign::path(path));
        let before = match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Ok(metadata) if !metadata.is_file() => return Err(Failure::refused(said("it is not a file".to_owned()))),
            _ => fs::read(path).map_err(|error| Failure::input(said(format!("it cannot be read: {error}"))))?,
        };
        if !is_invite_log(&before) {
            return Err(Failure::refused(said(
                "it is not a log of vaxdash (NHS Number,Target,Dose,As at,Channel,Round,Campaign), so nothing is \
                 added to it"
                    .to_owned(),
            )));
        }
        let contacts =
            read_log(&before).map_err(|error| Failure::input(said(format!("it cannot be read: {error}"))))?;
        Ok(Self { path: path.to_owned(), before, contacts })
    }

    /// The rows of this run; none where nobody is invited.
    pub fn addition(
        self,
        plan: &InvitePlan,
        targets: &[BookingTarget],
        as_at: NaiveDate,
        campaign: Option<&str>,
    ) -> Result<Option<Addition>, Failure> {
        if plan.rows.is_empty() {
            return Ok(None);
        }
        let fault = |error: io::Error| Failure::fault(error.to_string());
        let bytes = log_rows(plan, targets, as_at, campaign).map_err(fault)?;
        let kept = log_of_today(&self.before).map_err(fault)?;
        let joint = log_joint(&kept);
        Ok(Some(Addition { path: self.path, before: self.before, kept, joint, bytes }))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nobody has been invited yet.
    pub const fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    /// Whether it is the file of this path.
    pub fn is_at(&self, path: &Path) -> bool {
        is_same_file(&self.path, path)
    }
}

/// Keeps other runs from the invite log, unless an earlier step of this one
/// does so already; what a run that was killed left of its work there is ended
/// before anything is read.
pub fn lock_log(
    log: Option<&Path>,
    wait: Duration,
    invited_before: &InvitedByLog,
    quiet: bool,
    err: &mut dyn Write,
) -> Result<Vec<LogLock>, Failure> {
    let is_locked = |log: &Path| invited_before.keys().any(|path| is_same_file(path, log));
    let Some(log) = log.filter(|log| !is_locked(log)) else { return Ok(Vec::new()) };
    let mut unsaid = io::sink();
    let waiting: &mut dyn Write = if quiet { &mut unsaid } else { &mut *err };
    let lock = LogLock::wait_for(log, wait, waiting)?;
    let place = fs::canonicalize(log).unwrap_or_else(|_| log.to_owned());
    finish_in(place.parent().map(Path::to_owned).as_slice(), err)?;
    Ok(vec![lock])
}

/// Whether two paths lead to one file.
pub fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b || fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}
