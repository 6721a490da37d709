//! Where a report goes.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;

use super::command_output::CommandOutput;
use super::output_paths::PathWords;
use super::terminal::Terminal;
use crate::cli::args::OutputArgs;
use crate::cli::password::{encrypt_output, read_password};
use crate::exit::Failure;
use crate::render::{Format, Look, OutputFile, RenderFault, Rendered, receipt_lines, write_report};
use crate::report::Report;

/// The endings of files that can be written.
const ENDINGS: &str = ".xlsx, .html, .csv, .json, .ndjson or .txt";

/// What is said beside a CSV file with telephone numbers.
const FOR_EXCEL: &str = "Excel takes the first 0 from the telephone numbers of a CSV file: \
                         to open the list in it, write -o FILE.xlsx";

impl OutputArgs {
    /// Renders the report, with files that are written with it: all or none.
    pub fn deliver(
        &self,
        report: Report,
        mut files: Vec<OutputFile>,
        words: &PathWords,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let file = words.fill_any(self.file())?;
        let format = self.check_list(false)?;
        if !format.room().screen && file.is_none() && terminal.out_width.is_some() {
            return Err(Failure::usage(format!(
                "{} is not for the screen: name a file, such as -o report.{}",
                format.name(),
                format.ending()
            )));
        }
        let width = self.width.or(if file.is_none() { terminal.out_width } else { None });
        let look = Look { format, width, bom: file.is_some() && !self.no_bom };
        // What has no room for the receipt is told from what beside it.
        let receipt = if format.room().receipt { Vec::new() } else { receipt_lines(&report) };
        let has_phones = report.tables.iter().flat_map(|table| &table.columns).any(|column| column.key == "mobile");
        let mut made = write_report(report, look).map_err(|fault| render_failure(&fault))?;
        if let Some(password) = &self.password_file {
            made.bytes = encrypt_output(&made.bytes, password)?;
        }
        if !self.quiet {
            say_changes(&made, err);
            if format == Format::Csv && file.is_some() && has_phones {
                drop(writeln!(err, "vaxdash: {FOR_EXCEL}"));
            }
            for line in receipt {
                drop(writeln!(err, "vaxdash: {line}"));
            }
        }
        let out = match file {
            Some(path) => {
                files.push(OutputFile { path, bytes: made.bytes });
                Vec::new()
            }
            None => made.bytes,
        };
        Ok(CommandOutput { out, files, force: self.force, ..CommandOutput::default() })
    }

    /// Refuses what the format cannot hold of a table, before anything is read;
    /// gives the format.
    pub fn check(&self, chart: bool) -> Result<Format, Failure> {
        match self.check_list(chart)? {
            Format::Ndjson => Err(Failure::usage(
                "--format ndjson is for lists, a person a line: add --list where the report has one, or take --format json",
            )),
            format @ (Format::Table | Format::Csv | Format::Json | Format::Xlsx | Format::Html) => Ok(format),
        }
    }

    /// The same of a list.
    pub fn check_list(&self, chart: bool) -> Result<Format, Failure> {
        let format = self.format(self.file())?;
        if chart && !format.room().charts {
            return Err(Failure::usage(
                "--chart draws under tables, in workbooks and in pages: CSV and JSON have no room for it",
            ));
        }
        match &self.password_file {
            Some(_) if !format.room().password => Err(Failure::usage(
                "--password-file encrypts workbooks: give -o FILE.xlsx or --format xlsx, or leave it out",
            )),
            Some(file) => read_password(file).map(|_| format),
            None => Ok(format),
        }
    }

    /// Whether the digests of the files are shown.
    pub fn shows_digests(&self) -> Result<bool, Failure> {
        Ok(self.format(self.file())?.room().digests)
    }

    /// Whether it is a table on standard output.
    pub fn is_on_screen(&self) -> Result<bool, Failure> {
        Ok(self.is_printed() && self.format(self.file())? == Format::Table)
    }

    /// Whether charts are drawn: where they were asked for, and in pages always.
    pub fn draws(&self, is_asked: bool) -> Result<bool, Failure> {
        Ok(is_asked || self.format(self.file())?.room().always_draws)
    }

    /// Whether it goes to standard output.
    pub fn is_printed(&self) -> bool {
        self.file().is_none()
    }

    /// The file that is written; `None` for standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// The format asked for, else that of the file's ending, else a table.
    fn format(&self, file: Option<&Path>) -> Result<Format, Failure> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let ending = file.and_then(Path::extension).and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        if ending.is_empty() {
            return Ok(Format::Table);
        }
        Format::of_ending(&ending).ok_or_else(|| {
            Failure::usage(format!(
                "vaxdash does not know how to write .{ending} files: name the file {ENDINGS}, or give --format"
            ))
        })
    }
}

/// Says what was changed of the cells on the way.
pub fn say_changes(made: &Rendered, err: &mut dyn Write) {
    let cells = |count| if count == 1 { "cell" } else { "cells" };
    let (neutralised, cut) = (made.neutralised, made.cut);
    if neutralised > 0 {
        let cells = cells(neutralised);
        drop(writeln!(err, "vaxdash: leading spaces were given to {neutralised} {cells} that a spreadsheet would run"));
    }
    if cut > 0 {
        let cells = cells(cut);
        drop(writeln!(err, "vaxdash: {cut} {cells} were cut to 32,767 characters, the most that a workbook holds"));
    }
}

/// A report that was not rendered, as a failure with its exit code.
pub fn render_failure(fault: &RenderFault) -> Failure {
    match fault {
        RenderFault::TooLong { .. } | RenderFault::NoThread => Failure::input(fault.to_string()),
        RenderFault::Io(_) | RenderFault::Writer(_) => Failure::fault(fault.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, Format};
    use crate::domain::Named;

    #[test]
    fn every_format_has_an_ending_that_messages_name() {
        for format in Format::ALL.iter().copied() {
            assert!(ENDINGS.contains(&format!(".{}", format.ending())), "{}", format.name());
            assert_eq!(Format::of_ending(format.ending()), Some(format));
        }
    }
}
