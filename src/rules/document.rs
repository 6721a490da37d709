//! A TOML file as rows that know their line.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostics::{Diagnostics, Location, Reported};
use crate::domain::{did_you_mean, shown};

/// More rows than any rules file has use for.
const MOST_ROWS: usize = 1000;

/// Where the lines of a file begin, to tell the line of a place.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn line(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

/// A file without syntax errors.
pub(super) struct Document<'t> {
    file: &'static str,
    lines: Lines,
    top: DeTable<'t>,
    diagnostics: &'t Diagnostics,
}

impl<'t> Document<'t> {
    /// Parses a file; every syntax error is reported.
    pub fn parse(file: &'static str, text: &'t str, diagnostics: &'t Diagnostics) -> Result<Self, Reported> {
        let lines = Lines::of(text);
        let (top, errors) = DeTable::parse_recoverable(text);
        let mut faults = Ok(());
        for error in &errors {
            let line = error.span().map(|span| lines.line(span.start));
            let location = Location { line, ..Location::whole(file) };
            faults = Err(diagnostics.report(&location, format!("not valid TOML: {}", error.message().escape_debug())));
        }
        faults.map(|()| Self { file, lines, top: top.into_inner(), diagnostics })
    }

    /// The top of the file, as a row without a place.
    pub fn top(&self) -> Row<'_> {
        let location = Location { line: None, ..Location::whole(self.file) };
        Row { lines: &self.lines, diagnostics: self.diagnostics, table: &self.top, location, asked: RefCell::default() }
    }
}

/// A table of a file. Its values are asked for by key (`value.rs`); keys
/// that nobody asked for are unknown, and [`Row::done`] says so.
pub(super) struct Row<'d> {
    lines: &'d Lines,
    pub diagnostics: &'d Diagnostics,
    table: &'d DeTable<'d>,
    pub location: Location,
    asked: RefCell<Vec<&'static str>>,
}

/// A value found under a key.
pub(super) struct Cell<'d> {
    pub value: &'d DeValue<'d>,
    pub location: Location,
}

impl<'d> Row<'d> {
    /// The value under a key, if the row has it.
    pub fn cell(&self, key: &'static str) -> Option<Cell<'d>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some(self.cell_of(value))
    }

    /// A value of the row with its place.
    pub fn cell_of(&self, value: &'d Spanned<DeValue<'d>>) -> Cell<'d> {
        Cell { value: value.get_ref(), location: self.location.at(self.lines.line(value.span().start)) }
    }

    /// The value under a key that every such row has.
    pub fn needed(&self, key: &'static str) -> Result<Cell<'d>, Reported> {
        self.cell(key).ok_or_else(|| self.diagnostics.report(&self.location, format!("\"{key}\" is missing")))
    }

    /// The table under a key.
    pub fn table(&self, key: &'static str) -> Result<Row<'d>, Reported> {
        let cell = self.needed(key)?;
        match cell.value {
            DeValue::Table(table) => Ok(self.child(table, &cell.location, key.to_owned())),
            _ => Err(self.diagnostics.report(&cell.location, format!("\"{key}\" must be a table, written [{key}]"))),
        }
    }

    /// The tables under a key, in the order of the file; at least one.
    pub fn rows(&self, key: &'static str) -> Result<Vec<Row<'d>>, Reported> {
        let cell = self.needed(key)?;
        let DeValue::Array(items) = cell.value else {
            return Err(self.diagnostics.report(&cell.location, format!("\"{key}\" must be a list of tables")));
        };
        if items.is_empty() {
            return Err(self.diagnostics.report(&cell.location, format!("\"{key}\" is empty")));
        }
        if items.len() > MOST_ROWS {
            return Err(self.diagnostics.report(&cell.location, format!("more than {MOST_ROWS} rows of \"{key}\"")));
        }
        let mut fault = None;
        let mut rows = Vec::new();
        for (number, item) in (1..).zip(items.iter()) {
            let cell = self.cell_of(item);
            match cell.value {
                DeValue::Table(table) => rows.push(self.child(table, &cell.location, format!("{key} {number}"))),
                _ => fault = Some(self.diagnostics.report(&cell.location, format!("each \"{key}\" must be a table"))),
            }
        }
        fault.map_or(Ok(rows), Err)
    }

    fn child(&self, table: &'d DeTable<'d>, location: &Location, name: String) -> Row<'d> {
        // A row with an id is called by it.
        let id = table.get("id").and_then(|id| id.get_ref().as_str()).filter(|id| is_id(id));
        let own = id.map_or(name, str::to_owned);
        let place = if location.place.is_empty() { own } else { format!("{}, {own}", location.place) };
        Row {
            lines: self.lines,
            diagnostics: self.diagnostics,
            table,
            location: Location { place, ..location.clone() },
            asked: RefCell::default(),
        }
    }

    /// Ends the reading of the row: what nobody asked for is unknown.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let location = self.location.at(self.lines.line(key.span().start));
                let hint = did_you_mean(name, &asked);
                self.diagnostics.report(&location, format!("unknown key {}{hint}", shown(name)));
            }
        }
    }
}

/// Whether a text can be the id of a row.
pub(super) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
