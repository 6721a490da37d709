//! The command line: typed options, one file a command, and the only clock.
//!
//! ```text
//! parse            arguments, with the defaults of config/ ──► command_line
//! command_line     every command ──► the one of commands/ that was asked for
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
mod command_line;
mod command_output;
mod commands;
mod config;
mod contact_log;
mod data_age;
mod failure_text;
mod fitness;
mod folders;
mod help;
mod input_paths;
mod invite_folders;
mod leftovers;
mod log_lock;
mod notices;
mod output;
mod output_paths;
mod own_headers;
mod parse;
mod password;
mod preset_inputs;
mod progress;
mod publication;
mod report_parts;
mod run_failure;
mod safe_stderr;
mod session;
mod small_file;
mod step;
mod terminal;
mod whats_there;

use std::ffi::OsString;
use std::io::Write;
use std::panic;

use failure_text::failure_text;
use parse::{Unparsed, parse};
use progress::{Progress, ProgressStderr};
use safe_stderr::SafeStderr;

pub use command_line::command;
pub use progress::clear as clear_progress;
pub use terminal::Terminal;

use crate::exit::{Exit, Failure};

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
    let ended =
        ended.unwrap_or_else(|_| Err(Failure::fault("a fault of vaxdash itself: nothing it printed is to be trusted")));
    ended.unwrap_or_else(|failure| report_failure(&failure, &args, err))
}

/// The command that the arguments ask for, done and delivered.
fn answer(args: &[OsString], terminal: Terminal, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Failure> {
    let (cli, config, quiet, inputs) = match parse(args) {
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
        Err(Unparsed::Failure(failure)) => return Err(failure),
    };
    let progress = Progress::begin(terminal, quiet);
    let mut err = SafeStderr::new(err);
    for note in &config.notes {
        drop(writeln!(err, "vaxdash: {note}"));
    }
    let output = cli.command.run(&config, terminal, &mut ProgressStderr::new(&mut err));
    // Nothing is drawn any more when the answer comes.
    drop(progress);
    Ok(output?.reading(inputs).deliver(out, &mut err)?.code())
}

/// Says what went wrong, in words or, with `--format json`, as JSON.
fn report_failure(failure: &Failure, args: &[OsString], err: &mut dyn Write) -> u8 {
    let wants_json = args.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json")
        || args.iter().any(|arg| arg == "--format=json");
    drop(writeln!(err, "{}", failure_text(failure, args, wants_json)));
    failure.exit.code()
}
