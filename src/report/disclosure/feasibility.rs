//! The search for another truth: other counts that would be shown in the same
//! way. Where there is one that differs in a count, nobody can work that count
//! out, however clever; whoever finds none has proved nothing, and is cautious.

use std::collections::BTreeMap;

use super::constraints::{Constraints, Sum, Unknown};

/// How many counts may change, and how many steps it may take to find out:
/// what is near is looked through before what is far.
const REACH: [(usize, u32); 3] = [(8, 200), (20, 1_000), (60, 10_000)];
/// After so many steps that found nothing, the searches of a report reach less
/// far, and after twice as many no further than the nearest: a report whose
/// every figure gives another away is not worth more time, and what is not
/// found is kept back.
const SEARCH_STEPS: u64 = 200_000;
/// How many of a sum's unknowns are tried, the nearest first.
const NEAREST: usize = 100;

/// What the searches of a report have cost so far.
#[derive(Debug, Default)]
pub struct Effort {
    /// The steps that found nothing.
    in_vain: u64,
}

impl Effort {
    /// How far to look.
    fn reach(&self) -> &'static [(usize, u32)] {
        let [near, far, ..] = &REACH;
        match self.in_vain / SEARCH_STEPS {
            0 => &REACH,
            1 => std::slice::from_ref(far),
            _ => std::slice::from_ref(near),
        }
    }
}

/// Which totals are to stay as they are. Other reports show the same totals in
/// other company: what leaves them alone is safe whatever those tell of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Totals {
    /// All.
    Stay,
    /// All that are shown.
    ShownStay,
    /// None.
    Move,
}

/// A search under way.
pub struct Search<'a> {
    constraints: &'a Constraints,
    totals: Totals,
    /// What each count was moved by.
    moved: BTreeMap<usize, i64>,
    /// By how much each sum has changed, and near which position.
    changed: BTreeMap<usize, (i64, usize)>,
    /// How many counts may change.
    changes: usize,
    /// How many steps are left.
    patience: u32,
}

impl<'a> Search<'a> {
    /// Other counts, of which `unknown` is one: those that differ.
    pub fn another(
        constraints: &'a Constraints,
        unknown: usize,
        totals: Totals,
        effort: &mut Effort,
    ) -> Option<Vec<usize>> {
        let ways = effort.reach().iter().flat_map(|reach| [1, -1].map(|by| (*reach, by)));
        ways.into_iter().find_map(|((changes, patience), by)| {
            let (moved, changed) = (BTreeMap::new(), BTreeMap::new());
            let mut search = Self { constraints, totals, moved, changed, changes, patience };
            let found = search.can_move(unknown, by) && {
                search.shift(unknown, by);
                search.repair()
            };
            effort.in_vain += if found { 0 } else { u64::from(patience - search.patience) };
            found.then(|| search.moved.into_keys().collect())
        })
    }

    fn can_move(&self, unknown: usize, by: i64) -> bool {
        let Unknown { truth, least, most, shown, is_total, .. } = &self.constraints.unknowns[unknown];
        let stays = *is_total
            && match self.totals {
                Totals::Stay => true,
                Totals::ShownStay => *shown,
                Totals::Move => false,
            };
        !stays && !self.moved.contains_key(&unknown) && (*least..=*most).contains(&(truth + by))
    }

    fn shift(&mut self, unknown: usize, by: i64) {
        self.moved.insert(unknown, by);
        self.reckon(unknown, by);
    }

    fn shift_back(&mut self, unknown: usize) {
        if let Some(by) = self.moved.remove(&unknown) {
            self.reckon(unknown, -by);
        }
    }

    fn reckon(&mut self, unknown: usize, by: i64) {
        for (sum, sign, position) in &self.constraints.unknowns[unknown].sums {
            let (change, near) = self.changed.entry(*sum).or_insert((0, *position));
            *change += sign * by;
            *near = *position;
            if *change == 0 {
                self.changed.remove(sum);
            }
        }
    }

    /// Moves counts until every sum is as it must be; `false`, and nothing moved, if
    /// none is found.
    fn repair(&mut self) -> bool {
        let excess = |(sum, (change, near)): (&usize, &(i64, usize))| {
            let excess = self.constraints.sums[*sum].excess(*change);
            (excess != 0).then_some((*sum, excess, *near))
        };
        let wrong: Vec<(usize, i64, usize)> = self.changed.iter().filter_map(excess).collect();
        if wrong.is_empty() {
            return true;
        }
        if self.moved.len() >= self.changes {
            return false;
        }
        // The one that leaves the least choice; where there is none at all, this is no way.
        let mut fewest: Option<Vec<(usize, i64)>> = None;
        for (sum, excess, near) in wrong {
            let choices = self.choices(sum, excess, near);
            if choices.len() <= 1 || fewest.as_ref().is_none_or(|fewest| choices.len() < fewest.len()) {
                let is_forced = choices.len() <= 1;
                fewest = Some(choices);
                if is_forced {
                    break;
                }
            }
        }
        for (unknown, by) in fewest.unwrap_or_default() {
            if self.patience == 0 {
                return false;
            }
            self.patience -= 1;
            self.shift(unknown, by);
            if self.repair() {
                return true;
            }
            self.shift_back(unknown);
        }
        false
    }

    /// What could be moved to repair a sum: first what repairs others as well, last
    /// what puts the most of them wrong.
    fn choices(&self, sum: usize, excess: i64, near: usize) -> Vec<(usize, i64)> {
        let Sum { terms, .. } = &self.constraints.sums[sum];
        let mut found: Vec<(i64, usize, i64)> = Vec::new();
        let outwards = (0..terms.len()).flat_map(|step| {
            let before = near.checked_sub(step);
            let after = Some(near + step + 1).filter(|after| *after < terms.len());
            [before, after].into_iter().flatten()
        });
        for (unknown, sign) in outwards.filter_map(|position| terms.get(position)) {
            let by = -excess.signum() * sign;
            if self.can_move(*unknown, by) {
                found.push((self.cost(*unknown, by), *unknown, by));
                if found.len() == NEAREST {
                    break;
                }
            }
        }
        // Stable: of equals the nearest stays first.
        found.sort_by_key(|(cost, _, _)| *cost);
        found.into_iter().map(|(_, unknown, by)| (unknown, by)).collect()
    }

    /// How much further all sums would be from what they must be.
    fn cost(&self, unknown: usize, by: i64) -> i64 {
        let of = |(sum, sign, _): &(usize, i64, usize)| {
            let (sum, change) = (&self.constraints.sums[*sum], self.changed.get(sum).map_or(0, |(change, _)| *change));
            sum.excess(change + sign * by).abs() - sum.excess(change).abs()
        };
        self.constraints.unknowns[unknown].sums.iter().map(of).sum()
    }
}
