//! Counts that must be kept back so that no other can be worked out.
//!
//! Rounding alone does not protect: of 8, 8 and 1, shown as 10, 10 and `[c]`
//! with the total 17 shown as 15, nothing but 1 fits. So for every count that
//! is kept back, the program looks for another truth that would be shown in the
//! same way and differs in that count. It leaves every total as it is wherever
//! it can: another report of the same people, by other groups, shows the same
//! totals, and is then no help. Where there is no such truth, the smallest count
//! beside it is kept back as well, and it looks again.

use std::collections::{HashSet, VecDeque};

use super::constraints::{Constraints, NO_LIMIT};
use super::feasibility::{Effort, Search, Totals};
use super::places::KeptBack;
use crate::report::model::{Profile, Table};

/// The counts of each report that are kept back, those from 1 to 7 included, so
/// that nobody works one out who has all of the reports.
pub fn kept_back(reports: &[&[Table]]) -> Vec<KeptBack> {
    let mut constraints = Constraints::of(reports, Profile::Nhs);
    let mut open: VecDeque<usize> =
        (0..constraints.unknowns.len()).filter(|one| !constraints.unknowns[*one].shown).collect();
    let mut safe = vec![false; constraints.unknowns.len()];
    let mut effort = Effort::default();
    while let Some(one) = open.pop_front() {
        if safe[one] {
            continue;
        }
        if let Some(others) = another(&constraints, one, &mut effort) {
            for other in others {
                safe[other] = true;
            }
            continue;
        }
        // Whatever is kept back must be safe as well; and this one is tried again.
        let (more, seen) = smallest_beside(&constraints, one);
        if more.is_empty() {
            // All that it is tied to is kept back, however far: with more people it would look the same.
            for other in seen {
                safe[other] = true;
            }
            continue;
        }
        for next in more {
            keep_back(&mut constraints, next);
            open.push_front(next);
        }
        open.push_front(one);
    }
    let mut kept_back = vec![KeptBack::new(); reports.len()];
    for unknown in constraints.unknowns.iter().filter(|unknown| !unknown.shown) {
        for (report, place) in &unknown.places {
            kept_back[*report].insert(*place);
        }
    }
    kept_back
}

/// Another truth that differs in this count: those that differ with it.
fn another(constraints: &Constraints, one: usize, effort: &mut Effort) -> Option<Vec<usize>> {
    // A figure that stands for a total cannot differ without it, nor few people in all without many.
    let ways: &[Totals] = if is_of_few(constraints, one) {
        &[Totals::Stay, Totals::ShownStay, Totals::Move]
    } else {
        &[Totals::Stay, Totals::ShownStay]
    };
    ways.iter().find_map(|totals| Search::another(constraints, one, *totals, effort))
}

/// Whether a figure is a total, or one of those whose total is kept back.
fn is_of_few(constraints: &Constraints, one: usize) -> bool {
    let unknown = &constraints.unknowns[one];
    let mut beside = unknown.sums.iter().flat_map(|(sum, ..)| &constraints.sums[*sum].terms).map(|(other, _)| *other);
    unknown.is_total
        || unknown.places.iter().any(|(_, place)| place.row.is_none())
        || beside.any(|other| constraints.unknowns[other].is_total && !constraints.unknowns[other].shown)
}

/// The smallest count that is shown in the sums of this one, of those that are
/// no totals if there is any; else in the sums of those that are kept back
/// beside it, and so on. Of equals all: which of them is kept back must not
/// tell which is not. Beside them, all that was looked at: where nothing is found,
/// all that hangs together with this one.
fn smallest_beside(constraints: &Constraints, one: usize) -> (Vec<usize>, HashSet<usize>) {
    let mut seen = HashSet::from([one]);
    let mut level = vec![one];
    while !level.is_empty() {
        let sums = level.iter().flat_map(|one| &constraints.unknowns[*one].sums);
        let mut beside: Vec<usize> =
            sums.flat_map(|(sum, ..)| &constraints.sums[*sum].terms).map(|(other, _)| *other).collect();
        beside.retain(|other| seen.insert(*other));
        let size = |other: &usize| (constraints.unknowns[*other].is_total, constraints.unknowns[*other].truth);
        let shown: Vec<usize> = beside.iter().copied().filter(|other| constraints.unknowns[*other].shown).collect();
        if let Some(smallest) = shown.iter().map(size).min() {
            return (shown.into_iter().filter(|other| size(other) == smallest).collect(), seen);
        }
        level = beside;
    }
    (Vec::new(), seen)
}

fn keep_back(constraints: &mut Constraints, one: usize) {
    let unknown = &mut constraints.unknowns[one];
    unknown.shown = false;
    unknown.least = 1;
    unknown.most = NO_LIMIT;
}
