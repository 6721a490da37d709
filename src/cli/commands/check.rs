//! `vaxdash check`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::cli::args::{DataArgs, DisclosureArgs, OutputArgs};
use crate::cli::clock;
use crate::cli::notices::rejects_file;
use crate::cli::report_parts::receipt;
use crate::cli::session::{age_of_data, check_start, load_rules, survey};
use crate::cli::{CommandOutput, Terminal, failure_text};
use crate::domain::{Issue, Severity};
use crate::exit::{Exit, Failure};
use crate::load::{Decided, Reading, Reject};
use crate::render::{Format, OutputFile};
use crate::report::{CheckFacts, Filter, Report, Stamp, check};
use crate::rules::{Problems, RuleSet};
use crate::run::{self, Dates, Reconciled, Scoped};

/// Show what each file is, which practices are in scope, and where every row went.
///
/// Exits 0 if all is well and 3 if there are problems: rejected rows, files that are not
/// recognised or are refused, faults in a rules folder.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash check --data extracts/\n  vaxdash check --data extracts/ --rejects rejected.csv"
)]
pub struct CheckArgs {
    #[command(flatten)]
    data: DataArgs,
    /// Write the rejected rows to this CSV file: file, row, column, reason.
    #[arg(long, value_name = "FILE", help_heading = "Data")]
    rejects: Option<PathBuf>,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl CheckArgs {
    pub fn run(self, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<CommandOutput> {
        self.disclosure.refuse("check says where every row went, to the row")?;
        self.output.check(false)?;
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
        let mut files = Vec::new();
        let (report, exit) = match run::scope(found, &rules, &self.data.pcn, Dates { as_at, today: clock::today() }) {
            Ok(scoped) => self.found(scoped, faults, &mut files, err)?,
            Err(none) => {
                let failure = Failure::from(none.fault);
                let as_json = self.output.format == Some(Format::Json);
                drop(writeln!(err, "{}", failure_text(&failure, as_json)));
                (without_scope(&none.files, &rules, &faults), failure.exit)
            }
        };
        Ok(CommandOutput { exit, ..self.output.deliver(report, files, terminal, err)? })
    }

    /// What was found in data that have a scope.
    fn found(
        &self,
        scoped: Scoped<'_>,
        faults: Vec<Issue>,
        files: &mut Vec<OutputFile>,
        err: &mut dyn Write,
    ) -> Result<(Report, Exit), Failure> {
        check_start(&self.data, scoped.setup.as_at, scoped.setup.rules)?;
        let newest = scoped.files.newest_refresh();
        if let Some(old) = age_of_data(&self.data, scoped.setup.as_at, newest).filter(|_| !self.output.quiet) {
            drop(writeln!(err, "vaxdash: {old}"));
        }
        let loaded = scoped.load(None);
        // A run whose files could not all be read has nothing to reconcile.
        let (setup, accounts, vaccinations, doubts) = if loaded.extract.accounts.unusable.is_empty() {
            let Reconciled { setup, accounts, vaccinations, doubts, .. } = loaded.assess(None)?;
            (setup, accounts, Some(vaccinations), doubts)
        } else {
            (loaded.setup, loaded.extract.accounts, None, Vec::new())
        };
        // A refused file is among the issues already; a missing one is not.
        let missing = accounts.unusable.iter().filter(|_| accounts.files.refused().next().is_none());
        let missing = missing.map(|text| Issue::about(Severity::Problem, "", text));
        let issues: Vec<Issue> = accounts.issues.iter().cloned().chain(faults).chain(missing).collect();
        if let Some(path) = &self.rejects {
            files.push(rejects_file(path, &accounts.rejects)?);
        }
        let tables = check(&CheckFacts {
            inputs: &accounts.files.inputs(),
            practices: setup.scope.practices(),
            left_out: &accounts.files.left_out(&setup.rules.general.activity_code),
            tallies: vaccinations.as_ref().map(|vaccinations| (&accounts.patients, vaccinations)),
            rejected: accounts.rejects.iter().map(in_words).collect(),
            issues: &issues,
        });
        let receipt = vaccinations
            .map(|vaccinations| receipt(&setup, &accounts, &Filter::default(), Some(vaccinations), &doubts));
        let stamp = Some(Stamp::new(setup.as_at, &setup.rules.version));
        let (exit, note) = if !accounts.rejects.is_empty() || has_problems(&issues) {
            (Exit::Problems, "There are problems: see above.")
        } else {
            (Exit::Done, "All is well.")
        };
        Ok((
            Report { name: "check", title: TITLE.to_owned(), tables, notes: vec![note.to_owned()], stamp, receipt },
            exit,
        ))
    }
}

/// A rejected row as it is counted: file, column, reason.
fn in_words(reject: &Reject) -> [&str; 3] {
    [&reject.file, &reject.column, &reject.reason]
}

const TITLE: &str = "What was found in the data";

/// The files alone, so that the user sees what is missing.
fn without_scope(found: &Decided, rules: &RuleSet, faults: &[Issue]) -> Report {
    let tables = check(&CheckFacts {
        inputs: &found.inputs(),
        practices: &[],
        left_out: &found.left_out(&rules.general.activity_code),
        tallies: None,
        rejected: Vec::new(),
        issues: faults,
    });
    let none = "No file was found: vaxdash looks for .csv, .txt, .dat, .tsv, .psv, .tab and .xlsx files.".to_owned();
    let notes = if found.inputs().is_empty() { vec![none] } else { Vec::new() };
    Report { name: "check", title: TITLE.to_owned(), tables, notes, stamp: None, receipt: None }
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

/// Whether an issue is a problem, so that `check` exits 3.
fn has_problems(issues: &[Issue]) -> bool {
    issues.iter().any(|issue| issue.severity == Severity::Problem)
}
