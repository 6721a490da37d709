//! `outcomes` (section 5): what became of contacts, and of people by their latest one.

use super::{Row, count};
use crate::reference::engine::{Person, Results};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A row of the invite log.
pub struct Contact {
    /// Whose it is.
    pub number: String,
    /// When.
    pub as_at: NaiveDate,
    /// Its round.
    pub round: u32,
}

/// The parts of those invited, in the order in which the first that applies counts.
pub const PARTS: [&str; 5] = ["vaccinated", "declined", "contraindicated", "left_or_died", "still_due"];

impl Results {
    /// Where a contact ended, and the days to the dose.
    fn outcome(&self, contact: &Contact) -> (&'static str, Option<i64>) {
        // Whoever is no patient has died, left, or was never there.
        let Some(person) = self.people.get(&contact.number) else { return ("left_or_died", None) };
        let since = |date: Option<NaiveDate>| date.is_some_and(|date| date >= contact.as_at);
        let first = person.course.doses.iter().map(|dose| dose.date).filter(|date| *date >= contact.as_at).min();
        let word = match person {
            _ if first.is_some() => "vaccinated",
            _ if since(person.in_force(&person.declined)) => "declined",
            _ if since(person.in_force(&person.contraindicated)) => "contraindicated",
            Person { facts, .. } if facts.known_death => "left_or_died",
            _ => "still_due",
        };
        (word, first.map(|date| (date - contact.as_at).num_days()))
    }

    /// The counts of some contacts that are not after as-at.
    pub fn outcomes<'a>(&self, contacts: impl Iterator<Item = &'a Contact>) -> Row {
        let ended: Vec<(&str, Option<i64>)> =
            contacts.filter(|contact| contact.as_at <= self.as_at).map(|contact| self.outcome(contact)).collect();
        let mut days: Vec<i64> = ended.iter().filter_map(|(_, days)| *days).collect();
        days.sort_unstable();
        let middle = days.len() / 2;
        let median = match days.len() {
            0 => Value::Null,
            odd if odd % 2 == 1 => json!(days[middle]),
            _ if (days[middle - 1] + days[middle]) % 2 == 0 => json!(i64::midpoint(days[middle - 1], days[middle])),
            _ => json!(f64::from(i32::try_from(days[middle - 1] + days[middle]).expect("few days")) / 2.0),
        };
        let of = |part: &str| count(ended.iter().filter(|(word, _)| *word == part).count());
        let parts = PARTS.map(|part| (part, of(part)));
        [("invited", count(ended.len()))].into_iter().chain(parts).chain([("median_days", median)]).collect()
    }
}
