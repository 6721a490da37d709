//! The command line: typed options, one file a command, and the only clock.
//!
//! ```text
//! parse            arguments, with the defaults of config/ ──► one of commands/
//! session          its args/ ──► files, scope, date ──► people, assessed and reconciled
//! commands/NAME    people ──► what a report needs (report_parts) or booking files
//! output           the report, under disclosure control ──► bytes in a format
//! command_output   bytes and files ──► audit log, then files, then standard output
//! ```
//!
//! `step` holds what reports share, so that a preset runs several from one load.
//! Nothing is written before nothing else can go wrong; every failure ends here
//! as an exit code and a message.

mod args;
mod clock;
mod command_output;
mod commands;
mod config;
mod fitness;
mod help;
mod notices;
mod output;
mod own_headers;
mod parse;
mod password;
mod progress;
mod report_parts;
mod run_failure;
mod session;
mod small_file;
mod step;
mod whats_there;

use std::ffi::OsString;
use std::io::Write;
use std::panic;

use clap::{CommandFactory, Parser};

use command_output::{CommandOutput, InvitedByLog};
use commands::CliCommand;
use parse::{Unparsed, parse};
use progress::{Progress, ProgressStderr};

pub use progress::clear as clear_progress;

use crate::domain::NhsNumber;
use crate::exit::{Exit, Failure};

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Columns of standard output, where it is a terminal.
    pub out_width: Option<u16>,
    /// Whether standard error is a terminal.
    pub err_is_terminal: bool,
}

/// COVID-19 vaccination uptake, recall lists and booking files from extract
/// files, for your own practices only.
#[derive(Debug, Parser)]
#[command(name = "vaxdash", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done · 2 usage · 3 done, but problems found · 4 refused for safety · \
                        5 input not read or output not written · 70 a fault of vaxdash")]
struct Cli {
    #[command(subcommand)]
    command: CliCommand,
}

/// The command line, for completions, man pages and tests.
#[must_use]
pub fn command() -> clap::Command {
    help::with_front_page(Cli::command())
}

/// Runs one command; gives the exit code. A panic, wherever it comes from, ends
/// in 70; what it prints is the business of the process: `main` silences it.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    terminal: Terminal,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let ended = panic::catch_unwind(panic::AssertUnwindSafe(|| answer(&args, terminal, out, err)));
    let ended = ended.unwrap_or_else(|_| {
        Err(Failure::fault("a fault of vaxdash itself: nothing it printed is to be trusted").into())
    });
    ended.unwrap_or_else(|error| report_failure(&error, &args, err))
}

/// The command that the arguments ask for, done and delivered.
fn answer(args: &[OsString], terminal: Terminal, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<u8> {
    let (cli, config, quiet) = match parse(args) {
        Ok(parsed) => parsed,
        // Help and version are answers, not errors.
        Err(Unparsed::Answer(text)) => {
            drop(write!(out, "{text}"));
            return Ok(Exit::Done.code());
        }
        Err(Unparsed::Help(text)) => {
            drop(write!(err, "{text}"));
            return Ok(Exit::Usage.code());
        }
        Err(Unparsed::Failure(failure)) => return Err(failure.into()),
    };
    let progress = Progress::begin(terminal, quiet);
    let output = cli.command.run(&config, terminal, &mut ProgressStderr::new(err));
    // Nothing is drawn any more when the answer comes.
    drop(progress);
    Ok(output?.deliver(out, err)?.code())
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
