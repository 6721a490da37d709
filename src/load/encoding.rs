//! One look at the whole file before its rows: digest, text encoding, NULs.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::workbook::{OLE, ZIP};

/// How the bytes of a file become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-8 with this many bad sequences, each read as U+FFFD.
    DamagedUtf8(u64),
    /// Windows-1252.
    Windows1252,
    /// UTF-16 with a byte-order mark.
    Utf16,
    /// Not text: a workbook or another archive.
    NotText,
}

impl Encoding {
    /// The name shown by `check`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Utf8 => "UTF-8".to_owned(),
            Self::DamagedUtf8(bad) => format!("UTF-8 with {bad} bad byte sequences"),
            Self::Windows1252 => "Windows-1252".to_owned(),
            Self::Utf16 => "UTF-16".to_owned(),
            Self::NotText => "not text".to_owned(),
        }
    }
}

/// What one pass over the bytes of a file shows.
#[derive(Debug, Clone)]
pub struct Bytes {
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Its encoding.
    pub encoding: Encoding,
    /// Whether it holds NUL bytes (UTF-16 apart).
    pub has_nul: bool,
    /// The first bytes, to know a binary format by.
    pub magic: Vec<u8>,
}

/// Reads the whole file once, in constant memory.
pub fn examine(path: &Path) -> io::Result<Bytes> {
    examine_reader(File::open(path)?)
}

fn examine_reader(mut source: impl Read) -> io::Result<Bytes> {
    let mut digest = Sha256::new();
    let mut buffer = vec![0_u8; 1 << 20];
    let mut carried = 0;
    let mut magic = Vec::new();
    let (mut valid, mut bad, mut has_nul) = (0_u64, 0_u64, false);
    loop {
        let read = source.read(&mut buffer[carried..])?;
        let fresh = &buffer[carried..carried + read];
        digest.update(fresh);
        has_nul |= fresh.contains(&0);
        if magic.len() < 8 {
            magic.extend(fresh.iter().take(8 - magic.len()));
        }
        let held = carried + read;
        // A character cut by the end of the block waits for the next block.
        let whole = if read == 0 { held } else { whole_characters(&buffer[..held]) };
        // An archive has no characters to be counted.
        let counted = if is_archive(&magic) { 0 } else { whole };
        let (good, broken) = count_sequences(&buffer[..counted]);
        valid += good;
        bad += broken;
        buffer.copy_within(whole..held, 0);
        carried = held - whole;
        if read == 0 {
            break;
        }
    }
    let utf16 = matches!(magic.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF]));
    let encoding = match (utf16, bad) {
        _ if is_archive(&magic) => Encoding::NotText,
        (true, _) => Encoding::Utf16,
        (false, 0) => Encoding::Utf8,
        (false, _) if valid > bad => Encoding::DamagedUtf8(bad),
        (false, _) => Encoding::Windows1252,
    };
    let nibbles = digest.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let sha256 = nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect();
    Ok(Bytes { sha256, encoding, has_nul: has_nul && !utf16, magic })
}

/// Whether a file that begins so is a workbook or another archive.
fn is_archive(magic: &[u8]) -> bool {
    [ZIP, OLE].iter().any(|archive| magic.starts_with(archive))
}

/// The length of `bytes` without a character that its end may have cut.
fn whole_characters(bytes: &[u8]) -> usize {
    for back in 1..=3.min(bytes.len()) {
        let start = bytes.len() - back;
        let wanted = match bytes[start] {
            0xC0..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF7 => 4,
            0x80..=0xBF => continue,
            _ => return bytes.len(),
        };
        return if wanted > back { start } else { bytes.len() };
    }
    bytes.len()
}

/// Non-ASCII characters that are valid UTF-8, and replacements that a lossy
/// decoding would make.
fn count_sequences(bytes: &[u8]) -> (u64, u64) {
    if bytes.is_ascii() {
        return (0, 0);
    }
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).map(|_| 1_u64).sum::<u64>();
        broken += u64::from(!chunk.invalid().is_empty());
    }
    (good, broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(bytes: &[u8]) -> Encoding {
        examine_reader(bytes).unwrap().encoding
    }

    #[test]
    fn the_majority_of_non_ascii_sequences_decides() {
        assert_eq!(encoding(b"plain"), Encoding::Utf8);
        assert_eq!(encoding("Zoë".as_bytes()), Encoding::Utf8);
        assert_eq!(encoding(b"Zo\xeb"), Encoding::Windows1252);
        assert_eq!(encoding(b"Zo\xc3\xab and Zo\xeb"), Encoding::Windows1252, "half is not more than half");
        assert_eq!(encoding(b"Zo\xc3\xab Ren\xc3\xa9 Zo\xeb"), Encoding::DamagedUtf8(1));
        assert_eq!(encoding(b"\xff\xfeN\x00"), Encoding::Utf16);
    }

    #[test]
    fn a_character_across_blocks_is_one_character() {
        /// Gives one byte at a time.
        struct Trickle<'a>(&'a [u8]);
        impl Read for Trickle<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let step = self.0.len().min(1).min(buffer.len());
                buffer[..step].copy_from_slice(&self.0[..step]);
                self.0 = &self.0[step..];
                Ok(step)
            }
        }
        let text = "é€😀 Zoë";
        assert_eq!(examine_reader(Trickle(text.as_bytes())).unwrap().encoding, Encoding::Utf8);
        assert_eq!(examine_reader(Trickle(b"\xe2\x82")).unwrap().encoding, Encoding::Windows1252);
    }

    #[test]
    fn nul_bytes_are_seen() {
        assert!(examine_reader(&b"a\0b"[..]).unwrap().has_nul);
        assert!(!examine_reader(&b"\xff\xfea\0"[..]).unwrap().has_nul);
    }
}
