//! Who was invited by which run: read back by `--exclude`, so that nobody is
//! invited twice.

use std::io;

use chrono::NaiveDate;

use super::files::delimited;
use super::plan::InvitePlan;
use super::targets::BookingTarget;
use crate::domain::IsoDate;

/// The headings of an invite log.
const HEADER: [&str; 4] = ["NHS Number", "Target", "Dose", "As at"];

/// The byte-order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether the bytes of a file are those of an invite log, or of none yet.
#[must_use]
pub fn is_invite_log(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    bytes.is_empty() || first.strip_suffix(b"\r").unwrap_or(first) == HEADER.join(",").as_bytes()
}

/// What stands between a log that holds `before` and the rows of a run: the
/// headings, or the end of a last line that was added by hand.
#[must_use]
pub fn log_joint(before: &[u8]) -> Vec<u8> {
    // An editor's byte-order mark is nothing yet.
    match before.strip_prefix(MARK).unwrap_or(before).last() {
        None => format!("{}\r\n", HEADER.join(",")).into_bytes(),
        Some(b'\n') => Vec::new(),
        Some(_) => b"\r\n".to_vec(),
    }
}

/// A row for everybody written.
pub fn log_rows(plan: &InvitePlan, targets: &[BookingTarget], as_at: NaiveDate) -> io::Result<Vec<u8>> {
    let as_at = IsoDate(as_at).to_string();
    let rows: Vec<[String; 3]> = plan
        .rows
        .iter()
        .map(|row| {
            [row.line.person.nhs_number.digits(), targets[row.target].name.clone(), row.line.kind.name().to_owned()]
        })
        .collect();
    let rows = rows.iter().map(|row| row.iter().map(String::as_str).chain([as_at.as_str()]).collect());
    delimited(None, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_known_by_its_header() {
        for bytes in [&b""[..], b"NHS Number,Target,Dose,As at", b"\xef\xbb\xbfNHS Number,Target,Dose,As at\r\nx\r\n"] {
            assert!(is_invite_log(bytes), "{bytes:?}");
        }
        for bytes in
            [&b"\n"[..], b"NHS Number\n", b"NHS Number,Target,Dose,As at,More\n", b"x\nNHS Number,Target,Dose,As at\n"]
        {
            assert!(!is_invite_log(bytes), "{bytes:?}");
        }
    }

    #[test]
    fn an_empty_log_that_an_editor_saved_with_a_mark_gets_its_headings() {
        for before in [&b""[..], MARK] {
            let log = [before, &log_joint(before)].concat();
            assert!(is_invite_log(before) && is_invite_log(&log), "{log:?}");
            assert_eq!(log_joint(&log), b"");
        }
    }
}
