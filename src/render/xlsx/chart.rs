//! Native charts of the tables of a workbook.
//!
//! Long names lie beside horizontal bars; short ones stand under columns. A
//! chart with more rows than a printed page takes is drawn as several.

use rust_xlsxwriter::{
    Chart as Native, ChartAxisCrossing, ChartAxisDateUnitType, ChartFont, ChartLegendPosition, ChartType, Color,
};

use super::fills;
use crate::render::cell_text::cell_text;
use crate::report::{Cell, Chart, ChartStyle, Column, Kind, Table};

/// The width of a chart below a table, in pixels: an A4 page, landscape; below
/// a wide table as wide as that, within bounds.
pub const WIDTH: u32 = 1_000;
pub const WIDEST: u32 = 1_500;
/// The width of a chart beside a table.
pub const NARROW: u32 = 820;
/// The height of the tallest chart below a table.
pub const TALLEST: u32 = 1_000;
/// Labels longer than this lie beside horizontal bars.
const SHORT: usize = 8;
/// The most groups of columns that stand beside one another.
const MOST_COLUMNS: usize = 48;
/// The key of the column that is made to name rows.
const LABEL: &str = "chart_label";
/// What a chart needs besides its bars: title, axis and legend.
const FRAME: u32 = 150;

/// Where the cells of a table are.
pub struct TablePosition<'a> {
    /// The name of the sheet.
    pub sheet: &'a str,
    /// The row of the header, counted from 0.
    pub header: u32,
}

/// The pixels that a chart may take.
#[derive(Clone, Copy)]
pub struct Room {
    /// How wide it is.
    pub width: u32,
    /// How tall it may be.
    pub tallest: u32,
}

/// A chart with its height in pixels.
pub struct Drawn {
    /// The chart.
    pub chart: Native,
    /// Its height.
    pub height: u32,
}

/// The charts of a table.
pub fn of_table(table: &Table, place: &TablePosition<'_>, room: Room) -> Vec<Drawn> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    table.charts.iter().flat_map(|chart| of_chart(table, chart, place, room)).collect()
}

fn of_chart(table: &Table, chart: &Chart, place: &TablePosition<'_>, room: Room) -> Vec<Drawn> {
    let width = room.width;
    let Some(label) = label_column(table, chart) else { return Vec::new() };
    let series: Vec<usize> = chart.series.iter().filter_map(|key| table.column(key)).collect();
    if series.is_empty() {
        return Vec::new();
    }
    let is_horizontal = chart.style != ChartStyle::Line && !is_dated(table, label) && !is_vertical(table, label);
    let bars = if chart.style == ChartStyle::Stacked { 2 } else { series.len() };
    // Beside a table there is less room.
    let row_height = if width < WIDTH { bars * 8 + 8 } else { bars * 10 + 12 };
    let bars_room = usize::try_from(room.tallest.saturating_sub(FRAME)).unwrap_or(usize::MAX);
    let most = if is_horizontal { (bars_room / row_height).max(1) } else { table.rows.len() };
    let parts = table.rows.len().div_ceil(most);
    // Parts of one size, so that the last does not hold a single row.
    let size = table.rows.len().div_ceil(parts);
    let part = |number: usize| {
        let first = if number == 0 { before_dates(table, label) } else { number * size };
        let rows = (first, ((number + 1) * size).min(table.rows.len()) - 1);
        let title =
            if parts == 1 { chart.title.to_owned() } else { format!("{} ({} of {parts})", chart.title, number + 1) };
        let bars = u32::try_from((rows.1 - rows.0 + 1) * row_height).unwrap_or(0);
        let height = if is_horizontal { FRAME + bars } else { width * 44 / 100 };
        let mut native = Native::new(kind(chart.style, is_horizontal));
        add_series(&mut native, table, (chart, &series), label, (rows, place));
        style_chart(&mut native, table, chart, (&title, width), (is_horizontal, label));
        native.set_alt_text(alt_text(table, chart, &title, &series));
        native.set_width(width).set_height(height);
        Drawn { chart: native, height }
    };
    (0..parts).filter(|number| number * size < table.rows.len()).map(part).collect()
}

fn kind(style: ChartStyle, is_horizontal: bool) -> ChartType {
    match (style, is_horizontal) {
        (ChartStyle::Clustered, true) => ChartType::Bar,
        (ChartStyle::Clustered, false) => ChartType::Column,
        (ChartStyle::Stacked, true) => ChartType::BarStacked,
        (ChartStyle::Stacked, false) => ChartType::ColumnStacked,
        (ChartStyle::Line, _) => ChartType::Line,
    }
}

/// Adds a column that names each row, where a chart needs it: rows that take
/// several columns to be told apart. (Categories of several levels would repeat
/// the outer name under every bar.)
pub fn label(table: &mut Table) {
    let missing = table.charts.iter().find(|chart| !table.rows.is_empty() && label_column(table, chart).is_none());
    let Some(chart) = missing else { return };
    let places: Vec<usize> = chart.labels.iter().filter_map(|key| table.column(key)).collect();
    for row in &mut table.rows {
        let names = places.iter().filter_map(|place| row.get(*place));
        let name = |cell: &Cell| if *cell == Cell::Null { "not known".to_owned() } else { cell_text(cell) };
        let names: Vec<String> = names.map(name).collect();
        row.push(Cell::text(names.join(", ")));
    }
    if let Some(totals) = &mut table.totals {
        totals.push(Cell::Null);
    }
    table.columns.push(Column::new(LABEL, "Label of the chart", Kind::Text));
}

/// The column that names the rows: the last of the chart's own that tells them
/// apart, else the one made for it.
fn label_column(table: &Table, chart: &Chart) -> Option<usize> {
    let tells_apart = |place: &usize| {
        let mut names: Vec<String> = table.rows.iter().filter_map(|row| row.get(*place)).map(cell_text).collect();
        names.sort_unstable();
        names.iter().all(|name| !name.is_empty()) && names.windows(2).all(|pair| pair[0] != pair[1])
    };
    let own = chart.labels.iter().rev().filter_map(|key| table.column(key)).find(tells_apart);
    own.or_else(|| table.column(LABEL))
}

fn is_dated(table: &Table, label: usize) -> bool {
    table.columns[label].kind == Kind::Date
}

/// How many rows come before the first date of a dated table: an axis of dates
/// has no place for a word.
fn before_dates(table: &Table, label: usize) -> usize {
    let is_date = |row: &Vec<Cell>| matches!(row.get(label), Some(Cell::Date(_)));
    if is_dated(table, label) { table.rows.iter().position(is_date).unwrap_or(0) } else { 0 }
}

/// Whether the bars stand: their labels are short, and they are not too many.
fn is_vertical(table: &Table, label: usize) -> bool {
    let short = |cell: &Cell| cell_text(cell).chars().count() <= SHORT;
    table.rows.len() <= MOST_COLUMNS && table.rows.iter().filter_map(|row| row.get(label)).all(short)
}

fn add_series(
    native: &mut Native,
    table: &Table,
    (chart, series): (&Chart, &[usize]),
    label: usize,
    (rows, place): ((usize, usize), &TablePosition<'_>),
) {
    let row = |number: usize| place.header + 1 + u32::try_from(number).unwrap_or(0);
    let column = |place: usize| u16::try_from(place).unwrap_or(0);
    let (first, last) = (row(rows.0), row(rows.1));
    for (number, value) in series.iter().enumerate() {
        let mut format = match chart.style {
            ChartStyle::Line => fills::of_line(number),
            _ => fills::of_bar(number),
        };
        let added = native
            .add_series()
            .set_categories((place.sheet, first, column(label), last, column(label)))
            .set_values((place.sheet, first, column(*value), last, column(*value)))
            .set_name((place.sheet, place.header, column(*value)))
            .set_format(&mut format);
        if chart.style == ChartStyle::Stacked {
            added.set_overlap(100);
        }
        added.set_gap(if is_dated(table, label) { 10 } else { 60 });
    }
}

/// Titles, axes, fonts and legend.
fn style_chart(
    native: &mut Native,
    table: &Table,
    chart: &Chart,
    (title, width): (&str, u32),
    (is_horizontal, label): (bool, usize),
) {
    // A chart below or beside a wide table is printed smaller: its letters are larger.
    let font = |size: u32, bold: bool| {
        let size = size * if width < WIDTH { 125 } else { (width / 10).min(125) } / 100;
        let mut font = ChartFont::new();
        font.set_name("Arial").set_size(f64::from(size)).set_color(Color::Black);
        if bold {
            font.set_bold();
        }
        font
    };
    native.title().set_name(title).set_font(&font(14, true));
    let (small, bold) = (font(11, false), font(11, true));
    // To the writer, x is the horizontal axis, whichever way the bars lie.
    let is_percent =
        chart.series.iter().filter_map(|key| table.column(key)).any(|place| table.columns[place].kind == Kind::Percent);
    let amounts = if is_horizontal { native.x_axis() } else { native.y_axis() };
    amounts.set_name(chart.up).set_name_font(&bold).set_font(&small).set_num_format("#,##0").set_min(0);
    if is_percent {
        amounts.set_max(100).set_major_unit(20);
    }
    let groups = if is_horizontal { native.y_axis() } else { native.x_axis() };
    groups.set_name(&chart.across).set_name_font(&bold).set_font(&small);
    if is_horizontal {
        // The first row on top, as in the table.
        groups.set_reverse().set_label_interval(1);
        // Or the axis of the amounts would stand on top with it.
        groups.set_crossing(ChartAxisCrossing::Max);
    }
    if is_dated(table, label) {
        let months = u32::try_from(table.rows.len() / 52).unwrap_or(1).clamp(1, 6);
        groups.set_date_axis(true).set_num_format("mmm yyyy").set_major_unit(months);
        groups.set_major_unit_date_type(ChartAxisDateUnitType::Months);
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
    let text = |cell: Option<&Cell>| cell.map_or_else(|| "nothing".to_owned(), cell_text);
    (text(drawn().min_by_key(amount)), text(drawn().max_by_key(amount)))
}
