//! What is said above the table of a sheet.

use crate::domain::Doubt;
use crate::render::cover::{CoverBlock, cover_blocks};
use crate::render::receipt_lines::receipt_lines;
use crate::report::{Cell, Profile, Report, Sheet, Table, Workbook};

/// What stands above a table; nothing where the header stands in row 1.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SheetPreamble {
    /// The first of them is the title of the sheet.
    pub lines: Vec<String>,
    /// The figures of the cover.
    pub blocks: Vec<CoverBlock>,
    /// Lines below those.
    pub after: Vec<String>,
}

impl SheetPreamble {
    /// How many rows it takes, at least.
    pub fn rows(&self) -> usize {
        let blocks = self.blocks.iter().map(|block| block.lines.len() + 2);
        self.lines.len() + blocks.sum::<usize>() + self.after.len()
    }

    /// Above the table of a report: nothing, or its title and what was done to
    /// its figures.
    pub fn of_profile(title: &str, profile: Profile) -> Self {
        let lines = profile.sentence().map(|sentence| vec![title.to_owned(), sentence]).unwrap_or_default();
        Self { lines, ..Self::default() }
    }

    /// Above the contents of the cover: title and receipt, the figures, then offers that are over, doubts and how
    /// to read it. Doubts that nobody has accepted come first.
    pub fn cover(workbook: &Workbook) -> Self {
        let report = &workbook.report;
        let mut lines = vec![report.title.clone()];
        if let Some(receipt) = &report.receipt {
            lines.push(receipt.organisation.clone());
        }
        lines.extend(receipt_lines(report));
        let (accepted, standing): (Vec<&Doubt>, Vec<&Doubt>) = report.doubts().iter().partition(|doubt| doubt.accepted);
        let mut after = workbook.ended.clone();
        after.extend(standing.into_iter().chain(accepted).map(|doubt| capitalised(&doubt.line())));
        after.push(
            "Every sheet has one table, from column A; percentages are of the patients of the row. The buttons in a header \
             sort and filter."
                .to_owned(),
        );
        Self { lines, blocks: cover_blocks(workbook), after }
    }

    /// Above the table of a sheet: title, how to read it, what blanks and
    /// shorthand mean.
    pub fn sheet(table: &Table, sheet: &Sheet, report: &Report) -> Self {
        let mut lines = vec![table.title.clone(), sheet.how.clone()];
        let profile = report.receipt.as_ref().map(|receipt| receipt.disclosure).unwrap_or_default();
        lines.extend(receipt_lines(report).into_iter().take(1).map(|line| format!("{} · {line}", profile.marking())));
        lines.extend(profile.sentence());
        lines.extend(blanks(table));
        Self { lines, ..Self::default() }
    }
}

/// What an empty cell of the table means, where it has any.
fn blanks(table: &Table) -> Option<String> {
    let cells = || table.rows.iter().flatten();
    let no_share = |cell: &Cell| matches!(cell, Cell::Percent(percent) if percent.tenths().is_none());
    let mut meanings = Vec::new();
    if cells().any(no_share) {
        meanings.push("a blank percentage means that the denominator is 0");
    }
    if cells().any(|cell| *cell == Cell::Null) {
        meanings.push("a blank cell means that nothing is recorded or the question does not arise");
    }
    (!meanings.is_empty()).then(|| format!("{}.", capitalised(&meanings.join("; "))))
}

fn capitalised(line: &str) -> String {
    let (first, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}", first.to_uppercase())
}
