//! The commands, one file each: their options and help, and what they make.

mod activity;
pub mod audit;
mod boosters;
mod campaign;
pub mod check;
mod cohorts;
pub mod compare;
pub mod completions;
mod dashboard;
mod first_dose;
pub mod guide;
pub mod history;
mod immunosuppressed;
pub mod invites;
pub mod man;
mod outcomes;
mod patients;
mod quality;
pub mod rules;
pub mod run;
pub mod sample;
mod second_dose;
mod sources;
mod trend;
mod uptake;

use clap::Subcommand;

use crate::cli::step::Step;

/// What is made of data loaded once: alone, or as a step of a preset.
#[derive(Debug, Subcommand)]
pub enum DataCommand {
    Uptake(uptake::UptakeArgs),
    Cohorts(cohorts::CohortsArgs),
    FirstDose(first_dose::FirstDoseArgs),
    SecondDose(second_dose::SecondDoseArgs),
    Boosters(boosters::BoostersArgs),
    Campaign(campaign::CampaignArgs),
    Immunosuppressed(immunosuppressed::ImmunosuppressedArgs),
    Trend(trend::TrendArgs),
    Activity(activity::ActivityArgs),
    Quality(quality::QualityArgs),
    Patients(patients::PatientsArgs),
    Sources(sources::SourcesArgs),
    Dashboard(dashboard::DashboardArgs),
    Invites(invites::InvitesArgs),
    Outcomes(outcomes::OutcomesArgs),
}

impl DataCommand {
    /// The command as a step of a preset.
    pub fn step(&self) -> &dyn Step {
        match self {
            Self::Uptake(args) => args,
            Self::Cohorts(args) => args,
            Self::FirstDose(args) => args,
            Self::SecondDose(args) => args,
            Self::Boosters(args) => args,
            Self::Campaign(args) => args,
            Self::Immunosuppressed(args) => args,
            Self::Trend(args) => args,
            Self::Activity(args) => args,
            Self::Quality(args) => args,
            Self::Patients(args) => args,
            Self::Sources(args) => args,
            Self::Dashboard(args) => args,
            Self::Invites(args) => args,
            Self::Outcomes(args) => args,
        }
    }
}

/// What a preset may run: what is made of its data, and what reads files for itself.
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant)] // there are a few of them in a run
pub enum PresetCommand {
    #[command(flatten)]
    OfData(DataCommand),
    Check(check::CheckArgs),
    Compare(compare::CompareArgs),
}

/// The commands that a preset may run.
pub fn preset_commands() -> Vec<String> {
    let all = PresetCommand::augment_subcommands(clap::Command::new("vaxdash"));
    all.get_subcommands().map(|task| task.get_name().to_owned()).collect()
}
