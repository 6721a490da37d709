//! What of a file nobody knows may be shown: headings that are known, never data.

use super::headings::Columns;
use super::kind;
use crate::domain::Foreign;

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

/// What is known of a header, and what it would need to be that of data.
pub fn shown_header(header: &[String], columns: &Columns) -> String {
    if header.iter().all(|cell| cell.trim().is_empty()) {
        return "the file is empty".to_owned();
    }
    if header.iter().any(|cell| looks_like_data(cell)) {
        return "no header row: its first row looks like data, which is not shown; add a row of headings, such as \
                NHS Number, Date of Birth, Practice code"
            .to_owned();
    }
    format!("{}; {}", known_headings(columns), kind::hint(columns))
}

/// How many headings are known, and which: the others are not shown, for they
/// may be a row about a person.
fn known_headings(columns: &Columns) -> String {
    let is_known = |column: &usize| columns.is_known(*column);
    let known: Vec<String> = (0..columns.width()).filter(is_known).map(|column| columns.written(column)).collect();
    let of = columns.headed();
    let headings = if of == 1 { "heading" } else { "headings" };
    let are = if known.len() == 1 { "is" } else { "are" };
    match known.len() {
        0 => format!("none of its {of} {headings} is known"),
        count => format!("{count} of its {of} {headings} {are} known: {}", known.join(", ")),
    }
}

/// The longest name that a sheet has in Excel.
const LONGEST_SHEET_NAME: usize = 31;

/// The name of a sheet in quotation marks, unless it may be about a person.
pub fn shown_sheet(name: &str) -> String {
    if looks_like_data(name) {
        return "(name not shown)".to_owned();
    }
    format!("\"{}\"", Foreign::cut_to(name.trim(), LONGEST_SHEET_NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_header_nobody_knows_only_known_headings_are_shown() {
        let shown = |header: &str| {
            let cells: Vec<String> = header.split('|').map(str::to_owned).collect();
            shown_header(&cells, &Columns::find(&cells))
        };
        assert!(shown("Fell|Ada|Ward").starts_with("none of its 3 headings is known; "));
        let person = shown("Fell|Surname|Went on|DOB");
        assert!(person.starts_with("2 of its 4 headings are known: Surname, DOB; "), "{person}");
        assert!(!person.contains("Fell") && person.contains("NHS number (nhs_number), practice code"), "{person}");
        assert!(shown("9990000018|x").starts_with("no header row"));
        let either = shown("NHS number|Given on|SNOMED");
        assert!(either.contains("to be read as patients") && either.contains("to be read as vaccinations"), "{either}");
        assert!(either.contains("\"your heading\" = \"date_of_birth\""), "{either}");
    }

    #[test]
    fn the_names_of_sheets_are_shown_like_headings() {
        for (name, shown) in [
            ("Patients", "\"Patients\""),
            (" a\u{1b}[31m ", "\"a\\u{1b}[31m\""),
            ("9990000018", "(name not shown)"),
            ("a@example.org", "(name not shown)"),
            ("LS1 4AB", "(name not shown)"),
        ] {
            assert_eq!(shown_sheet(name), shown);
        }
    }
}
