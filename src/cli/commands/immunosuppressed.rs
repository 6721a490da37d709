//! `vaxdash immunosuppressed`.

use clap::Args;

use crate::cli::args::list::{ChartArgs, ListedArgs, ListedStep};
use crate::exit::Failure;
use crate::report::{Immunosuppressed, ListableReport};
use crate::run::Setup;

/// Show third primary doses of the immunosuppressed of 12 and over, and what else they are due; --list names them.
///
/// A third primary dose is due 56 days after the primary course, whatever came after it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash immunosuppressed --data extracts/\n  vaxdash immunosuppressed --data extracts/ --list --status third-primary-due -o third.csv"
)]
pub struct ImmunosuppressedArgs {
    #[command(flatten)]
    chart: ChartArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for ImmunosuppressedArgs {
    const NAME: &'static str = "immunosuppressed";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        self.chart.given().into_iter().collect()
    }

    fn chart(&self) -> bool {
        self.chart.chart
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        Ok(("Immunosuppressed patients".to_owned(), Box::new(Immunosuppressed)))
    }
}
