//! What of a person's record a clinician must look at before the person is
//! invited (specification 2.11 and 8.4).

use chrono::NaiveDate;

use crate::classify::{Assessment, Population};
use crate::domain::{DoubtId, RecordDoubt, RefusalKind};

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
/// without a date. Contraindications come first, each kind in read order.
#[must_use]
pub fn review_events(population: &Population<'_>, assessment: &Assessment) -> Vec<ReviewEvent> {
    let last = population.doses(assessment).last().map(|dose| dose.date);
    let contraindications = population
        .refusals(assessment)
        .iter()
        .filter(|refusal| refusal.kind == RefusalKind::Contraindicated)
        .filter(|refusal| last.is_none_or(|last| refusal.date >= last))
        .map(|refusal| {
            let code = Some(refusal.code).filter(|code| *code > 0);
            ReviewEvent { why: ReviewReason::Contraindicated, code, date: Some(refusal.date) }
        });
    let ends_early = assessment.person.in_doubt.then_some(ReviewEvent {
        why: ReviewReason::Doubt(DoubtId::RowsShort),
        code: None,
        date: None,
    });
    let doubts = population.doubts_in_force(assessment).map(|doubt| {
        let RecordDoubt { id, code, date, .. } = *doubt;
        ReviewEvent { why: ReviewReason::Doubt(id), code, date }
    });
    contraindications.chain(ends_early).chain(doubts).collect()
}

/// Whether a vaccination of the person is booked, on as-at or later.
#[must_use]
pub const fn is_booked(assessment: &Assessment) -> bool {
    assessment.booked_on.is_some()
}
