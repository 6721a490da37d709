//! Does an immunosuppressed person need a third primary dose?
//! (specification 2.6 and 3.3)

use chrono::NaiveDate;

use super::course::{Course, FirstDoseEvidence};
use super::verdict::{DaysOverdue, StatusWord, Verdict, later};
use crate::rules::ThirdPrimaryRule;

/// Where an immunosuppressed person aged 12 or over stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThirdPrimaryStatus {
    /// Earlier doses are not recorded: it counts as given, and nobody is recalled.
    EarlierDosesNotRecorded,
    /// The primary course is not complete.
    PrimaryIncomplete,
    /// Given.
    Given,
    /// Due.
    Due,
    /// Not yet due, or the offer has not begun.
    NotYetDue,
    /// The offer has ended.
    Closed,
}

impl StatusWord for ThirdPrimaryStatus {
    fn word(self) -> &'static str {
        match self {
            Self::EarlierDosesNotRecorded => "earlier-doses-not-recorded",
            Self::PrimaryIncomplete => "primary-incomplete",
            Self::Given => "third-primary-given",
            Self::Due => "third-primary-due",
            Self::NotYetDue => "third-primary-not-yet-due",
            Self::Closed => "third-primary-closed",
        }
    }
}

/// The ladder.
pub fn third_primary(course: &Course, rule: &ThirdPrimaryRule, as_at: NaiveDate) -> Verdict<ThirdPrimaryStatus> {
    let plain = |status| Verdict::plain(status, Some(rule.rule));
    if course.first_dose_evidence == FirstDoseEvidence::EarlierNotRecorded {
        return plain(ThirdPrimaryStatus::EarlierDosesNotRecorded);
    }
    let Some(primary) = course.primary_date else { return plain(ThirdPrimaryStatus::PrimaryIncomplete) };
    if course.third_primary_date.is_some() {
        return plain(ThirdPrimaryStatus::Given);
    }
    // Reckoned from the dose that completed the primary course, never from the latest dose.
    let due = later(primary, rule.due_after);
    let (status, days_overdue) = if as_at > rule.to {
        (ThirdPrimaryStatus::Closed, None)
    } else if as_at < rule.from || as_at < due {
        (ThirdPrimaryStatus::NotYetDue, None)
    } else {
        (ThirdPrimaryStatus::Due, DaysOverdue::since(due, as_at))
    };
    Verdict { status, due: Some(due), days_overdue, rule: Some(rule.rule) }
}

/// Whether a third primary dose is needed as at and has not been given. Outside
/// the dates of the rule it is in nobody's way.
pub fn is_outstanding(
    verdict: Option<&Verdict<ThirdPrimaryStatus>>,
    rule: &ThirdPrimaryRule,
    as_at: NaiveDate,
) -> bool {
    (rule.from..=rule.to).contains(&as_at)
        && verdict
            .is_some_and(|verdict| matches!(verdict.status, ThirdPrimaryStatus::Due | ThirdPrimaryStatus::NotYetDue))
}
