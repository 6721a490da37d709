//! The rules as a list, for `vaxdash rules` and for notes.

use chrono::NaiveDate;

use super::provenance::{Provenance, RuleId};
use super::rule_set::RuleSet;

impl RuleSet {
    /// Where a rule comes from.
    #[must_use]
    pub fn provenance(&self, rule: RuleId) -> &Provenance {
        &self.provenances[usize::from(rule.0)]
    }

    /// The rows of which something is assumed.
    pub fn assumed(&self) -> impl Iterator<Item = &Provenance> {
        self.provenances.iter().filter(|provenance| provenance.assumed.is_some())
    }

    /// Every section of the rules with its rows, in the order of the files.
    #[must_use]
    pub fn sections(&self) -> Vec<(&'static str, Vec<RuleId>)> {
        vec![
            ("Programme", self.general.rules.clone()),
            ("Cohorts, in the order in which they are tried", self.cohorts.iter().map(|row| row.rule).collect()),
            ("Offer of first and second doses", vec![self.offer.rule]),
            ("Second dose", self.second_dose.iter().map(|row| row.rule).collect()),
            ("Third primary dose", vec![self.third_primary.rule]),
            ("Opening of the first booster", self.booster_openings.iter().map(|row| row.rule).collect()),
            ("Interval to the first booster", self.booster_intervals.iter().map(|row| row.rule).collect()),
            ("Offer of first boosters", vec![self.booster_offer.rule]),
            ("Campaigns", self.campaigns.iter().map(|row| row.rule).collect()),
            ("Suppliers of vaccination files", self.suppliers.iter().map(|row| row.rule).collect()),
            ("Words in cells", self.words.rules.clone()),
            (
                "Doubts",
                self.doubts.rules.iter().copied().chain(self.doubts.doubts.iter().map(|row| row.rule)).collect(),
            ),
            (
                "Records to mend",
                self.quality.faults.iter().map(|row| row.rule).chain(self.quality.rules.iter().copied()).collect(),
            ),
        ]
    }

    /// Every section with its rows in force as at; a section can be empty.
    #[must_use]
    pub fn in_force_at(&self, as_at: NaiveDate) -> Vec<(&'static str, Vec<RuleId>)> {
        let mut sections = self.sections();
        for (_, rows) in &mut sections {
            rows.retain(|rule| self.provenance(*rule).in_force_at(as_at));
        }
        sections
    }
}
