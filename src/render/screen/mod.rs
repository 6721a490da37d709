//! Reports as tables for people, fitted to the terminal.

mod bars;
mod paragraphs;

use std::io::{self, Write};

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle};

use super::cell_text::{cell_text, row_text};
use super::receipt_lines::receipt_lines;
use crate::report::{Cell, ChartStyle, Column, DropOrder, Kind, Report, Table};
use bars::bars;
use paragraphs::{is_of_sentences, write_doubts, write_rows, write_wrapped};

/// Writes the report; `width` is that of the terminal, `None` for as wide as
/// it needs.
pub fn write_screen(report: &Report, width: Option<u16>, out: &mut dyn Write) -> io::Result<()> {
    write_wrapped(out, &report.title, width)?;
    for line in receipt_lines(report) {
        write_wrapped(out, &line, width)?;
    }
    for table in &report.tables {
        writeln!(out)?;
        if report.tables.len() > 1 {
            write_wrapped(out, &table.title, width)?;
        }
        if let Some(doubts) = report.doubts_of(table) {
            write_doubts(doubts, width, out)?;
            continue;
        }
        if is_of_sentences(table) && !fits(&full_grid(table), width) {
            write_rows(table, width, out)?;
            continue;
        }
        let (text, dropped) = grid(table, width);
        for line in text.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        if !dropped.is_empty() {
            let line = format!("(no room for: {}; a wider terminal, CSV and JSON have them)", dropped.join(", "));
            write_wrapped(out, &line, width)?;
        }
        // A line of three hundred weeks is no picture in eighty columns.
        let drawn = table.charts.iter().filter(|chart| chart.style != ChartStyle::Line && !table.rows.is_empty());
        for chart in drawn {
            writeln!(out)?;
            for line in bars(table, chart, width) {
                writeln!(out, "{}", line.trim_end())?;
            }
        }
    }
    for (place, note) in report.all_notes().iter().enumerate() {
        if place == 0 {
            writeln!(out)?;
        }
        write_wrapped(out, &format!("Note: {note}"), width)?;
    }
    Ok(())
}

/// The table as text: full labels where they fit, else the short ones, else
/// without the columns that a narrow terminal can do without; with the labels
/// of those.
fn grid(table: &Table, width: Option<u16>) -> (String, Vec<String>) {
    if table.rows.is_empty() {
        return ("(nothing to show)".to_owned(), Vec::new());
    }
    let full = full_grid(table);
    let Some(width) = width.filter(|_| !fits(&full, width)) else { return (full, Vec::new()) };
    let (kept, dropped) = columns_for(table, usize::from(width));
    let mut narrow = fill(table, &kept, |column| column.short, 0);
    narrow.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    // Figures and codes are never broken over lines: only words are.
    for (place, column) in kept.iter().enumerate() {
        if !wraps(table, *column)
            && let Some(column) = narrow.column_mut(place)
        {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    (narrow.to_string(), dropped)
}

/// The table with all of its columns and full labels, as wide as it needs.
fn full_grid(table: &Table) -> String {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    fill(table, &all, |column| column.label, 2).to_string()
}

/// Whether every line fits the terminal.
fn fits(text: &str, width: Option<u16>) -> bool {
    width.is_none_or(|width| text.lines().all(|line| line.trim_end().chars().count() <= usize::from(width)))
}

/// The columns that fit, and the labels of those that had to go.
fn columns_for(table: &Table, width: usize) -> (Vec<usize>, Vec<String>) {
    let mut kept: Vec<usize> = (0..table.columns.len()).collect();
    let mut dropped = Vec::new();
    let needed = |kept: &[usize]| kept.iter().map(|column| least_width(table, *column) + 1).sum::<usize>() - 1;
    for order in DropOrder::GOING {
        let goes = |column: &usize| {
            table.columns[*column].dropped == order
                && match order {
                    DropOrder::WhereNothing => table.rows.iter().all(|row| row.get(*column) == Some(&Cell::Null)),
                    DropOrder::WhereZero => is_zero(table, *column),
                    DropOrder::First | DropOrder::Next | DropOrder::Last | DropOrder::Never => true,
                }
        };
        while needed(&kept) > width {
            let Some(place) = kept.iter().rposition(goes) else { break };
            let gone = kept.remove(place);
            // One limit of an interval says less than none.
            let (others, staying) =
                kept.iter().partition(|other| table.columns[**other].is_of_interval_of(&table.columns[gone]));
            kept = staying;
            dropped.push(gone);
            dropped.extend::<Vec<usize>>(others);
        }
    }
    dropped.sort_unstable();
    let label = |column: usize| {
        let Column { label, dropped, .. } = &table.columns[column];
        if *dropped == DropOrder::WhereZero { format!("{label} (all 0)") } else { (*label).to_owned() }
    };
    (kept, dropped.into_iter().map(label).collect())
}

/// Whether every value of a column is 0.
fn is_zero(table: &Table, column: usize) -> bool {
    table.rows.iter().chain(&table.totals).all(|row| row.get(column) == Some(&Cell::Count(0)))
}

fn least_width(table: &Table, column: usize) -> usize {
    let longest = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let rows = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| row_text(&table.columns[column], cell));
    let total = table.totals.iter().filter_map(|totals| totals.get(column)).map(cell_text);
    let shown = rows.chain(total).map(|text| longest(&text));
    let widest = shown.chain([longest(table.columns[column].short)]).max().unwrap_or(0);
    if wraps(table, column) { widest.min(table.columns[column].least_width) } else { widest }
}

/// Whether a column holds words, which may be broken over lines.
fn wraps(table: &Table, column: usize) -> bool {
    let is_long = |row: &Vec<Cell>| row.get(column).is_some_and(|cell| cell_text(cell).chars().count() > 10);
    table.columns[column].kind == Kind::Text && table.rows.iter().any(is_long)
}

fn fill(table: &Table, kept: &[usize], label: impl Fn(&Column) -> &'static str, gap: u16) -> Grid {
    let mut grid = Grid::new();
    grid.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    let pick = |cells: &[Cell], text: fn(&Column, &Cell) -> String| -> Vec<String> {
        kept.iter().filter_map(|column| Some(text(&table.columns[*column], cells.get(*column)?))).collect()
    };
    grid.set_header(kept.iter().map(|column| label(&table.columns[*column])));
    for row in &table.rows {
        grid.add_row(pick(row, row_text));
    }
    if let Some(totals) = &table.totals {
        let mut cells = pick(totals, |_, cell| cell_text(cell));
        if let Some(first) = cells.first_mut() {
            "Total".clone_into(first);
        }
        grid.add_row(cells);
    }
    for (place, column) in kept.iter().enumerate() {
        if let Some(shown) = grid.column_mut(place) {
            shown.set_padding((0, gap));
            if table.columns[*column].kind.is_number() {
                shown.set_cell_alignment(CellAlignment::Right);
            }
        }
    }
    grid
}
