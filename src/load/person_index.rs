//! Where a person is in the list of people, by NHS number.
//!
//! Every vaccination row of an extract asks this question, and most are of
//! other people. So the answer must be found, or be known not to be there, in
//! four bytes that are near: a table of slots, each with the person's place in
//! the list and as many bits of the number's hash as there is room for. Only
//! where those agree is the person looked at. A map of numbers takes four times
//! the memory, and with millions of people most of the time of a run.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::domain::{NhsNumber, Person};

/// A slot that nobody has.
const FREE: u32 = u32::MAX;
/// With fewer slots than these, there are many more than people: the answer for
/// somebody who is not there is then mostly the first slot, and foreseen.
const FEW: usize = 1 << 20;

/// The places of people in a list.
#[derive(Default)]
pub struct PersonIndex {
    /// At least two for every person; a power of two.
    slots: Vec<u32>,
    people: usize,
}

impl PersonIndex {
    /// The place of a person in the list that the index is of.
    #[must_use]
    pub fn find(&self, number: NhsNumber, list: &[Person]) -> Option<u32> {
        let places = self.places();
        for (slot, sought) in self.from(number) {
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
            self.slots = vec![FREE; slots.max((slots * 8).min(FEW))];
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
        let free = self.from(number).find(|(slot, _)| self.slots.get(*slot) == Some(&FREE));
        if let Some((slot, hash)) = free
            && let Some(held) = self.slots.get_mut(slot)
        {
            *held = hash | place;
        }
    }

    /// The bits of a slot that hold a place. There is one bit more than places
    /// need, so that no slot that is taken has all bits set.
    fn places(&self) -> u32 {
        u32::try_from(self.slots.len()).unwrap_or(0).wrapping_sub(1)
    }

    /// The slots to look at for a number, one after the other, each with the
    /// bits of its hash as they stand in it.
    fn from(&self, number: NhsNumber) -> impl Iterator<Item = (usize, u32)> + use<> {
        let hash = FixedState::default().hash_one(number);
        let [_, _, _, _, a, b, c, d] = hash.to_le_bytes();
        let bits = u32::from_le_bytes([a, b, c, d]) & !self.places();
        let count = self.slots.len();
        let first = usize::try_from(hash & u64::from(u32::MAX)).unwrap_or(0);
        (0..count).map(move |step| ((first + step) & (count - 1), bits))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{Ethnicity, Flags, Gender, Standing};

    fn person(number: NhsNumber) -> Person {
        Person {
            nhs_number: number,
            birth: NaiveDate::MIN,
            row: 0,
            practice: 0,
            flags: Flags::none(),
            gender: Gender::NotKnown,
            ethnicity: Ethnicity::NotKnown,
            imd_quintile: None,
            standing: Standing::Patient,
            known_death: false,
            restricted: false,
            sms_declined: false,
        }
    }

    #[test]
    fn everybody_is_found_and_nobody_else() {
        let (mut index, mut list) = (PersonIndex::default(), Vec::new());
        let numbers: Vec<NhsNumber> = (999_000_000..999_040_000).filter_map(NhsNumber::from_prefix).collect();
        assert_eq!(numbers.first().and_then(|number| index.find(*number, &list)), None);
        let (own, others) = numbers.split_at(20_000);
        for (place, number) in (0..).zip(own) {
            assert_eq!(index.find(*number, &list), None);
            list.push(person(*number));
            index.add_last(&list);
            assert_eq!(index.find(*number, &list), Some(place));
        }
        assert!((0..).zip(own).all(|(place, number)| index.find(*number, &list) == Some(place)));
        assert!(others.iter().all(|number| index.find(*number, &list).is_none()));
    }
}
