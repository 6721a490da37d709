//! The line that is the header: the one with the most known headings.

use chrono::{DateTime, Utc};

use super::headings::Columns;
use super::kind::FileKind;
use super::known::KnownHeaders;
use crate::load::rows::cells::instants::read_local_instant;
use crate::load::rows::file_rows::FileRows;
use crate::load::rows::limits::HEADER_WITHIN;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;

/// A line that may be the header.
#[derive(Clone)]
pub struct HeaderLine {
    /// Its cells.
    pub cells: Vec<String>,
    /// Its row number.
    pub row: u32,
    /// Which column holds which field.
    pub columns: Columns,
    /// The kind of a file with this header, if it is one.
    pub kind: Option<FileKind>,
    /// How many of its cells are known headings.
    pub known: usize,
    /// When the report was run, where a line above says so.
    pub last_run: Option<DateTime<Utc>>,
}

impl HeaderLine {
    fn read(cells: Vec<String>, row: u32, last_run: Option<DateTime<Utc>>, headers: &KnownHeaders) -> Self {
        let columns = Columns::find_named(&cells, &headers.named);
        let kind = FileKind::of_header(&columns, &headers.own);
        let known = match kind {
            // Known as a whole.
            Some(FileKind::NotOurs | FileKind::OwnOutput) => cells.len(),
            _ => columns.known(),
        };
        Self { cells, row, columns, kind, known, last_run }
    }
}

/// Among the first rows the one with the most known headings, the first of them
/// where several have as many; without any known heading, the first row.
///
/// A line that has fewer cells than `least`, or no more than the best line has
/// known headings, is not looked at: it could not be the header.
///
/// A fault counts only before the first row: later ones are met again when the
/// file is read.
///
/// # Errors
/// Where not even the first row can be cut.
pub fn find_header(mut rows: FileRows, least: usize, headers: &KnownHeaders) -> Result<Option<HeaderLine>, RowFault> {
    let mut best: Option<HeaderLine> = None;
    let mut last_run = None;
    loop {
        match rows.advance() {
            Ok(true) if rows.row().number <= HEADER_WITHIN => {}
            Err(fault) if best.is_none() => return Err(fault),
            Ok(_) | Err(_) => return Ok(best),
        }
        let row = rows.row();
        if row.is_empty() {
            continue;
        }
        let last_run_above = last_run;
        last_run = last_run.or_else(|| read_last_run(&row));
        let width = row.width();
        if width < least || best.as_ref().is_some_and(|best| width <= best.known) {
            continue;
        }
        let line = HeaderLine::read(row.texts(), row.number, last_run_above, headers);
        if best.as_ref().is_none_or(|best| line.known > best.known) {
            best = Some(line);
        }
    }
}

/// The date and time in the fourth cell of the line with `Last Run` above the
/// header of an EMIS report.
fn read_last_run(row: &Row<'_>) -> Option<DateTime<Utc>> {
    // As headings are compared, but no further than to the first letter that is another.
    let is_last_run = |column| {
        let text = row.text(Some(column));
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).eq("lastrun".chars())
    };
    if row.width() < 4 || !(0..3).any(is_last_run) {
        return None;
    }
    read_local_instant(&String::from_utf8_lossy(row.raw(Some(3))))
}
