//! What every row of a sample has in common.

use super::SamplePlan;
use super::calendar::{Day, day_of};
use super::numbers::Numbers;
use super::people::UNLISTED_STEP;
use super::practices::SamplePractices;
use super::random::Shuffle;

/// The plan worked out: from it, any thread makes any row.
#[derive(Debug)]
pub struct World {
    /// What every random number follows from.
    pub seed: u64,
    /// The as-at date.
    pub as_at: Day,
    /// Rows of the caller's practices, repeated ones not counted.
    pub patients: u32,
    /// Those, and one row of another practice for every hundred.
    pub rows: u32,
    /// The practices.
    pub practices: SamplePractices,
    /// The NHS numbers.
    pub numbers: Numbers,
    /// The order of people in the vaccination files, which is not that of the patients file.
    pub shuffle: Shuffle,
}

impl World {
    /// The world of a plan.
    #[must_use]
    pub fn new(plan: &SamplePlan) -> Self {
        let rows = plan.patients.saturating_add(plan.patients / (UNLISTED_STEP - 1));
        Self {
            seed: plan.seed,
            as_at: day_of(plan.as_at),
            patients: plan.patients,
            rows,
            practices: SamplePractices::new(plan.practices, plan.seed),
            numbers: Numbers::new(rows, plan.seed),
            shuffle: Shuffle::new(rows, plan.seed),
        }
    }
}
