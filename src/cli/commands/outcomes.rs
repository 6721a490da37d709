//! `vaxdash outcomes`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::OutputArgs;
use crate::cli::args::audit::AuditArgs;
use crate::cli::args::list::{ChartArgs, ListArgs, list_of};
use crate::cli::command_output::InvitedByLog;
use crate::cli::contact_log::{check_log, contact_log, log_name};
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::exit::Failure;
use crate::report::{ListableReport, Outcomes, Profile, Report, rules_used};
use crate::run::{Reconciled, Setup};

/// Show what became of the people who were invited: vaccinated, declined, left, still due; --list names those still due.
///
/// By round, target and practice, from the log of `vaxdash invites --invite-log`, which is only
/// read. One contact is one row of it, and in exactly one column. The second table counts people,
/// each by the latest contact, and --status takes its columns.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash outcomes --data extracts/ --invite-log invited.csv\n  vaxdash outcomes --data extracts/ --invite-log invited.csv --list -o still-due.csv"
)]
pub struct OutcomesArgs {
    /// The log of who was contacted. It is only read; contacts after the date of the report are left out.
    #[arg(long, value_name = "FILE", required = true, help_heading = "Report")]
    invite_log: PathBuf,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    audit: AuditArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl OutcomesArgs {
    /// The name of the log's file, for the receipt.
    fn choice(&self) -> (&'static str, Vec<String>) {
        ("invite_log", vec![log_name(&self.invite_log)])
    }
}

impl ReportStep for OutcomesArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn audit(&self) -> Option<&AuditArgs> {
        self.list.is_list().then_some(&self.audit)
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        let output = &self.common.output;
        if self.list.is_list() {
            self.common.disclosure.refuse("a list names people")?;
        } else {
            self.audit.refuse_reason()?;
        }
        if self.list.is_list() && self.chart.chart {
            return Err(Failure::usage("--chart is for the table, not for the list: leave out one of the two"));
        }
        self.list.check(&Outcomes::default(), true)?;
        self.common.filter(setup)?;
        check_log(&self.invite_log, output.output.as_deref())?;
        let check = if self.list.is_list() { OutputArgs::check_list } else { OutputArgs::check };
        check(output, self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        self.report_after(run, &InvitedByLog::default())
    }

    /// Contacts are counted, and those who were invited.
    fn counts_people(&self) -> bool {
        false
    }

    fn report_after(&self, run: &Reconciled<'_>, invited_before: &InvitedByLog) -> Result<Report, Failure> {
        let log = contact_log(&self.invite_log, run.setup.as_at, invited_before)?;
        let outcomes = Outcomes::new(log, &run.population, &run.people);
        let filter = self.common.filter(&run.setup)?;
        let view = run.view(&filter);
        let tables = if self.list.is_list() {
            vec![list_of(run, view, &outcomes, &self.list, Some(outcomes.log()))?]
        } else {
            outcomes.tables(view).map_err(Failure::unreconciled)?
        };
        let is_exact = self.common.disclosure.profile() == Profile::None;
        let parts = ReportParts {
            name: "outcomes",
            title: "What became of those invited".to_owned(),
            tables,
            choices: std::iter::once(self.choice()).chain(self.list.choices()).collect(),
            notes: outcomes.notes(view, is_exact),
            rules: rules_used(view, outcomes.question()),
            chart: self.common.output.draws(self.chart.chart)?,
        };
        Ok(run.report(parts, &filter))
    }
}
