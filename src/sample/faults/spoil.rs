//! Cells as programs on the way have spoilt them.

use chrono::{Datelike, NaiveDate};

/// A code as a spreadsheet keeps it: 15 digits, then noughts.
pub fn rounded(code: &str) -> String {
    let digits = code.len();
    if digits > 15 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}{}", &code[..15], "0".repeat(digits - 15))
    } else {
        code.to_owned()
    }
}

/// A number as a table of decimals keeps it.
pub fn decimal(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!("{cell}.0") }
}

/// A cell with an apostrophe before it, by which spreadsheets take it for text.
pub fn with_apostrophe(cell: &str) -> String {
    if cell.is_empty() { String::new() } else { format!("'{cell}") }
}

/// A date of the patients file, read.
fn read(cell: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(cell, "%d/%m/%Y").ok()
}

/// A date of the patients file in another form.
pub fn reformed(cell: &str, form: &str) -> String {
    read(cell).map_or_else(|| cell.to_owned(), |date| date.format(form).to_string())
}

/// A date of birth as an instant in UTC: in summer time the evening before.
/// Months in which the clocks have changed in some years keep their days.
pub fn as_instant(cell: &str) -> String {
    let Some(date) = read(cell) else { return cell.to_owned() };
    match date.month() {
        5..=9 if date.year() >= 1972 => {
            let eve = date.pred_opt().unwrap_or(date);
            format!("{}T23:00:00.000Z", eve.format("%Y-%m-%d"))
        }
        1 | 2 | 11 | 12 if date.year() >= 1972 => format!("{}T00:00:00.000Z", date.format("%Y-%m-%d")),
        _ => date.format("%Y-%m-%d").to_string(),
    }
}

/// A date and time of a vaccination file with its day in the form DD.MM.YYYY.
pub fn dotted(cell: &str) -> String {
    match (cell.get(..4), cell.get(4..6), cell.get(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{day}.{month}.{year}"),
        _ => cell.to_owned(),
    }
}

/// An ethnic category in the words of the census, where it is a common one.
pub fn ethnicity_in_words(code: &str) -> String {
    let words = match code {
        "A" => "White British",
        "C" => "Any other White background",
        "H" => "Indian",
        "J" => "Pakistani",
        "N" => "African",
        "Z" => "Not stated",
        other => other,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_spoilt_as_programs_do() {
        assert_eq!(rounded("1324681000000101"), "1324681000000100");
        assert_eq!(rounded("39115611000001103"), "39115611000001100");
        assert_eq!((rounded("840534001"), rounded("")), ("840534001".to_owned(), String::new()));
        assert_eq!(
            (decimal("1"), with_apostrophe("1"), decimal("")),
            ("1.0".to_owned(), "'1".to_owned(), String::new())
        );
        assert_eq!(reformed("11/05/1970", "%Y/%m/%d"), "1970/05/11");
        assert_eq!(reformed("soon", "%Y/%m/%d"), "soon");
        assert_eq!(as_instant("01/06/1980"), "1980-05-31T23:00:00.000Z");
        assert_eq!(as_instant("01/01/1980"), "1980-01-01T00:00:00.000Z");
        assert_eq!(dotted("20210301T09300000"), "01.03.2021");
        assert_eq!(ethnicity_in_words("H"), "Indian");
    }
}
