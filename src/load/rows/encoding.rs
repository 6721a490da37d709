//! One look at the whole file before its rows: digest, text encoding, NULs.

use std::fs::File;
use std::io::{self, Read};
use std::ops::AddAssign;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::meter::{Meter, Metered};
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
    /// SHA-256 of the file, in hexadecimal; empty where it is not wanted.
    pub sha256: String,
    /// Its encoding.
    pub encoding: Encoding,
    /// Whether it holds NUL bytes (UTF-16 apart).
    pub has_nul: bool,
    /// The first bytes, to know a binary format by.
    pub magic: Vec<u8>,
}

/// Characters of a text that are not ASCII.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sequences {
    /// Those that are valid UTF-8.
    pub valid: u64,
    /// Replacements that a lossy decoding would make.
    pub bad: u64,
}

impl Sequences {
    /// Those of a text that does not begin or end within a character.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let mut rest = after_ascii(bytes);
        while !rest.is_empty() {
            // Between two ASCII bytes stand whole characters, or what is none.
            let run = rest.iter().take_while(|byte| !byte.is_ascii()).count();
            let (run, after) = rest.split_at(run);
            for chunk in run.utf8_chunks() {
                found.valid += chunk.valid().chars().map(|_| 1_u64).sum::<u64>();
                found.bad += u64::from(!chunk.invalid().is_empty());
            }
            rest = after_ascii(after);
        }
        found
    }

    /// The encoding of a text with so many of them: the majority decides.
    #[must_use]
    pub const fn encoding(self) -> Encoding {
        match self.bad {
            0 => Encoding::Utf8,
            bad if self.valid > bad => Encoding::DamagedUtf8(bad),
            _ => Encoding::Windows1252,
        }
    }
}

/// The bytes from the first on that is not ASCII.
fn after_ascii(bytes: &[u8]) -> &[u8] {
    let (chunks, _) = bytes.as_chunks::<64>();
    let whole = chunks.iter().take_while(|chunk| chunk.is_ascii()).count();
    let rest = bytes.get(whole * 64..).unwrap_or_default();
    let ascii = rest.iter().take_while(|byte| byte.is_ascii()).count();
    rest.get(ascii..).unwrap_or_default()
}

impl AddAssign for Sequences {
    fn add_assign(&mut self, more: Self) {
        self.valid += more.valid;
        self.bad += more.bad;
    }
}

/// A digest in hexadecimal.
#[must_use]
pub fn hexadecimal(digest: Sha256) -> String {
    let nibbles = digest.finalize().into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
}

/// Reads the whole file once, in constant memory.
pub fn examine(path: &Path, with_digest: bool, meter: &'static Meter) -> io::Result<Bytes> {
    examine_reader(Metered::new(File::open(path)?, meter), with_digest)
}

fn examine_reader(mut source: impl Read, with_digest: bool) -> io::Result<Bytes> {
    let mut digest = with_digest.then(Sha256::new);
    let mut buffer = vec![0_u8; 1 << 20];
    let mut carried = 0;
    let mut magic = Vec::new();
    let (mut sequences, mut has_nul) = (Sequences::default(), false);
    loop {
        let read = source.read(&mut buffer[carried..])?;
        let fresh = &buffer[carried..carried + read];
        if let Some(digest) = &mut digest {
            digest.update(fresh);
        }
        has_nul |= memchr::memchr(0, fresh).is_some();
        if magic.len() < 8 {
            magic.extend(fresh.iter().take(8 - magic.len()));
        }
        // A file with NULs is refused, however long it is: nothing more of it is wanted but its digest.
        if has_nul && digest.is_none() && !is_utf16(&magic) && !is_archive(&magic) {
            break;
        }
        let held = carried + read;
        // A character cut by the end of the block waits for the next block.
        let whole = if read == 0 { held } else { whole_characters(&buffer[..held]) };
        // An archive has no characters to be counted.
        let counted = if is_archive(&magic) { 0 } else { whole };
        sequences += Sequences::of(&buffer[..counted]);
        buffer.copy_within(whole..held, 0);
        carried = held - whole;
        if read == 0 {
            break;
        }
    }
    let utf16 = is_utf16(&magic);
    let encoding = match utf16 {
        _ if is_archive(&magic) => Encoding::NotText,
        true => Encoding::Utf16,
        false => sequences.encoding(),
    };
    Ok(Bytes { sha256: digest.map(hexadecimal).unwrap_or_default(), encoding, has_nul: has_nul && !utf16, magic })
}

/// Whether a file that begins so is UTF-16, half of whose bytes may be NULs.
fn is_utf16(magic: &[u8]) -> bool {
    matches!(magic.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF]))
}

/// Whether a file that begins so is a workbook or another archive.
pub fn is_archive(magic: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding(bytes: &[u8]) -> Encoding {
        examine_reader(bytes, true).unwrap().encoding
    }

    /// A sparse file may be of any length.
    #[test]
    fn a_file_with_nuls_is_not_read_to_its_end() {
        let mut endless = io::repeat(0);
        let found = examine_reader(&mut endless, false).unwrap();
        assert!(found.has_nul && found.sha256.is_empty());
        // UTF-16 has NULs and goes on, and so does what is digested.
        let wide = [&[0xFF, 0xFE][..], &[b'x', 0].repeat(2 << 20)].concat();
        let mut rest = wide.as_slice();
        assert!(!examine_reader(&mut rest, false).unwrap().has_nul);
        assert!(rest.is_empty());
        let zeros = vec![0_u8; 3 << 20];
        let mut rest = zeros.as_slice();
        assert!(examine_reader(&mut rest, true).unwrap().has_nul);
        assert!(rest.is_empty());
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
        assert_eq!(examine_reader(Trickle(text.as_bytes()), true).unwrap().encoding, Encoding::Utf8);
        assert_eq!(examine_reader(Trickle(b"\xe2\x82"), true).unwrap().encoding, Encoding::Windows1252);
    }

    #[test]
    fn nul_bytes_are_seen() {
        assert!(examine_reader(&b"a\0b"[..], true).unwrap().has_nul);
        assert!(!examine_reader(&b"\xff\xfea\0"[..], true).unwrap().has_nul);
    }
}
