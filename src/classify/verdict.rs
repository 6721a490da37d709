//! An answer with the rule that gave it.

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
    pub days_overdue: Option<i32>,
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

/// Days from a date to as at: every person has several verdicts, so they are kept small.
pub fn days_since(date: NaiveDate, as_at: NaiveDate) -> Option<i32> {
    i32::try_from((as_at - date).num_days()).ok()
}

/// A date some days later.
pub fn later(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}
