//! `boosters`: the first booster (2.8), and how long the others have been waiting for it.

use super::{Row, Table, Totals, count, ladder, percent};
use crate::reference::engine::{Person, Results};
use crate::reference::uptake::{Filter, tenths};
use serde_json::json;

/// Bands of days since the primary course, with the days they hold.
pub const SINCE_PRIMARY: [(&str, i64, i64); 8] = [
    ("0-27", 0, 27),
    ("28-55", 28, 55),
    ("56-90", 56, 90),
    ("91-121", 91, 121),
    ("122-151", 122, 151),
    ("152-181", 152, 181),
    ("182-364", 182, 364),
    ("365+", 365, i64::MAX),
];

const LADDER: [&str; 7] =
    ["boosted", "primary_incomplete", "third_primary_first", "not_open", "closed", "pending", "eligible"];

impl Results {
    /// Table `boosters`.
    pub fn boosters_table(&self, by: &[&str], filter: &Filter) -> Table {
        self.grouped("boosters", by, filter, &self.admitted(filter), |people| {
            let mut cells: Row = vec![("patients", count(people.len()))];
            cells.extend(ladder(&LADDER, people, |person| person.booster.status));
            let boosted = people.iter().filter(|person| person.booster.status == "boosted").count();
            cells.push(("boosted_pct", percent(tenths(boosted, people.len()))));
            cells
        })
    }

    /// The days since the primary course of somebody who is complete and not boosted.
    pub fn days_waiting(&self, person: &Person) -> Option<i64> {
        let waits = person.course.primary_complete && person.course.boosters == 0;
        waits.then(|| (self.as_at - person.course.base.expect("known where not boosted")).num_days())
    }

    /// Table `time_since_primary`, of those who are complete and not boosted.
    ///
    /// While the third primary dose is outstanding there is none to reckon from, so that the base is the
    /// primary course, as section 4 says.
    pub fn time_since_primary_table(&self, filter: &Filter) -> Table {
        let days_waiting: Vec<i64> =
            self.admitted(filter).into_iter().filter_map(|person| self.days_waiting(person)).collect();
        let within = |from: i64, to: i64| days_waiting.iter().filter(|days| (from..=to).contains(*days)).count();
        let rows = SINCE_PRIMARY
            .iter()
            .map(|(band, from, to)| vec![("band", json!(band)), ("patients", count(within(*from, *to)))])
            .collect();
        Table {
            name: "time_since_primary",
            columns: vec!["band", "patients"],
            rows,
            totals: Totals::Exactly(vec![("patients", count(days_waiting.len()))]),
            open_words: &[],
        }
    }
}
