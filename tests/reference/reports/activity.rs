//! `activity`: doses by the day on which they were given.

use super::{Row, Table, Totals, count};
use crate::reference::dates::{day, plus};
use crate::reference::doses::{group_of, in_order, is_of_people, key_columns};
use crate::reference::engine::{Person, Results};
use crate::reference::model::World;
use crate::reference::rules::{CAMPAIGNS, Campaign, campaign_open};
use crate::reference::uptake::Filter;
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// The columns in order.
pub const COLUMNS: [&str; 9] = [
    "yesterday",
    "day_before",
    "this_week",
    "last_week_same_days",
    "last_week",
    "this_month",
    "last_month_same_days",
    "campaign_to_date",
    "last_campaign_same_day",
];

/// The campaign of the same season before.
pub fn campaign_before(campaign: &Campaign) -> Option<&'static Campaign> {
    let (season, year) = campaign.id.split_once('-').expect("a season and a year");
    let before = year.parse::<u32>().expect("a year") - 1;
    CAMPAIGNS.iter().find(|other| other.id == format!("{season}-{before}"))
}

/// The day of a campaign on which it was as old as another is: its last day at most.
pub fn same_day(campaign: &Campaign, other: &Campaign, on: NaiveDate) -> NaiveDate {
    plus(campaign.start, (on - other.start).num_days()).min(campaign.end)
}

impl Results {
    /// Table `activity` by one of the keys.
    pub fn activity_table(&self, world: &World, filter: &Filter, by: &str) -> Table {
        let people = self.admitted(filter);
        // Silent: which groups have a row. Practices and networks all have one (2.3), sites, brands and
        // suppliers where a column counts a dose of theirs.
        let mut groups: Vec<Option<String>> = if is_of_people(by) {
            self.groups(&[by], filter).into_iter().map(|(mut values, _)| values.remove(0)).collect()
        } else {
            let mut found = Vec::new();
            for person in &people {
                let doses = person
                    .course
                    .doses
                    .iter()
                    .filter(|dose| COLUMNS.iter().any(|column| self.is_of(column, dose.date) == Some(true)));
                found.extend(doses.map(|dose| group_of(world, person, dose, by)));
            }
            in_order(&mut found);
            found
        };
        let rows = groups.drain(..).map(|group| {
            let mut row = self.group_cells(by, group.as_deref());
            row.extend(self.columns(&people, |person, dose| group_of(world, person, dose, by) == group));
            row
        });
        let rows: Vec<Row> = rows.collect();
        let columns = key_columns(by).iter().copied().chain(COLUMNS).collect();
        Table {
            name: "activity",
            columns,
            rows,
            totals: Totals::IfAny(self.columns(&people, |_, _| true)),
            open_words: &[],
        }
    }

    fn columns(&self, people: &[&Person], is_meant: impl Fn(&Person, &crate::reference::course::Dose) -> bool) -> Row {
        let cell = |column: &&'static str| {
            let mut number = 0;
            for person in people {
                for dose in &person.course.doses {
                    match self.is_of(column, dose.date) {
                        None => return (*column, Value::Null),
                        Some(counts) => number += usize::from(counts && is_meant(person, dose)),
                    }
                }
            }
            // Nobody's doses tell whether a column is blank.
            let blank = self.is_of(column, self.as_at).is_none();
            (*column, if blank { Value::Null } else { count(number) })
        };
        COLUMNS.iter().map(cell).collect()
    }

    /// Whether a column counts a dose of this day; none where the column is blank.
    fn is_of(&self, column: &str, given: NaiveDate) -> Option<bool> {
        let today = self.as_at;
        let weekday = i64::from(today.weekday().num_days_from_monday());
        let monday = plus(today, -weekday);
        let month = |date: NaiveDate| (date.year(), date.month());
        let month_before = month(plus(day(1, today.month(), today.year()), -1));
        let campaign = campaign_open(today);
        Some(match column {
            "yesterday" => given == plus(today, -1),
            "day_before" => given == plus(today, -2),
            "this_week" => given >= monday && given <= today,
            "last_week_same_days" => given >= plus(monday, -7) && given <= plus(today, -7),
            "last_week" => given >= plus(monday, -7) && given < monday,
            "this_month" => month(given) == month(today) && given <= today,
            // Silent: where the month before is shorter. As many of its days as there are.
            "last_month_same_days" => month(given) == month_before && given.day() <= today.day(),
            "campaign_to_date" => given >= campaign?.start && given <= today,
            _ => {
                let before = campaign_before(campaign?)?;
                given >= before.start && given <= same_day(before, campaign?, today)
            }
        })
    }
}
