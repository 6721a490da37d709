//! `second-dose`: those with a first dose and no complete primary course (2.7).

use super::{Row, Table, count, ladder};
use crate::reference::engine::{Person, Results};
use crate::reference::uptake::Filter;

impl Results {
    /// Table `second_dose`.
    pub fn second_dose_table(&self, by: &[&str], filter: &Filter) -> Table {
        let waiting: Vec<&Person> =
            self.admitted(filter).into_iter().filter(|person| person.second_dose.is_some()).collect();
        self.grouped("second_dose", by, filter, &waiting, |people| {
            let mut cells: Row = vec![("first_dose_only", count(people.len()))];
            cells.extend(ladder(&["not_yet_due", "due", "overdue", "offer_closed"], people, |person| {
                person.second_dose.as_ref().expect("only those are counted").status
            }));
            cells
        })
    }
}
