//! `vaxdash dashboard`.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::audit::Entry;
use crate::cli::args::audit::{AuditArgs, entry_of, outputs, rows_of_people};
use crate::cli::args::filter::{FilterArgs, find_campaign};
use crate::cli::args::value_hints::{any, campaigns, with_hints};
use crate::cli::args::{DataArgs, DisclosureArgs, OverdueArgs, RejectArgs};
use crate::cli::command_output::{CommandOutput, InvitedByLog};
use crate::cli::commands::quality::quality_of;
use crate::cli::contact_log::{check_log, contact_log, is_added_to, log_name};
use crate::cli::output::{render_failure, say_changes};
use crate::cli::password::{encrypt_output, read_password};
use crate::cli::publication::PublishedStep;
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{Inputs, Step, StepContext};
use crate::domain::{Foreign, Person};
use crate::exit::Failure;
use crate::render::{Format, OutputFile, Rendered, write_dashboard, write_dashboard_html};
use crate::report::{
    DashboardQuery, Filter, ListLine, ListSheet, ListableReport, Offers, Outcomes, Profile, Quality, RecordsBy,
    SecondDose, Sheet, SheetTable, Table, View, Workbook, caveats, dashboard, dashboard_lists, list_lines, list_table,
    rules_used, uptake_cube,
};
use crate::rules::Campaign;
use crate::run::{Reconciled, Setup};

/// Write the dashboard: one workbook or page with a sheet and charts for every report.
///
/// Cover, uptake, course status, cohorts, ages, inequalities, second doses, boosters, campaign,
/// immunosuppressed, trend, records to mend, and what the figures rest on. --invite-log adds what
/// became of those invited, --with-patients the lists of people. A file that ends in .html is a page
/// for any browser and for print, which asks nothing of any other computer.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash dashboard --data extracts/ -o dashboard.xlsx\n  vaxdash dashboard --data extracts/ -o dashboard.html\n  vaxdash dashboard --data extracts/ --with-patients --password-file password.txt -o dashboard.xlsx"
)]
pub struct DashboardArgs {
    /// Add the lists: second doses, boosters, campaign, immunosuppressed, records to mend.
    #[arg(long, help_heading = "Report")]
    with_patients: bool,
    /// Whose dashboard it is, instead of the practice or PCN of your practice list.
    #[arg(long, value_name = "NAME", help_heading = "Report")]
    organisation: Option<String>,
    /// Give sheets to offers that are over, too: second doses, boosters, third primary doses.
    #[arg(long, help_heading = "Report")]
    all_sheets: bool,
    #[command(flatten)]
    overdue: OverdueArgs,
    /// The campaign of the campaign sheet and list, instead of the one open as at or the latest.
    #[arg(long, value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true, help_heading = "Report")]
    campaign: Option<String>,
    /// Add what became of those invited, from this log of `vaxdash invites`; it is only read.
    #[arg(long, value_name = "FILE", help_heading = "Report")]
    invite_log: Option<PathBuf>,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    #[command(flatten)]
    people: FilterArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    audit: AuditArgs,
    /// The workbook (.xlsx) or page (.html) to write.
    #[arg(short, long, value_name = "FILE", required = true, help_heading = "Output")]
    output: PathBuf,
    /// Encrypt the workbook: it opens with the password on the one line of this file.
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    password_file: Option<PathBuf>,
    /// Replace files that exist.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
    /// Say nothing on standard error but errors.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

impl DashboardArgs {
    fn filter<'a>(&self, setup: &'a Setup<'_>) -> Result<Filter<'a>, Failure> {
        self.people.resolve(&setup.scope, setup.rules)
    }

    /// The campaign that is shown: the one named, else the one open as at, else the latest.
    fn campaign<'a>(&self, setup: &'a Setup<'_>) -> Result<Option<&'a Campaign>, Failure> {
        match &self.campaign {
            Some(id) => find_campaign(id, setup.rules).map(Some),
            None => Ok(setup.rules.campaign_open_or_latest(setup.as_at)),
        }
    }

    /// What became of those invited, where there is a log.
    fn outcomes(&self, run: &Reconciled<'_>, invited_before: &InvitedByLog) -> Result<Option<Outcomes>, Failure> {
        let log = self.invite_log.as_deref().map(|path| contact_log(path, run.setup.as_at, invited_before));
        Ok(log.transpose()?.map(|log| Outcomes::new(log, &run.population, &run.people)))
    }

    /// The workbook, exact and without its last sheet; `invited_before` are those whom earlier steps of the same
    /// run invite.
    fn exact(&self, run: &Reconciled<'_>, invited_before: &InvitedByLog) -> Result<Workbook, Failure> {
        let filter = self.filter(&run.setup)?;
        let view = run.view(&filter);
        let threshold = SecondDose::threshold(view, self.overdue.overdue_after);
        let campaign = self.campaign(&run.setup)?;
        let outcomes = self.outcomes(run, invited_before)?;
        let quality = quality_of(run, view, RecordsBy::Practice)?;
        let offers = Offers::of(view, campaign);
        let with_sheets = if self.all_sheets { offers.with_those_over() } else { offers };
        let query = DashboardQuery {
            threshold: &threshold,
            campaign,
            outcomes: outcomes.as_ref(),
            with_sheets,
            quality: &quality,
        };
        let made = dashboard(view, query).map_err(Failure::unreconciled)?;
        let mut lists_shown = dashboard_lists(view, campaign, with_sheets);
        lists_shown.push(records_list(quality));
        let mut pages = made.sheets;
        if self.with_patients {
            pages.extend(lists(run, view, &lists_shown)?);
        }
        let (sheets, tables): (Vec<Sheet>, Vec<Table>) = pages.into_iter().unzip();
        let on_cover = made.cover.len();
        let tables = made.cover.into_iter().chain(tables).collect();
        let days = self.overdue.overdue_after.map(|days| ("overdue_after", vec![days.to_string()]));
        let named = self.campaign.as_ref().map(|id| ("campaign", vec![id.clone()]));
        let all = self.all_sheets.then(|| ("all_sheets", vec!["yes".to_owned()]));
        let with = self.with_patients.then(|| ("with_patients", vec!["yes".to_owned()]));
        let log = self.invite_log.as_deref().map(|path| ("invite_log", vec![log_name(path)]));
        let is_exact = self.disclosure.profile() == Profile::None;
        let told = outcomes.iter().flat_map(|outcomes| outcomes.notes(view, is_exact));
        let notes = std::iter::once(threshold).chain(told).collect();
        let parts = ReportParts {
            name: "dashboard",
            title: "COVID-19 vaccination dashboard".to_owned(),
            tables,
            choices: named.into_iter().chain(days).chain(log).chain(all).chain(with).collect(),
            notes,
            rules: lists_shown.iter().flat_map(|(_, report, _)| rules_used(view, report.question())).collect(),
            chart: true,
        };
        let cube = uptake_cube(view, self.disclosure.profile()).map_err(Failure::unreconciled)?;
        Ok(Workbook { report: run.report(parts, &filter), on_cover, ended: made.ended, sheets, cube })
    }

    /// Whether it is written as a page; else as a workbook.
    fn is_page(&self) -> Result<bool, Failure> {
        let ending = self.output.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
        match Format::of_ending(&ending) {
            Some(Format::Xlsx) => Ok(false),
            Some(Format::Html) => Ok(true),
            Some(Format::Table | Format::Csv | Format::Json | Format::Ndjson) | None => Err(Failure::usage(format!(
                "the dashboard is a workbook or a page: {} ends neither in .xlsx nor in .html",
                Foreign::path(&self.output)
            ))),
        }
    }

    fn workbook(&self, run: &Reconciled<'_>, context: &StepContext<'_>) -> Result<Workbook, Failure> {
        let filter = self.filter(&run.setup)?;
        let view = run.view(&filter);
        let Workbook { report, on_cover, ended, mut sheets, cube } = self.exact(run, context.invited_before)?;
        let mut report = context.disclose(report, self.disclosure.profile());
        for sheet in sheets.iter_mut().filter(|_| self.disclosure.profile() != Profile::None) {
            sheet.say_that_sums_differ();
        }
        if let (Some(name), Some(receipt)) = (&self.organisation, &mut report.receipt) {
            receipt.organisation.clone_from(name);
        }
        let (sheet, table) = caveats(&report, view, &run.accounts.files.data_sources(run.setup.rules));
        sheets.push(sheet);
        report.tables.push(table);
        Ok(Workbook { report, on_cover, ended, sheets, cube })
    }
}

/// The list of the records to mend.
fn records_list(quality: Quality) -> ListSheet<'static> {
    let how = "Every record to mend, by practice, with what is wrong and what to do about it in the GP system.";
    let sheet = Sheet::new("Records list", how, "Nothing to show: no record is to be mended.");
    (sheet, Box::new(quality), Vec::new())
}

/// The lists of people; the patients files are read once for all of them.
fn lists(run: &Reconciled<'_>, view: View<'_>, reports: &[ListSheet<'_>]) -> Result<Vec<SheetTable>, Failure> {
    let mut found: Vec<(&Sheet, &dyn ListableReport, Vec<ListLine<'_>>)> = Vec::new();
    for (sheet, report, statuses) in reports {
        let lines = list_lines(view, &**report, statuses).map_err(Failure::unreconciled)?;
        found.push((sheet, &**report, lines));
    }
    let people: Vec<Person> =
        found.iter().flat_map(|(_, _, lines)| lines.iter().map(|line| line.assessment.person)).collect();
    let mut contacts = run.contacts(&people)?.into_iter();
    let mut pages = Vec::new();
    for (sheet, report, lines) in found {
        let own = contacts.by_ref().take(lines.len()).collect();
        let table = list_table(view, report, &lines, &report.columns(), own, &run.accounts.sites, None);
        pages.push((sheet.clone(), Table { title: sheet.name.clone(), ..table }));
    }
    Ok(pages)
}

impl Step for DashboardArgs {
    fn inputs(&self) -> Inputs<'_> {
        let Self { data, rejects, overdue, quiet, output, .. } = self;
        Inputs { data, rejects, overdue_after: overdue.overdue_after, quiet: *quiet, output: Some(output) }
    }

    fn shows_digests(&self) -> Result<bool, Failure> {
        Ok(true)
    }

    fn asks_quality(&self) -> bool {
        true
    }

    fn audit(&self) -> Option<&AuditArgs> {
        self.with_patients.then_some(&self.audit)
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        if !self.with_patients {
            self.audit.refuse_reason()?;
        }
        if self.is_page()? && self.password_file.is_some() {
            return Err(Failure::usage(
                "--password-file encrypts workbooks: name a file that ends in .xlsx, or leave it out",
            ));
        }
        if self.with_patients {
            self.disclosure.refuse("--with-patients adds lists, which name people")?;
        }
        if let Some(log) = &self.invite_log {
            check_log(log, Some(&self.output))?;
        }
        self.filter(setup)?;
        self.campaign(setup)?;
        self.password_file.as_deref().map(read_password).transpose().map(|_| ())
    }

    fn is_published(&self) -> bool {
        self.disclosure.profile() != Profile::None
    }

    fn published(&self, run: &Reconciled<'_>) -> Result<Option<PublishedStep>, Failure> {
        if !self.is_published() {
            return Ok(None);
        }
        // The log as it lies: `make` refuses where another step adds to it.
        let Workbook { report, .. } = self.exact(run, &InvitedByLog::default())?;
        Ok(Some(PublishedStep::of(report, self.disclosure.profile())))
    }

    fn make(
        &self,
        run: &Reconciled<'_>,
        context: &StepContext<'_>,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let grows = self.invite_log.as_deref().filter(|log| is_added_to(log, context.invited_before));
        if let Some(log) = grows.filter(|_| context.kept_back.is_some()) {
            return Err(Failure::refused(format!(
                "--invite-log {}: another step of this preset adds to it, so that with a disclosure profile nobody could say \
                 what the sheets give away: make the dashboard by itself, after this preset",
                Foreign::path(log)
            )));
        }
        let workbook = self.workbook(run, context)?;
        let report = &workbook.report;
        let entry = self.with_patients.then(|| entry_of(report, &run.setup.scope, rows_of_people(report)));
        let (holds, mut made) = if self.is_page()? {
            let bytes = write_dashboard_html(&workbook);
            (format!("{} parts", workbook.sheets.len()), Rendered { bytes, ..Rendered::default() })
        } else {
            // The cover is one more.
            let sheets = workbook.sheets.len() + 1;
            (format!("{sheets} sheets"), write_dashboard(workbook).map_err(|fault| render_failure(&fault))?)
        };
        if let Some(password) = &self.password_file {
            made.bytes = encrypt_output(&made.bytes, password)?;
        }
        if !self.quiet {
            say_changes(&made, err);
        }
        let path = context.words.fill(&self.output)?;
        let said = format!("vaxdash: {} holds {holds}\n", Foreign::path(&path));
        let said = if self.quiet { Vec::new() } else { said.into_bytes() };
        let files = vec![OutputFile { path, bytes: made.bytes }];
        let entries = entry.map(|entry| Entry { outputs: outputs(&files, &[]), ..entry }).into_iter().collect();
        Ok(CommandOutput { files, said, entries, force: self.force, ..CommandOutput::default() })
    }
}
