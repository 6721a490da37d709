//! Which vaccine was given: what was there on the day, and for whom.

use crate::sample::calendar::{Day, day};
use crate::sample::codes::{
    ASTRAZENECA, JANSSEN, MODERNA, MODERNA_BIVALENT, NOVAVAX, PFIZER, PFIZER_BIVALENT, PFIZER_CHILD, PFIZER_JN1,
    PFIZER_XBB, Product, SANOFI,
};
use crate::sample::people::SyntheticPerson;

/// The vaccine that a person was given on a day; `roll`, below 1,000, decides
/// where there was more than one.
pub fn vaccine(person: &SyntheticPerson, on: Day, is_first: bool, roll: u32) -> &'static Product {
    if !person.is_aged(12, on) {
        return &PFIZER_CHILD;
    }
    if on >= const { day(2024, 9, 1) } {
        return &PFIZER_JN1;
    }
    if on >= const { day(2023, 9, 1) } {
        return &PFIZER_XBB;
    }
    if on >= const { day(2023, 4, 1) } && person.is_aged(75, on) && roll < 450 {
        return &SANOFI;
    }
    if on >= const { day(2022, 9, 1) } {
        return if roll < 450 { &MODERNA_BIVALENT } else { &PFIZER_BIVALENT };
    }
    if !is_first && on >= const { day(2021, 9, 1) } {
        // Boosters and third doses.
        return match roll {
            0..4 => &ASTRAZENECA,
            4..330 => &MODERNA,
            _ => &PFIZER,
        };
    }
    let adult = person.is_aged(18, on);
    match roll {
        0..3 if adult && on >= const { day(2021, 6, 20) } => &JANSSEN,
        3..60 if adult && on >= const { day(2022, 2, 1) } => &NOVAVAX,
        100..790 if person.is_aged(40, on) && (const { day(2021, 1, 4) }..const { day(2021, 7, 1) }).contains(&on) => {
            &ASTRAZENECA
        }
        100..320 if person.is_aged(30, on) && (const { day(2021, 1, 4) }..const { day(2021, 5, 7) }).contains(&on) => {
            &ASTRAZENECA
        }
        800..960 if adult && on >= const { day(2021, 4, 13) } => &MODERNA,
        _ => &PFIZER,
    }
}
