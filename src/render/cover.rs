//! The cover of the dashboard as lines, which workbook and page show alike: what
//! is counted, how many, and what there is to say of it.

use super::cell_text::cell_text;
use crate::report::{Cell, DOSES_LATELY, HEADLINE, TO_DO, Table, Workbook};

/// A line of the cover.
#[derive(Clone, PartialEq, Eq)]
pub struct CoverLine {
    /// What is counted.
    pub label: String,
    /// How many, as disclosure control lets it be seen.
    pub figure: Cell,
    /// What there is to say of it.
    pub words: String,
    /// The place of the sheet that shows more, in the workbook's sheets.
    pub sheet: Option<usize>,
}

/// Lines under a title.
#[derive(Clone, PartialEq, Eq)]
pub struct CoverBlock {
    /// The title.
    pub title: String,
    /// The lines.
    pub lines: Vec<CoverLine>,
}

/// The blocks of the cover, in order.
pub fn cover_blocks(workbook: &Workbook) -> Vec<CoverBlock> {
    let block = |table: &Table| {
        let line = |row: &Vec<Cell>| {
            let cell = |key| table.column(key).and_then(|place| row.get(place)).unwrap_or(&Cell::Null);
            let sheet = workbook.sheets.iter().position(|sheet| cell("sheet") == &Cell::text(&sheet.name));
            let words = match table.name {
                DOSES_LATELY => format!("{} {}", cell_text(cell("before")), cell_text(cell("when"))),
                HEADLINE => share_in_words(["people_pct", "of", "last_7_days", "last_7_days_pct"].map(cell)),
                TO_DO => cell_text(cell("what")),
                _ => String::new(),
            };
            let label = row.first().map(cell_text).unwrap_or_default();
            let figure = row.get(1).cloned().unwrap_or(Cell::Null);
            CoverLine { label, figure, words, sheet }
        };
        CoverBlock { title: table.title.clone(), lines: table.rows.iter().map(line).collect() }
    };
    workbook.cover().iter().map(block).collect()
}

/// Of how many a figure is how much, and how it moved.
fn share_in_words([percent, of, lately, points]: [&Cell; 4]) -> String {
    if *of == Cell::Null {
        return String::new();
    }
    let [percent, of, lately, points] = [percent, of, lately, points].map(cell_text);
    format!("{percent} % of {of} · {lately} in the last 7 days, +{points} points")
}
