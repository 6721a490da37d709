//! `trend`: doses by role day by day, week by week or month by month, and how uptake grew.

use super::{Row, Table, Totals, count, percent};
use crate::reference::dates::{day, plus};
use crate::reference::doses::{group_of, in_order, is_of_people, key_columns};
use crate::reference::engine::{Person, Results};
use crate::reference::model::World;
use crate::reference::uptake::{Filter, tenths};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};
use std::ops::RangeInclusive;

/// Columns with the roles they count; a booster of any number begins with the word.
pub const ROLES: [(&str, &str); 4] =
    [("dose1", "dose 1"), ("dose2", "dose 2"), ("third_primary", "third primary"), ("booster", "booster")];

/// What is asked of a trend.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each field is named after its option")]
pub struct TrendRequest {
    pub every: &'static str,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub by: Option<&'static str>,
}

impl Default for TrendRequest {
    fn default() -> Self {
        Self { every: "week", from: None, to: None, by: None }
    }
}

impl Results {
    /// Table `trend` of every week.
    pub fn trend_table(&self, filter: &Filter) -> Table {
        // Without a key nobody asks where a dose was given.
        self.trend_table_of(&World::default(), filter, &TrendRequest::default())
    }

    /// Table `trend` of whatever is asked for.
    pub fn trend_table_of(&self, world: &World, filter: &Filter, request: &TrendRequest) -> Table {
        let people = self.admitted(filter);
        let last = request.to.map_or(self.as_at, |to| to.min(self.as_at));
        let first = match (request.from, request.every) {
            (Some(from), _) => from,
            (None, "day") => plus(last, -27),
            _ => first_trial(),
        };
        let mut rows = Vec::new();
        for (key, whole) in Self::spans(&people, request.every, first, last) {
            let span = (*whole.start()).max(first)..=(*whole.end()).min(last);
            let of_all = doses_by_role(world, &people, &span, None);
            let nothing = of_all.iter().all(|(_, number)| *number == json!(0));
            if key == "earlier" && nothing {
                continue;
            }
            let Some(by) = request.by else {
                let mut row: Row = vec![(request.every_key(), json!(key))];
                row.extend(of_all);
                row.extend(so_far(&people, *span.end()));
                rows.push(row);
                continue;
            };
            let mut groups = Vec::new();
            for person in &people {
                let given = person.course.doses.iter().filter(|dose| span.contains(&dose.date));
                groups.extend(given.map(|dose| group_of(world, person, dose, by)));
            }
            in_order(&mut groups);
            for group in groups {
                let mut row: Row = vec![(request.every_key(), json!(key))];
                row.extend(self.group_cells(by, group.as_deref()));
                row.extend(doses_by_role(world, &people, &span, Some((by, &group))));
                let own: Vec<&Person> =
                    people.iter().copied().filter(|person| is_in(person, by, group.as_ref())).collect();
                row.extend(if is_of_people(by) { so_far(&own, *span.end()) } else { blank() });
                rows.push(row);
            }
        }
        let mut columns = vec![request.every_key()];
        columns.extend(request.by.map(key_columns).unwrap_or_default());
        columns.extend(ROLES.map(|(column, _)| column));
        columns.extend(["cumulative_first_dose_pct", "cumulative_booster_pct"]);
        let totals = Totals::IfAny(doses_by_role(world, &people, &(first..=last), None));
        Table { name: "trend", columns, rows, totals, open_words: &[] }
    }

    /// The rows that there may be, each with its key and its days.
    fn spans(
        people: &[&Person],
        every: &str,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Vec<(String, RangeInclusive<NaiveDate>)> {
        let mut spans = Vec::new();
        let beginning = day(7, 12, 2020);
        if every == "month" {
            let given = people.iter().flat_map(|person| &person.course.doses).map(|dose| dose.date).min();
            // Silent: of nobody's doses there is the month of as-at alone.
            let mut start = given.unwrap_or(last).max(first).with_day(1).unwrap();
            while start <= last {
                let next = plus(start, 31).with_day(1).unwrap();
                spans.push((start.to_string(), start..=plus(next, -1)));
                start = next;
            }
            return spans;
        }
        if first < beginning {
            spans.push(("earlier".to_owned(), first..=plus(beginning, -1)));
        }
        let length = if every == "day" { 1 } else { 7 };
        let mut start = beginning;
        while start <= last {
            let end = plus(start, length - 1);
            if end >= first {
                spans.push((start.to_string(), start..=end));
            }
            start = plus(start, length);
        }
        spans
    }

    /// The cells that name a group of doses.
    pub fn group_cells(&self, by: &str, group: Option<&str>) -> Row {
        let name = || group.and_then(|code| self.practices.get(code)).map(|practice| practice.name.clone());
        let cell =
            |column: &&'static str| (*column, if *column == "practice_name" { json!(name()) } else { json!(group) });
        key_columns(by).iter().map(cell).collect()
    }
}

impl TrendRequest {
    fn every_key(&self) -> &'static str {
        self.every
    }
}

fn is_in(person: &Person, by: &str, group: Option<&String>) -> bool {
    match by {
        "practice" => Some(&person.facts.practice_code) == group,
        "pcn" => person.pcn_code.as_ref() == group,
        _ => false,
    }
}

/// The day of the first dose of a trial in the United Kingdom.
fn first_trial() -> NaiveDate {
    day(23, 4, 2020)
}

fn doses_by_role(
    world: &World,
    people: &[&Person],
    within: &RangeInclusive<NaiveDate>,
    of: Option<(&str, &Option<String>)>,
) -> Row {
    let given = |role: &str| {
        let mut number = 0;
        for person in people {
            for dose in person.course.doses.iter().filter(|dose| within.contains(&dose.date)) {
                let counts = of.is_none_or(|(by, group)| group_of(world, person, dose, by) == *group);
                number += usize::from(counts && dose.role.starts_with(role));
            }
        }
        number
    };
    ROLES.iter().map(|(column, role)| (*column, count(given(role)))).collect()
}

/// How many of these have had a first dose and a booster by a day.
fn so_far(people: &[&Person], by: NaiveDate) -> Row {
    // Silent: what a first dose is here. As in uptake it is any dose (n >= 1): a first recorded
    // dose that is coded second is dose 2 by role, and yet the person has had a first dose.
    let had = |role: &str| people.iter().filter(|person| first_of(person, role).is_some_and(|on| on <= by)).count();
    vec![
        ("cumulative_first_dose_pct", percent(tenths(had(""), people.len()))),
        ("cumulative_booster_pct", percent(tenths(had("booster"), people.len()))),
    ]
}

fn blank() -> Row {
    vec![("cumulative_first_dose_pct", Value::Null), ("cumulative_booster_pct", Value::Null)]
}

/// The date of the first dose whose role begins with a word.
fn first_of(person: &Person, role: &str) -> Option<NaiveDate> {
    person.course.doses.iter().find(|dose| dose.role.starts_with(role)).map(|dose| dose.date)
}
