//! The published list of immunosuppressed patients: a flag for one's own
//! people, and nothing else. Contact details never come from it.

use super::data_rows::RowCount;
use super::dates::{DateEvidence, read_date};
use super::faults::{FileFault, check_order, check_same};
use super::headers::Field;
use super::people::People;
use super::survey::{InputFile, Layout};
use crate::domain::{Flags, NhsNumber};

/// Sets the flag of every person of one's own who is on the list, whatever
/// the date they were added.
pub fn read_immunosuppressed(file: &InputFile, layout: &Layout, people: &mut People) -> Result<RowCount, FileFault> {
    let columns = &layout.columns;
    let numbers = columns.all(Field::NhsNumber);
    let added = columns.first(Field::DateAdded);
    let mut evidence = DateEvidence::default();
    let mut rows = file.rows(layout)?;
    while rows.advance()? {
        let row = rows.row();
        let person =
            |column: &usize| NhsNumber::read(row.cell(Some(*column))).ok().and_then(|number| people.find(number));
        if numbers.iter().any(|column| person(column).is_some()) {
            check_same(&row, numbers, columns, NhsNumber::clean)?;
        }
        if let Some(index) = numbers.first().and_then(person) {
            read_date(row.cell(added), &mut evidence);
            people.list[usize::try_from(index).unwrap_or(usize::MAX)].flags |= Flags::IMMUNOSUPPRESSED;
        }
    }
    check_order(evidence, added, columns)?;
    Ok(rows.count())
}
