//! Is a first dose due? (specification 2.10; only for people without a dose)

use chrono::NaiveDate;

use super::verdict::{StatusWord, Verdict};
use crate::rules::{CohortRule, RuleSet};

/// Where somebody without a dose stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstDoseStatus {
    /// In no cohort.
    NotInCohort,
    /// The cohort's turn has not come.
    NotOpen,
    /// The general offer has ended.
    OfferClosed,
    /// Declined.
    Declined,
    /// A first dose is due.
    Eligible,
}

impl StatusWord for FirstDoseStatus {
    fn word(self) -> &'static str {
        match self {
            Self::NotInCohort => "not-in-cohort",
            Self::NotOpen => "not-open",
            Self::OfferClosed => "offer-closed",
            Self::Declined => "declined",
            Self::Eligible => "eligible",
        }
    }
}

/// The ladder.
pub fn first_dose(
    cohort: Option<&CohortRule>,
    has_declined: bool,
    rules: &RuleSet,
    as_at: NaiveDate,
) -> Verdict<FirstDoseStatus> {
    let Some(cohort) = cohort else { return Verdict::plain(FirstDoseStatus::NotInCohort, None) };
    let from =
        |status| Verdict { status, due: Some(cohort.first_doses_from), days_overdue: None, rule: Some(cohort.rule) };
    if as_at < cohort.first_doses_from {
        from(FirstDoseStatus::NotOpen)
    } else if as_at > rules.offer.ends {
        Verdict::plain(FirstDoseStatus::OfferClosed, Some(rules.offer.rule))
    } else if has_declined {
        from(FirstDoseStatus::Declined)
    } else {
        from(FirstDoseStatus::Eligible)
    }
}
