//! Shares as points with their 95 % limits: a lane for each series of a row.

use maud::{Markup, html};

use super::picture::Picture;
use super::plot::{Plot, amount, is_of_few, limits};
use super::rows::{PlotPlace, places};
use super::svg::{AXIS, across, axis, form, stroke};
use crate::report::Cell;

/// The pixels of a lane; of a chart of many rows, so that it fits a printed page.
const LANE: usize = 9;
const LOW_LANE: usize = 6;
/// Charts of more rows than this have low lanes.
const MANY: usize = 20;

/// The picture.
pub fn dots(plot: &Plot<'_>) -> Picture {
    let lane = if plot.rows.len() > MANY { LOW_LANE } else { LANE };
    let (places, gutter, height) = places(plot, plot.series.len() * lane + lane - 3);
    let ticks: Vec<(u64, String)> = [0, 250, 500, 750, 1000].map(|at| (at, format!("{} %", at / 10))).to_vec();
    let marks = html! {
        (axis(gutter, &ticks, 1000, height))
        (means(plot, gutter, height))
        @for (row, place) in places.iter().enumerate() {
            g { (place.names()) (points(plot, row, place, (gutter, lane))) }
        }
    };
    Picture { height: height + AXIS, marks, gutter: Some(gutter), words: "Points with their 95 % limits" }
}

/// All rows together, as a line for each series.
fn means(plot: &Plot<'_>, gutter: u64, height: usize) -> Markup {
    html! {
        @for (number, series) in plot.series.iter().enumerate() {
            @if let Some(value) = series.total.and_then(amount) {
                @let at = across(gutter, value, 1000);
                line class=(format!("mean {}", stroke(number))) x1=(at) x2=(at) y1="0" y2=(height) {}
            }
        }
    }
}

fn points(plot: &Plot<'_>, row: usize, place: &PlotPlace, (gutter, lane): (u64, usize)) -> Markup {
    html! {
        @for (number, series) in plot.series.iter().enumerate() {
            @let y = place.top + lane / 2 + 2 + number * lane;
            @if let Some(cell) = series.cells.get(row) && let Some(value) = amount(cell) {
                @if let Cell::Percent(share) = cell && let Some((low, high)) = limits(*share) {
                    line class=(stroke(number)) x1=(across(gutter, low.into(), 1000)) x2=(across(gutter, high.into(), 1000)) y1=(y) y2=(y) {}
                }
                @let class = if is_of_few(cell) { format!("few {}", stroke(number)) } else { stroke(number) };
                use href=(form(number)) class=(class) x=(across(gutter, value, 1000)) y=(y) { title { (series.said(row)) } }
            }
        }
    }
}
