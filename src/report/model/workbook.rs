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
}

/// A report with a sheet for each of its tables, in the same order.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The report.
    pub report: Report,
    /// The sheets of its tables.
    pub sheets: Vec<Sheet>,
    /// Whom a reader can choose, where the format lets them.
    pub cube: Option<Cube>,
}

/// The contents of a workbook: its sheets, by the names they were given, with
/// what they show and how to read them.
#[must_use]
pub fn contents(workbook: &Workbook, names: &[String]) -> Table {
    let rows = workbook.report.tables.iter().zip(&workbook.sheets).zip(names);
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
