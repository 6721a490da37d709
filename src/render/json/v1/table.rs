//! The tables of a report.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::entries::{Entries, each_once};
use crate::domain::IsoDate;
use crate::report::{Cell, Column, DerivedFrom, Table};

/// A table.
#[derive(Serialize)]
pub struct JsonTable<'r> {
    name: &'static str,
    title: &'r str,
    columns: Vec<JsonColumn>,
    rows: JsonRows<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    totals: Option<Entries<'r, CellValue<'r>>>,
    /// The figures that are kept back; missing without disclosure control.
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressed: Option<Vec<KeptBack>>,
}

/// A column.
#[derive(Serialize)]
struct JsonColumn {
    /// The key of its cells in every row.
    key: &'static str,
    label: &'static str,
    kind: &'static str,
}

impl<'r> JsonTable<'r> {
    /// A table of a report; under disclosure control with the list of what is
    /// kept back.
    pub fn of(table: &'r Table, is_controlled: bool) -> Self {
        let column = |column: &Column| JsonColumn { key: column.key, label: column.label, kind: column.kind.name() };
        let rows = JsonRows { columns: each_once(keys(&table.columns)), rows: &table.rows };
        Self {
            name: table.name,
            title: &table.title,
            columns: table.columns.iter().map(column).collect(),
            rows,
            totals: table.totals.as_ref().map(|cells| totals(&table.columns, cells)),
            suppressed: is_controlled.then(|| kept_back(table)),
        }
    }
}

/// The columns by key, with the place of their cells.
fn keys(columns: &[Column]) -> impl Iterator<Item = (&'static str, usize)> {
    columns.iter().enumerate().map(|(place, column)| (column.key, place))
}

/// The totals by column key, without the columns that name a group.
fn totals<'r>(columns: &[Column], cells: &'r [Cell]) -> Entries<'r, CellValue<'r>> {
    let is_figure = |column: &Column| column.kind.is_number() || column.derived_from != DerivedFrom::Itself;
    let figures = columns.iter().zip(cells).filter(|(column, _)| is_figure(column));
    Entries::of(figures.map(|(column, cell)| (column.key, CellValue(cell))))
}

/// The rows, each by column key.
struct JsonRows<'r> {
    columns: Vec<(&'static str, usize)>,
    rows: &'r [Vec<Cell>],
}

impl Serialize for JsonRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.iter().map(|cells| JsonRow { columns: &self.columns, cells }))
    }
}

/// A row by column key.
struct JsonRow<'r> {
    columns: &'r [(&'static str, usize)],
    cells: &'r [Cell],
}

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.columns.iter().filter_map(|(key, place)| Some((key, CellValue(self.cells.get(*place)?))));
        serializer.collect_map(cells)
    }
}

/// Writes the rows of a table, an object a line.
pub fn write_rows(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let columns = each_once(keys(&table.columns));
    for cells in &table.rows {
        serde_json::to_writer(&mut *out, &JsonRow { columns: &columns, cells })?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The value of a cell.
struct CellValue<'r>(&'r Cell);

impl Serialize for CellValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Text(text) => serializer.serialize_str(text),
            Cell::Count(count) => serializer.serialize_u64(*count),
            Cell::Whole(number) => serializer.serialize_i64(*number),
            // As displayed: tenths divided by ten prints with one decimal.
            Cell::Percent(percent) => percent.tenths().map(|tenths| f64::from(tenths) / 10.0).serialize(serializer),
            Cell::Limit(tenths) => serializer.serialize_f64(f64::from(*tenths) / 10.0),
            Cell::Points(tenths) => {
                i32::try_from(*tenths).ok().map(|tenths| f64::from(tenths) / 10.0).serialize(serializer)
            }
            Cell::HalfDays(halves) if halves % 2 == 0 => serializer.serialize_u64(halves / 2),
            Cell::HalfDays(halves) => {
                u32::try_from(*halves).ok().map(|halves| f64::from(halves) / 2.0).serialize(serializer)
            }
            Cell::Date(date) => serializer.collect_str(&IsoDate(*date)),
            Cell::Suppressed | Cell::Null => serializer.serialize_none(),
        }
    }
}

/// A figure that is kept back.
#[derive(Serialize)]
struct KeptBack {
    row: LineNumber,
    column: &'static str,
}

/// Where a figure stands.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum LineNumber {
    /// A row, counted from 0.
    Row(usize),
    /// The word `totals`.
    Totals(&'static str),
}

/// Which figures are kept back.
fn kept_back(table: &Table) -> Vec<KeptBack> {
    let lines = table.rows.iter().enumerate().map(|(row, cells)| (LineNumber::Row(row), cells));
    let lines = lines.chain(table.totals.iter().map(|cells| (LineNumber::Totals("totals"), cells)));
    let kept_back = lines.flat_map(|(row, cells)| {
        let columns = table.columns.iter().zip(cells).filter(|(_, cell)| **cell == Cell::Suppressed);
        columns.map(move |(column, _)| KeptBack { row, column: column.key })
    });
    kept_back.collect()
}
