//! The password of a workbook, from a file: arguments show in process lists.

use std::fs;
use std::path::Path;

use crate::domain::Foreign;
use crate::exit::Failure;
use crate::render::{CAN_ENCRYPT, encrypt};

/// The longest password that Excel takes, in UTF-16 units.
const LONGEST: usize = 255;
/// A file longer than this holds no password.
const LARGEST: u64 = 4096;

/// Encrypts a workbook with the password in a file.
pub fn encrypt_output(plain: &[u8], file: &Path) -> Result<Vec<u8>, Failure> {
    let password = read_password(file)?;
    encrypt(plain, &password).map_err(|error| Failure::fault(format!("the workbook cannot be encrypted: {error}")))
}

/// The one line of a password file.
pub fn read_password(file: &Path) -> Result<String, Failure> {
    let shown = Foreign::path(file);
    let unread = |error| Failure::input(format!("{shown} cannot be read: {error}"));
    let found = fs::metadata(file).map_err(unread)?;
    if !CAN_ENCRYPT {
        return Err(Failure::usage(
            "--password-file: this vaxdash was built without the feature encrypt. Build it with it, or leave the option out",
        ));
    }
    // What the file holds is never repeated in a message.
    let wrong = |what: &str| Err(Failure::usage(format!("--password-file {shown}: {what}")));
    if !found.is_file() {
        return wrong("it is not a file");
    }
    if found.len() > LARGEST {
        return wrong("it is too long for a password: write the password alone, on one line");
    }
    let Ok(text) = String::from_utf8(fs::read(file).map_err(unread)?) else {
        return wrong("it is not UTF-8 text");
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let line = text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line));
    if line.is_empty() {
        return wrong("it is empty");
    }
    if line.contains(char::is_control) {
        return wrong("write the password alone, on one line");
    }
    if line.encode_utf16().count() > LONGEST {
        return wrong("Excel takes no password longer than 255 characters");
    }
    Ok(line.to_owned())
}
