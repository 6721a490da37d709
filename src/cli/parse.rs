//! From what was typed to a command with its options.

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

use super::command_line::{Cli, command};
use super::config::defaults::{place_of, with_config, with_defaults};
use super::config::{Config, Preset};
use super::failure_text::without_forged_lines;
use super::input_paths::InputPaths;
use super::output_paths::check_paths;
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

/// Reads the command line, with what is set elsewhere as defaults.
pub(super) fn parse(args: &[OsString]) -> Result<(Cli, Config, bool, InputPaths), Unparsed> {
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
    // A preset that is not there is reported before what it would have set.
    if let [_, task, name, ..] = args
        && task == "run"
        && let Some(name) = name.to_str().filter(|name| !name.starts_with('-'))
    {
        config.preset(name).map_err(Unparsed::Failure)?;
    }
    let mut whole = with_config(command(), &config);
    if let Some(preset) = preset_of(args, &config) {
        whole = whole.mut_subcommand("run", |run| with_defaults(run, &preset.settings));
    }
    let parsed = whole.try_get_matches_from(args).and_then(|matches| {
        let quiet = matches.subcommand().is_some_and(|(_, given)| matches!(given.try_get_one("quiet"), Ok(Some(true))));
        let checked = matches.subcommand().map_or(Ok(()), |(task, given)| check_paths(given, task == "run"));
        let mut inputs = matches
            .subcommand()
            .map_or_else(InputPaths::default, |(task, given)| InputPaths::of(command().find_subcommand(task), given));
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
