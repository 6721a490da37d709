//! What became of a file, and how its rows are read.

use chrono::{DateTime, Utc};

use super::headings::{Columns, Field};
use super::kind::FileKind;
use crate::load::rows::body_rules::BodyRules;
use crate::load::rows::file_rows::RowFormat;

/// How to read the rows of a recognised file.
#[derive(Debug, Clone)]
pub struct Layout {
    /// What the file is.
    pub kind: FileKind,
    /// How its rows are cut.
    pub format: RowFormat,
    /// The row number of its header; 0 for a file without one.
    pub header_row: u32,
    /// Which column holds which field.
    pub columns: Columns,
    /// When the report in it was run, where lines above its header say so.
    pub last_run: Option<DateTime<Utc>>,
}

impl Layout {
    /// What of the header decides which rows are rows read.
    #[must_use]
    pub fn body_rules(&self) -> BodyRules {
        let width = self.columns.width();
        let finds_shifted =
            matches!(self.kind, FileKind::Patients | FileKind::Vaccinations | FileKind::Immunosuppressed);
        let numbers = self.columns.all(Field::NhsNumber);
        // Of two columns side by side, one may be blank.
        let number = self.columns.first(Field::NhsNumber).filter(|first| !numbers.contains(&(first + 1)));
        BodyRules {
            header_row: self.header_row,
            width,
            headed: self.columns.headed(),
            delimiter: match self.format {
                RowFormat::Delimited(delimiter) => Some(delimiter),
                RowFormat::Sheet(_) => None,
            },
            number,
            finds_shifted,
        }
    }

    /// The columns that are read.
    #[must_use]
    pub fn used_columns(&self) -> Vec<usize> {
        if self.header_row == 0 {
            return vec![0, 1];
        }
        let is_used = |column: &usize| self.columns.fields_of(*column).any(|(field, _)| self.kind.reads(field));
        (0..self.columns.width()).filter(is_used).collect()
    }
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum FileState {
    /// Of a known kind.
    Recognised(Layout),
    /// Readable, of no known kind.
    Unrecognised {
        /// Its header, unless that looks like data, and what it would need to be read.
        header: String,
        /// How many of its headings are known.
        known: usize,
    },
    /// Of one of our kinds but unusable, or not readable at all; with the reason.
    Refused(String),
    /// Not looked at; with the reason.
    Skipped(String),
    /// A pipe, socket or device in a folder: not opened, for it might never end.
    NoFile,
}
