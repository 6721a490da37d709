//! The archive that a workbook is, looked at before anything trusts it.
//!
//! Every part is unpacked once, into nothing: what a ZIP directory says of the
//! sizes of its parts may be a lie.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::{BookFault, Excess};
use super::markup::Markup;
use super::unknown_cells::UnknownCells;
use crate::load::rows::limits::{
    LARGEST_OTHER, LARGEST_RATIO, LARGEST_STRINGS, LARGEST_UNPACKED, LARGEST_WORKBOOK, MOST_PARTS, RATIO_FROM,
};

/// The end of a ZIP directory, and the pointer before it to the larger form.
const END: &[u8] = b"PK\x05\x06";
const POINTER: &[u8] = b"PK\x06\x07";
const LARGE_END: &[u8] = b"PK\x06\x06";
const ENTRY: &[u8] = b"PK\x01\x02";
/// From the pointer to the end that follows it.
const POINTER_LENGTH: usize = 20;

/// What is known of a workbook whose archive is sound.
#[derive(Debug, Default)]
pub struct Archive {
    /// Whether rows of any sheet are hidden.
    pub hidden_rows: bool,
    /// The cells of each sheet whose values cannot be known, in the order of the sheets.
    unknown: Vec<Arc<UnknownCells>>,
    /// Those of every sheet.
    unknown_anywhere: Arc<UnknownCells>,
}

impl Archive {
    /// The cells of the sheet of this place, of so many, whose values cannot be known.
    pub fn unknown(&self, sheet: usize, of: usize) -> Arc<UnknownCells> {
        // Where sheets cannot be told apart, what is in any of them is in each.
        let own = self.unknown.get(sheet).filter(|_| self.unknown.len() == of);
        Arc::clone(own.unwrap_or(&self.unknown_anywhere))
    }
}

/// Unpacks every part of a workbook once and counts.
///
/// # Errors
/// Where it is no workbook, or damaged, or larger than may be in any way.
pub fn examine(path: &Path) -> Result<Archive, BookFault> {
    let mut file = File::open(path).map_err(broken)?;
    let length = file.metadata().map_err(broken)?.len();
    if length > LARGEST_WORKBOOK {
        return Err(BookFault::TooMuch(Excess::File));
    }
    check_directory(&mut file)?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| fault(&error))?;
    check_names(&archive)?;
    let mut found = Archive::default();
    let (mut unpacked, mut sheets, mut relations, mut unknown) = (0, Vec::new(), Vec::new(), HashMap::new());
    let mut anywhere = UnknownCells::default();
    for index in 0..archive.len() {
        let Some(markup) = check_part(&mut archive, index, length, &mut unpacked)? else { continue };
        found.hidden_rows |= markup.hidden_rows;
        sheets.extend(markup.sheet_relations);
        let is_of_book =
            archive.name_for_index(index).and_then(Result::ok).is_some_and(|name| is_book_relations(&name));
        anywhere.extend(&markup.unknown);
        if let Some(Ok(name)) = archive.name_for_index(index) {
            unknown.insert(part_name(name.as_bytes()), Arc::new(markup.unknown));
        }
        relations.extend(markup.relations.into_iter().filter(|_| is_of_book));
    }
    let parts = parts_of_sheets(&sheets, &relations);
    check_sheets(&parts)?;
    found.unknown = parts.iter().filter_map(|part| unknown.get(part).cloned()).collect();
    found.unknown_anywhere = Arc::new(anywhere);
    Ok(found)
}

/// Whether a part says where the sheets of a workbook are.
fn is_book_relations(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains("_rels/") && name.contains("workbook") && name.strip_suffix(".rels").is_some()
}

/// The parts in which the sheets are, in their order.
fn parts_of_sheets(sheets: &[Vec<u8>], relations: &[(Vec<u8>, Vec<u8>)]) -> Vec<String> {
    let target = |sheet| relations.iter().find(|(id, _)| id == sheet).map_or(sheet, |(_, target)| target);
    sheets.iter().map(|sheet| part_name(target(sheet))).collect()
}

/// The name of a part, however it is written.
fn part_name(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name).to_ascii_lowercase().replace('\\', "/");
    let name = name.trim_start_matches(['/', '.']);
    name.strip_prefix("xl/").unwrap_or(name).to_owned()
}

/// No two sheets may be one part: it would be read once for each.
fn check_sheets(parts: &[String]) -> Result<(), BookFault> {
    let mut seen = HashSet::new();
    if parts.iter().all(|part| seen.insert(part)) { Ok(()) } else { Err(BookFault::SharedPart) }
}

/// Whatever the system or the archive says: the workbook cannot be read.
fn broken<E>(_: E) -> BookFault {
    BookFault::Broken
}

fn fault(error: &ZipError) -> BookFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => BookFault::Password,
        _ => BookFault::Broken,
    }
}

/// Counts the entries of the directory before a reader gives memory to as many
/// as are announced.
fn check_directory(file: &mut File) -> Result<(), BookFault> {
    let mut buffer = vec![0_u8; 1 << 16];
    let (mut held, mut start) = (0_usize, 0_u64);
    let (mut entries, mut pointers) = (0_u64, Vec::new());
    loop {
        let read = file.read(&mut buffer[held..]).map_err(broken)?;
        held += read;
        // A pointer is looked at where the end that must follow it is in the buffer too.
        let whole = if read == 0 { held } else { held.saturating_sub(POINTER_LENGTH + END.len() - 1) };
        for place in (0..whole).filter(|place| buffer[*place] == b'P') {
            let from = &buffer[place..held];
            entries += u64::from(from.starts_with(ENTRY));
            if from.starts_with(POINTER) && from.get(POINTER_LENGTH..).is_some_and(|after| after.starts_with(END)) {
                pointers.push((start + place as u64, number(&from[8..16])));
            }
        }
        if entries > MOST_PARTS || pointers.len() > 8 {
            return Err(BookFault::TooMuch(Excess::Parts));
        }
        if read == 0 {
            break;
        }
        buffer.copy_within(whole..held, 0);
        held -= whole;
        start += whole as u64;
    }
    for (pointer, target) in pointers {
        check_large_directory(file, target.min(pointer), pointer)?;
    }
    file.rewind().map_err(broken)
}

/// The larger form of the directory's end, between where the pointer leads and
/// the pointer itself: no more entries announced than may be.
fn check_large_directory(file: &mut File, from: u64, to: u64) -> Result<(), BookFault> {
    // Its usual length is 56 bytes.
    if to - from > 1 << 16 {
        return Err(BookFault::Broken);
    }
    file.seek(SeekFrom::Start(from)).map_err(broken)?;
    let mut bytes = Vec::new();
    file.take(to - from).read_to_end(&mut bytes).map_err(broken)?;
    let ends = (0..bytes.len()).filter(|place| bytes[*place..].starts_with(LARGE_END));
    let announced =
        ends.flat_map(|place| [24, 32].map(|field| bytes.get(place + field..place + field + 8).map(number)));
    if announced.flatten().any(|entries| entries > MOST_PARTS) {
        return Err(BookFault::TooMuch(Excess::Parts));
    }
    Ok(())
}

/// A number as archives write it.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
}

/// Tells from the names of the parts what the archive is, where it is no
/// workbook that can be read.
fn check_names(archive: &ZipArchive<BufReader<File>>) -> Result<(), BookFault> {
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name.trim_start_matches('/') == wanted);
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        Err(BookFault::Macros)
    } else if names.iter().any(|name| name.ends_with("workbook.bin")) {
        Err(BookFault::Binary)
    } else if has("mimetype") && has("content.xml") {
        Err(BookFault::OpenDocument)
    } else if !has("[content_types].xml") || !names.iter().any(|name| name.contains("workbook")) {
        Err(BookFault::NoBook)
    } else {
        Ok(())
    }
}

/// Unpacks a part and counts; gives what was seen in its markup.
fn check_part(
    archive: &mut ZipArchive<BufReader<File>>,
    index: usize,
    length: u64,
    unpacked: &mut u64,
) -> Result<Option<Markup>, BookFault> {
    let mut part = archive.by_index(index).map_err(|error| fault(&error))?;
    let declared = part.size();
    let name = part.name_raw().to_ascii_lowercase();
    let strings = name.ends_with(b"sharedstrings.xml");
    // What other programs add may be in any encoding.
    let is_markup = (name.ends_with(b".xml") || name.ends_with(b".rels")) && !name.starts_with(b"customxml");
    check_size(*unpacked + declared, length)?;
    let (mut buffer, mut size) = (vec![0_u8; 1 << 16], 0_u64);
    let mut markup = is_markup.then(Markup::new);
    loop {
        let read = part.read(&mut buffer).map_err(broken)?;
        if read == 0 {
            break;
        }
        let bytes = &buffer[..read];
        size += read as u64;
        check_size(*unpacked + size, length)?;
        if size > declared {
            return Err(BookFault::TooMuch(Excess::Ratio));
        }
        if strings && size > LARGEST_STRINGS {
            return Err(BookFault::TooMuch(Excess::Strings));
        }
        if !is_markup && size > LARGEST_OTHER {
            return Err(BookFault::TooMuch(Excess::Other));
        }
        if let Some(markup) = &mut markup {
            markup.read(bytes)?;
        }
    }
    *unpacked += size;
    if markup.as_ref().is_some_and(|markup| markup.macros) {
        return Err(BookFault::Macros);
    }
    Ok(markup)
}

/// Whether so many bytes may come out of a file of this length.
fn check_size(unpacked: u64, length: u64) -> Result<(), BookFault> {
    if unpacked > LARGEST_UNPACKED {
        Err(BookFault::TooMuch(Excess::Unpacked))
    } else if unpacked > RATIO_FROM && unpacked / LARGEST_RATIO > length {
        Err(BookFault::TooMuch(Excess::Ratio))
    } else {
        Ok(())
    }
}
