//! The bytes of the import files and of the lists beside them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use csv::{QuoteStyle, Terminator};

use super::plan::{InvitePlan, InviteRow, NotInvited};
use super::review_file::{REVIEW_HEADER, review_rows};
use super::reviewed::Reviewed;
use super::targets::BookingTarget;
use crate::domain::{IsoDate, Person, Scope, UkDate};
use crate::render::OutputFile;
use crate::report::DueLine;

/// The lists beside the import files: whom no target reaches, who is visited,
/// and whom a clinician must look at.
pub const LISTS: [&str; 3] = ["exceptions", "visits", "review"];

/// What file names are made of: never of data.
pub struct FileNames<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The dose, or `next`.
    pub dose: &'a str,
    /// The date of the report.
    pub as_at: NaiveDate,
}

/// The headings of the list of people to be reached in another way.
pub const EXCEPTIONS: [&str; 4] = ["NHS Number", "Practice code", "Excluded because", "Detail"];
/// The headings of the list of people to be visited.
pub const VISITS: [&str; 6] = ["NHS Number", "Practice code", "Reason", "Dose", "Status", "Due date"];

impl FileNames<'_> {
    /// The name of a list: of the target, or of channels together, so that two
    /// targets may share a folder.
    #[must_use]
    pub fn list(&self, list: &str, targets: &[BookingTarget]) -> PathBuf {
        let ways = match targets {
            [target] => target.name.as_str(),
            _ => "channels",
        };
        self.folder.join(format!("{list}_{ways}_{}_{}.csv", self.dose, IsoDate(self.as_at)))
    }
}

/// A file of a run.
pub struct InviteFile {
    /// Where it goes, and its bytes.
    pub output: OutputFile,
    /// How many rows it has, the headings apart.
    pub rows: usize,
}

/// Every file of a run: those of the targets, the exceptions, the visit list
/// and the review file. `header` adds the headers to targets that have none.
///
/// # Errors
/// When somebody who must never be contacted is about to be written, whatever
/// went before: a fault of the program.
pub fn invite_files(
    plan: &InvitePlan,
    targets: &[BookingTarget],
    reviewed: &Reviewed,
    scope: &Scope,
    header: bool,
    names: &FileNames<'_>,
) -> Result<Vec<InviteFile>, String> {
    let may_be_reached = |line: &DueLine| may_be_named(&line.person, scope) && !reviewed.is_to_review(line);
    let to_review = plan.to_review.iter().map(|listed| &listed.line.person);
    if !plan.everybody().all(may_be_reached) || !to_review.clone().all(|person| may_be_named(person, scope)) {
        return Err("somebody who must not be contacted was about to be written".to_owned());
    }
    target_files(plan, targets, scope, header, names)
        .and_then(|mut files| {
            let [exceptions_name, visits_name, review_name] = LISTS.map(|list| names.list(list, targets));
            files.extend(exceptions(plan, scope, exceptions_name)?);
            files.extend(visits(plan, scope, visits_name)?);
            let rows = plan.to_review.iter().flat_map(|listed| review_rows(listed, reviewed, scope));
            files.extend(list(review_name, &REVIEW_HEADER, &rows.collect::<Vec<_>>())?);
            Ok(files)
        })
        .map_err(|error| error.to_string())
}

/// Whether anything about a person may be in a file of this room: alive as far
/// as anybody knows, on the list of a practice of the scope, not restricted.
fn may_be_named(person: &Person, scope: &Scope) -> bool {
    !person.known_death
        && !person.death_unknown
        && !person.restricted
        && person.is_patient()
        && usize::from(person.practice) < scope.practices().len()
}

/// One file a target, or one a practice; more than a file may hold are split
/// into numbered files.
fn target_files(
    plan: &InvitePlan,
    targets: &[BookingTarget],
    scope: &Scope,
    header: bool,
    names: &FileNames<'_>,
) -> io::Result<Vec<InviteFile>> {
    let mut by_file: BTreeMap<(usize, Option<u16>), Vec<&InviteRow>> = BTreeMap::new();
    for row in &plan.rows {
        let practice = targets[row.target].per_practice.then_some(row.line.person.practice);
        by_file.entry((row.target, practice)).or_default().push(row);
    }
    let mut files = Vec::new();
    for ((target, practice), rows) in by_file {
        let target = &targets[target];
        let code = practice.map_or("all", |practice| scope.get(practice).code.as_str());
        let most = target.rows_per_file.and_then(|rows| usize::try_from(rows).ok()).unwrap_or(usize::MAX);
        let parts = rows.chunks(most);
        let (count, width) = (parts.len(), parts.len().to_string().len());
        for (number, part) in (1..).zip(parts) {
            let number = if count > 1 { format!("_{number:0width$}") } else { String::new() };
            let (dose, as_at, ending) = (names.dose, IsoDate(names.as_at), target.file_type.name());
            let name = format!("{}_{code}_{dose}_{as_at}{number}.{ending}", target.name);
            let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
            let headers = (target.header || header).then_some(headers);
            let rows = part.iter().map(|row| row.cells.iter().map(String::as_str).collect());
            let output = OutputFile { path: names.folder.join(name), bytes: delimited(headers, rows)? };
            files.push(InviteFile { output, rows: part.len() });
        }
    }
    Ok(files)
}

/// People to be reached in another way.
fn exceptions(plan: &InvitePlan, scope: &Scope, path: PathBuf) -> io::Result<Option<InviteFile>> {
    let rows = plan.exceptions.iter().map(|listed| {
        vec![number(listed), practice_code(listed, scope), listed.because.clone(), listed.detail.clone()]
    });
    list(path, &EXCEPTIONS, &rows.collect::<Vec<_>>())
}

/// People to be visited.
fn visits(plan: &InvitePlan, scope: &Scope, path: PathBuf) -> io::Result<Option<InviteFile>> {
    let rows = plan.visits.iter().map(|listed| {
        let line = &listed.line;
        vec![
            number(listed),
            practice_code(listed, scope),
            listed.because.clone(),
            line.kind.name().to_owned(),
            line.status.word().to_owned(),
            UkDate(line.due).to_string(),
        ]
    });
    list(path, &VISITS, &rows.collect::<Vec<_>>())
}

/// A list beside the import files, if anybody is on it.
fn list(path: PathBuf, header: &[&str], rows: &[Vec<String>]) -> io::Result<Option<InviteFile>> {
    if rows.is_empty() {
        return Ok(None);
    }
    let cells = rows.iter().map(|row| row.iter().map(String::as_str).collect());
    let bytes = delimited(Some(header.to_vec()), cells)?;
    Ok(Some(InviteFile { output: OutputFile { path, bytes }, rows: rows.len() }))
}

fn number(listed: &NotInvited) -> String {
    listed.line.person.nhs_number.digits()
}

fn practice_code(listed: &NotInvited, scope: &Scope) -> String {
    scope.get(listed.line.person.practice).code.to_string()
}

/// RFC 4180: CRLF, quotes where they are needed, UTF-8 without a byte-order mark.
pub(super) fn delimited<'a>(
    header: Option<Vec<&str>>,
    rows: impl Iterator<Item = Vec<&'a str>>,
) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    if let Some(header) = header {
        writer.write_record(header)?;
    }
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
