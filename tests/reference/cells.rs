//! How a cell is read (spec 1.1, 1.3, 2.2, 2.3, 8.1).

use super::model::PatientRow;
use super::rules::{IMD_RANKS, IMD_RANKS_2025};

/// The null words of 8.1: blank, whatever the column, but for those that 8.1 excepts.
#[rustfmt::skip]
const NULL_WORDS: [&str; 14] = [
    "null", "(null)", "nil", "none", "nan", "na", "n/a", "#n/a", "\\n", "-", "--", ".", "?", "",
];
/// In the columns that keep people safe these are unknown, not blank.
const UNKNOWN_MARKS: [&str; 3] = ["?", ".", "-"];
/// Characters that are nowhere to be seen.
const ZERO_WIDTH: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// What stands around a value is taken off (8.1): an apostrophe, `="…"`, quotation marks, `.0` and `.00`.
pub fn undecorated(text: &str) -> String {
    let mut text = text;
    loop {
        let before = text;
        text = text.trim_matches(|c: char| c.is_whitespace() || ZERO_WIDTH.contains(&c));
        text = text.strip_prefix('\'').unwrap_or(text);
        let enclosed = text.strip_prefix('=').unwrap_or(text);
        text = enclosed.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).unwrap_or(text);
        text = text.strip_suffix(".0").or_else(|| text.strip_suffix(".00")).unwrap_or(text);
        if text == before {
            return text.to_owned();
        }
    }
}

/// Whether a cell is blank in a column that is no name: nothing, or a null word.
pub fn is_blank(text: &str) -> bool {
    NULL_WORDS.contains(&text.trim().to_lowercase().as_str())
}

/// The value of a cell, undecorated; blank is empty.
pub fn value(text: &str) -> String {
    if is_blank(text) { String::new() } else { undecorated(text) }
}

/// The word of a cell in a column that keeps people safe, in lower case: there `?`, `.` and `-` are no blanks.
pub fn safety_word(text: &str) -> String {
    let trimmed = text.trim();
    if UNKNOWN_MARKS.contains(&trimmed) { trimmed.to_owned() } else { value(trimmed).to_lowercase() }
}

/// A code, in which `0` is blank too.
pub fn code(text: &str) -> String {
    let code = value(text);
    if code == "0" { String::new() } else { code }
}

/// A flag of the vocabulary; anything outside it counts as no (spec 1.1).
pub fn flag(text: &str) -> bool {
    ["Y", "YES", "TRUE", "1"].contains(&value(text).to_uppercase().as_str())
}

/// Whether the sensitive flag restricts: anything but blank and the words that say no.
pub fn is_restricted(text: &str) -> bool {
    !["", "n", "no", "false", "0", "u", "unrestricted", "not sensitive"].contains(&safety_word(text).as_str())
}

/// Whether text messages are refused: anything but blank and a word that says yes.
pub fn refuses_texts(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    ["none", "nil"].contains(&word.as_str())
        || !["", "y", "yes", "true", "1", "consent", "consented", "given", "granted", "opt in"]
            .contains(&safety_word(text).as_str())
}

/// Whether NOT_GIVEN says so: anything but blank and the words that say given.
pub fn is_not_given(text: &str) -> bool {
    !["", "n", "no", "false", "0", "given", "completed"].contains(&safety_word(text).as_str())
}

/// What an action flag means; a word nobody knows is none of the three.
pub fn action(text: &str) -> &'static str {
    match safety_word(text).as_str() {
        "" | "new" | "n" | "add" => "NEW",
        "update" | "u" | "amend" => "UPDATE",
        "delete" | "d" | "remove" => "DELETE",
        _ => "unknown",
    }
}

/// An NHS number by the reading rule of spec 1.3 and 8.1.
pub fn nhs_number(text: &str) -> Option<String> {
    let text = undecorated(text);
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-' && !ZERO_WIDTH.contains(c)).collect();
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    if digits.len() != 10 || digits.iter().all(|digit| *digit == digits[0]) || text == "0123456789" {
        return None;
    }
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        10 => return None,
        other => other,
    };
    (check == digits[9]).then_some(text)
}

/// The shape of a code: `A` for each ASCII letter, `9` for each digit, `?` for anything else.
pub fn shape(code: &str) -> String {
    code.chars()
        .map(|c| {
            if c.is_ascii_alphabetic() {
                'A'
            } else if c.is_ascii_digit() {
                '9'
            } else {
                '?'
            }
        })
        .collect()
}

/// A practice code of one of the two shapes, upper-cased and trimmed (spec 1.3).
pub fn practice_code(text: &str) -> Option<String> {
    let text = if is_blank(text) { String::new() } else { text.trim().to_uppercase() };
    ["A99999", "AAA999"].contains(&shape(&text).as_str()).then_some(text)
}

/// A gender code or word (spec 2.2, 8.1).
pub fn gender(text: &str) -> &'static str {
    match value(text).to_lowercase().as_str() {
        "1" | "male" | "m" | "man" => "male",
        "2" | "female" | "f" | "woman" => "female",
        "9" | "indeterminate" => "indeterminate",
        _ => "not known",
    }
}

/// Words for an ethnic category: of the censuses of 2001, 2011 and 2021. The word decides, so that Chinese,
/// a category of Other by its letter, is Asian (8.1). Typed in again; the generator writes no others.
#[rustfmt::skip]
pub const ETHNIC_WORDS: [(&str, &[&str]); 6] = [
    ("White", &[
        "White", "White British", "British", "Irish", "White Irish", "Gypsy or Irish Traveller", "Roma",
        "Any other White background",
    ]),
    ("Mixed", &[
        "White and Black Caribbean", "White and Black African", "White and Asian", "Any other mixed background",
    ]),
    ("Asian", &["Indian", "Pakistani", "Bangladeshi", "Chinese", "Any other Asian background"]),
    ("Black", &["African", "Caribbean", "Any other Black background"]),
    ("Other", &["Arab", "Any other ethnic group"]),
    ("Not known", &["Not stated", "Not known"]),
];

/// The 2001 group of an ethnic category (spec 2.3), or of its words (8.1).
pub fn ethnicity(text: &str) -> &'static str {
    let text = value(text).to_uppercase();
    if let Some((group, _)) = ETHNIC_WORDS.iter().find(|(_, words)| words.iter().any(|w| w.to_uppercase() == text)) {
        return group;
    }
    if !(1..=2).contains(&text.chars().count()) {
        return "Not known";
    }
    match text.chars().next() {
        Some('A'..='C') => "White",
        Some('D'..='G') => "Mixed",
        Some('H'..='L') => "Asian",
        Some('M'..='P') => "Black",
        Some('R'..='S') => "Other",
        _ => "Not known",
    }
}

/// Whether a rank is one that only 2025 has, which makes all ranks of its file ranks of 2025 (8.4).
pub fn is_rank_of_2025(cell: &str) -> bool {
    value(cell).parse().is_ok_and(|rank: i64| (IMD_RANKS + 1..=IMD_RANKS_2025).contains(&rank))
}

/// Quintile, else decile, else rank, of one of the two indices: the first that is filled in; out of range
/// is not known.
pub fn imd_quintile(row: &PatientRow, is_of_2025: bool) -> Option<u8> {
    let filled = [&row.imd_quintile, &row.imd_decile, &row.imd_rank].map(|cell| value(cell));
    let column = filled.iter().position(|cell| !cell.is_empty())?;
    let value: i64 = filled[column].parse().ok()?;
    let highest = [5, 10, if is_of_2025 { IMD_RANKS_2025 } else { IMD_RANKS }][column];
    let ceiling = (value * 5 + highest - 1) / highest;
    u8::try_from(ceiling).ok().filter(|_| (1..=highest).contains(&value))
}
