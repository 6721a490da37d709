//! Where a report goes.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use super::Terminal;
use super::args::OutputArgs;
use super::notices::target_failure;
use crate::exit::Failure;
use crate::render::{Format, Look, OutputFile, receipt_lines, write_files, write_report};
use crate::report::Report;

impl OutputArgs {
    /// Renders the report: gives the bytes for standard output, none where it
    /// went to a file.
    pub fn deliver(&self, report: &Report, terminal: Terminal, err: &mut dyn Write) -> Result<Vec<u8>, Failure> {
        self.deliver_with(report, Vec::new(), terminal, err)
    }

    /// The same, with files that are written with it: all or none.
    pub fn deliver_with(
        &self,
        report: &Report,
        mut files: Vec<OutputFile>,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<Vec<u8>, Failure> {
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
        let shown = match file {
            Some(path) => {
                files.push(OutputFile { path: path.to_owned(), bytes });
                Vec::new()
            }
            None => bytes,
        };
        write_files(&files, self.force).map_err(|fault| target_failure(&fault))?;
        Ok(shown)
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
