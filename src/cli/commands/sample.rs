//! `vaxdash sample`.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::read_as_at;
use crate::cli::command_output::CommandOutput;
use crate::cli::notices::target_failure;
use crate::exit::Failure;
use crate::render::{OutputFault, Staging};
use crate::rules::RuleSet;
use crate::sample::{SamplePlan, SampleSummary, write_sample};

/// Make a data set of invented people, for training, demonstration, tests and benchmarks.
///
/// The same numbers give the same bytes. NHS numbers are test numbers (999 000 0000 to
/// 999 999 9999) and phones Ofcom's drama numbers. Uptake is realistic by age and
/// deprivation, and every kind of mess that real extracts hold is there. The test range
/// holds about 909,000 valid NHS numbers: beyond 900,000 patients, people are registered
/// a second time with another practice.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash sample -o demo/ --patients 2000 --practices 5\n  vaxdash sample -o big/ --patients 1000000 --practices 100 --seed 7"
)]
pub struct SampleArgs {
    /// How many patient rows.
    #[arg(long, value_name = "N", default_value_t = 2000, help_heading = "Data")]
    patients: u32,
    /// How many practices.
    #[arg(long, value_name = "P", default_value_t = 5, help_heading = "Data")]
    practices: u16,
    /// Another seed gives other people.
    #[arg(long, value_name = "S", default_value_t = 1, help_heading = "Data")]
    seed: u64,
    /// The date that the data are as at: DD/MM/YYYY, YYYY-MM-DD or today.
    #[arg(long, value_name = "DATE", default_value = "11/05/2022", value_parser = read_as_at, help_heading = "Data")]
    as_at: NaiveDate,
    /// The folder to write to; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    output: PathBuf,
    /// How many threads (default: one for each processor).
    #[arg(long, value_name = "N", help_heading = "Output")]
    threads: Option<NonZero<usize>>,
    /// Replace files that exist.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
    /// Say nothing but errors.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

impl SampleArgs {
    pub fn run(self, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        let plan =
            SamplePlan { patients: self.patients, practices: self.practices, seed: self.seed, as_at: self.as_at };
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        let is_new = !self.output.exists();
        fs::create_dir_all(&self.output)
            .map_err(|error| Failure::input(format!("{} cannot be made: {error}", self.output.display())))?;
        match self.write(&plan, threads) {
            Ok(summary) => {
                if !self.quiet {
                    drop(writeln!(
                        err,
                        "vaxdash: {} patient rows and {} vaccination rows in {} files in {}",
                        summary.patient_rows,
                        summary.vaccination_rows,
                        summary.files.len(),
                        self.output.display()
                    ));
                }
                Ok(CommandOutput::with(Vec::new()))
            }
            Err(failure) => {
                if is_new {
                    drop(fs::remove_dir(&self.output));
                }
                Err(failure)
            }
        }
    }

    fn write(&self, plan: &SamplePlan, threads: usize) -> Result<SampleSummary, Failure> {
        let rules = RuleSet::built_in().map_err(|fault| Failure::fault(fault.to_string()))?;
        let mut staging = Staging::new(self.force);
        let mut fault: Option<OutputFault> = None;
        let written = write_sample(plan, &rules, threads, &mut |name| match staging.create(&self.output.join(name)) {
            Ok(file) => Ok(Box::new(BufWriter::with_capacity(1 << 16, file))),
            Err(refused) => {
                fault = Some(refused);
                Err(io::Error::other("not created"))
            }
        });
        if let Some(fault) = fault {
            return Err(target_failure(&fault));
        }
        let summary = written.map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput => Failure::usage(error.to_string()),
            _ => Failure::input(format!("the sample cannot be written: {error}")),
        })?;
        staging.commit().map_err(|fault| target_failure(&fault))?;
        Ok(summary)
    }
}
