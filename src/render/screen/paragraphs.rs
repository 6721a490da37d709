//! What does not go into columns: sentences, broken between words to fit the
//! terminal.

use std::io::{self, Write};

use crate::domain::Doubt;
use crate::render::cell_text::{cell_text, one_line};
use crate::report::{Cell, Table};

/// What stands before each line of a paragraph.
const INDENT: &str = "    ";

/// Writes the doubts, a paragraph each: in columns beside one another, their
/// sentences would be a word wide.
pub fn write_doubts(doubts: &[Doubt], width: Option<u16>, out: &mut dyn Write) -> io::Result<()> {
    for doubt in doubts {
        let accepted = if doubt.accepted { ", accepted" } else { "" };
        let file = if doubt.file.is_empty() { String::new() } else { format!(": {}", doubt.file) };
        write_wrapped(out, &format!("{} ({}{accepted}){file}", doubt.id, doubt.consequence.name()), width)?;
        write_indented(out, &doubt.what, width, INDENT)?;
        write_indented(out, &format!("What to do: {}", doubt.what_to_do), width, INDENT)?;
    }
    Ok(())
}

/// Writes a sentence, broken between words to fit the terminal.
pub fn write_wrapped(out: &mut dyn Write, text: &str, width: Option<u16>) -> io::Result<()> {
    write_indented(out, text, width, "")
}

/// The same, with an indent before each line.
fn write_indented(out: &mut dyn Write, text: &str, width: Option<u16>, indent: &str) -> io::Result<()> {
    let width = width.map_or(usize::MAX, usize::from).saturating_sub(indent.len());
    let mut line = String::new();
    let mut length = 0;
    for word in one_line(text).split(' ') {
        let added = word.chars().count() + usize::from(length > 0);
        if length > 0 && length + added > width {
            writeln!(out, "{indent}{line}")?;
            line.clear();
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += word.chars().count();
    }
    writeln!(out, "{indent}{line}")
}

/// Whether the rows of a table are sentences of several columns.
pub fn is_of_sentences(table: &Table) -> bool {
    table.columns.iter().filter(|column| column.holds_sentences).count() > 1
}

/// Writes each row as a paragraph: its name and what is short on the first
/// line, then each sentence.
pub fn write_rows(table: &Table, width: Option<u16>, out: &mut dyn Write) -> io::Result<()> {
    for row in &table.rows {
        let cells = table.columns.iter().zip(row).enumerate().filter(|(_, (_, cell))| **cell != Cell::Null);
        let (sentences, short): (Vec<_>, Vec<_>) = cells.partition(|(_, (column, _))| column.holds_sentences);
        let named = |label: &str, cell: &Cell| format!("{label}: {}", cell_text(cell));
        let head = short.iter().map(|(place, (column, cell))| match place {
            0 => cell_text(cell),
            _ => named(column.label, cell),
        });
        write_wrapped(out, &head.collect::<Vec<_>>().join(" · "), width)?;
        for (_, (column, cell)) in sentences {
            write_indented(out, &named(column.label, cell), width, INDENT)?;
        }
    }
    Ok(())
}
