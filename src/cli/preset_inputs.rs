//! What a preset says of its data to steps that read files for themselves.

use crate::cli::args::accept::AcceptArgs;
use crate::cli::args::{DataArgs, OverdueArgs};

/// What the whole preset reads, by which rules and as at which date.
#[derive(Debug, Clone, Copy)]
pub struct PresetInputs<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its data.
    pub data: &'a DataArgs,
    /// After how many days a second dose is overdue.
    pub overdue: &'a OverdueArgs,
    /// Whether rejected rows and unsafe doubts are problems.
    pub strict: bool,
}

impl PresetInputs<'_> {
    /// Its data, with what the step accepts besides.
    pub fn data(&self, of_step: &AcceptArgs) -> DataArgs {
        let mut data = self.data.clone();
        data.accept.accept.extend(of_step.accept.iter().cloned());
        data
    }
}
