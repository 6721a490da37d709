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
