//! Fills of charts that can be told apart in print and in grey.
//!
//! In grey the two dark colours of the palette are alike, and so are the two
//! light ones: the second of each is striped. Where a chart has more parts
//! than the palette has colours, the first ones come again, striped along and across.

use rust_xlsxwriter::{
    ChartFormat, ChartLine, ChartLineDashType, ChartPatternFill, ChartPatternFillType, ChartSolidFill, Color,
};

use super::formats::PALETTE;

const LINE_WIDTH: f64 = 2.25;

/// The fill of a bar by the place of its series.
pub fn of_bar(place: usize) -> ChartFormat {
    let color = Color::RGB(PALETTE[place % PALETTE.len()]);
    let mut format = ChartFormat::new();
    // An outline in its own colour keeps a striped bar from fraying; a white
    // one parts it from its neighbour.
    match place {
        0 | 1 => {
            format.set_solid_fill(ChartSolidFill::new().set_color(color));
            format.set_border(ChartLine::new().set_color(Color::White).set_width(0.75));
        }
        _ => {
            let pattern = match place {
                2 => ChartPatternFillType::DiagonalStripesWideUpwards,
                3 => ChartPatternFillType::DiagonalStripesWideDownwards,
                4 => ChartPatternFillType::HorizontalStripesLight,
                _ => ChartPatternFillType::VerticalStripesLight,
            };
            let mut fill = ChartPatternFill::new();
            fill.set_pattern(pattern).set_foreground_color(color).set_background_color(Color::White);
            format.set_pattern_fill(&fill);
            format.set_border(ChartLine::new().set_color(color).set_width(0.75));
        }
    }
    format
}

/// The line of a series by its place.
pub fn of_line(place: usize) -> ChartFormat {
    let color = Color::RGB(PALETTE[place % PALETTE.len()]);
    let dash = match place % 4 {
        0 => ChartLineDashType::Solid,
        1 => ChartLineDashType::Dash,
        2 => ChartLineDashType::RoundDot,
        _ => ChartLineDashType::LongDashDot,
    };
    let mut format = ChartFormat::new();
    format.set_line(ChartLine::new().set_color(color).set_width(LINE_WIDTH).set_dash_type(dash));
    format
}
