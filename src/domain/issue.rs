//! What was noticed while reading: for `check`, stderr and the rejects file.

/// How much an issue matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Read in the cautious way; worth a look.
    Warning,
    /// A problem: `check` exits 3.
    Problem,
}

impl Severity {
    /// The word shown.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Problem => "problem",
        }
    }
}

/// Something noticed about an input. The text never holds a name, and an NHS
/// number only masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// How much it matters.
    pub severity: Severity,
    /// The file, or empty where it concerns several.
    pub file: String,
    /// What was found, and what to do.
    pub text: String,
    /// How many rows it concerns; 0 where rows are not what is counted.
    pub rows: u64,
}

impl Issue {
    /// An issue about a file as a whole.
    #[must_use]
    pub fn about(severity: Severity, file: &str, text: impl Into<String>) -> Self {
        Self { severity, file: file.to_owned(), text: text.into(), rows: 0 }
    }
}
