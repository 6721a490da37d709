//! Where a report goes.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use super::args::OutputArgs;
use super::{Done, Terminal};
use crate::exit::Failure;
use crate::render::{Format, Look, OutputFile, receipt_lines, write_report};
use crate::report::Report;

impl OutputArgs {
    /// Renders the report, with files that are written with it: all or none.
    pub fn deliver(
        &self,
        report: &Report,
        mut files: Vec<OutputFile>,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<Done, Failure> {
        let file = self.output.as_deref().filter(|path| *path != Path::new("-"));
        let format = self.format(file)?;
        let width = self.width.or(if file.is_none() { terminal.out_width } else { None });
        let look = Look { format, width, bom: file.is_some() && !self.no_bom };
        let mut bytes = Vec::new();
        let neutralised = write_report(report, look, &mut bytes).map_err(|error| Failure::fault(error.to_string()))?;
        if !self.quiet {
            if neutralised > 0 {
                let cells = if neutralised == 1 { "cell" } else { "cells" };
                drop(writeln!(
                    err,
                    "vaxdash: leading spaces were given to {neutralised} {cells} that a spreadsheet would run"
                ));
            }
            // CSV has no room for the receipt.
            if format == Format::Csv {
                for line in receipt_lines(report) {
                    drop(writeln!(err, "vaxdash: {line}"));
                }
            }
        }
        let out = match file {
            Some(path) => {
                files.push(OutputFile { path: path.to_owned(), bytes });
                Vec::new()
            }
            None => bytes,
        };
        Ok(Done { out, files, force: self.force, ..Done::default() })
    }

    /// Whether the digests of the files are shown.
    pub fn shows_digests(&self) -> Result<bool, Failure> {
        let file = self.output.as_deref().filter(|path| *path != Path::new("-"));
        Ok(self.format(file)? == Format::Json)
    }

    /// Refuses a chart where it cannot be drawn.
    pub fn check_chart(&self, chart: bool) -> Result<(), Failure> {
        let file = self.output.as_deref().filter(|path| *path != Path::new("-"));
        match self.format(file)? {
            Format::Csv | Format::Json if chart => {
                Err(Failure::usage("--chart draws under tables: CSV and JSON have no room for it"))
            }
            _ => Ok(()),
        }
    }

    /// The format asked for, else that of the file's ending, else a table.
    fn format(&self, file: Option<&Path>) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format.into());
        }
        let ending = file.and_then(Path::extension).and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        match ending.as_str() {
            "csv" => Ok(Format::Csv),
            "json" => Ok(Format::Json),
            "" | "txt" => Ok(Format::Table),
            other => Err(Failure::usage(format!(
                "vaxdash does not know how to write .{other} files: name the file .csv, .json or .txt, or give --format"
            ))),
        }
    }
}
