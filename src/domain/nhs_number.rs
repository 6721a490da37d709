//! The NHS number: ten digits, the last a Modulus 11 check digit
//! (NHS Data Model and Dictionary, *NHS NUMBER*).

use std::fmt;

use super::undecorated;

/// A valid NHS number.
///
/// `Debug` and [`NhsNumber::masked`] hide all but the first and last three
/// digits, so that a stray message cannot identify a person; the whole number
/// is written only by [`NhsNumber::digits`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NhsNumber(u64);

/// Why a cell is not an NHS number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NhsNumberFault {
    /// The cell is empty.
    Blank,
    /// `9.99E+09`: a spreadsheet has rounded the number away.
    Exponent,
    /// Nine digits: a spreadsheet has dropped the leading zero.
    NineDigits,
    /// Not ten digits.
    NotTenDigits,
    /// The check digit is wrong.
    CheckDigit,
    /// One digit repeated, or 0123456789.
    Placeholder,
}

impl NhsNumberFault {
    /// The reason in words, with what to do where that helps. Never the value.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Blank => "the NHS number is blank",
            Self::Exponent => {
                "a spreadsheet has damaged this NHS number (it reads like 9.99E+09): export again and keep the column as text"
            }
            Self::NineDigits => "nine digits: a leading zero is lost (a spreadsheet read the NHS number as a number)",
            Self::NotTenDigits => "not ten digits",
            Self::CheckDigit => "the check digit is wrong (Modulus 11)",
            Self::Placeholder => "a placeholder, not an NHS number",
        }
    }
}

impl NhsNumber {
    /// The number made of these ten digits, if it is valid.
    pub fn from_digits(digits: [u8; 10]) -> Result<Self, NhsNumberFault> {
        if digits.iter().any(|digit| *digit > 9) {
            return Err(NhsNumberFault::NotTenDigits);
        }
        let value = digits.iter().fold(0, |value, digit| value * 10 + u64::from(*digit));
        // One digit repeated is a multiple of ten ones.
        if value % 1_111_111_111 == 0 || value == 123_456_789 {
            return Err(NhsNumberFault::Placeholder);
        }
        let [.., last] = digits;
        let sum: u32 =
            digits.iter().zip([10, 9, 8, 7, 6, 5, 4, 3, 2]).map(|(digit, weight)| u32::from(*digit) * weight).sum();
        let check = match 11 - sum % 11 {
            11 => 0,
            10 => return Err(NhsNumberFault::CheckDigit),
            digit => digit,
        };
        if check == u32::from(last) { Ok(Self(value)) } else { Err(NhsNumberFault::CheckDigit) }
    }

    /// The number whose first nine digits are `prefix`, with its check digit;
    /// `None` where no valid number begins so.
    #[must_use]
    pub fn from_prefix(prefix: u64) -> Option<Self> {
        (0..10).find_map(|check| Self::from_value(prefix * 10 + check))
    }

    /// The number with this value, if it is valid.
    #[must_use]
    pub fn from_value(value: u64) -> Option<Self> {
        if value > 9_999_999_999 {
            return None;
        }
        let mut digits = [0_u8; 10];
        let mut rest = value;
        for place in digits.iter_mut().rev() {
            *place = u8::try_from(rest % 10).unwrap_or(0);
            rest /= 10;
        }
        Self::from_digits(digits).ok()
    }

    /// Reads a cell: spaces, no-break spaces, hyphens, a leading apostrophe and
    /// a trailing `.0` are stripped, then [`NhsNumber::from_digits`] decides.
    pub fn read(cell: &[u8]) -> Result<Self, NhsNumberFault> {
        // The usual cell is exactly ten digits: no cleaning, no allocation.
        if let Ok(digits) = <&[u8; 10]>::try_from(cell)
            && digits.iter().all(u8::is_ascii_digit)
        {
            return Self::from_digits(digits.map(|digit| digit - b'0'));
        }
        let cleaned = Self::clean(cell);
        if cleaned.is_empty() {
            return Err(NhsNumberFault::Blank);
        }
        if cleaned.iter().all(u8::is_ascii_digit) {
            return match cleaned.len() {
                10 => {
                    let mut digits = [0_u8; 10];
                    for (place, digit) in digits.iter_mut().zip(&cleaned) {
                        *place = digit - b'0';
                    }
                    Self::from_digits(digits)
                }
                9 => Err(NhsNumberFault::NineDigits),
                _ => Err(NhsNumberFault::NotTenDigits),
            };
        }
        let exponent = cleaned.first().is_some_and(u8::is_ascii_digit)
            && cleaned.iter().all(|byte| byte.is_ascii_digit() || b".eE+".contains(byte))
            && cleaned.iter().any(|byte| matches!(byte, b'e' | b'E'));
        Err(if exponent { NhsNumberFault::Exponent } else { NhsNumberFault::NotTenDigits })
    }

    /// A cell without the marks that [`NhsNumber::read`] forgives.
    #[must_use]
    pub fn clean(cell: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(undecorated(cell));
        let mut kept: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{feff}' | '\u{200b}'))
            .collect();
        if kept.starts_with('\'') {
            kept.remove(0);
        }
        if let Some(whole) = kept.strip_suffix(".0") {
            kept.truncate(whole.len());
        }
        kept.into_bytes()
    }

    /// The ten digits, for files and reports about this very person.
    #[must_use]
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }

    /// The number with its middle hidden, for messages: `999****018`.
    #[must_use]
    pub fn masked(self) -> String {
        let digits = self.digits();
        format!("{}****{}", &digits[..3], &digits[7..])
    }

    /// `text` with the middle of every NHS number in it hidden, also of those
    /// that are written with spaces or hyphens.
    #[must_use]
    pub fn mask_all(text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, from) = rest.split_at(start);
            shown.push_str(before);
            if let Some((number, length)) = Self::at_start_of(from) {
                shown.push_str(&number.masked());
                rest = &from[length..];
                continue;
            }
            // One group of digits further: a number may stand after another one.
            let (digits, after) = from.split_at(from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len()));
            shown.push_str(digits);
            rest = after;
        }
        shown + rest
    }

    /// The number at the start of a text, whose groups of digits have no more
    /// than a few spaces or hyphens between them; and where it ends.
    fn at_start_of(text: &str) -> Option<(Self, usize)> {
        const WIDEST: usize = 3;
        let (mut digits, mut groups): (Vec<u8>, Vec<usize>) = (Vec::with_capacity(10), Vec::new());
        let (mut gap, mut end) = (1, 0);
        for (at, c) in text.char_indices() {
            if c.is_ascii_digit() {
                match groups.last_mut() {
                    // More digits right after ten make another number of them.
                    _ if digits.len() == 10 && gap == 0 => return None,
                    _ if digits.len() == 10 => break,
                    Some(group) if gap == 0 => *group += 1,
                    _ => groups.push(1),
                }
                digits.extend(u8::try_from(c));
                (gap, end) = (0, at + 1);
            } else if is_between(c) && gap < WIDEST {
                gap += 1;
            } else {
                break;
            }
        }
        if digits.len() != 10 || is_dated(&digits, &groups) {
            return None;
        }
        Self::read(&digits).ok().map(|number| (number, end))
    }
}

/// What people write between the groups of a number, and what nobody sees there.
fn is_between(c: char) -> bool {
    let is_unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || is_unseen || matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

/// Whether groups of digits are a date with something beside it, such as `2022-05-11 06`.
fn is_dated(digits: &[u8], groups: &[usize]) -> bool {
    let mut from = 0;
    groups.iter().enumerate().any(|(place, length)| {
        let is_year = digits[from..].starts_with(b"19") || digits[from..].starts_with(b"20");
        from += length;
        is_year && (*length == 8 || (*length == 4 && groups[place + 1..].starts_with(&[2, 2])))
    })
}

impl fmt::Debug for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modulus_11_decides() {
        assert!(NhsNumber::from_value(9_990_000_018).is_some());
        assert_eq!(NhsNumber::read(b"9990000019"), Err(NhsNumberFault::CheckDigit));
        assert_eq!(NhsNumber::read(b"0123456789"), Err(NhsNumberFault::Placeholder));
        assert_eq!(NhsNumber::read(b"9999999999"), Err(NhsNumberFault::Placeholder));
    }

    #[test]
    fn marks_of_other_programs_are_forgiven() {
        for cell in ["=\"9990000018\"", "\"9990000018", "9990000018.00", "\u{200b}'999 000 0018\u{feff}"] {
            assert_eq!(NhsNumber::read(cell.as_bytes()).map(NhsNumber::digits), Ok("9990000018".to_owned()), "{cell}");
        }
        for cell in ["999 000 0018", "999-000-0018", "'9990000018", "9990000018.0", " 999\u{a0}000\u{a0}0018 "] {
            assert_eq!(NhsNumber::read(cell.as_bytes()).map(NhsNumber::digits), Ok("9990000018".to_owned()), "{cell}");
        }
    }

    #[test]
    fn damage_is_named() {
        assert_eq!(NhsNumber::read(b"9.99E+09"), Err(NhsNumberFault::Exponent));
        assert_eq!(NhsNumber::read(b"999000018"), Err(NhsNumberFault::NineDigits));
        assert_eq!(NhsNumber::read(b"99900000188"), Err(NhsNumberFault::NotTenDigits));
        assert_eq!(NhsNumber::read(b"  "), Err(NhsNumberFault::Blank));
    }

    #[test]
    fn every_number_of_a_text_is_masked() {
        let text = "no 9990000018, 99900000181 or 9990000019; é9990000026";
        assert_eq!(NhsNumber::mask_all(text), "no 999****018, 99900000181 or 9990000019; é999****026");
        assert_eq!(NhsNumber::mask_all("none"), "none");
        for text in ["999 000 0018", "999-000-0018", "99 90 00 00 18", "999\u{202e}000\u{1b} 0018"] {
            assert_eq!(NhsNumber::mask_all(&format!("7 {text} 12")), "7 999****018 12", "{text}");
        }
        for text in
            ["99900000188", "999 000 0019", "999    000 0018", "2022-05-11 06:00", "01-20220511", "999, 000, 0018"]
        {
            assert_eq!(NhsNumber::mask_all(text), text);
        }
    }

    #[test]
    fn debug_is_masked() {
        let number = NhsNumber::from_prefix(999_000_001).map(|number| format!("{number:?}"));
        assert_eq!(number.as_deref(), Some("999****018"));
    }
}
