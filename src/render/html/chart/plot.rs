//! What is drawn of a table: the names of its rows, and the values of each series.

use crate::render::cell_text::{cell_text, one_line, row_text};
use crate::report::{Cell, Chart, Column, IntervalEnd, Kind, Percent, Table};

/// Shares of fewer people than this are marked: one person moves them by much.
const FEW: u64 = 8;

/// What is drawn of a table.
pub struct Plot<'t> {
    /// Its rows.
    pub rows: Vec<PlotRow>,
    /// Its series.
    pub series: Vec<Series<'t>>,
    /// What the last column that names a row holds.
    pub label_kind: Kind,
    /// What the rows are, in words.
    across: String,
}

/// A row: where it is the first of several, the name of these, and its own.
pub struct PlotRow {
    pub group: Option<String>,
    pub label: String,
}

/// A series: a column of the table.
pub struct Series<'t> {
    /// What it is called.
    pub name: String,
    pub column: &'t Column,
    /// The cell of each row.
    pub cells: Vec<&'t Cell>,
    /// The cell of the totals.
    pub total: Option<&'t Cell>,
}

impl<'t> Plot<'t> {
    /// What a chart draws; nothing where it has nothing to draw.
    pub fn of(table: &'t Table, chart: &Chart) -> Option<Self> {
        let places: Vec<usize> = chart.labels.iter().filter_map(|key| table.column(key)).collect();
        let series: Vec<Series<'t>> =
            chart.series.iter().filter_map(|key| table.column(key)).map(|place| Series::of(table, place)).collect();
        let last = *places.last()?;
        let drawn = series.iter().flat_map(|series| &series.cells).any(|cell| amount(cell).is_some());
        let rows = rows(table, &places);
        drawn.then(|| Self { rows, series, label_kind: table.columns[last].kind, across: one_line(&chart.across) })
    }

    /// Whether the values are shares.
    pub fn is_percent(&self) -> bool {
        self.series.iter().all(|series| series.column.kind == Kind::Percent)
    }

    /// Whether all rows together have values, too.
    pub fn has_totals(&self) -> bool {
        self.series.iter().any(|series| series.total.and_then(amount).is_some())
    }

    /// Whether any share is of few people.
    pub fn has_few(&self) -> bool {
        self.series.iter().flat_map(|series| &series.cells).any(|cell| amount(cell).is_some() && is_of_few(cell))
    }

    /// What the series are called.
    pub fn names(&self) -> Vec<&str> {
        self.series.iter().map(|series| series.name.as_str()).collect()
    }

    /// The most characters of the name of a row.
    pub fn longest_label(&self) -> usize {
        self.rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0)
    }

    /// The name of a row with that of its group.
    pub fn name_of(&self, row: usize) -> String {
        let group = self.rows.iter().take(row + 1).rev().find_map(|row| row.group.as_deref());
        let label = self.rows.get(row).map(|row| row.label.as_str()).unwrap_or_default();
        group.map_or_else(|| label.to_owned(), |group| format!("{group}, {label}"))
    }

    /// The name of a row within a sentence: a short one says little without what it is of.
    pub fn said_of(&self, row: usize) -> String {
        let name = self.name_of(row);
        let is_word = name.contains([' ', ',']) || name.chars().filter(|c| c.is_alphabetic()).count() > 3;
        if is_word { name } else { format!("{} {name}", self.across.to_lowercase()) }
    }

    /// The largest value.
    pub fn largest(&self) -> u64 {
        self.series.iter().flat_map(|series| &series.cells).filter_map(|cell| amount(cell)).max().unwrap_or(0)
    }

    /// The sum of the values of a row; nothing where one is kept back.
    pub fn sum(&self, row: usize) -> Option<u64> {
        let cells = || self.series.iter().filter_map(|series| series.cells.get(row));
        let kept_back = cells().any(|cell| **cell == Cell::Suppressed);
        (!kept_back).then(|| cells().filter_map(|cell| amount(cell)).sum())
    }
}

impl<'t> Series<'t> {
    fn of(table: &'t Table, place: usize) -> Self {
        let column = &table.columns[place];
        let name = column.label.trim_end_matches(" %").to_owned();
        let cells = table.rows.iter().map(|row| row.get(place).unwrap_or(&Cell::Null)).collect();
        let total = table.totals.as_ref().and_then(|totals| totals.get(place));
        Self { name, column, cells, total }
    }

    /// What a mark of a row says.
    pub fn said(&self, row: usize) -> String {
        let Some(cell) = self.cells.get(row) else { return String::new() };
        let value = cell_text(cell);
        match cell {
            Cell::Percent(share) => match limits(*share) {
                Some((low, high)) => format!("{} {value} % ({} to {})", self.name, tenths(low), tenths(high)),
                None => format!("{} {value} %", self.name),
            },
            _ => format!("{} {value}", self.name),
        }
    }
}

/// The names of the rows. Where several columns name a row and the first of
/// them come again, these are the name of a group.
fn rows(table: &Table, places: &[usize]) -> Vec<PlotRow> {
    let words = |row: &[Cell], of: &[usize]| {
        let texts = of.iter().filter_map(|place| row.get(*place).map(|cell| row_text(&table.columns[*place], cell)));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if texts.is_empty() { "not known".to_owned() } else { one_line(&texts.join(" ")) }
    };
    let (outer, inner) = places.split_at(places.len().saturating_sub(1));
    let groups: Vec<String> = table.rows.iter().map(|row| words(row, outer)).collect();
    let is_grouped = !outer.is_empty() && groups.windows(2).any(|pair| pair[0] == pair[1]);
    let row = |(number, row): (usize, &Vec<Cell>)| {
        if !is_grouped {
            return PlotRow { group: None, label: words(row, places) };
        }
        let is_first = number == 0 || groups[number - 1] != groups[number];
        PlotRow { group: is_first.then(|| groups[number].clone()), label: words(row, inner) }
    };
    table.rows.iter().enumerate().map(row).collect()
}

/// How much a cell weighs: a count, or tenths of a per cent; nothing where it
/// is kept back or there is none.
pub fn amount(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Count(count) => Some(*count),
        Cell::Percent(percent) => percent.tenths().map(u64::from),
        _ => None,
    }
}

/// The limits of a share in tenths of a per cent.
pub fn limits(share: Percent) -> Option<(u32, u32)> {
    Some((share.limit(IntervalEnd::Low)?, share.limit(IntervalEnd::High)?))
}

/// Whether a share is of so few people that one moves it by much.
pub fn is_of_few(cell: &Cell) -> bool {
    matches!(cell, Cell::Percent(share) if share.whole() < FEW)
}

fn tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
