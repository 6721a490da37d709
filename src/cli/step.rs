//! A command that makes a report of loaded data: alone, or with others in a
//! preset, which loads the data once for all of them.

use std::io::Write;

use super::args::{DataArgs, OutputArgs, RejectArgs};
use super::filter_args::{FilterArgs, find_campaign};
use super::session::{Session, Setup, prepare};
use super::{Done, Terminal};
use crate::exit::Failure;
use crate::report::{Filter, Report};

/// The options that every report has.
#[derive(Debug, Clone, clap::Args)]
pub struct CommonArgs {
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub rejects: RejectArgs,
    #[command(flatten)]
    pub people: FilterArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// The options of a step that say what to read and where to write.
pub struct Parts<'a> {
    pub data: &'a DataArgs,
    pub rejects: &'a RejectArgs,
    pub output: &'a OutputArgs,
}

/// A command that makes something of loaded data.
pub trait Step {
    /// What to read and where to write.
    fn parts(&self) -> Parts<'_>;

    /// Days that replace those after which a second dose is overdue.
    fn overdue_after(&self) -> Option<u16> {
        None
    }

    /// What can be refused before any row is read.
    fn check(&self, setup: &Setup) -> Result<(), Failure>;

    /// The report.
    fn report(&self, session: &Session<'_>) -> Result<Report, Failure>;
}

/// Runs a command on its own data.
pub fn run_alone(step: &dyn Step, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<Done> {
    let parts = step.parts();
    let (setup, data) = prepare(parts.data)?;
    step.check(&setup)?;
    let session = setup.load(data, step.overdue_after(), None)?;
    let report = step.report(&session)?;
    let (exit, files) = session.finish(parts.rejects, parts.output.quiet, err)?;
    Ok(Done { exit, ..parts.output.deliver(&report, files, terminal, err)? })
}

impl CommonArgs {
    /// What to read and where to write.
    pub const fn parts(&self) -> Parts<'_> {
        Parts { data: &self.data, rejects: &self.rejects, output: &self.output }
    }

    /// The filter in the scope of a set-up; `campaign` is that of
    /// `--campaign`.
    pub fn filter<'a>(&self, setup: &'a Setup, campaign: Option<&str>) -> Result<Filter<'a>, Failure> {
        let campaign = campaign.map(|id| find_campaign(id, &setup.rules)).transpose()?;
        self.people.resolve(&setup.scope, campaign)
    }
}
