//! The files of a run, as the receipt names them.

use super::decided::Decided;
use super::files::input_file::InputFile;
use super::files::kind::FileKind;
use super::files::layout::{FileState, Layout};
use super::files::redact::shown_sheet;
use super::rows::encoding::Encoding;
use super::rows::file_rows::RowFormat;
use crate::domain::Input;

impl Decided {
    /// The files, as the receipt names them.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        self.survey.files.iter().map(|file| self.input(file)).collect()
    }

    fn input(&self, file: &InputFile) -> Input {
        let (kind, remark) = match &file.state {
            FileState::Recognised(layout) if layout.kind == FileKind::NotOurs => {
                (layout.kind.name(), "an acknowledgement or an extended-attributes file: skipped".to_owned())
            }
            FileState::Recognised(layout) if layout.kind == FileKind::OwnOutput => {
                (layout.kind.name(), "our own output, written by vaxdash: skipped".to_owned())
            }
            FileState::Recognised(layout) => {
                (layout.kind.name(), self.ignored_list(file).unwrap_or_default().to_owned())
            }
            FileState::Unrecognised { header, .. } => ("unrecognised", header.clone()),
            FileState::Refused(reason) => ("refused", reason.clone()),
            FileState::Skipped(reason) => ("skipped", reason.clone()),
            FileState::NoFile => ("skipped", "a pipe, socket or device: save it as a file first".to_owned()),
        };
        Input {
            file: file.name.clone(),
            kind,
            remark,
            rows: file.count.map(|count| count.read),
            sha256: file.sha256.clone(),
            encoding: encoding_name(file),
            delimiter: file.layout().filter(|layout| layout.kind != FileKind::OwnOutput).map_or("", delimiter_name),
            refreshed: file.refreshed(),
        }
    }
}

/// The encoding of text, or the sheet of a workbook; empty where nothing could be read.
fn encoding_name(file: &InputFile) -> String {
    match file.layout().map(|layout| &layout.format) {
        Some(RowFormat::Sheet(sheet)) => format!("workbook, sheet {}", shown_sheet(&sheet.name)),
        _ => file.encoding.map(Encoding::name).unwrap_or_default(),
    }
}

fn delimiter_name(layout: &Layout) -> &'static str {
    match layout.format {
        RowFormat::Sheet(_) => "",
        RowFormat::Delimited(b'|') => "pipe",
        RowFormat::Delimited(b'\t') => "tab",
        RowFormat::Delimited(b';') => "semicolon",
        RowFormat::Delimited(_) => "comma",
    }
}
