//! The columns of what became of contacts, and what they count.

use crate::classify::OutcomeStatus;
use crate::domain::own_columns;
use crate::report::counting::{Tally, ladder};
use crate::report::model::{Cell, Column, DerivedFrom, Kind};

/// All contacts, or all people.
pub const WHOLE: Column = Column::new("invited", "Invited", Kind::Count);

/// The statuses, which are exclusive and add up.
pub const LADDER: [(OutcomeStatus, Column); 5] = ladder!(
    OutcomeStatus,
    [
        (Vaccinated, Column::new(VACCINATED, "Vaccinated", Kind::Count).or_short("Vacci-\nnated")),
        (Declined, Column::new("declined", "Declined", Kind::Count).or_short("De-\nclined")),
        (Contraindicated, Column::new("contraindicated", "Contraindicated", Kind::Count).or_short("Contra-\nindic.")),
        (LeftOrDied, Column::new("left_or_died", "Left or died", Kind::Count).or_short("Left or\ndied")),
        (StillDue, Column::new(own_columns::STILL_DUE, "Still due", Kind::Count).or_short("Still\ndue")),
    ]
);

/// The column of the vaccinated, over whom the median is taken.
pub const VACCINATED: &str = "vaccinated";

/// The median of the days to the dose.
pub const MEDIAN: Column = Column::new("median_days", "Median days to the dose", Kind::Days)
    .or_short("Median\ndays")
    .or_dropped()
    .of(DerivedFrom::Median { of: VACCINATED });

/// What became of some contacts or people.
#[derive(Debug, Clone, Default)]
pub struct OutcomeCounts {
    tally: Tally<5>,
    /// The days to the dose of each who is vaccinated.
    days: Vec<u64>,
}

impl OutcomeCounts {
    /// Counts one, with the days to the dose of whoever is vaccinated.
    pub fn add(&mut self, status: OutcomeStatus, days: Option<u64>) {
        self.tally.add(&LADDER, status);
        self.days.extend(days);
    }

    /// Counts others as well.
    pub fn extend(&mut self, others: &Self) {
        self.tally.extend(&others.tally);
        self.days.extend(&others.days);
    }

    /// How many are counted.
    pub const fn whole(&self) -> u64 {
        self.tally.whole
    }

    /// How many are vaccinated.
    pub fn vaccinated(&self) -> u64 {
        self.tally.of(&LADDER, OutcomeStatus::Vaccinated)
    }

    /// The whole, its parts and the median.
    pub fn cells(&self) -> Vec<Cell> {
        let median = median(&self.days).map_or(Cell::Null, Cell::HalfDays);
        self.tally.cells().into_iter().chain([median]).collect()
    }
}

/// The median in halves: the middle one, or the mean of the two in the middle.
fn median(days: &[u64]) -> Option<u64> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let (low, high) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    Some(low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_there() {
        for (days, halves) in [
            (&[][..], None),
            (&[0], Some(0)),
            (&[5], Some(10)),
            (&[9, 4], Some(13)),
            (&[30, 2, 4], Some(8)),
            (&[1, 40, 3, 6], Some(9)),
        ] {
            assert_eq!(median(days), halves, "{days:?}");
        }
    }
}
