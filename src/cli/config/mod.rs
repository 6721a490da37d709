//! `vaxdash.toml`: options that need not be typed each time, and presets.
//!
//! Flags come before the environment (`VAXDASH_AS_AT`), that before the file in
//! the working folder, that before the user's own file (specification 6.4).

pub mod defaults;

use std::collections::BTreeMap;
use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::cli::small_file::read_small;
use crate::domain::{did_you_mean, shown};
use crate::exit::Failure;
use crate::load::UserHeadings;

/// The name of the file, in the working folder and in the user's.
const FILE: &str = "vaxdash.toml";
/// A file longer than this, in bytes, holds no settings.
const LONGEST: u64 = 1 << 20;
/// The options that may be set for every command at once, in the environment,
/// and for a preset as a whole: what is read is read once.
const SHARED: [&str; 17] = [
    "data",
    "practices",
    "pcn",
    "sheet",
    "headings",
    "as_at",
    "rules",
    "accept",
    "imd_year",
    "threads",
    "no_hash",
    "rejects",
    "strict",
    "overdue_after",
    "audit_log",
    "force",
    "quiet",
];
/// The headings of the user's own, a table of its own.
const HEADINGS: &str = "headings";
/// Those of them that a step may have as well as its preset.
const OF_STEP_TOO: [&str; 3] = ["quiet", "force", "accept"];
/// A shorter word for one of them, where no filter has it.
const SHORT: (&str, &str) = ("imd", "imd_year");
/// Those that a preset leaves to its steps.
const NOT_OF_PRESET: [&str; 4] = ["disclosure", "format", "width", "no_bom"];
/// Those that a preset alone has: a reason belongs to one run.
const OF_PRESET_ALONE: [&str; 1] = ["reason"];

/// The options that may be set for every command at once, and in the environment.
fn of_all() -> impl Iterator<Item = &'static str> {
    SHARED.into_iter().chain(NOT_OF_PRESET)
}

/// The options of a preset as a whole.
fn of_preset() -> impl Iterator<Item = &'static str> {
    SHARED.into_iter().chain(OF_PRESET_ALONE)
}

/// A value, and where it was set.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The values, as they would be typed.
    pub values: Vec<String>,
    /// Where it was set, for messages.
    pub place: String,
}

/// Settings by option, in underscores.
pub type Settings = BTreeMap<String, Setting>;

/// A saved set of commands.
#[derive(Debug, Clone, Default)]
pub struct Preset {
    /// The options of the preset as a whole.
    pub settings: Settings,
    /// Its commands, each with its options.
    pub steps: Vec<(String, Settings)>,
    /// The file, for messages.
    pub place: String,
}

/// Everything that was set outside the command line.
#[derive(Debug, Default)]
pub struct Config {
    /// For every command that has the option.
    shared: Settings,
    /// For one command.
    commands: BTreeMap<String, Settings>,
    /// The presets by name.
    pub presets: BTreeMap<String, Preset>,
}

impl Config {
    /// Reads the environment, the file of the working folder and the user's.
    ///
    /// # Errors
    /// When a file cannot be read, or holds a key that nothing knows.
    pub fn load(command: &clap::Command) -> Result<Self, Failure> {
        let mut config = Self::default();
        // The last to be read counts: the user's file, the project's, the environment.
        for path in user_file().into_iter().chain([PathBuf::from(FILE)]) {
            if let Some(text) = read(&path)? {
                config.add_file(&path.display().to_string(), &text, command)?;
            }
        }
        for option in of_all() {
            let variable = format!("VAXDASH_{}", option.to_ascii_uppercase());
            let Some(value) = env::var_os(&variable).filter(|value| !value.is_empty()) else { continue };
            let value = value.into_string().map_err(|_| Failure::usage(format!("{variable} is not text")))?;
            config.set_for_all(option, Setting { values: vec![value], place: variable });
        }
        Ok(config)
    }

    /// What is set for a command.
    pub fn of(&self, command: &str) -> Settings {
        let mut settings = self.shared.clone();
        settings.extend(self.commands.get(command).cloned().unwrap_or_default());
        settings
    }

    /// A setting that counts for every command, before what was set so far for
    /// one of them.
    fn set_for_all(&mut self, option: &str, setting: Setting) {
        for settings in self.commands.values_mut() {
            settings.remove(option);
        }
        for preset in self.presets.values_mut() {
            preset.settings.remove(option);
        }
        self.shared.insert(option.to_owned(), setting);
    }

    fn add_file(&mut self, file: &str, text: &str, command: &clap::Command) -> Result<(), Failure> {
        let table: Table = toml::from_str(text).map_err(|error| Failure::usage(format!("{file}: {error}")))?;
        let tasks: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
        // What is said of a single command or preset comes after what the same file says of all.
        let is_shared = |key: &str| of_all().any(|option| option == in_full(key));
        for (key, value) in table.iter().filter(|(key, _)| is_shared(key)) {
            let setting = match value {
                Value::Table(named) if key == HEADINGS => headings(file, named)?,
                value => setting(file, key, value)?,
            };
            self.set_for_all(in_full(key), setting);
        }
        for (key, value) in table.iter().filter(|(key, _)| !is_shared(key)) {
            match value {
                Value::Table(presets) if key == "preset" => {
                    for (name, preset) in presets {
                        let preset = read_preset(file, name, preset, command)?;
                        self.presets.insert(name.clone(), preset);
                    }
                }
                Value::Table(options) if tasks.contains(&key.as_str()) => {
                    let settings = read_settings(file, key, options, &options_of(command, key))?;
                    self.commands.entry(key.clone()).or_default().extend(settings);
                }
                _ => {
                    let known: Vec<&str> =
                        of_all().map(|option| option as &str).chain(tasks.iter().copied()).chain(["preset"]).collect();
                    return Err(unknown(file, key, &known));
                }
            }
        }
        Ok(())
    }
}

/// The preset of this name, checked as far as it can be without its data.
fn read_preset(file: &str, name: &str, value: &Value, command: &clap::Command) -> Result<Preset, Failure> {
    let place = format!("preset.{name}");
    let Value::Table(table) = value else {
        return Err(Failure::usage(format!("{file}: {place} is no table: write [{place}]")));
    };
    let mut options: Table = table.iter().map(|(key, value)| (in_full(key).to_owned(), value.clone())).collect();
    let steps = options.remove("step");
    let known: Vec<&str> = of_preset().chain(["step"]).collect();
    let settings = read_settings(file, &place, &options, &known)?;
    let Some(Value::Array(steps)) = steps else {
        return Err(Failure::usage(format!("{file}: {place} has no steps: write [[{place}.step]] and a command")));
    };
    let steps: Result<Vec<(String, Settings)>, Failure> =
        steps.iter().map(|step| read_step(file, &format!("{place}.step"), step, command)).collect();
    Ok(Preset { settings, steps: steps?, place: file.to_owned() })
}

fn read_step(file: &str, place: &str, step: &Value, command: &clap::Command) -> Result<(String, Settings), Failure> {
    let tasks = crate::cli::commands::preset_commands();
    let tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
    let mut options = step.as_table().cloned().unwrap_or_default();
    let Some(Value::String(task)) = options.remove("command") else {
        return Err(Failure::usage(format!("{file}: {place} has no command, such as command = \"uptake\"")));
    };
    if !tasks.contains(&task.as_str()) {
        return Err(unknown(file, &format!("{place}: command {task}"), &tasks));
    }
    if let Some(key) = options
        .keys()
        .find(|key| of_preset().any(|option| option == key.as_str()) && !OF_STEP_TOO.contains(&key.as_str()))
    {
        return Err(Failure::usage(format!(
            "{file}: {place}: {key} belongs to the preset as a whole: its data are loaded once, as at one date"
        )));
    }
    let settings = read_settings(file, place, &options, &options_of(command, &task))?;
    Ok((task, settings))
}

fn read_settings(file: &str, place: &str, table: &Table, known: &[&str]) -> Result<Settings, Failure> {
    let mut settings = Settings::new();
    for (key, value) in table {
        if !known.contains(&key.as_str()) {
            return Err(unknown(file, &format!("{place}.{key}"), known));
        }
        settings.insert(key.clone(), setting(file, &format!("{place}.{key}"), value)?);
    }
    Ok(settings)
}

/// The options of a command, positions included, by the keys they have in files.
fn options_of<'c>(command: &'c clap::Command, task: &str) -> Vec<&'c str> {
    let options = command.find_subcommand(task).into_iter().flat_map(clap::Command::get_arguments);
    options.map(|option| option.get_id().as_str()).filter(|id| !matches!(*id, "help" | "version")).collect()
}

/// A value as it would be typed.
fn setting(file: &str, key: &str, value: &Value) -> Result<Setting, Failure> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(is_so) => Some(is_so.to_string()),
        Value::Datetime(date) => Some(date.to_string()),
        Value::Array(_) | Value::Table(_) => None,
    };
    let values = match value {
        Value::Array(values) => values.iter().map(text).collect(),
        value => text(value).map(|text| vec![text]),
    };
    let values: Option<Vec<String>> = values;
    let values =
        values.ok_or_else(|| Failure::usage(format!("{file}: {key} is neither a value nor a list of values")))?;
    Ok(Setting { values, place: format!("{key} in {file}") })
}

/// Headings of the user's own, each with its field, as they would be typed.
fn headings(file: &str, named: &Table) -> Result<Setting, Failure> {
    let mut values = Vec::new();
    for (heading, field) in named {
        let Value::String(field) = field else {
            return Err(Failure::usage(format!("{file}: {HEADINGS}: {} has no field", shown(heading))));
        };
        UserHeadings::new([(heading.as_str(), field.as_str())])
            .map_err(|error| Failure::usage(format!("{file}: {HEADINGS}: {error}")))?;
        values.push(format!("{heading}={field}"));
    }
    Ok(Setting { values, place: format!("{HEADINGS} in {file}") })
}

/// A setting by the name of its option.
fn in_full(key: &str) -> &str {
    if key == SHORT.0 { SHORT.1 } else { key }
}

fn unknown(file: &str, key: &str, known: &[&str]) -> Failure {
    let word = key.rsplit(['.', ' ']).next().unwrap_or(key);
    Failure::usage(format!("{file}: nothing is called {key}{}", did_you_mean(word, known)))
}

/// The text of a file; nothing where there is none.
fn read(path: &Path) -> Result<Option<String>, Failure> {
    match read_small(path, LONGEST) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::input(format!("{} cannot be read: {error}", path.display()))),
    }
}

/// The user's own file, where the system has a place for it.
fn user_file() -> Option<PathBuf> {
    let folder = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = if cfg!(windows) {
        folder("APPDATA")
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")))
    };
    folder.map(|folder| folder.join("vaxdash").join(FILE))
}

#[cfg(test)]
mod properties;
