//! A TOML table as rows that know their line, and all that is wrong with it.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use toml::de::{DeTable, DeValue};

use crate::domain::Named;

/// More tables or columns than any file of targets has use for.
const MOST_ROWS: usize = 200;
/// The longest text.
const LONGEST_TEXT: usize = 200;

/// Everything that is wrong with a file, gathered to be said at once.
pub struct Faults<'t> {
    file: &'t str,
    /// Where the lines begin.
    starts: Vec<usize>,
    noted: RefCell<Vec<(usize, String)>>,
}

impl<'t> Faults<'t> {
    /// No fault yet in a file of this name and text.
    pub fn of(file: &'t str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, starts, noted: RefCell::default() }
    }

    /// The line of a place in the text, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// Notes a fault at a line.
    pub fn note(&self, line: usize, message: impl Into<String>) {
        self.noted.borrow_mut().push((line, message.into()));
    }

    /// Every fault in a sentence, in the order of the file.
    pub fn sentences(&self) -> Vec<String> {
        let mut noted = self.noted.borrow().clone();
        noted.sort();
        noted.dedup();
        noted.into_iter().map(|(line, message)| format!("{} line {line}: {message}", self.file)).collect()
    }
}

/// A table of the file. Its values are asked for by key; keys that nobody
/// asked for are unknown, and [`TableRow::done`] says so.
pub struct TableRow<'d> {
    faults: &'d Faults<'d>,
    table: &'d DeTable<'d>,
    /// The line on which it begins.
    pub line: usize,
    /// What it is, for messages.
    pub place: String,
    asked: RefCell<Vec<&'static str>>,
}

impl<'d> TableRow<'d> {
    /// A table at a line.
    pub fn new(faults: &'d Faults<'d>, table: &'d DeTable<'d>, line: usize, place: String) -> Self {
        Self { faults, table, line, place, asked: RefCell::default() }
    }

    /// Notes a fault of this row.
    pub fn note(&self, line: usize, message: impl AsRef<str>) {
        let place = if self.place.is_empty() { String::new() } else { format!("{}: ", self.place) };
        self.faults.note(line, format!("{place}{}", message.as_ref()));
    }

    fn find(&self, key: &'static str) -> Option<(usize, &'d DeValue<'d>)> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        Some((self.faults.line(value.span().start), value.get_ref()))
    }

    /// Whether the row has this key.
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Notes that a key is missing.
    pub fn missing(&self, key: &str) {
        self.note(self.line, format!("\"{key}\" is missing"));
    }

    fn needed<T>(&self, key: &'static str, value: Option<T>) -> Option<T> {
        if !self.has(key) {
            self.missing(key);
        }
        value
    }

    /// A text on one line that no spreadsheet takes for a formula.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.needed(key, self.optional_text(key))
    }

    /// The same, or nothing.
    pub fn optional_text(&self, key: &'static str) -> Option<String> {
        let (line, text) = self.line_of_text(key)?;
        if text.starts_with(['=', '+', '-', '@']) {
            self.note(line, format!("\"{key}\" begins like a formula"));
            return None;
        }
        Some(text)
    }

    /// Characters that are not written to a file, or nothing.
    pub fn optional_characters(&self, key: &'static str) -> Option<String> {
        self.line_of_text(key).map(|(_, text)| text)
    }

    fn line_of_text(&self, key: &'static str) -> Option<(usize, String)> {
        let (line, value) = self.find(key)?;
        let Some(text) = value.as_str() else {
            self.note(line, format!("\"{key}\" must be a text in quotation marks"));
            return None;
        };
        let fault = if text.trim().is_empty() {
            "is blank"
        } else if text.chars().any(char::is_control) {
            "has a line break or another control character"
        } else if text.chars().count() > LONGEST_TEXT {
            "is longer than 200 characters"
        } else {
            return Some((line, text.to_owned()));
        };
        self.note(line, format!("\"{key}\" {fault}"));
        None
    }

    /// One of some words.
    pub fn word<T: Named>(&self, key: &'static str) -> Option<T> {
        self.needed(key, self.optional_word(key))
    }

    /// The same, or nothing.
    pub fn optional_word<T: Named>(&self, key: &'static str) -> Option<T> {
        let (line, value) = self.find(key)?;
        let found = value.as_str().and_then(T::named);
        if found.is_none() {
            self.note(line, format!("\"{key}\" must be one of: {}", T::names().join(", ")));
        }
        found
    }

    /// Yes or no.
    pub fn yes_no(&self, key: &'static str) -> Option<bool> {
        self.needed(key, self.optional_yes_no(key))
    }

    /// The same, or nothing.
    pub fn optional_yes_no(&self, key: &'static str) -> Option<bool> {
        let (line, value) = self.find(key)?;
        let found = value.as_bool();
        if found.is_none() {
            self.note(line, format!("\"{key}\" must be true or false"));
        }
        found
    }

    /// A whole number in a range, or nothing.
    pub fn optional_number(&self, key: &'static str, range: &RangeInclusive<u32>) -> Option<u32> {
        let (line, value) = self.find(key)?;
        let written = value.as_integer().filter(|number| number.radix() == 10);
        let number = written.and_then(|number| number.as_str().replace('_', "").parse().ok());
        let found = number.filter(|number| range.contains(number));
        if found.is_none() {
            self.note(line, format!("\"{key}\" must be a whole number from {} to {}", range.start(), range.end()));
        }
        found
    }

    /// The tables under a key, in order, each with its number; at least one.
    pub fn rows(&self, key: &'static str) -> Vec<TableRow<'d>> {
        let Some((line, value)) = self.find(key) else {
            self.missing(key);
            return Vec::new();
        };
        let Some(items) = value.as_array().filter(|items| (1..=MOST_ROWS).contains(&items.len())) else {
            self.note(line, format!("\"{key}\" must be a list of 1 to {MOST_ROWS} tables"));
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(items.len());
        for (number, item) in (1..).zip(items.iter()) {
            let line = self.faults.line(item.span().start);
            let place = if self.place.is_empty() { String::new() } else { format!("{}, ", self.place) };
            match item.get_ref() {
                DeValue::Table(table) => {
                    rows.push(TableRow::new(self.faults, table, line, format!("{place}{key} {number}")));
                }
                _ => self.note(line, format!("each of \"{key}\" must be a table")),
            }
        }
        rows
    }

    /// Ends the reading of the row: what nobody asked for is unknown.
    pub fn done(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                let shown: String = name.chars().take(60).collect();
                let known = asked.join(", ");
                let line = self.faults.line(key.span().start);
                self.note(line, format!("unknown key \"{}\"; known here: {known}", shown.escape_debug()));
            }
        }
    }
}
