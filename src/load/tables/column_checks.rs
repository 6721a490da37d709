//! What is wrong with a whole column, and refuses its file.

use crate::load::files::headings::Columns;
use crate::load::rows::cells::dates::DateEvidence;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::row::Row;

/// Refuses the file where two of `columns` differ in this row, blanks apart.
pub fn check_same<T: PartialEq>(
    row: &Row<'_>,
    columns: &[usize],
    headings: &Columns,
    clean: impl Fn(&[u8]) -> T,
) -> Result<(), FileFault> {
    check_same_filled(row, columns, headings, clean, <[u8]>::is_empty)
}

/// The same, where other cells than empty ones are blank.
pub fn check_same_filled<T: PartialEq>(
    row: &Row<'_>,
    columns: &[usize],
    headings: &Columns,
    clean: impl Fn(&[u8]) -> T,
    is_blank: impl Fn(&[u8]) -> bool,
) -> Result<(), FileFault> {
    if columns.len() < 2 {
        return Ok(());
    }
    let mut filled = columns.iter().filter(|column| !is_blank(row.cell(Some(**column))));
    let Some(first) = filled.next() else { return Ok(()) };
    let value = clean(row.cell(Some(*first)));
    match filled.find(|column| clean(row.cell(Some(**column))) != value) {
        None => Ok(()),
        Some(other) => {
            Err(FileFault::Conflict { row: row.number, columns: [headings.written(*first), headings.written(*other)] })
        }
    }
}

/// Refuses the file where a column's values prove that it is month-first.
pub fn check_order(evidence: DateEvidence, column: Option<usize>, headings: &Columns) -> Result<(), FileFault> {
    if evidence.refuses() {
        let column = column.map(|column| headings.written(column)).unwrap_or_default();
        return Err(FileFault::MonthFirst { column, values: evidence.month_first });
    }
    Ok(())
}
