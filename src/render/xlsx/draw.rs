//! One sheet: lines above, a table from column A, totals, charts.

use std::mem;

use rust_xlsxwriter::{Format, IgnoreError, Table as Native, TableColumn, TableStyle, Worksheet, XlsxError};

use super::cells::{link, write_cell};
use super::chart::{self, Room, TablePosition};
use super::formats::{COLUMN_WIDTH, ROW_HEIGHT};
use super::widths::Width;
use super::{formats, names, widths};
use crate::render::cover::CoverBlock;
use crate::report::{Cell, Kind, Profile, Table};

pub use super::lines::SheetPreamble;

/// A table longer than this has its charts beside it, where they are seen at once.
const LONG: usize = 25;
/// A4, as the number that workbooks give it.
const A4: u8 = 9;
/// The pixels of a printed page: A4, landscape, at 96 to the inch within
/// narrow margins.
const PAGE: (u32, u32) = (1_046, 698);

/// A sheet to be drawn.
pub struct Page {
    /// The name of the sheet.
    pub name: String,
    /// What stands above the table.
    pub preamble: SheetPreamble,
    /// The table.
    pub table: Table,
    /// What is said where the table has no rows.
    pub empty: String,
    /// The sheets that the first column links to; none where it does not.
    pub links: Vec<String>,
    /// Who may see it, printed on every page.
    pub marking: &'static str,
}

impl Page {
    /// A sheet of a table.
    pub fn of(name: String, preamble: SheetPreamble, table: Table) -> Self {
        let empty = "Nothing to show: the table has no rows.".to_owned();
        Self { name, preamble, table, empty, links: Vec::new(), marking: Profile::None.marking() }
    }
}

/// Draws a sheet; gives the number of cells that were cut.
pub fn draw(mut page: Page, sheet: &mut Worksheet) -> Result<u64, XlsxError> {
    chart::label(&mut page.table);
    let page = &mut page;
    let table = &page.table;
    sheet.set_name(&page.name)?;
    let headers = names::headers(table.columns.iter().map(|column| column.label));
    let widths = widths::of_columns(table, &headers);
    let columns: Vec<Format> =
        (0..).zip(&widths).map(|(place, width)| formats::of_column(table, place, width.wraps)).collect();
    for ((place, width), format) in (0_u16..).zip(&widths).zip(&columns) {
        sheet.set_column_width_pixels(place, width.pixels)?;
        sheet.set_column_format(place, format)?;
    }
    let wide: u32 = widths.iter().map(|width| width.pixels).sum();
    let header = write_lines(page, wide.max(chart::WIDTH), sheet)?;
    let height = ROW_HEIGHT * widths::header_lines(&headers, &widths) + 4;
    sheet.set_row_height_pixels(header, height)?;
    sheet.set_freeze_panes(header + 1, 0)?;
    set_print(page, sheet);
    if table.rows.is_empty() {
        for ((place, text), column) in (0_u16..).zip(&headers).zip(&table.columns) {
            sheet.write_string_with_format(header, place, text, &formats::header(column))?;
        }
        sheet.write_string_with_format(header + 1, 0, &page.empty, &formats::line())?;
        return Ok(0);
    }
    let tall = set_heights(table, header + 1, &widths, sheet)?;
    add_table(page, header, &headers, sheet)?;
    let above = header * ROW_HEIGHT + height;
    let charts = insert_charts(page, (header, height), wide, sheet)?;
    fit(&Size { above, rows: tall, charts, wide: wide.max(charts.wide) }, header, sheet)?;
    write_cells(page, header + 1, &columns, sheet)
}

/// The lines above the table; gives the row of its header.
fn write_lines(page: &Page, room: u32, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
    let mut row = 0;
    for (place, line) in page.preamble.lines.iter().enumerate() {
        let (format, bold) = if place == 0 { (formats::title(), true) } else { (formats::line(), false) };
        // The title is larger by a third.
        let room = if bold { room * 3 / 4 } else { room };
        for part in widths::fold(line, room, bold) {
            sheet.write_string_with_format(row, 0, &part, &format)?;
            if place == 0 {
                sheet.set_row_height_pixels(row, ROW_HEIGHT + 8)?;
            }
            row += 1;
        }
    }
    for block in &page.preamble.blocks {
        row = write_block(block, row + 1, &page.links, sheet)?;
    }
    row += u32::from(!page.preamble.after.is_empty());
    for line in &page.preamble.after {
        for part in widths::fold(line, room, false) {
            sheet.write_string_with_format(row, 0, &part, &formats::line())?;
            row += 1;
        }
    }
    // An empty row parts them from the table.
    Ok(if row == 0 { 0 } else { row + 1 })
}

/// Lines of figures under a title: a name in the first column, linked to the sheet
/// that shows more, the figure in the second, words in the third. Gives the next row.
fn write_block(block: &CoverBlock, first: u32, sheets: &[String], sheet: &mut Worksheet) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(first, 0, &block.title, &formats::line().set_bold())?;
    let mut row = first + 1;
    for line in &block.lines {
        match line.sheet.and_then(|place| sheets.get(place)) {
            Some(name) => link((row, &line.label), name, sheet)?,
            None => _ = sheet.write_string_with_format(row, 0, &line.label, &formats::words())?,
        }
        write_cell(sheet, (row, 1), &line.figure, Some(&formats::cover_figure()))?;
        sheet.write_string_with_format(row, 2, &line.words, &formats::words())?;
        row += 1;
    }
    Ok(row)
}

fn set_print(page: &Page, sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    // In headers `&` begins a code.
    let name = page.name.replace('&', "&&");
    sheet.set_header(format!("&L&\"Arial\"&9{}&R&\"Arial\"&9{name}", page.marking));
    sheet.set_footer("&R&\"Arial\"&9Page &P of &N");
}

/// The rows and the totals below them; gives the number of cells that were cut.
fn write_cells(page: &mut Page, first: u32, columns: &[Format], sheet: &mut Worksheet) -> Result<u64, XlsxError> {
    let mut cut = 0;
    let mut row = first;
    for cells in mem::take(&mut page.table.rows) {
        for ((place, cell), column) in (0_u16..).zip(&cells).zip(&page.table.columns) {
            // Whoever sorts and filters by group finds the people whose group is not known.
            let words = column.blank.filter(|_| *cell == Cell::Null).map(Cell::text);
            cut += write_cell(sheet, (row, place), words.as_ref().unwrap_or(cell), None)?;
        }
        if let (Some(Cell::Text(name)), false) = (cells.first(), page.links.is_empty()) {
            link((row, name), name, sheet)?;
        }
        row += 1;
    }
    for (place, column) in (0_u16..).zip(&page.table.columns) {
        if column.kind == Kind::Code {
            sheet.ignore_error_range(first, place, row, place, IgnoreError::NumberStoredAsText)?;
        }
    }
    if let Some(totals) = &page.table.totals {
        for ((place, cell), format) in (0_u16..).zip(totals).zip(columns) {
            let format = formats::of_total(format);
            let total = Cell::text("Total");
            let cell = if place == 0 { &total } else { cell };
            if *cell == Cell::Null {
                sheet.write_blank(row, place, &format)?;
            }
            cut += write_cell(sheet, (row, place), cell, Some(&format))?;
        }
    }
    Ok(cut)
}

/// The table of the rows; totals stay outside, so that sorting leaves them.
fn add_table(page: &Page, header: u32, headers: &[String], sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let columns: Vec<TableColumn> = headers
        .iter()
        .zip(&page.table.columns)
        .map(|(text, column)| TableColumn::new().set_header(text).set_header_format(formats::header(column)))
        .collect();
    let native = Native::new()
        .set_name(names::of_table(&page.name))
        .set_style(TableStyle::Light1)
        .set_columns(&columns)
        .set_alt_text(&page.table.title);
    let last = header + u32::try_from(page.table.rows.len()).unwrap_or(u32::MAX);
    let right = u16::try_from(headers.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(header, 0, last, right, &native)?;
    Ok(())
}

/// The pixels that charts take.
#[derive(Clone, Copy, Default)]
struct Charts {
    /// From the left of the sheet to their right.
    wide: u32,
    /// Below the table.
    below: u32,
}

/// Charts below the table, or beside a long one.
fn insert_charts(
    page: &Page,
    (header, height): (u32, u32),
    wide: u32,
    sheet: &mut Worksheet,
) -> Result<Charts, XlsxError> {
    let place = TablePosition { sheet: &page.name, header };
    if page.table.rows.len() > LONG {
        return insert_beside(page, &place, (height, wide), sheet);
    }
    let room = Room { width: wide.clamp(chart::WIDTH, chart::WIDEST), tallest: chart::TALLEST };
    let rows = u32::try_from(page.table.rows.len()).unwrap_or(u32::MAX);
    let first = header + rows + u32::from(page.table.totals.is_some()) + 2;
    let mut row = first;
    for chart in &chart::of_table(&page.table, &place, room) {
        sheet.insert_chart(row, 0, &chart.chart)?;
        row += chart.height.div_ceil(ROW_HEIGHT) + 1;
    }
    let below = if row == first { 0 } else { (row - first + 1) * ROW_HEIGHT };
    Ok(Charts { wide: if below == 0 { 0 } else { room.width }, below })
}

/// Charts at the right of a long table, each on one printed page.
fn insert_beside(
    page: &Page,
    place: &TablePosition<'_>,
    (height, wide): (u32, u32),
    sheet: &mut Worksheet,
) -> Result<Charts, XlsxError> {
    let above = place.header * ROW_HEIGHT + height;
    let whole = wide + COLUMN_WIDTH + chart::NARROW;
    let page_height = page_height(whole);
    // The header is repeated on every page; a margin, since programs do not
    // break pages at quite the same row.
    let room = Room { width: chart::NARROW, tallest: (page_height * 19 / 20).saturating_sub(above) };
    let drawn = chart::of_table(&page.table, place, room);
    let column = u16::try_from(page.table.columns.len() + 1).unwrap_or(u16::MAX);
    let (mut top, mut page_end) = (above, page_height);
    for chart in &drawn {
        if top + chart.height > page_end {
            // Pages hold a little more than is reckoned here.
            page_end += 2 * ROW_HEIGHT;
            top = page_end;
            page_end += page_height.saturating_sub(height);
        }
        let row = place.header + 1 + (top - above).div_ceil(ROW_HEIGHT);
        sheet.insert_chart(row, column, &chart.chart)?;
        top += chart.height + ROW_HEIGHT;
    }
    Ok(if drawn.is_empty() { Charts::default() } else { Charts { wide: whole, below: 0 } })
}

/// The pixels of a sheet that one page holds, where the sheet is one page wide.
fn page_height(wide: u32) -> u32 {
    PAGE.1 * wide.max(PAGE.0) / PAGE.0
}

/// What a sheet takes, in pixels.
struct Size {
    /// The lines above the table, and its header.
    above: u32,
    /// The rows of the table and its totals.
    rows: u32,
    charts: Charts,
    wide: u32,
}

/// Fits the sheet to one page in width; also in height where that leaves it
/// legible, so that no chart is cut in two. (Page breaks would not help: a
/// sheet that is fitted to its pages has none.)
fn fit(size: &Size, header: u32, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let page_height = page_height(size.wide);
    let height = size.above + size.rows + size.charts.below;
    if size.charts.below > 0 && height > page_height && height <= 2 * PAGE.1 {
        sheet.set_print_fit_to_pages(1, 1);
    } else if height > page_height {
        sheet.set_repeat_rows(header, header)?;
    }
    Ok(())
}

/// Rows whose words are broken over lines are as high as these; gives the
/// height of all rows and the totals.
fn set_heights(table: &Table, first: u32, widths: &[Width], sheet: &mut Worksheet) -> Result<u32, XlsxError> {
    let mut tall = 0;
    for (row, cells) in (first..).zip(&table.rows) {
        let height = widths::row_lines(cells, widths) * ROW_HEIGHT;
        if height > ROW_HEIGHT {
            sheet.set_row_height_pixels(row, height)?;
        }
        tall += height;
    }
    Ok(tall + if table.totals.is_some() { ROW_HEIGHT } else { 0 })
}
