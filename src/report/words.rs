//! Words that outputs can have and no table shows: for the schema of JSON.

use crate::domain::{Consequence, DoubtId, EventBucket, Named, PatientTally};

/// The ids of doubts, and what can follow from one.
#[must_use]
pub fn words_of_doubts() -> [Vec<&'static str>; 2] {
    [DoubtId::names(), Consequence::names()]
}

/// Where the rows of patients and of vaccinations can end, as the reconciliation
/// names it.
#[must_use]
pub fn words_of_reconciliation() -> [Vec<&'static str>; 2] {
    let patients = PatientTally::default().dispositions();
    let patients = std::iter::once("rows_read").chain(patients.iter().map(|(name, _)| *name)).collect();
    let buckets = EventBucket::ALL.iter().map(|bucket| bucket.name());
    [patients, buckets.chain(["rows_read", "date_repaired"]).collect()]
}
