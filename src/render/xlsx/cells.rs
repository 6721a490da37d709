//! A cell of a report as a cell of a workbook.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

use super::formats;
use crate::domain::UkDate;
use crate::report::Cell;

/// The most characters that a cell holds.
const MOST_CHARACTERS: usize = 32_767;

/// Writes a cell as what it is; gives 1 if it had to be cut.
pub fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: Option<&Format>,
) -> Result<u64, XlsxError> {
    let tenths = |tenths: i64| {
        // A tenth is no binary fraction: it is divided last.
        i32::try_from(tenths).map(|tenths| f64::from(tenths) / 10.0).unwrap_or_default()
    };
    let number = match cell {
        Cell::Null => return Ok(0),
        Cell::Suppressed => return write_text(sheet, (row, column), Cell::SUPPRESSED, format),
        Cell::Text(text) => return write_text(sheet, (row, column), text, format),
        Cell::Date(date) => match serial(*date) {
            Some(days) => days,
            None => return write_text(sheet, (row, column), &UkDate(*date).to_string(), format),
        },
        Cell::Count(count) => whole(i64::try_from(*count).unwrap_or(i64::MAX)),
        Cell::Whole(count) => whole(*count),
        Cell::Percent(percent) => match percent.tenths() {
            Some(percent) => tenths(i64::from(percent)),
            None => return Ok(0),
        },
        Cell::Limit(limit) => tenths(i64::from(*limit)),
        Cell::Points(points) => tenths(*points),
        Cell::HalfDays(halves) => whole(i64::try_from(*halves).unwrap_or(i64::MAX)) / 2.0,
    };
    match format {
        Some(format) => sheet.write_number_with_format(row, column, number, format)?,
        None => sheet.write_number(row, column, number)?,
    };
    Ok(0)
}

/// A count as the number of a cell. Workbooks know doubles alone, which hold
/// every count of people and rows exactly.
#[allow(clippy::cast_precision_loss)]
fn whole(count: i64) -> f64 {
    count as f64
}

/// The number that stands for a date; `None` before March 1900, where the
/// programs that read workbooks do not agree which day a number is.
fn serial(date: NaiveDate) -> Option<f64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let days = (date - zero).num_days();
    (days > 60).then(|| whole(days))
}

fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    format: Option<&Format>,
) -> Result<u64, XlsxError> {
    let (text, cut) = match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => (&text[..end], 1),
        None => (text, 0),
    };
    // XML has no room for these two.
    let text = text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    match format {
        Some(format) => sheet.write_string_with_format(row, column, text, format)?,
        None => sheet.write_string(row, column, text)?,
    };
    Ok(cut)
}

/// Writes words in the first column of a row that are a link to a sheet.
pub fn link((row, words): (u32, &str), name: &str, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
    sheet.write_url_with_format(row, 0, Url::new(target).set_text(words), &formats::link())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_the_numbers_that_every_program_agrees_on() {
        let of = |year, month, day| serial(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(of(2022, 5, 11), Some(44_692.0));
        assert_eq!(of(1900, 3, 1), Some(61.0));
        // Excel counts a 29 February 1900 that never was.
        assert_eq!(of(1900, 2, 28), None);
        assert_eq!(of(1899, 12, 9), None);
    }

    #[test]
    fn a_cell_that_is_too_long_is_cut_between_letters() {
        let mut sheet = Worksheet::new();
        for (text, cut) in [("é".repeat(MOST_CHARACTERS), 0), ("é".repeat(MOST_CHARACTERS + 1), 1)] {
            assert_eq!(write_cell(&mut sheet, (0, 0), &Cell::text(text), None).unwrap(), cut);
        }
    }
}
