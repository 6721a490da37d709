//! Who has been invited already: the files of `--exclude`.

use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::dates::{DateEvidence, read_date};
use super::encoding::{self, Encoding};
use super::faults::check_order;
use super::headers::{Columns, Field};
use super::recognise::{DELIMITERS, Form, form};
use super::rows::{Cut, Rows};
use super::survey::HEADER_WITHIN;
use super::workbook::{SheetTop, look};
use crate::domain::NhsNumber;

/// The people of a file who were invited.
#[derive(Debug, Default)]
pub struct Invited {
    /// Each with the date of the invitation, where it is known.
    pub people: Vec<(NhsNumber, Option<NaiveDate>)>,
    /// Rows whose NHS number cannot be read: whoever they are, they are not taken out.
    pub unreadable: u64,
}

/// The NHS numbers of a file with an NHS number column, each with the date of
/// its row where the file has a date column. Only the dates of one's own people
/// are evidence of how dates are written.
///
/// # Errors
/// Where the file cannot be read, has no NHS number column, or has dates in US order.
pub fn read_invited(path: &Path, is_own: impl Fn(NhsNumber) -> bool) -> io::Result<Invited> {
    if !fs::metadata(path)?.is_file() {
        // Opening a pipe would wait for ever.
        return Err(io::Error::other("it is not a file"));
    }
    let bytes = encoding::examine(path)?;
    let read = |cut: &Cut| read_cut(path, bytes.encoding, cut, &is_own);
    let mut found: Option<Invited> = None;
    match form(path, &bytes).map_err(io::Error::other)? {
        Form::Text => {
            for delimiter in DELIMITERS {
                if found.is_none() {
                    found = read(&Cut::Text(delimiter))?;
                }
            }
        }
        // A sheet for each month, perhaps: whoever is on any of them was invited.
        Form::Book => {
            for cut in sheets_with_numbers(path)? {
                let Some(more) = read(&cut)? else { continue };
                let invited = found.get_or_insert_default();
                invited.people.extend(more.people);
                invited.unreadable += more.unreadable;
            }
        }
    }
    found.ok_or_else(|| io::Error::other("it has no NHS number column"))
}

/// The people of a file cut in one way; `None` without an NHS number column.
fn read_cut(
    path: &Path,
    encoding: Encoding,
    cut: &Cut,
    is_own: &impl Fn(NhsNumber) -> bool,
) -> io::Result<Option<Invited>> {
    let mut rows = Rows::open(path, encoding, cut).map_err(io::Error::other)?;
    let mut columns: Option<Columns> = None;
    let mut invited = Invited::default();
    let mut evidence = DateEvidence::default();
    while rows.advance().map_err(io::Error::other)? {
        let row = rows.row();
        match &columns {
            None if row.number > HEADER_WITHIN => break,
            None => columns = Some(Columns::find(&row.texts())).filter(|found| found.has(Field::NhsNumber)),
            Some(_) if row.is_empty() => {}
            Some(columns) => match NhsNumber::read(row.cell(columns.first(Field::NhsNumber))) {
                Ok(number) => {
                    let none = &mut DateEvidence::default();
                    let evidence = if is_own(number) { &mut evidence } else { none };
                    let date = read_date(row.cell(date_column(columns)), evidence).date();
                    invited.people.push((number, date));
                }
                Err(_) => invited.unreadable += 1,
            },
        }
    }
    let Some(columns) = columns else { return Ok(None) };
    check_order(evidence, date_column(&columns), &columns).map_err(io::Error::other)?;
    Ok(Some(invited))
}

/// The sheets of a workbook that have an NHS number column.
fn sheets_with_numbers(path: &Path) -> io::Result<Vec<Cut>> {
    let has_numbers = |top: &SheetTop| {
        let mut rows = Rows::held(top.rows.clone());
        while rows.advance().is_ok_and(|more| more) {
            if Columns::find(&rows.row().texts()).has(Field::NhsNumber) {
                return true;
            }
        }
        false
    };
    let look = look(path, has_numbers).map_err(io::Error::other)?;
    Ok(look.sheets.into_iter().filter(|top| has_numbers(top)).map(|top| Cut::Sheet(top.name)).collect())
}

/// The column that says when somebody was invited.
fn date_column(columns: &Columns) -> Option<usize> {
    [Field::EventDate, Field::DateAdded, Field::RecordedDate].into_iter().find_map(|field| columns.first(field))
}
