//! Is a second dose due? (specification 2.7; only with a dose and the primary
//! course not complete)

use chrono::NaiveDate;

use super::verdict::{DaysOverdue, Verdict, WhenDue, later, status_words};
use crate::domain::Cohort;
use crate::rules::RuleSet;

/// Where somebody with a first dose only stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SecondDoseStatus {
    /// The general offer has ended.
    OfferClosed,
    /// The interval has not passed.
    NotYetDue,
    /// Due, and not overdue.
    Due,
    /// Overdue.
    Overdue,
}

status_words!(SecondDoseStatus {
    OfferClosed => "offer-closed",
    NotYetDue => "not-yet-due",
    Due => "due",
    Overdue => "overdue",
});

impl SecondDoseStatus {
    /// When the dose can be had; `None` where it is not offered any more.
    #[must_use]
    pub const fn when_due(self) -> Option<WhenDue> {
        match self {
            Self::Due | Self::Overdue => Some(WhenDue::Now),
            Self::NotYetDue => Some(WhenDue::Later),
            Self::OfferClosed => None,
        }
    }
}

/// The ladder. `overdue_after` replaces the rule's own number of days.
pub fn second_dose(
    first_dose: NaiveDate,
    cohort: Cohort,
    overdue_after: Option<u16>,
    rules: &RuleSet,
    as_at: NaiveDate,
) -> Verdict<SecondDoseStatus> {
    let Some(interval) = rules.second_dose_at(cohort, as_at) else {
        // The rules are validated to cover every cohort from the start of the programme.
        return Verdict::plain(SecondDoseStatus::NotYetDue, None);
    };
    let by_interval = later(first_dose, interval.due_after);
    let due = interval.opens.map_or(by_interval, |opens| by_interval.max(opens));
    // Where second doses opened late, overdue counts from the opening too (specification 3.2).
    let overdue_after = overdue_after.unwrap_or(interval.overdue_after);
    let last_day = later(due, overdue_after.saturating_sub(interval.due_after));
    if as_at > rules.offer.ends {
        let rule = Some(rules.offer.rule);
        return Verdict { status: SecondDoseStatus::OfferClosed, due: Some(due), days_overdue: None, rule };
    }
    let (status, days_overdue) = if as_at < due {
        (SecondDoseStatus::NotYetDue, None)
    } else if as_at <= last_day {
        (SecondDoseStatus::Due, None)
    } else {
        (SecondDoseStatus::Overdue, DaysOverdue::since(last_day, as_at))
    };
    Verdict { status, due: Some(due), days_overdue, rule: Some(interval.rule) }
}
