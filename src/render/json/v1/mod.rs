//! The schema `vaxdash.report/1`: the fields of the document in their order. A
//! change of shape raises the number, and is a module beside this one.

mod doubt;
mod entries;
mod receipt;
mod schema;
mod table;

use serde::Serialize;

use crate::domain::IsoDate;
use crate::report::{Profile, Report};
pub use doubt::JsonDoubt;
use receipt::{Origin, Reconciliation};
pub use schema::schema;
use table::JsonTable;
pub use table::write_rows;

/// A report.
#[derive(Serialize)]
pub struct ReportDocument<'r> {
    schema: &'static str,
    /// The command that made it.
    report: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_at: Option<String>,
    /// Missing from reports that read no data.
    #[serde(flatten)]
    origin: Option<Origin<'r>>,
    tables: Vec<JsonTable<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reconciliation: Option<Reconciliation>,
    notes: &'r [String],
    #[serde(flatten)]
    versions: Option<Versions<'r>>,
}

/// By what a report was made.
#[derive(Serialize)]
struct Versions<'r> {
    version: &'static str,
    rules_version: &'r str,
}

impl<'r> ReportDocument<'r> {
    /// The document of a report.
    pub fn of(report: &'r Report) -> Self {
        let receipt = report.receipt.as_ref();
        let is_controlled = receipt.is_some_and(|receipt| receipt.disclosure != Profile::None);
        let stamp = report.stamp.as_ref();
        Self {
            schema: "vaxdash.report/1",
            report: report.name,
            as_at: stamp.map(|stamp| IsoDate(stamp.as_at).to_string()),
            origin: receipt.map(Origin::of),
            tables: report.tables.iter().map(|table| JsonTable::of(table, is_controlled)).collect(),
            reconciliation: receipt.map(Reconciliation::of),
            notes: &report.notes,
            versions: stamp.map(|stamp| Versions { version: stamp.version, rules_version: &stamp.rules_version }),
        }
    }
}
