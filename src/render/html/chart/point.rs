//! What a chart shows, in a sentence beside its title, where the data allow it.

use super::plot::{Plot, Series, amount, is_of_few};
use crate::render::cell_text::{cell_text, thousands};
use crate::report::{Cell, ChartStyle, Kind};

/// The point of a chart; nothing where there is nothing to compare, or where a
/// figure is kept back.
pub fn point(plot: &Plot<'_>, style: ChartStyle) -> Option<String> {
    let cells = || plot.series.iter().flat_map(|series| &series.cells);
    if cells().any(|cell| **cell == Cell::Suppressed) {
        return None;
    }
    match style {
        ChartStyle::Line if plot.is_percent() => reached(plot),
        ChartStyle::Line => highest_sum(plot),
        ChartStyle::Stacked if plot.label_kind == Kind::Date => highest_sum(plot),
        ChartStyle::Stacked => largest_part(plot),
        ChartStyle::Clustered if plot.is_percent() => range(plot),
        ChartStyle::Clustered => highest(plot),
    }
}

/// From the lowest to the highest share of the last series, but of few people.
fn range(plot: &Plot<'_>) -> Option<String> {
    let series = plot.series.last()?;
    let share = |row: usize| series.cells.get(row).filter(|cell| !is_of_few(cell)).and_then(|cell| amount(cell));
    let shares = (0..plot.rows.len()).filter_map(|row| Some((share(row)?, row)));
    let shares: Vec<(u64, usize)> = shares.collect();
    let (low, high) = (shares.iter().min_by_key(|(share, _)| *share)?, shares.iter().max_by_key(|(share, _)| *share)?);
    if low.0 == high.0 {
        return None;
    }
    let said = |(_, row): &(u64, usize)| format!("{} % ({})", text(series, *row), plot.said_of(*row));
    Some(format!("{} from {} to {}", lower(&series.name), said(low), said(high)))
}

/// What all lines have reached.
fn reached(plot: &Plot<'_>) -> Option<String> {
    let last = plot.rows.len().checked_sub(1)?;
    let said = |series: &Series<'_>| {
        amount(series.cells.get(last)?).map(|_| format!("{} {} %", lower(&series.name), text(series, last)))
    };
    let said: Vec<String> = plot.series.iter().filter_map(said).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The date with the most.
fn highest_sum(plot: &Plot<'_>) -> Option<String> {
    let sums = (0..plot.rows.len()).filter_map(|row| Some((plot.sum(row)?, row)));
    // The first of those that are equal.
    let (sum, row) = sums.max_by_key(|(sum, row)| (*sum, std::cmp::Reverse(*row)))?;
    (sum > 0).then(|| format!("most in the week of {}: {}", plot.name_of(row), thousands(sum)))
}

/// The part that most are in.
fn largest_part(plot: &Plot<'_>) -> Option<String> {
    let total = |series: &Series<'_>| series.total.and_then(Cell::count);
    let whole: u64 = plot.series.iter().map(total).sum::<Option<u64>>()?;
    let (most, series) =
        plot.series.iter().filter_map(|series| Some((total(series)?, series))).max_by_key(|(most, _)| *most)?;
    (most > 0).then(|| format!("most are {} ({} of {})", lower(&series.name), thousands(most), thousands(whole)))
}

/// The row with the most of the only series.
fn highest(plot: &Plot<'_>) -> Option<String> {
    let [series] = plot.series.as_slice() else { return None };
    let counts = (0..plot.rows.len()).filter_map(|row| Some((amount(series.cells.get(row)?)?, row)));
    let (count, row) = counts.max_by_key(|(count, row)| (*count, std::cmp::Reverse(*row)))?;
    (count > 0 && plot.rows.len() > 1).then(|| format!("most at {}: {}", plot.said_of(row), thousands(count)))
}

fn text(series: &Series<'_>, row: usize) -> String {
    series.cells.get(row).map(|cell| cell_text(cell)).unwrap_or_default()
}

/// A label within a sentence.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
