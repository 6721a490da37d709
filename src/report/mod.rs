//! From assessments to tables of plain values.
//!
//! ```text
//! assessments ──► counting/ or line_list/ ──► NAME ──► model/ ──► disclosure/ ──► render
//!
//! counting/    who is looked at (View), by group and by status; sums are checked
//! line_list/   the people behind a count, by name
//! NAME         one file a report: its columns, and what it makes of a person
//! compare/ dashboard/   two snapshots, or all reports at once
//! model/       what a report is made of: tables, cells, constraints, the receipt
//! disclosure/  the same report with its counts as they may be shown
//! ```
//!
//! A report knows what it counts, never how it is shown: `render` turns the
//! same [`Report`] into a screen table, CSV, JSON or a workbook. Numerator and
//! denominator travel together, and totals are counted from people, not from rows.

// A wildcard would decide for statuses, doses and profiles that are not there yet.
#![warn(clippy::wildcard_enum_match_arm)]

mod activity;
mod boosters;
mod calendar;
mod campaign;
mod check;
mod cohorts;
mod compare;
mod contact_log;
mod counting;
mod dashboard;
mod day_sums;
mod dictionary;
mod disclosure;
mod doses;
mod doubt_rules;
mod doubt_tables;
mod due;
mod first_dose;
mod fitness;
mod history;
mod immunosuppressed;
mod information;
mod known_sums;
mod line_list;
mod model;
mod outcomes;
mod own_tables;
mod pace;
mod pace_sentences;
mod patients;
mod quality;
mod review;
mod rules_in_force;
mod rules_used;
mod second_dose;
mod sources;
mod trend;
mod uptake;
mod words;

pub use activity::Activity;
pub use boosters::Boosters;
pub use campaign::CampaignReport;
pub use check::{CheckFacts, check};
pub use cohorts::Cohorts;
pub use compare::{
    Change, Reason, Snapshot, WorkList, change_list, changes, changes_table, check_changes, lists_table,
    movement_table, sources_table,
};
pub use contact_log::{ContactLog, LoggedContact};
pub use counting::{CountColumn, Dimension, Filter, ListChoice, ShareDetail, StatusColumn, View};
pub use dashboard::{
    DOSES_LATELY, DashboardQuery, HEADLINE, ListSheet, Offers, SheetTable, TO_DO, caveats, dashboard, dashboard_lists,
    uptake_cube,
};
pub use dictionary::dictionary;
pub use disclosure::{KeptBack, kept_back_together};
pub use doses::{DoseKey, DoseSources};
pub use doubt_rules::doubt_rules;
pub use due::{DoseKind, DueLine, DueQuery, due_lines};
pub use first_dose::FirstDose;
pub use fitness::Fitness;
pub use history::{HistoryFacts, history, who};
pub use immunosuppressed::Immunosuppressed;
pub use information::information;
pub use line_list::{ListColumn, ListLine, ListableReport, list_lines, list_table};
pub use model::{
    Cell, Chart, ChartStyle, Column, Constraint, Cube, DerivedFrom, DropOrder, IntervalEnd, Kind, Percent, Place,
    Profile, Receipt, Report, Sheet, Stamp, Table, UptakeTarget, Workbook, contents,
};
pub use outcomes::Outcomes;
pub use own_tables::headings_of_tables;
pub use patients::Patients;
pub use quality::{Quality, RecordsBy};
pub use review::{ReviewEvent, ReviewReason};
pub use rules_in_force::rules_in_force;
pub use rules_used::rules_used;
pub use second_dose::SecondDose;
pub use sources::sources;
pub use trend::{Every, Trend};
pub use uptake::Uptake;
pub use words::{words_of_doubts, words_of_reconciliation};
