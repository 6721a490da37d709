//! What every row begins with: its id, its dates in force and its source.

use chrono::NaiveDate;

use super::provenance::{Provenance, RuleId};
use super::row_register::RowRegister;
use crate::domain::shown;
use crate::toml_rows::{Reported, TomlRow, is_id};

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

impl RowRegister {
    /// Reads the beginning of a row and takes its id.
    pub fn header(&self, row: &TomlRow<'_>, to: To) -> Result<RowHeader, Reported> {
        let id = self.id(row);
        let from = row.date("from");
        let to = match to {
            To::Never => Ok(None),
            To::Optional => row.optional_date("to"),
            To::Needed => row.date("to").map(Some),
        };
        let source = row.text("source");
        let assumed = row.optional_text("assumed");
        if let (Ok(from), Ok(Some(to))) = (from, to)
            && to < from
        {
            return Err(row.report(format!("it ends ({to}) before it begins ({from})")));
        }
        Ok(RowHeader { id: id?, from: from?, to: to?, source: source?, assumed: assumed? })
    }

    fn id(&self, row: &TomlRow<'_>) -> Result<String, Reported> {
        let id = row.text("id")?;
        if is_id(&id) {
            self.claim(&id, &row.location)?;
            Ok(id)
        } else {
            Err(row.report(format!("the id {} must be 1 to 40 small letters, digits and hyphens", shown(&id))))
        }
    }

    /// Enters a row with a sentence of what it says.
    pub fn enter(&self, header: RowHeader, says: String) -> RuleId {
        let RowHeader { id, from, to, source, assumed } = header;
        self.add(Provenance { id, from, to, source, assumed, says })
    }
}

/// Reports a date that comes before the row is in force.
pub(super) fn not_before(row: &TomlRow<'_>, header: &Result<RowHeader, Reported>, key: &str, date: NaiveDate) {
    if let Ok(header) = header
        && date < header.from
    {
        row.report(format!("\"{key}\" ({date}) is before \"from\" ({})", header.from));
    }
}
