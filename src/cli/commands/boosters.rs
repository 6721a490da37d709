//! `vaxdash boosters`.

use clap::Args;

use crate::cli::args::list::{ByArgs, ChartArgs, ListedArgs, ListedStep};
use crate::exit::Failure;
use crate::report::{Boosters, ListableReport, Offers, View};
use crate::run::Setup;

/// Show the way to a first booster, and the time since the primary course; --list names the people.
///
/// The interval is the one in force as at the date of the report, not on the day of the dose.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash boosters --data extracts/ --chart\n  vaxdash boosters --data extracts/ --by cohort\n  vaxdash boosters --data extracts/ --list --status eligible -o due.csv"
)]
pub struct BoostersArgs {
    #[command(flatten)]
    by: ByArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for BoostersArgs {
    const NAME: &'static str = "boosters";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        self.by.given().into_iter().chain(self.chart.given()).collect()
    }

    fn chart(&self) -> bool {
        self.chart.chart
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        Ok(("First boosters".to_owned(), Box::new(Boosters { by: self.by.dimensions()? })))
    }

    fn choices(&self, _: &Setup) -> Vec<(&'static str, Vec<String>)> {
        self.by.choice().into_iter().collect()
    }

    fn notes(&self, view: View<'_>) -> Vec<String> {
        Offers::of(view, None).boosters_ended(view).into_iter().collect()
    }
}
