//! vaxdash: COVID-19 vaccination uptake, recall lists and booking files for
//! English primary care, from extract files, for one's own practices only.
//!
//! The data goes one way:
//!
//! ```text
//! args ──► load + filter ──► classify ──► report ──► render
//! cli      only my           one          plain      screen, CSV, JSON, XLSX
//!          practices' rows   Assessment   tables     invites: booking files
//!                            a person
//!              rules ───────────┘  (data in force on the as-at date)
//! ```
//!
//! Each arrow is a call that takes values and returns values. Every report
//! reads the same assessments, so that no two can disagree.

pub mod audit;
pub mod classify;
mod cli;
pub mod domain;
pub mod exit;
pub mod invites;
pub mod load;
pub mod render;
pub mod report;
pub mod rules;
pub mod sample;

pub use cli::{Terminal, clear_progress, command, run};
