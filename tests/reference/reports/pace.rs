//! Table `pace` of `campaign`: how fast it goes, beside the one before and towards a target.

use super::activity::{campaign_before, same_day};
use super::{Row, Table, Totals, count, percent};
use crate::reference::dates::plus;
use crate::reference::engine::{Person, Results};
use crate::reference::rules::{Campaign, campaign_called};
use crate::reference::uptake::{Filter, tenths};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

impl Results {
    /// Table `pace`, where there is one: by the groups of the campaign, or by other keys.
    pub fn pace_table(&self, id: &str, by: &[&str], filter: &Filter, target: Option<usize>) -> Option<Table> {
        let campaign = campaign_called(id);
        let before = campaign_before(campaign);
        if target.is_none() && before.is_none() {
            return None;
        }
        let members = |of: &Campaign| -> Vec<&Person> {
            self.admitted(filter).into_iter().filter(|person| person.campaigns[of.id].is_some()).collect()
        };
        let own = members(campaign);
        let theirs = before.map(members);
        let mut table = if by.is_empty() {
            let rows = campaign.groups.iter().map(|(group, _, _)| {
                let of_group = |people: &[&Person], of: &Campaign| -> Vec<Person> { in_group(people, of, group) };
                let (now, then) = (of_group(&own, campaign), theirs.as_ref().map(|all| of_group(all, before.unwrap())));
                // Silent: a group that the last campaign did not have. It has no same day.
                let then = then.filter(|people| !people.is_empty());
                let mut row: Row = vec![("campaign_group", json!(group))];
                row.extend(self.pace_cells(
                    campaign,
                    &refs(&now),
                    then.as_ref().map(|then| refs(then)).as_deref(),
                    target,
                ));
                row
            });
            let (columns, rows) = (vec!["campaign_group"], rows.collect());
            Table { name: "pace", columns, rows, totals: Totals::Exactly(Vec::new()), open_words: &[] }
        } else {
            let rows = self.groups_among(by, filter, &own).into_iter().map(|(values, now)| {
                let then: Option<Vec<&Person>> = theirs.as_ref().map(|all| {
                    let is_in = |person: &&Person| {
                        by.iter().zip(&values).all(|(key, value)| super::super::uptake::value_of(person, key) == *value)
                    };
                    all.iter().copied().filter(is_in).collect()
                });
                let mut row = self.key_cells(by, &values);
                row.extend(self.pace_cells(campaign, &now, then.as_deref(), target));
                row
            });
            let rows = rows.collect();
            let columns = self.key_cells(by, &vec![None; by.len()]).iter().map(|(column, _)| *column).collect();
            Table { name: "pace", columns, rows, totals: Totals::Exactly(Vec::new()), open_words: &[] }
        };
        let totals = self.pace_cells(campaign, &own, theirs.as_deref(), target);
        table.columns.extend(totals.iter().map(|(column, _)| *column));
        table.totals = Totals::Exactly(totals);
        Some(table)
    }

    fn pace_cells(&self, campaign: &Campaign, now: &[&Person], then: Option<&[&Person]>, target: Option<usize>) -> Row {
        let today = self.as_at;
        let days: Vec<NaiveDate> = now.iter().filter_map(|person| vaccinated_on(person, campaign)).collect();
        let (patients, vaccinated) = (now.len(), days.len());
        let from_to = |from: NaiveDate, to: NaiveDate| days.iter().filter(|day| **day >= from && **day <= to).count();
        // Silent: of a campaign that has not begun there is no same day.
        let same_day_last = then.filter(|_| today >= campaign.start).map_or(Value::Null, |then| {
            let before = campaign_before(campaign).expect("whose members they are");
            let until = same_day(before, campaign, today);
            let by_then = then.iter().filter(|person| vaccinated_on(person, before).is_some_and(|day| day <= until));
            percent(tenths(by_then.count(), then.len()))
        });
        let mut cells: Row = vec![
            ("patients", count(patients)),
            ("vaccinated", count(vaccinated)),
            ("vaccinated_pct", percent(tenths(vaccinated, patients))),
            ("same_day_last_pct", same_day_last),
            ("last_7_days", count(from_to(plus(today, -6), today))),
        ];
        // Silent: whether today is left. Its doses are counted as those that were given.
        let left = (0..10_000).take_while(|n| plus(today.max(plus(campaign.start, -1)), n + 1) <= campaign.end).count();
        let Some(target) = target else {
            cells.push(("days_left", count(left)));
            return cells;
        };
        let needed = (target * patients).div_ceil(100).saturating_sub(vaccinated);
        let per_week = match (needed, left) {
            (0, _) => json!(0),
            // Silent: nothing a week helps where no day is left.
            (_, 0) => Value::Null,
            // Silent: parts of people. They are whole ones, and no fewer than are needed.
            _ => count((1..1_000_000).find(|pace| pace * left >= needed * 7).unwrap()),
        };
        let mut sunday = today;
        while sunday.weekday().num_days_from_monday() != 6 {
            sunday = plus(sunday, -1);
        }
        let paces: Vec<usize> = (0..4).map(|n| from_to(plus(sunday, -7 * n - 6), plus(sunday, -7 * n))).collect();
        let reached = |pace: usize| {
            if pace == 0 {
                return Value::Null;
            }
            // The first day by which so many weeks and parts of weeks have made enough.
            let days = (0..1_000_000).find(|days| pace * days >= needed * 7).unwrap();
            let day = plus(today, i64::try_from(days).unwrap());
            if day > campaign.end { Value::Null } else { json!(day.to_string()) }
        };
        cells.extend([
            ("needed", count(needed)),
            ("days_left", count(left)),
            ("needed_per_week", per_week),
            ("reaches_low", reached(*paces.iter().max().unwrap())),
            ("reaches_high", reached(*paces.iter().min().unwrap())),
        ]);
        cells
    }
}

/// The day of the dose that vaccinated a member (2.9): a booster, where the campaign needs a primary course.
pub fn vaccinated_on(person: &Person, campaign: &Campaign) -> Option<NaiveDate> {
    let within = person.course.doses.iter().filter(|dose| dose.date >= campaign.start && dose.date <= campaign.end);
    let counts = within.filter(|dose| !campaign.needs_primary || dose.role.starts_with("booster"));
    counts.map(|dose| dose.date).min()
}

fn in_group(people: &[&Person], campaign: &Campaign, group: &str) -> Vec<Person> {
    let is_in =
        |person: &&&Person| person.campaigns[campaign.id].as_ref().is_some_and(|standing| standing.group == group);
    people.iter().filter(is_in).map(|person| (*person).clone()).collect()
}

fn refs(people: &[Person]) -> Vec<&Person> {
    people.iter().collect()
}
