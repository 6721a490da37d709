//! Reports as CSV: keys as header, dates `DD/MM/YYYY`, no totals row.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::UkDate;
use crate::render::cell_text::half_days;
use crate::report::{Cell, Kind, Report, Table};

/// What was done to a CSV file besides writing it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CsvNote {
    /// Free-text cells given a leading space, so that no spreadsheet runs them.
    pub neutralised: u64,
}

/// Writes the tables one after the other, a blank line between them.
pub fn write_csv(report: &Report, bom: bool, out: &mut dyn Write) -> io::Result<CsvNote> {
    let mut note = CsvNote::default();
    if bom {
        out.write_all("\u{feff}".as_bytes())?;
    }
    for (place, table) in report.tables.iter().enumerate() {
        if place > 0 {
            out.write_all(b"\n")?;
        }
        write_table(table, out, &mut note)?;
    }
    Ok(note)
}

fn write_table(table: &Table, out: &mut dyn Write, note: &mut CsvNote) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.columns.iter().map(|column| column.key))?;
    for row in &table.rows {
        let cells = table.columns.iter().zip(row).map(|(column, cell)| {
            let text = plain(cell);
            if may_be_words(column.kind, &text) && would_run(&text) {
                note.neutralised += 1;
                return Cow::Owned(format!(" {text}"));
            }
            text
        });
        writer.write_record(cells.map(Cow::into_owned).map(String::into_bytes))?;
    }
    writer.flush()
}

/// A cell without marks for people.
fn plain(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Whole(number) => Cow::Owned(number.to_string()),
        Cell::Percent(percent) => {
            Cow::Owned(percent.tenths().map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default())
        }
        Cell::Limit(tenths) => Cow::Owned(format!("{}.{}", tenths / 10, tenths % 10)),
        Cell::Points(tenths) => {
            let sign = if *tenths < 0 { "-" } else { "" };
            Cow::Owned(format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10))
        }
        Cell::HalfDays(halves) => Cow::Owned(half_days(*halves)),
        Cell::Date(date) => Cow::Owned(UkDate(*date).to_string()),
        Cell::Suppressed => Cow::Borrowed(Cell::SUPPRESSED),
        Cell::Null => Cow::Borrowed(""),
    }
}

/// Whether a cell may hold free text. A telephone number or id never holds
/// letters; what stands in its column and does is somebody's words.
fn may_be_words(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Text => true,
        Kind::Code => text.chars().any(|c| !c.is_ascii_digit() && !" +-().".contains(c)),
        _ => false,
    }
}

/// Whether a spreadsheet would take the text for a formula.
fn would_run(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
