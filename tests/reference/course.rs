//! The course of a person (spec 2.6): what each dose is.

use super::events::Given;
use chrono::NaiveDate;

/// A counted dose and its role in the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dose {
    /// The vaccination date.
    pub date: NaiveDate,
    /// `dose 1`, `dose 2`, `third primary` or `booster n`.
    pub role: String,
    /// The brand, or `Unknown`.
    pub brand: &'static str,
    /// Its row: file, row (indices into the world).
    pub place: (usize, usize),
}

/// How a person's doses are to be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The doses, in date order.
    pub doses: Vec<Dose>,
    /// The first recorded dose is coded third, fourth, fifth or booster.
    pub earlier_doses_not_recorded: bool,
    /// The first recorded dose is coded second.
    pub first_dose_not_recorded: bool,
    /// The primary course (without the third primary dose) is complete …
    pub primary_complete: bool,
    /// … on this date, where a recorded dose completed it.
    pub primary_complete_on: Option<NaiveDate>,
    /// The date of the third primary dose.
    pub third_primary_on: Option<NaiveDate>,
    /// From where the first booster is reckoned.
    pub base: Option<NaiveDate>,
    /// How many boosters.
    pub boosters: usize,
}

/// Reads a course off the counted doses; `needs_third` is "immunosuppressed and aged 12 or over".
pub fn course(given: &[Given], needs_third: bool) -> Course {
    let first = given.first();
    let class = first.and_then(|dose| dose.class).unwrap_or("");
    let earlier_doses_not_recorded = ["dose3", "dose4", "dose5", "booster"].contains(&class);
    let first_dose_not_recorded = class == "dose2";
    // The roles before any third primary dose or booster; each is filled from the front.
    let primary: &[&str] = if earlier_doses_not_recorded {
        &[]
    } else if first_dose_not_recorded {
        &["dose 2"]
    } else if first.is_some_and(|dose| dose.brand == "Janssen") {
        &["dose 1"]
    } else {
        &["dose 1", "dose 2"]
    };
    let mut roles: Vec<String> = primary.iter().map(|role| (*role).to_owned()).collect();
    if needs_third && !earlier_doses_not_recorded {
        roles.push("third primary".to_owned());
    }
    let before_boosters = roles.len();
    for number in 1..=given.len() {
        roles.push(format!("booster {number}"));
    }
    let doses: Vec<Dose> = given
        .iter()
        .zip(roles)
        .map(|(dose, role)| Dose { date: dose.date, role, brand: dose.brand, place: dose.place })
        .collect();
    let primary_complete = !doses.is_empty() && doses.len() >= primary.len();
    let primary_complete_on = doses.get(primary.len().wrapping_sub(1)).map(|dose| dose.date);
    let third_primary_on = doses.iter().find(|dose| dose.role == "third primary").map(|dose| dose.date);
    Course {
        boosters: doses.len().saturating_sub(before_boosters),
        doses,
        earlier_doses_not_recorded,
        first_dose_not_recorded,
        primary_complete,
        primary_complete_on,
        third_primary_on,
        base: third_primary_on.or(primary_complete_on),
    }
}

impl Course {
    /// Course status, first match (spec 2.6).
    pub fn status(&self, declined: bool) -> &'static str {
        if self.boosters >= 1 {
            "boosted"
        } else if self.third_primary_on.is_some() {
            "third-primary"
        } else if self.primary_complete {
            "primary-complete"
        } else if !self.doses.is_empty() {
            "first-dose-only"
        } else if declined {
            "declined"
        } else {
            "unvaccinated"
        }
    }
}
