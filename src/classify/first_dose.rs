//! Is a first dose due? (specification 2.10)

use chrono::NaiveDate;

use super::verdict::{Verdict, WhenDue, status_words};
use crate::domain::RefusalKind;
use crate::rules::{CohortRule, RuleSet};

/// Where somebody stands on the way to a first dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstDoseStatus {
    /// A dose is recorded.
    Vaccinated,
    /// In no cohort.
    NotInCohort,
    /// The cohort's turn has not come.
    NotOpen,
    /// The general offer has ended.
    OfferClosed,
    /// Contraindicated.
    Contraindicated,
    /// Declined.
    Declined,
    /// A first dose is due.
    Eligible,
}

status_words!(FirstDoseStatus {
    Vaccinated => "vaccinated",
    NotInCohort => "not-in-cohort",
    NotOpen => "not-open",
    OfferClosed => "offer-closed",
    Contraindicated => "contraindicated",
    Declined => "declined",
    Eligible => "eligible",
});

impl FirstDoseStatus {
    /// When the dose can be had; `None` where it is not offered. Neither a
    /// refusal nor a contraindication ends the offer: whoever may not or would
    /// not have the dose is not invited, and a clinician is told.
    #[must_use]
    pub const fn when_due(self) -> Option<WhenDue> {
        match self {
            Self::Eligible | Self::Declined | Self::Contraindicated => Some(WhenDue::Now),
            Self::NotOpen => Some(WhenDue::Later),
            Self::Vaccinated | Self::NotInCohort | Self::OfferClosed => None,
        }
    }
}

/// The ladder below its first rung, for people without a dose. `refused` is what is in force; a contraindication comes before a refusal.
pub fn first_dose(
    cohort: Option<&CohortRule>,
    refused: Option<RefusalKind>,
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
    } else {
        from(match refused {
            Some(RefusalKind::Contraindicated) => FirstDoseStatus::Contraindicated,
            Some(RefusalKind::Declined) => FirstDoseStatus::Declined,
            None => FirstDoseStatus::Eligible,
        })
    }
}
