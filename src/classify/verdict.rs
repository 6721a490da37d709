//! An answer with the rule that gave it.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate};

use crate::rules::RuleId;

/// The answer to one question about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict<S> {
    /// The rung of the ladder.
    pub status: S,
    /// When the dose is, or was, due.
    pub due: Option<NaiveDate>,
    /// Days overdue as at; `None` where the question does not arise.
    pub days_overdue: Option<DaysOverdue>,
    /// The rule that decided.
    pub rule: Option<RuleId>,
}

impl<S> Verdict<S> {
    /// An answer without a date.
    pub const fn plain(status: S, rule: Option<RuleId>) -> Self {
        Self { status, due: None, days_overdue: None, rule }
    }
}

/// A status that has a word in lists and filters.
pub trait StatusWord: Copy {
    /// The word, with hyphens.
    fn word(self) -> &'static str;
}

/// A number of days overdue, none or more. Every person has several verdicts,
/// so it takes no room to say that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysOverdue(NonZeroU32);

impl DaysOverdue {
    /// The days from a date to as at; `None` before it.
    #[must_use]
    pub fn since(date: NaiveDate, as_at: NaiveDate) -> Option<Self> {
        u32::try_from((as_at - date).num_days()).ok()?.checked_add(1).and_then(NonZeroU32::new).map(Self)
    }

    /// How many days.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from(self.0.get()) - 1
    }
}

/// A date some days later.
pub fn later(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}
