//! What every row of a file knows of it.

use super::diagnostics::Diagnostics;
use super::fault::Fault;

/// What is usual in a kind of file: its limits, and the words of its faults.
pub struct Conventions {
    /// The key by whose value messages call a row.
    pub id_key: Option<&'static str>,
    /// The most rows under one key.
    pub most_rows: usize,
    /// The longest text, in characters.
    pub longest_text: usize,
    /// The longest list of values.
    pub longest_list: usize,
    /// A fault of the value under a key, in words.
    pub words: fn(&str, &Fault<'_>) -> String,
}

/// Where the lines of a file begin, to tell the line of a place.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Those of this text.
    pub fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line of an offset in bytes, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

/// What every row of a file knows of it.
pub struct FileContext<'t> {
    pub(super) conventions: &'static Conventions,
    pub(super) lines: Lines,
    pub(super) diagnostics: &'t Diagnostics,
}
