//! `vaxdash cohorts`.

use clap::Args;

use crate::cli::args::OverdueArgs;
use crate::cli::args::list::{ChartArgs, ListedArgs, ListedStep};
use crate::cli::args::share::ShareArgs;
use crate::exit::Failure;
use crate::report::{Cohorts, ListableReport, SecondDose, View};
use crate::run::Setup;

/// Show the JCVI priority groups (cohorts 1 to 17) and what each is due; --list names the people.
///
/// Cohort 6, the 5 to 15 year olds at risk and the immunosuppressed have a table of their own.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash cohorts --data extracts/\n  vaxdash cohorts --data extracts/ --practice Q10001 --format csv\n  vaxdash cohorts --data extracts/ --cohort 6 --list -o cohort-6.csv"
)]
pub struct CohortsArgs {
    #[command(flatten)]
    share: ShareArgs,
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    overdue: OverdueArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for CohortsArgs {
    const NAME: &'static str = "cohorts";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        self.share.given().chain(self.chart.given()).collect()
    }

    fn chart(&self) -> bool {
        self.chart.chart
    }

    fn overdue_after(&self) -> Option<u16> {
        self.overdue.overdue_after
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        Ok(("Cohorts".to_owned(), Box::new(Cohorts { shown: self.share.detail() })))
    }

    fn choices(&self, _: &Setup) -> Vec<(&'static str, Vec<String>)> {
        let days = self.overdue.overdue_after.map(|days| ("overdue_after", vec![days.to_string()]));
        days.into_iter().chain(self.share.choices()).collect()
    }

    fn notes(&self, view: View<'_>) -> Vec<String> {
        let threshold = SecondDose::threshold(view, self.overdue.overdue_after);
        std::iter::once(threshold).chain(self.share.notes()).collect()
    }
}
