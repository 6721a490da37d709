//! What is said on standard error beside a report, most important last.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::{Doubt, Foreign, Issue, Severity};
use crate::exit::Failure;
use crate::load::Reject;
use crate::render::{OutputFault, OutputFile, finish_interrupted};

/// What there is to say.
pub struct Notices<'a> {
    /// What loading noticed.
    pub issues: &'a [Issue],
    /// How many rows were rejected.
    pub rejects: usize,
    /// Where they were written.
    pub rejects_file: Option<&'a Path>,
    /// That the data are old, in words.
    pub old: Option<&'a str>,
}

impl Notices<'_> {
    /// Says it. A closed standard error is no reason to fail.
    pub fn write(&self, err: &mut dyn Write) {
        let mut lines: Vec<String> = Vec::new();
        // Practices and pipes left out are named; the other warnings are `check`'s business.
        let (left_out, others): (Vec<&Issue>, Vec<&Issue>) = self
            .issues
            .iter()
            .filter(|issue| issue.severity >= Severity::Warning)
            .partition(|issue| issue.file.is_empty() && issue.rows == 0);
        lines.extend(left_out.iter().map(|issue| issue.text.clone()));
        if !others.is_empty() {
            let things = if others.len() == 1 { "thing" } else { "things" };
            lines.push(format!("{} more {things} to know about these files: `vaxdash check` lists them", others.len()));
        }
        if self.rejects > 0 {
            let rows = if self.rejects == 1 { "row was" } else { "rows were" };
            let place = self.rejects_file.map_or_else(
                || "--rejects FILE lists them".to_owned(),
                |path| format!("{} lists them", Foreign::path(path)),
            );
            lines.push(format!("{} {rows} rejected: {place}", self.rejects));
        }
        lines.extend(self.old.map(str::to_owned));
        for line in lines {
            drop(writeln!(err, "vaxdash: {line}"));
        }
    }
}

/// Says each doubt about the data, accepted or not.
pub fn say_doubts(doubts: &[Doubt], err: &mut dyn Write) {
    for doubt in doubts {
        drop(writeln!(err, "vaxdash: {}", doubt.line()));
    }
}

/// The headings of the file of rejected rows.
pub const REJECTS: [&str; 4] = ["file", "row", "column", "reason"];

/// The rejected rows as a file, with those headings.
pub fn rejects_file(path: &Path, rejects: &[Reject]) -> Result<OutputFile, Failure> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = rejects
        .iter()
        .map(|reject| [reject.file.clone(), reject.row.to_string(), reject.column.clone(), reject.reason.clone()]);
    let header = REJECTS.map(str::to_owned);
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(&row).map_err(|error| Failure::fault(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| Failure::fault(error.to_string()))?;
    Ok(OutputFile { path: path.to_owned(), bytes })
}

/// Ends what runs that were killed had begun in these folders, and says so,
/// whatever else is not to be said.
pub fn finish_in(folders: &[PathBuf], err: &mut dyn Write) -> Result<(), Failure> {
    for folder in folders {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if let Some(finished) = finish_interrupted(folder).map_err(|fault| target_failure(&fault))? {
            drop(writeln!(err, "vaxdash: {finished}"));
        }
    }
    Ok(())
}

/// A file that was not written, as a failure with its exit code.
pub fn target_failure(fault: &OutputFault) -> Failure {
    match fault {
        OutputFault::Exists(_)
        | OutputFault::NotAFile(_)
        | OutputFault::Twice(_)
        | OutputFault::Changed(_)
        | OutputFault::Unfinished(_)
        | OutputFault::Busy(_)
        | OutputFault::Journal(_)
        | OutputFault::Conflict(..) => Failure::refused(fault.to_string()),
        OutputFault::Io(..) | OutputFault::Stuck(..) => Failure::input(fault.to_string()),
    }
}
