//! The endings of file names: which are read, and why others are not.

use crate::load::rows::workbook::what_to_do;

/// The endings of files that are read.
pub const READ_ENDINGS: [&str; 7] = ["csv", "txt", "dat", "tsv", "psv", "tab", "xlsx"];

/// The endings of archives.
pub const ARCHIVE_ENDINGS: [&str; 9] = ["zip", "gz", "7z", "rar", "tar", "tgz", "bz2", "xz", "zst"];

/// The endings of files that are read, for people: `.csv, .txt and .xlsx`.
#[must_use]
pub fn read_endings() -> String {
    let dotted: Vec<String> = READ_ENDINGS.iter().map(|ending| format!(".{ending}")).collect();
    match dotted.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => dotted.concat(),
    }
}

/// Why a file of this ending, in lower case, is not read, if it is not.
#[must_use]
pub fn why_not_read(ending: &str) -> Option<String> {
    if READ_ENDINGS.contains(&ending) {
        return None;
    }
    if let Some(fault) = what_to_do(ending) {
        return Some(fault.to_string());
    }
    let read = format!("vaxdash reads {}", read_endings());
    Some(match ending {
        "" => format!("its name has no ending: {read}"),
        "json" | "html" | "toml" | "log" | "pdf" => format!("it is no extract (.{ending}): {read}"),
        archive if ARCHIVE_ENDINGS.contains(&archive) => {
            format!("it is an archive (.{ending}): unpack it into the folder")
        }
        ending => {
            let shown: String = ending.chars().filter(|c| c.is_alphanumeric()).take(12).collect();
            format!("files that end with .{shown} are not read: {read}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ending_has_its_reason() {
        assert_eq!(read_endings(), ".csv, .txt, .dat, .tsv, .psv, .tab and .xlsx");
        for (ending, reason) in [
            ("", "no ending"),
            ("gz", "an archive (.gz)"),
            ("json", "no extract"),
            ("xls", "old Excel"),
            ("q", ".q are"),
        ] {
            assert!(why_not_read(ending).is_some_and(|why| why.contains(reason)), "{ending}");
        }
        assert!(READ_ENDINGS.iter().all(|ending| why_not_read(ending).is_none()));
    }
}
