//! Which rows of a sample are awkward, and how.
//!
//! Every awkward thing has a place in a block of 997 listed people, and the first
//! of every four blocks has them, scattered: a sample of 1,000 patients has each
//! at least once, and a large one is not made of them.

use super::event_anomaly::EventMess;
use super::patient_anomaly::PatientMess;
use super::stories::{STORIES, Story};

/// What is special about a listed person.
#[derive(Debug, Clone, Copy)]
pub enum Special {
    /// The patient row.
    Patient(PatientMess),
    /// The vaccination rows.
    Event(EventMess),
    /// The course: one of every status.
    Story(&'static Story),
}

/// The number of people in a block, a prime.
const BLOCK: u64 = 997;

/// One block in so many has awkward people.
const BLOCKS: u64 = 4;

/// What is special about the listed person at a place, if anything.
#[must_use]
pub fn special(place: u32) -> Option<Special> {
    let place = u64::from(place);
    if !(place / BLOCK).is_multiple_of(BLOCKS) {
        return None;
    }
    // A step prime to the block reaches every place of it once.
    let slot = usize::try_from(place * 577 % BLOCK).unwrap_or(usize::MAX);
    if let Some(mess) = PatientMess::ALL.get(slot) {
        return Some(Special::Patient(*mess));
    }
    let slot = slot - PatientMess::ALL.len();
    if let Some(mess) = EventMess::ALL.get(slot) {
        return Some(Special::Event(*mess));
    }
    STORIES.get(slot - EventMess::ALL.len()).map(Special::Story)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_people_are_enough_for_every_kind() {
        let kinds = PatientMess::ALL.len() + EventMess::ALL.len() + STORIES.len();
        assert_eq!((0..997).filter_map(special).count(), kinds);
        assert_eq!((997..4 * 997).filter_map(special).count(), 0);
        assert_eq!((4 * 997..8 * 997).filter_map(special).count(), kinds);
        for (index, mess) in PatientMess::ALL.iter().enumerate() {
            assert_eq!(*mess as usize, index);
        }
        for (index, mess) in EventMess::ALL.iter().enumerate() {
            assert_eq!(*mess as usize, index);
        }
    }
}
