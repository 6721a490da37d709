//! From what was typed to a command with its options.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, FromArgMatches};

use super::command_line::{Cli, command};
use super::config::defaults::{place_of, with_config, with_defaults};
use super::config::{Config, Preset};
use super::failure_text::without_forged_lines;
use super::input_paths::InputPaths;
use super::output_paths::check_paths;
use crate::domain::is_near;
use crate::exit::Failure;

/// Why no command is run.
pub enum Unparsed {
    /// Help or version, as asked.
    Answer(String),
    /// Help, because nothing was asked.
    Help(String),
    /// A wrong command line, or a wrong file of settings.
    Failure(Failure),
}

/// Options with a value that may stand before the command as well.
const WITH_VALUE: [&str; 3] = ["--data", "--practices", "--as-at"];
/// Options without one that may.
const WITHOUT_VALUE: [&str; 2] = ["-q", "--quiet"];

/// The arguments with the options that stand before the command behind it, where the
/// command has them.
fn command_first(args: &[OsString]) -> Vec<OsString> {
    let mut place = 1;
    while let Some(arg) = args.get(place).and_then(|arg| arg.to_str()) {
        let name = arg.split_once('=').map_or(arg, |(name, _)| name);
        if !WITHOUT_VALUE.contains(&arg) && !WITH_VALUE.contains(&name) {
            break;
        }
        // The value of an option without `=` is the next argument.
        place += 1 + usize::from(WITH_VALUE.contains(&arg));
    }
    match (args.get(..1), args.get(1..place), args.get(place..)) {
        (Some(program), Some(options), Some([command, rest @ ..])) if !options.is_empty() => {
            [program, std::slice::from_ref(command), options, rest].concat()
        }
        _ => args.to_vec(),
    }
}

/// Reads the command line, with what is set elsewhere as defaults.
pub(super) fn parse(args: &[OsString]) -> Result<(Cli, Config, bool, InputPaths), Unparsed> {
    let args = &command_first(args)[..];
    let known = command();
    let config = match Config::load(&known) {
        Ok(config) => config,
        // Whoever asks for help gets it, whatever the files say.
        Err(failure) => {
            return Err(match known.try_get_matches_from(args) {
                Err(error) if !error.use_stderr() => Unparsed::Answer(error.render().to_string()),
                _ => Unparsed::Failure(failure),
            });
        }
    };
    if let [_, task] = args
        && task == "run"
    {
        return Err(config.presets_listed().map_or_else(Unparsed::Failure, Unparsed::Answer));
    }
    // A preset that is not there is reported before what it would have set.
    if let [_, task, name, ..] = args
        && task == "run"
        && let Some(name) = name.to_str().filter(|name| !name.starts_with('-'))
    {
        config.preset(name).map_err(Unparsed::Failure)?;
    }
    let mut whole = with_config(known.clone(), &config);
    if let Some(preset) = preset_of(args, &config) {
        whole = whole.mut_subcommand("run", |run| with_defaults(run, &preset.settings));
    }
    let parsed = whole.try_get_matches_from(args).and_then(|matches| {
        let quiet = matches.subcommand().is_some_and(|(_, given)| matches!(given.try_get_one("quiet"), Ok(Some(true))));
        let checked = matches.subcommand().map_or(Ok(()), |(task, given)| check_paths(given, task == "run"));
        let mut inputs = matches
            .subcommand()
            .map_or_else(InputPaths::default, |(task, given)| InputPaths::of(known.find_subcommand(task), given));
        inputs.add_settings(&config.files);
        Cli::from_arg_matches(&matches).map(|cli| (cli, quiet, inputs, checked))
    });
    match parsed {
        Ok((cli, quiet, inputs, checked)) => checked.map(|()| (cli, config, quiet, inputs)).map_err(Unparsed::Failure),
        Err(error) if !error.use_stderr() => Err(Unparsed::Answer(error.render().to_string())),
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Err(Unparsed::Help(error.render().to_string()))
        }
        Err(error) => {
            let error = without_far_suggestion(error);
            let text = error.render().to_string();
            let message = text.strip_prefix("error: ").unwrap_or(&text).trim_end();
            let task = args.get(1).and_then(|task| task.to_str());
            // What was set is quoted as it is, too.
            let set = config.of(task.unwrap_or_default()).into_values().flat_map(|setting| setting.values);
            let preset = preset_of(args, &config).into_iter().flat_map(|preset| preset.settings.values());
            let set = set.chain(preset.flat_map(|setting| setting.values.clone()));
            let message = &without_forged_lines(message, set);
            let place =
                place_of(&error, &config, task).map(|place| format!("\n\n(set by {place})")).unwrap_or_default();
            let hint = if lacks_data(&error) {
                "\n\n(or set VAXDASH_DATA, or data = \"extracts/\" in vaxdash.toml)"
            } else {
                ""
            };
            Err(Unparsed::Failure(Failure::usage(format!("{message}{place}{hint}"))))
        }
    }
}

/// Whether `--data` is among what was not given; the usage names it in any case.
fn lacks_data(error: &Error) -> bool {
    error.kind() == ErrorKind::MissingRequiredArgument
        && match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::Strings(missing)) => missing.iter().any(|arg| arg.starts_with("--data")),
            Some(ContextValue::String(missing)) => missing.starts_with("--data"),
            _ => false,
        }
}

/// The error without a suggestion that is far from what was typed: the values that
/// there are say more than `opensafely` does to whoever typed `ons`.
fn without_far_suggestion(mut error: Error) -> Error {
    if error.kind() == ErrorKind::InvalidValue
        && let (Some(ContextValue::String(typed)), Some(ContextValue::String(suggested))) =
            (error.get(ContextKind::InvalidValue), error.get(ContextKind::SuggestedValue))
        && !is_near(typed, suggested)
    {
        error.remove(ContextKind::SuggestedValue);
    }
    error
}

/// The preset that `vaxdash run NAME` names.
fn preset_of<'c>(args: &[OsString], config: &'c Config) -> Option<&'c Preset> {
    let is_run = args.get(1).is_some_and(|task| task == "run");
    let mut named = args.iter().skip(2).filter(|_| is_run).filter_map(|name| name.to_str());
    named.find_map(|name| config.presets.get(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_options_may_stand_before_the_command() {
        for (typed, meant) in [
            ("-q uptake --by age", "uptake -q --by age"),
            ("--data x --quiet run weekly", "run --data x --quiet weekly"),
            ("--as-at=today --practices a.csv compare old new", "compare --as-at=today --practices a.csv old new"),
            ("uptake -q", "uptake -q"),
            // No command follows, or something that no command has there.
            ("-q", "-q"),
            ("--data x", "--data x"),
            ("--data", "--data"),
            ("--by age uptake", "--by age uptake"),
            ("--help", "--help"),
        ] {
            let line = |words: &str| -> Vec<OsString> {
                std::iter::once("vaxdash").chain(words.split(' ')).map(OsString::from).collect()
            };
            assert_eq!(command_first(&line(typed)), line(meant), "{typed}");
        }
        assert_eq!(command_first(&[]), Vec::<OsString>::new());
    }
}
