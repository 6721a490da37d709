//! Faults of extracts made on purpose, by name: for training, and for tests.

mod files;
mod kinds;
mod records;
mod spoil;
mod table;
mod workbook;

use std::io::{self, Write};

pub use kinds::{FAULTS, FaultOutcome, SampleFault};

use files::SampleFiles;
use table::SampleTable;

use super::in_memory::sample_in_memory;
use super::plan::{SampleFile, SamplePlan, SampleSummary};
use crate::rules::RuleSet;

/// A sample with faults is made in memory: no larger one is.
const MOST_PATIENTS: u32 = 100_000;

impl SampleFault {
    /// The fault with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FAULTS.iter().find(|fault| fault.name == name)
    }

    /// The name of every fault, in the order in which they are shown.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        FAULTS.iter().map(|fault| fault.name).collect()
    }
}

/// Writes a sample with these faults to the files that `create` makes, by name.
/// The same plan, faults and rules give the same bytes.
///
/// # Errors
/// As [`sample_in_memory`]; and a plan of more people than memory should hold.
pub fn write_faulty_sample(
    plan: &SamplePlan,
    faults: &[&'static SampleFault],
    rules: &RuleSet,
    threads: usize,
    create: &mut dyn FnMut(&str) -> io::Result<Box<dyn Write>>,
) -> io::Result<SampleSummary> {
    if plan.patients > MOST_PATIENTS {
        let reason = "a sample with faults can have at most 100,000 patients";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    let (whole, summary) = sample_in_memory(plan, rules, threads)?;
    let tables = whole.into_iter().map(|(name, bytes)| SampleTable::read(name, bytes));
    let mut files = SampleFiles::new(plan.as_at, tables.collect::<io::Result<_>>()?);
    for fault in FAULTS.iter().filter(|fault| faults.iter().any(|asked| asked.name == fault.name)) {
        (fault.make)(&mut files)?;
    }
    let mut written = Vec::new();
    for (name, rows, bytes) in files.written()? {
        let mut file = create(&name)?;
        file.write_all(&bytes)?;
        file.flush()?;
        written.push(SampleFile { name, rows, bytes: bytes.len() as u64 });
    }
    Ok(SampleSummary { files: written, ..summary })
}
