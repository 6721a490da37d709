//! Which sheets of a workbook are read, each as a file of its own.

use std::path::Path;

use super::find_header::{HeaderLine, find_header};
use super::headless::{headless, without_header};
use super::kind::{FileKind, known_headings};
use super::known::KnownHeaders;
use super::layout::{FileState, Layout};
use super::own_headers::is_information;
use super::recognised::Recognised;
use super::redact::{shown_header, shown_sheet};
use crate::domain::Severity;
use crate::load::rows::encoding::Encoding;
use crate::load::rows::file_rows::{FileRows, RowFormat};
use crate::load::rows::workbook::{SheetTop, look};

/// Which sheets are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The sheet of this name alone.
    pub sheet: Option<&'a str>,
    /// The first of a known kind alone.
    pub first: bool,
}

/// A sheet with its header.
struct HeadedSheet<'a> {
    top: &'a SheetTop,
    line: Option<HeaderLine>,
}

impl HeadedSheet<'_> {
    fn kind(&self) -> Option<FileKind> {
        self.line.as_ref().and_then(|line| line.kind)
    }

    fn known(&self) -> usize {
        self.line.as_ref().map_or(0, |line| line.known)
    }

    /// Whether it may be data under headings that nobody knows.
    fn may_be_data(&self) -> bool {
        self.line.as_ref().is_some_and(|line| known_headings(&line.columns) > 1)
    }

    /// The sheet as a file; without a header only if `layout` is given.
    fn recognised(&self, layout: Option<Layout>) -> Recognised {
        let state = match (layout, &self.line) {
            (Some(layout), _) => FileState::Recognised(layout),
            (None, Some(HeaderLine { kind: Some(kind), row, columns, last_run, .. })) => {
                let (format, columns) = (RowFormat::Sheet(self.top.source.clone()), columns.clone());
                FileState::Recognised(Layout { kind: *kind, format, header_row: *row, columns, last_run: *last_run })
            }
            (None, line) => unrecognised(line.as_ref()),
        };
        Recognised { sheet: Some(shown_sheet(&self.top.source.name)), ..state.into() }
    }
}

/// A file or sheet of no known kind, with what looks most like its header.
pub fn unrecognised(line: Option<&HeaderLine>) -> FileState {
    let (cells, columns) = line.map(|line| (line.cells.clone(), line.columns.clone())).unwrap_or_default();
    FileState::Unrecognised { header: shown_header(&cells, &columns), known: known_headings(&columns) }
}

/// The sheets of a workbook that are read, each by its kind; at least one answer.
pub fn book(path: &Path, wanted: Wanted<'_>, headers: &KnownHeaders) -> Vec<Recognised> {
    let header = |top: &SheetTop| find_header(FileRows::held(top.rows.clone()), 0, headers).ok().flatten();
    let look = match look(path, |top| header(top).is_some_and(|line| line.kind.is_some())) {
        Ok(look) => look,
        Err(fault) => return vec![FileState::Refused(fault.to_string()).into()],
    };
    let is_wanted = |top: &&SheetTop| wanted.sheet.map_or(!top.hidden, |name| same_name(&top.source.name, name));
    let sheets: Vec<HeadedSheet<'_>> =
        look.sheets.iter().filter(is_wanted).map(|top| HeadedSheet { top, line: header(top) }).collect();
    if let (Some(name), []) = (wanted.sheet, &sheets[..]) {
        let names: Vec<String> = look.sheets.iter().map(|top| shown_sheet(&top.source.name)).collect();
        let reason = format!("it has no sheet {}: its sheets are {}", shown_sheet(name), names.join(", "));
        return vec![FileState::Refused(reason).into()];
    }
    let mut found = read_sheets(path, &sheets, wanted);
    if let Some(first) = found.first_mut() {
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.top.hidden) {
            let text = format!("its sheet {} is hidden, and was read", shown_sheet(&sheet.top.source.name));
            first.remarks.push((Severity::Note, text));
        }
        if look.hidden_rows {
            first.remarks.push((Severity::Note, "it has hidden rows: they are read like all others".to_owned()));
        }
        if wanted.sheet.is_none() {
            let hidden = look.sheets.iter().filter(|top| top.hidden && !top.rows.is_empty());
            first.hidden_sheets = hidden.map(|top| shown_sheet(&top.source.name)).collect();
        }
    }
    found
}

/// The sheets that are files of their own, the first with what is to be said of the others.
fn read_sheets(path: &Path, sheets: &[HeadedSheet<'_>], wanted: Wanted<'_>) -> Vec<Recognised> {
    let is_own = |sheet: &&HeadedSheet<'_>| {
        sheet.kind() == Some(FileKind::OwnOutput)
            && sheet.line.as_ref().is_some_and(|line| is_information(line.columns.compared()))
    };
    // Whatever else is in a workbook that vaxdash wrote, it is no extract.
    if let Some(own) = sheets.iter().find(is_own) {
        return vec![Recognised { sheet: None, ..own.recognised(None) }];
    }
    let is_data = |kind: FileKind| !matches!(kind, FileKind::NotOurs | FileKind::OwnOutput);
    let (mut found, mut passed) = (Vec::new(), Vec::new());
    for sheet in sheets {
        let of_its_own =
            matches!(sheet.kind(), Some(FileKind::Patients | FileKind::Vaccinations | FileKind::Immunosuppressed));
        match sheet.kind() {
            Some(kind) if is_data(kind) && (found.is_empty() || of_its_own && !wanted.first) => {
                found.push(sheet.recognised(None));
            }
            _ => passed.push(sheet),
        }
    }
    if found.is_empty()
        && let Some((sheet, layout)) = passed.iter().find_map(|sheet| Some((*sheet, headless_sheet(path, sheet.top)?)))
    {
        found.push(sheet.recognised(Some(layout)));
        passed.retain(|other| other.top.source.name != sheet.top.source.name);
    }
    if found.is_empty() {
        // What is known, or looks most like something that is.
        let kind = |sheet: &&&HeadedSheet<'_>| sheet.kind().is_some();
        let widest =
            |sheet: &&&HeadedSheet<'_>| (sheet.known(), sheet.line.as_ref().map_or(0, |line| line.cells.len()));
        let best = passed.iter().find(kind).or_else(|| passed.iter().max_by_key(widest));
        let state = best.map_or_else(|| unrecognised(None).into(), |sheet| sheet.recognised(None));
        return vec![Recognised { sheet: None, ..state }];
    }
    let mut remarks = Vec::new();
    for sheet in passed.into_iter().filter(|sheet| sheet.line.is_some()) {
        let name = shown_sheet(&sheet.top.source.name);
        match sheet.kind() {
            Some(kind) if is_data(kind) => remarks.push((
                Severity::Warning,
                format!("its sheet {name} ({}) is not read: save it as a workbook of its own", kind.name()),
            )),
            Some(_) => remarks.push((Severity::Note, format!("its sheet {name} is no data, and is not read"))),
            // A file of its own, for it may be data under headings that nobody knows.
            None if sheet.may_be_data() && !wanted.first => found.push(sheet.recognised(None)),
            None => remarks.push((Severity::Note, format!("its sheet {name} is of no known kind, and is not read"))),
        }
    }
    if let [only] = &mut found[..] {
        only.sheet = None;
    }
    if let Some(first) = found.first_mut() {
        first.remarks.extend(remarks);
    }
    found
}

/// The layout of a sheet without a header, where it is of a kind known by its rows.
fn headless_sheet(path: &Path, top: &SheetTop) -> Option<Layout> {
    let format = RowFormat::Sheet(top.source.clone());
    // The rows in memory rule out most sheets, without a second reading.
    headless(|| Ok(FileRows::held(top.rows.clone())))?;
    headless(|| FileRows::open(path, Encoding::Utf8, &format)).map(|columns| without_header(format, columns))
}

/// Whether two names are those of one sheet: spreadsheets do not tell capitals.
fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
