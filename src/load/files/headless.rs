//! Practice lists without a header, known by their rows.

use super::headings::Columns;
use super::kind::FileKind;
use super::layout::Layout;
use super::ods_publication::{is_register, register_columns};
use crate::domain::OdsCode;
use crate::load::rows::file_rows::{FileRows, RowFormat};
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;

/// The layout of a file whose every row is data.
#[must_use]
pub fn without_header(format: RowFormat, columns: Columns) -> Layout {
    Layout { kind: FileKind::Practices, format, header_row: 0, columns, last_run: None }
}

/// The columns of a practice list without a header: nothing but ODS codes, one
/// a line, or the register of practices that ODS publishes.
pub fn headless(open: impl Fn() -> Result<FileRows, RowFault>) -> Option<Columns> {
    if open().is_ok_and(is_plain_list) {
        return Some(Columns::default());
    }
    let mut rows = open().ok()?;
    (rows.advance().ok()? && is_register(&rows.row())).then(register_columns)
}

/// Whether the rows are a list of nothing but ODS codes, one a line.
fn is_plain_list(mut rows: FileRows) -> bool {
    let mut codes = 0_u32;
    loop {
        match rows.advance() {
            Ok(true) if rows.row().is_empty() => {}
            Ok(true) if is_one_code(&rows.row()) => codes += 1,
            Ok(false) => return codes > 0,
            Ok(true) | Err(_) => return false,
        }
    }
}

fn is_one_code(row: &Row<'_>) -> bool {
    OdsCode::read(row.cell(Some(0))).is_some() && (1..row.width()).all(|column| row.cell(Some(column)).is_empty())
}
