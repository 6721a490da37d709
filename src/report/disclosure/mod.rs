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

use super::model::Report;

/// What is done to counts before they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// Nothing: for direct care.
    #[default]
    None,
    /// 1 to 7 are kept back, the others are rounded to the nearest 5, and no
    /// count that is kept back can be worked out.
    Nhs,
    /// 1 to 7 are kept back, the others are rounded to the nearest 5; totals
    /// are sums of what is shown.
    OpenSafely,
    /// Up to the next multiple of 6, less 3.
    Midpoint6,
}

/// A count as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Figure {
    Shown(u64),
    KeptBack,
}

/// The largest count that is kept back.
const LARGEST_KEPT: u64 = 7;

impl Profile {
    /// Every profile, with none first.
    pub const ALL: [Self; 4] = [Self::None, Self::Nhs, Self::OpenSafely, Self::Midpoint6];

    /// The word of `--disclosure` and of the receipt.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Nhs => "nhs",
            Self::OpenSafely => "opensafely",
            Self::Midpoint6 => "midpoint6",
        }
    }

    /// What the reader of the figures must know; nothing where nothing is done.
    const fn meaning(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Nhs => Some(
                "0 is none; [c] is kept back: a number from 1 to 7, or a larger one from which such a number could be \
                 worked out; other counts are rounded to the nearest 5, each for itself; percentages are of rounded counts",
            ),
            Self::OpenSafely => Some(
                "0 is none; [c] is kept back: a number from 1 to 7; other counts are rounded to the nearest 5; totals \
                 are sums of the rounded counts, without what is kept back; percentages are of rounded counts",
            ),
            Self::Midpoint6 => Some(
                "0 is none; other counts are the middle of a range of six (1 to 6 is 3, 7 to 12 is 9), each for itself; \
                 percentages are of these",
            ),
        }
    }

    /// What was done to the figures, and what they mean; nothing where nothing was done.
    #[must_use]
    pub fn sentence(self) -> Option<String> {
        self.meaning().map(|meaning| format!("Disclosure control {}: {meaning}", self.name()))
    }

    /// The government's marking of who may see what is shown: exact figures
    /// are those of people whom one looks after.
    #[must_use]
    pub const fn marking(self) -> &'static str {
        match self {
            Self::None => "OFFICIAL-SENSITIVE",
            _ => "OFFICIAL",
        }
    }

    /// A count as it is shown if it stands alone.
    const fn figure(self, count: u64) -> Figure {
        match (self, count) {
            (Self::None, _) | (_, 0) => Figure::Shown(count),
            (Self::Nhs | Self::OpenSafely, 1..=LARGEST_KEPT) => Figure::KeptBack,
            (Self::Nhs | Self::OpenSafely, _) => Figure::Shown(count.saturating_add(2) / 5 * 5),
            (Self::Midpoint6, _) => Figure::Shown(count.div_ceil(6).saturating_mul(6).saturating_sub(3)),
        }
    }

    /// The least and the largest count that are shown as this one is.
    const fn alike(self, count: u64) -> (u64, u64) {
        match (self, self.figure(count)) {
            (Self::Nhs | Self::OpenSafely, Figure::KeptBack) => (1, LARGEST_KEPT),
            (Self::Nhs | Self::OpenSafely, Figure::Shown(5..)) => {
                let nearest = count.saturating_add(2) / 5 * 5;
                (nearest - 2, nearest.saturating_add(2))
            }
            (Self::Midpoint6, Figure::Shown(middle @ 3..)) => (middle - 2, middle.saturating_add(3)),
            _ => (count, count),
        }
    }
}

impl Report {
    /// The report as `profile` lets it be seen. The row tallies of the receipt
    /// are exact, and would give away what the tables keep back: they go.
    #[must_use]
    pub fn disclosed(mut self, profile: Profile) -> Self {
        if profile == Profile::None {
            return self;
        }
        let kept_back =
            if profile == Profile::Nhs { secondary_suppression::kept_back(&self.tables) } else { HashSet::new() };
        for table in &mut self.tables {
            apply::disclose(table, profile, &kept_back);
            apply::draw_no_lines(table);
        }
        if let Some(receipt) = &mut self.receipt {
            receipt.disclosure = profile;
            receipt.patients = None;
            receipt.vaccinations = None;
            for input in &mut receipt.inputs {
                input.rows = None;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for profile in Profile::ALL {
            for count in 0..100 {
                let (least, most) = profile.alike(count);
                for other in 0..120 {
                    let same = profile.figure(other) == profile.figure(count);
                    assert_eq!((least..=most).contains(&other), same, "{profile:?}: {count} and {other}");
                }
            }
        }
    }
}
