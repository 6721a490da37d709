//! Who has been invited already: the files of `--exclude`.

use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::dates::{DateEvidence, read_date};
use super::encoding;
use super::faults::check_order;
use super::headers::{Columns, Field};
use super::rows::Rows;
use super::survey::{DELIMITERS, HEADER_WITHIN, no_text};
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
    if let Some(reason) = no_text(path, &bytes) {
        return Err(io::Error::other(reason));
    }
    for delimiter in DELIMITERS {
        let mut rows = Rows::open(path, bytes.encoding, delimiter)?;
        let mut columns: Option<Columns> = None;
        let mut invited = Invited::default();
        let mut evidence = DateEvidence::default();
        while rows.advance().map_err(|fault| io::Error::other(fault.to_string()))? {
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
        if let Some(columns) = columns {
            let order = check_order(evidence, date_column(&columns), &columns);
            return order.map(|()| invited).map_err(|fault| io::Error::other(fault.to_string()));
        }
    }
    Err(io::Error::other("it has no NHS number column"))
}

/// The column that says when somebody was invited.
fn date_column(columns: &Columns) -> Option<usize> {
    [Field::EventDate, Field::DateAdded, Field::RecordedDate].into_iter().find_map(|field| columns.first(field))
}
