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

    /// `text` with the middle of every NHS number in it hidden.
    #[must_use]
    pub fn mask_all(text: &str) -> String {
        let is_digit = |c: char| c.is_ascii_digit();
        let mut shown = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(is_digit) {
            let (before, from) = rest.split_at(start);
            let (digits, after) = from.split_at(from.find(|c| !is_digit(c)).unwrap_or(from.len()));
            shown.push_str(before);
            match digits.len() {
                10 => shown.push_str(&Self::read(digits.as_bytes()).map_or_else(|_| digits.to_owned(), Self::masked)),
                _ => shown.push_str(digits),
            }
            rest = after;
        }
        shown + rest
    }
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
    }

    #[test]
    fn debug_is_masked() {
        let number = NhsNumber::from_prefix(999_000_001).map(|number| format!("{number:?}"));
        assert_eq!(number.as_deref(), Some("999****018"));
    }
}
