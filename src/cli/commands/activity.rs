//! `vaxdash activity`.

use clap::Args;

use crate::cli::args::doses::{DoseByArgs, sources_of_doses};
use crate::cli::args::list::ChartArgs;
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::exit::Failure;
use crate::report::{Activity, DoseKey, Report};
use crate::run::{Reconciled, Setup};

/// Show the doses given yesterday, this week and this month beside those of last week, last month and last campaign.
///
/// Doses are counted by the day on which they were given, not by the day on which they were recorded.
/// Yesterday is the last whole day before the date of the report; weeks begin on Monday.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash activity --data extracts/\n  vaxdash activity --data extracts/ --by site --chart\n  vaxdash activity --data extracts/ --by brand --format csv -o brands.csv"
)]
pub struct ActivityArgs {
    #[command(flatten)]
    by: DoseByArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl ReportStep for ActivityArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        self.common.filter(setup)?;
        self.common.output.check(self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        let filter = self.common.filter(&run.setup)?;
        let view = run.view(&filter);
        let activity = Activity { by: self.by.by.unwrap_or(DoseKey::Practice) };
        let table = activity.table(view, &sources_of_doses(run)).map_err(Failure::unreconciled)?;
        let campaigns = view.open_campaign().into_iter();
        let campaigns = campaigns.flat_map(|open| std::iter::once(open).chain(run.setup.rules.campaign_before(open)));
        let parts = ReportParts {
            name: "activity",
            title: "COVID-19 doses by when they were given".to_owned(),
            tables: vec![table],
            choices: self.by.choice().into_iter().collect(),
            notes: Activity::notes(view),
            rules: campaigns.map(|campaign| campaign.rule).collect(),
            chart: self.common.output.draws(self.chart.chart)?,
        };
        Ok(run.report(parts, &filter))
    }
}
