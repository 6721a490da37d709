//! A TOML file as rows that know their line.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ledger::{Ledger, Noted, Spot};
use super::near::{did_you_mean, shown};

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
    ledger: &'t Ledger,
}

impl<'t> Document<'t> {
    /// Parses a file; every syntax error is noted.
    pub fn parse(file: &'static str, text: &'t str, ledger: &'t Ledger) -> Result<Self, Noted> {
        let lines = Lines::of(text);
        let (top, errors) = DeTable::parse_recoverable(text);
        let mut faults = Ok(());
        for error in &errors {
            let line = error.span().map(|span| lines.line(span.start));
            let spot = Spot { line, ..Spot::whole(file) };
            faults = Err(ledger.note(&spot, format!("not valid TOML: {}", error.message().escape_debug())));
        }
        faults.map(|()| Self { file, lines, top: top.into_inner(), ledger })
    }

    /// The top of the file, as a row without a place.
    pub fn top(&self) -> Row<'_> {
        let spot = Spot { line: None, ..Spot::whole(self.file) };
        Row { lines: &self.lines, ledger: self.ledger, table: &self.top, spot, asked: RefCell::default() }
    }
}

/// A table of a file. Its values are asked for by key (`value.rs`); keys
/// that nobody asked for are unknown, and [`Row::done`] says so.
pub(super) struct Row<'d> {
    lines: &'d Lines,
    pub ledger: &'d Ledger,
    table: &'d DeTable<'d>,
    pub spot: Spot,
    asked: RefCell<Vec<&'static str>>,
}

/// A value found under a key.
pub(super) struct Cell<'d> {
    pub value: &'d DeValue<'d>,
    pub spot: Spot,
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
        Cell { value: value.get_ref(), spot: self.spot.at(self.lines.line(value.span().start)) }
    }

    /// The value under a key that every such row has.
    pub fn needed(&self, key: &'static str) -> Result<Cell<'d>, Noted> {
        self.cell(key).ok_or_else(|| self.ledger.note(&self.spot, format!("\"{key}\" is missing")))
    }

    /// The table under a key.
    pub fn table(&self, key: &'static str) -> Result<Row<'d>, Noted> {
        let cell = self.needed(key)?;
        match cell.value {
            DeValue::Table(table) => Ok(self.child(table, &cell.spot, key.to_owned())),
            _ => Err(self.ledger.note(&cell.spot, format!("\"{key}\" must be a table, written [{key}]"))),
        }
    }

    /// The tables under a key, in the order of the file; at least one.
    pub fn rows(&self, key: &'static str) -> Result<Vec<Row<'d>>, Noted> {
        let cell = self.needed(key)?;
        let DeValue::Array(items) = cell.value else {
            return Err(self.ledger.note(&cell.spot, format!("\"{key}\" must be a list of tables")));
        };
        if items.is_empty() {
            return Err(self.ledger.note(&cell.spot, format!("\"{key}\" is empty")));
        }
        if items.len() > MOST_ROWS {
            return Err(self.ledger.note(&cell.spot, format!("more than {MOST_ROWS} rows of \"{key}\"")));
        }
        let mut fault = None;
        let mut rows = Vec::new();
        for (number, item) in (1..).zip(items.iter()) {
            let cell = self.cell_of(item);
            match cell.value {
                DeValue::Table(table) => rows.push(self.child(table, &cell.spot, format!("{key} {number}"))),
                _ => fault = Some(self.ledger.note(&cell.spot, format!("each \"{key}\" must be a table"))),
            }
        }
        fault.map_or(Ok(rows), Err)
    }

    fn child(&self, table: &'d DeTable<'d>, spot: &Spot, name: String) -> Row<'d> {
        // A row with an id is called by it.
        let id = table.get("id").and_then(|id| id.get_ref().as_str()).filter(|id| is_id(id));
        let own = id.map_or(name, str::to_owned);
        let place = if spot.place.is_empty() { own } else { format!("{}, {own}", spot.place) };
        Row {
            lines: self.lines,
            ledger: self.ledger,
            table,
            spot: Spot { place, ..spot.clone() },
            asked: RefCell::default(),
        }
    }

    /// Ends the reading of the row: what nobody asked for is unknown.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let spot = self.spot.at(self.lines.line(key.span().start));
                let hint = did_you_mean(name, &asked);
                self.ledger.note(&spot, format!("unknown key {}{hint}", shown(name)));
            }
        }
    }
}

/// Whether a text can be the id of a row.
pub(super) fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
