//! By what vaccination rows are read.

use chrono::NaiveDate;

use crate::rules::RuleSet;

/// What reading vaccinations needs to know.
pub struct VaccinationReader<'a> {
    /// The rules in force.
    pub rules: &'a RuleSet,
    /// The date of the report.
    pub as_at: NaiveDate,
    /// Whether it is noted what is wrong with records.
    pub quality: bool,
}
