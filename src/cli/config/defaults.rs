//! Settings as defaults of the command line: what is typed comes before them.

use clap::builder::OsStr;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, ArgAction, Command};

use crate::cli::config::{Config, Settings};

/// The command line with every setting as the default of its option.
pub fn with_config(command: Command, config: &Config) -> Command {
    let tasks: Vec<String> = command.get_subcommands().map(|task| task.get_name().to_owned()).collect();
    tasks.into_iter().fold(command, |command, name| {
        let settings = config.of(&name);
        command.mut_subcommand(name, |task| with_defaults(task, &settings))
    })
}

/// One command with settings as defaults.
pub fn with_defaults(task: Command, settings: &Settings) -> Command {
    task.mut_args(|arg| {
        let Some(setting) = settings.get(arg.get_id().as_str()) else { return arg };
        let values = typed(&arg, &setting.values);
        // What is set need not be typed.
        arg.required(false).default_values(values)
    })
}

/// The values of a setting one by one: a list with commas is cut as on the
/// command line, unless what is set are files, whose names may hold commas.
fn typed(arg: &Arg, values: &[String]) -> Vec<OsStr> {
    let cut = |value: &String| match arg.get_value_delimiter() {
        Some(delimiter) => value.split(delimiter).map(|value| OsStr::from(value.to_owned())).collect(),
        None => vec![OsStr::from(value.clone())],
    };
    let values: Vec<OsStr> = values.iter().flat_map(cut).collect();
    match arg.get_action() {
        // A command line has room for one value of such an option.
        ArgAction::Set | ArgAction::SetTrue => values.into_iter().take(1).collect(),
        _ => values,
    }
}

/// Where a wrong value was set, if it was not typed.
pub fn place_of(error: &clap::Error, config: &Config, task: Option<&str>) -> Option<String> {
    let settings = config.of(task?);
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else { return None };
    let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue) else { return None };
    let key = option.trim_start_matches('-').split([' ', '.']).next()?.replace('-', "_");
    let setting = settings.get(&key)?;
    let is_set = setting.values.iter().any(|set| set.split(',').any(|part| part == value) || set == value);
    is_set.then(|| setting.place.clone())
}
