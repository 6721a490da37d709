//! People around every age threshold.

use super::dates::{birthday_in, day, plus};
use super::rng::Rng;
use super::rules::{CAMPAIGNS, COHORT_AGE_A, COHORT_AGE_B, FIVE_BY, MinAge};
use chrono::{Datelike, Months, NaiveDate};

/// Where a person stands towards the practice list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// Registered with one of the caller's practices.
    Scope,
    /// Registered elsewhere.
    Elsewhere,
    /// On no patients file at all.
    Nowhere,
}

/// A person before anything is written down.
#[derive(Clone, Debug)]
pub struct Draft {
    /// A valid NHS number.
    pub number: String,
    /// The date of birth.
    pub date_of_birth: NaiveDate,
    /// Where registered.
    pub belongs: Belongs,
}

/// Every age boundary: a label, the age, and the day on which it is reckoned.
pub fn age_edges(as_at: NaiveDate) -> Vec<(String, i32, NaiveDate)> {
    let mut edges = Vec::new();
    for age in [80, 75, 70, 65, 60, 55, 50] {
        edges.push((format!("A{age}"), age, COHORT_AGE_A));
    }
    for age in [40, 30] {
        edges.push((format!("B{age}"), age, COHORT_AGE_B));
    }
    for age in [5, 12, 16, 18] {
        edges.push((format!("N{age}"), age, as_at));
    }
    edges.push(("five by 31/08/2022".to_owned(), 5, FIVE_BY));
    for campaign in CAMPAIGNS {
        for (group, _, from) in campaign.groups {
            if let MinAge::Years(age) = from {
                edges.push((format!("{}:{group}", campaign.id), *age, campaign.age_by));
            }
        }
    }
    edges
}

/// A date of birth, mostly within two days of a boundary.
pub fn date_of_birth(rng: &mut Rng, as_at: NaiveDate) -> NaiveDate {
    for _ in 0..4 {
        let date = any_date_of_birth(rng, as_at);
        if date <= as_at {
            return date;
        }
    }
    if rng.percent(20) { plus(as_at, rng.between(-2, 2)) } else { plus(as_at, -rng.between(0, 36_000)) }
}

fn any_date_of_birth(rng: &mut Rng, as_at: NaiveDate) -> NaiveDate {
    match rng.below(20) {
        0..=8 => {
            let edges = age_edges(as_at);
            let (_, age, on) = &edges[rng.below(edges.len())];
            aged_on(plus(*on, rng.between(-2, 2)), *age)
        }
        9 => {
            let campaign = &CAMPAIGNS[rng.below(CAMPAIGNS.len())];
            // Old enough for a group on the age-by date, about as at, or only after the end.
            let on = rng.pick(&[campaign.age_by, as_at, campaign.end]);
            let months = rng.pick(&[6, 6, 12 * 5, 12 * 12, 12 * 16]);
            plus(on.checked_sub_months(Months::new(months)).expect("a date"), rng.between(-2, 2))
        }
        // Born on 29 February, with the birthday about as at, or any.
        10 => day(29, 2, 1904 + 4 * i32::try_from(rng.below(30)).expect("small")),
        // The edges of the age bands and the limit of 120 years.
        11 => aged_on(plus(as_at, rng.between(-2, 2)), rng.pick(&[25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80])),
        12 if rng.percent(25) => aged_on(plus(as_at, rng.between(-2, 2)), 121),
        12..=15 => plus(as_at, -rng.between(0, 18 * 365)),
        _ => plus(as_at, -rng.between(0, 36_000)),
    }
}

/// The date of birth of somebody who has a birthday on a day.
fn aged_on(birthday: NaiveDate, age: i32) -> NaiveDate {
    birthday_in(birthday, birthday.year() - age)
}
