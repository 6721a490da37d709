//! `vaxdash run`: a preset of `vaxdash.toml`, with one load of the data.

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::{ArgAction, Args, FromArgMatches};

use crate::cli::args::audit::AuditArgs;
use crate::cli::args::{DataArgs, OverdueArgs, RejectArgs};
use crate::cli::command_output::CommandOutput;
use crate::cli::commands::PresetCommand;
use crate::cli::config::defaults::{with_config, with_defaults};
use crate::cli::config::{Config, Preset, Setting, Settings};
use crate::cli::input_paths::InputPaths;
use crate::cli::output_paths::check_paths;
use crate::cli::preset_inputs::PresetInputs;
use crate::cli::publication::kept_back_of_steps;
use crate::cli::session::{finish, path_words, prepare, sound_rules, strict_exit};
use crate::cli::step::{Step, StepContext};
use crate::cli::terminal::Terminal;
use crate::domain::Foreign;
use crate::exit::{Exit, Failure};
use crate::run::assess;

/// Run a preset of vaxdash.toml: several reports and invite files as at one date, from one load of the data.
///
/// All files of a run are written, or none; {date}, {as_at}, {refreshed} and {preset} in their paths
/// are filled in. The file is looked for in the working folder, then
/// in the user's own folder (~/.config/vaxdash/ or %APPDATA%\vaxdash\). What is typed here comes
/// before the environment (VAXDASH_DATA, VAXDASH_AS_AT …), and that before the file.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash run weekly\n  vaxdash run weekly --as-at today --force\n\nA preset:\n  [preset.weekly]\n  data = \"extracts/\"\n  [[preset.weekly.step]]\n  command = \"uptake\"\n  output = \"uptake.csv\"\n  [[preset.weekly.step]]\n  command = \"second-dose\"\n  list = true\n  status = [\"due\", \"overdue\"]\n  output = \"second.csv\""
)]
pub struct RunArgs {
    /// The name of the preset.
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    audit: AuditArgs,
    /// Replace files that exist.
    #[arg(short, long, help_heading = "Output")]
    force: bool,
    /// Say nothing on standard error but errors.
    #[arg(short, long, help_heading = "Output")]
    quiet: bool,
}

impl RunArgs {
    pub fn run(
        &self,
        command: &clap::Command,
        config: &Config,
        terminal: Terminal,
        err: &mut dyn Write,
    ) -> Result<CommandOutput, Failure> {
        let preset = config.preset(&self.name)?;
        let (tasks, read): (Vec<PresetCommand>, Vec<InputPaths>) =
            self.tasks(preset, command, config)?.into_iter().unzip();
        let steps: Vec<Option<&dyn Step>> = tasks.iter().map(step_of).collect();
        let of_data = || steps.iter().flatten();
        refuse_published_movement(&tasks, &self.name)?;
        // One log for all of the steps that name people.
        let names_people = |task: &PresetCommand| match task {
            PresetCommand::OfData(task) => task.step().audit().is_some(),
            PresetCommand::Compare(args) => args.names_people(),
            PresetCommand::Check(_) => false,
        };
        let audit = if tasks.iter().any(names_people) {
            self.audit.open()?
        } else {
            self.audit.refuse_reason()?;
            None
        };
        let mut shows_digests = false;
        for step in of_data() {
            shows_digests |= step.shows_digests()?;
        }
        let rules = sound_rules(&self.data)?;
        let (scoped, old) = prepare(&self.data, &rules, shows_digests)?;
        let words = path_words(&scoped).of_preset(&self.name);
        words.fill_any(self.rejects.rejects.as_deref())?;
        for step in of_data() {
            step.inputs().check_paths(&words)?;
            step.check(&scoped.setup)?;
        }
        let scoped = scoped.with_quality(of_data().any(|step| step.asks_quality()));
        let mut run = assess(scoped, self.overdue.overdue_after, None).map_err(Failure::from)?;
        let (_, rejected) = finish(&run, old.as_deref(), &self.rejects, &words, self.quiet, err)?;
        let accepted = run.setup.accepted.clone();
        let mut output = CommandOutput { files: rejected, force: self.force, audit, ..CommandOutput::default() };
        let mut published = Vec::new();
        // A single one keeps back what it must alone, and need not be made twice.
        let are_several = of_data().filter(|step| step.is_published()).count() > 1;
        for (place, step) in steps.iter().enumerate().filter(|_| are_several) {
            let of_step = step.map(|step| step.published(&run)).transpose()?.flatten();
            published.extend(of_step.map(|of_step| (place, of_step)));
        }
        let kept_back = kept_back_of_steps(&published, steps.len(), &self.name)?;
        let strict = self.rejects.strict;
        let inputs = PresetInputs { name: &self.name, data: &self.data, overdue: &self.overdue, strict };
        for (place, task) in tasks.iter().enumerate() {
            let made = match task {
                PresetCommand::OfData(task) => {
                    let step = task.step();
                    run.accept(&accepted.and(&step.inputs().data.accept.accepted()));
                    // What one step accepts, the others do not.
                    if strict_exit(&run, &self.rejects) != Exit::Done {
                        output.exit = Exit::Problems;
                    }
                    // The next step may read the log to which this one adds.
                    let kept_back = kept_back[place].as_ref();
                    let context = StepContext { invited_before: &output.invited, words: &words, kept_back, terminal };
                    step.make(&run, &context, err)?
                }
                PresetCommand::Check(args) => args.run_in_preset(&inputs, terminal, err)?,
                PresetCommand::Compare(args) => args.run_in_preset(&inputs, terminal, err)?,
            };
            // The first step that is not content says so for all of them.
            if output.exit == Exit::Done {
                output.exit = made.exit;
            }
            if place > 0 && !output.out.is_empty() && !made.out.is_empty() {
                output.out.push(b'\n');
            }
            output.out.extend(made.out);
            output.said.extend(made.said);
            output.files.extend(made.files);
            output.invitations.extend(made.invitations);
            output.additions.extend(made.additions);
            for (log, people) in made.invited {
                output.invited.entry(log).or_default().extend(people);
            }
            output.locks.extend(made.locks);
            output.entries.extend(made.entries);
        }
        refuse_twins(&output, &self.name)?;
        Ok(read.into_iter().fold(output, CommandOutput::reading))
    }

    /// The commands of the preset, read as if they were typed.
    fn tasks(
        &self,
        preset: &Preset,
        command: &clap::Command,
        config: &Config,
    ) -> Result<Vec<(PresetCommand, InputPaths)>, Failure> {
        preset
            .steps
            .iter()
            .enumerate()
            .map(|(place, (task, settings))| {
                let wrong = |why: &str| {
                    let (step, file) = (place + 1, &preset.place);
                    Failure::usage(format!("{file}: step {step} of preset {} ({task}): {why}", self.name))
                };
                let fail = |error: &clap::Error| {
                    let text = error.render().to_string();
                    let text = text.strip_prefix("error: ").unwrap_or(&text);
                    wrong(text.lines().next().unwrap_or_default())
                };
                let line = command_line(command.find_subcommand(task), task, settings);
                // What is read was settled for the preset as a whole.
                let whole = with_config(command.clone(), config).mut_subcommand(task, |task| {
                    with_defaults(
                        task.mut_args(|arg| if arg.get_id() == "data" { arg.required(false) } else { arg }),
                        &self.given(),
                    )
                });
                let matches = whole.try_get_matches_from(line).map_err(|error| fail(&error))?;
                let mut inputs = InputPaths::default();
                if let Some((_, given)) = matches.subcommand() {
                    check_paths(given, true).map_err(|failure| wrong(&failure.to_string()))?;
                    inputs = InputPaths::of(command.find_subcommand(task), given);
                }
                // The file was read with no other commands in its steps.
                PresetCommand::from_arg_matches(&matches).map(|task| (task, inputs)).map_err(|error| fail(&error))
            })
            .collect()
    }

    /// What was typed for the run and means something for each of its steps.
    fn given(&self) -> Settings {
        let flags = [("force", self.force), ("quiet", self.quiet)].into_iter().filter(|(_, given)| *given);
        let setting = |name: &str| Setting { values: vec!["true".to_owned()], place: format!("--{name}") };
        flags.map(|(name, _)| (name.to_owned(), setting(name))).collect()
    }
}

/// What is made of the data of the preset.
fn step_of(task: &PresetCommand) -> Option<&dyn Step> {
    match task {
        PresetCommand::OfData(task) => Some(task.step()),
        PresetCommand::Check(_) | PresetCommand::Compare(_) => None,
    }
}

/// Of two totals the difference is known, whatever each keeps back: movement is not
/// published together with anything else.
fn refuse_published_movement(tasks: &[PresetCommand], name: &str) -> Result<(), Failure> {
    let is_movement = |task: &PresetCommand| matches!(task, PresetCommand::Compare(args) if args.is_published());
    match tasks.iter().position(is_movement) {
        Some(place) if tasks.len() > 1 => Err(Failure::refused(format!(
            "preset {name}: step {} (compare) has a disclosure profile: what moved tells more of what the other steps keep back. Give it a preset of its own, or disclosure = \"none\"",
            place + 1
        ))),
        _ => Ok(()),
    }
}

/// A step as a command line.
fn command_line(found: Option<&clap::Command>, task: &str, settings: &Settings) -> Vec<OsString> {
    let mut line: Vec<OsString> = vec!["vaxdash".into(), task.into()];
    let mut positions: Vec<(usize, OsString)> = Vec::new();
    for (key, setting) in settings {
        let mut args = found.into_iter().flat_map(clap::Command::get_arguments).enumerate();
        let Some((place, arg)) = args.find(|(_, arg)| arg.get_id() == key.as_str()) else { continue };
        let values = setting.values.iter();
        match arg.get_long() {
            None => positions.extend(values.map(|value| (place, OsString::from(value)))),
            Some(long) if matches!(arg.get_action(), ArgAction::SetTrue) => {
                line.extend(values.filter(|value| *value == "true").map(|_| OsString::from(format!("--{long}"))));
            }
            Some(long) => line.extend(values.map(|value| OsString::from(format!("--{long}={value}")))),
        }
    }
    if !positions.is_empty() {
        // In the order of the command: the settings are in that of their names.
        positions.sort_by_key(|(place, _)| *place);
        line.push("--".into());
        line.extend(positions.into_iter().map(|(_, value)| value));
    }
    line
}

/// Two steps that write the same file would leave one of the two.
fn refuse_twins(output: &CommandOutput, name: &str) -> Result<(), Failure> {
    let mut seen: HashSet<&PathBuf> = HashSet::new();
    match output.files.iter().find(|file| !seen.insert(&file.path)) {
        Some(twin) => Err(Failure::usage(format!(
            "two steps of preset {name} write {}: give each its own --output",
            Foreign::path(&twin.path)
        ))),
        None => Ok(()),
    }
}
