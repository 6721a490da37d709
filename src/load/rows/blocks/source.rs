//! A file read at places: several threads share it, and none moves another's.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// An open file.
pub struct Source {
    file: File,
    length: u64,
}

impl Source {
    /// Opens a file.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(Self { file, length })
    }

    /// How long the file was when it was opened.
    pub const fn length(&self) -> u64 {
        self.length
    }

    /// Fills `buffer` from this place of the file on; fewer bytes only at its end.
    pub fn fill(&self, buffer: &mut [u8], from: u64) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() {
            let place = from.saturating_add(u64::try_from(filled).unwrap_or(u64::MAX));
            match self.read_at(&mut buffer[filled..], place) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }

    #[cfg(unix)]
    fn read_at(&self, buffer: &mut [u8], place: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(&self.file, buffer, place)
    }

    #[cfg(windows)]
    fn read_at(&self, buffer: &mut [u8], place: u64) -> io::Result<usize> {
        std::os::windows::fs::FileExt::seek_read(&self.file, buffer, place)
    }

    /// The bytes from a place of the file on, one after the other.
    pub const fn from(&self, place: u64) -> From<'_> {
        From { source: self, place }
    }
}

/// The bytes of a file from a place on.
pub struct From<'a> {
    source: &'a Source,
    place: u64,
}

impl Read for From<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read_at(buffer, self.place)?;
        self.place = self.place.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        Ok(read)
    }
}
