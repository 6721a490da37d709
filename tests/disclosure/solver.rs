//! Whole numbers within bounds, of which some sums are 0: is there another
//! answer? The search is complete, and knows nothing of the program's own.

/// Larger than any count.
pub const NO_LIMIT: i64 = 1_000_000_000;

/// Unknowns with their bounds, one answer, and the sums that are 0.
#[derive(Default)]
pub struct Puzzle {
    pub least: Vec<i64>,
    pub most: Vec<i64>,
    pub answer: Vec<i64>,
    pub sums: Vec<Vec<(usize, i64)>>,
}

/// How many steps a search may take before the test gives up, and fails.
const PATIENCE: u32 = 200_000;

impl Puzzle {
    pub fn add(&mut self, least: i64, most: i64, answer: i64) -> usize {
        assert!((least..=most).contains(&answer), "{answer} is not from {least} to {most}");
        self.least.push(least);
        self.most.push(most);
        self.answer.push(answer);
        self.answer.len() - 1
    }

    /// That the sums of two sides are equal, or the left at most the right.
    pub fn tie(&mut self, left: &[usize], right: &[usize], exact: bool) {
        let mut terms: Vec<(usize, i64)> = left.iter().map(|one| (*one, 1)).collect();
        terms.extend(right.iter().map(|one| (*one, -1)));
        let sum: i64 = terms.iter().map(|(one, sign)| sign * self.answer[*one]).sum();
        if exact {
            assert_eq!(sum, 0, "the attacker is wrong about how the figures hang together");
        } else {
            terms.push((self.add(0, NO_LIMIT, -sum), 1));
        }
        self.sums.push(terms);
    }

    /// Those of `secrets` that can be nothing but what they are.
    pub fn pinned(&self, secrets: &[usize]) -> Vec<usize> {
        self.searched(secrets, PATIENCE).unwrap()
    }

    /// The same within so many steps each.
    ///
    /// # Errors
    /// Where they were not enough for one of them.
    pub fn searched(&self, secrets: &[usize], patience: u32) -> Result<Vec<usize>, &'static str> {
        let of = self.sums_of();
        let mut others: Vec<Vec<i64>> = Vec::new();
        let mut pinned = Vec::new();
        for secret in secrets {
            let truth = self.answer[*secret];
            if others.iter().any(|other| other[*secret] != truth) {
                continue;
            }
            let ways = [(truth + 1, self.most[*secret]), (self.least[*secret], truth - 1)];
            // The quick look first, in both directions; then everywhere.
            let near = ways.iter().find_map(|way| self.near(&of, *secret, *way));
            let other = match near {
                Some(other) => Some(other),
                None => match self.search(&of, self.within(*secret, ways[0]), 0, patience)? {
                    Some(other) => Some(other),
                    None => self.search(&of, self.within(*secret, ways[1]), 0, patience)?,
                },
            };
            match other {
                Some(other) => others.push(other),
                None => pinned.push(*secret),
            }
        }
        Ok(pinned)
    }

    /// The sums that each unknown is in.
    fn sums_of(&self) -> Vec<Vec<usize>> {
        let mut of = vec![Vec::new(); self.answer.len()];
        for (sum, terms) in self.sums.iter().enumerate() {
            for (one, _) in terms {
                of[*one].push(sum);
            }
        }
        of
    }

    fn within(&self, unknown: usize, (least, most): (i64, i64)) -> Bounds {
        let mut bounds = Bounds { least: self.least.clone(), most: self.most.clone() };
        bounds.least[unknown] = bounds.least[unknown].max(least);
        bounds.most[unknown] = bounds.most[unknown].min(most);
        bounds
    }

    /// An answer near the known one if an unknown is within narrower bounds.
    fn near(&self, of: &[Vec<usize>], unknown: usize, way: (i64, i64)) -> Option<Vec<i64>> {
        let bounds = self.within(unknown, way);
        // Beginning at one place and another.
        for (radius, start) in [1, 2, 7].into_iter().flat_map(|radius| (0..16).map(move |start| (radius, start))) {
            let mut near = bounds.clone();
            for (one, is) in self.answer.iter().enumerate() {
                near.least[one] = near.least[one].max(is - radius);
                near.most[one] = near.most[one].min(is + radius);
            }
            if let Ok(Some(found)) = self.search(of, near, start, 1_000) {
                return Some(found);
            }
        }
        None
    }

    /// An answer within bounds, if there is any; the attacker may give up.
    fn search(
        &self,
        of: &[Vec<usize>],
        bounds: Bounds,
        start: usize,
        patience: u32,
    ) -> Result<Option<Vec<i64>>, &'static str> {
        // The last is looked at first: a search in depth. Beside each, the sums of what was narrowed.
        let mut left = vec![(bounds, (0..self.sums.len()).collect::<Vec<usize>>())];
        for _ in 0..patience {
            let Some((bounds, narrowed)) = left.pop() else { return Ok(None) };
            match self.look(of, bounds, narrowed, start) {
                Look::Found(found) => {
                    let sum =
                        |terms: &Vec<(usize, i64)>| terms.iter().map(|(one, sign)| sign * found[*one]).sum::<i64>();
                    assert!(self.sums.iter().all(|terms| sum(terms) == 0));
                    return Ok(Some(found));
                }
                Look::Nothing => {}
                Look::Either(one, first, second) => left.extend([(second, of[one].clone()), (first, of[one].clone())]),
            }
        }
        Err("the attacker gave up")
    }

    fn look(&self, of: &[Vec<usize>], mut bounds: Bounds, narrowed: Vec<usize>, start: usize) -> Look {
        if !bounds.narrow(&self.sums, of, narrowed) {
            return Look::Nothing;
        }
        // As near to the answer that is known as the bounds allow.
        let near: Vec<i64> = self
            .answer
            .iter()
            .enumerate()
            .map(|(one, is)| *is.max(&bounds.least[one]).min(&bounds.most[one]))
            .collect();
        let open =
            |terms: &[(usize, i64)]| terms.iter().filter(|(one, _)| bounds.least[*one] < bounds.most[*one]).count();
        let wrong =
            self.sums.iter().map(|terms| (terms, terms.iter().map(|(one, sign)| sign * near[*one]).sum::<i64>()));
        let Some((terms, sum)) = wrong.filter(|(_, sum)| *sum != 0).min_by_key(|(terms, _)| open(terms)) else {
            return Look::Found(near);
        };
        // One that can move the right way either moves by as much as is wanted, or not.
        let from = start * 7 % terms.len();
        let mut room = terms[from..].iter().chain(&terms[..from]).map(|(one, sign)| {
            let up = (*sign > 0) == (sum < 0);
            let room = if up { bounds.most[*one] - near[*one] } else { near[*one] - bounds.least[*one] };
            (*one, up, room.min(sum.abs()))
        });
        let Some((one, up, by)) = room.find(|(_, _, room)| *room > 0) else { return Look::Nothing };
        let (mut moved, mut kept) = (bounds.clone(), bounds);
        if up {
            moved.least[one] = near[one] + by;
            kept.most[one] = near[one] + by - 1;
        } else {
            moved.most[one] = near[one] - by;
            kept.least[one] = near[one] - by + 1;
        }
        Look::Either(one, moved, kept)
    }
}

/// What is within some bounds.
enum Look {
    Nothing,
    Found(Vec<i64>),
    /// Of which unknown, and the bounds either way.
    Either(usize, Bounds, Bounds),
}

#[derive(Clone)]
struct Bounds {
    least: Vec<i64>,
    most: Vec<i64>,
}

impl Bounds {
    /// Narrows the bounds by these sums, and by those of what changes, until
    /// nothing does; whether anything is left.
    fn narrow(&mut self, sums: &[Vec<(usize, i64)>], of: &[Vec<usize>], mut left: Vec<usize>) -> bool {
        let mut waits = vec![false; sums.len()];
        for sum in &left {
            waits[*sum] = true;
        }
        while let Some(sum) = left.pop() {
            waits[sum] = false;
            let end = |bounds: &Self, one: usize, sign: i64, low: bool| {
                sign * if (sign > 0) == low { bounds.least[one] } else { bounds.most[one] }
            };
            let mut least: i64 = sums[sum].iter().map(|(one, sign)| end(self, *one, *sign, true)).sum();
            let mut most: i64 = sums[sum].iter().map(|(one, sign)| end(self, *one, *sign, false)).sum();
            for (one, sign) in &sums[sum] {
                let ends = (end(self, *one, *sign, true), end(self, *one, *sign, false));
                // What the others leave to this one.
                let (low, high) = (-(most - ends.1), -(least - ends.0));
                let (low, high) = if *sign > 0 { (low, high) } else { (-high, -low) };
                if low <= self.least[*one] && high >= self.most[*one] {
                    continue;
                }
                self.least[*one] = self.least[*one].max(low);
                self.most[*one] = self.most[*one].min(high);
                if self.least[*one] > self.most[*one] {
                    return false;
                }
                least += end(self, *one, *sign, true) - ends.0;
                most += end(self, *one, *sign, false) - ends.1;
                // This sum too: those before in it may be narrowed further.
                for next in &of[*one] {
                    if !std::mem::replace(&mut waits[*next], true) {
                        left.push(*next);
                    }
                }
            }
        }
        true
    }
}

#[test]
fn the_solver_finds_the_other_answer_where_there_is_one() {
    // [1, 7] and [8, 12] in [8, 12]: the first can be anything up to 4.
    let mut puzzle = Puzzle::default();
    let (part, other, whole) = (puzzle.add(1, 7, 3), puzzle.add(8, 12, 8), puzzle.add(8, 12, 11));
    puzzle.tie(&[part, other], &[whole], true);
    assert!(puzzle.pinned(&[part]).is_empty());
    // 8 + 8 + 1 is shown as 10 and 10 and [c], of 15: nothing else is.
    let mut puzzle = Puzzle::default();
    let parts = [puzzle.add(8, 12, 8), puzzle.add(8, 12, 8), puzzle.add(1, 7, 1)];
    let whole = puzzle.add(13, 17, 17);
    puzzle.tie(&parts, &[whole], true);
    assert_eq!(puzzle.pinned(&parts), parts);
    // 1 ≤ 1 pins the smaller.
    let mut puzzle = Puzzle::default();
    let (part, whole) = (puzzle.add(1, 7, 1), puzzle.add(1, 1, 1));
    puzzle.tie(&[part], &[whole], false);
    assert_eq!(puzzle.pinned(&[part]), [part]);
}
