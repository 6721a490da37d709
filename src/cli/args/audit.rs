//! The audit log as an option of whatever names people.

use std::env;
use std::fs;
use std::path::PathBuf;

use chrono::SecondsFormat;
use clap::Args;

use crate::audit::{AuditLog, Entry, LogContext, LogFault, LoggedOutput};
use crate::cli::clock;
use crate::domain::{Doubt, IsoDate, NhsNumber, Scope};
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
    /// cannot be written. In vaxdash.toml: audit_log. `vaxdash audit verify` checks it.
    #[arg(id = "audit_log", long = "audit", value_name = "FILE")]
    pub audit_log: Option<PathBuf>,
    /// Why people are named, for the audit log.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// An open log, and what all lines of a run have in common.
pub struct Audit {
    log: AuditLog,
    context: LogContext,
}

impl AuditArgs {
    /// Opens the log before the work starts; nothing if none is kept.
    pub fn open(&self) -> Result<Option<Audit>, Failure> {
        let reason = self.reason.as_deref().map(str::trim);
        if reason.is_some_and(holds_number) {
            return Err(Failure::usage(
                "--reason holds an NHS number, and the audit log names no patient: leave it out",
            ));
        }
        let Some(path) = &self.audit_log else {
            return match reason {
                Some(_) => Err(Failure::usage("--reason is for the audit log: give --audit FILE as well")),
                None => Ok(None),
            };
        };
        let log = AuditLog::open(path).map_err(|fault| log_failure(&fault))?;
        Ok(Some(Audit { log, context: context(reason) }))
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
    /// Adds the entries of a run.
    pub fn add(&mut self, entries: &[Entry]) -> Result<(), Failure> {
        if entries.is_empty() {
            return Ok(());
        }
        self.log.add(entries, &self.context).map_err(|fault| log_failure(&fault))
    }
}

/// What of a report the log says; its outputs are not made yet.
pub fn entry_of(report: &Report, scope: &Scope, counts: Vec<(&'static str, u64)>) -> Entry {
    let filters = report.receipt.iter().flat_map(|receipt| &receipt.filters);
    let mask = |value: &String| NhsNumber::mask_all(value);
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
        LoggedOutput::of(NhsNumber::mask_all(&name), &file.bytes)
    });
    named.chain((!out.is_empty()).then(|| LoggedOutput::of("-", out))).collect()
}

fn log_failure(fault: &LogFault) -> Failure {
    match fault {
        LogFault::NotAFile(_) | LogFault::Broken(_) => Failure::refused(fault.to_string()),
        LogFault::Io(..) => Failure::input(fault.to_string()),
    }
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
        time: clock::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        user: first(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(not_known),
        host: first(&["HOSTNAME", "COMPUTERNAME"]).or_else(of_system).unwrap_or_else(not_known),
        reason: reason.filter(|reason| !reason.is_empty()).map(str::to_owned),
    }
}

/// Whether a text holds an NHS number, however it is spaced.
fn holds_number(text: &str) -> bool {
    let close: String = text.chars().filter(|c| !c.is_whitespace() && !"-.,/".contains(*c)).collect();
    let is_number = |ten: &[u8]| ten.iter().all(u8::is_ascii_digit) && NhsNumber::read(ten).is_ok();
    close.as_bytes().windows(10).any(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_seen_however_it_is_spaced() {
        for text in ["recall of 9990000018", "999 000 0018", "see 999-000-0018.", "x9990000018y"] {
            assert!(holds_number(text), "{text}");
        }
        for text in ["", "spring recall 2022", "ticket 1234567890", "tel 07700900123"] {
            assert!(!holds_number(text), "{text}");
        }
    }
}
