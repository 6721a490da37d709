//! Random numbers: a small generator that starts anew for every person, so that a
//! row's bytes depend on the seed and its place alone.

/// SplitMix64 (Steele, Lea and Flood, 2014): fast, and good enough to invent people.
#[derive(Debug, Clone)]
pub struct Rng(u64);

/// What a stream of random numbers is for; the same person has one of each.
#[derive(Debug, Clone, Copy)]
pub enum Stream {
    /// Who a person is.
    Person = 1,
    /// What vaccinations the person had.
    History = 2,
    /// Contact details and spellings of one patient row.
    PatientRow = 3,
    /// Which extra vaccination rows there are, and in which file.
    Events = 4,
    /// Batch, time and place of one vaccination.
    Details = 5,
    /// A practice.
    Practice = 6,
    /// The order of NHS numbers and of vaccination rows.
    Order = 7,
}

impl Rng {
    /// The generator of `index` in a stream of `seed`.
    #[must_use]
    pub fn new(seed: u64, stream: Stream, index: u64) -> Self {
        let stream = mix(seed.wrapping_add((stream as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        Self(mix(stream ^ index.wrapping_mul(0xD6E8_FEB8_6659_FD93)))
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// A number from 0 to `bound` − 1; 0 where `bound` is 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        // The upper half of a 64-bit product is below `bound`: the conversion never fails.
        u32::try_from(((self.draw() >> 32) * u64::from(bound)) >> 32).unwrap_or(0)
    }

    /// A number of days from 0 to `bound` − 1.
    pub fn days(&mut self, bound: u32) -> i32 {
        i32::try_from(self.below(bound)).unwrap_or(0)
    }

    /// True so many times in a thousand.
    pub fn chance(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of a list that is not empty.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        let index = self.below(u32::try_from(list.len()).unwrap_or(u32::MAX));
        list[usize::try_from(index).unwrap_or(0)]
    }

    /// One of a list of weights and values; the last where the weights are used up.
    pub fn weighted<T: Copy>(&mut self, list: &[(u32, T)]) -> T {
        let total = list.iter().map(|(weight, _)| weight).sum();
        let mut left = self.below(total);
        for (weight, value) in list {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        list[list.len() - 1].1
    }
}

/// The finaliser of SplitMix64: every bit of the input moves half of the output.
const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// A shuffle of `0..size` that needs no memory: place → (place × step + start) mod size.
#[derive(Debug, Clone)]
pub struct Shuffle {
    size: u64,
    step: u64,
    start: u64,
}

impl Shuffle {
    /// The shuffle of `size` places that belongs to `seed`.
    #[must_use]
    pub fn new(size: u32, seed: u64) -> Self {
        let size = u64::from(size.max(1));
        let mut rng = Rng::new(seed, Stream::Order, 1);
        // Steps near the golden section keep neighbours far apart.
        let mut step = (size * 618 / 1000).max(1);
        while gcd(step, size) != 1 {
            step += 1;
        }
        Self { size, step, start: rng.draw() % size }
    }

    /// Where `place` goes.
    #[must_use]
    pub fn of(&self, place: u32) -> u32 {
        u32::try_from((u64::from(place) * self.step + self.start) % self.size).unwrap_or(0)
    }
}

/// The greatest common divisor.
const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_reaches_every_place_once() {
        for size in [1_u32, 2, 3, 97, 1_000, 1_010] {
            let shuffle = Shuffle::new(size, 7);
            let mut places: Vec<u32> = (0..size).map(|place| shuffle.of(place)).collect();
            places.sort_unstable();
            assert!(places.into_iter().eq(0..size), "{size}");
        }
    }

    #[test]
    fn draws_are_even_and_bounded() {
        let mut rng = Rng::new(1, Stream::Person, 1);
        let mut counts = [0_u32; 7];
        for _ in 0..7_000 {
            counts[usize::try_from(rng.below(7)).unwrap()] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
        assert_eq!(rng.below(0), 0);
    }
}
