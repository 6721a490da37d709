//! How cells look: Arial 12, the palette of the Analysis Function, numbers as
//! people read them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::report::{Cell, Column, Kind, Table};

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

/// The header of a column.
pub fn header(column: &Column) -> Format {
    let align = if column.kind.is_number() { FormatAlign::Right } else { FormatAlign::Left };
    base()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(PALETTE[0]))
        .set_text_wrap()
        .set_align(align)
        .set_align(FormatAlign::Bottom)
}

/// A link to a sheet.
pub fn link() -> Format {
    base().set_font_color(Color::RGB(PALETTE[0])).set_underline(FormatUnderline::Single)
}

/// The cells of a column.
pub fn of_column(table: &Table, place: usize, wraps: bool) -> Format {
    let format = base().set_align(FormatAlign::Top);
    let is_points = |row: &Vec<Cell>| matches!(row.get(place), Some(Cell::Points(_)));
    let format = match table.columns[place].kind {
        // Text stays text when somebody edits the cell.
        Kind::Code => format.set_num_format("@"),
        Kind::Count => format.set_num_format("#,##0"),
        Kind::Percent if table.rows.iter().any(is_points) => format.set_num_format("+0.0;-0.0;0.0"),
        Kind::Percent => format.set_num_format("0.0"),
        Kind::Date => format.set_num_format("dd/mm/yyyy"),
        Kind::Text => format,
    };
    if wraps { format.set_text_wrap() } else { format }
}

/// The same cells in the row of totals.
pub fn of_total(column: &Format) -> Format {
    column.clone().set_bold().set_border_top(FormatBorder::Thin)
}
