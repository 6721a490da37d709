//! `vaxdash sources`.

use clap::Args;

use crate::cli::args::{DataArgs, DisclosureArgs, OutputArgs, RejectArgs};
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{ReportStep, StepOptions};
use crate::exit::Failure;
use crate::report::{Filter, Report, sources};
use crate::run::{Reconciled, Setup};

/// Show where the data come from, when each source was last refreshed, and what to know of it.
///
/// By the time stamps in the names of the files, the lines above their headers, and the sources
/// file. A source that is days behind the others makes people look unvaccinated who are not.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash sources --data extracts/\n  vaxdash sources --data extracts/ --format json"
)]
pub struct SourcesArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl ReportStep for SourcesArgs {
    fn options(&self) -> StepOptions<'_> {
        StepOptions { data: &self.data, rejects: &self.rejects, disclosure: self.disclosure, output: &self.output }
    }

    fn check(&self, _: &Setup) -> Result<(), Failure> {
        self.output.check(false).map(|_| ())
    }

    /// Rows are counted, and files.
    fn counts_people(&self) -> bool {
        false
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        let found = run.accounts.files.data_sources(run.setup.rules);
        let parts = ReportParts {
            name: "sources",
            title: "Where the data come from".to_owned(),
            tables: vec![sources(&found, run.setup.as_at)],
            ..ReportParts::default()
        };
        Ok(run.report(parts, &Filter::default()))
    }
}
