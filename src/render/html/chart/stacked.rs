//! Parts of one bar, with the figure of the whole.

use maud::{Markup, html};

use super::picture::Picture;
use super::plot::{Plot, amount};
use super::rows::{PlotPlace, places};
use super::svg::{across, fill, share};
use crate::render::cell_text::cell_text;
use crate::report::Cell;

/// The pixels of a bar.
const BAR: usize = 18;
/// What is left free for the figures at the end of the longest bar, in tenths of a per cent.
const FIGURES: u64 = 150;

/// The picture.
pub fn stacked(plot: &Plot<'_>) -> Picture {
    let (places, gutter, height) = places(plot, BAR + 4);
    let largest = (0..plot.rows.len()).map(|row| drawn(plot, row)).max().unwrap_or(0);
    let marks = html! {
        @for (row, place) in places.iter().enumerate() {
            (place.names())
            (parts(plot, row, place, gutter, largest))
        }
    };
    Picture { height, marks, gutter: None, words: "Stacked bars" }
}

/// The sum of what is drawn of a row.
fn drawn(plot: &Plot<'_>, row: usize) -> u64 {
    plot.series.iter().filter_map(|series| series.cells.get(row)).filter_map(|cell| amount(cell)).sum()
}

fn parts(plot: &Plot<'_>, row: usize, place: &PlotPlace, gutter: u64, largest: u64) -> Markup {
    let room = 1000 - gutter - FIGURES;
    let at = |value: u64| across(gutter, value * room, largest.max(1) * (1000 - gutter));
    let mut so_far = 0;
    let parts: Vec<(usize, u64, u64)> = plot
        .series
        .iter()
        .enumerate()
        .map(|(number, series)| {
            let value = series.cells.get(row).and_then(|cell| amount(cell)).unwrap_or(0);
            so_far += value;
            (number, so_far - value, value)
        })
        .collect();
    // A sum of what is shown is not the sum where a part is kept back.
    let sum = cell_text(&plot.sum(row).map_or(Cell::Suppressed, Cell::Count));
    html! {
        @for (number, from, value) in parts {
            @if value > 0 {
                rect class=(fill(number)) x=(at(from)) y=(place.top) width=(share(value * room, largest * 1000)) height=(BAR) {
                    title { (plot.series[number].said(row)) }
                }
            }
        }
        text x=(at(so_far)) y=(place.top + 13) dx="5" { (sum) }
    }
}
