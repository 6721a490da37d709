//! `campaign`: the members of a campaign's groups (2.9).

use super::{Row, Table, count, ladder};
use crate::reference::engine::{Person, Results};
use crate::reference::rules::campaign_called;
use crate::reference::shares::{self, Beside};
use crate::reference::uptake::Filter;
use serde_json::json;

const LADDER: [&str; 6] = ["vaccinated", "primary_first", "missed", "too_soon", "pending", "eligible"];

impl Results {
    /// Table `campaign` by practice and group: every practice with every group, empty or not.
    pub fn campaign_table(&self, id: &str, filter: &Filter, beside: Beside) -> Table {
        let mut table = self.campaign_table_by(id, &["practice"], filter, beside);
        table.columns.insert(2, "campaign_group");
        let practices = std::mem::take(&mut table.rows);
        for practice in practices {
            for (group, _, _) in campaign_called(id).groups {
                let members: Vec<&Person> = self
                    .members(id, filter)
                    .into_iter()
                    .filter(|person| practice[0].1 == person.facts.practice_code.as_str())
                    .filter(|person| person.campaigns[id].as_ref().is_some_and(|standing| standing.group == *group))
                    .collect();
                let mut row = practice[..2].to_vec();
                row.push(("campaign_group", json!(group)));
                row.extend(campaign_cells(id, &members, beside));
                table.rows.push(row);
            }
        }
        table
    }

    /// Table `campaign` by other keys: they take the place of practice and group.
    pub fn campaign_table_by(&self, id: &str, by: &[&str], filter: &Filter, beside: Beside) -> Table {
        let members = self.members(id, filter);
        self.grouped("campaign", by, filter, &members, |people| campaign_cells(id, people, beside))
    }

    fn members(&self, id: &str, filter: &Filter) -> Vec<&Person> {
        self.admitted(filter).into_iter().filter(|person| person.campaigns[id].is_some()).collect()
    }
}

fn campaign_cells(id: &str, people: &[&Person], beside: Beside) -> Row {
    let status = |person: &Person| person.campaigns[id].as_ref().expect("only members are counted").status;
    let patients = people.len();
    let vaccinated = people.iter().filter(|person| status(person) == "vaccinated").count();
    let mut cells: Row = vec![("patients", count(patients))];
    cells.extend(ladder(&LADDER, people, status));
    cells.extend(shares::cells(&shares::CAMPAIGN, vaccinated, patients, beside));
    cells
}
