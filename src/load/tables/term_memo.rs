//! What the terms met last say.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::rules::DoubtRules;

/// So many terms are remembered.
const PLACES: usize = 64;

/// The terms met last, each with whether it says COVID-19. The same few stand
/// in millions of rows, and to look through one takes much longer than to see
/// that it has been looked through.
#[derive(Default)]
pub struct TermMemo(Vec<(Vec<u8>, bool)>);

impl TermMemo {
    /// Whether a cell with a term in it says COVID-19.
    pub(super) fn is_covid(&mut self, cell: &[u8], doubts: &DoubtRules) -> bool {
        if self.0.is_empty() {
            self.0.resize_with(PLACES, Default::default);
        }
        let hash = FixedState::default().hash_one(cell);
        let place = usize::from(hash.to_le_bytes()[0]) % PLACES;
        let Some((known, says)) = self.0.get_mut(place).filter(|_| !cell.is_empty()) else { return false };
        if known != cell {
            *says = doubts.is_covid_cell(cell);
            cell.clone_into(known);
        }
        *says
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleSet;

    #[test]
    fn every_term_says_what_it_said_at_first_however_many_there_are() {
        let (doubts, mut memo) = (RuleSet::built_in().unwrap().doubts, TermMemo::default());
        for _ in 0..3 {
            assert!(!memo.is_covid(b"", &doubts));
            for number in 0..500 {
                let term = format!("vaccine {number} {}", if number % 3 == 0 { "COVID-19" } else { "influenza" });
                assert_eq!(memo.is_covid(term.as_bytes(), &doubts), number % 3 == 0, "{term}");
                assert_eq!(memo.is_covid(term.as_bytes(), &doubts), number % 3 == 0, "{term}");
            }
        }
    }
}
