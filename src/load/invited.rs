//! Who has been invited already: the files of `--exclude`.

use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::dates::{DateEvidence, read_date};
use super::encoding;
use super::headers::{Columns, Field};
use super::rows::Rows;
use crate::domain::NhsNumber;

/// A person named in a file, with the date of the invitation where it is known.
pub type Invited = (NhsNumber, Option<NaiveDate>);

/// The NHS numbers of a file with an NHS number column, each with the date of
/// its row where the file has a date column.
///
/// # Errors
/// Where the file cannot be read or has no NHS number column.
pub fn read_invited(path: &Path) -> io::Result<Vec<Invited>> {
    let bytes = encoding::examine(path)?;
    for delimiter in [b',', b'|', b'\t', b';'] {
        let mut rows = Rows::open(path, bytes.encoding, delimiter)?;
        let mut columns: Option<Columns> = None;
        let mut invited = Vec::new();
        while rows.advance().map_err(|fault| io::Error::other(fault.to_string()))? {
            let row = rows.row();
            match &columns {
                None if row.number > 30 => break,
                None => columns = Some(Columns::find(&row.texts())).filter(|found| found.has(Field::NhsNumber)),
                Some(columns) => {
                    if let Ok(number) = NhsNumber::read(row.cell(columns.first(Field::NhsNumber))) {
                        let date = [Field::EventDate, Field::DateAdded, Field::RecordedDate]
                            .into_iter()
                            .find_map(|field| columns.first(field));
                        let date = date
                            .and_then(|column| read_date(row.cell(Some(column)), &mut DateEvidence::default()).date());
                        invited.push((number, date));
                    }
                }
            }
        }
        if columns.is_some() {
            return Ok(invited);
        }
    }
    Err(io::Error::other("it has no NHS number column"))
}
