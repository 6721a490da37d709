//! `vaxdash sample`.

use std::io::{self, BufWriter, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::read_as_at;
use crate::cli::args::value_hints::with_hints;
use crate::cli::command_output::CommandOutput;
use crate::cli::folders::{make_folders, remove_folders};
use crate::cli::notices::{finish_in, target_failure};
use crate::cli::output_paths::PathWords;
use crate::domain::{Foreign, did_you_mean};
use crate::exit::Failure;
use crate::render::{OutputFault, Staging};
use crate::rules::RuleSet;
use crate::sample::{FAULTS, SampleFault, SamplePlan, SampleSummary, write_faulty_sample, write_sample};

/// The word that shows the faults instead of making one.
const LIST: &str = "list";

/// Make a data set of invented people, for training, demonstration, tests and benchmarks.
///
/// The same numbers give the same bytes. NHS numbers are test numbers (999 000 0000 to
/// 999 999 9999) and phones Ofcom's drama numbers. Uptake is realistic by age and
/// deprivation, and every kind of mess that real extracts hold is there. The test range
/// holds about 909,000 valid NHS numbers: beyond 900,000 patients, people are registered
/// a second time with another practice.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash sample -o demo/ --patients 2000 --practices 5\n  vaxdash sample -o big/ --patients 1000000 --practices 100 --seed 7\n  vaxdash sample --faults list\n  vaxdash sample -o training/ --faults no-death-column,codes-damaged"
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
    /// Faults to make on purpose, so that people and tests meet them; `list` shows them all.
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        value_parser = with_hints(read_fault, names),
        hide_possible_values = true,
        help_heading = "Data"
    )]
    faults: Vec<TypedFault>,
    /// The folder to write to; it is made if it is not there.
    #[arg(short, long, value_name = "DIR", help_heading = "Output")]
    output: Option<PathBuf>,
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

/// What is asked for by `--faults`.
#[derive(Debug, Clone, Copy)]
enum TypedFault {
    /// To see them all.
    List,
    /// To make one.
    Make(&'static SampleFault),
}

/// Reads the name of a fault, or `list`.
fn read_fault(text: &str) -> Result<TypedFault, String> {
    let name = text.trim();
    if name == LIST {
        return Ok(TypedFault::List);
    }
    let known = SampleFault::named(name).map(TypedFault::Make);
    known.ok_or_else(|| match did_you_mean(name, &SampleFault::names()) {
        near if near.contains("did you mean") => format!("no fault is called {name}{near}"),
        _ => format!("no fault is called {name}; `vaxdash sample --faults list` shows them all"),
    })
}

/// Every fault, and the word that shows them.
fn names() -> Vec<String> {
    SampleFault::names().into_iter().chain([LIST]).map(str::to_owned).collect()
}

/// The faults, a line each.
fn list_of_faults() -> Vec<u8> {
    let width = FAULTS.iter().map(|fault| fault.name.len()).max().unwrap_or(0);
    let lines = FAULTS.iter().map(|fault| format!("{:width$}  {}\n", fault.name, fault.meaning));
    lines.collect::<String>().into_bytes()
}

impl SampleArgs {
    pub fn run(self, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        if self.faults.iter().any(|fault| matches!(fault, TypedFault::List)) {
            return Ok(CommandOutput::with(list_of_faults()));
        }
        let Some(output) = PathWords::as_at(self.as_at).fill_any(self.output.as_deref())? else {
            return Err(Failure::usage("give --output DIR, the folder to write to; `vaxdash sample --help` says more"));
        };
        let plan =
            SamplePlan { patients: self.patients, practices: self.practices, seed: self.seed, as_at: self.as_at };
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get);
        finish_in(std::slice::from_ref(&output), err)?;
        let made = make_folders(std::slice::from_ref(&output))?;
        match self.write(&plan, threads, &output) {
            Ok(summary) => {
                if !self.quiet {
                    drop(writeln!(
                        err,
                        "vaxdash: {} patient rows and {} vaccination rows in {} files in {}",
                        summary.patient_rows,
                        summary.vaccination_rows,
                        summary.files.len(),
                        Foreign::path(output)
                    ));
                    for fault in self.asked() {
                        drop(writeln!(err, "vaxdash: with the fault {}: {}", fault.name, fault.meaning));
                    }
                }
                Ok(CommandOutput::with(Vec::new()))
            }
            Err(failure) => {
                remove_folders(&made);
                Err(failure)
            }
        }
    }

    /// The faults asked for, in the order in which they are shown.
    fn asked(&self) -> Vec<&'static SampleFault> {
        let is_asked = |fault: &&SampleFault| {
            self.faults.iter().any(|typed| matches!(typed, TypedFault::Make(asked) if asked.name == fault.name))
        };
        FAULTS.iter().filter(is_asked).collect()
    }

    fn write(&self, plan: &SamplePlan, threads: usize, output: &Path) -> Result<SampleSummary, Failure> {
        let rules = RuleSet::built_in().map_err(|fault| Failure::fault(fault.to_string()))?;
        let mut staging = Staging::new(self.force);
        let mut fault: Option<OutputFault> = None;
        let mut create = |name: &str| match staging.create(&output.join(name)) {
            Ok(file) => Ok(Box::new(BufWriter::with_capacity(1 << 16, file)) as Box<dyn Write>),
            Err(refused) => {
                fault = Some(refused);
                Err(io::Error::other("not created"))
            }
        };
        let faults = self.asked();
        let written = if faults.is_empty() {
            write_sample(plan, &rules, threads, &mut create)
        } else {
            write_faulty_sample(plan, &faults, &rules, threads, &mut create)
        };
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
