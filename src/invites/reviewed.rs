//! People whose records a clinician has looked at, and lets be invited.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::NhsNumber;
use crate::report::{DueLine, ReviewEvent, ReviewReason};

/// Whom a clinician has looked at, each with the last day of it.
#[derive(Debug, Clone, Default)]
pub struct Reviewed(HashMap<NhsNumber, NaiveDate>);

impl Reviewed {
    /// Adds a person; of several days the latest counts.
    pub fn add(&mut self, number: NhsNumber, day: NaiveDate) {
        let last = self.0.entry(number).or_insert(day);
        *last = day.max(*last);
    }

    /// What still stands of a person: all, or what is newer than the review.
    pub fn standing<'a>(&self, line: &'a DueLine) -> impl Iterator<Item = &'a ReviewEvent> {
        let day = self.0.get(&line.person.nhs_number).copied();
        line.to_review.iter().filter(move |event| day.is_none_or(|day| event.is_after(day)))
    }

    /// Whether a contraindication still stands.
    #[must_use]
    pub fn is_contraindicated(&self, line: &DueLine) -> bool {
        self.standing(line).any(|event| match event.why {
            ReviewReason::Contraindicated => true,
            ReviewReason::Doubt(_) => false,
        })
    }

    /// Whether anything still stands.
    #[must_use]
    pub fn is_to_review(&self, line: &DueLine) -> bool {
        self.standing(line).next().is_some()
    }

    /// Whether the review alone lets the person go.
    #[must_use]
    pub fn lets_go(&self, line: &DueLine) -> bool {
        !line.to_review.is_empty() && !self.is_to_review(line)
    }
}
