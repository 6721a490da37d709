//! Rows that could not be used.

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
    /// A row of which nothing can be told: its cells stand under the wrong headings.
    #[must_use]
    pub fn shifted(file: &str, row: u32) -> Self {
        let reason = "the cells of the row stand under the wrong headings".to_owned();
        Self { file: file.to_owned(), row, column: String::new(), reason }
    }

    /// The row, counted from further up: `rows` come before the part it was met in.
    #[must_use]
    pub fn after(self, rows: u32) -> Self {
        Self { row: self.row.saturating_add(rows), ..self }
    }
}
