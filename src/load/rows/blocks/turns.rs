//! Threads that read blocks and hand them over in order.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use sha2::{Digest, Sha256};

use super::block::Desk;
use super::found::{Extent, Found};
use super::task::Task;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::encoding::Sequences;
use crate::load::rows::file_fault::FileFault;
use crate::load::rows::row_fault::RowFault;
use crate::load::rows::scan::{Merge, Scan};

/// What has been handed over so far.
pub struct Turns<'m, 'd, P> {
    /// The block whose turn it is.
    next: u64,
    /// Where the last line handed over ends in the file.
    end: u64,
    /// The number of the last line handed over.
    lines: u32,
    /// The rows.
    pub count: RowCount,
    /// The characters that are not ASCII.
    pub sequences: Sequences,
    /// Whether a NUL byte was seen.
    pub has_nul: bool,
    /// The digest of all bytes up to [`Turns::end`], where it is wanted.
    pub digest: Option<Sha256>,
    /// Why nothing more is handed over.
    pub fault: Option<FileFault>,
    /// A thread has panicked: nobody waits for it.
    is_given_up: bool,
    merge: &'m mut Merge<'d, P>,
}

impl<'m, 'd, P: Default + Send> Turns<'m, 'd, P> {
    /// Nothing but the lines above the blocks has been handed over.
    pub fn new(end: u64, lines: u32, digest: Option<Sha256>, merge: &'m mut Merge<'d, P>) -> Self {
        Self {
            next: 0,
            end,
            lines,
            count: RowCount::default(),
            sequences: Sequences::default(),
            has_nul: false,
            digest,
            fault: None,
            is_given_up: false,
            merge,
        }
    }

    /// Reads every block.
    pub fn run<S: Scan<Part = P>>(mut self, task: &Task<'_, S>, threads: usize) -> Self {
        let blocks = task.blocks();
        let threads = u64::try_from(threads).unwrap_or(u64::MAX).clamp(1, blocks.max(1));
        if threads == 1 {
            let mut desk = Desk::default();
            for block in 0..blocks {
                if self.fault.is_some() {
                    break;
                }
                self.take(task, &mut desk, block, None);
            }
            return self;
        }
        let crew = Crew { task, claimed: AtomicU64::new(0), blocks, turns: Mutex::new(self), turned: Condvar::new() };
        thread::scope(|scope| {
            for number in 1..threads {
                let builder = thread::Builder::new().name(format!("block reader {number}"));
                // Where the system gives no thread, the others do its work.
                drop(builder.spawn_scoped(scope, || crew.work()));
            }
            crew.work();
        });
        crew.turns.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what was found in the block whose turn it is, reading it again
    /// where it does not begin where the last one ended.
    fn take<S: Scan<Part = P>>(
        &mut self,
        task: &Task<'_, S>,
        desk: &mut Desk,
        block: u64,
        found: Option<io::Result<Found<P>>>,
    ) {
        self.next = block.saturating_add(1);
        let extent = task.extent(block);
        if self.end >= extent.to {
            // A long record has run over the whole block.
            return;
        }
        let found = match found {
            Some(Ok(found)) if found.start == self.end => Ok(found),
            Some(Err(error)) => Err(error),
            _ => desk.read(task, Extent { from: self.end, is_certain: true, ..extent }),
        };
        match found {
            Err(error) => self.fault = Some(RowFault::Io(error).into()),
            Ok(found) => {
                if let Some(digest) = &mut self.digest {
                    digest.update(desk.window.between(found.start, found.end));
                }
                (self.merge)(found.part, self.lines);
                self.fault = found.fault.map(|fault| fault.after(self.lines));
                task.meter.add(found.end.saturating_sub(self.end));
                self.end = found.end;
                self.lines = self.lines.saturating_add(found.lines);
                self.count += found.count;
                self.sequences += found.sequences;
                self.has_nul |= found.has_nul;
            }
        }
    }
}

/// The threads, and what they share.
struct Crew<'c, 't, 'm, 'd, S: Scan> {
    task: &'c Task<'t, S>,
    claimed: AtomicU64,
    blocks: u64,
    turns: Mutex<Turns<'m, 'd, S::Part>>,
    turned: Condvar,
}

impl<'m, 'd, S: Scan> Crew<'_, '_, 'm, 'd, S> {
    /// Reads blocks until there are no more.
    fn work(&self) {
        let _relief = Relief(self);
        let mut desk = Desk::default();
        loop {
            let block = self.claimed.fetch_add(1, Ordering::Relaxed);
            if block >= self.blocks {
                return;
            }
            let found = desk.read(self.task, self.task.extent(block));
            let mut turns = self.lock();
            while turns.next != block && turns.fault.is_none() && !turns.is_given_up {
                turns = self.turned.wait(turns).unwrap_or_else(PoisonError::into_inner);
            }
            if turns.fault.is_some() || turns.is_given_up {
                return;
            }
            turns.take(self.task, &mut desk, block, Some(found));
            drop(turns);
            self.turned.notify_all();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Turns<'m, 'd, S::Part>> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets the other threads go when one of them panics: they would wait for its
/// block for ever.
struct Relief<'a, 'c, 't, 'm, 'd, S: Scan>(&'a Crew<'c, 't, 'm, 'd, S>);

impl<S: Scan> Drop for Relief<'_, '_, '_, '_, '_, S> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.lock().is_given_up = true;
            self.0.turned.notify_all();
        }
    }
}
