//! The commands, one file each: their options and help, and what they make.

mod audit;
mod boosters;
mod campaign;
mod check;
mod cohorts;
mod compare;
mod completions;
mod dashboard;
mod history;
mod immunosuppressed;
mod invites;
mod man;
mod patients;
mod rules;
mod run;
mod sample;
mod second_dose;
mod sources;
mod trend;
mod uptake;

use std::io::Write;

use clap::Subcommand;

use crate::cli::Terminal;
use crate::cli::command_output::CommandOutput;
use crate::cli::config::Config;
use crate::cli::step::{Step, run_alone};

pub use run::find_preset;

/// Every command.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    #[command(flatten)]
    OfData(DataCommand),
    Compare(compare::CompareArgs),
    Run(run::RunArgs),
    Audit(audit::AuditCommandArgs),
    History(history::HistoryArgs),
    Check(check::CheckArgs),
    Rules(rules::RulesArgs),
    Sample(sample::SampleArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// What is made of data loaded once: alone, or as a step of a preset.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    Uptake(uptake::UptakeArgs),
    Cohorts(cohorts::CohortsArgs),
    SecondDose(second_dose::SecondDoseArgs),
    Boosters(boosters::BoostersArgs),
    Campaign(campaign::CampaignArgs),
    Immunosuppressed(immunosuppressed::ImmunosuppressedArgs),
    Trend(trend::TrendArgs),
    Patients(patients::PatientsArgs),
    Sources(sources::SourcesArgs),
    Dashboard(dashboard::DashboardArgs),
    Invites(invites::InvitesArgs),
}

impl CliCommand {
    /// Runs the command: what it leaves to be written and printed.
    pub fn run(self, config: &Config, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<CommandOutput> {
        match self {
            Self::OfData(DataCommand::Invites(args)) => args.run(terminal, err),
            Self::OfData(task) => run_alone(task.step(), terminal, err),
            Self::Compare(args) => args.run(terminal, err),
            Self::Run(args) => args.run(config, terminal, err),
            Self::History(args) => args.run(terminal, err),
            Self::Check(args) => args.run(terminal, err),
            Self::Rules(args) => args.run(terminal, err),
            Self::Audit(args) => args.run(),
            Self::Sample(args) => args.run(err),
            Self::Completions(args) => args.run(),
            Self::Man(args) => args.run(),
        }
    }
}

impl DataCommand {
    /// The command as a step of a preset.
    pub fn step(&self) -> &dyn Step {
        match self {
            Self::Uptake(args) => args,
            Self::Cohorts(args) => args,
            Self::SecondDose(args) => args,
            Self::Boosters(args) => args,
            Self::Campaign(args) => args,
            Self::Immunosuppressed(args) => args,
            Self::Trend(args) => args,
            Self::Patients(args) => args,
            Self::Sources(args) => args,
            Self::Dashboard(args) => args,
            Self::Invites(args) => args,
        }
    }
}

/// The commands that a preset may run.
pub fn preset_commands() -> Vec<String> {
    let all = DataCommand::augment_subcommands(clap::Command::new("vaxdash"));
    all.get_subcommands().map(|task| task.get_name().to_owned()).collect()
}
