//! A TOML file without syntax errors.

use std::borrow::Cow;

use toml::de::DeTable;

use super::diagnostics::{Diagnostics, Location, Reported};
use super::fault::Fault;
use super::row::Row;

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
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line of an offset in bytes, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

/// A file without syntax errors.
pub struct Document<'t> {
    file: Cow<'static, str>,
    pub(super) conventions: &'static Conventions,
    pub(super) lines: Lines,
    pub(super) diagnostics: &'t Diagnostics,
    top: DeTable<'t>,
}

impl<'t> Document<'t> {
    /// Parses a file, which messages call `file`; every syntax error is reported.
    pub fn parse(
        conventions: &'static Conventions,
        file: impl Into<Cow<'static, str>>,
        text: &'t str,
        diagnostics: &'t Diagnostics,
    ) -> Result<Self, Reported> {
        let (file, lines) = (file.into(), Lines::of(text));
        let (top, errors) = DeTable::parse_recoverable(text);
        let mut faults = Ok(());
        for error in &errors {
            let line = error.span().map(|span| lines.line(span.start));
            let location = Location { line, ..Location::whole(file.clone()) };
            faults = Err(diagnostics.report(&location, format!("not valid TOML: {}", error.message().escape_debug())));
        }
        faults.map(|()| Self { file, conventions, lines, diagnostics, top: top.into_inner() })
    }

    /// The top of the file, as a row without a place.
    pub fn top(&self) -> Row<'_> {
        Row::new(self, &self.top, Location::whole(self.file.clone()))
    }
}
