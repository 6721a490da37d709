//! A file of a sample as a workbook.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A workbook of these rows, the header first, shared out over sheets, each
/// with the header; the last sheet is hidden where that is asked for.
///
/// # Errors
/// A workbook that cannot be made.
pub fn book(rows: &[Vec<String>], sheets: usize, hides_last: bool) -> io::Result<Vec<u8>> {
    write(rows, sheets.max(1), hides_last).map_err(io::Error::other)
}

fn write(rows: &[Vec<String>], sheets: usize, hides_last: bool) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same sample is the same bytes, whenever it is made.
    let made = ExcelDateTime::from_ymd(2022, 5, 11)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let Some((header, body)) = rows.split_first() else { return book.save_to_buffer() };
    let of_a_sheet = body.len().div_ceil(sheets).max(1);
    for place in 0..sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(format!("Part {}", place + 1))?;
        if hides_last && place + 1 == sheets {
            sheet.set_hidden(true);
        }
        let part = body.iter().skip(place * of_a_sheet).take(of_a_sheet);
        for (row, cells) in (0_u32..).zip(std::iter::once(header).chain(part)) {
            for (column, cell) in (0_u16..).zip(cells) {
                sheet.write_string(row, column, cell)?;
            }
        }
    }
    book.save_to_buffer()
}
