//! How cells look: Arial 12, the palette of the Analysis Function, numbers as
//! people read them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::report::{Cell, Column, Kind, Table};

/// The pixels of a default row in Arial 12.
pub const ROW_HEIGHT: u32 = 21;
/// The pixels of a default column.
pub const COLUMN_WIDTH: u32 = 80;
/// The palette of charts and headers.
pub const PALETTE: [u32; 4] = [0x0012_436D, 0x0028_A197, 0x0080_1650, 0x00F4_6A25];

/// Every cell.
pub fn base() -> Format {
    Format::new().set_font_name("Arial").set_font_size(12)
}

/// The title of a sheet.
pub fn title() -> Format {
    base().set_font_size(16).set_bold()
}

/// A line above a table. It must differ from [`base`], or a cell would take
/// the format of its column.
pub fn line() -> Format {
    base().set_align(FormatAlign::Left)
}

/// Words of the cover beside a figure.
pub fn words() -> Format {
    indented(base())
}

/// A figure of the cover, near the words that it belongs to.
pub fn cover_figure() -> Format {
    indented(base()).set_bold().set_num_format("#,##0")
}

/// The header of a column.
pub fn header(column: &Column) -> Format {
    let format = base()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(PALETTE[0]))
        .set_text_wrap()
        .set_align(FormatAlign::Bottom);
    if column.kind.is_number() {
        // The button that filters the column stands at its right.
        format.set_align(FormatAlign::Right).set_indent(2)
    } else {
        format.set_align(FormatAlign::Left).set_indent(1)
    }
}

/// A link to a sheet.
pub fn link() -> Format {
    indented(base().set_align(FormatAlign::Top))
        .set_font_color(Color::RGB(PALETTE[0]))
        .set_underline(FormatUnderline::Single)
}

/// The cells of a column.
pub fn of_column(table: &Table, place: usize, wraps: bool) -> Format {
    let format = base().set_align(FormatAlign::Top);
    let is_points = |row: &Vec<Cell>| matches!(row.get(place), Some(Cell::Points(_)));
    let format = match table.columns[place].kind {
        // Text stays text when somebody edits the cell.
        Kind::Code => indented(format).set_num_format("@"),
        Kind::Count => figures(format).set_num_format("#,##0"),
        Kind::Percent if table.rows.iter().any(is_points) => figures(format).set_num_format("+0.0;-0.0;0.0"),
        Kind::Percent => figures(format).set_num_format("0.0"),
        Kind::Days => figures(format),
        Kind::Date => indented(format).set_num_format("dd/mm/yyyy"),
        Kind::Text => indented(format),
    };
    if wraps { format.set_text_wrap() } else { format }
}

/// Words stand at the left, a little away from the figures before them.
fn indented(format: Format) -> Format {
    format.set_align(FormatAlign::Left).set_indent(1)
}

/// Figures stand at the right, and so does the mark of one that is kept back.
fn figures(format: Format) -> Format {
    format.set_align(FormatAlign::Right)
}

/// The same cells in the row of totals.
pub fn of_total(column: &Format) -> Format {
    column.clone().set_bold().set_border_top(FormatBorder::Thin)
}
