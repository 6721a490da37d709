//! Reports as JSON. The document is written as it is read from the report: of
//! a long list no second copy is made.

mod v1;

use std::io::{self, Write};

use crate::report::Report;
pub use v1::JsonDoubt;

/// Writes the report, pretty-printed.
pub fn write_json(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &v1::ReportDocument::of(report))?;
    out.write_all(b"\n")
}

/// Writes the rows of a list, a JSON object a line: as they stand in the
/// document, without what is said of the list as a whole.
pub fn write_ndjson(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for table in &report.tables {
        v1::write_rows(table, &mut *out)?;
    }
    Ok(())
}

/// Writes the JSON Schema of reports, pretty-printed.
pub fn write_schema(out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &v1::schema())?;
    out.write_all(b"\n")
}
