//! A sample made in memory: for faults, and for tests.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use super::plan::{SamplePlan, SampleSummary};
use super::write::write_sample;
use crate::rules::RuleSet;

/// A file in memory.
struct MemoryFile(Rc<RefCell<Vec<u8>>>);

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file with its name.
type NamedBytes = (String, Vec<u8>);

/// The files of a sample, each with its name, in the order in which they are made.
///
/// # Errors
/// As [`write_sample`].
pub fn sample_in_memory(
    plan: &SamplePlan,
    rules: &RuleSet,
    threads: usize,
) -> io::Result<(Vec<NamedBytes>, SampleSummary)> {
    let mut made: Vec<(String, Rc<RefCell<Vec<u8>>>)> = Vec::new();
    let summary = write_sample(plan, rules, threads, &mut |name| {
        let bytes = Rc::default();
        made.push((name.to_owned(), Rc::clone(&bytes)));
        Ok(Box::new(MemoryFile(bytes)))
    })?;
    Ok((made.into_iter().map(|(name, bytes)| (name, bytes.take())).collect(), summary))
}
