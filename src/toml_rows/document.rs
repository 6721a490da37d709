//! A TOML file without syntax errors.

use std::borrow::Cow;

use toml::de::DeTable;

use super::diagnostics::{Diagnostics, Location, Reported};
use super::file_context::{Conventions, FileContext, Lines};
use super::row::TomlRow;

/// A file without syntax errors.
pub struct Document<'t> {
    file: Cow<'static, str>,
    context: FileContext<'t>,
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
        let context = FileContext { conventions, lines, diagnostics };
        faults.map(|()| Self { file, context, top: top.into_inner() })
    }

    /// The top of the file, as a row without a place.
    pub fn top(&self) -> TomlRow<'_> {
        TomlRow::new(&self.context, &self.top, Location::whole(self.file.clone()))
    }
}
