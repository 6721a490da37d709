//! What a file is, from its bytes and its first rows.

use std::cmp::Reverse;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::file_name::ending;
use super::find_header::{HeaderLine, find_header};
use super::headless::{headless, without_header};
use super::kind::FileKind;
use super::known::KnownHeaders;
use super::layout::{FileState, Layout};
use super::own_text::own_text;
use super::recognised::Recognised;
use super::sheets::{Wanted, book, unrecognised};
use crate::load::rows::encoding::{self, Encoding};
use crate::load::rows::file_rows::{FileRows, RowFormat};
use crate::load::rows::workbook::{BookFault, OLE, ZIP, what_is_ole};

/// Delimiters, in the order they are tried.
pub const DELIMITERS: [u8; 4] = [b',', b'|', b'\t', b';'];

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

/// Finds out what a file is; of a workbook, each sheet that is wanted.
pub fn recognise(path: &Path, bytes: &encoding::Bytes, wanted: Wanted<'_>, headers: &KnownHeaders) -> Vec<Recognised> {
    match form(path, bytes) {
        Err(reason) => vec![FileState::Refused(reason).into()],
        Ok(Form::Text) => vec![text(path, bytes.encoding, headers).into()],
        Ok(Form::Book) => book(path, wanted, headers),
    }
}

/// Finds out by its first rows whether a file is text of a kind that is large:
/// its layout and delimiter, if it is. Whatever else it is shows when all of
/// its bytes are looked at.
pub fn recognise_top(path: &Path, headers: &KnownHeaders) -> Option<(Layout, u8)> {
    let mut magic = Vec::new();
    File::open(path).ok()?.take(8).read_to_end(&mut magic).ok()?;
    let is_marked = magic.starts_with(&[0xFF, 0xFE]) || magic.starts_with(&[0xFE, 0xFF]);
    if is_marked || encoding::is_archive(&magic) || ending(path) == "xlsx" {
        return None;
    }
    match text(path, Encoding::Utf8, headers) {
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

/// The places of the delimiters, first that of the one there is most of at the top of a file.
fn likeliest_first(path: &Path) -> [usize; DELIMITERS.len()] {
    const TOP: u64 = 4 << 10;
    let mut top = Vec::new();
    // What cannot be read shows when the rows are read.
    let _ = File::open(path).map(|file| file.take(TOP).read_to_end(&mut top));
    let mut places = std::array::from_fn(|place| place);
    places.sort_by_key(|place| Reverse(memchr::memchr_iter(DELIMITERS[*place], &top).count()));
    places
}

/// Tries each delimiter; the header with the most known headings decides, then
/// the one nearest the top of the file.
fn text(path: &Path, encoding: Encoding, headers: &KnownHeaders) -> FileState {
    if let Some(own) = own_text(path) {
        return own;
    }
    let mut best: Option<(HeaderLine, usize, RowFormat)> = None;
    let mut faults = Vec::new();
    for place in likeliest_first(path) {
        let format = RowFormat::Delimited(DELIMITERS[place]);
        // Once a kind is known, only a line with as many known headings can still win.
        let least = best.as_ref().and_then(|(best, ..)| best.kind.and(Some(best.known))).unwrap_or(0);
        match FileRows::open(path, encoding, &format).and_then(|rows| find_header(rows, least, headers)) {
            Ok(Some(line)) => {
                // Of lines without a known heading the one with the most cells is cut best.
                let rank = |line: &HeaderLine, place: usize| {
                    let cells = if line.known == 0 { line.cells.len() } else { 0 };
                    (line.kind.is_some(), line.known, cells, Reverse(line.row), Reverse(place))
                };
                if best.as_ref().is_none_or(|(best, of, _)| rank(&line, place) > rank(best, *of)) {
                    best = Some((line, place, format));
                }
            }
            Ok(None) => {}
            Err(fault) => faults.push((place, fault)),
        }
    }
    if let Some((HeaderLine { kind: Some(kind), row, columns, last_run, .. }, _, format)) = best {
        return FileState::Recognised(Layout { kind, format, header_row: row, columns, last_run });
    }
    if faults.len() == DELIMITERS.len() {
        // Not even the first row could be cut.
        let first = faults.iter().min_by_key(|(place, _)| *place);
        return FileState::Refused(first.map(|(_, fault)| fault.to_string()).unwrap_or_default());
    }
    let format = RowFormat::Delimited(b',');
    match headless(|| FileRows::open(path, encoding, &format)) {
        Some(columns) => FileState::Recognised(without_header(format, columns)),
        None => unrecognised(best.as_ref().map(|(line, ..)| line)),
    }
}
