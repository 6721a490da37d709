//! `vaxdash second-dose`.

use clap::Args;

use crate::cli::args::OverdueArgs;
use crate::cli::args::list::{ByArgs, ChartArgs, ListedArgs, ListedStep};
use crate::exit::Failure;
use crate::report::{ListableReport, Offers, SecondDose, View};
use crate::run::Setup;

/// Show who had a first dose only, and whether the second is due or overdue; --list names them.
///
/// The intervals are those in force as at the date of the report. The number of days after
/// which a second dose is overdue was never published: the value used is printed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash second-dose --data extracts/\n  vaxdash second-dose --data extracts/ --list --status overdue -o overdue.csv"
)]
pub struct SecondDoseArgs {
    #[command(flatten)]
    by: ByArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for SecondDoseArgs {
    const NAME: &'static str = "second-dose";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        self.by.given().into_iter().chain(self.chart.given()).collect()
    }

    fn chart(&self) -> bool {
        self.chart.chart
    }

    fn overdue_after(&self) -> Option<u16> {
        self.overdue.overdue_after
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        Ok(("Second doses".to_owned(), Box::new(SecondDose { by: self.by.dimensions()? })))
    }

    fn choices(&self, _: &Setup) -> Vec<(&'static str, Vec<String>)> {
        let days = self.overdue.overdue_after.map(|days| ("overdue_after", vec![days.to_string()]));
        self.by.choice().into_iter().chain(days).collect()
    }

    fn notes(&self, view: View<'_>) -> Vec<String> {
        let threshold = SecondDose::threshold(view, self.overdue.overdue_after);
        Offers::of(view, None).doses_ended(view).into_iter().chain([threshold]).collect()
    }
}
