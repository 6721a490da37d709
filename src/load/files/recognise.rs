//! What a file is, from its bytes and its first rows.

use std::cmp::Reverse;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, Utc};

use super::file_name::ending;
use super::headings::{Columns, heading};
use super::kind::FileKind;
use super::layout::{FileState, Layout};
use super::ods_publication::{is_register, register_columns};
use super::redact::{shown_header, shown_sheet};
use crate::domain::{OdsCode, Severity};
use crate::load::rows::cells::instants::read_local_instant;
use crate::load::rows::encoding::{self, Encoding};
use crate::load::rows::file_rows::{FileRows, RowFormat};
use crate::load::rows::limits::HEADER_WITHIN;
use crate::load::rows::row::Row;
use crate::load::rows::row_fault::RowFault;
use crate::load::rows::workbook::{BookFault, OLE, SheetTop, ZIP, look, what_is_ole};

/// Delimiters, in the order they are tried.
pub const DELIMITERS: [u8; 4] = [b',', b'|', b'\t', b';'];

/// What became of a file, and what there is to know of it besides.
pub struct Recognised {
    /// What became of it.
    pub state: FileState,
    /// Notes and warnings.
    pub remarks: Vec<(Severity, String)>,
}

impl From<FileState> for Recognised {
    fn from(state: FileState) -> Self {
        Self { state, remarks: Vec::new() }
    }
}

/// What the bytes of a file are.
pub enum Form {
    /// Delimited text.
    Text,
    /// An XLSX workbook, or at least an archive.
    Book,
}

/// What the bytes of a file are.
///
/// # Errors
/// The reason, where they are nothing that is read.
pub fn form(path: &Path, bytes: &encoding::Bytes) -> Result<Form, String> {
    if bytes.magic.starts_with(ZIP) {
        Ok(Form::Book)
    } else if bytes.magic.starts_with(OLE) {
        let fault = what_is_ole(path).map_err(|error| format!("it cannot be read: {error}"))?;
        Err(fault.to_string())
    } else if ending(path) == "xlsx" {
        Err(BookFault::OnlyNamed.to_string())
    } else if bytes.has_nul {
        Err("it holds NUL bytes, so it is no text file (or UTF-16 without a byte-order mark): save it as CSV (UTF-8)"
            .to_owned())
    } else {
        Ok(Form::Text)
    }
}

/// Finds out what a file is; of a workbook, the sheet of this name, else the
/// first that is known.
pub fn recognise(path: &Path, bytes: &encoding::Bytes, sheet: Option<&str>) -> Recognised {
    match form(path, bytes) {
        Err(reason) => FileState::Refused(reason).into(),
        Ok(Form::Text) => text(path, bytes.encoding).into(),
        Ok(Form::Book) => book(path, sheet),
    }
}

/// Finds out by its first rows whether a file is text of a kind that is large:
/// its layout and delimiter, if it is. Whatever else it is shows when all of
/// its bytes are looked at.
pub fn recognise_top(path: &Path) -> Option<(Layout, u8)> {
    let mut magic = Vec::new();
    File::open(path).ok()?.take(8).read_to_end(&mut magic).ok()?;
    let is_marked = magic.starts_with(&[0xFF, 0xFE]) || magic.starts_with(&[0xFE, 0xFF]);
    if is_marked || encoding::is_archive(&magic) || ending(path) == "xlsx" {
        return None;
    }
    match text(path, Encoding::Utf8) {
        FileState::Recognised(layout) => match (layout.kind, &layout.format) {
            (
                FileKind::Patients | FileKind::Vaccinations | FileKind::Immunosuppressed,
                RowFormat::Delimited(delimiter),
            ) => {
                let delimiter = *delimiter;
                Some((layout, delimiter))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Tries each delimiter; the header nearest the top of the file decides, then
/// the one with the most known columns.
fn text(path: &Path, encoding: Encoding) -> FileState {
    let mut found: Option<Layout> = None;
    let mut faults = Vec::new();
    let mut first_rows: Vec<Vec<String>> = Vec::new();
    for delimiter in DELIMITERS {
        let format = RowFormat::Delimited(delimiter);
        // A header further down than the best so far would not be better.
        let within = found.as_ref().map_or(HEADER_WITHIN, |best| best.header_row);
        match FileRows::open(path, encoding, &format).and_then(|rows| find_header(rows, format, within)) {
            Ok((Some(layout), _)) => {
                let rank = |layout: &Layout| (layout.header_row, Reverse(layout.columns.known()));
                if found.as_ref().is_none_or(|best| rank(&layout) < rank(best)) {
                    found = Some(layout);
                }
            }
            Ok((None, first_row)) => first_rows.extend(first_row),
            Err(fault) => faults.push(fault),
        }
    }
    if let Some(layout) = found {
        return FileState::Recognised(layout);
    }
    if faults.len() == DELIMITERS.len() {
        // Not even the first row could be cut.
        return FileState::Refused(faults[0].to_string());
    }
    let format = RowFormat::Delimited(b',');
    let headless = headless(|| FileRows::open(path, encoding, &format));
    match headless {
        Some(columns) => FileState::Recognised(without_header(format, columns)),
        None => FileState::Unrecognised(shown_header(&first_rows.into_iter().max_by_key(Vec::len).unwrap_or_default())),
    }
}

/// The first sheet of a known kind decides, or the one of the name asked for.
fn book(path: &Path, asked: Option<&str>) -> Recognised {
    let header = |top: &SheetTop| {
        find_header(FileRows::held(top.rows.clone()), RowFormat::Sheet(top.name.clone()), HEADER_WITHIN)
    };
    let look = match look(path, |top| header(top).is_ok_and(|(found, _)| found.is_some())) {
        Ok(look) => look,
        Err(fault) => return FileState::Refused(fault.to_string()).into(),
    };
    let is_asked = |top: &&SheetTop| asked.is_none_or(|name| same_name(&top.name, name));
    let tops: Vec<&SheetTop> = look.sheets.iter().filter(is_asked).collect();
    if let (Some(name), []) = (asked, &tops[..]) {
        let names: Vec<String> = look.sheets.iter().map(|top| shown_sheet(&top.name)).collect();
        let reason = format!("it has no sheet {}: its sheets are {}", shown_sheet(name), names.join(", "));
        return FileState::Refused(reason).into();
    }
    let mut known: Vec<(&SheetTop, Layout)> =
        tops.iter().filter_map(|top| Some((*top, header(top).ok()?.0?))).collect();
    if known.is_empty() {
        known.extend(tops.iter().find_map(|top| Some((*top, headless_sheet(path, top)?))));
    }
    let others: Vec<String> = known
        .iter()
        .skip(1)
        .filter(|(_, layout)| layout.kind != FileKind::NotOurs)
        .map(|(top, layout)| format!("{} ({})", shown_sheet(&top.name), layout.kind.name()))
        .collect();
    let Some((top, layout)) = known.into_iter().next() else {
        let first_rows = tops.iter().filter_map(|top| header(top).ok()?.1);
        return FileState::Unrecognised(shown_header(&first_rows.max_by_key(Vec::len).unwrap_or_default())).into();
    };
    let mut remarks = Vec::new();
    if !others.is_empty() && layout.kind != FileKind::NotOurs {
        let text = format!(
            "only its sheet {} is read, not {}: save each sheet as a workbook of its own",
            shown_sheet(&top.name),
            others.join(", ")
        );
        remarks.push((Severity::Warning, text));
    }
    if top.hidden {
        remarks.push((Severity::Note, format!("its sheet {} is hidden, and was read", shown_sheet(&top.name))));
    }
    if look.hidden_rows {
        remarks.push((Severity::Note, "it has hidden rows: they are read like all others".to_owned()));
    }
    Recognised { state: FileState::Recognised(layout), remarks }
}

/// Whether two names are those of one sheet: spreadsheets do not tell capitals.
fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// The first row that is the header of a known kind, and the first row of all;
/// only so many rows are looked at.
/// A fault counts only before the first row: later ones are met again when the
/// file is read.
fn find_header(
    mut rows: FileRows,
    format: RowFormat,
    within: u32,
) -> Result<(Option<Layout>, Option<Vec<String>>), RowFault> {
    let mut first_row = None;
    let mut last_run = None;
    loop {
        match rows.advance() {
            Ok(true) if rows.row().number <= within => {}
            Err(fault) if first_row.is_none() => return Err(fault),
            Ok(_) | Err(_) => return Ok((None, first_row)),
        }
        let (header, header_row) = (rows.row().texts(), rows.row().number);
        let columns = Columns::find(&header);
        if let Some(kind) = FileKind::of_header(&header, &columns) {
            return Ok((Some(Layout { kind, format, header_row, columns, last_run }), first_row));
        }
        last_run = last_run.or_else(|| read_last_run(&header));
        first_row.get_or_insert(header);
    }
}

/// The date and time in the fourth cell of the line with `Last Run` above the
/// header of an EMIS report.
fn read_last_run(cells: &[String]) -> Option<DateTime<Utc>> {
    let is_last_run = cells.iter().take(3).any(|cell| heading(cell) == "lastrun");
    if is_last_run { read_local_instant(cells.get(3)?) } else { None }
}

/// The layout of a file whose every row is data.
fn without_header(format: RowFormat, columns: Columns) -> Layout {
    Layout { kind: FileKind::Practices, format, header_row: 0, columns, last_run: None }
}

/// The layout of a sheet without a header, where it is of a kind known by its rows.
fn headless_sheet(path: &Path, top: &SheetTop) -> Option<Layout> {
    let format = RowFormat::Sheet(top.name.clone());
    // The rows in memory rule out most sheets, without a second reading.
    headless(|| Ok(FileRows::held(top.rows.clone())))?;
    headless(|| FileRows::open(path, Encoding::Utf8, &format)).map(|columns| without_header(format, columns))
}

/// The columns of a practice list without a header: nothing but ODS codes, one
/// a line, or the register of practices that ODS publishes.
fn headless(open: impl Fn() -> Result<FileRows, RowFault>) -> Option<Columns> {
    if open().is_ok_and(is_plain_list) {
        return Some(Columns::default());
    }
    let mut rows = open().ok()?;
    (rows.advance().ok()? && is_register(&rows.row())).then(register_columns)
}

/// Whether the rows are a list of nothing but ODS codes, one a line.
fn is_plain_list(mut rows: FileRows) -> bool {
    let mut codes = 0_u32;
    loop {
        match rows.advance() {
            Ok(true) if rows.row().is_empty() => {}
            Ok(true) if is_one_code(&rows.row()) => codes += 1,
            Ok(false) => return codes > 0,
            Ok(true) | Err(_) => return false,
        }
    }
}

fn is_one_code(row: &Row<'_>) -> bool {
    OdsCode::read(row.cell(Some(0))).is_some() && (1..row.width()).all(|column| row.cell(Some(column)).is_empty())
}
