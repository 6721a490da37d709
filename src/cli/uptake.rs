//! `vaxdash uptake`.

use std::io::Write;

use clap::Args;

use super::args::{DataArgs, OutputArgs, RejectArgs};
use super::filter_args::{FilterArgs, find_campaign};
use super::session::prepare;
use super::{Done, Terminal};
use crate::domain::Cohort;
use crate::exit::Failure;
use crate::report::{Cell, Dimension, Report, Table, UptakeQuery, uptake};
use crate::rules::RuleSet;

/// Show uptake: who has had a first dose, primary course and booster, by practice or any other group.
///
/// Counts everybody registered with your practices and alive as at the date of the report.
/// --detail shows the course status ladder, whose columns add up to the patients.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash uptake --data extracts/\n  vaxdash uptake --data extracts/ --by age,imd --cohort 6 --format csv -o uptake.csv"
)]
pub struct UptakeArgs {
    #[command(flatten)]
    data: DataArgs,
    #[command(flatten)]
    rejects: RejectArgs,
    /// The groups: practice, pcn, cohort, age, gender, ethnicity, imd, or several with commas.
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "practice", value_parser = read_dimension, help_heading = "Report")]
    by: Vec<Dimension>,
    /// Show the course status of every patient instead of doses.
    #[arg(long, help_heading = "Report")]
    detail: bool,
    /// Add the members of a campaign's groups and how many have had its dose.
    #[arg(long, value_name = "ID", help_heading = "Report")]
    campaign: Option<String>,
    #[command(flatten)]
    people: FilterArgs,
    #[command(flatten)]
    output: OutputArgs,
}

impl UptakeArgs {
    pub(super) fn run(self, terminal: Terminal, err: &mut dyn Write) -> anyhow::Result<Done> {
        let by: Vec<Dimension> = self.by;
        if by.iter().enumerate().any(|(place, dimension)| by[..place].contains(dimension)) {
            return Err(Failure::usage("--by names a group twice").into());
        }
        let (setup, data) = prepare(&self.data)?;
        let campaign = self.campaign.as_deref().map(|id| find_campaign(id, &setup.rules)).transpose()?;
        let filter = self.people.resolve(&setup.scope, None)?;
        let session = setup.load(data, None, None)?;
        let query = UptakeQuery { by, filter, detail: self.detail, campaign };
        let (table, counted) = uptake(&session.population, &setup.scope, &query);
        let kept = session.population.assessments.iter().filter(|assessment| query.filter.keeps(assessment)).count();
        if u64::try_from(kept).ok() != Some(counted) {
            return Err(Failure::fault(format!("the groups hold {counted} patients, the filters leave {kept}")).into());
        }
        let mut notes = session.notes();
        notes.extend(zero_note(&table));
        notes.extend(assumptions(&query, &setup.rules));
        let mut receipt = session.receipt(&query.filter);
        receipt.filters.extend(campaign.map(|campaign| ("campaign", vec![campaign.id.clone()])));
        let title = if self.detail { "COVID-19 vaccination: course status" } else { "COVID-19 vaccination uptake" };
        let report = Report {
            name: "uptake",
            title: title.to_owned(),
            tables: vec![table],
            notes,
            stamp: Some(session.stamp()),
            receipt: Some(receipt),
        };
        let (exit, files) = session.finish(&self.rejects, self.output.quiet, err)?;
        Ok(Done { exit, ..self.output.deliver(&report, files, terminal, err)? })
    }
}

/// A note where a percentage has no denominator.
fn zero_note(table: &Table) -> Option<String> {
    let blank = |cell: &Cell| matches!(cell, Cell::Percent(percent) if percent.tenths().is_none());
    table.rows.iter().flatten().any(blank).then(|| "A blank percentage (–) has nobody to be a share of.".to_owned())
}

/// The assumed rules that the figures rest on.
fn assumptions(query: &UptakeQuery<'_>, rules: &RuleSet) -> Vec<String> {
    let by_cohort = query.by.contains(&Dimension::Cohort) || !query.filter.cohorts.is_empty();
    let shown = |cohort: &Cohort| query.filter.cohorts.is_empty() || query.filter.cohorts.contains(cohort);
    let cohorts = rules.cohorts.iter().filter(|rule| by_cohort && shown(&rule.cohort)).map(|rule| rule.rule);
    let campaign = query.campaign.map(|campaign| campaign.rule);
    let assumed: Vec<String> = cohorts
        .chain(campaign)
        .map(|rule| rules.provenance(rule))
        .filter_map(|rule| rule.assumed.as_ref().map(|what| format!("{} ({what})", rule.id)))
        .collect();
    if assumed.is_empty() {
        Vec::new()
    } else {
        vec![format!("Assumed, no published source found: {}.", assumed.join("; "))]
    }
}

fn read_dimension(text: &str) -> Result<Dimension, String> {
    Dimension::named(text.trim()).ok_or_else(|| {
        let names: Vec<&str> = Dimension::NAMED.iter().map(|(name, _)| *name).collect();
        format!("the groups are: {}", names.join(", "))
    })
}
