//! Why a whole file is refused, and which single rows are rejected.

use std::collections::BTreeMap;
use std::fmt;

use super::row::{Row, RowFault};
use crate::domain::{Issue, Severity};
use crate::load::files::fingerprint::CHANGED;
use crate::load::files::headings::Columns;
use crate::load::rows::cells::dates::DateEvidence;

/// A reason to refuse a whole file.
#[derive(Debug)]
pub enum FileFault {
    /// Its rows cannot be read to the end.
    Row(RowFault),
    /// Two columns for one field differ in a row.
    Conflict {
        /// The row.
        row: u32,
        /// The two headings.
        columns: [String; 2],
    },
    /// It was written to while it was read.
    Changed,
    /// A date column is written month-first.
    MonthFirst {
        /// Its heading.
        column: String,
        /// How many values prove it.
        values: u64,
    },
}

impl FileFault {
    /// The fault, with its row counted from further up: `rows` come before the part it was met in.
    #[must_use]
    pub fn after(mut self, rows: u32) -> Self {
        let (Self::Row(RowFault::OpenQuote(row) | RowFault::TooLong(row)) | Self::Conflict { row, .. }) = &mut self
        else {
            return self;
        };
        *row = row.saturating_add(rows);
        self
    }
}

impl std::error::Error for FileFault {}

impl From<RowFault> for FileFault {
    fn from(fault: RowFault) -> Self {
        Self::Row(fault)
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(fault) => fault.fmt(f),
            Self::Conflict { row, columns: [one, other] } => write!(
                f,
                "row {row}: the columns \"{one}\" and \"{other}\" differ, and vaxdash cannot know which is right: remove one of them"
            ),
            Self::Changed => f.write_str(CHANGED),
            Self::MonthFirst { column, values } => write!(
                f,
                "the dates in column \"{column}\" are month first (US order): {values} can be read only so, and none only day first. \
                 Export again with UK settings, or with dates as YYYY-MM-DD"
            ),
        }
    }
}

/// A row that could not be used, for `--rejects`. Never holds the value of a
/// cell, and an NHS number only masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// File name.
    pub file: String,
    /// Row number as a spreadsheet shows it.
    pub row: u32,
    /// The heading of the column at fault.
    pub column: String,
    /// What is wrong with it.
    pub reason: String,
}

impl Reject {
    /// The row, counted from further up: `rows` come before the part it was met in.
    #[must_use]
    pub fn after(self, rows: u32) -> Self {
        Self { row: self.row.saturating_add(rows), ..self }
    }
}

/// Refuses the file where two of `columns` differ in this row, blanks apart.
pub fn check_same<T: PartialEq>(
    row: &Row<'_>,
    columns: &[usize],
    headings: &Columns,
    clean: impl Fn(&[u8]) -> T,
) -> Result<(), FileFault> {
    if columns.len() < 2 {
        return Ok(());
    }
    let mut filled = columns.iter().filter(|column| !row.cell(Some(**column)).is_empty());
    let Some(first) = filled.next() else { return Ok(()) };
    let value = clean(row.cell(Some(*first)));
    match filled.find(|column| clean(row.cell(Some(**column))) != value) {
        None => Ok(()),
        Some(other) => {
            Err(FileFault::Conflict { row: row.number, columns: [headings.written(*first), headings.written(*other)] })
        }
    }
}

/// Refuses the file where a column's values prove that it is month-first.
pub fn check_order(evidence: DateEvidence, column: Option<usize>, headings: &Columns) -> Result<(), FileFault> {
    if evidence.refuses() {
        let column = column.map(|column| headings.written(column)).unwrap_or_default();
        return Err(FileFault::MonthFirst { column, values: evidence.month_first });
    }
    Ok(())
}

/// Warnings grouped by what they say, with the rows they concern counted.
#[derive(Debug, Default)]
pub struct Warnings(BTreeMap<(String, String), u64>);

impl Warnings {
    /// Notes that a row of `file` deserves a warning.
    pub fn row(&mut self, file: &str, text: String) {
        *self.0.entry((file.to_owned(), text)).or_default() += 1;
    }

    /// Adds what was noted elsewhere.
    pub fn add(&mut self, more: Self) {
        for (what, rows) in more.0 {
            *self.0.entry(what).or_default() += rows;
        }
    }

    /// The grouped issues, by file.
    #[must_use]
    pub fn into_issues(self) -> Vec<Issue> {
        let issue = |((file, text), rows)| Issue { severity: Severity::Warning, file, text, rows };
        self.0.into_iter().map(issue).collect()
    }
}

/// A yes/no cell: `None` where it is neither (specification 1.1).
#[must_use]
pub fn read_flag(cell: &[u8]) -> Option<bool> {
    let is = |word: &str| cell.eq_ignore_ascii_case(word.as_bytes());
    match cell {
        b"" | b"0" => Some(false),
        b"1" => Some(true),
        _ if is("n") || is("no") || is("false") => Some(false),
        _ if is("y") || is("yes") || is("true") => Some(true),
        _ => None,
    }
}
