//! A report told sheet by sheet, for workbooks with a cover.

use super::{Cell, Column, Cube, Kind, Report, Table};

/// What a sheet says besides its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// How to read it, in one line.
    pub how: String,
    /// Why there is nothing to show, where its table has no rows.
    pub empty: String,
}

impl Sheet {
    /// A sheet.
    #[must_use]
    pub fn new(name: &str, how: impl Into<String>, empty: impl Into<String>) -> Self {
        Self { name: name.to_owned(), how: how.into(), empty: empty.into() }
    }

    /// Of counts that are rounded or kept back: what adds up no longer does so to the eye.
    pub fn say_that_sums_differ(&mut self) {
        const SUMS: &str = "add up to the patients";
        self.how = self.how.replace(SUMS, "add up to the patients before disclosure control, and need not as shown");
    }
}

/// A report with a cover, and a sheet for each of its other tables, in the same order.
#[derive(Clone)]
pub struct Workbook {
    /// The report.
    pub report: Report,
    /// How many of its tables, the first of them, are on the cover.
    pub on_cover: usize,
    /// What is said on the cover of offers that are over, a line each.
    pub ended: Vec<String>,
    /// The sheets of the other tables.
    pub sheets: Vec<Sheet>,
    /// Whom a reader can choose, where the format lets them.
    pub cube: Option<Cube>,
}

impl Workbook {
    /// The tables of the cover.
    #[must_use]
    pub fn cover(&self) -> &[Table] {
        self.report.tables.get(..self.on_cover).unwrap_or_default()
    }

    /// The tables of the sheets.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        self.report.tables.get(self.on_cover..).unwrap_or_default()
    }
}

/// The contents of a workbook: its sheets, by the names they were given, with
/// what they show and how to read them.
#[must_use]
pub fn contents(workbook: &Workbook, names: &[String]) -> Table {
    let rows = workbook.tables().iter().zip(&workbook.sheets).zip(names);
    let rows = rows.map(|((table, sheet), name)| {
        let how = if table.rows.is_empty() { &sheet.empty } else { &sheet.how };
        vec![Cell::text(name), Cell::text(&table.title), Cell::text(how)]
    });
    let columns = vec![
        Column::new("sheet", "Sheet", Kind::Text),
        Column::new("shows", "What it shows", Kind::Text),
        Column::new("how", "How to read it", Kind::Text),
    ];
    Table::new("contents", "Contents", columns, rows.collect())
}
