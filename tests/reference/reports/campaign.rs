//! `campaign`: the members of a campaign's groups (2.9).

use super::{Row, Table, count, ladder, percent};
use crate::reference::engine::{Person, Results};
use crate::reference::rules::campaign_called;
use crate::reference::uptake::{Filter, tenths};
use serde_json::json;

const LADDER: [&str; 6] = ["vaccinated", "primary_first", "missed", "too_soon", "pending", "eligible"];

impl Results {
    /// Table `campaign` by practice and group: every practice with every group, empty or not.
    pub fn campaign_table(&self, id: &str, filter: &Filter, target: Option<usize>) -> Table {
        let mut table = self.campaign_table_by(id, &["practice"], filter, target);
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
                row.extend(campaign_cells(id, &members, target));
                table.rows.push(row);
            }
        }
        table
    }

    /// Table `campaign` by other keys: they take the place of practice and group.
    pub fn campaign_table_by(&self, id: &str, by: &[&str], filter: &Filter, target: Option<usize>) -> Table {
        let members = self.members(id, filter);
        self.grouped("campaign", by, filter, &members, |people| campaign_cells(id, people, target))
    }

    fn members(&self, id: &str, filter: &Filter) -> Vec<&Person> {
        self.admitted(filter).into_iter().filter(|person| person.campaigns[id].is_some()).collect()
    }
}

fn campaign_cells(id: &str, people: &[&Person], target: Option<usize>) -> Row {
    let status = |person: &Person| person.campaigns[id].as_ref().expect("only members are counted").status;
    let patients = people.len();
    let vaccinated = people.iter().filter(|person| status(person) == "vaccinated").count();
    let mut cells: Row = vec![("patients", count(patients))];
    cells.extend(ladder(&LADDER, people, status));
    cells.push(("vaccinated_pct", percent(tenths(vaccinated, patients))));
    if let Some(target) = target {
        // Silent: the totals' needed. It is reckoned from the totals, as their percentages are; it is not
        // the sum of what each row needs.
        let wanted = (target * patients).div_ceil(100);
        cells.push(("needed", count(wanted.saturating_sub(vaccinated))));
    }
    cells
}
