//! `trend`: doses by role week by week, and how uptake grew.

use super::{Row, Table, Totals, count, percent};
use crate::reference::dates::{day, plus};
use crate::reference::engine::{Person, Results};
use crate::reference::uptake::{Filter, tenths};
use chrono::NaiveDate;
use serde_json::json;
use std::ops::RangeInclusive;

/// Columns with the roles they count; a booster of any number begins with the word.
pub const ROLES: [(&str, &str); 4] =
    [("dose1", "dose 1"), ("dose2", "dose 2"), ("third_primary", "third primary"), ("booster", "booster")];

impl Results {
    /// Table `trend`.
    pub fn trend_table(&self, filter: &Filter) -> Table {
        let people = self.admitted(filter);
        let mut rows = Vec::new();
        let first = day(7, 12, 2020);
        let trials = first_trial()..=plus(first, -1);
        let any_trial = people.iter().flat_map(|person| &person.course.doses).any(|dose| trials.contains(&dose.date));
        let mut spans = Vec::new();
        if any_trial {
            spans.push((json!("earlier"), trials));
        }
        let mut monday = first;
        while monday <= self.as_at {
            spans.push((json!(monday.to_string()), monday..=plus(monday, 6)));
            monday = plus(monday, 7);
        }
        for (key, span) in spans {
            let sunday = *span.end();
            let mut row: Row = vec![("week", key)];
            row.extend(doses_by_role(&people, &span));
            // Silent: what a first dose is here. As in uptake it is any dose (n >= 1): a first recorded
            // dose that is coded second is dose 2 by role, and yet the person has had a first dose.
            let by_sunday = |role: &str| {
                people.iter().filter(|person| first_of(person, role).is_some_and(|on| on <= sunday)).count()
            };
            row.push(("cumulative_first_dose_pct", percent(tenths(by_sunday(""), people.len()))));
            row.push(("cumulative_booster_pct", percent(tenths(by_sunday("booster"), people.len()))));
            rows.push(row);
        }
        let ever = first_trial()..=self.as_at;
        Table {
            name: "trend",
            columns: rows[0].iter().map(|(column, _)| *column).collect(),
            rows,
            totals: Totals::IfAny(doses_by_role(&people, &ever)),
            open_words: &[],
        }
    }
}

/// The day of the first dose of a trial in the United Kingdom.
fn first_trial() -> NaiveDate {
    day(23, 4, 2020)
}

fn doses_by_role(people: &[&Person], within: &RangeInclusive<NaiveDate>) -> Row {
    let given = |role: &str| {
        let doses = people.iter().flat_map(|person| &person.course.doses);
        doses.filter(|dose| dose.role.starts_with(role) && within.contains(&dose.date)).count()
    };
    ROLES.iter().map(|(column, role)| (*column, count(given(role)))).collect()
}

/// The date of the first dose whose role begins with a word.
fn first_of(person: &Person, role: &str) -> Option<NaiveDate> {
    person.course.doses.iter().find(|dose| dose.role.starts_with(role)).map(|dose| dose.date)
}
