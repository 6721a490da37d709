//! What vaxdash itself wrote as text for the screen, as JSON or as a log, which
//! has no header: known by its first lines.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::headings::Columns;
use super::kind::FileKind;
use super::layout::{FileState, Layout};
use crate::domain::own_columns;
use crate::load::rows::file_rows::RowFormat;

/// So many bytes are looked at.
const TOP: u64 = 4 << 10;
/// What shows a report is within so many of its lines.
const LINES: usize = 8;

/// The state of a file that vaxdash wrote without a header; `None` of any other.
pub fn own_text(path: &Path) -> Option<FileState> {
    let mut top = Vec::new();
    File::open(path).ok()?.take(TOP).read_to_end(&mut top).ok()?;
    // A shell of Windows writes what a program prints in UTF-16.
    let encoding = encoding_rs::Encoding::for_bom(&top).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    let (text, _, _) = encoding.decode(&top);
    is_own(&text).then(|| {
        let (kind, format) = (FileKind::OwnOutput, RowFormat::Delimited(b','));
        FileState::Recognised(Layout { kind, format, header_row: 0, columns: Columns::default(), last_run: None })
    })
}

/// Whether vaxdash wrote the text that begins so.
fn is_own(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).take(own_columns::JSON.len()).collect();
        return bare == own_columns::JSON || own_columns::OF_AUDIT_LINES.iter().all(|name| text.contains(name));
    }
    let is_stamp = |line: &str| own_columns::STAMPS.iter().any(|words| holds_in_order(line, words));
    text.lines().take(LINES).any(|line| is_stamp(line.trim()))
}

/// Whether a line begins with the first of the words and has the others after it, in their order.
fn holds_in_order(line: &str, words: &[&str]) -> bool {
    let Some(mut rest) = words.first().and_then(|first| line.strip_prefix(first)) else { return false };
    words.iter().skip(1).all(|word| match rest.find(word) {
        Some(at) => {
            rest = rest.get(at + word.len()..).unwrap_or_default();
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_known_by_their_first_lines_and_nothing_else_is() {
        for (text, own) in [
            ("\u{feff}{\n  \"schema\": \"vaxdash.report/1\",\n", true),
            ("{\"schema\":\"vaxdash.invites/1\"}", true),
            ("{\"time\":\"x\",\"previous\":\"0\",\"hash\":\"1\"}\n", true),
            ("{\"schema\": \"other/1\"}", false),
            (
                "First boosters\nAs at 11/05/2022 · refresh time not known · 2 practices in scope · rules 2026.11\n",
                true,
            ),
            ("Rules in force as at 28/11/2026 · version 2026.11\n", true),
            ("As at 11/05/2022, the practice has\n", false),
            ("NHS Number,Date of Birth,Practice code\n", false),
            ("", false),
        ] {
            assert_eq!(is_own(text), own, "{text}");
        }
    }
}
