//! A table of a file, as a row that knows its line.

use std::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostics::{Diagnostics, Location, Reported};
use super::document::Document;
use super::fault::Fault;

/// A table of a file. Its values are asked for by key (`value.rs`); keys
/// that nobody asked for are unknown, and [`Row::done`] says so.
pub struct Row<'d> {
    document: &'d Document<'d>,
    table: &'d DeTable<'d>,
    /// Where it begins.
    pub location: Location,
    asked: RefCell<Vec<&'static str>>,
}

/// A value found under a key.
pub struct Cell<'d> {
    /// The value.
    pub value: &'d DeValue<'d>,
    /// Where it stands.
    pub location: Location,
}

impl<'d> Row<'d> {
    pub(super) fn new(document: &'d Document<'d>, table: &'d DeTable<'d>, location: Location) -> Self {
        Self { document, table, location, asked: RefCell::default() }
    }

    /// Where its problems are reported.
    pub fn diagnostics(&self) -> &'d Diagnostics {
        self.document.diagnostics
    }

    /// Reports a problem of the row as a whole.
    pub fn report(&self, message: impl Into<String>) -> Reported {
        self.diagnostics().report(&self.location, message)
    }

    /// Reports a fault of the value under a key, in the words of its kind of file.
    pub(super) fn fault(&self, location: &Location, key: &str, fault: &Fault<'_>) -> Reported {
        self.diagnostics().report(location, (self.document.conventions.words)(key, fault))
    }

    /// Reports that a key is missing.
    pub fn missing(&self, key: &str) -> Reported {
        self.report(format!("\"{key}\" is missing"))
    }

    /// The most of each that is usual in its kind of file: rows, characters, items of a list.
    pub(super) fn limits(&self) -> (usize, usize, usize) {
        let conventions = self.document.conventions;
        (conventions.most_rows, conventions.longest_text, conventions.longest_list)
    }

    /// Whether the row has this key; it stays unknown to [`Row::done`].
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// The value under a key, if the row has it.
    pub fn cell(&self, key: &'static str) -> Option<Cell<'d>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some(self.cell_of(value))
    }

    /// A value of the row with its place.
    pub(super) fn cell_of(&self, value: &'d Spanned<DeValue<'d>>) -> Cell<'d> {
        Cell { value: value.get_ref(), location: self.at(value.span().start) }
    }

    fn at(&self, offset: usize) -> Location {
        self.location.at(self.document.lines.line(offset))
    }

    /// The value under a key that every such row has.
    pub fn needed(&self, key: &'static str) -> Result<Cell<'d>, Reported> {
        self.cell(key).ok_or_else(|| self.missing(key))
    }

    /// Every key with its value, at the line of the key: for tables whose keys
    /// are not known beforehand.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, Cell<'d>)> {
        self.table.iter().map(|(key, value)| {
            (key.get_ref().as_ref(), Cell { value: value.get_ref(), location: self.at(key.span().start) })
        })
    }

    /// The table that a value is, in the same place.
    pub fn within(&self, cell: &Cell<'d>) -> Option<Row<'d>> {
        match cell.value {
            DeValue::Table(table) => Some(Self::new(self.document, table, cell.location.clone())),
            _ => None,
        }
    }

    /// The items of a list, each at its line.
    pub fn list(&self, cell: &Cell<'d>) -> Option<Vec<Cell<'d>>> {
        Some(cell.value.as_array()?.iter().map(|item| self.cell_of(item)).collect())
    }

    /// The table under a key.
    pub fn table(&self, key: &'static str) -> Result<Row<'d>, Reported> {
        let cell = self.needed(key)?;
        match cell.value {
            DeValue::Table(table) => Ok(self.child(table, &cell.location, key.to_owned())),
            _ => Err(self.diagnostics().report(&cell.location, format!("\"{key}\" must be a table, written [{key}]"))),
        }
    }

    /// The tables under a key, in the order of the file; at least one.
    pub fn rows(&self, key: &'static str) -> Result<Vec<Row<'d>>, Reported> {
        self.rows_each(key)?.into_iter().collect()
    }

    /// The same, one by one: what is no table is reported for itself.
    pub fn rows_each(&self, key: &'static str) -> Result<Vec<Result<Row<'d>, Reported>>, Reported> {
        let cell = self.needed(key)?;
        let (most, ..) = self.limits();
        let fault = match cell.value.as_array().map(|items| items.len()) {
            None => Fault::NotRows,
            Some(0) => Fault::NoRows,
            Some(count) if count > most => Fault::TooManyRows(most),
            Some(_) => {
                let items = self.list(&cell).unwrap_or_default();
                return Ok((1..).zip(items).map(|(number, item)| self.numbered(key, number, &item)).collect());
            }
        };
        Err(self.fault(&cell.location, key, &fault))
    }

    fn numbered(&self, key: &str, number: usize, item: &Cell<'d>) -> Result<Row<'d>, Reported> {
        match item.value {
            DeValue::Table(table) => Ok(self.child(table, &item.location, format!("{key} {number}"))),
            _ => Err(self.fault(&item.location, key, &Fault::NotRow)),
        }
    }

    fn child(&self, table: &'d DeTable<'d>, location: &Location, name: String) -> Row<'d> {
        // A row with an id is called by it.
        let id = self.document.conventions.id_key.and_then(|key| table.get(key));
        let id = id.and_then(|id| id.get_ref().as_str()).filter(|id| is_id(id));
        let own = id.map_or(name, str::to_owned);
        let place = if location.place.is_empty() { own } else { format!("{}, {own}", location.place) };
        Self::new(self.document, table, Location { place, ..location.clone() })
    }

    /// Ends the reading of the row: what nobody asked for is unknown.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                self.fault(&self.at(key.span().start), name, &Fault::Unknown(&asked));
            }
        }
    }
}

/// Whether a text can be the id of a row.
pub fn is_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
