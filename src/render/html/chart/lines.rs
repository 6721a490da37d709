//! Shares as lines from date to date.

use maud::html;

use super::picture::Picture;
use super::plot::{Plot, Series, amount};
use super::scale::dates;
use super::svg::{AXIS, share, stroke};
use crate::report::Cell;

/// The pixels of the whole.
const HEIGHT: u64 = 200;
/// The room for the figures at the left, in tenths of a per cent.
const GUTTER: u64 = 120;

/// The picture.
pub fn lines(plot: &Plot<'_>) -> Picture {
    let steps = plot.rows.len().saturating_sub(1).max(1);
    let whole = if plot.is_percent() { 1000 } else { plot.largest().max(1) };
    let marks = html! {
        @for tick in 0..=4_u64 {
            @let y = 10 + HEIGHT - HEIGHT * tick / 4;
            line.grid x1=(share(GUTTER, 1000)) x2="100%" y1=(y) y2=(y) {}
            @if plot.is_percent() {
                text.tick x=(share(GUTTER, 1000)) y=(y + 4) dx="-6" text-anchor="end" { (tick * 25) " %" }
            }
        }
        svg x=(share(GUTTER, 1000)) y="10" width=(share(1000 - GUTTER, 1000)) height=(HEIGHT) viewBox=(format!("0 0 {steps} {whole}")) preserveAspectRatio="none" {
            @for (number, series) in plot.series.iter().enumerate() {
                path vector-effect="non-scaling-stroke" class=(format!("line {}", stroke(number))) d=(path(series, whole)) {}
            }
        }
        (dates(plot, GUTTER, HEIGHT + 26))
    };
    Picture { height: usize::try_from(HEIGHT + 10).unwrap_or(0) + AXIS, marks, gutter: None, words: "Lines" }
}

/// The line of a series: broken where a value is kept back.
fn path(series: &Series<'_>, whole: u64) -> String {
    let mut is_broken = true;
    let step = |(row, cell): (usize, &&Cell)| {
        let value = amount(cell);
        let step =
            value.map(|value| format!("{}{row} {}", if is_broken { 'M' } else { 'L' }, whole.saturating_sub(value)));
        is_broken = value.is_none();
        step
    };
    series.cells.iter().enumerate().filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column, Kind, Percent};

    #[test]
    fn a_line_is_broken_where_a_value_is_kept_back() {
        let column = Column::new("share", "Share %", Kind::Percent);
        let of = |part| Cell::Percent(Percent::of(part, 10));
        let cells = [of(1), of(2), Cell::Suppressed, of(4)];
        let series = Series { name: "Share".to_owned(), column: &column, cells: cells.iter().collect(), total: None };
        assert_eq!(path(&series, 1000), "M0 900L1 800M3 600");
    }
}
