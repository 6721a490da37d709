//! What one reading of the rules gathers: the problems found, the ids taken
//! and the rows entered.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::problem::{Problem, Problems};
use super::provenance::{Provenance, RuleId};

/// The place of a problem.
#[derive(Debug, Clone)]
pub(super) struct Location {
    pub file: &'static str,
    pub line: Option<usize>,
    pub place: String,
}

impl Location {
    /// The whole of a file.
    pub fn whole(file: &'static str) -> Self {
        Self { file, line: None, place: String::new() }
    }

    /// The same row, at another line.
    pub fn at(&self, line: usize) -> Self {
        Self { line: Some(line), ..self.clone() }
    }
}

/// A problem has been reported, and there is no value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reported;

/// Gathers problems, so that all are reported at once.
#[derive(Default)]
pub(super) struct Diagnostics {
    problems: RefCell<Vec<Problem>>,
    ids: RefCell<BTreeMap<String, Location>>,
    provenances: RefCell<Vec<Provenance>>,
}

impl Diagnostics {
    /// Reports a problem.
    pub fn report(&self, location: &Location, message: impl Into<String>) -> Reported {
        self.problems.borrow_mut().push(Problem {
            file: location.file.to_owned(),
            line: location.line,
            place: location.place.clone(),
            message: message.into(),
        });
        Reported
    }

    /// Reports a problem of something that is not one of the rules files.
    pub fn report_elsewhere(&self, name: &str, message: impl Into<String>) {
        self.problems.borrow_mut().push(Problem {
            file: name.escape_debug().to_string(),
            line: None,
            place: String::new(),
            message: message.into(),
        });
    }

    /// Takes an id for the row at `location`; no two rows share one.
    pub fn claim(&self, id: &str, location: &Location) -> Result<(), Reported> {
        let taken = self.ids.borrow().get(id).map(|first| format!("{} line {}", first.file, first.line.unwrap_or(1)));
        if let Some(first) = taken {
            return Err(self.report(location, format!("the id \"{id}\" is taken by {first}; give each row its own")));
        }
        self.ids.borrow_mut().insert(id.to_owned(), location.clone());
        Ok(())
    }

    /// Enters a row that was read.
    pub fn enter(&self, provenance: Provenance) -> RuleId {
        let mut entered = self.provenances.borrow_mut();
        let id = RuleId(u16::try_from(entered.len()).unwrap_or(u16::MAX));
        entered.push(provenance);
        id
    }

    /// Everything that is wrong.
    pub fn problems(self) -> Problems {
        Problems::sorted(self.problems.into_inner())
    }

    /// The rows entered, or everything that is wrong.
    pub fn close(self) -> Result<Vec<Provenance>, Problems> {
        if self.problems.borrow().is_empty() { Ok(self.provenances.into_inner()) } else { Err(self.problems()) }
    }
}
