//! `second-dose`: those with a first dose and no complete primary course (2.7).

use super::{Row, Table, count, ladder};
use crate::reference::engine::{Person, Results};
use crate::reference::uptake::Filter;

impl Results {
    /// Table `second_dose`.
    pub fn second_dose_table(&self, by: &[&str], filter: &Filter) -> Table {
        // A group in which nobody waits for a second dose still has people.
        self.grouped("second_dose", by, filter, &self.admitted(filter), |people| {
            let waiting: Vec<&Person> = people.iter().copied().filter(|person| person.second_dose.is_some()).collect();
            let mut cells: Row = vec![("first_dose_only", count(waiting.len()))];
            cells.extend(ladder(&["not_yet_due", "due", "overdue", "offer_closed"], &waiting, |person| {
                person.second_dose.as_ref().expect("only those are counted").status
            }));
            cells
        })
    }
}
