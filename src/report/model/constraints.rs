//! How the figures of a report hang together: what each is reckoned from, and
//! what a reader can reckon from the others.
//!
//! Each report says it beside its columns. Disclosure control needs it twice:
//! to reckon shares again from rounded counts, and to see that no count that is
//! kept back can be worked out.

use super::interval::IntervalEnd;
use super::uptake_target::UptakeTarget;

/// What the figures of a column are reckoned from, by the keys of columns of
/// the same row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DerivedFrom {
    /// They were counted.
    Itself,
    /// A share; a part or whole that stands in no column has no key.
    Share {
        /// The part.
        part: &'static str,
        /// The whole.
        whole: &'static str,
    },
    /// A limit of the interval of a share.
    Limit {
        /// The part.
        part: &'static str,
        /// The whole.
        whole: &'static str,
        /// Which end of the interval.
        end: IntervalEnd,
    },
    /// The movement from one percentage to another.
    Points {
        /// The percentage before.
        before: &'static str,
        /// The percentage after.
        after: &'static str,
    },
    /// How many more people a target needs.
    Needed {
        /// Those who count towards it.
        part: &'static str,
        /// All of them.
        whole: &'static str,
        /// The target.
        target: UptakeTarget,
    },
    /// How many people a week are needed, in whole people.
    PerWeek {
        /// How many are needed in all.
        needed: &'static str,
        /// In so many days; in none there is no number.
        days: u64,
    },
    /// Counts of single weeks that stand in no column, such as the day on which
    /// a target is reached: it would tell of them.
    SingleWeeks,
    /// The median of days of people.
    Median {
        /// Those people.
        of: &'static str,
    },
}

/// A figure of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The name of its table.
    pub table: &'static str,
    /// Its row, counted from 0; `None` for the totals.
    pub row: Option<usize>,
    /// The key of its column. Of a percentage, the part is meant.
    pub column: &'static str,
}

/// Counts whose sums are equal, or of which one sum is never the larger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constraint {
    /// Columns of every row.
    Columns {
        /// The keys of one side.
        left: Vec<&'static str>,
        /// The keys of the other.
        right: Vec<&'static str>,
        /// Whether the sums are equal; else the left is at most the right.
        exact: bool,
    },
    /// One column that is never larger than another, in every row.
    Within {
        /// The smaller.
        part: &'static str,
        /// The larger.
        whole: &'static str,
    },
    /// Figures of several rows or tables.
    Places {
        /// One side.
        left: Vec<Place>,
        /// The other.
        right: Vec<Place>,
        /// Whether the sums are equal; else the left is at most the right.
        exact: bool,
    },
}

impl Constraint {
    /// Columns that add up to another.
    pub fn sum(whole: &'static str, parts: impl IntoIterator<Item = &'static str>) -> Self {
        Self::Columns { left: parts.into_iter().collect(), right: vec![whole], exact: true }
    }

    /// A column that is never larger than another.
    #[must_use]
    pub const fn within(part: &'static str, whole: &'static str) -> Self {
        Self::Within { part, whole }
    }
}
