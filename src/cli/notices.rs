//! What is said on standard error beside a report, most important last.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;

use crate::domain::{Issue, Severity, UkDate};
use crate::exit::Failure;
use crate::load::Reject;
use crate::render::{OutputFile, TargetFault};

/// What there is to say.
pub struct Notices<'a> {
    /// What loading noticed.
    pub issues: &'a [Issue],
    /// How many rows were rejected.
    pub rejects: usize,
    /// Where they were written.
    pub rejects_file: Option<&'a Path>,
    /// The date of the report and how many days it is behind the clock.
    pub old: Option<(NaiveDate, i64)>,
}

impl Notices<'_> {
    /// Says it. A closed standard error is no reason to fail.
    pub fn write(&self, err: &mut dyn Write) {
        let mut lines: Vec<String> = Vec::new();
        // Practices left out are named; the other warnings are `check`'s business.
        let (practices, others): (Vec<&Issue>, Vec<&Issue>) = self
            .issues
            .iter()
            .filter(|issue| issue.severity >= Severity::Warning)
            .partition(|issue| issue.file.is_empty() && issue.rows == 0);
        lines.extend(practices.iter().map(|issue| issue.text.clone()));
        if !others.is_empty() {
            let things = if others.len() == 1 { "thing" } else { "things" };
            lines.push(format!("{} more {things} to know about these files: `vaxdash check` lists them", others.len()));
        }
        if self.rejects > 0 {
            let rows = if self.rejects == 1 { "row was" } else { "rows were" };
            let place = self.rejects_file.map_or_else(
                || "--rejects FILE lists them".to_owned(),
                |path| format!("{} lists them", path.display()),
            );
            lines.push(format!("{} {rows} rejected: {place}", self.rejects));
        }
        for line in lines {
            drop(writeln!(err, "vaxdash: {line}"));
        }
        if let Some((as_at, days)) = self.old {
            warn_of_age(as_at, days, err);
        }
    }
}

/// Says that the date of the report is that of the data, which lies back.
pub fn warn_of_age(as_at: NaiveDate, days: i64, err: &mut dyn Write) {
    let as_at = UkDate(as_at);
    drop(writeln!(
        err,
        "vaxdash: the report is as at {as_at}, {days} days ago, the date of the data; --as-at {as_at} says that this is meant"
    ));
}

/// The rejected rows as a file: file, row, column, reason.
pub fn rejects_file(path: &Path, rejects: &[Reject]) -> Result<OutputFile, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = rejects
        .iter()
        .map(|reject| [reject.file.clone(), reject.row.to_string(), reject.column.clone(), reject.reason.clone()]);
    let header = ["file", "row", "column", "reason"].map(str::to_owned);
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row).map_err(|error| Failure::fault(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::fault(error.to_string()))?;
    Ok(OutputFile { path: path.to_owned(), bytes })
}

/// A file that was not written, as a failure with its exit code.
pub fn target_failure(fault: &TargetFault) -> Failure {
    match fault {
        TargetFault::Exists(_) => Failure::refused(fault.to_string()),
        TargetFault::Io(..) => Failure::input(fault.to_string()),
    }
}
