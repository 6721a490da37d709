//! `vaxdash patients`.

use clap::Args;

use crate::cli::args::list::{ByArgs, ListedArgs, ListedStep};
use crate::exit::Failure;
use crate::report::{ListableReport, Patients};
use crate::run::Setup;

/// Show how many patients are registered; --list is the Patient Download, with whatever filters are chosen.
///
/// Registered with your practices and alive as at the date of the report. The list has 28
/// columns and is sorted by practice; --columns chooses some, in the order given.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  vaxdash patients --data extracts/ --by age\n  vaxdash patients --data extracts/ --list --housebound -o housebound.csv\n  vaxdash patients --data extracts/ --list --columns nhs_number,surname,doses,last_dose_date"
)]
pub struct PatientsArgs {
    #[command(flatten)]
    by: ByArgs,
    #[command(flatten)]
    listed: ListedArgs,
}

impl ListedStep for PatientsArgs {
    const NAME: &'static str = "patients";

    fn args(&self) -> &ListedArgs {
        &self.listed
    }

    fn table_only(&self) -> Vec<&'static str> {
        self.by.given().into_iter().collect()
    }

    fn listed<'a>(&'a self, _: &'a Setup) -> Result<(String, Box<dyn ListableReport + 'a>), Failure> {
        Ok(("Registered patients".to_owned(), Box::new(Patients { by: self.by.dimensions()? })))
    }

    fn choices(&self, _: &Setup) -> Vec<(&'static str, Vec<String>)> {
        self.by.choice().into_iter().collect()
    }
}
