//! Spreadsheet files that are not read, known by their bytes or their name.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fault::BookFault;

/// The first bytes of every ZIP archive, which a workbook is.
pub const ZIP: &[u8] = b"PK\x03\x04";
/// The first bytes of an OLE2 container: an old workbook, or an encrypted one.
pub const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// What an OLE2 container holds: an encrypted workbook or an old one.
///
/// # Errors
/// Where the file cannot be read.
pub fn what_is_ole(path: &Path) -> io::Result<BookFault> {
    // The names of its streams are UTF-16; that of an encrypted workbook stands nowhere else.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut file = File::open(path)?;
    let mut buffer = vec![0_u8; 1 << 16];
    let mut held = 0;
    loop {
        let read = file.read(&mut buffer[held..])?;
        if read == 0 {
            return Ok(BookFault::OldExcel);
        }
        held += read;
        if buffer[..held].windows(name.len()).any(|window| window == name) {
            return Ok(BookFault::Password);
        }
        // The name may lie across two reads.
        let kept = held.min(name.len() - 1);
        buffer.copy_within(held - kept..held, 0);
        held = kept;
    }
}

/// What to do with a spreadsheet file of this ending that is not read; `None`
/// where the ending is of no such file.
#[must_use]
pub fn what_to_do(ending: &str) -> Option<BookFault> {
    match ending {
        "xls" => Some(BookFault::OldExcel),
        "xlsb" => Some(BookFault::Binary),
        "xlsm" => Some(BookFault::Macros),
        "ods" => Some(BookFault::OpenDocument),
        _ => None,
    }
}
