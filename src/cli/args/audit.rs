//! The audit log as an option of whatever names people.

use std::env;
use std::fs;
use std::path::PathBuf;

use chrono::SecondsFormat;
use clap::Args;

use crate::audit::{AuditLog, Entry, LogContext, LogFault, LoggedOutput, OutputOutcome};
use crate::cli::args::log_reason::personal_detail;
use crate::cli::clock;
use crate::domain::{Doubt, Foreign, IsoDate, Scope};
use crate::exit::Failure;
use crate::render::OutputFile;
use crate::report::Report;

/// Where it is written down that people were named, and why they are.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Audit")]
pub struct AuditArgs {
    /// Add a line to this log for every output that names people: who had it, when, of which practices.
    ///
    /// No patient is named in it. It is made if it is not there, and nothing is put out if it
    /// cannot be written. A second line says what became of the output: written or failed. In
    /// vaxdash.toml: audit_log. `vaxdash audit verify` checks it.
    #[arg(id = "audit_log", long = "audit", value_name = "FILE")]
    pub audit_log: Option<PathBuf>,
    /// Why people are named, for the audit log; refused if it seems to hold a date of birth, phone number, e-mail address or NHS number.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// An open log, and what all lines of a run have in common.
pub struct Audit {
    log: AuditLog,
    path: PathBuf,
    context: LogContext,
    /// The hashes of the lines whose outcome is not logged yet.
    begun: Vec<String>,
}

impl AuditArgs {
    /// Opens the log before the work starts; nothing if none is kept.
    pub fn open(&self) -> Result<Option<Audit>, Failure> {
        let reason = self.reason.as_deref().map(str::trim);
        if let Some(detail) = reason.and_then(personal_detail) {
            return Err(Failure::usage(format!(
                "--reason holds {detail}, and the audit log names no patient: leave it out (a month or a year may stay)"
            )));
        }
        let Some(path) = &self.audit_log else {
            return match reason {
                Some(_) => Err(Failure::usage("--reason is for the audit log: give --audit FILE as well")),
                None => Ok(None),
            };
        };
        let log = AuditLog::open(path).map_err(|fault| log_failure(&fault))?;
        Ok(Some(Audit { log, path: path.clone(), context: context(reason), begun: Vec::new() }))
    }

    /// Refuses a reason where nobody is named.
    pub fn refuse_reason(&self) -> Result<(), Failure> {
        match self.reason {
            Some(_) => {
                Err(Failure::usage("--reason says why people are named, and this run names nobody: leave it out"))
            }
            None => Ok(()),
        }
    }
}

impl Audit {
    /// Where the log is.
    pub const fn path(&self) -> &PathBuf {
        &self.path
    }

    /// Adds the entries of a run, and keeps the log from all others.
    pub fn begin(&mut self, entries: &[Entry]) -> Result<(), Failure> {
        if !entries.is_empty() {
            self.begun = self.log.begin(entries, &self.context).map_err(|fault| log_failure(&fault))?;
        }
        Ok(())
    }

    /// Lets others add to the log before the outcome is known.
    pub fn release(&mut self) {
        self.log.release();
    }

    /// Adds what became of the entries, and lets others have the log.
    pub fn end(&mut self, outcome: OutputOutcome) -> Result<(), Failure> {
        let begun = std::mem::take(&mut self.begun);
        let ended = if begun.is_empty() { Ok(()) } else { self.log.end(&begun, outcome, &time()) };
        self.log.release();
        ended.map_err(|fault| log_failure(&fault))
    }
}

/// What of a report the log says; its outputs are not made yet.
pub fn entry_of(report: &Report, scope: &Scope, counts: Vec<(&'static str, u64)>) -> Entry {
    let filters = report.receipt.iter().flat_map(|receipt| &receipt.filters);
    let mask = |value: &String| Foreign::new(value).into_shown();
    let filters: Vec<(String, Vec<String>)> =
        filters.map(|(name, values)| ((*name).to_owned(), values.iter().map(mask).collect())).collect();
    let chosen = filters.iter().find(|(name, _)| name == "practice").map(|(_, codes)| codes.clone());
    let all = || scope.practices().iter().map(|practice| practice.code.to_string()).collect();
    Entry {
        command: report.name.to_owned(),
        as_at: report.stamp.as_ref().map(|stamp| IsoDate(stamp.as_at).to_string()).unwrap_or_default(),
        filters,
        accepted: report.doubts().iter().filter(|doubt| doubt.accepted).map(Doubt::typed).collect(),
        practices: chosen.unwrap_or_else(all),
        counts,
        outputs: Vec::new(),
    }
}

/// The rows of a report that are people.
pub fn rows_of_people(report: &Report) -> Vec<(&'static str, u64)> {
    let lists = report.tables.iter().filter(|table| table.name == "list");
    vec![("rows", lists.map(|table| u64::try_from(table.rows.len()).unwrap_or(u64::MAX)).sum())]
}

/// What was made, by name: the file's own, without its folder.
pub fn outputs(files: &[OutputFile], out: &[u8]) -> Vec<LoggedOutput> {
    let named = files.iter().map(|file| {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        LoggedOutput::of(Foreign::new(&name).into_shown(), &file.bytes)
    });
    named.chain((!out.is_empty()).then(|| LoggedOutput::of("-", out))).collect()
}

fn log_failure(fault: &LogFault) -> Failure {
    match fault {
        LogFault::NotAFile(_) | LogFault::Broken(_) => Failure::refused(fault.to_string()),
        LogFault::Io(..) => Failure::input(fault.to_string()),
    }
}

/// Now, as the log has it.
fn time() -> String {
    clock::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn context(reason: Option<&str>) -> LogContext {
    let first = |names: &[&str]| {
        let set = names.iter().filter_map(|name| env::var(name).ok());
        set.map(|value| value.trim().to_owned()).find(|value| !value.is_empty())
    };
    // The environment does not always say: Linux has the name in a file.
    let of_system = || fs::read_to_string("/proc/sys/kernel/hostname").ok().map(|name| name.trim().to_owned());
    let not_known = || "not known".to_owned();
    LogContext {
        time: time(),
        user: first(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(not_known),
        host: first(&["HOSTNAME", "COMPUTERNAME"]).or_else(of_system).unwrap_or_else(not_known),
        reason: reason.filter(|reason| !reason.is_empty()).map(|reason| Foreign::new(reason).into_shown()),
    }
}
