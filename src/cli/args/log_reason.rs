//! What a reason for the audit log may not hold: it is kept for years, and
//! read by whoever checks the log.

use crate::domain::NhsNumber;

/// What of a person a reason seems to hold, in words; nothing if it may be kept.
pub fn personal_detail(reason: &str) -> Option<&'static str> {
    match reason {
        _ if holds_number(reason) => Some("an NHS number"),
        _ if reason.split_whitespace().any(is_email) => Some("what looks like an e-mail address"),
        _ if holds_phone(reason) => Some("what looks like a phone number"),
        _ if holds_date(reason) => Some("what looks like a date of birth"),
        _ => None,
    }
}

/// Whether a text holds an NHS number, however it is spaced.
fn holds_number(text: &str) -> bool {
    let close: String = text.chars().filter(|c| !c.is_whitespace() && !"-.,/".contains(*c)).collect();
    let is_number = |ten: &[u8]| ten.iter().all(u8::is_ascii_digit) && NhsNumber::read(ten).is_ok();
    close.as_bytes().windows(10).any(is_number)
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let is_letter = |c: char| c.is_alphanumeric();
    name.ends_with(is_letter) && host.starts_with(is_letter) && host.contains('.')
}

/// Digits with no more between them than people write within a phone number.
fn holds_phone(text: &str) -> bool {
    let within = |c: char| c.is_ascii_digit() || " -.()+\u{a0}\u{2010}\u{2011}\u{2013}".contains(c);
    text.split(|c| !within(c)).any(|run| {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        // A number may stand after others: "ward 7, 07700 900123" has been cut, "ward 7 07700 900123" has not.
        let starts = run.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
        let is_start = |at: &usize| !run[..*at].ends_with(|c: char| c.is_ascii_digit());
        digits.len() >= 10 && starts.filter(is_start).any(|at| is_phone(&run[at..]))
    })
}

fn is_phone(from: &str) -> bool {
    let digits: String = from.chars().filter(char::is_ascii_digit).collect();
    let is_of = |start: &str, lengths: [usize; 2]| {
        digits.starts_with(start) && digits.len() >= lengths[0] && digits.len() <= lengths[1]
    };
    is_of("00", [12, 16]) || is_of("0", [10, 11]) || is_of("44", [11, 13]) || is_of("7", [10, 10])
}

/// A word or number of a text, and what stands before it.
struct WordPiece<'t> {
    before: &'t str,
    text: &'t str,
}

fn pieces(text: &str) -> Vec<WordPiece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (before, from) = rest.split_at(start);
        let is_digit = from.starts_with(|c: char| c.is_ascii_digit());
        let other = |c: char| !c.is_alphanumeric() || c.is_ascii_digit() != is_digit;
        let (word, after) = from.split_at(from.find(other).unwrap_or(from.len()));
        pieces.push(WordPiece { before, text: word });
        rest = after;
    }
    pieces
}

/// Whether a text holds a day, its month and its year, in whatever order.
fn holds_date(text: &str) -> bool {
    let pieces: Vec<WordPiece<'_>> = pieces(text).into_iter().filter(|piece| !is_ordinal(piece)).collect();
    let is_close = |piece: &WordPiece<'_>| piece.before.chars().count() <= 2;
    pieces.iter().any(|piece| is_eight(piece.text))
        || pieces.windows(3).any(|three| {
            let [one, two, last] = three else { return false };
            is_close(two) && is_close(last) && is_date(one, two, last)
        })
}

/// The `st` of `1st`, and the `of` of `1st of May`.
fn is_ordinal(piece: &WordPiece<'_>) -> bool {
    (piece.before.is_empty() && matches!(piece.text, "st" | "nd" | "rd" | "th")) || piece.text == "of"
}

/// A day, month and year without anything between them.
fn is_eight(digits: &str) -> bool {
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let parts = |a: usize, b: usize| (&digits[..a], &digits[a..b], &digits[b..]);
    let ((day, month, year), (first, second, third)) = (parts(2, 4), parts(4, 6));
    (is_day(day) && is_month(month) && is_year(year)) || (is_year(first) && is_month(second) && is_day(third))
}

fn is_date(one: &WordPiece<'_>, two: &WordPiece<'_>, last: &WordPiece<'_>) -> bool {
    let is_named = |piece: &WordPiece<'_>| {
        let word = piece.text.to_lowercase();
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
        word.len() >= 3 && months.iter().any(|month| word.starts_with(month))
    };
    // Two digits are a year only where marks, not spaces, stand between.
    let has_marks = !two.before.trim().is_empty() && two.before.trim() == last.before.trim();
    let is_short = |year: &str| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_year = is_year(last.text) || (is_short(last.text) && (has_marks || is_named(two)));
    let day_first = is_day(one.text) && (is_month(two.text) || is_named(two)) && ends_in_year;
    let month_first = (is_named(one) || is_month(one.text)) && is_day(two.text) && ends_in_year;
    let year_first = is_year(one.text) && (is_month(two.text) || is_named(two)) && is_day(last.text);
    day_first || month_first || year_first
}

fn is_within(text: &str, digits: [usize; 2], range: std::ops::RangeInclusive<u32>) -> bool {
    (digits[0]..=digits[1]).contains(&text.len()) && text.parse().is_ok_and(|number: u32| range.contains(&number))
}

fn is_day(text: &str) -> bool {
    is_within(text, [1, 2], 1..=31)
}

fn is_month(text: &str) -> bool {
    is_within(text, [1, 2], 1..=12)
}

fn is_year(text: &str) -> bool {
    is_within(text, [4, 4], 1890..=2099)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_seen_however_it_is_spaced() {
        for text in ["recall of 9990000018", "999 000 0018", "see 999-000-0018.", "x9990000018y"] {
            assert!(holds_number(text), "{text}");
        }
        for text in ["", "spring recall 2022", "ticket 1234567890", "tel 07700900123"] {
            assert!(!holds_number(text), "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_detail_of_a_person_is_named() {
        for (text, detail) in [
            ("born 01/05/1950", "a date of birth"),
            ("Ward 1-5-50", "a date of birth"),
            ("1950-05-01", "a date of birth"),
            ("01051950", "a date of birth"),
            ("dob 19500501", "a date of birth"),
            ("1st of May 1950", "a date of birth"),
            ("1 May 50", "a date of birth"),
            ("May 1, 1950", "a date of birth"),
            ("01 05 1950", "a date of birth"),
            ("01.05.1950.", "a date of birth"),
            ("ring 07700900123", "a phone number"),
            ("ring 07700 900 123 first", "a phone number"),
            ("(07700) 900-123", "a phone number"),
            ("+44 7700 900123", "a phone number"),
            ("0044 7700 900123", "a phone number"),
            ("7700900123", "a phone number"),
            ("ward 7 07700 900123", "a phone number"),
            ("asked by ada@example.org", "an e-mail address"),
            ("<ada.fell@example.co.uk>", "an e-mail address"),
            ("999 000 0018", "an NHS number"),
        ] {
            assert!(personal_detail(text).is_some_and(|found| found.ends_with(detail)), "{text}");
        }
        for text in [
            "",
            "spring recall 2022",
            "May 2022",
            "cohorts 1, 2 and 3 in week 12 of 2022",
            "ticket 1234567890",
            "version 1.2.3",
            "ages 75 to 79, 2 practices",
            "IG request 2022-114",
            "meet @ noon",
            "3 March clinics",
        ] {
            assert_eq!(personal_detail(text), None, "{text}");
        }
    }
}
