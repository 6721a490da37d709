//! The command line: typed options, one file a command, and the only clock.

mod args;
mod boosters;
mod campaign;
mod check;
mod clock;
mod cohorts;
mod completions;
mod done;
mod filter_args;
mod history;
mod immunosuppressed;
mod invites;
mod list_args;
mod man;
mod notices;
mod output;
mod patients;
mod rules;
mod sample;
mod second_dose;
mod session;
mod sources;
mod step;
mod trend;
mod uptake;

use std::ffi::OsString;
use std::io::Write;
use std::panic;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use done::Done;

use step::{Step, run_alone};

use crate::domain::NhsNumber;
use crate::exit::{Exit, Failure};

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Columns of standard output, where it is a terminal.
    pub out_width: Option<u16>,
}

/// COVID-19 vaccination uptake, recall lists and booking files from extract
/// files, for your own practices only.
#[derive(Debug, Parser)]
#[command(name = "vaxdash", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done · 2 usage · 3 done, but problems found · 4 refused for safety · \
                        5 input not read or output not written · 70 a fault of vaxdash")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    Uptake(uptake::UptakeArgs),
    Cohorts(cohorts::CohortsArgs),
    SecondDose(second_dose::SecondDoseArgs),
    Boosters(boosters::BoostersArgs),
    Campaign(campaign::CampaignArgs),
    Immunosuppressed(immunosuppressed::ImmunosuppressedArgs),
    Trend(trend::TrendArgs),
    Patients(patients::PatientsArgs),
    Sources(sources::SourcesArgs),
    Invites(invites::InvitesArgs),
    History(history::HistoryArgs),
    Check(check::CheckArgs),
    Rules(rules::RulesArgs),
    Sample(sample::SampleArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// The command line, for completions, man pages and tests.
#[must_use]
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs one command; gives the exit code. What a panic prints is the business
/// of the process: `main` silences it.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    terminal: Terminal,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        // Help and version are answers, not errors.
        Err(error) if !error.use_stderr() => {
            drop(write!(out, "{}", error.render()));
            return Exit::Done.code();
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            drop(write!(err, "{}", error.render()));
            return Exit::Usage.code();
        }
        Err(error) => {
            let text = error.render().to_string();
            let message = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
            return report_failure(&Failure::usage(message).into(), &args, err);
        }
    };
    let ended = panic::catch_unwind(panic::AssertUnwindSafe(|| cli.command.run(terminal, err)));
    let ended = ended.unwrap_or_else(|_| {
        Err(Failure::fault("a fault of vaxdash itself: nothing it printed is to be trusted").into())
    });
    match ended.and_then(|done| done.deliver(out, err)) {
        Ok(exit) => exit.code(),
        Err(error) => report_failure(&error, &args, err),
    }
}

impl Task {
    fn run(self, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<Done> {
        if let Some(step) = self.step() {
            return run_alone(step, terminal, err);
        }
        match self {
            Self::Invites(args) => args.run(terminal, err),
            Self::History(args) => args.run(terminal, err),
            Self::Check(args) => args.run(terminal, err),
            Self::Rules(args) => args.run(terminal, err),
            Self::Sample(args) => args.run(err),
            Self::Completions(args) => args.run(),
            Self::Man(args) => args.run(),
            _ => Err(Failure::fault("a command that does nothing").into()),
        }
    }

    /// The command as a report of loaded data, where it is one.
    fn step(&self) -> Option<&dyn Step> {
        Some(match self {
            Self::Uptake(args) => args,
            Self::Cohorts(args) => args,
            Self::SecondDose(args) => args,
            Self::Boosters(args) => args,
            Self::Campaign(args) => args,
            Self::Immunosuppressed(args) => args,
            Self::Trend(args) => args,
            Self::Patients(args) => args,
            Self::Sources(args) => args,
            _ => return None,
        })
    }
}

/// Says what went wrong, in words or, with `--format json`, as JSON.
fn report_failure(error: &anyhow::Error, args: &[OsString], err: &mut dyn Write) -> u8 {
    let fault = Failure::fault(format!("{error:#}"));
    let failure = error.downcast_ref::<Failure>().unwrap_or(&fault);
    let wants_json = args.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json")
        || args.iter().any(|arg| arg == "--format=json");
    drop(writeln!(err, "{}", failure_text(failure, wants_json)));
    failure.exit.code()
}

/// A failure in words, or as JSON. What was typed may have been somebody's
/// number: it is masked.
fn failure_text(failure: &Failure, as_json: bool) -> String {
    let message = NhsNumber::mask_all(&failure.to_string());
    if as_json {
        serde_json::json!({"error": {"code": failure.exit.code(), "kind": failure.exit.kind(), "message": message}})
            .to_string()
    } else {
        format!("vaxdash: {message}")
    }
}
