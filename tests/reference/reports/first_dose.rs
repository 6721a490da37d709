//! `first-dose`: everybody, by the ladder of 2.10.

use super::{Row, Table, count, ladder};
use crate::reference::engine::Results;
use crate::reference::uptake::Filter;

const LADDER: [&str; 7] =
    ["vaccinated", "not_in_cohort", "not_open", "offer_closed", "contraindicated", "declined", "eligible"];

impl Results {
    /// Table `first_dose`.
    pub fn first_dose_table(&self, by: &[&str], filter: &Filter) -> Table {
        self.grouped("first_dose", by, filter, &self.admitted(filter), |people| {
            let mut cells: Row = vec![("patients", count(people.len()))];
            cells.extend(ladder(&LADDER, people, |person| person.first_dose));
            cells
        })
    }
}
