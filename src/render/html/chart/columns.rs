//! Parts of one column a date, from left to right.

use maud::{Markup, html};

use super::picture::Picture;
use super::plot::{Plot, amount};
use super::scale::{dates, steps};
use super::svg::{AXIS, across, fill, share};
use crate::render::cell_text::thousands;

/// The pixels of the highest column.
const HEIGHT: u64 = 200;
/// The room for the figures at the left, in tenths of a per cent.
const GUTTER: u64 = 120;

/// The picture.
pub fn columns(plot: &Plot<'_>) -> Picture {
    let sum = |row: usize| plot.series.iter().filter_map(|series| amount(series.cells.get(row)?)).sum();
    let sums: Vec<u64> = (0..plot.rows.len()).map(sum).collect();
    let (step, top) = steps(sums.iter().copied().max().unwrap_or(0));
    let marks = html! {
        @for value in (0..=top / step).map(|number| number * step) {
            @let y = pixels(top - value, top) + 10;
            line.grid x1=(share(GUTTER, 1000)) x2="100%" y1=(y) y2=(y) {}
            text.tick x=(share(GUTTER, 1000)) y=(y + 4) dx="-6" text-anchor="end" { (thousands(value)) }
        }
        @for (number, _) in plot.series.iter().enumerate() {
            g class=(fill(number)) { (series(plot, number, top)) }
        }
        (dates(plot, GUTTER, HEIGHT + 26))
    };
    Picture { height: usize::try_from(HEIGHT + 10).unwrap_or(0) + AXIS, marks, gutter: None, words: "Stacked columns" }
}

fn series(plot: &Plot<'_>, number: usize, top: u64) -> Markup {
    let count = u64::try_from(plot.rows.len()).unwrap_or(u64::MAX);
    // A gap of a tenth between columns.
    let width = share((1000 - GUTTER) * 9, count * 10_000);
    let below = |row: usize, series: usize| -> u64 {
        plot.series.iter().take(series).filter_map(|series| amount(series.cells.get(row)?)).sum()
    };
    html! {
        @for (row, at) in (0..plot.rows.len()).zip(0_u64..) {
            @let (from, to) = (below(row, number), below(row, number + 1));
            @let (foot, head) = (pixels(from, top), pixels(to, top));
            @if head > foot {
                rect x=(across(GUTTER, at, count)) y=(HEIGHT + 10 - head) width=(width) height=(head - foot) {}
            }
        }
    }
}

fn pixels(value: u64, top: u64) -> u64 {
    if top == 0 { 0 } else { (value * HEIGHT * 2 + top) / (2 * top) }
}
