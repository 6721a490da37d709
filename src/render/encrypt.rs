//! Workbooks that open with a password: agile encryption as in MS-OFFCRYPTO,
//! which Excel and LibreOffice read.
//!
//! Everything happens in memory: the plain bytes are never written anywhere.
//! Salts and keys are drawn at random, as they must be, so that two encrypted
//! files of one workbook differ.

use std::io;

/// Whether this build can encrypt: its crates are left out of a build without the feature.
pub const CAN_ENCRYPT: bool = cfg!(feature = "encrypt");

/// Encrypts a workbook.
///
/// # Errors
/// When the bytes cannot be written.
#[cfg(feature = "encrypt")]
pub fn encrypt(plain: &[u8], password: &str) -> io::Result<Vec<u8>> {
    use std::io::{Cursor, Write};

    use ms_offcrypto_writer::Ecma376AgileWriter;

    let mut writer = Ecma376AgileWriter::create(&mut rand::rng(), password, Cursor::new(Vec::new()))?;
    writer.write_all(plain)?;
    Ok(writer.into_inner()?.into_inner())
}

/// A build without the feature encrypts nothing, and never writes the plain bytes instead.
///
/// # Errors
/// Always.
#[cfg(not(feature = "encrypt"))]
pub fn encrypt(_plain: &[u8], _password: &str) -> io::Result<Vec<u8>> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, feature = "encrypt"))]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_plain_bytes_is_left() {
        let plain = b"PK\x03\x04 9990000018 ".repeat(2_000);
        let first = encrypt(&plain, "secret").unwrap();
        // A compound file.
        assert_eq!(first[..8], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        assert!(first.len() > plain.len());
        assert!(!first.windows(10).any(|window| window == b"9990000018"));
        assert_ne!(first, encrypt(&plain, "secret").unwrap(), "the salt is the same twice");
    }
}
