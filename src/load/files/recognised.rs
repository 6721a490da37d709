//! What became of a file, and what there is to know of it besides.

use super::layout::FileState;
use crate::domain::Severity;

/// What became of a file, and what there is to know of it besides.
pub struct Recognised {
    /// What became of it.
    pub state: FileState,
    /// Notes and warnings.
    pub remarks: Vec<(Severity, String)>,
    /// The sheet, as it is shown, where a workbook has several that are read.
    pub sheet: Option<String>,
    /// The hidden sheets that are left, as they are shown.
    pub hidden_sheets: Vec<String>,
}

impl From<FileState> for Recognised {
    fn from(state: FileState) -> Self {
        Self { state, remarks: Vec::new(), sheet: None, hidden_sheets: Vec::new() }
    }
}
