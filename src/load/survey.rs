//! Which files there are, and what each one is.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::data_rows::{DataRows, RowCount};
use super::encoding::{self, Encoding};
use super::file_name;
use super::headers::Columns;
use super::kind::{self, Kind};
use super::rows::{Row, RowFault, Rows};
use crate::domain::OdsCode;

/// The file name endings that are looked at in a folder.
const ENDINGS: [&str; 5] = ["csv", "txt", "dat", "tsv", "xlsx"];
/// Spreadsheet formats that are named when they are passed over.
const OTHER_SPREADSHEETS: [&str; 4] = ["xls", "xlsb", "xlsm", "ods"];
/// Delimiters, in the order they are tried.
pub(super) const DELIMITERS: [u8; 4] = [b',', b'|', b'\t', b';'];
/// The header must be within this many rows of the top.
pub(super) const HEADER_WITHIN: u32 = 30;

/// How to read the rows of a recognised file.
#[derive(Debug, Clone)]
pub struct Layout {
    /// What the file is.
    pub kind: Kind,
    /// Its delimiter.
    pub delimiter: u8,
    /// The row number of its header; 0 for a plain list without one.
    pub header_row: u32,
    /// Which column holds which field.
    pub columns: Columns,
}

/// What became of a file.
#[derive(Debug, Clone)]
pub enum FileState {
    /// Of a known kind.
    Recognised(Layout),
    /// Readable, of no known kind; with its header, unless that looks like data.
    Unrecognised(String),
    /// Of one of our kinds but unusable, or not readable at all; with the reason.
    Refused(String),
    /// Not looked at; with the reason.
    Skipped(String),
}

/// A file of the data.
#[derive(Debug, Clone)]
pub struct InputFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name without folder.
    pub name: String,
    /// The time stamp in its name.
    pub time_stamp: Option<DateTime<Utc>>,
    /// What became of it.
    pub state: FileState,
    /// Its text encoding, where it could be read.
    pub encoding: Encoding,
    /// SHA-256 in hexadecimal, or empty where it could not be read.
    pub sha256: String,
}

impl InputFile {
    /// The layout, if the file was recognised.
    #[must_use]
    pub fn layout(&self) -> Option<&Layout> {
        match &self.state {
            FileState::Recognised(layout) => Some(layout),
            _ => None,
        }
    }

    /// The kind, if the file was recognised.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.layout().map(|layout| layout.kind)
    }

    /// Opens the rows below the header.
    pub fn rows(&self, layout: &Layout) -> Result<DataRows, RowFault> {
        let mut rows = Rows::open(&self.path, self.encoding, layout.delimiter).map_err(RowFault::Io)?;
        while layout.header_row > rows.row().number && rows.advance()? {}
        let width = layout.columns.width();
        Ok(DataRows { rows, header_row: layout.header_row, width, counted: RowCount::default() })
    }

    /// The file at a path: recognised, unless it is passed over.
    fn new(path: PathBuf, passed_over: Option<FileState>) -> Self {
        let name = file_name_of(&path);
        let time_stamp = file_name::time_stamp(&name);
        let (encoding, sha256) = (Encoding::Utf8, String::new());
        match passed_over {
            Some(state) => Self { path, name, time_stamp, state, encoding, sha256 },
            None => match encoding::examine(&path) {
                Ok(bytes) => {
                    let state = recognise(&path, &bytes);
                    Self { path, name, time_stamp, state, encoding: bytes.encoding, sha256: bytes.sha256 }
                }
                Err(error) => {
                    let state = FileState::Refused(format!("it cannot be read: {error}"));
                    Self { path, name, time_stamp, state, encoding, sha256 }
                }
            },
        }
    }
}

/// A path of the command line that cannot be read at all.
#[derive(Debug)]
pub struct Unreadable {
    /// The path as given.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Finds the files that `paths` name, in read order, and recognises each by
/// its header.
pub fn survey(paths: &[PathBuf]) -> Result<Vec<InputFile>, Unreadable> {
    let mut files = Vec::new();
    let mut seen = HashSet::new();
    // A file that is named is looked at, also where its folder would pass it over.
    let (folders, named): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    for path in named.into_iter().chain(folders) {
        let unreadable = |error| Unreadable { path: path.clone(), error };
        let found = if fs::metadata(path).map_err(unreadable)?.is_dir() {
            folder(path).map_err(unreadable)?
        } else {
            vec![(path.clone(), no_file(path))]
        };
        for (path, passed_over) in found {
            if seen.insert(fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
                files.push(InputFile::new(path, passed_over));
            }
        }
    }
    // Files without a time stamp first, then by time; ties by name, then path.
    files.sort_by(|a, b| {
        (a.time_stamp, a.name.as_bytes(), a.path.as_os_str()).cmp(&(
            b.time_stamp,
            b.name.as_bytes(),
            b.path.as_os_str(),
        ))
    });
    Ok(files)
}

fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

fn file_name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder, not of the folders in it, each with why it is passed
/// over, if it is.
fn folder(path: &Path) -> io::Result<Vec<(PathBuf, Option<FileState>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let ending = ending(&path);
        let is_spreadsheet = OTHER_SPREADSHEETS.contains(&ending.as_str());
        if path.is_dir() || !(is_spreadsheet || ENDINGS.contains(&ending.as_str())) {
            continue;
        }
        let name = file_name_of(&path);
        let passed_over = if name.starts_with("~$") || name.starts_with('.') {
            Some(FileState::Skipped("a hidden or lock file of another program".to_owned()))
        } else {
            let skipped = FileState::Skipped(format!("{ending} files are not read: save the sheet as CSV"));
            no_file(&path).or(is_spreadsheet.then_some(skipped))
        };
        files.push((path, passed_over));
    }
    Ok(files)
}

/// Why a path is no file: it is refused, for it might be the one that matters.
/// A broken link is refused later, when it cannot be read.
fn no_file(path: &Path) -> Option<FileState> {
    let is_no_file = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    is_no_file.then(|| FileState::Refused("it is a pipe or device: save it as a file first".to_owned()))
}

/// Finds out what a file is, from its bytes.
fn recognise(path: &Path, bytes: &encoding::Bytes) -> FileState {
    match no_text(path, bytes) {
        Some(reason) => FileState::Refused(reason.to_owned()),
        None => find_layout(path, bytes.encoding),
    }
}

/// Why a file is not text, where it is not.
pub(super) fn no_text(path: &Path, bytes: &encoding::Bytes) -> Option<&'static str> {
    let is_workbook = ending(path) == "xlsx";
    if bytes.magic.starts_with(b"PK\x03\x04") || is_workbook && !bytes.magic.starts_with(b"\xd0\xcf") {
        Some("XLSX workbooks are not read yet: save the sheet as CSV (UTF-8)")
    } else if bytes.magic.starts_with(b"\xd0\xcf\x11\xe0") {
        Some("it is an old Excel workbook (.xls) or one with a password: save the sheet as CSV (UTF-8)")
    } else if bytes.has_nul {
        Some("it holds NUL bytes, so it is no text file (or UTF-16 without a byte-order mark): save it as CSV (UTF-8)")
    } else {
        None
    }
}

/// Tries each delimiter; the header nearest the top of the file decides, then
/// the one with the most known columns.
fn find_layout(path: &Path, encoding: Encoding) -> FileState {
    let mut found: Option<Layout> = None;
    let mut faults = Vec::new();
    let mut first_rows: Vec<Vec<String>> = Vec::new();
    for delimiter in DELIMITERS {
        match find_header(path, encoding, delimiter) {
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
    if is_plain_list(path, encoding) {
        let layout = Layout { kind: Kind::Practices, delimiter: b',', header_row: 0, columns: Columns::default() };
        return FileState::Recognised(layout);
    }
    let header = first_rows.into_iter().max_by_key(Vec::len).unwrap_or_default();
    FileState::Unrecognised(shown_header(&header))
}

/// The first row that is the header of a known kind, and the first row of all.
/// A fault counts only before the first row: later ones are met again when the
/// file is read.
fn find_header(
    path: &Path,
    encoding: Encoding,
    delimiter: u8,
) -> Result<(Option<Layout>, Option<Vec<String>>), RowFault> {
    let mut rows = Rows::open(path, encoding, delimiter).map_err(RowFault::Io)?;
    let mut first_row = None;
    loop {
        match rows.advance() {
            Ok(true) if rows.row().number <= HEADER_WITHIN => {}
            Err(fault) if first_row.is_none() => return Err(fault),
            Ok(_) | Err(_) => return Ok((None, first_row)),
        }
        let (header, header_row) = (rows.row().texts(), rows.row().number);
        let columns = Columns::find(&header);
        if let Some(kind) = Kind::of_header(&header, &columns) {
            return Ok((Some(Layout { kind, delimiter, header_row, columns }), first_row));
        }
        first_row.get_or_insert(header);
    }
}

/// Whether the file is a list of nothing but ODS codes, one a line.
fn is_plain_list(path: &Path, encoding: Encoding) -> bool {
    let Ok(mut rows) = Rows::open(path, encoding, b',') else { return false };
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

/// Whether a cell has the form of a postcode: letters and digits that end with
/// a digit and two letters.
fn is_postcode(cell: &str) -> bool {
    let code: Vec<u8> = cell.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let Some((outward, [digit, one, other])) = code.split_last_chunk() else { return false };
    (2..=4).contains(&outward.len())
        && outward.iter().all(u8::is_ascii_alphanumeric)
        && outward[0].is_ascii_alphabetic()
        && outward.iter().any(u8::is_ascii_digit)
        && digit.is_ascii_digit()
        && one.is_ascii_alphabetic()
        && other.is_ascii_alphabetic()
}

/// A header fit to be shown: not if it may be a row about a person.
fn shown_header(header: &[String]) -> String {
    if header.iter().all(|cell| cell.trim().is_empty()) {
        return "the file is empty".to_owned();
    }
    let looks_like_data = |cell: &String| {
        cell.contains('@') || cell.chars().filter(char::is_ascii_digit).count() >= 4 || is_postcode(cell)
    };
    if header.iter().any(looks_like_data) {
        return "no header row: its first row looks like data, which is not shown; add a row of headings, such as \
                NHS Number, Date of Birth, Practice code"
            .to_owned();
    }
    let columns = Columns::find(header);
    let shown: Vec<String> = (0..header.len().min(12)).map(|column| columns.written(column)).collect();
    let more = if header.len() > shown.len() { ", …" } else { "" };
    let text: String = shown.join(", ").chars().take(200).collect();
    let hint = kind::hint(&columns);
    format!("its header is: {text}{more}; {hint}")
}
