//! Codes that a spreadsheet has turned into numbers.

use super::event_columns::EventColumns;
use super::warnings::Warnings;
use crate::domain::{Brand, Event};
use crate::load::rows::row::Row;

/// Names codes that a spreadsheet has turned into numbers.
pub fn warn_of_damage(row: &Row<'_>, columns: &EventColumns<'_>, event: &Event, file: &str, warnings: &mut Warnings) {
    // A code that is known has its digits.
    let procedure = columns.procedure.filter(|_| event.class.is_none());
    let product = columns.product.filter(|_| event.brand == Brand::UNKNOWN);
    for column in [procedure, product, columns.situation].into_iter().flatten() {
        let cell = row.cell(Some(column));
        if cell.iter().any(|byte| matches!(byte, b'e' | b'E'))
            && cell.iter().all(|byte| byte.is_ascii_digit() || b".eE+".contains(byte))
        {
            let text = format!(
                "column \"{}\" holds codes that a spreadsheet has damaged (they read like 1.32E+15): export again and keep the column as text",
                columns.headings.written(column)
            );
            warnings.row(file, text);
        }
    }
    // Rounded, the identities of several records become one.
    let id = row.cell(columns.record_id[1]);
    if id.contains(&b'+')
        && id.windows(2).any(|two| two == b"E+")
        && id.iter().all(|byte| byte.is_ascii_digit() || b"E+.".contains(byte))
    {
        let text = "the identities of records were damaged by a spreadsheet (they read like 1.32E+15): an UPDATE or DELETE \
                    may replace the wrong rows. Export again and keep the column as text";
        warnings.row(file, text.to_owned());
    }
}
