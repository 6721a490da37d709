//! How a cell of a patients file is read (spec 1.1, 1.3, 2.2, 2.3).

use super::model::PatientRow;
use super::rules::IMD_RANKS;

/// A flag of the vocabulary; anything outside it counts as no (spec 1.1).
pub fn flag(text: &str) -> bool {
    ["Y", "YES", "TRUE", "1"].contains(&text.trim().to_uppercase().as_str())
}

/// An NHS number by the reading rule of spec 1.3.
pub fn nhs_number(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let text = text.strip_suffix(".0").unwrap_or(text);
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
    (check == digits[9]).then(|| text.to_owned())
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
    let text = text.trim().to_uppercase();
    ["A99999", "AAA999"].contains(&shape(&text).as_str()).then_some(text)
}

/// A gender code or word (spec 2.2).
pub fn gender(text: &str) -> &'static str {
    // Silent: the single letters; `m` and `f` are read as words.
    match text.trim().to_lowercase().as_str() {
        "1" | "male" | "m" => "male",
        "2" | "female" | "f" => "female",
        "9" | "indeterminate" => "indeterminate",
        _ => "not known",
    }
}

/// The 2001 group of an ethnic category (spec 2.3).
pub fn ethnicity(text: &str) -> &'static str {
    let text = text.trim().to_uppercase();
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

/// Quintile, else decile, else rank: the first that is filled in; out of range is not known.
pub fn imd_quintile(row: &PatientRow) -> Option<u8> {
    let filled = [&row.imd_quintile, &row.imd_decile, &row.imd_rank].map(|cell| cell.trim().to_owned());
    let column = filled.iter().position(|cell| !cell.is_empty())?;
    let value: i64 = filled[column].parse().ok()?;
    let highest = [5, 10, IMD_RANKS][column];
    let ceiling = (value * 5 + highest - 1) / highest;
    u8::try_from(ceiling).ok().filter(|_| (1..=highest).contains(&value))
}
