//! `vaxdash first-dose`.

use clap::Args;

use crate::cli::args::list::{ByArgs, ChartArgs, ListedArgs, ListedStep};
use crate::exit::Failure;
use crate::report::{FirstDose, ListableReport, Offers, View};
use crate::run::Setup;

/// Show who has no dose yet, and whether the first is due; --list names them.
///
/// The columns add up to the patients. A person is due from the day on which the cohort opened;
/// who is contraindicated or declined is counted apart, and not among the eligible.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash first-dose --data extracts/ --by cohort\n  vaxdash first-dose --data extracts/ --status eligible -o first-doses.csv"
)]
pub struct FirstDoseArgs {
    #[command(flatten)]
    by: ByArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for FirstDoseArgs {
    const NAME: &'static str = "first-dose";

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
        Ok(("First doses".to_owned(), Box::new(FirstDose { by: self.by.dimensions()? })))
    }

    fn choices(&self, _: &Setup) -> Vec<(&'static str, Vec<String>)> {
        self.by.choice().into_iter().collect()
    }

    fn notes(&self, view: View<'_>) -> Vec<String> {
        Offers::of(view, None).doses_ended(view).into_iter().collect()
    }
}
