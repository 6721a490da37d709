//! XLSX workbooks: read through the same rows as delimited text.

mod cells;
mod hostile;
mod refused;
mod sheets;

use crate::data::{Row, csv};

/// A workbook of one sheet with these rows, each cell as text.
fn book(rows: &[Row]) -> Vec<u8> {
    crate::books::of_csv(&csv(rows))
}
