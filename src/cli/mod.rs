//! The command line: typed options, one file a command, and the only clock.

mod args;
mod clock;
mod command_output;
mod commands;
mod config;
mod help;
mod notices;
mod output;
mod password;
mod progress;
mod report_parts;
mod session;
mod small_file;
mod step;

use std::ffi::OsString;
use std::io::Write;
use std::panic;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser};

use command_output::CommandOutput;
use commands::{CliCommand, find_preset};
use config::defaults::{place_of, with_config, with_defaults};
use config::{Config, Preset};
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

/// Why no command is run.
enum Unparsed {
    /// Help or version, as asked.
    Answer(String),
    /// Help, because nothing was asked.
    Help(String),
    /// A wrong command line, or a wrong file of settings.
    Failure(Failure),
}

/// Reads the command line, with what is set elsewhere as defaults.
fn parse(args: &[OsString]) -> Result<(Cli, Config, bool), Unparsed> {
    let config = match Config::load(&command()) {
        Ok(config) => config,
        // Whoever asks for help gets it, whatever the files say.
        Err(failure) => {
            return Err(match command().try_get_matches_from(args) {
                Err(error) if !error.use_stderr() => Unparsed::Answer(error.render().to_string()),
                _ => Unparsed::Failure(failure),
            });
        }
    };
    // A preset that is not there is told of before what it would have set.
    if let [_, task, name, ..] = args
        && task == "run"
        && let Some(name) = name.to_str().filter(|name| !name.starts_with('-'))
    {
        find_preset(name, &config).map_err(Unparsed::Failure)?;
    }
    let mut whole = with_config(command(), &config);
    if let Some(preset) = preset_of(args, &config) {
        whole = whole.mut_subcommand("run", |run| with_defaults(run, &preset.settings));
    }
    let parsed = whole.try_get_matches_from(args).and_then(|matches| {
        let quiet = matches.subcommand().is_some_and(|(_, given)| matches!(given.try_get_one("quiet"), Ok(Some(true))));
        Cli::from_arg_matches(&matches).map(|cli| (cli, quiet))
    });
    match parsed {
        Ok((cli, quiet)) => Ok((cli, config, quiet)),
        Err(error) if !error.use_stderr() => Err(Unparsed::Answer(error.render().to_string())),
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Err(Unparsed::Help(error.render().to_string()))
        }
        Err(error) => {
            let text = error.render().to_string();
            let message = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
            let task = args.get(1).and_then(|task| task.to_str());
            let place =
                place_of(&error, &config, task).map(|place| format!("\n\n(set by {place})")).unwrap_or_default();
            let is_data = error.kind() == ErrorKind::MissingRequiredArgument && message.contains("--data");
            let hint = if is_data { "\n\n(or set VAXDASH_DATA, or data = \"extracts/\" in vaxdash.toml)" } else { "" };
            Err(Unparsed::Failure(Failure::usage(format!("{message}{place}{hint}"))))
        }
    }
}

/// The preset that `vaxdash run NAME` names.
fn preset_of<'c>(args: &[OsString], config: &'c Config) -> Option<&'c Preset> {
    let is_run = args.get(1).is_some_and(|task| task == "run");
    let mut named = args.iter().skip(2).filter(|_| is_run).filter_map(|name| name.to_str());
    named.find_map(|name| config.presets.get(name))
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
