//! What of a person's record a clinician must look at before the person is
//! invited (specification 2.11 and 8.4).

use chrono::NaiveDate;

use crate::classify::{Assessment, Population};
use crate::domain::DoubtId;

/// Why an event is for a clinician to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewReason {
    /// A contraindication, an allergy or an adverse reaction is recorded.
    Contraindicated,
    /// The record itself is doubted.
    Doubt(DoubtId),
}

/// Something in a record that a clinician must look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewEvent {
    /// Why.
    pub why: ReviewReason,
    /// Its code, where it has one that can be read.
    pub code: Option<u64>,
    /// The date of the event, else when it was recorded.
    pub date: Option<NaiveDate>,
}

impl ReviewEvent {
    /// Whether it still stands after a clinician looked on a day. What has no
    /// date is no newer event.
    #[must_use]
    pub fn is_after(&self, reviewed: NaiveDate) -> bool {
        self.date.is_some_and(|date| date > reviewed)
    }
}

/// Everything of a person that is in force: on or after the last dose, or
/// without a date.
#[must_use]
pub fn review_events(population: &Population<'_>, assessment: &Assessment) -> Vec<ReviewEvent> {
    let _ = population;
    let ends_early = assessment.person.in_doubt.then_some(ReviewEvent {
        why: ReviewReason::Doubt(DoubtId::RowsShort),
        code: None,
        date: None,
    });
    ends_early.into_iter().collect()
}

/// Whether a vaccination of the person is booked, on as-at or later.
#[must_use]
pub fn is_booked(assessment: &Assessment) -> bool {
    let _ = assessment;
    false
}
