//! What deserves a warning, row by row.

use std::collections::BTreeMap;

use crate::domain::{Issue, Severity};

/// Warnings grouped by what they say, with the rows they concern counted.
#[derive(Debug, Default)]
pub struct Warnings(BTreeMap<(String, String), u64>);

impl Warnings {
    /// Notes that a row of `file` deserves a warning.
    pub fn row(&mut self, file: &str, text: String) {
        self.rows(file, text, 1);
    }

    /// The same of so many rows, if any.
    pub fn rows(&mut self, file: &str, text: String, rows: u64) {
        if rows > 0 {
            *self.0.entry((file.to_owned(), text)).or_default() += rows;
        }
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
