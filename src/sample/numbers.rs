//! Test NHS numbers: 999 000 0000 to 999 999 9999, never issued to anybody.

use super::random::{Rng, Stream};
use crate::domain::NhsNumber;

/// How many people a sample can have; 909,091 numbers exist, the rest are for
/// people whom no patient row knows.
pub const PEOPLE: u32 = 900_000;

/// How many numbers are kept for people whom no patient row knows.
const STRANGERS: usize = 500;

/// The lowest number of the range; the table below holds what is added to it.
const LOWEST: u64 = 9_990_000_000;

/// The numbers of a sample, in an order that only the seed knows.
#[derive(Debug)]
pub struct Numbers {
    people: Vec<u32>,
    strangers: Vec<u32>,
}

impl Numbers {
    /// Numbers for so many people ([`PEOPLE`] at most).
    #[must_use]
    pub fn new(people: u32, seed: u64) -> Self {
        let scramble = Scramble::new(seed);
        let wanted = usize::try_from(people.min(PEOPLE)).unwrap_or(0);
        // The two ends of one sequence never meet: they ask for fewer than there are.
        let places = 0..1_u32 << Scramble::BITS;
        Self {
            people: places.clone().filter_map(|place| scramble.number(place)).take(wanted).collect(),
            strangers: places.rev().filter_map(|place| scramble.number(place)).take(STRANGERS).collect(),
        }
    }

    /// The last seven digits of a person's number; the first three are 999.
    #[must_use]
    pub fn of(&self, person: u32) -> u32 {
        self.people[usize::try_from(person).unwrap_or(0)]
    }

    /// The last seven digits of a number that no patient row has.
    pub fn stranger(&self, rng: &mut Rng) -> u32 {
        rng.pick(&self.strangers)
    }
}

/// A shuffle of 2²⁰ places; those below a million are the middle six digits of a number.
struct Scramble {
    keys: [u32; 3],
}

impl Scramble {
    const BITS: u32 = 20;
    const MASK: u32 = (1 << Self::BITS) - 1;

    fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed, Stream::Order, 0);
        Self { keys: [(); 3].map(|()| rng.below(1 << Self::BITS)) }
    }

    /// The last seven digits of the number at a place, if one is there.
    fn number(&self, place: u32) -> Option<u32> {
        let mut mixed = place;
        for key in self.keys {
            // Each step can be undone, so no two places share a number.
            mixed = (mixed ^ key).wrapping_mul(0x9_E375) & Self::MASK;
            mixed ^= mixed >> 9;
        }
        let prefix = u64::from(mixed) + LOWEST / 10;
        if mixed >= 1_000_000 {
            return None;
        }
        let number = NhsNumber::from_prefix(prefix)?;
        let check = number.digits().bytes().last()? - b'0';
        Some(mixed * 10 + u32::from(check))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn numbers_are_valid_distinct_and_test_numbers() {
        let numbers = Numbers::new(200_000, 3);
        let distinct: HashSet<u32> = numbers.people.iter().chain(&numbers.strangers).copied().collect();
        assert_eq!(distinct.len(), 200_000 + STRANGERS);
        assert!(distinct.iter().all(|end| NhsNumber::from_value(LOWEST + u64::from(*end)).is_some()));
    }

    #[test]
    fn the_whole_range_is_enough() {
        let numbers = Numbers::new(u32::MAX, 3);
        let distinct: HashSet<u32> = numbers.people.iter().chain(&numbers.strangers).copied().collect();
        assert_eq!(distinct.len(), 900_000 + STRANGERS);
    }
}
