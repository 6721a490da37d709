//! The bytes of the import files and of the lists beside them.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use chrono::NaiveDate;
use csv::{QuoteStyle, Terminator};

use super::targets::Target;
use super::waterfall::{InvitePlan, Listed};
use crate::domain::{IsoDate, Scope, UkDate};
use crate::render::OutputFile;

/// What file names are made of: never of data.
pub struct FileNames<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The dose, or `next`.
    pub dose: &'a str,
    /// The date of the report.
    pub as_at: NaiveDate,
}

/// Every file of a run: one a practice, the exceptions and the visit list.
pub fn invite_files(
    plan: &InvitePlan,
    target: &Target,
    scope: &Scope,
    names: &FileNames<'_>,
) -> io::Result<Vec<OutputFile>> {
    let mut by_practice: BTreeMap<Option<u16>, Vec<&[String]>> = BTreeMap::new();
    for (practice, row) in &plan.rows {
        by_practice.entry(target.per_practice.then_some(*practice)).or_default().push(row);
    }
    let mut files = Vec::new();
    for (practice, rows) in by_practice {
        let code = practice.map_or("all", |practice| scope.get(practice).code.as_str());
        let name = format!("{}_{code}_{}_{}.{}", target.name, names.dose, IsoDate(names.as_at), target.extension);
        let header: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
        let rows = rows.into_iter().map(|row| row.iter().map(String::as_str).collect());
        files.push(OutputFile { path: names.folder.join(name), bytes: delimited(&header, rows)? });
    }
    if !plan.exceptions.is_empty() {
        let header = ["NHS Number", "Practice code", "Excluded because", "Detail"];
        let rows = plan.exceptions.iter().map(|listed| {
            vec![number(listed), practice_code(listed, scope), listed.because.clone(), listed.detail.clone()]
        });
        files.push(OutputFile { path: names.folder.join("exceptions.csv"), bytes: table(&header, rows)? });
    }
    if !plan.visits.is_empty() {
        let header = ["NHS Number", "Practice code", "Reason", "Dose", "Status", "Due date"];
        let rows = plan.visits.iter().map(|listed| {
            let line = &listed.line;
            let due = UkDate(line.due).to_string();
            let dose = line.kind.name().to_owned();
            vec![
                number(listed),
                practice_code(listed, scope),
                listed.because.clone(),
                dose,
                line.status.to_owned(),
                due,
            ]
        });
        files.push(OutputFile { path: names.folder.join("visits.csv"), bytes: table(&header, rows)? });
    }
    Ok(files)
}

fn number(listed: &Listed) -> String {
    listed.line.person.nhs_number.digits()
}

fn practice_code(listed: &Listed, scope: &Scope) -> String {
    scope.get(listed.line.person.practice).code.to_string()
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> io::Result<Vec<u8>> {
    let rows: Vec<Vec<String>> = rows.collect();
    delimited(header, rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}

/// RFC 4180: CRLF, quotes where they are needed, UTF-8 without a byte-order mark.
fn delimited<'a>(header: &[&str], rows: impl Iterator<Item = Vec<&'a str>>) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
