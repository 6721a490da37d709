//! The command line as a whole: every command, and which file answers it.

use std::io::Write;

use clap::{CommandFactory, Parser, Subcommand};

use super::command_output::CommandOutput;
use super::commands::{
    DataCommand, audit::AuditCommandArgs, check::CheckArgs, compare::CompareArgs, completions::CompletionsArgs,
    guide::GuideArgs, history::HistoryArgs, man::ManArgs, rules::RulesArgs, run::RunArgs, sample::SampleArgs,
};
use super::config::Config;
use super::help;
use super::step::run_alone;
use super::terminal::Terminal;
use crate::exit::Failure;

/// COVID-19 vaccination uptake, recall lists and booking files from extract
/// files, for your own practices only.
#[derive(Debug, Parser)]
#[command(name = "vaxdash", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done · 2 usage · 3 done, but problems found · 4 refused for safety · \
                        5 input not read or output not written · 70 a fault of vaxdash")]
pub struct Cli {
    /// What is to be done.
    #[command(subcommand)]
    pub command: CliCommand,
}

/// Every command.
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant)] // there is one of them in a run
pub enum CliCommand {
    #[command(flatten)]
    OfData(DataCommand),
    Compare(CompareArgs),
    Run(RunArgs),
    Audit(AuditCommandArgs),
    History(HistoryArgs),
    Check(CheckArgs),
    Rules(RulesArgs),
    Sample(SampleArgs),
    Guide(GuideArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// The command line, for completions, man pages and tests.
#[must_use]
pub fn command() -> clap::Command {
    help::with_front_page(Cli::command())
}

impl CliCommand {
    /// Runs the command: what it leaves to be written and printed.
    pub fn run(self, config: &Config, terminal: Terminal, err: &mut dyn Write) -> Result<CommandOutput, Failure> {
        match self {
            Self::OfData(DataCommand::Invites(args)) => args.run(terminal, err),
            Self::OfData(task) => run_alone(task.step(), terminal, err),
            Self::Compare(args) => args.run(terminal, err),
            Self::Run(args) => args.run(&command(), config, terminal, err),
            Self::History(args) => args.run(terminal, err),
            Self::Check(args) => args.run(terminal, err),
            Self::Rules(args) => args.run(terminal, err),
            Self::Audit(args) => args.run(),
            Self::Sample(args) => args.run(err),
            Self::Guide(args) => args.run(),
            Self::Completions(args) => args.run(command()),
            Self::Man(args) => args.run(command()),
        }
    }
}
