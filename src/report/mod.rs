//! From assessments to tables of plain values.
//!
//! A report knows what it counts, never how it is shown: `render` turns the
//! same [`Report`] into a screen table, CSV or JSON. Numerator and denominator
//! travel together, and totals are counted from people, not from rows.

// A wildcard would decide for statuses, doses and profiles that are not there yet.
#![warn(clippy::wildcard_enum_match_arm)]

mod boosters;
mod campaign;
mod check;
mod cohorts;
mod compare;
mod counting;
mod dashboard;
mod disclosure;
mod doubt_rules;
mod doubt_tables;
mod due;
mod history;
mod immunosuppressed;
mod information;
mod line_list;
mod model;
mod patients;
mod review;
mod rules_in_force;
mod rules_used;
mod second_dose;
mod sources;
mod trend;
mod uptake;
mod verdict;

pub use boosters::Boosters;
pub use campaign::CampaignReport;
pub use check::{CheckFacts, check};
pub use cohorts::Cohorts;
pub use compare::{
    Change, Reason, Snapshot, WorkList, change_list, changes, changes_table, check_changes, lists_table,
    movement_table, sources_table,
};
pub use counting::{Dimension, Filter, StatusColumn, View};
pub use dashboard::{SheetTable, caveats, dashboard, dashboard_lists};
pub use doubt_rules::doubt_rules;
pub use due::{DoseKind, DueLine, DueQuery, due_lines};
pub use history::{HistoryFacts, history};
pub use immunosuppressed::Immunosuppressed;
pub use information::information;
pub use line_list::{ListColumn, ListLine, ListableReport, list_lines, list_table};
pub use model::{
    Cell, Chart, ChartStyle, Column, Constraint, DerivedFrom, Kind, Percent, Place, Profile, Receipt, Report, Sheet,
    Stamp, Table, UptakeTarget, Workbook, contents,
};
pub use patients::Patients;
pub use review::{ReviewEvent, ReviewReason};
pub use rules_in_force::rules_in_force;
pub use rules_used::rules_used;
pub use second_dose::SecondDose;
pub use sources::sources;
pub use trend::trend;
pub use uptake::Uptake;
pub use verdict::Verdict;
