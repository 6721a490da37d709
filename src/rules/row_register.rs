//! The ids taken and the rows entered by one reading of the rules.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::provenance::{Provenance, RuleId};
use crate::toml_rows::{Diagnostics, Location, Problems, Reported};

/// The rows of the rules so far, and what is wrong with them.
#[derive(Default)]
pub(super) struct RowRegister {
    pub diagnostics: Diagnostics,
    ids: RefCell<BTreeMap<String, Location>>,
    provenances: RefCell<Vec<Provenance>>,
}

impl RowRegister {
    /// Takes an id for the row at `location`; no two rows share one.
    pub fn claim(&self, id: &str, location: &Location) -> Result<(), Reported> {
        let taken = self.ids.borrow().get(id).map(|first| format!("{} line {}", first.file, first.line.unwrap_or(1)));
        if let Some(first) = taken {
            let message = format!("the id \"{id}\" is taken by {first}; give each row its own");
            return Err(self.diagnostics.report(location, message));
        }
        self.ids.borrow_mut().insert(id.to_owned(), location.clone());
        Ok(())
    }

    /// Adds a row that was read.
    pub fn add(&self, provenance: Provenance) -> RuleId {
        let mut entered = self.provenances.borrow_mut();
        let id = RuleId(u16::try_from(entered.len()).unwrap_or(u16::MAX));
        entered.push(provenance);
        id
    }

    /// Everything that is wrong.
    pub fn into_problems(self) -> Problems {
        self.diagnostics.into_problems()
    }

    /// The rows entered, or everything that is wrong.
    pub fn close(self) -> Result<Vec<Provenance>, Problems> {
        let problems = self.diagnostics.into_problems();
        if problems.0.is_empty() { Ok(self.provenances.into_inner()) } else { Err(problems) }
    }
}
