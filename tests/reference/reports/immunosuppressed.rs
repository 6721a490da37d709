//! `immunosuppressed`: those of 12 and over, by where they stand with the third primary dose.

use super::{Row, Table, count, ladder};
use crate::reference::engine::{Person, Results};
use crate::reference::rules::campaign_open;
use crate::reference::uptake::Filter;

const LADDER: [&str; 6] = [
    "earlier_doses_not_recorded",
    "primary_incomplete",
    "third_primary_given",
    "third_primary_due",
    "third_primary_not_yet_due",
    "third_primary_closed",
];

impl Results {
    /// Table `immunosuppressed`, by practice.
    pub fn immunosuppressed_table(&self, filter: &Filter) -> Table {
        let listed: Vec<&Person> =
            self.admitted(filter).into_iter().filter(|person| person.third_primary.is_some()).collect();
        self.grouped("immunosuppressed", &["practice"], filter, &listed, |people| {
            let mut cells: Row = vec![("patients", count(people.len()))];
            cells.extend(ladder(&LADDER, people, |person| {
                person.third_primary.as_ref().expect("only those are counted").status
            }));
            let booster_due = people.iter().filter(|person| person.booster.status == "eligible").count();
            cells.push(("booster_due", count(booster_due)));
            // Silent: what stands here where no campaign is open. Nobody is due, so 0.
            let campaign_due = people.iter().filter(|person| self.due_in_the_open_campaign(person)).count();
            cells.push(("campaign_due", count(campaign_due)));
            cells
        })
    }

    /// Whether a person is eligible in the campaign open as at.
    pub fn due_in_the_open_campaign(&self, person: &Person) -> bool {
        campaign_open(self.as_at)
            .and_then(|campaign| person.campaigns[campaign.id].as_ref())
            .is_some_and(|standing| standing.status == "eligible")
    }
}
