//! Large text files, read in blocks by several threads at once.
//!
//! The one place in the house that is clever for speed. What comes out of it
//! is what [`TextRows`] gives, which reads record by record with the csv crate:
//! the same rows under the same numbers, the same fault in the same row, in the
//! same order, whatever the number of threads and the size of a block. Tests
//! hold the two together.
//!
//! The idea:
//!
//! 1. A block is about a mebibyte, read by its place in the file into a buffer
//!    that its thread keeps. Nothing is mapped into memory: plain reads are as
//!    fast, and a file that is cut short meanwhile is no crash.
//! 2. Delimiters, quotation marks and line ends are found 64 bytes at a time,
//!    as bits, with the widest instructions that the processor has ([`masks`]).
//!    The parity of the quotation marks before a bit tells whether it stands
//!    inside a quoted cell; those that do not are put down as places ([`marks`]).
//!    This equals reading byte by byte as long as quotation marks stand only
//!    where RFC 4180 has them, and that is looked at for every one. From the
//!    first line where it does not hold, the csv crate reads the rest of the block.
//! 3. A block need not begin with a line, nor even outside a quoted cell. Its
//!    thread guesses from the first quotation marks, begins with the first line
//!    that the guess gives, and reads past the end of the block to finish its
//!    last line ([`block`]). It notes where it began and where it ended.
//! 4. Threads take turns, in the order of the blocks, to hand over what they
//!    found ([`turns`]). A block must begin where the one before it ended. If it
//!    does not, the guess was wrong, and the block is read again from where it
//!    truly begins. So every block is right if the one before it is, and the
//!    first one begins below the header.
//! 5. A cell is what stands between two places ([`Line`](super::line::Line)), and is touched only
//!    when it is asked for: of most rows, which are other people's, that is a
//!    practice code, or an NHS number and a flag.
//!
//! At most one block a thread is in memory.

mod block;
mod found;
mod marks;
mod masks;
mod source;
mod task;
mod turns;
mod window;

#[cfg(test)]
mod tests;

use std::path::Path;

use sha2::{Digest, Sha256};

use self::source::Source;
use self::task::Task;
use self::turns::Turns;
use super::body_rules::Below;
use super::encoding::{Bytes, Encoding, Sequences, hexadecimal};
use super::file_fault::FileFault;
use super::reading::Reading;
use super::row_fault::RowFault;
use super::scan::{Merge, ReadFile, Scan};
use super::text_rows::TextRows;

/// Places within a block are kept in four bytes.
const LARGEST_BLOCK: u64 = 64 << 20;

/// Reads the rows below the header of a text file that is UTF-8, or thereabouts.
///
/// # Errors
/// What refuses the file; the rows before it have been handed over.
pub fn read<S: Scan>(
    path: &Path,
    delimiter: u8,
    below: Below,
    reading: &Reading,
    scan: &S,
    merge: &mut Merge<'_, S::Part>,
) -> Result<ReadFile, FileFault> {
    let source = Source::open(path).map_err(RowFault::Io)?;
    let top = Top::read(&source, delimiter, below.header_row)?;
    let mut digest = reading.digests.then(Sha256::new);
    if let Some(digest) = &mut digest {
        digest.update(&top.bytes);
    }
    let block = u64::try_from(reading.block).unwrap_or(u64::MAX).clamp(1, LARGEST_BLOCK);
    let start = u64::try_from(top.bytes.len()).unwrap_or(u64::MAX);
    reading.meter.add(start);
    let task = Task { source: &source, delimiter, below, start, block, scan, meter: reading.meter };
    let mut turns = Turns::new(start, top.number, digest, merge);
    turns.sequences = Sequences::of(&top.bytes);
    turns.has_nul = top.bytes.contains(&0);
    let turns = turns.run(&task, reading.threads);
    if let Some(fault) = turns.fault {
        return Err(fault);
    }
    let bytes = Bytes {
        sha256: turns.digest.map(hexadecimal).unwrap_or_default(),
        encoding: turns.sequences.encoding(),
        has_nul: turns.has_nul,
        magic: Vec::new(),
    };
    Ok(ReadFile { count: turns.count, bytes: Some(bytes) })
}

/// What of a text must not be cut: the lines down to the header.
struct Top {
    bytes: Vec<u8>,
    /// The row number of the header.
    number: u32,
}

impl Top {
    fn read(source: &Source, delimiter: u8, header_row: u32) -> Result<Self, RowFault> {
        let mut rows = TextRows::new(Box::new(source.from(0)), delimiter);
        while header_row > rows.row().number && rows.advance()? {}
        let (_, end) = rows.span();
        let number = rows.row().number;
        let mut bytes = vec![0; usize::try_from(end.saturating_add(1)).unwrap_or(0)];
        let filled = source.fill(&mut bytes, 0).map_err(RowFault::Io)?;
        bytes.truncate(filled);
        // The line feed after a carriage return belongs to the same line.
        if !bytes.ends_with(b"\r\n") {
            bytes.truncate(usize::try_from(end).unwrap_or(usize::MAX));
        }
        Ok(Self { bytes, number })
    }
}

/// Whether a text file may be read as UTF-8 while its bytes are still being
/// looked at: the lines down to its header are ASCII, so that they say the same
/// in every encoding, and samples from all over it are not mostly something
/// else. A file in another encoding is best known before it is read in vain.
pub fn seems_utf8(path: &Path, delimiter: u8, header_row: u32) -> Result<bool, RowFault> {
    const SAMPLES: u64 = 16;
    let source = Source::open(path).map_err(RowFault::Io)?;
    let top = Top::read(&source, delimiter, header_row)?.bytes;
    if !top.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&top).is_ascii() {
        return Ok(false);
    }
    let mut buffer = vec![0; 16 << 10];
    let mut all = Sequences::default();
    for sample in 0..SAMPLES {
        let filled = source.fill(&mut buffer, source.length() / SAMPLES * sample).map_err(RowFault::Io)?;
        let bytes = buffer.get(..filled).unwrap_or_default();
        // Whole lines, so that no character is cut.
        let lines = memchr::memchr(b'\n', bytes).zip(memchr::memrchr(b'\n', bytes));
        all += Sequences::of(lines.and_then(|(first, last)| bytes.get(first..last)).unwrap_or_default());
    }
    Ok(all.encoding() != Encoding::Windows1252)
}
