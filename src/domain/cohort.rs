//! JCVI priority groups.

use std::fmt;

/// A person's cohort: 1 to 17, or none (the under-fives).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cohort(u8);

impl Cohort {
    /// In no cohort.
    pub const NONE: Self = Self(0);

    /// The cohort with this number, 1 to 17.
    #[must_use]
    pub fn numbered(number: u8) -> Option<Self> {
        (1..=17).contains(&number).then_some(Self(number))
    }

    /// Reads `1` … `17` or `none`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("none") {
            return Some(Self::NONE);
        }
        // `06` and `+6` are not spellings of a cohort.
        text.parse().ok().and_then(Self::numbered).filter(|cohort| cohort.to_string() == text)
    }

    /// Every cohort in number order, `none` last.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=17).map(Self).chain(std::iter::once(Self::NONE))
    }

    /// A small number for tables indexed by cohort: 0 for none.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl Ord for Cohort {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // `none` comes last, as in every report.
        self.0.wrapping_sub(1).cmp(&other.0.wrapping_sub(1))
    }
}

impl PartialOrd for Cohort {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Cohort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 { f.pad("none") } else { f.pad(&self.0.to_string()) }
    }
}
