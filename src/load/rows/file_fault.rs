//! Why a whole file is refused.

use std::fmt;

use super::row_fault::RowFault;

/// What is said of a file that is no longer the one that was looked at.
const CHANGED: &str = "it was written to while it was read: wait until it is complete, then run this again";

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
    /// The cells of too many rows stand under the wrong headings.
    Shifted {
        /// How many rows.
        rows: u64,
        /// Of how many.
        of: u64,
    },
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
        let (Self::Row(
            RowFault::OpenQuote(row) | RowFault::TooLong(row) | RowFault::Swallowed(row) | RowFault::CutOff(row),
        )
        | Self::Conflict { row, .. }) = &mut self
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
            Self::Shifted { rows, of } => write!(
                f,
                "{rows} of its {of} rows have their cells under the wrong headings (a cell beyond the last heading, or the NHS number a column too far right): export it again"
            ),
            Self::MonthFirst { column, values } => write!(
                f,
                "the dates in column \"{column}\" are month first (US order): {values} can be read only so, and none only day first. \
                 Export again with UK settings, or with dates as YYYY-MM-DD"
            ),
        }
    }
}
