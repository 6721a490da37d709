//! From assessments to tables of plain values.
//!
//! A report knows what it counts, never how it is shown: `render` turns the
//! same [`Report`] into a screen table, CSV or JSON. Numerator and denominator
//! travel together, and totals are counted from people, not from rows.

mod check;
mod dimension;
mod due;
mod filter;
mod history;

mod model;
mod percent;
mod reconciliation;
mod rules_in_force;
mod uptake;

pub use check::{CheckFacts, check};
pub use dimension::Dimension;
pub use due::{DoseKind, DueLine, DueQuery, due_lines};
pub use filter::Filter;
pub use history::{HistoryFacts, history};
pub use model::{Cell, Column, Kind, Receipt, Report, Stamp, Table};
pub use percent::Percent;
pub use reconciliation::{Unreconciled, reconcile};
pub use rules_in_force::rules_in_force;
pub use uptake::{UptakeQuery, uptake};
