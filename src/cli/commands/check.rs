//! `vaxdash check`.

use std::io::Write;

use clap::Args;

use crate::cli::args::{DataArgs, DisclosureArgs, OutputArgs, RejectArgs};
use crate::cli::clock;
use crate::cli::command_output::CommandOutput;
use crate::cli::commands::quality::quality_of;
use crate::cli::data_age::old_data;
use crate::cli::failure_text::failure_text;
use crate::cli::fitness::{conditions, exit_of};
use crate::cli::notices::{rejects_file, say_doubts};
use crate::cli::output_paths::PathWords;
use crate::cli::preset_inputs::PresetInputs;
use crate::cli::report_parts::receipt;
use crate::cli::session::{age_of_data, check_start, load_rules, no_scope, survey};
use crate::cli::terminal::Terminal;
use crate::domain::{Doubt, DoubtId, Issue, Severity};
use crate::exit::{Exit, Failure};
use crate::load::{Accounts, Decided, Reading, Reject, read_endings};
use crate::render::{Format, OutputFile};
use crate::report::{CheckFacts, Filter, Fitness, ListableReport, Profile, Receipt, RecordsBy, Report, Stamp, check};
use crate::rules::{Problems, RuleSet};
use crate::run::{self, Dates, Loaded, Reconciled, Scoped};

/// Say what the data are fit for, and what each file, heading and row was taken for.
///
/// It begins with its verdict: fit to report and to invite (exit 0), fit to report but not to
/// invite yet (3), or not fit (5; 4 where there is no scope). Then come the doubts with what to
/// do, the files with their headings used and unused, practices, rows and rejects.
#[derive(Debug, Clone, Args)]
#[command(
    after_help = "Examples:\n  vaxdash check --data extracts/\n  vaxdash check --data extracts/ --accept refresh-unknown\n  vaxdash check --data extracts/ --rejects rejected.csv"
)]
pub struct CheckArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// What is known once the rows are read, or could not be.
struct Checked<'r> {
    setup: run::Setup<'r>,
    accounts: Accounts,
    doubts: Vec<Doubt>,
    vaccinations: Option<crate::domain::VaccinationTally>,
    /// How many records are to be mended.
    to_mend: u64,
    /// Why no report can be made of it.
    not_fit: Vec<String>,
}

impl<'r> Checked<'r> {
    fn of(loaded: Loaded<'r>) -> Result<Self, Failure> {
        let mut doubts = loaded.setup.judge(&loaded.extract.accounts.findings);
        let unusable = loaded.extract.accounts.unusable.clone();
        if !unusable.is_empty() {
            // What is lacking in all files together is not known while one of them is missing.
            doubts.retain(|doubt| !doubt.file.is_empty());
            // A run whose files could not all be read has nothing to reconcile.
            let (setup, accounts) = (loaded.setup, loaded.extract.accounts);
            return Ok(Self { setup, accounts, doubts, vaccinations: None, to_mend: 0, not_fit: unusable });
        }
        let not_fit = loaded.nothing_found().into_iter().collect();
        let run = loaded.assess(None)?;
        let filter = Filter::default();
        let view = run.view(&filter);
        let (table, records) =
            quality_of(&run, view, RecordsBy::Practice)?.counts(view).map_err(Failure::unreconciled)?;
        let to_mend = table.counted(records).map_err(Failure::unreconciled)?;
        let Reconciled { setup, accounts, vaccinations, .. } = run;
        Ok(Self { setup, accounts, doubts, vaccinations: Some(vaccinations), to_mend, not_fit })
    }
}

impl CheckArgs {
    pub fn run(&self, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        self.run_in(None, terminal, err)
    }

    /// The same as a step of a preset, of the data that the preset reads.
    pub fn run_in_preset(
        &self,
        preset: &PresetInputs<'_>,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let mut step = self.clone();
        step.data = preset.data(&self.data.accept);
        step.rejects.strict = preset.strict;
        step.run_in(Some(preset.name), terminal, err)
    }

    fn run_in(&self, preset: Option<&str>, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        self.disclosure.refuse("check says where every row went, to the row")?;
        let format = self.output.check(false)?;
        let (rules, faults) = match load_rules(&self.data) {
            Ok(rules) => (rules, Vec::new()),
            // The data are checked all the same.
            Err(problems) => {
                let rules = RuleSet::built_in().map_err(|fault| Failure::fault(fault.to_string()))?;
                (rules, faults_of_rules(&problems))
            }
        };
        // What is said of files must not wait for their rows: there may be no scope.
        let reading = self.data.speed.reading(self.output.shows_digests()?);
        let (found, as_at) = survey(&self.data, Reading { examines_first: true, ..reading })?;
        let words = PathWords::of_data(as_at, found.newest_refresh());
        let words = preset.into_iter().fold(words, PathWords::of_preset);
        words.fill_any(self.output.output.as_deref())?;
        let (mut files, mut refused) = (Vec::new(), None);
        let (report, exit) = match run::scope(found, &rules, &self.data.pcn, Dates { as_at, today: clock::today() }) {
            Ok(scoped) => self.found(scoped, faults, &words, &mut files, err)?,
            Err(none) => {
                let mut doubts = none.doubts(&rules, &self.data.accept.accepted());
                doubts.retain(|doubt| !doubt.file.is_empty());
                let report = without_scope(&none.files, doubts, &rules, &faults);
                let failure = no_scope(&self.data, none.fault);
                let (report, exit) = (report(&failure), failure.exit);
                refused = Some(failure);
                (report, exit)
            }
        };
        // On the screen the verdict comes first, and the doubts are next.
        let verdict_first = format == Format::Table && self.output.is_printed();
        if !self.output.quiet && !verdict_first {
            say_doubts(report.doubts(), err);
        }
        if let Some(failure) = refused {
            drop(writeln!(err, "{}", failure_text(&failure, &[], format == Format::Json)));
        }
        Ok(CommandOutput { exit, ..self.output.deliver(report, files, &words, terminal, err)? })
    }

    /// What was found in data that have a scope.
    fn found(
        &self,
        scoped: Scoped<'_>,
        faults: Vec<Issue>,
        words: &PathWords,
        files: &mut Vec<OutputFile>,
        err: &mut dyn Write,
    ) -> Result<(Report, Exit), Failure> {
        let scoped = scoped.with_settings(self.data.accept.accepted(), self.data.accept.imd_year);
        check_start(&self.data, scoped.setup.as_at, scoped.setup.rules)?;
        let newest = scoped.files.newest_refresh();
        if let Some(old) = age_of_data(&self.data, scoped.setup.as_at, newest).filter(|_| !self.output.quiet) {
            drop(writeln!(err, "vaxdash: {old}"));
        }
        let Checked { setup, accounts, doubts, vaccinations, to_mend, not_fit } =
            Checked::of(scoped.with_quality(true).load(None))?;
        // A refused file is among the issues already; a missing one is not.
        let missing = not_fit.iter().filter(|_| accounts.files.refused().next().is_none());
        let missing = missing.map(|text| Issue::about(Severity::Problem, "", text));
        let issues: Vec<Issue> = accounts.issues.iter().cloned().chain(faults).chain(missing).collect();
        if let Some(path) = words.fill_any(self.rejects.rejects.as_deref())? {
            files.push(rejects_file(&path, &accounts.rejects)?);
        }
        let verdict =
            if not_fit.is_empty() { Fitness::until(conditions(&doubts, &issues)) } else { Fitness::Nothing(not_fit) };
        let tables = check(&CheckFacts {
            doubts: &doubts,
            inputs: &accounts.files.inputs(),
            headings: &accounts.files.headings(&setup.rules.doubts),
            practices: setup.scope.practices(),
            left_out: &accounts.files.left_out(&setup.rules.general.activity_code),
            tallies: vaccinations.as_ref().map(|vaccinations| (&accounts.patients, vaccinations)),
            rejected: accounts.rejects.iter().map(in_words).collect(),
            issues: &told(&issues, &doubts),
        });
        let made_from = receipt(&setup, &accounts, &Filter::default(), vaccinations, &doubts);
        let patients = made_from.patients.filter(|_| vaccinations.is_some());
        let receipt = Some(Receipt { patients, verdict: Some(verdict.to_string()), ..made_from });
        let stamp = Some(Stamp::new(setup.as_at, &setup.rules.version));
        let exit = exit_of(&verdict, self.rejects.strict && !accounts.rejects.is_empty());
        let mut notes = if doubts.iter().any(Doubt::is_open) { vec![ONCE_LOOKED.to_owned()] } else { Vec::new() };
        // How many days is another number tomorrow: the same data give the same output.
        notes.extend(old_data(&accounts, &setup).map(|_| TOO_OLD.to_owned()));
        notes.extend(match to_mend {
            0 => None,
            1 => Some("1 record is to be mended: vaxdash quality says which, and what to do.".to_owned()),
            many => Some(format!("{many} records are to be mended: vaxdash quality says which, and what to do.")),
        });
        Ok((Report { name: "check", title: verdict.to_string(), tables, notes, stamp, receipt }, exit))
    }
}

const ONCE_LOOKED: &str = "Once you have looked and nothing is wrong, accept a doubt by its name: --accept ID, or \
                           accept = [\"ID\"] in vaxdash.toml.";

const TOO_OLD: &str = "These data were refreshed more than 14 days ago: invites refuses them unless --allow-old-data \
                       is given, for people may have been vaccinated or have died since.";

/// What is not said already as a doubt: that a file is of no kind, or not read.
fn told(issues: &[Issue], doubts: &[Doubt]) -> Vec<Issue> {
    let is_doubt = |issue: &&Issue| {
        // A file of no known kind is a problem, also where its doubt is a note.
        let says_it = |doubt: &&Doubt| match doubt.id {
            DoubtId::FileUnrecognised => true,
            DoubtId::FileNotRead => issue.severity != Severity::Problem,
            _ => false,
        };
        doubts.iter().filter(says_it).any(|doubt| doubt.file == issue.file)
    };
    issues.iter().filter(|issue| !is_doubt(issue)).cloned().collect()
}

/// A rejected row as it is counted: file, column, reason.
fn in_words(reject: &Reject) -> [&str; 3] {
    [&reject.file, &reject.column, &reject.reason]
}

/// The files alone, so that the user sees what is missing; with why it is.
fn without_scope(
    found: &Decided,
    doubts: Vec<Doubt>,
    rules: &RuleSet,
    faults: &[Issue],
) -> impl FnOnce(&Failure) -> Report + use<> {
    let left_out = found.left_out(&rules.general.activity_code);
    let inputs = found.inputs();
    let tables = check(&CheckFacts {
        doubts: &doubts,
        inputs: &inputs,
        headings: &found.headings(&rules.doubts),
        practices: &[],
        left_out: &left_out,
        tallies: None,
        rejected: Vec::new(),
        issues: faults,
    });
    let none = format!("No file was found: vaxdash looks for {} files.", read_endings());
    let notes = if inputs.is_empty() { vec![none] } else { Vec::new() };
    let last_refreshed = found.newest_refresh();
    move |failure| {
        let verdict = Fitness::Nothing(vec![failure.to_string()]).to_string();
        let receipt = Receipt {
            last_refreshed,
            filters: Vec::new(),
            inputs,
            practices: 0,
            organisation: String::new(),
            left_out: left_out.iter().map(|practice| practice.code.to_string()).collect(),
            patients: None,
            vaccinations: None,
            disclosure: Profile::None,
            doubts,
            verdict: Some(verdict.clone()),
        };
        Report { name: "check", title: verdict, tables, notes, stamp: None, receipt: Some(receipt) }
    }
}

/// What is wrong with a rules folder, each fault with its place.
fn faults_of_rules(problems: &Problems) -> Vec<Issue> {
    let used = "the rules folder is not used: what is shown here follows the built-in rules";
    let faults = problems.0.iter().map(|problem| {
        let text = problem.to_string();
        let place = text.strip_prefix(&problem.file).unwrap_or(&text).trim_start_matches([':', ' ']).to_owned();
        Issue::about(Severity::Problem, &problem.file, place)
    });
    faults.chain([Issue::about(Severity::Problem, "", used)]).collect()
}
