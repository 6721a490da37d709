//! From reports to bytes: one small file a format.
//!
//! Nothing here knows what a vaccine is; the same [`Report`] gives the same
//! figures in every format.

mod cell_text;
mod cover;
mod csv;
mod encrypt;
mod format;
mod html;
mod json;
mod output_file;
mod receipt_lines;
mod rendered;
mod screen;
mod xlsx;

use crate::report::Report;

pub use csv::{CsvNote, write_csv};
pub use encrypt::{CAN_ENCRYPT, encrypt};
pub use format::{Format, FormatRoom, Look};
pub use html::{write_dashboard_html, write_html};
pub use json::{JsonDoubt, write_json, write_ndjson, write_schema};
pub use output_file::{
    Addition, Finished, OLD, OutputFault, OutputFile, PART, Staging, TEMPORARY, finish_interrupted, is_open_at,
    stage_files, temp_registry,
};
pub use receipt_lines::receipt_lines;
pub use rendered::{RenderFault, Rendered};
pub use screen::write_screen;
pub use xlsx::{write_dashboard, write_xlsx};

/// Renders a report. It is taken whole: of a long list, what is written is
/// let go of at once.
pub fn write_report(report: Report, look: Look) -> Result<Rendered, RenderFault> {
    let mut made = Rendered::default();
    match look.format {
        Format::Table => write_screen(&report, look.width, &mut made.bytes)?,
        Format::Csv => made.neutralised = write_csv(&report, look.bom, &mut made.bytes)?.neutralised,
        Format::Json => write_json(&report, &mut made.bytes)?,
        Format::Xlsx => made = write_xlsx(report)?,
        Format::Html => made.bytes = write_html(&report),
        Format::Ndjson => write_ndjson(&report, &mut made.bytes)?,
    }
    Ok(made)
}
