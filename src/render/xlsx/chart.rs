//! Native charts of the tables of a workbook.
//!
//! Long names lie beside horizontal bars; short ones stand under columns. A
//! chart with more rows than a printed page takes is drawn as several.

use rust_xlsxwriter::{Chart as Native, ChartAxisDateUnitType, ChartFont, ChartLegendPosition, ChartType, Color};

use super::fills;
use crate::render::screen::shown;
use crate::report::{Cell, Chart, ChartStyle, Kind, Table};

/// The width of every chart, in pixels: an A4 page, landscape.
pub const WIDTH: u32 = 1_000;
/// The height of a chart of columns or lines.
const HEIGHT: u32 = 460;
/// The most rows of one chart of horizontal bars, by how many bars a row has.
const MOST_BARS: usize = 60;
/// Labels longer than this lie beside horizontal bars.
const SHORT: usize = 8;
/// What a chart needs besides its bars: title, axis and legend.
const FRAME: u32 = 150;

/// Where the cells of a table are.
pub struct Place<'a> {
    /// The name of the sheet.
    pub sheet: &'a str,
    /// The row of the header, counted from 0.
    pub header: u32,
}

/// A chart with its height in pixels.
pub struct Drawn {
    /// The chart.
    pub chart: Native,
    /// Its height.
    pub height: u32,
}

/// The charts of a table.
pub fn of_table(table: &Table, place: &Place<'_>) -> Vec<Drawn> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    table.charts.iter().flat_map(|chart| of_chart(table, chart, place)).collect()
}

fn of_chart(table: &Table, chart: &Chart, place: &Place<'_>) -> Vec<Drawn> {
    let labels = label_columns(table, chart);
    let series: Vec<usize> = chart.series.iter().filter_map(|key| table.column(key)).collect();
    if labels.is_empty() || series.is_empty() {
        return Vec::new();
    }
    let lies = chart.style != ChartStyle::Line && !is_dated(table, &labels) && !is_short(table, &labels);
    let bars = if chart.style == ChartStyle::Stacked { 2 } else { series.len() };
    let most = if lies { (MOST_BARS / bars).max(1) } else { table.rows.len() };
    let parts = table.rows.len().div_ceil(most);
    // Parts of one size, so that the last does not hold a single row.
    let size = table.rows.len().div_ceil(parts);
    let part = |number: usize| {
        let rows = (number * size, ((number + 1) * size).min(table.rows.len()) - 1);
        let title = if parts == 1 {
            chart.title.to_owned()
        } else {
            format!("{} ({} of {parts})", chart.title, number + 1)
        };
        let height = if lies { FRAME + u32::try_from((rows.1 - rows.0 + 1) * (bars * 10 + 8)).unwrap_or(HEIGHT) } else { HEIGHT };
        let mut native = Native::new(kind(chart.style, lies));
        add_series(&mut native, table, (chart, &series), &labels, (rows, place));
        dress(&mut native, table, chart, &title, (lies, &labels));
        native.set_alt_text(alt_text(table, chart, &title, &series));
        native.set_width(WIDTH).set_height(height);
        Drawn { chart: native, height }
    };
    (0..parts).filter(|number| number * size < table.rows.len()).map(part).collect()
}

fn kind(style: ChartStyle, lies: bool) -> ChartType {
    match (style, lies) {
        (ChartStyle::Clustered, true) => ChartType::Bar,
        (ChartStyle::Clustered, false) => ChartType::Column,
        (ChartStyle::Stacked, true) => ChartType::BarStacked,
        (ChartStyle::Stacked, false) => ChartType::ColumnStacked,
        (ChartStyle::Line, _) => ChartType::Line,
    }
}

/// The columns that name the rows: one alone where it tells them apart, the
/// last that does, else all.
fn label_columns(table: &Table, chart: &Chart) -> Vec<usize> {
    let all: Vec<usize> = chart.labels.iter().filter_map(|key| table.column(key)).collect();
    let tells_apart = |place: &&usize| {
        let mut names: Vec<String> = table.rows.iter().filter_map(|row| row.get(**place)).map(shown).collect();
        names.sort_unstable();
        names.iter().all(|name| !name.is_empty()) && names.windows(2).all(|pair| pair[0] != pair[1])
    };
    all.iter().rev().find(tells_apart).map_or(all.clone(), |place| vec![*place])
}

fn is_dated(table: &Table, labels: &[usize]) -> bool {
    labels.iter().any(|place| table.columns[*place].kind == Kind::Date)
}

fn is_short(table: &Table, labels: &[usize]) -> bool {
    let short = |place: &usize| {
        table.rows.iter().filter_map(|row| row.get(*place)).all(|cell| shown(cell).chars().count() <= SHORT)
    };
    labels.len() == 1 && labels.iter().all(short)
}

fn add_series(
    native: &mut Native,
    table: &Table,
    (chart, series): (&Chart, &[usize]),
    labels: &[usize],
    (rows, place): ((usize, usize), &Place<'_>),
) {
    let row = |number: usize| place.header + 1 + u32::try_from(number).unwrap_or(0);
    let column = |place: usize| u16::try_from(place).unwrap_or(0);
    let (first, last) = (row(rows.0), row(rows.1));
    let (left, right) = (labels.iter().min().copied().unwrap_or(0), labels.iter().max().copied().unwrap_or(0));
    for (number, value) in series.iter().enumerate() {
        let mut format = match chart.style {
            ChartStyle::Line => fills::of_line(number),
            _ => fills::of_bar(number),
        };
        let added = native
            .add_series()
            .set_categories((place.sheet, first, column(left), last, column(right)))
            .set_values((place.sheet, first, column(*value), last, column(*value)))
            .set_name((place.sheet, place.header, column(*value)))
            .set_format(&mut format);
        if chart.style == ChartStyle::Stacked {
            added.set_overlap(100);
        }
        added.set_gap(if is_dated(table, labels) { 10 } else { 60 });
    }
}

/// Titles, axes, fonts and legend.
fn dress(native: &mut Native, table: &Table, chart: &Chart, title: &str, (lies, labels): (bool, &[usize])) {
    let font = |size: u32, bold: bool| {
        let mut font = ChartFont::new();
        font.set_name("Arial").set_size(f64::from(size)).set_color(Color::Black);
        if bold {
            font.set_bold();
        }
        font
    };
    native.title().set_name(title).set_font(&font(14, true));
    let (small, bold) = (font(11, false), font(11, true));
    native.x_axis().set_name(&chart.across).set_name_font(&bold).set_font(&small);
    native.y_axis().set_name(chart.up).set_name_font(&bold).set_font(&small).set_num_format("#,##0").set_min(0);
    let is_percent = chart.series.iter().filter_map(|key| table.column(key)).any(|place| table.columns[place].kind == Kind::Percent);
    if is_percent {
        native.y_axis().set_max(100).set_major_unit(20);
    }
    if lies {
        // The first row on top, as in the table.
        native.x_axis().set_reverse();
    }
    if is_dated(table, labels) {
        let months = u32::try_from(table.rows.len() / 52).unwrap_or(1).clamp(1, 6);
        native.x_axis().set_date_axis(true).set_num_format("mmm yyyy").set_major_unit(months);
        native.x_axis().set_major_unit_date_type(ChartAxisDateUnitType::Months);
    }
    if chart.series.len() == 1 {
        native.legend().set_hidden();
    } else {
        native.legend().set_position(ChartLegendPosition::Top).set_font(&small);
    }
}

/// What those who cannot see the chart are told.
fn alt_text(table: &Table, chart: &Chart, title: &str, series: &[usize]) -> String {
    let names: Vec<&str> = series.iter().map(|place| table.columns[*place].label).collect();
    let what = match chart.style {
        ChartStyle::Clustered => "Bars",
        ChartStyle::Stacked => "Stacked bars",
        ChartStyle::Line => "Lines",
    };
    let (lowest, highest) = range(table, series);
    format!(
        "{title}. {what} of {} by {}, from {lowest} to {highest} ({}). The table on this sheet has the figures.",
        names.join(", "),
        chart.across,
        chart.up
    )
}

/// The lowest and the highest value that is drawn.
fn range(table: &Table, series: &[usize]) -> (String, String) {
    let amount = |cell: &&Cell| match cell {
        Cell::Count(count) => Some(count.saturating_mul(10)),
        Cell::Percent(percent) => percent.tenths().map(u64::from),
        _ => None,
    };
    let cells = || table.rows.iter().flat_map(|row| series.iter().filter_map(|place| row.get(*place)));
    let drawn = || cells().filter(|cell| amount(cell).is_some());
    let text = |cell: Option<&Cell>| cell.map_or_else(|| "nothing".to_owned(), shown);
    (text(drawn().min_by_key(amount)), text(drawn().max_by_key(amount)))
}
