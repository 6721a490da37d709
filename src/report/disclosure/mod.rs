//! Disclosure control: what is done to the counts of a report before anybody
//! outside direct care sees them (specification 6.3).
//!
//! It is done once, to the values, before any rendering: every format shows
//! the same. Counts are rounded or kept back one by one; then whatever is
//! reckoned from counts is reckoned again from what is shown. Under `nhs`, more
//! counts are kept back where one could be worked out from the others: see
//! [`secondary_suppression`].

mod apply;
mod constraints;
mod feasibility;
mod secondary_suppression;

use std::collections::HashSet;

use super::model::{Profile, Report};
use crate::domain::{Described, Doubt};

/// A count as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figure {
    Shown(u64),
    KeptBack,
}

/// The largest count that is kept back.
const LARGEST_KEPT: u64 = 7;

impl Profile {
    /// A count as it is shown if it stands alone.
    const fn figure(self, count: u64) -> Figure {
        match self {
            Self::None => Figure::Shown(count),
            Self::Nhs | Self::OpenSafely => match count {
                0 => Figure::Shown(0),
                1..=LARGEST_KEPT => Figure::KeptBack,
                count => Figure::Shown(count.saturating_add(2) / 5 * 5),
            },
            Self::Midpoint6 => Figure::Shown(count.div_ceil(6).saturating_mul(6).saturating_sub(3)),
        }
    }

    /// The least and the largest count that are shown as this one is.
    const fn feasible_range(self, count: u64) -> (u64, u64) {
        match self {
            Self::None => (count, count),
            Self::Nhs | Self::OpenSafely => match self.figure(count) {
                Figure::KeptBack => (1, LARGEST_KEPT),
                Figure::Shown(0) => (0, 0),
                Figure::Shown(nearest) => (nearest.saturating_sub(2), nearest.saturating_add(2)),
            },
            Self::Midpoint6 => match self.figure(count) {
                // No count is kept back; were one, nothing would be known of it.
                Figure::KeptBack => (0, u64::MAX),
                Figure::Shown(0) => (0, 0),
                Figure::Shown(middle) => (middle.saturating_sub(2), middle.saturating_add(3)),
            },
        }
    }
}

impl Report {
    /// The report as `profile` lets it be seen. The row tallies of the receipt
    /// are exact, and would give away what the tables keep back: they go.
    #[must_use]
    pub fn disclosed(mut self, profile: Profile) -> Self {
        let kept_back = match profile {
            Profile::None => return self,
            Profile::Nhs => secondary_suppression::kept_back(&self.tables),
            Profile::OpenSafely | Profile::Midpoint6 => HashSet::new(),
        };
        for table in &mut self.tables {
            apply::disclose(table, profile, &kept_back);
            apply::draw_no_lines(table);
        }
        if let Some(receipt) = &mut self.receipt {
            receipt.disclosure = profile;
            receipt.patients = None;
            receipt.vaccinations = None;
            receipt.doubts.iter_mut().for_each(without_counts);
            for input in &mut receipt.inputs {
                input.rows = None;
            }
        }
        self
    }
}

/// A doubt by its meaning alone: what was found says how many.
fn without_counts(doubt: &mut Doubt) {
    (doubt.count, doubt.of) = (0, 0);
    doubt.id.help().clone_into(&mut doubt.what);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Named;

    #[test]
    fn each_profile_rounds_as_the_specification_says() {
        let shown = |profile: Profile, counts: &[u64]| -> Vec<Option<u64>> {
            let shown = counts.iter().map(|count| match profile.figure(*count) {
                Figure::Shown(shown) => Some(shown),
                Figure::KeptBack => None,
            });
            shown.collect()
        };
        let counts = [0, 1, 6, 7, 8, 12, 13, 17, 18];
        assert_eq!(shown(Profile::None, &counts), counts.map(Some));
        let fives = [Some(0), None, None, None, Some(10), Some(10), Some(15), Some(15), Some(20)];
        assert_eq!(shown(Profile::Nhs, &counts), fives);
        assert_eq!(shown(Profile::OpenSafely, &counts), fives);
        let sixes = [0, 3, 3, 9, 9, 9, 15, 15, 15].map(Some);
        assert_eq!(shown(Profile::Midpoint6, &counts), sixes);
    }

    #[test]
    fn counts_are_alike_if_they_are_shown_alike() {
        for profile in Profile::ALL.iter().copied() {
            for count in 0..100 {
                let (least, most) = profile.feasible_range(count);
                for other in 0..120 {
                    let same = profile.figure(other) == profile.figure(count);
                    assert_eq!((least..=most).contains(&other), same, "{profile:?}: {count} and {other}");
                }
            }
        }
    }
}
