//! `vaxdash.toml`: options that need not be typed each time, and presets.
//!
//! Flags come before the environment (`VAXDASH_AS_AT`), that before the file in
//! the working folder, that before the user's own file (specification 6.4).

pub mod defaults;

use std::collections::BTreeMap;
use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::DeValue;

use crate::cli::small_file::read_small;
use crate::domain::{Foreign, did_you_mean, shown};
use crate::exit::Failure;
use crate::load::UserHeadings;
use crate::toml_rows::{Conventions, Diagnostics, Document, Location, Reported, TomlRow, TomlValue};

/// The name of the file, in the working folder and in the user's.
const FILE: &str = "vaxdash.toml";
/// A file longer than this, in bytes, holds no settings.
const LONGEST: u64 = 1 << 20;
/// What is usual in such a file; its tables are read by the options of the commands.
const CONVENTIONS: Conventions = Conventions {
    id_key: None,
    most_rows: 0,
    longest_text: 0,
    longest_list: 0,
    words: |key, fault| fault.sentence(key),
};
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
    /// What there is to say of files that were not read.
    pub notes: Vec<String>,
    /// The files that were read.
    pub files: Vec<PathBuf>,
}

impl Config {
    /// Reads the environment, the file of the working folder and the user's.
    ///
    /// # Errors
    /// When a file cannot be read, or holds a key that nothing knows.
    pub fn load(command: &clap::Command) -> Result<Self, Failure> {
        let mut config = Self::default();
        // The last to be read counts: the user's file, the project's, the environment.
        let (own, of_folder) = (user_file(), PathBuf::from(FILE));
        for (path, is_own) in own.map(|path| (path, true)).into_iter().chain([(of_folder, false)]) {
            if is_own && is_closed(&path) {
                config.notes.push(format!("{} may not be read here: no settings of the user's", Foreign::path(&path)));
                continue;
            }
            if let Some(text) = read(&path)? {
                config.add_file(Foreign::path(&path).shown(), &text, command)?;
                config.files.push(path);
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

    /// The preset of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn preset(&self, name: &str) -> Result<&Preset, Failure> {
        self.presets.get(name).ok_or_else(|| {
            let shown = Foreign::new(name);
            let known: Vec<&str> = self.presets.keys().map(String::as_str).collect();
            if known.is_empty() {
                return Failure::usage(format!(
                    "there is no preset {shown}: no vaxdash.toml in this folder or the user's has any. `vaxdash run --help` shows one"
                ));
            }
            Failure::usage(format!("there is no preset {shown}{}", did_you_mean(name, &known)))
        })
    }

    /// The presets that there are, a line each with their steps.
    ///
    /// # Errors
    /// When there is none.
    pub fn presets_listed(&self) -> Result<String, Failure> {
        if self.presets.is_empty() {
            return Err(Failure::usage(
                "there is no preset: no vaxdash.toml in this folder or the user's has any. `vaxdash run --help` shows one",
            ));
        }
        let widest = self.presets.keys().map(|name| name.chars().count()).max().unwrap_or_default();
        let line = |(name, preset): (&String, &Preset)| {
            let steps: Vec<&str> = preset.steps.iter().map(|(task, _)| task.as_str()).collect();
            format!("  {:widest$}  {}\n", shown(name).trim_matches('"'), steps.join(", "))
        };
        let lines: String = self.presets.iter().map(line).collect();
        Ok(format!("Presets, each with its steps:\n{lines}\nRun one with `vaxdash run NAME`.\n"))
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

    /// Adds what a file sets; everything that is wrong with it is said at once.
    fn add_file(&mut self, file: &str, text: &str, command: &clap::Command) -> Result<(), Failure> {
        let diagnostics = Diagnostics::default();
        if let Ok(document) = Document::parse(&CONVENTIONS, file.to_owned(), text, &diagnostics) {
            self.add(&document.top(), &Reader { file, command, diagnostics: &diagnostics });
        }
        let problems = diagnostics.into_problems();
        if problems.0.is_empty() { Ok(()) } else { Err(Failure::usage(problems.to_string())) }
    }

    fn add(&mut self, top: &TomlRow<'_>, reader: &Reader<'_>) {
        let tasks: Vec<&str> = reader.command.get_subcommands().map(clap::Command::get_name).collect();
        // What is said of a single command or preset comes after what the same file says of all.
        let is_shared = |key: &str| of_all().any(|option| option == in_full(key));
        for (key, cell) in top.entries().filter(|(key, _)| is_shared(key)) {
            let setting = match top.within(&cell) {
                Some(named) if key == HEADINGS => reader.headings(&named),
                _ => reader.setting(key, &cell),
            };
            if let Ok(setting) = setting {
                self.set_for_all(in_full(key), setting);
            }
        }
        for (key, cell) in top.entries().filter(|(key, _)| !is_shared(key)) {
            match top.within(&cell) {
                Some(presets) if key == "preset" => {
                    for (name, preset) in presets.entries() {
                        if let Ok(preset) = reader.preset(&presets, name, &preset) {
                            self.presets.insert(name.to_owned(), preset);
                        }
                    }
                }
                Some(options) if tasks.contains(&key) => {
                    if let Ok(settings) = reader.settings(key, &options, &options_of(reader.command, key), &[]) {
                        self.commands.entry(key.to_owned()).or_default().extend(settings);
                    }
                }
                _ => {
                    let known: Vec<&str> =
                        of_all().map(|option| option as &str).chain(tasks.iter().copied()).chain(["preset"]).collect();
                    reader.unknown(&cell.location, key, &known);
                }
            }
        }
    }
}

/// What the reading of one file goes by.
struct Reader<'r> {
    /// The file, for messages.
    file: &'r str,
    /// The command line, whose options may be set.
    command: &'r clap::Command,
    diagnostics: &'r Diagnostics,
}

impl Reader<'_> {
    /// The preset of this name, checked as far as it can be without its data.
    fn preset(&self, presets: &TomlRow<'_>, name: &str, cell: &TomlValue<'_>) -> Result<Preset, Reported> {
        let place = format!("preset.{name}");
        let report = |message: String| self.diagnostics.report(&cell.location, message);
        let table = presets.within(cell).ok_or_else(|| report(format!("{place} is no table: write [{place}]")))?;
        let known: Vec<&str> = of_preset().chain(["step", SHORT.0]).collect();
        let settings = self.settings(&place, &table, &known, &["step"]).map(|mut settings| {
            if let Some(setting) = settings.remove(SHORT.0) {
                settings.insert(SHORT.1.to_owned(), setting);
            }
            settings
        });
        let steps = table
            .cell("step")
            .and_then(|steps| table.list(&steps))
            .ok_or_else(|| report(format!("{place} has no steps: write [[{place}.step]] and a command")))?;
        let steps = steps.iter().map(|step| self.step(&table, &format!("{place}.step"), step));
        let steps: Vec<Result<(String, Settings), Reported>> = steps.collect();
        let steps: Result<_, Reported> = steps.into_iter().collect();
        Ok(Preset { settings: settings?, steps: steps?, place: self.file.to_owned() })
    }

    fn step(&self, preset: &TomlRow<'_>, place: &str, cell: &TomlValue<'_>) -> Result<(String, Settings), Reported> {
        let tasks = crate::cli::commands::preset_commands();
        let tasks: Vec<&str> = tasks.iter().map(String::as_str).collect();
        let row = preset.within(cell);
        let named = row.as_ref().and_then(|row| row.cell("command")?.value.as_str());
        let (Some(row), Some(task)) = (&row, named) else {
            let message = format!("{place} has no command, such as command = \"uptake\"");
            return Err(self.diagnostics.report(&cell.location, message));
        };
        if !tasks.contains(&task) {
            return Err(self.unknown(&cell.location, &format!("{place}: command {task}"), &tasks));
        }
        let of_whole = |key: &str| of_preset().any(|option| option == key) && !OF_STEP_TOO.contains(&key);
        if let Some((key, cell)) = row.entries().find(|(key, _)| of_whole(key)) {
            return Err(self.diagnostics.report(
                &cell.location,
                format!("{place}: {key} belongs to the preset as a whole: its data are loaded once, as at one date"),
            ));
        }
        let settings = self.settings(place, row, &options_of(self.command, task), &["command"])?;
        Ok((task.to_owned(), settings))
    }

    /// Headings of the user's own, each with its field, as they would be typed.
    fn headings(&self, named: &TomlRow<'_>) -> Result<Setting, Reported> {
        let read = |(heading, cell): (&str, TomlValue<'_>)| {
            let report = |message: String| self.diagnostics.report(&cell.location, format!("{HEADINGS}: {message}"));
            let field = cell.value.as_str().ok_or_else(|| report(format!("{} has no field", shown(heading))))?;
            UserHeadings::new([(heading, field)]).map_err(report)?;
            Ok(format!("{heading}={field}"))
        };
        let values: Vec<Result<String, Reported>> = named.entries().map(read).collect();
        let values: Result<Vec<String>, Reported> = values.into_iter().collect();
        Ok(Setting { values: values?, place: format!("{HEADINGS} in {}", self.file) })
    }

    /// The settings of a table, but for keys that mean something else.
    fn settings(&self, place: &str, table: &TomlRow<'_>, known: &[&str], but: &[&str]) -> Result<Settings, Reported> {
        let mut settings = Settings::new();
        let mut fault = None;
        for (key, cell) in table.entries().filter(|(key, _)| !but.contains(key)) {
            let name = format!("{place}.{key}");
            if !known.contains(&key) {
                fault = Some(self.unknown(&cell.location, &name, known));
                continue;
            }
            match self.setting(&name, &cell) {
                Ok(setting) => _ = settings.insert(key.to_owned(), setting),
                Err(reported) => fault = Some(reported),
            }
        }
        fault.map_or(Ok(settings), Err)
    }

    /// A value as it would be typed.
    fn setting(&self, key: &str, cell: &TomlValue<'_>) -> Result<Setting, Reported> {
        let values: Option<Vec<String>> = match cell.value {
            DeValue::Array(values) => values.iter().map(|value| typed(value.get_ref())).collect(),
            value => typed(value).map(|text| vec![text]),
        };
        let message = || format!("{key} is neither a value nor a list of values");
        let values = values.ok_or_else(|| self.diagnostics.report(&cell.location, message()))?;
        Ok(Setting { values, place: format!("{key} in {}", self.file) })
    }

    fn unknown(&self, location: &Location, key: &str, known: &[&str]) -> Reported {
        let word = key.rsplit(['.', ' ']).next().unwrap_or(key);
        let key = Foreign::new(key);
        self.diagnostics.report(location, format!("nothing is called {key}{}", did_you_mean(word, known)))
    }
}

/// The options of a command, positions included, by the keys they have in files.
fn options_of<'c>(command: &'c clap::Command, task: &str) -> Vec<&'c str> {
    let options = command.find_subcommand(task).into_iter().flat_map(clap::Command::get_arguments);
    options.map(|option| option.get_id().as_str()).filter(|id| !matches!(*id, "help" | "version")).collect()
}

/// A setting by the name of its option.
fn in_full(key: &str) -> &str {
    if key == SHORT.0 { SHORT.1 } else { key }
}

/// A single value as it would be typed; nothing where it is none, or a number
/// that is too large.
fn typed(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number.to_string())
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().ok().map(|number| number.to_string()),
        DeValue::Boolean(is_so) => Some(is_so.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// The text of a file; nothing where there is none, be it that what should be
/// its folder is none, as the HOME of many service accounts.
fn read(path: &Path) -> Result<Option<String>, Failure> {
    match read_small(path, LONGEST) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Failure::input(format!("{} cannot be read: {error}", Foreign::path(path)))),
    }
}

/// Whether the system keeps a file, or the folders above it, from this user.
fn is_closed(path: &Path) -> bool {
    std::fs::File::open(path).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
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
