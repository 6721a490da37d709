//! Counts as bars beside one another, each with its figure.

use maud::{Markup, html};

use super::picture::Picture;
use super::plot::{Plot, amount};
use super::rows::{PlotPlace, places};
use super::svg::{across, fill, share};
use crate::render::cell_text::cell_text;

/// The pixels of a bar and the space below it.
const LANE: usize = 15;
/// What is left free for the figures at the end of the longest bar, in tenths of a per cent.
const FIGURES: u64 = 150;

/// The picture.
pub fn bars(plot: &Plot<'_>) -> Picture {
    let (places, gutter, height) = places(plot, plot.series.len() * LANE + 2);
    let marks = html! {
        @for (row, place) in places.iter().enumerate() {
            (place.names())
            (lanes(plot, row, place, gutter))
        }
    };
    Picture { height, marks, gutter: None, words: "Bars" }
}

fn lanes(plot: &Plot<'_>, row: usize, place: &PlotPlace, gutter: u64) -> Markup {
    let (largest, room) = (plot.largest(), 1000 - gutter - FIGURES);
    html! {
        @for (number, series) in plot.series.iter().enumerate() {
            @let y = place.top + number * LANE;
            @if let Some(cell) = series.cells.get(row) {
                @let value = amount(cell).unwrap_or(0);
                @if value > 0 { rect class=(fill(number)) x=(share(gutter, 1000)) y=(y) width=(share(value * room, largest * 1000)) height="12" {} }
                text x=(across(gutter, value * room, largest.max(1) * (1000 - gutter))) y=(y + 10) dx="5" { (cell_text(cell)) }
            }
        }
    }
}
