//! How far the reading has come, for whoever shows it.
//!
//! A load goes over its files once, or more often where they must be looked at
//! before, or again for contact details: each time is a pass.

use std::fs;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts the bytes that are read. Nothing in a report depends on it, so that
/// it need not be exact, and threads need not wait for each other.
#[derive(Debug, Default)]
pub struct Meter {
    pass: AtomicU64,
    read: AtomicU64,
    total: AtomicU64,
}

/// What a meter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pass {
    /// The number of the pass; 0 before the first.
    pub number: u64,
    /// The bytes read.
    pub read: u64,
    /// The bytes of the files of this pass.
    pub total: u64,
}

/// The meter at which nobody looks.
static UNSEEN: Meter = Meter::new();

impl Meter {
    /// A meter before the first pass.
    #[must_use]
    pub const fn new() -> Self {
        Self { pass: AtomicU64::new(0), read: AtomicU64::new(0), total: AtomicU64::new(0) }
    }

    /// A meter at which nobody looks.
    #[must_use]
    pub fn unseen() -> &'static Self {
        &UNSEEN
    }

    /// Begins a pass over these files.
    pub(in crate::load) fn begin<'a>(&self, files: impl Iterator<Item = &'a Path>) {
        // A file that cannot be read says so when it is opened.
        let lengths = files.map(|path| fs::metadata(path).map_or(0, |found| found.len()));
        self.read.store(0, Ordering::Relaxed);
        self.total.store(lengths.sum(), Ordering::Relaxed);
        self.pass.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts bytes of a file of this pass.
    pub(in crate::load) fn add(&self, bytes: u64) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
    }

    /// How far the reading has come.
    #[must_use]
    pub fn look(&self) -> Pass {
        let [number, read, total] = [&self.pass, &self.read, &self.total].map(|count| count.load(Ordering::Relaxed));
        // A workbook has parts that are read twice.
        Pass { number, read: read.min(total), total }
    }
}

/// A file whose bytes are counted as they are read.
pub struct Metered<R> {
    source: R,
    meter: &'static Meter,
}

impl<R> Metered<R> {
    /// Counts what is read from `source`.
    pub const fn new(source: R, meter: &'static Meter) -> Self {
        Self { source, meter }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.meter.add(u64::try_from(read).unwrap_or(0));
        Ok(read)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}
