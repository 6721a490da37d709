//! `vaxdash uptake`.

use clap::Args;

use crate::cli::args::filter::find_campaign;
use crate::cli::args::list::{ByArgs, ChartArgs};
use crate::cli::args::share::ShareArgs;
use crate::cli::args::value_hints::{any, campaigns, with_hints};
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::domain::Cohort;
use crate::exit::Failure;
use crate::report::{Dimension, Filter, Report, Uptake};
use crate::rules::{Campaign, RuleId, RuleSet};
use crate::run::{Reconciled, Setup};

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
    by: ByArgs,
    /// Show the course status of every patient instead of doses.
    #[arg(long, help_heading = "Report")]
    detail: bool,
    /// Add the members of a campaign's groups and how many have had its dose.
    #[arg(long, value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true, help_heading = "Report")]
    campaign: Option<String>,
    #[command(flatten)]
    share: ShareArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl UptakeArgs {
    fn wanted<'a>(&self, setup: &'a Setup<'_>) -> Result<Uptake<'a>, Failure> {
        let campaign = self.campaign.as_deref().map(|id| find_campaign(id, setup.rules)).transpose()?;
        if let Some(option) = self.share.given().next().filter(|_| self.detail && campaign.is_none()) {
            return Err(Failure::usage(format!(
                "{option} is for percentages, and --detail has none: leave out one of the two"
            )));
        }
        Ok(Uptake { by: self.by.dimensions()?, detail: self.detail, campaign, shown: self.share.detail() })
    }
}

impl ReportStep for UptakeArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        self.wanted(setup)?;
        self.common.filter(setup)?;
        self.common.output.check(self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        let filter = self.common.filter(&run.setup)?;
        let wanted = self.wanted(&run.setup)?;
        let table = wanted.table(run.view(&filter)).map_err(Failure::unreconciled)?;
        let title = if self.detail { "COVID-19 vaccination: course status" } else { "COVID-19 vaccination uptake" };
        let campaign = wanted.campaign.map(|campaign| ("campaign", vec![campaign.id.clone()]));
        let detail = self.detail.then(|| ("detail", vec!["yes".to_owned()]));
        let parts = ReportParts {
            name: "uptake",
            title: title.to_owned(),
            tables: vec![table],
            choices: [self.by.choice(), detail, campaign].into_iter().flatten().chain(self.share.choices()).collect(),
            notes: self.share.notes(),
            rules: rules_shown(&wanted.by, &filter, wanted.campaign, run.setup.rules),
            chart: self.common.output.draws(self.chart.chart)?,
        };
        Ok(run.report(parts, &filter))
    }
}

/// The rules that the figures rest on: those of the cohorts and the campaign shown.
fn rules_shown(by: &[Dimension], filter: &Filter<'_>, campaign: Option<&Campaign>, rules: &RuleSet) -> Vec<RuleId> {
    let by_cohort = by.contains(&Dimension::Cohort) || !filter.cohorts.is_empty();
    let shown = |cohort: &Cohort| filter.cohorts.is_empty() || filter.cohorts.contains(cohort);
    let cohorts = rules.cohorts.iter().filter(|rule| by_cohort && shown(&rule.cohort)).map(|rule| rule.rule);
    cohorts.chain(campaign.map(|campaign| campaign.rule)).collect()
}
