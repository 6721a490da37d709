//! Lists of people with a date: who has been invited already (`--exclude`), and
//! at whom a clinician has looked (`--reviewed`).

use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::column_checks::check_order;
use crate::domain::NhsNumber;
use crate::load::files::headings::{Columns, Field, UserHeadings, heading};
use crate::load::files::recognise::{DELIMITERS, Form, form};
use crate::load::rows::body_rules::{BodyRules, RowCount};
use crate::load::rows::cell_place::place;
use crate::load::rows::cells::dates::{DateEvidence, read_date};
use crate::load::rows::encoding;
use crate::load::rows::file_rows::{FileRows, RowFormat};
use crate::load::rows::limits::HEADER_WITHIN;
use crate::load::rows::line::whole;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;
use crate::load::rows::workbook::{SheetTop, look};

/// Which date of a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatedBy {
    /// The day of the invitation.
    Invitation,
    /// The day on which a clinician looked.
    Review,
}

/// Headings of the day of an invitation, as they are compared, in the order in
/// which they are looked for; then come those of the day somebody was added,
/// and of an event.
const OF_INVITATION: [&str; 5] = ["asat", "dateinvited", "datesent", "datecontacted", "lastinvited"];
/// Headings of the day on which a clinician looked.
const OF_REVIEW: [&str; 5] = ["datereviewed", "reviewedon", "reviewdate", "reviewed", "date"];
/// Headings that our own review file has, and whose date is that of the event.
const OF_REVIEW_FILE: [&str; 3] = ["why", "code", "lastdose"];

/// How a list is read.
#[derive(Debug, Clone, Copy)]
pub struct ListedBy<'a> {
    /// Which of its dates counts.
    pub dates: DatedBy,
    /// The headings that the user has named.
    pub named: &'a UserHeadings,
}

/// The people of a list.
#[derive(Debug, Default)]
pub struct Invited {
    /// Each with the date, where it is known.
    pub people: Vec<(NhsNumber, Option<NaiveDate>)>,
    /// Rows whose NHS number cannot be read: whoever they are, they are not found in it.
    pub unreadable: u64,
    /// The heading of the dates; `None` where the list has none.
    pub dates: Option<String>,
    /// The first row of a person whose date is blank or cannot be read.
    pub undated_row: Option<u32>,
}

impl Invited {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> u64 {
        u64::try_from(self.people.len()).unwrap_or(u64::MAX).saturating_add(self.unreadable)
    }

    fn add(&mut self, more: Self) {
        self.people.extend(more.people);
        self.unreadable += more.unreadable;
        self.dates = self.dates.take().or(more.dates);
        self.undated_row = self.undated_row.or(more.undated_row);
    }
}

/// The NHS numbers of a file with an NHS number column, each with the date of
/// its row where the file has a date column; or of a plain list of them. Only the dates of one's own people
/// are evidence of how dates are written.
///
/// # Errors
/// Where the file cannot be read, has no NHS number column, or has dates in US order.
pub fn read_invited(path: &Path, by: ListedBy<'_>, is_own: impl Fn(NhsNumber) -> bool) -> io::Result<Invited> {
    if !fs::metadata(path)?.is_file() {
        // Opening a pipe would wait for ever.
        return Err(io::Error::other("it is not a file"));
    }
    let bytes = encoding::examine(path, false, Meter::unseen())?;
    let open = |format: &RowFormat| FileRows::open(path, bytes.encoding, format).map_err(io::Error::other);
    let mut found: Option<Invited> = None;
    match form(path, &bytes).map_err(io::Error::other)? {
        Form::Text => {
            for delimiter in DELIMITERS {
                if found.is_none() {
                    let format = RowFormat::Delimited(delimiter);
                    found = below_header(open(&format)?, by, Some(delimiter), &is_own)?;
                }
            }
            if found.is_none() {
                found = plain_list(open(&RowFormat::Delimited(b','))?)?;
            }
        }
        // A sheet for each month, perhaps: whoever is on any of them was invited.
        Form::Book => {
            let held = |top: &SheetTop| FileRows::held(top.rows.clone());
            let look = look(path, |top| has_numbers(held(top), by.named)).map_err(io::Error::other)?;
            for top in &look.sheets {
                let format = RowFormat::Sheet(top.source.clone());
                let more = if has_numbers(held(top), by.named) {
                    below_header(open(&format)?, by, None, &is_own)?
                } else if plain_list(held(top))?.is_some() {
                    plain_list(open(&format)?)?
                } else {
                    None
                };
                if let Some(more) = more {
                    found.get_or_insert_default().add(more);
                }
            }
        }
    }
    found.ok_or_else(|| io::Error::other("it has no NHS number column"))
}

/// The people of a list of nothing but NHS numbers, one a line, as the files
/// for GP systems are.
fn plain_list(mut rows: FileRows) -> io::Result<Option<Invited>> {
    let mut invited = Invited::default();
    while rows.advance().map_err(io::Error::other)? {
        let row = rows.row();
        if row.is_empty() {
            continue;
        }
        let is_alone = (1..row.width()).all(|column| row.cell(Some(column)).is_empty());
        match NhsNumber::read(row.cell(Some(0))) {
            Ok(number) if is_alone => invited.people.push((number, None)),
            _ => return Ok(None),
        }
    }
    Ok((!invited.people.is_empty()).then_some(invited))
}

/// The people below a header; `None` without an NHS number column.
fn below_header(
    mut rows: FileRows,
    by: ListedBy<'_>,
    delimiter: Option<u8>,
    is_own: &impl Fn(NhsNumber) -> bool,
) -> io::Result<Option<Invited>> {
    let mut columns: Option<(Columns, Option<usize>)> = None;
    let mut invited = Invited::default();
    let mut evidence = DateEvidence::default();
    while rows.advance().map_err(io::Error::other)? {
        let row = rows.row();
        if let Some((columns, _)) = &columns {
            check_row(&row, columns, delimiter).map_err(io::Error::other)?;
        }
        match &columns {
            None if row.number > HEADER_WITHIN => break,
            None => {
                let found =
                    Some(Columns::find_named(&row.texts(), by.named)).filter(|found| found.has(Field::NhsNumber));
                columns = found.map(|found| {
                    let date = date_column(&found, by.dates);
                    (found, date)
                });
            }
            Some(_) if row.is_empty() => {}
            Some((columns, date_column)) => match NhsNumber::read(row.cell(columns.first(Field::NhsNumber))) {
                Ok(number) => {
                    let none = &mut DateEvidence::default();
                    let evidence = if is_own(number) { &mut evidence } else { none };
                    let date = read_date(row.cell(*date_column), evidence).date();
                    if date.is_none() && invited.undated_row.is_none() {
                        invited.undated_row = Some(row.number);
                    }
                    invited.people.push((number, date));
                }
                Err(_) => invited.unreadable += 1,
            },
        }
    }
    let Some((columns, date_column)) = columns else { return Ok(None) };
    check_order(evidence, date_column, &columns).map_err(io::Error::other)?;
    invited.dates = date_column.map(|column| columns.written(column));
    Ok(Some(invited))
}

/// Refuses a list in which a quotation mark took rows into a cell, which is cut
/// off, or in which an NHS number cannot be known.
fn check_row(row: &Row<'_>, columns: &Columns, delimiter: Option<u8>) -> Result<(), RowFault> {
    let unknown = row.unknown.iter().find(|column| columns.all(Field::NhsNumber).contains(&whole(**column)));
    if let Some(column) = unknown {
        return Err(RowFault::UnknownCell(place(*column, row.number)));
    }
    let rules = BodyRules { width: columns.width(), headed: columns.headed(), delimiter, ..BodyRules::default() };
    rules.takes(row, false, &mut RowCount::default()).map(drop)
}

/// Whether these rows have a header with an NHS number column.
fn has_numbers(mut rows: FileRows, named: &UserHeadings) -> bool {
    while rows.advance().is_ok_and(|more| more) {
        if Columns::find_named(&rows.row().texts(), named).has(Field::NhsNumber) {
            return true;
        }
    }
    false
}

/// The column of the dates: the first of the headings, in their order.
fn date_column(columns: &Columns, dated_by: DatedBy) -> Option<usize> {
    let headings: Vec<String> = (0..columns.width()).map(|column| heading(&columns.as_given(column))).collect();
    let find = |wanted: &str| headings.iter().position(|heading| heading == wanted);
    match dated_by {
        DatedBy::Invitation => {
            let known = [Field::DateAdded, Field::EventDate];
            let by_field = || known.into_iter().find_map(|field| columns.first(field));
            OF_INVITATION.into_iter().find_map(find).or_else(by_field)
        }
        DatedBy::Review => {
            let is_review_file = OF_REVIEW_FILE.into_iter().all(|wanted| find(wanted).is_some());
            OF_REVIEW.into_iter().filter(|wanted| !(is_review_file && *wanted == "date")).find_map(find)
        }
    }
}
