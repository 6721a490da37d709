//! A command that makes a report of loaded data: alone, or with others in a
//! preset, which loads the data once for all of them.

use std::io::Write;
use std::path::Path;

use crate::audit::Entry;
use crate::cli::args::audit::{AuditArgs, entry_of, outputs, rows_of_people};
use crate::cli::args::filter::FilterArgs;
use crate::cli::args::{DataArgs, DisclosureArgs, OutputArgs, RejectArgs};
use crate::cli::command_output::{CommandOutput, InvitedByLog};
use crate::cli::output_paths::PathWords;
use crate::cli::publication::PublishedStep;
use crate::cli::session::{finish, path_words, prepare, sound_rules};
use crate::cli::terminal::Terminal;
use crate::exit::Failure;
use crate::report::{Filter, KeptBack, Profile, Report};
use crate::run::{Reconciled, Setup, assess};

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
    pub disclosure: DisclosureArgs,
    #[command(flatten)]
    pub output: OutputArgs,
}

/// The options of a step that say what to read, and how and where to show it.
pub struct StepOptions<'a> {
    pub data: &'a DataArgs,
    pub rejects: &'a RejectArgs,
    pub disclosure: DisclosureArgs,
    pub output: &'a OutputArgs,
}

/// What a step reads when it runs alone; in a preset, the preset says so.
pub struct Inputs<'a> {
    pub data: &'a DataArgs,
    pub rejects: &'a RejectArgs,
    /// Days that replace those after which a second dose is overdue.
    pub overdue_after: Option<u16>,
    /// Whether nothing but errors is said.
    pub quiet: bool,
    /// Where it is written to, as typed.
    pub output: Option<&'a Path>,
}

impl Inputs<'_> {
    /// Refuses paths whose words are not known, before the rows are read.
    pub fn check_paths(&self, words: &PathWords) -> Result<(), Failure> {
        words.fill_any(self.output)?;
        words.fill_any(self.rejects.rejects.as_deref()).map(drop)
    }
}

/// What a step is told besides the data.
pub struct StepContext<'a> {
    /// Those whom earlier steps of the same run invite.
    pub invited_before: &'a InvitedByLog,
    /// What the words in the paths of outputs stand for.
    pub words: &'a PathWords,
    /// What goes for the sake of the other steps, where they are published together.
    pub kept_back: Option<&'a KeptBack>,
    /// Where output is shown.
    pub terminal: Terminal,
}

impl StepContext<'_> {
    /// The report as the profile lets it be seen beside those of the other steps.
    pub fn disclose(&self, report: Report, profile: Profile) -> Report {
        let shown = match self.kept_back {
            Some(kept_back) => report.disclosed_beside(profile, kept_back),
            None => report.disclosed(profile),
        };
        // What is said in words is what is shown.
        shown.with_pace_in_words()
    }
}

/// A command that makes something of loaded data.
pub trait Step {
    /// What to read.
    fn inputs(&self) -> Inputs<'_>;

    /// Whether the digests of the files are shown.
    fn shows_digests(&self) -> Result<bool, Failure>;

    /// Whether anything is written at all.
    fn writes(&self) -> bool {
        true
    }

    /// The audit log, if what is made names people.
    fn audit(&self) -> Option<&AuditArgs>;

    /// Whether it asks what is wrong with records.
    fn asks_quality(&self) -> bool {
        false
    }

    /// What can be refused before any row is read.
    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure>;

    /// Whether it shows counts of people to others than those who look after them. Whatever
    /// names people has no disclosure profile.
    fn is_published(&self) -> bool {
        false
    }

    /// What is published, before anything of it is kept back; nothing where nothing is.
    fn published(&self, _run: &Reconciled<'_>) -> Result<Option<PublishedStep>, Failure> {
        Ok(None)
    }

    /// What is to be written and printed.
    fn make(
        &self,
        run: &Reconciled<'_>,
        context: &StepContext<'_>,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure>;
}

/// A step that makes a report.
pub trait ReportStep {
    /// What to read and where to write.
    fn options(&self) -> StepOptions<'_>;

    /// Days that replace those after which a second dose is overdue.
    fn overdue_after(&self) -> Option<u16> {
        None
    }

    /// The audit log, if the report names people.
    fn audit(&self) -> Option<&AuditArgs> {
        None
    }

    /// Whether it asks what is wrong with records.
    fn asks_quality(&self) -> bool {
        false
    }

    /// What can be refused before any row is read.
    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure>;

    /// The report.
    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure>;

    /// Whether its counts are of the same people as those of other reports.
    fn counts_people(&self) -> bool {
        true
    }

    /// Leaves out what nobody reads on a screen, and says so.
    fn shorten_for_screen(&self, _report: &mut Report) {}

    /// The report; `invited_before` are those whom earlier steps of the same run invite.
    fn report_after(&self, run: &Reconciled<'_>, _invited_before: &InvitedByLog) -> Result<Report, Failure> {
        self.report(run)
    }
}

impl<T: ReportStep> Step for T {
    fn inputs(&self) -> Inputs<'_> {
        let StepOptions { data, rejects, output, .. } = self.options();
        Inputs {
            data,
            rejects,
            overdue_after: self.overdue_after(),
            quiet: output.quiet,
            output: output.output.as_deref(),
        }
    }

    fn shows_digests(&self) -> Result<bool, Failure> {
        self.options().output.shows_digests()
    }

    fn audit(&self) -> Option<&AuditArgs> {
        ReportStep::audit(self)
    }

    fn asks_quality(&self) -> bool {
        ReportStep::asks_quality(self)
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        ReportStep::check(self, setup)
    }

    fn is_published(&self) -> bool {
        self.options().disclosure.profile() != Profile::None && self.counts_people()
    }

    fn published(&self, run: &Reconciled<'_>) -> Result<Option<PublishedStep>, Failure> {
        if !Step::is_published(self) {
            return Ok(None);
        }
        self.report(run).map(|report| Some(PublishedStep::of(report, self.options().disclosure.profile())))
    }

    fn make(
        &self,
        run: &Reconciled<'_>,
        context: &StepContext<'_>,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        // Before any rendering, so that no format can differ.
        let report = self.report_after(run, context.invited_before)?;
        let mut report = context.disclose(report, self.options().disclosure.profile());
        if context.terminal.out_width.is_some() && self.options().output.is_on_screen()? {
            self.shorten_for_screen(&mut report);
        }
        let names_people = ReportStep::audit(self).is_some();
        let entry = names_people.then(|| entry_of(&report, &run.setup.scope, rows_of_people(&report)));
        let mut output = self.options().output.deliver(report, Vec::new(), context.words, context.terminal, err)?;
        let outputs = |entry| Entry { outputs: outputs(&output.files, &output.out), ..entry };
        output.entries = entry.map(outputs).into_iter().collect();
        Ok(output)
    }
}

/// Runs a command on its own data.
pub fn run_alone(step: &dyn Step, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
    // Before anything is read: what cannot be logged is not put out.
    let audit = step.audit().map(AuditArgs::open).transpose()?.flatten();
    let inputs = step.inputs();
    let Inputs { data, rejects, overdue_after, quiet, .. } = inputs;
    let rules = sound_rules(data)?;
    let (scoped, old) = prepare(data, &rules, step.shows_digests()?)?;
    let words = path_words(&scoped);
    inputs.check_paths(&words)?;
    step.check(&scoped.setup)?;
    let run = assess(scoped.with_quality(step.asks_quality()), overdue_after, None).map_err(Failure::from)?;
    let (exit, rejected) = finish(&run, old.as_deref(), rejects, &words, quiet, err)?;
    let context = StepContext { invited_before: &InvitedByLog::default(), words: &words, kept_back: None, terminal };
    let mut output = step.make(&run, &context, err)?;
    output.exit = exit;
    output.audit = audit;
    if step.writes() {
        output.files.extend(rejected);
    }
    Ok(output)
}

impl CommonArgs {
    /// What to read and where to write.
    pub const fn options(&self) -> StepOptions<'_> {
        StepOptions { data: &self.data, rejects: &self.rejects, disclosure: self.disclosure, output: &self.output }
    }

    /// The filter in the scope of a set-up.
    pub fn filter<'a>(&self, setup: &'a Setup<'_>) -> Result<Filter<'a>, Failure> {
        self.people.resolve(&setup.scope, setup.rules)
    }
}
