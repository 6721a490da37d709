//! How wide columns must be, in pixels of Arial 12.

use std::borrow::Cow;

use rust_xlsxwriter::cell_autofit_width;

use crate::render::cell_text::cell_text;
use crate::report::{Cell, Kind, Table};

/// The widest column of words; longer ones are broken over lines.
const WIDEST: u32 = 420;
/// The widest last column of words.
const WIDEST_LAST: u32 = 660;
/// The narrowest column.
const NARROWEST: u32 = 80;
/// The most lines of a header.
const MOST_LINES: usize = 3;
/// The button that filters a column.
const BUTTON: u32 = 22;
/// What stands empty at the two ends of a cell.
const PADDING: u32 = 20;
/// What the writer's measure adds to the text.
const MEASURE_PADDING: u32 = 7;

/// The width of a column, and whether its words are broken over lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Width {
    /// In pixels.
    pub pixels: u32,
    /// Whether its cells are longer.
    pub wraps: bool,
}

/// The width of a text: the writer's measure is for Calibri 11, which is
/// narrower than Arial 12; bold is wider again.
pub fn of_text(text: &str, bold: bool) -> u32 {
    let plain = cell_autofit_width(text).saturating_sub(MEASURE_PADDING);
    plain * if bold { 140 } else { 128 } / 100
}

/// The widths of the columns of a table.
pub fn of_columns(table: &Table, headers: &[String]) -> Vec<Width> {
    headers.iter().enumerate().map(|(place, header)| of_column(table, place, header)).collect()
}

fn of_column(table: &Table, place: usize, header: &str) -> Width {
    // Only the longest cells are worth measuring.
    let mut longest = 0;
    let mut pixels = NARROWEST;
    // Dates are all of one width; only the first may be a word.
    let rows = if table.columns[place].kind == Kind::Date { table.rows.len().min(2) } else { table.rows.len() };
    for row in table.rows.iter().take(rows).chain(&table.totals) {
        let Some(cell) = row.get(place) else { continue };
        let text = match cell {
            Cell::Text(text) => Cow::Borrowed(text.as_str()),
            cell => Cow::Owned(cell_text(cell)),
        };
        let length = text.chars().count();
        if length + 2 >= longest {
            longest = longest.max(length);
            pixels = pixels.max(of_text(&text, false) + PADDING);
        }
    }
    let widest = if place + 1 == table.columns.len() { WIDEST_LAST } else { WIDEST };
    let wraps = table.columns[place].kind == Kind::Text && pixels > widest;
    let widest = if wraps { longest_word(table, place).clamp(widest, WIDEST_LAST) } else { widest };
    // A header may take lines, but no word of it may be broken.
    let mut room = header.split(' ').map(|word| of_text(word, true)).max().unwrap_or(0);
    while fold(header, room, true).len() > MOST_LINES {
        room += 8;
    }
    Width { pixels: if wraps { widest } else { pixels }.max(room + PADDING + BUTTON), wraps }
}

/// The width of the longest word of a column: a file name, say.
fn longest_word(table: &Table, place: usize) -> u32 {
    let texts = table.rows.iter().filter_map(|row| match row.get(place) {
        Some(Cell::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    texts.flat_map(|text| text.split(' ')).map(|word| of_text(word, false) + PADDING).max().unwrap_or(0)
}

/// The lines that the highest header takes.
pub fn header_lines(headers: &[String], widths: &[Width]) -> u32 {
    let lines = |(header, width): (&String, &Width)| {
        let room = width.pixels.saturating_sub(BUTTON + PADDING);
        u32::try_from(fold(header, room, true).len()).unwrap_or(1)
    };
    headers.iter().zip(widths).map(lines).max().unwrap_or(1)
}

/// The lines that a row takes: more than one only where words are broken.
pub fn row_lines(cells: &[Cell], widths: &[Width]) -> u32 {
    let broken = cells.iter().zip(widths).filter(|(_, width)| width.wraps);
    let lines = broken.map(|(cell, width)| {
        let room = width.pixels.saturating_sub(PADDING);
        // A word longer than the column is broken as well.
        fold(&cell_text(cell), room, false).iter().map(|line| of_text(line, false).div_ceil(room.max(1)).max(1)).sum()
    });
    lines.max().unwrap_or(1)
}

/// A text broken between words into lines of so many pixels.
pub fn fold(text: &str, room: u32, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().map(|line| (format!("{line} {word}"), line)) {
            Some((longer, line)) if of_text(&longer, bold) <= room => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    #[test]
    fn words_fold_and_figures_do_not() {
        let lines = fold("People who had a first dose only", 100, false);
        assert!(lines.len() > 2, "{lines:?}");
        assert_eq!(lines.join(" "), "People who had a first dose only");
        let long = "word ".repeat(60);
        let columns = vec![Column::new("a", "Text", Kind::Text), Column::new("b", "Code", Kind::Code)];
        let table = Table::new("t", "T", columns, vec![vec![Cell::text(&long), Cell::text(&long)]]);
        let widths = of_columns(&table, &["Text".to_owned(), "Code".to_owned()]);
        assert_eq!(widths[0], Width { pixels: WIDEST, wraps: true });
        assert!(!widths[1].wraps && widths[1].pixels > WIDEST);
    }
}
