//! Rounds of contacts: how often people are contacted about a dose, how soon
//! again, and by which channel next (specification 5).

use chrono::NaiveDate;

use super::contacts::{ContactsSoFar, EarlierContacts};
use super::targets::BookingTarget;
use crate::report::DueLine;

/// What the user chose about contacts after the first, and what went before.
#[derive(Debug, Clone, Default)]
pub struct Rounds {
    /// The contacts of the invite log.
    pub earlier: EarlierContacts,
    /// The date of the run.
    pub as_at: NaiveDate,
    /// The campaign that people are invited to.
    pub campaign: Option<String>,
    /// The days between two contacts about one dose.
    pub days_between: u16,
    /// At most this many contacts about one dose.
    pub most: Option<u32>,
    /// Only people for whom it is this one.
    pub round: Option<u32>,
    /// Whether people move one channel on at each contact.
    pub escalates: bool,
}

impl Rounds {
    /// What went before about the dose that a person is due.
    #[must_use]
    pub fn so_far(&self, line: &DueLine) -> ContactsSoFar {
        self.earlier.about(line, self.campaign.as_deref())
    }

    /// Whether it is the round that was asked for.
    pub(super) fn is_wanted(&self, line: &DueLine) -> bool {
        self.round.is_none_or(|round| self.so_far(line).times + 1 == round)
    }

    /// Whether the last contact is too near.
    pub(super) fn is_too_soon(&self, line: &DueLine) -> bool {
        self.so_far(line).is_within(self.days_between, self.as_at)
    }

    /// Whether the person has been contacted as often as anybody may be.
    pub(super) fn are_used_up(&self, line: &DueLine) -> bool {
        self.most.is_some_and(|most| self.so_far(line).times >= most)
    }

    /// The order in which the targets are tried: as they were named, or from
    /// text message to telephone call where people are moved on.
    pub(super) fn order(&self, targets: &[BookingTarget]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..targets.len()).collect();
        if self.escalates {
            order.sort_by_key(|place| targets[*place].way());
        }
        order
    }

    /// Which of the targets that reach a person, in their order, is taken: the
    /// first; where people are moved on, the first beyond the furthest channel
    /// that was tried, or the last where none is.
    pub(super) fn pick<T>(
        &self,
        line: &DueLine,
        targets: &[BookingTarget],
        reaching: &mut dyn Iterator<Item = (usize, T)>,
    ) -> Option<(usize, T)> {
        let tried = self.so_far(line).furthest.filter(|_| self.escalates);
        let mut last = None;
        for found in reaching {
            if tried.is_none_or(|tried| targets[found.0].way().is_some_and(|way| way > tried)) {
                return Some(found);
            }
            last = Some(found);
        }
        last
    }
}
