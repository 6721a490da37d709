//! `vaxdash rules`.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::named_value::named_value;
use crate::cli::args::{OutputArgs, read_as_at};
use crate::cli::clock;
use crate::cli::command_output::CommandOutput;
use crate::cli::output_paths::PathWords;
use crate::cli::terminal::Terminal;
use crate::domain::{Foreign, UkDate, named_values};
use crate::exit::{Exit, Failure};
use crate::render::{Format, OutputFile, write_schema};
use crate::report::{Report, Stamp, dictionary, doubt_rules, rules_in_force};
use crate::rules::RuleSet;
use crate::run::check_start;

/// Show the rules in force: cohorts, intervals, campaigns, each with its source and what is assumed.
///
/// Rules are data: --export writes the built-in files, and README.md, to a folder, where they can be changed;
/// --validate checks a folder and lists every fault; --rules uses it, here as in every report.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  vaxdash rules --as-at 07/12/2021\n  vaxdash rules --validate my-rules/")]
pub struct RulesArgs {
    /// The date: DD/MM/YYYY, YYYY-MM-DD or today (default).
    #[arg(long, value_name = "DATE", value_parser = read_as_at, help_heading = "Rules")]
    as_at: Option<NaiveDate>,
    /// A folder of rule files that replace the built-in ones.
    #[arg(long, value_name = "DIR", help_heading = "Rules")]
    rules: Option<PathBuf>,
    /// Check a folder of rule files; exit 3 if anything is wrong.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["rules", "as_at", "export", "format", "output", "width", "no_bom", "password_file", "force", "quiet"], help_heading = "Rules")]
    validate: Option<PathBuf>,
    /// Write the built-in rule files to this folder.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["rules", "as_at", "format", "output", "width", "no_bom", "password_file", "quiet"], help_heading = "Rules")]
    export: Option<PathBuf>,
    /// Show the doubts instead: when each stands, what follows, from which share, and what to do.
    #[arg(long, conflicts_with_all = ["validate", "export"], help_heading = "Rules")]
    doubts: bool,
    /// Show what the outputs hold instead: dictionary (every table, its keys, kinds and meaning) or schema (the JSON Schema of reports).
    ///
    /// Within version 1 of the schema, keys, tables and words may be added; none is removed or
    /// renamed, and none changes its type or meaning. Alone, it is the dictionary.
    #[arg(long, value_name = "WHAT", num_args = 0..=1, default_missing_value = OutputsShown::Dictionary.name(), value_parser = named_value::<OutputsShown>(), hide_possible_values = true, conflicts_with_all = ["validate", "export", "doubts"], help_heading = "Rules")]
    outputs: Option<OutputsShown>,
    #[command(flatten)]
    output: OutputArgs,
}

/// What is shown of the outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputsShown {
    /// Every table, its keys, kinds and meaning.
    Dictionary,
    /// The JSON Schema of reports.
    Schema,
}

named_values!(OutputsShown {
    Dictionary => ("dictionary", "Every table, its keys, kinds and meaning."),
    Schema => ("schema", "The JSON Schema of reports."),
});

impl RulesArgs {
    pub fn run(self, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        if let Some(folder) = &self.validate {
            return Ok(match RuleSet::from_folder(folder) {
                Ok(rules) => {
                    CommandOutput::with(format!("The rules are sound: version {}\n", rules.version).into_bytes())
                }
                Err(problems) => {
                    CommandOutput { exit: Exit::Problems, ..CommandOutput::with(format!("{problems}\n").into_bytes()) }
                }
            });
        }
        if let Some(folder) = PathWords::default().fill_any(self.export.as_deref())? {
            let files: Vec<OutputFile> = RuleSet::files()
                .iter()
                .chain(&[RuleSet::README])
                .map(|(name, text)| OutputFile { path: folder.join(name), bytes: text.as_bytes().to_vec() })
                .collect();
            let out = format!(
                "{} rule files and README.md, which explains them, written to {}\n",
                RuleSet::files().len(),
                Foreign::path(folder)
            )
            .into_bytes();
            return Ok(CommandOutput { out, files, force: self.output.force, ..CommandOutput::default() });
        }
        if self.outputs == Some(OutputsShown::Schema) {
            return self.schema();
        }
        self.output.check(false)?;
        let rules = self.rules.as_deref().map_or_else(RuleSet::built_in, RuleSet::from_folder);
        let rules = rules.map_err(|problems| Failure::input(problems.to_string()))?;
        let as_at = self.as_at.unwrap_or_else(clock::today);
        check_start(as_at, &rules).map_err(Failure::from)?;
        let words = PathWords::as_at(as_at);
        if self.doubts {
            let report = Report {
                name: "doubts",
                title: format!("What makes a doubt · rules version {}", rules.version),
                tables: doubt_rules(&rules.doubts),
                notes: vec![format!("A share counts from {} rows concerned.", rules.doubts.least_rows)],
                stamp: Some(Stamp::new(as_at, &rules.version)),
                receipt: None,
            };
            return self.output.deliver(report, Vec::new(), &words, terminal, err);
        }
        if self.outputs == Some(OutputsShown::Dictionary) {
            let report = Report {
                name: "outputs",
                title: "What the outputs hold".to_owned(),
                tables: vec![dictionary(&rules, as_at).map_err(Failure::unreconciled)?],
                notes: Vec::new(),
                stamp: Some(Stamp::new(as_at, &rules.version)),
                receipt: None,
            };
            return self.output.deliver(report, Vec::new(), &words, terminal, err);
        }
        let report = Report {
            name: "rules",
            title: format!("Rules in force as at {} · version {}", UkDate(as_at), rules.version),
            tables: vec![rules_in_force(&rules, as_at)],
            notes: Vec::new(),
            stamp: Some(Stamp::new(as_at, &rules.version)),
            receipt: None,
        };
        self.output.deliver(report, Vec::new(), &words, terminal, err)
    }

    /// The JSON Schema: JSON, whatever else is asked for.
    fn schema(&self) -> Result<CommandOutput, Failure> {
        let file = self.output.output.as_deref().filter(|path| *path != Path::new("-"));
        let is_json = match self.output.format {
            None | Some(Format::Json) => true,
            Some(Format::Table | Format::Csv | Format::Xlsx | Format::Html | Format::Ndjson) => false,
        };
        if !is_json || self.output.password_file.is_some() {
            return Err(Failure::usage("--outputs schema is JSON: leave --format and --password-file out"));
        }
        let mut bytes = Vec::new();
        write_schema(&mut bytes).map_err(|error| Failure::fault(error.to_string()))?;
        let Some(path) = PathWords::default().fill_any(file)? else { return Ok(CommandOutput::with(bytes)) };
        let files = vec![OutputFile { path, bytes }];
        Ok(CommandOutput { files, force: self.output.force, ..CommandOutput::default() })
    }
}
