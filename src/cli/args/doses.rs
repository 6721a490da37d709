//! Options of the reports that count doses.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::args::read_date_typed;
use crate::cli::args::value_hints::{as_typed, with_hints};
use crate::domain::Named;
use crate::report::{DoseKey, DoseSources};
use crate::run::Reconciled;

/// What doses are broken down by.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Report")]
pub struct DoseByArgs {
    /// What doses are broken down by: practice, pcn, site, brand or supplier.
    ///
    /// site is where the dose was given, supplier who sent its record.
    #[arg(long, value_name = "KEY", value_parser = with_hints(read_key, as_typed::<DoseKey>), hide_possible_values = true)]
    pub by: Option<DoseKey>,
}

impl DoseByArgs {
    /// What was chosen, for the receipt.
    pub fn choice(self) -> Option<(&'static str, Vec<String>)> {
        self.by.map(|by| ("by", vec![by.name().to_owned()]))
    }
}

/// Where the doses of a run come from.
pub fn sources_of_doses(run: &Reconciled<'_>) -> DoseSources {
    DoseSources { sites: run.accounts.sites.clone(), suppliers: run.accounts.suppliers(run.setup.rules) }
}

fn read_key(text: &str) -> Result<DoseKey, String> {
    DoseKey::named(text.trim())
        .ok_or_else(|| format!("doses are broken down by one of {}", DoseKey::names().join(", ")))
}

/// Reads a day as `--as-at` does, but for the word `today`.
pub fn read_day(text: &str) -> Result<NaiveDate, String> {
    read_date_typed(text).ok_or("write the date as DD/MM/YYYY or as YYYY-MM-DD")?
}
