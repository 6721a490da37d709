//! What every row begins with: its id, its dates in force and its source.

use chrono::NaiveDate;

use super::diagnostics::Reported;
use super::document::{Row, is_id};
use super::provenance::{Provenance, RuleId};
use crate::domain::shown;

/// Whether a row has a last day in force.
#[derive(Clone, Copy)]
pub(super) enum To {
    /// Such rows are never superseded: the key is unknown.
    Never,
    /// Only a superseded row has one.
    Optional,
    /// Every row has one.
    Needed,
}

/// The beginning of a row.
pub(super) struct RowHeader {
    pub id: String,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    source: String,
    assumed: Option<String>,
}

impl Row<'_> {
    /// Reads the beginning of the row and takes its id.
    pub fn head(&self, to: To) -> Result<RowHeader, Reported> {
        let id = self.id();
        let from = self.date("from");
        let to = match to {
            To::Never => Ok(None),
            To::Optional => self.optional_date("to"),
            To::Needed => self.date("to").map(Some),
        };
        let source = self.text("source");
        let assumed = self.optional_text("assumed");
        if let (Ok(from), Ok(Some(to))) = (from, to)
            && to < from
        {
            return Err(self.diagnostics.report(&self.location, format!("it ends ({to}) before it begins ({from})")));
        }
        Ok(RowHeader { id: id?, from: from?, to: to?, source: source?, assumed: assumed? })
    }

    fn id(&self) -> Result<String, Reported> {
        let id = self.text("id")?;
        if is_id(&id) {
            self.diagnostics.claim(&id, &self.location)?;
            Ok(id)
        } else {
            let message = format!("the id {} must be 1 to 40 small letters, digits and hyphens", shown(&id));
            Err(self.diagnostics.report(&self.location, message))
        }
    }

    /// A date that cannot come before the row is in force.
    pub fn not_before(&self, head: &Result<RowHeader, Reported>, key: &str, date: NaiveDate) {
        if let Ok(head) = head
            && date < head.from
        {
            self.diagnostics.report(&self.location, format!("\"{key}\" ({date}) is before \"from\" ({})", head.from));
        }
    }

    /// Enters the row with a sentence of what it says.
    pub fn enter(&self, head: RowHeader, says: String) -> RuleId {
        let RowHeader { id, from, to, source, assumed } = head;
        self.diagnostics.enter(Provenance { id, from, to, source, assumed, says })
    }
}
