//! What a report is made from, and by which rules.

use chrono::{DateTime, NaiveDate, Utc};

use super::profile::Profile;
use crate::domain::{Doubt, Input, PatientTally, VaccinationTally};

/// What a report was made from: enough to make it again.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// When the newest source was refreshed.
    pub last_refreshed: Option<DateTime<Utc>>,
    /// The filters chosen, by name.
    pub filters: Vec<(&'static str, Vec<String>)>,
    /// The input files.
    pub inputs: Vec<Input>,
    /// How many practices are in scope.
    pub practices: usize,
    /// Whose they are, in words: the practice or the Primary Care Network.
    pub organisation: String,
    /// The listed practices left out for want of the activity code.
    pub left_out: Vec<String>,
    /// Where the patient rows went; `None` where disclosure control keeps it back.
    pub patients: Option<PatientTally>,
    /// Where the vaccination rows went; `None` where disclosure control keeps it back.
    pub vaccinations: Option<VaccinationTally>,
    /// What was done to the figures before they were shown.
    pub disclosure: Profile,
    /// What is implausible of the data, accepted or not.
    pub doubts: Vec<Doubt>,
    /// What the data are fit for, where that is what was asked.
    pub verdict: Option<String>,
}

/// By which rules, and as at which date, a report was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The date of the report.
    pub as_at: NaiveDate,
    /// Version of vaxdash.
    pub version: &'static str,
    /// Version of the rules.
    pub rules_version: String,
}

impl Stamp {
    /// The stamp of this version of vaxdash.
    #[must_use]
    pub fn new(as_at: NaiveDate, rules_version: &str) -> Self {
        Self { as_at, version: env!("CARGO_PKG_VERSION"), rules_version: rules_version.to_owned() }
    }
}
