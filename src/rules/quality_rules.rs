//! What makes a record one to mend (`quality.toml`).

use chrono::NaiveDate;

use super::model::MinAge;
use super::provenance::RuleId;
use crate::domain::{Brand, RecordFault};

/// What makes a record one to mend.
#[derive(Debug, Clone)]
pub struct QualityRules {
    /// Fewer days after the last dose than these are too soon.
    pub least_days: u16,
    /// Fewer days between a third or later dose and the one before are too soon.
    pub least_days_third: u16,
    /// Every kind of fault, in their order.
    pub faults: Vec<FaultRule>,
    /// The first day of each brand in the UK.
    pub(super) launches: Vec<(Brand, NaiveDate)>,
    /// From which age each product is licensed, by its code.
    pub(super) licences: Vec<(u64, MinAge)>,
    /// The rows that these values come from, those of the faults apart.
    pub rules: Vec<RuleId>,
}

/// One kind of fault.
#[derive(Debug, Clone)]
pub struct FaultRule {
    /// The row.
    pub rule: RuleId,
    /// The kind.
    pub fault: RecordFault,
    /// What is wrong, in a few words.
    pub label: String,
    /// What to do about it in a GP system, in one line.
    pub what_to_do: String,
}

impl QualityRules {
    /// The first day on which a brand was given or approved in the UK; `None`
    /// for one that never was.
    #[must_use]
    pub fn launched(&self, brand: Brand) -> Option<NaiveDate> {
        self.launches.iter().find(|(known, _)| *known == brand).map(|(_, day)| *day)
    }

    /// The age from which the product with this code is licensed in the UK.
    #[must_use]
    pub fn licensed_from(&self, product: u64) -> Option<MinAge> {
        let place = self.licences.binary_search_by_key(&product, |(code, _)| *code).ok()?;
        self.licences.get(place).map(|(_, age)| *age)
    }

    /// The row of a kind of fault.
    #[must_use]
    pub fn fault(&self, fault: RecordFault) -> Option<&FaultRule> {
        self.faults.iter().find(|rule| rule.fault == fault)
    }
}
