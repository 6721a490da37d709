//! One file of the rules, one reader.

pub(super) mod booster;
pub(super) mod campaigns;
pub(super) mod cohorts;
pub(super) mod doubts;
pub(super) mod ethnicity;
pub(super) mod general;
pub(super) mod offers;
pub(super) mod quality;
pub(super) mod second_dose;
pub(super) mod suppliers;
pub(super) mod third_primary;
pub(super) mod vocabulary;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::toml_rows::{Diagnostics, Location, Reported, TomlRow};

/// Ages in completed years.
const AGES: RangeInclusive<i64> = 0..=120;
/// Ages in calendar months.
const MONTHS: RangeInclusive<i64> = 0..=120;
/// Days between doses: ten years is a slip of the finger.
const DAYS: RangeInclusive<i64> = 1..=3650;

/// Reads every row of a list; a faulty one leaves no value, only its problems.
fn each<'d, T>(
    rows: Result<Vec<TomlRow<'d>>, Reported>,
    read: impl FnMut(&TomlRow<'d>) -> Result<T, Reported>,
) -> ReadRows<T> {
    let Ok(rows) = rows else {
        return ReadRows { good: Vec::new(), all: false };
    };
    let count = rows.len();
    let good: Vec<T> = rows.iter().map(read).filter_map(Result::ok).collect();
    ReadRows { all: good.len() == count, good }
}

/// The good rows of a list, and whether that is all of them.
struct ReadRows<T> {
    good: Vec<T>,
    all: bool,
}

/// Reports what is named more than once, the second time and later.
fn note_repeats<T: Ord>(diagnostics: &Diagnostics, named: &[(T, Location)], says: impl Fn(&T, &Location) -> String) {
    let mut firsts: BTreeMap<&T, &Location> = BTreeMap::new();
    for (thing, location) in named {
        match firsts.get(thing) {
            Some(first) => {
                diagnostics.report(location, says(thing, first));
            }
            None => {
                firsts.insert(thing, location);
            }
        }
    }
}
