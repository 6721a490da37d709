//! Which rows of a sample are awkward, and how.
//!
//! Every awkward thing has a place in a block of 997 listed people, and the first
//! of every four blocks has them, scattered: a sample of 1,000 patients has each
//! at least once, and a large one is not made of them.

use super::event_anomaly::EventAnomaly;
use super::patient_anomaly::PatientAnomaly;
use super::stories::{STORIES, Story};

/// What is special about a listed person.
#[derive(Debug, Clone, Copy)]
pub enum EdgeCase {
    /// The patient row.
    Patient(PatientAnomaly),
    /// The vaccination rows.
    Event(EventAnomaly),
    /// The course: one of every status.
    Story(&'static Story),
}

/// The number of people in a block, a prime.
const BLOCK: u64 = 997;

/// One block in so many has awkward people.
const BLOCKS: u64 = 4;

/// What is special about the listed person at a place, if anything.
#[must_use]
pub fn edge_case(place: u32) -> Option<EdgeCase> {
    let place = u64::from(place);
    if !(place / BLOCK).is_multiple_of(BLOCKS) {
        return None;
    }
    // A step prime to the block reaches every place of it once.
    let slot = usize::try_from(place * 577 % BLOCK).unwrap_or(usize::MAX);
    if let Some(anomaly) = PatientAnomaly::ALL.get(slot) {
        return Some(EdgeCase::Patient(*anomaly));
    }
    let slot = slot - PatientAnomaly::ALL.len();
    if let Some(anomaly) = EventAnomaly::ALL.get(slot) {
        return Some(EdgeCase::Event(*anomaly));
    }
    STORIES.get(slot - EventAnomaly::ALL.len()).map(EdgeCase::Story)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_people_are_enough_for_every_kind() {
        let kinds = PatientAnomaly::ALL.len() + EventAnomaly::ALL.len() + STORIES.len();
        assert_eq!((0..997).filter_map(edge_case).count(), kinds);
        assert_eq!((997..4 * 997).filter_map(edge_case).count(), 0);
        assert_eq!((4 * 997..8 * 997).filter_map(edge_case).count(), kinds);
        for (index, anomaly) in PatientAnomaly::ALL.iter().enumerate() {
            assert_eq!(*anomaly as usize, index);
        }
        for (index, anomaly) in EventAnomaly::ALL.iter().enumerate() {
            assert_eq!(*anomaly as usize, index);
        }
    }
}
