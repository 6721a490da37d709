//! The independent reference: slow, literal, and written from the specification alone.
//!
//! It shares no code with the product. Where both are wrong in the same way the specification was
//! misread twice; everything else shows as a difference. `generator` makes messy worlds around every
//! threshold, `coverage` proves that they reach every bucket, status and ladder step.
#![allow(dead_code, reason = "a toolbox for the other test files, which take what they need")]
#![allow(clippy::assigning_clones, reason = "a generator reads better as plain assignments")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop at the first surprise")]

pub mod cell_coverage;
pub mod cells;
pub mod codes;
pub mod codings;
pub mod contacts;
pub mod course;
pub mod coverage;
pub mod dates;
pub mod deaths;
pub mod doses;
pub mod engine;
pub mod event_cells;
pub mod events;
pub mod generator;
pub mod labels;
pub mod ladders;
pub mod lists;
pub mod merge;
pub mod messes;
pub mod model;
pub mod patient_cells;
pub mod patient_columns;
pub mod patient_rows;
pub mod patients;
pub mod people;
pub mod plans;
pub mod report_coverage;
pub mod report_labels;
pub mod reports;
pub mod rng;
pub mod rules;
mod self_check;
pub mod shares;
pub mod styles;
pub mod uptake;
pub mod write;
