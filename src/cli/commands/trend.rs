//! `vaxdash trend`.

use clap::Args;

use crate::cli::args::list::ChartArgs;
use crate::cli::report_parts::ReportParts;
use crate::cli::step::{CommonArgs, ReportStep, StepOptions};
use crate::exit::Failure;
use crate::report::{Report, trend};
use crate::run::{Reconciled, Setup};

/// Show the doses of every week since the programme began, and how uptake grew.
///
/// Uptake is of the people registered as at the date of the report.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash trend --data extracts/ --chart\n  vaxdash trend --data extracts/ --cohort 6 --format csv -o trend.csv"
)]
pub struct TrendArgs {
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    common: CommonArgs,
}

impl ReportStep for TrendArgs {
    fn options(&self) -> StepOptions<'_> {
        self.common.options()
    }

    fn check(&self, setup: &Setup<'_>) -> Result<(), Failure> {
        self.common.filter(setup)?;
        self.common.output.check(self.chart.chart).map(|_| ())
    }

    fn report(&self, run: &Reconciled<'_>) -> Result<Report, Failure> {
        let filter = self.common.filter(&run.setup)?;
        let table = trend(run.view(&filter)).map_err(Failure::unreconciled)?;
        let parts = ReportParts {
            name: "trend",
            title: "Doses by week".to_owned(),
            tables: vec![table],
            chart: self.common.output.draws(self.chart.chart)?,
            ..ReportParts::default()
        };
        Ok(run.report(parts, &filter))
    }
}
