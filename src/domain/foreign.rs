//! The one gate for text from outside: a file, its name, its headings, an
//! argument (specification 6.4, 7.6).
//!
//! Whatever is shown of such text to people, in messages, tables, receipts and
//! logs, is a [`Foreign`]: it cannot be formatted otherwise. Control and
//! bidirectional characters are written as `\u{…}`, line breaks as spaces,
//! NHS numbers are masked however they are spaced, and the length is cut.

use std::fmt;
use std::path::Path;

use super::nhs_number::NhsNumber;

/// The most characters of one text that are shown: a path may be long.
pub const LONGEST_SHOWN: usize = 300;
/// What ends a text that was cut.
const CUT: char = '…';

/// Text from outside, which can be shown only through the gate.
#[derive(Clone, PartialEq, Eq)]
pub struct Foreign(String);

impl Foreign {
    /// A text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::cut_to(text, LONGEST_SHOWN)
    }

    /// A path.
    #[must_use]
    pub fn path(path: impl AsRef<Path>) -> Self {
        Self::new(&path.as_ref().to_string_lossy())
    }

    /// A text of no more than so many characters.
    #[must_use]
    pub fn cut_to(text: &str, longest: usize) -> Self {
        // More than is shown need not be looked at; a number must not be cut where it is masked.
        let within: String = text.chars().take(longest.saturating_mul(2).saturating_add(40)).collect();
        let masked = NhsNumber::mask_all(&within);
        let mut shown: String = masked.chars().take(longest).collect();
        if shown.len() < masked.len() || within.len() < text.len() {
            shown.push(CUT);
        }
        Self(printable(&shown))
    }

    /// The text as it may be shown.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// The same, to be kept as a name or label.
    #[must_use]
    pub fn into_shown(self) -> String {
        self.0
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Foreign({})", self.0)
    }
}

/// A message that is put together already, as it leaves: numbers masked, and no
/// control characters but the line breaks that the program itself put there.
#[must_use]
pub fn safe_lines(message: &str) -> String {
    let lines: Vec<String> = message.split('\n').map(|line| printable(&NhsNumber::mask_all(line))).collect();
    lines.join("\n")
}

/// The text with line breaks as spaces, and what moves or hides other text
/// written out: for the screen, where line lists show numbers and names whole.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            // One line break, however it is written.
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            c if c.is_control() || is_unseen(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
        before = c;
    }
    shown
}

/// Characters that change the direction of text, or cannot be seen at all.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        Foreign::new(text).to_string()
    }

    #[test]
    fn nothing_that_moves_or_hides_text_passes() {
        for (text, expected) in [
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\u{9b}31mb\u{7}\u{7f}", "a\\u{9b}31mb\\u{7}\\u{7f}"),
            ("a\nvaxdash: all is well", "a vaxdash: all is well"),
            ("a\r\nb\rc\u{2028}d\u{85}e\tf", "a b c d e f"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a\\u{202e}b\\u{2066}c\\u{200f}"),
            ("\u{feff}a\u{200b}\u{e0041}", "\\u{feff}a\\u{200b}\\u{e0041}"),
            ("Dŵr & Ó Néill’s 中", "Dŵr & Ó Néill’s 中"),
            ("C:\\data\\a.csv", "C:\\data\\a.csv"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn numbers_are_masked_however_they_are_spaced() {
        for text in [
            "9990000018",
            "999 000 0018",
            "999-000-0018",
            "999  000  0018",
            "999\u{a0}000\u{2011}0018",
            "999\n000\n0018",
        ] {
            assert_eq!(shown(&format!("of {text}.csv")), "of 999****018.csv", "{text}");
            assert_eq!(format!("{:?}", Foreign::new(text)), "Foreign(999****018)");
        }
        assert_eq!(shown("999 000 001 8"), "999****018");
        assert_eq!(shown("9990000019 and 07700900123"), "9990000019 and 07700900123");
    }

    #[test]
    fn the_length_is_cut_and_no_number_with_it() {
        assert_eq!(shown(&"x".repeat(5000)), format!("{}…", "x".repeat(LONGEST_SHOWN)));
        assert_eq!(shown(&"x".repeat(LONGEST_SHOWN)), "x".repeat(LONGEST_SHOWN));
        for before in 0..20 {
            let text = format!("{}9990000018", "x".repeat(LONGEST_SHOWN - before));
            assert!(!shown(&text).contains("99900"), "{before}");
        }
        assert_eq!(Foreign::cut_to("abcdef", 3).into_shown(), "abc…");
    }

    #[test]
    fn messages_keep_their_own_lines() {
        assert_eq!(safe_lines("a\u{1b}b\n999 000 0018\u{202e}"), "a\\u{1b}b\n999****018\\u{202e}");
    }
}
