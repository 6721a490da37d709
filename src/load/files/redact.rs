//! What of a file nobody knows may be shown: headings, never data.

use super::headings::Columns;
use super::kind;

/// Whether a cell has the form of a postcode: letters and digits that end with
/// a digit and two letters.
fn is_postcode(cell: &str) -> bool {
    let code: Vec<u8> = cell.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let Some((outward, [digit, one, other])) = code.split_last_chunk() else { return false };
    (2..=4).contains(&outward.len())
        && outward.iter().all(u8::is_ascii_alphanumeric)
        && outward[0].is_ascii_alphabetic()
        && outward.iter().any(u8::is_ascii_digit)
        && digit.is_ascii_digit()
        && one.is_ascii_alphabetic()
        && other.is_ascii_alphabetic()
}

/// Whether a text may be about a person.
fn looks_like_data(text: &str) -> bool {
    text.contains('@') || text.chars().filter(char::is_ascii_digit).count() >= 4 || is_postcode(text)
}

/// A header fit to be shown: not if it may be a row about a person.
pub fn shown_header(header: &[String], columns: &Columns) -> String {
    if header.iter().all(|cell| cell.trim().is_empty()) {
        return "the file is empty".to_owned();
    }
    if header.iter().any(|cell| looks_like_data(cell)) {
        return "no header row: its first row looks like data, which is not shown; add a row of headings, such as \
                NHS Number, Date of Birth, Practice code"
            .to_owned();
    }
    let shown: Vec<String> = (0..header.len().min(12)).map(|column| columns.written(column)).collect();
    let more = if header.len() > shown.len() { ", …" } else { "" };
    let text: String = shown.join(", ").chars().take(200).collect();
    let hint = kind::hint(columns);
    format!("its header is: {text}{more}; {hint}")
}

/// The name of a sheet in quotation marks, unless it may be about a person.
pub fn shown_sheet(name: &str) -> String {
    if looks_like_data(name) {
        return "(name not shown)".to_owned();
    }
    let shown: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(31).collect();
    format!("\"{}\"", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_sheets_are_shown_like_headings() {
        for (name, shown) in [
            ("Patients", "\"Patients\""),
            (" a\u{1b}[31m ", "\"a [31m\""),
            ("9990000018", "(name not shown)"),
            ("a@example.org", "(name not shown)"),
            ("LS1 4AB", "(name not shown)"),
        ] {
            assert_eq!(shown_sheet(name), shown);
        }
    }
}
