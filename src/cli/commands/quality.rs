//! `vaxdash quality`.

use std::collections::HashSet;

use clap::Args;

use crate::cli::args::OutputArgs;
use crate::cli::args::audit::AuditArgs;
use crate::cli::args::list::{ChartArgs, ListArgs, list_of};
use crate::cli::args::named_value::named_value;
use crate::cli::command_output::InvitedByLog;
use crate::cli::contact_log::{InvitedArgs, check_log, contact_log};
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::domain::{NhsNumber, Person, RecordGaps};
use crate::exit::Failure;
use crate::invites::is_reachable;
use crate::report::{ListableReport, Quality, RecordsBy, Report, View};
use crate::run::{Reconciled, Setup};

/// Show which records are to be mended, by what is wrong and practice or supplier; --list names them, with what to do.
///
/// Doses before the launch of their brand, too soon or too young, two brands on one day, details of
/// somebody else, a number that the order contradicts, repaired dates; and registrations without
/// contact, address or ethnic category, or whose rows or lists disagree. The second table says what
/// to do about each kind in the GP system. The words of --status are the kinds.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash quality --data extracts/ --chart\n  vaxdash quality --data extracts/ --by supplier\n  vaxdash quality --data extracts/ --status date-repaired,two-brands-one-day -o to-mend.xlsx"
)]
pub struct QualityArgs {
    /// What the records are counted by: practice, or the supplier who sent the event.
    #[arg(long, value_name = "GROUP", value_parser = named_value::<RecordsBy>(), default_value = RecordsBy::Practice.name(), hide_possible_values = true, help_heading = "Report")]
    by: RecordsBy,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    invited: InvitedArgs,
    #[command(flatten)]
    audit: AuditArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl ReportStep for QualityArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn audit(&self) -> Option<&AuditArgs> {
        self.list.is_list().then_some(&self.audit)
    }

    fn asks_quality(&self) -> bool {
        true
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        let output = &self.common.output;
        if self.list.is_list() {
            self.common.disclosure.refuse("a list names people")?;
        } else {
            self.audit.refuse_reason()?;
        }
        let table_only = [(self.chart.chart, "--chart"), (self.by != RecordsBy::default(), "--by")];
        if let Some((_, option)) = table_only.iter().find(|(given, _)| *given && self.list.is_list()) {
            return Err(Failure::usage(format!(
                "{option} is for the table, not for the list: leave out one of the two"
            )));
        }
        self.list.check(&Quality::default(), self.invited.invite_log.is_some())?;
        self.common.filter(setup)?;
        if let Some(log) = self.invited.invite_log.as_deref().filter(|_| self.list.is_list()) {
            check_log(log, output.output.as_deref())?;
        }
        let check = if self.list.is_list() { OutputArgs::check_list } else { OutputArgs::check };
        check(output, self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        self.report_after(run, &InvitedByLog::default())
    }

    fn report_after(&self, run: &Reconciled<'_>, invited_before: &InvitedByLog) -> Result<Report, Failure> {
        let filter = self.common.filter(&run.setup)?;
        let view = run.view(&filter);
        let quality = quality_of(run, view, self.by)?;
        let tables = if self.list.is_list() {
            let path = self.invited.invite_log.as_deref();
            let log = path.map(|path| contact_log(path, run.setup.as_at, invited_before)).transpose()?;
            vec![list_of(run, view, &quality, &self.list, log.as_ref())?]
        } else {
            quality.tables(view).map_err(Failure::unreconciled)?
        };
        let by = (self.by != RecordsBy::default()).then(|| ("by", vec![self.by.name().to_owned()]));
        let parts = ReportParts {
            name: "quality",
            title: "Records to mend".to_owned(),
            tables,
            choices: by.into_iter().chain(self.list.choices()).collect(),
            notes: vec!["An event or person with several faults has a record for each of them.".to_owned()],
            rules: run.setup.rules.quality.rules.clone(),
            chart: self.chart.chart,
        };
        Ok(run.report(parts, &filter))
    }
}

/// The report of records to mend: with the suppliers of the rows, and those
/// without any contact that can be used, for whom the patients files are read
/// again where it is not plain.
pub fn quality_of(run: &Reconciled<'_>, view: View<'_>, by: RecordsBy) -> Result<Quality, Failure> {
    let uncertain: Vec<Person> = view
        .people()
        .map(|assessment| assessment.person)
        .filter(|person| person.gaps.has(RecordGaps::CONTACT_UNCERTAIN))
        .collect();
    let contacts = run.contacts(&uncertain)?;
    let unreachable = uncertain.iter().zip(&contacts).filter(|(_, contact)| !is_reachable(contact));
    let without_contact: HashSet<NhsNumber> = unreachable.map(|(person, _)| person.nhs_number).collect();
    Ok(Quality { by, suppliers: run.accounts.suppliers(run.setup.rules), without_contact })
}
