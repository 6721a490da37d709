//! Charts on a terminal: horizontal bars of a table's values.

use crate::render::cell_text::{cell_text, one_line, row_text};
use crate::report::{Cell, Chart, ChartStyle, Table};

/// The widest chart, where the terminal's width is not known.
const WIDEST: usize = 80;
/// The narrowest bar that still tells anything.
const NARROWEST: usize = 10;
/// The fills of a stacked bar, which differ also where there is no colour.
const FILLS: [char; 6] = ['█', '▓', '▒', '░', '▚', '·'];

/// The lines of a chart of a table.
pub fn bars(table: &Table, chart: &Chart, width: Option<u16>) -> Vec<String> {
    let width = width.map_or(WIDEST, usize::from);
    let places = |keys: &[&str]| -> Vec<usize> { keys.iter().filter_map(|key| table.column(key)).collect() };
    let (labels, series) = (places(&chart.labels), places(&chart.series));
    let mut lines = vec![chart.title.to_owned()];
    match chart.style {
        ChartStyle::Clustered | ChartStyle::Line => lines.extend(clustered(table, &labels, &series, width)),
        ChartStyle::Stacked => {
            lines.extend(legend(table, &series, width));
            lines.extend(stacked(table, &labels, &series, width));
        }
    }
    lines
}

/// A bar for every value.
fn clustered(table: &Table, labels: &[usize], series: &[usize], width: usize) -> Vec<String> {
    let several = series.len() > 1;
    let names: Vec<String> =
        series.iter().map(|place| if several { label_of(table, *place) } else { String::new() }).collect();
    let rows: Vec<(String, Vec<&Cell>)> = table
        .rows
        .iter()
        .map(|row| (row_label(table, row, labels, width), series.iter().filter_map(|place| row.get(*place)).collect()))
        .collect();
    let name_width = names.iter().map(|name| length(name)).max().unwrap_or(0);
    let label_width = rows.iter().map(|(label, _)| length(label)).max().unwrap_or(0);
    let values = rows.iter().flat_map(|(_, cells)| cells.iter());
    let value_width = values.clone().map(|cell| length(&cell_text(cell))).max().unwrap_or(0);
    // Percentages are drawn against all, counts against the largest.
    let is_percent = values.clone().any(|cell| matches!(cell, Cell::Percent(_)));
    let whole = if is_percent { 1000 } else { values.map(|cell| amount(cell)).max().unwrap_or(0) };
    let gaps = 2 + usize::from(several);
    let room = width.saturating_sub(label_width + name_width + value_width + gaps).max(NARROWEST);
    let mut lines = Vec::new();
    for (label, cells) in &rows {
        for (place, cell) in cells.iter().enumerate() {
            let label = if place == 0 { label.as_str() } else { "" };
            let name = if several { format!(" {}", padded(&names[place], name_width)) } else { String::new() };
            let bar = bar_of(amount(cell), whole, room);
            let value = cell_text(cell);
            lines.push(format!("{}{name} {value:>value_width$} {bar}", padded(label, label_width)));
        }
    }
    lines
}

/// One bar a row, its parts beside one another.
fn stacked(table: &Table, labels: &[usize], series: &[usize], width: usize) -> Vec<String> {
    let sums: Vec<u64> = table.rows.iter().map(|row| parts(row, series).iter().sum()).collect();
    let largest = sums.iter().copied().max().unwrap_or(0);
    let rows: Vec<String> = table.rows.iter().map(|row| row_label(table, row, labels, width)).collect();
    let values: Vec<String> = table
        .rows
        .iter()
        .zip(&sums)
        .map(|(row, sum)| {
            // A sum of what is shown is not the sum where a part is kept back.
            let keeps_back = series.iter().any(|place| row.get(*place) == Some(&Cell::Suppressed));
            cell_text(&if keeps_back { Cell::Suppressed } else { Cell::Count(*sum) })
        })
        .collect();
    let label_width = rows.iter().map(|label| length(label)).max().unwrap_or(0);
    let value_width = values.iter().map(|value| length(value)).max().unwrap_or(0);
    let room = width.saturating_sub(label_width + value_width + 2).max(NARROWEST);
    let lines = table.rows.iter().zip(&rows).zip(&values).map(|((row, label), value)| {
        let mut bar = String::new();
        let mut so_far = 0;
        for (part, fill) in parts(row, series).into_iter().zip(FILLS.into_iter().cycle()) {
            // Each part ends where the sum so far ends, so that rounding never adds up.
            let from = scaled(so_far, largest, room);
            so_far += part;
            bar.extend(std::iter::repeat_n(fill, scaled(so_far, largest, room) - from));
        }
        format!("{} {value:>value_width$} {bar}", padded(label, label_width))
    });
    lines.collect()
}

/// Which fill is which, on as many lines as it takes.
fn legend(table: &Table, series: &[usize], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (place, fill) in series.iter().zip(FILLS.into_iter().cycle()) {
        let entry = format!("{fill} {}", label_of(table, *place));
        match lines.last_mut().filter(|line| length(line) + 2 + length(&entry) <= width) {
            Some(line) => *line = format!("{line}  {entry}"),
            None => lines.push(entry),
        }
    }
    lines
}

fn label_of(table: &Table, place: usize) -> String {
    table.columns[place].label.trim_end_matches(" %").to_owned()
}

/// What names a row, cut to a third of the width.
fn row_label(table: &Table, row: &[Cell], labels: &[usize], width: usize) -> String {
    let word = |place: &usize| row.get(*place).map(|cell| row_text(&table.columns[*place], cell));
    let words: Vec<String> = labels.iter().filter_map(word).collect();
    let label = one_line(words.join(" ").trim());
    let most = (width / 3).max(NARROWEST);
    if length(&label) <= most {
        return label;
    }
    label.chars().take(most - 1).chain(['…']).collect()
}

fn parts(row: &[Cell], series: &[usize]) -> Vec<u64> {
    series.iter().map(|place| row.get(*place).map_or(0, amount)).collect()
}

/// How much a cell weighs: a count, or tenths of a per cent. What is kept back
/// is not drawn.
fn amount(cell: &Cell) -> u64 {
    match cell {
        Cell::Count(count) => *count,
        Cell::Percent(percent) => percent.tenths().map_or(0, u64::from),
        _ => 0,
    }
}

/// A bar that is never empty where there is something, nor full where there is not all.
fn bar_of(value: u64, whole: u64, room: usize) -> String {
    let cells = scaled(value, whole, room);
    let cells = if value > 0 { cells.max(1) } else { 0 };
    let cells = if value < whole && room > 1 { cells.min(room - 1) } else { cells };
    "█".repeat(cells)
}

/// `value` of `whole` in cells, half away from zero.
fn scaled(value: u64, whole: u64, room: usize) -> usize {
    if whole == 0 {
        return 0;
    }
    let room = u128::try_from(room).unwrap_or(0);
    let cells = (2 * u128::from(value) * room + u128::from(whole)) / (2 * u128::from(whole));
    usize::try_from(cells).unwrap_or(0)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// Text with spaces after it; format pads by characters.
fn padded(text: &str, width: usize) -> String {
    format!("{text:<width$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column, Kind, Percent};

    #[test]
    fn bars_are_in_proportion_and_never_overstate() {
        assert_eq!(bar_of(1, 1000, 20).chars().count(), 1, "something");
        assert_eq!(bar_of(999, 1000, 20).chars().count(), 19, "not all");
        assert_eq!(bar_of(1000, 1000, 20).chars().count(), 20);
        assert_eq!(bar_of(0, 1000, 20), "");
        assert_eq!(bar_of(500, 1000, 20).chars().count(), 10);
    }

    #[test]
    fn every_line_fits_the_width() {
        let columns = vec![
            Column::new("name", "Name", Kind::Text),
            Column::new("share", "Share %", Kind::Percent),
            Column::new("n", "N", Kind::Count),
        ];
        let row = |name: &str, part| vec![Cell::text(name), Cell::Percent(Percent::of(part, 7)), Cell::Count(part)];
        let table = Table::new("t", "T", columns, vec![row("A long name of a practice, by the sea", 7), row("B", 0)]);
        for (style, series) in [(ChartStyle::Clustered, vec!["share"]), (ChartStyle::Stacked, vec!["n", "n"])] {
            let chart = Chart { title: "T", labels: vec!["name"], series, across: String::new(), up: "", style };
            for width in [40, 60, 80, 120] {
                let lines = bars(&table, &chart, Some(width));
                assert!(lines.len() >= 3, "{lines:?}");
                assert!(lines.iter().all(|line| line.chars().count() <= usize::from(width)), "{width}: {lines:?}");
                assert!(lines.iter().any(|line| line.contains('█')));
            }
        }
    }
}
