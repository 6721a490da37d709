//! Charts of a table, as SVG that is as wide as there is room: positions
//! across are shares of the width, heights and letters are pixels, so that
//! nothing shrinks on a narrow screen. Marks differ by form and stripes, not
//! by colour alone; the table below has every figure.

mod bars;
mod columns;
mod dots;
mod lines;
mod picture;
mod plot;
mod point;
mod rows;
mod scale;
mod stacked;
mod svg;

use maud::{Markup, html};

use crate::render::cell_text::one_line;
use crate::report::{Chart, ChartStyle, Kind, Table};
use plot::Plot;
pub use svg::patterns;

/// How the values of a row are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drawing {
    /// Shares as points with their limits.
    Dots,
    /// Counts as bars beside one another.
    Bars,
    /// Parts of one bar.
    Stacked,
    /// Parts of one column a date.
    Columns,
    /// Points of lines.
    Lines,
}

/// The charts of a table.
pub fn figures(table: &Table, id: &str) -> Markup {
    html! {
        @if !table.rows.is_empty() {
            @for (number, chart) in table.charts.iter().enumerate() { (figure(table, chart, &format!("{id}-chart-{number}"))) }
        }
    }
}

fn figure(table: &Table, chart: &Chart, id: &str) -> Markup {
    let Some(plot) = Plot::of(table, chart) else { return Markup::default() };
    let drawing = drawing(&plot, chart.style);
    let picture = match drawing {
        Drawing::Dots => dots::dots(&plot),
        Drawing::Bars => bars::bars(&plot),
        Drawing::Stacked => stacked::stacked(&plot),
        Drawing::Columns => columns::columns(&plot),
        Drawing::Lines => lines::lines(&plot),
    };
    let (heading, point) = (one_line(chart.title), point::point(&plot, chart.style));
    let height = picture.height.to_string();
    html! {
        figure {
            figcaption { strong { (heading) } @if let Some(point) = &point { ": " span.point { (point) } } }
            @if plot.series.len() > 1 { (legend(&plot, drawing)) }
            svg.chart width="100%" height=(height) role="img" data-gutter=[picture.gutter] paint-order="stroke" aria-labelledby=(format!("{id}-title {id}-desc")) {
                title id=(format!("{id}-title")) { (heading) }
                desc id=(format!("{id}-desc")) {
                    (picture.words) " of " (plot.names().join(", ")) " by " (one_line(&chart.across)) ", in " (chart.up)
                    ". The table below has the figures."
                }
                (picture.marks)
            }
        }
    }
}

/// How a chart is drawn: by its style, and by what its values and rows are.
fn drawing(plot: &Plot<'_>, style: ChartStyle) -> Drawing {
    match style {
        // Workbooks draw counts of many weeks as lines, for want of room.
        ChartStyle::Line if plot.label_kind == Kind::Date && !plot.is_percent() => Drawing::Columns,
        ChartStyle::Line => Drawing::Lines,
        ChartStyle::Stacked if plot.label_kind == Kind::Date => Drawing::Columns,
        ChartStyle::Stacked => Drawing::Stacked,
        ChartStyle::Clustered if plot.is_percent() => Drawing::Dots,
        ChartStyle::Clustered => Drawing::Bars,
    }
}

fn legend(plot: &Plot<'_>, drawing: Drawing) -> Markup {
    html! {
        ul.legend {
            @for (place, series) in plot.series.iter().enumerate() {
                li { (svg::swatch(place, drawing == Drawing::Dots, drawing == Drawing::Lines)) (series.name) }
            }
            @if drawing == Drawing::Dots && plot.has_totals() { li { (svg::mean_swatch()) "all together" } }
            @if drawing == Drawing::Dots && plot.has_few() { li { (svg::few_swatch()) "of fewer than 8 people" } }
        }
    }
}
