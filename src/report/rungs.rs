//! People counted by the rungs of a ladder, which are exclusive and add up.

use super::line_list::Rung;
use super::model::{Cell, Column};

/// The people of a group, by rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally<const N: usize> {
    /// All of them.
    pub whole: u64,
    /// By rung, in the order of the ladder.
    pub rungs: [u64; N],
}

impl<const N: usize> Default for Tally<N> {
    fn default() -> Self {
        Self { whole: 0, rungs: [0; N] }
    }
}

impl<const N: usize> Tally<N> {
    /// Counts a person. A status that is no rung counts for the whole alone,
    /// so that the sums show it.
    pub fn add(&mut self, ladder: &[(&str, Column); N], status: &str) {
        self.whole += 1;
        if let Some(place) = ladder.iter().position(|(word, _)| *word == status) {
            self.rungs[place] += 1;
        }
    }

    /// The whole and its parts.
    pub fn cells(&self) -> Vec<Cell> {
        std::iter::once(self.whole).chain(self.rungs).map(Cell::Count).collect()
    }
}

/// The words of a ladder with the keys of their columns.
pub fn rungs(ladder: &[(&'static str, Column)]) -> Vec<Rung> {
    ladder.iter().map(|(word, column)| (*word, column.key)).collect()
}
