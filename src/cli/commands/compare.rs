//! `vaxdash compare`.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::audit::Entry;
use crate::cli::args::accept::AcceptArgs;
use crate::cli::args::audit::{AuditArgs, entry_of, outputs, rows_of_people};
use crate::cli::args::filter::FilterArgs;
use crate::cli::args::{
    DataArgs, DisclosureArgs, HeadingArgs, OutputArgs, OverdueArgs, RejectArgs, SpeedArgs, read_as_at,
};
use crate::cli::command_output::CommandOutput;
use crate::cli::output_paths::PathWords;
use crate::cli::preset_inputs::PresetInputs;
use crate::cli::report_parts::ReportParts;
use crate::cli::session::{check_start, finish, path_words, prepare, sound_rules, survey};
use crate::cli::terminal::Terminal;
use crate::domain::{Contact, Doubt, Foreign, Person, UkDate};
use crate::exit::Failure;
use crate::report::{
    Change, Filter, Profile, Report, Snapshot, change_list, changes, changes_table, check_changes, lists_table,
    movement_table, sources_table,
};
use crate::run::{Reconciled, Scoped, Setup, assess, assess_anybody, scope_of};

/// Compare two extracts: who entered and left each list, and why, and how uptake moved; --list names them.
///
/// The lists are: second dose overdue, booster eligible, campaign eligible, third primary due.
/// Each extract is as at its own date. Your practices are those of the newer one.
#[derive(Debug, Clone, Args)]
#[command(
    after_help = "Examples:\n  vaxdash compare monday/ tuesday/\n  vaxdash compare monday/ tuesday/ --list --format csv -o changes.csv"
)]
pub struct CompareArgs {
    /// The older file or folder of extract files.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The newer file or folder of extract files.
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Your practice list (repeatable); lists inside the newer data are then ignored.
    #[arg(long, value_name = "FILE", help_heading = "Data")]
    practices: Vec<PathBuf>,
    /// Only practices of this Primary Care Network (repeatable).
    #[arg(long, value_name = "CODE", help_heading = "Data")]
    pcn: Vec<String>,
    /// The sheet to read of workbooks, instead of the first that is recognised.
    #[arg(long, value_name = "NAME", help_heading = "Data")]
    sheet: Option<String>,
    #[command(flatten)]
    headings: HeadingArgs,
    /// The date of the newer data: DD/MM/YYYY, YYYY-MM-DD or today (default: their newest refresh).
    #[arg(long, value_name = "DATE", value_parser = read_as_at, help_heading = "Data")]
    as_at: Option<NaiveDate>,
    /// The date of the older data: DD/MM/YYYY or YYYY-MM-DD (default: their newest refresh).
    #[arg(long, value_name = "DATE", value_parser = read_as_at, help_heading = "Data")]
    old_as_at: Option<NaiveDate>,
    /// A folder of rule files that replace the built-in ones.
    #[arg(long, value_name = "DIR", help_heading = "Data")]
    rules: Option<PathBuf>,
    #[command(flatten)]
    accept: AcceptArgs,
    #[command(flatten)]
    speed: SpeedArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    /// List the people who entered and left instead of counting them.
    #[arg(long, help_heading = "Report")]
    list: bool,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    people: FilterArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    audit: AuditArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl CompareArgs {
    pub fn run(&self, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        self.run_in(None, terminal, err)
    }

    /// The same as a step of a preset: by its rules, for its practices, as at its date.
    pub fn run_in_preset(
        &self,
        preset: &PresetInputs<'_>,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let DataArgs { practices, pcn, sheet, headings, as_at, rules, accept, speed, data: _ } =
            preset.data(&self.accept);
        let mut step = Self { practices, pcn, sheet, headings, as_at, rules, accept, speed, ..self.clone() };
        // One log for all of the steps, which the preset opens.
        step.audit = AuditArgs::default();
        step.rejects.strict = preset.strict;
        step.overdue = preset.overdue.clone();
        step.run_in(Some(preset.name), terminal, err)
    }

    /// Whether it names people.
    pub const fn names_people(&self) -> bool {
        self.list
    }

    /// Whether it is for others than those who look after the people.
    pub fn is_published(&self) -> bool {
        self.disclosure.profile() != Profile::None
    }

    fn run_in(&self, preset: Option<&str>, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        if self.list {
            self.disclosure.refuse("a list names people")?;
        } else {
            self.audit.refuse_reason()?;
        }
        let audit = if self.list { self.audit.open()? } else { None };
        if self.list {
            self.output.check_list(false)?
        } else {
            self.output.check(false)?
        };
        let newer = self.side(&self.new, self.as_at);
        let rules = sound_rules(&newer)?;
        let (scoped, age) = prepare(&newer, &rules, self.output.shows_digests()?)?;
        let words = preset.into_iter().fold(path_words(&scoped), PathWords::of_preset);
        words.fill_any(self.output.output.as_deref())?;
        self.filter(&scoped.setup)?;
        let before = self.before(&scoped.setup)?;
        let mut new = assess(scoped, self.overdue.overdue_after, None).map_err(Failure::from)?;
        // A practice may have joined since.
        let old = assess_anybody(before, self.overdue.overdue_after, None).map_err(Failure::from)?;
        new.doubts.extend(old.doubts.iter().map(of_older));
        let (exit, files) = finish(&new, age.as_deref(), &self.rejects, &words, self.output.quiet, err)?;
        let filter = self.filter(&new.setup)?;
        let report = self.report(&old, &new, &filter)?.disclosed(self.disclosure.profile());
        let entry = self.list.then(|| entry_of(&report, &new.setup.scope, rows_of_people(&report)));
        let mut output =
            CommandOutput { audit, exit, ..self.output.deliver(report, Vec::new(), &words, terminal, err)? };
        output.entries =
            entry.map(|entry| Entry { outputs: outputs(&output.files, &output.out), ..entry }).into_iter().collect();
        output.files.extend(files);
        Ok(output)
    }

    /// The options of one of the two extracts.
    fn side(&self, path: &Path, as_at: Option<NaiveDate>) -> DataArgs {
        DataArgs {
            data: vec![path.to_owned()],
            practices: self.practices.clone(),
            pcn: self.pcn.clone(),
            sheet: self.sheet.clone(),
            headings: self.headings.clone(),
            as_at,
            rules: self.rules.clone(),
            accept: self.accept.clone(),
            speed: self.speed.clone(),
        }
    }

    /// The older files: the practices that may be seen are those of the newer.
    fn before<'r>(&self, newer: &Setup<'r>) -> Result<Scoped<'r>, Failure> {
        let args = self.side(&self.old, self.old_as_at);
        let (found, as_at) = survey(&args, self.speed.reading(self.output.shows_digests()?))?;
        check_start(&args, as_at, newer.rules)?;
        if as_at > newer.as_at {
            return Err(Failure::usage(format!(
                "{} is as at {}, later than {} as at {}: name the older data first",
                Foreign::path(&self.old),
                UkDate(as_at),
                Foreign::path(&self.new),
                UkDate(newer.as_at)
            )));
        }
        Ok(scope_of(newer, found, &self.pcn, as_at))
    }

    fn filter<'a>(&self, setup: &'a Setup<'_>) -> Result<Filter<'a>, Failure> {
        self.people.resolve(&setup.scope, setup.rules)
    }

    fn report(&self, old: &Reconciled<'_>, new: &Reconciled<'_>, filter: &Filter<'_>) -> Result<Report, Failure> {
        let snapshots = [old, new].map(|run| Snapshot::new(run.view(filter), &run.people));
        let [before, after] = &snapshots;
        let found = changes(before, after);
        check_changes(before, after, &found).map_err(Failure::unreconciled)?;
        let scope = &new.setup.scope;
        let tables = if self.list {
            vec![change_list(scope, &found, &contacts(new, after, &found)?)]
        } else {
            let sources = [old, new].map(|run| run.accounts.files.data_sources(run.setup.rules));
            let lists = lists_table(before, after, &found);
            let reasons = changes_table(scope, &found, &lists);
            vec![lists, reasons, movement_table(before, after), sources_table(&sources[0], &sources[1])]
        };
        let overdue = self.overdue.overdue_after.map(|days| ("overdue_after", vec![days.to_string()]));
        let was = UkDate(old.setup.as_at);
        let parts = ReportParts {
            name: "compare",
            title: format!("What changed from {was} to {}", UkDate(new.setup.as_at)),
            tables,
            choices: [Some(("compared_with", vec![was.to_string()])), overdue].into_iter().flatten().collect(),
            ..ReportParts::default()
        };
        let mut report = new.report(parts, filter);
        if let Some(receipt) = &mut report.receipt {
            receipt.inputs.extend(old.accounts.files.inputs().into_iter().map(|mut input| {
                input.file = format!("{} (older)", input.file);
                input
            }));
        }
        Ok(report)
    }
}

/// A doubt about the older data.
fn of_older(doubt: &Doubt) -> Doubt {
    let file = if doubt.file.is_empty() { "the older data".to_owned() } else { format!("{} (older)", doubt.file) };
    Doubt { file, ..doubt.clone() }
}

/// The contact details of those who are patients in the newer data and whose
/// record is not restricted; blank for everybody else.
fn contacts(new: &Reconciled<'_>, after: &Snapshot<'_>, changes: &[Change<'_>]) -> Result<Vec<Contact>, Failure> {
    let find = |change: &Change<'_>| after.find(change.assessment.person.nhs_number).map(|one| one.person);
    let found: Vec<Option<Person>> = changes.iter().map(find).collect();
    let people: Vec<Person> = found.iter().flatten().copied().collect();
    let mut read = new.contacts(&people)?.into_iter();
    let one = |person: Option<Person>| {
        let Some(person) = person else { return Contact::default() };
        let contact = read.next().unwrap_or_default();
        // Somebody whose record is restricted is listed by name alone.
        if person.restricted {
            Contact { title: contact.title, forename: contact.forename, surname: contact.surname, ..Contact::default() }
        } else {
            contact
        }
    };
    Ok(found.into_iter().map(one).collect())
}
