//! Where a person is in the list of people, by NHS number.
//!
//! Every vaccination row of an extract asks this question, and most are of
//! other people. So the answer must be found, or be known not to be there, in
//! few bytes that are near. First a sieve of bits, small enough to stay in the
//! processor's own memory, turns away nearly everybody who is not there. Then a
//! table of slots has four bytes for each person: the place in the list and as
//! many bits of the number's hash as there is room for. Only where those agree
//! is the person looked at. A map of numbers takes four times the memory, and
//! with millions of people most of the time of a run.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::domain::{NhsNumber, Person};

/// A slot that nobody has.
const FREE: u32 = u32::MAX;
/// Bits of the sieve for each slot: eight or more for each person.
const BITS: usize = 4;

/// The places of people in a list.
#[derive(Default)]
pub struct PersonIndex {
    /// At least two for every person; a power of two.
    slots: Vec<u32>,
    /// Two bits are set for every person, both in one word.
    sieve: Vec<u64>,
    people: usize,
}

impl PersonIndex {
    /// The place of a person in the list that the index is of.
    #[must_use]
    pub fn find(&self, number: NhsNumber, list: &[Person]) -> Option<u32> {
        let hash = hash(number);
        let (word, bits) = self.sieved(hash);
        if self.sieve.get(word)? & bits != bits {
            return None;
        }
        let places = self.places();
        for (slot, sought) in self.from(hash) {
            let held = *self.slots.get(slot)?;
            if held == FREE {
                return None;
            }
            let place = held & places;
            if held & !places == sought
                && usize::try_from(place)
                    .ok()
                    .and_then(|place| list.get(place))
                    .is_some_and(|one| one.nhs_number == number)
            {
                return Some(place);
            }
        }
        None
    }

    /// Adds the last person of the list, who is new.
    pub fn add_last(&mut self, list: &[Person]) {
        if (self.people + 1) * 2 > self.slots.len() {
            let slots = (list.len() * 2).next_power_of_two();
            self.slots = vec![FREE; slots];
            self.sieve = vec![0; (slots * BITS).div_ceil(64)];
            for (place, person) in (0..).zip(list) {
                self.put(person.nhs_number, place);
            }
            self.people = list.len();
        } else if let Some((person, place)) = list.last().zip(u32::try_from(list.len() - 1).ok()) {
            self.put(person.nhs_number, place);
            self.people += 1;
        }
    }

    fn put(&mut self, number: NhsNumber, place: u32) {
        let hash = hash(number);
        let (word, bits) = self.sieved(hash);
        if let Some(held) = self.sieve.get_mut(word) {
            *held |= bits;
        }
        let free = self.from(hash).find(|(slot, _)| self.slots.get(*slot) == Some(&FREE));
        if let Some((slot, bits)) = free
            && let Some(held) = self.slots.get_mut(slot)
        {
            *held = bits | place;
        }
    }

    /// The bits of a slot that hold a place. There is one bit more than places
    /// need, so that no slot that is taken has all bits set.
    fn places(&self) -> u32 {
        u32::try_from(self.slots.len()).unwrap_or(0).wrapping_sub(1)
    }

    /// The word of the sieve for a hash, and its bits there.
    fn sieved(&self, hash: u64) -> (usize, u64) {
        let word = usize::try_from(hash >> 12).unwrap_or(0) & self.sieve.len().wrapping_sub(1);
        (word, (1 << (hash & 63)) | (1 << ((hash >> 6) & 63)))
    }

    /// The slots to look at for a hash, one after the other, each with the
    /// bits of it that stand in them.
    fn from(&self, hash: u64) -> impl Iterator<Item = (usize, u32)> + use<> {
        let [_, _, _, _, a, b, c, d] = hash.to_le_bytes();
        let bits = u32::from_le_bytes([a, b, c, d]) & !self.places();
        let count = self.slots.len();
        let first = usize::try_from(hash & u64::from(u32::MAX)).unwrap_or(0);
        (0..count).map(move |step| ((first + step) & (count - 1), bits))
    }
}

fn hash(number: NhsNumber) -> u64 {
    FixedState::default().hash_one(number)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn everybody_is_found_and_nobody_else() {
        let (mut index, mut list) = (PersonIndex::default(), Vec::new());
        let numbers: Vec<NhsNumber> = (999_000_000..999_040_000).filter_map(NhsNumber::from_prefix).collect();
        assert_eq!(numbers.first().and_then(|number| index.find(*number, &list)), None);
        let (own, others) = numbers.split_at(20_000);
        for (place, number) in (0..).zip(own) {
            assert_eq!(index.find(*number, &list), None);
            list.push(Person::unremarkable(*number, NaiveDate::MIN));
            index.add_last(&list);
            assert_eq!(index.find(*number, &list), Some(place));
        }
        assert!((0..).zip(own).all(|(place, number)| index.find(*number, &list) == Some(place)));
        assert!(others.iter().all(|number| index.find(*number, &list).is_none()));
    }
}
