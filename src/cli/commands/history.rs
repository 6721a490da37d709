//! `vaxdash history`.

use std::fmt;
use std::io::{self, Read, Write};
use std::path::PathBuf;

use clap::Args;

use crate::audit::Entry;
use crate::cli::args::audit::{AuditArgs, entry_of, outputs};
use crate::cli::args::{DataArgs, DisclosureArgs, OutputArgs, OverdueArgs};
use crate::cli::command_output::CommandOutput;
use crate::cli::notices::say_doubts;
use crate::cli::session::{path_words, prepare, sound_rules};
use crate::cli::small_file::read_small;
use crate::cli::terminal::Terminal;
use crate::domain::{EventBucket, Foreign, NhsNumber};
use crate::exit::Failure;
use crate::load::{TraceRow, supplier_code};
use crate::report::{Filter, HistoryFacts, Report, history, who};
use crate::rules::RuleSet;
use crate::run::assess_anybody;

/// More bytes than this are no NHS number.
const LONGEST: u64 = 1024;

/// Show every event of one person, whether it counts and why, and what is due, with the rule and the facts.
///
/// Arguments show in the computer's list of processes: with --nhs-number-file FILE, or - for
/// standard input, the number does not. Somebody who is not registered with your practices and
/// somebody who does not exist get the same answer.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash history 9990000018 --data extracts/\n  vaxdash history --nhs-number-file number.txt --data extracts/ --as-at 07/12/2021"
)]
pub struct HistoryArgs {
    /// The NHS number, or - to read it from standard input.
    #[arg(value_name = "NHSNO", required_unless_present = "nhs_number_file", conflicts_with = "nhs_number_file")]
    nhs_number: Option<Typed>,
    /// A file that holds the NHS number (- for standard input).
    #[arg(long, value_name = "FILE", help_heading = "People")]
    nhs_number_file: Option<PathBuf>,
    /// Leave out forename, surname and date of birth, which stand at the top to tell who this is.
    #[arg(long, help_heading = "People")]
    no_names: bool,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    disclosure: DisclosureArgs,
    #[command(flatten)]
    audit: AuditArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// A number as typed.
#[derive(Clone)]
struct Typed(String);

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Typed {
    /// Never prints the number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(hidden)")
    }
}

impl HistoryArgs {
    pub fn run(self, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        self.disclosure.refuse("a history is one person's")?;
        let number = NhsNumber::read(self.text()?.trim().as_bytes())
            .map_err(|fault| Failure::usage(format!("that is not an NHS number: {}", fault.reason())))?;
        self.output.check(false)?;
        let audit = self.audit.open()?;
        let rules = sound_rules(&self.data)?;
        let (scoped, old) = prepare(&self.data, &rules, self.output.shows_digests()?)?;
        let words = path_words(&scoped);
        words.fill_any(self.output.output.as_deref())?;
        // Anybody can be asked after, whoever else is in the data.
        let run = assess_anybody(scoped, self.overdue.overdue_after, Some(number)).map_err(Failure::from)?;
        let Some(person) = run.people.iter().find(|person| person.nhs_number == number).copied() else {
            // The same words for somebody else's patient and for nobody.
            return Err(Failure::refused("no such person is registered with the practices you may see"));
        };
        let facts = run.accounts.trace.iter().map(|row| facts(row, &rules)).collect();
        let assessment = run.population.assessments.iter().find(|assessment| assessment.person.nhs_number == number);
        let mut tables = history(&run.population, assessment, person.registration, facts);
        if !self.no_names {
            // Names are read for this one person, as for those of a list.
            let contact = run.contacts(&[person]).map_err(Failure::from)?.into_iter().next().unwrap_or_default();
            tables.insert(0, who(&person, &contact));
        }
        let scope = &run.setup.scope;
        let practice = scope.get(person.practice);
        let title = format!("NHS number {}, registered with {} {}", number.digits(), practice.code, practice.name);
        let receipt = Some(run.receipt(&Filter::default()));
        let report = Report {
            name: "history",
            title: title.trim_end().to_owned(),
            tables,
            notes: run.notes(),
            stamp: Some(run.stamp()),
            receipt,
        };
        let said = run.accounts.files.not_opened().chain(old);
        for line in said.filter(|_| !self.output.quiet) {
            drop(writeln!(err, "vaxdash: {line}"));
        }
        if !self.output.quiet {
            say_doubts(&run.doubts, err);
        }
        let entry = entry_of(&report, scope, vec![("people", 1)]);
        let output = self.output.deliver(report, Vec::new(), &words, terminal, err)?;
        let (practices, outputs) = (vec![practice.code.to_string()], outputs(&output.files, &output.out));
        Ok(CommandOutput { entries: vec![Entry { practices, outputs, ..entry }], audit, ..output })
    }

    /// The number as typed, or from the file.
    fn text(&self) -> Result<String, Failure> {
        let from_stdin = || {
            let mut text = String::new();
            let read = io::stdin().take(LONGEST).read_to_string(&mut text);
            read.map(|_| text).map_err(|error| Failure::input(format!("standard input cannot be read: {error}")))
        };
        match (&self.nhs_number, &self.nhs_number_file) {
            (Some(Typed(number)), _) if number == "-" => from_stdin(),
            (Some(Typed(number)), _) => Ok(number.clone()),
            (None, Some(path)) if path.as_os_str() == "-" => from_stdin(),
            (None, Some(path)) => read_small(path, LONGEST)
                .map_err(|error| Failure::input(format!("{} cannot be read: {error}", Foreign::path(path)))),
            (None, None) => Err(Failure::usage("give an NHS number")),
        }
    }
}

fn facts(row: &TraceRow, rules: &RuleSet) -> HistoryFacts {
    let supplier = supplier_code(&row.file).and_then(|code| rules.supplier(&code).map(str::to_owned));
    HistoryFacts {
        order: row.order,
        date: row.date,
        bucket: row.bucket.map(EventBucket::name),
        brand: row.brand,
        procedure_code: row.procedure_code.clone(),
        product_code: row.product_code.clone(),
        batch: row.batch.clone(),
        site_code: row.site_code.clone(),
        source: supplier.unwrap_or_else(|| row.file.clone()),
    }
}
