//! ODS codes of GP practices (Organisation Data Service).

use std::fmt;

/// The code of a GP practice: a letter and five digits (`A81001`, `Y02345`),
/// or three letters and three digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OdsCode([u8; 6]);

impl OdsCode {
    /// Reads a cell, trimmed and upper-cased; `None` where it has not the form
    /// of a practice code.
    #[must_use]
    pub fn read(cell: &[u8]) -> Option<Self> {
        // The usual cell needs no trimming.
        let trimmed = if cell.len() == 6 { cell } else { trim(cell) };
        let code = <[u8; 6]>::try_from(trimmed).ok()?.map(|byte| byte.to_ascii_uppercase());
        let digits_from = |start: usize| code[start..].iter().all(u8::is_ascii_digit);
        let letters_to = |end: usize| code[..end].iter().all(u8::is_ascii_uppercase);
        ((letters_to(1) && digits_from(1)) || (letters_to(3) && digits_from(3))).then_some(Self(code))
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// `cell` without white space at its ends, no-break spaces and byte-order
/// marks included.
fn trim(cell: &[u8]) -> &[u8] {
    std::str::from_utf8(cell).map_or(cell, |text| {
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')).as_bytes()
    })
}

impl fmt::Display for OdsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for OdsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_practice_code() {
        for (cell, code) in [
            ("A81001", Some("A81001")),
            (" y02345 ", Some("Y02345")),
            ("\u{a0}abc123", Some("ABC123")),
            ("A8100", None),
            ("A810011", None),
            ("AB1234", None),
            ("", None),
        ] {
            assert_eq!(OdsCode::read(cell.as_bytes()).as_ref().map(OdsCode::as_str), code, "{cell}");
        }
    }
}
