//! Nobody is invited from old data: people may have been vaccinated or have
//! died since (specification 5).

use crate::domain::{SourceOf, UkDate, london_date};
use crate::exit::Failure;
use crate::load::Accounts;
use crate::run::{Reconciled, Setup};

/// Data this much older than the clock, in days, invite nobody.
const OLDEST_DATA: i64 = 14;

/// Nobody is invited as at a day long past, or far ahead.
pub fn refuse_other_dates(setup: &Setup<'_>, allowed: bool) -> Result<(), Failure> {
    let days = (setup.today - setup.as_at).num_days();
    if days.abs() <= OLDEST_DATA || allowed {
        return Ok(());
    }
    let shown = UkDate(setup.as_at);
    let (what, why) = if days > 0 {
        (format!("the data are {days} days old (as at {shown})"), "people may have been vaccinated or have died since")
    } else {
        (format!("{shown} is {} days ahead", -days), "people may be vaccinated or die until then")
    };
    Err(Failure::refused(format!("{what}: {why}. Get a new extract, or say --allow-old-data")))
}

/// People may have been vaccinated or have died since old data were made,
/// whatever the date of the report is.
pub fn refuse_old_data(run: &Reconciled<'_>, allowed: bool) -> Result<(), Failure> {
    match old_data(&run.accounts, &run.setup).filter(|_| !allowed) {
        Some(old) => Err(Failure::refused(format!(
            "{old}: people may have been vaccinated or have died since. Get a new extract, or say --allow-old-data"
        ))),
        None => Ok(()),
    }
}

/// Which data are too old to invite from, and how old.
pub fn old_data(accounts: &Accounts, setup: &Setup<'_>) -> Option<String> {
    let files = &accounts.files;
    let sources = files.data_sources(setup.rules);
    let of_patients = sources.iter().filter(|source| source.of == SourceOf::Patients).filter_map(|one| one.refreshed);
    let newest = [("vaccination", files.newest_refresh()), ("patients", of_patients.max())];
    newest.into_iter().find_map(|(of, refreshed)| {
        let day = london_date(refreshed?);
        let days = (setup.today - day).num_days();
        (days > OLDEST_DATA).then(|| format!("the {of} data are {days} days old (refreshed on {})", UkDate(day)))
    })
}
