//! Is a first booster due? (specification 2.8)

use chrono::NaiveDate;

use super::course::Course;
use super::verdict::{DaysOverdue, Verdict, WhenDue, later, status_words};
use crate::domain::Cohort;
use crate::rules::RuleSet;

/// Where somebody stands on the way to a first booster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoosterStatus {
    /// Had one.
    Boosted,
    /// The primary course is not complete.
    PrimaryIncomplete,
    /// A third primary dose comes first.
    ThirdPrimaryFirst,
    /// The cohort's turn has not come, or never comes.
    NotOpen,
    /// The offer has ended.
    Closed,
    /// Too soon after the primary course.
    Pending,
    /// A booster is due.
    Eligible,
}

status_words!(BoosterStatus {
    Boosted => "boosted",
    PrimaryIncomplete => "primary-incomplete",
    ThirdPrimaryFirst => "third-primary-first",
    NotOpen => "not-open",
    Closed => "closed",
    Pending => "pending",
    Eligible => "eligible",
});

impl BoosterStatus {
    /// When the dose can be had; `None` where it is had, or not offered.
    #[must_use]
    pub const fn when_due(self) -> Option<WhenDue> {
        match self {
            Self::Eligible => Some(WhenDue::Now),
            Self::Pending => Some(WhenDue::Later),
            Self::Boosted | Self::PrimaryIncomplete | Self::ThirdPrimaryFirst | Self::NotOpen | Self::Closed => None,
        }
    }
}

/// The ladder. The interval is the one in force as at, not on the day of the dose.
pub fn booster(
    course: &Course,
    cohort: Cohort,
    third_outstanding: bool,
    rules: &RuleSet,
    as_at: NaiveDate,
) -> Verdict<BoosterStatus> {
    if course.boosters > 0 {
        return Verdict::plain(BoosterStatus::Boosted, None);
    }
    let Some(base) = course.base() else { return Verdict::plain(BoosterStatus::PrimaryIncomplete, None) };
    if third_outstanding {
        return Verdict::plain(BoosterStatus::ThirdPrimaryFirst, Some(rules.third_primary.rule));
    }
    let opening = rules.booster_opening(cohort);
    let opening_rule = opening.map(|opening| opening.rule);
    let Some(opens) = opening.and_then(|opening| opening.opens).filter(|opens| *opens <= as_at) else {
        return Verdict::plain(BoosterStatus::NotOpen, opening_rule);
    };
    let Some(interval) = rules.booster_interval_at(as_at) else {
        return Verdict::plain(BoosterStatus::NotOpen, opening_rule);
    };
    if as_at > rules.booster_offer.ends {
        return Verdict::plain(BoosterStatus::Closed, Some(rules.booster_offer.rule));
    }
    let due = opens.max(later(base, interval.days));
    let (status, days_overdue) = if as_at < due {
        (BoosterStatus::Pending, None)
    } else {
        (BoosterStatus::Eligible, DaysOverdue::since(due, as_at))
    };
    Verdict { status, due: Some(due), days_overdue, rule: Some(interval.rule) }
}

/// When somebody whose cohort's turn has not come will be due: by the interval
/// in force on the day of the opening. `None` where there is no opening after
/// as-at, or no primary course to reckon from.
#[must_use]
pub fn booster_due_at_opening(course: &Course, cohort: Cohort, rules: &RuleSet, as_at: NaiveDate) -> Option<NaiveDate> {
    let opens = rules.booster_opening(cohort)?.opens.filter(|opens| *opens > as_at)?;
    let interval = rules.booster_interval_at(opens)?;
    Some(opens.max(later(course.base()?, interval.days)))
}
