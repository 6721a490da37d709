//! vaxdash: COVID-19 vaccination uptake, recall lists and booking files for
//! English primary care, from extract files, for one's own practices only.
//!
//! The data goes one way:
//!
//! ```text
//! args ──► run: survey ──► scope ──► load ──► classify ──► reconcile ──► report ──► render
//! cli/     run/ which      which     whose    one          every row     plain      screen, CSV,
//! typed         files      practices rows     Assessment   accounted for tables     JSON, XLSX
//! options                    rules/ ────────────┘ (data in force on      │          invites:
//!                                                 the as-at date)        └────────► booking files
//! ```
//!
//! Each arrow is a call that takes values and returns values. Every report
//! reads the same assessments, so that no two can disagree.
//!
//! # Adding a report
//!
//! Four new files: `src/report/NAME.rs` makes its tables of assessments,
//! `src/cli/commands/NAME.rs` has its options and its help, `tests/cli_NAME.rs` its
//! tests, and `man/vaxdash-NAME.1` is written by `vaxdash man` (so are the
//! changes of `completions/`). Besides, a line each:
//!
//! - `src/report/mod.rs`: the module, and what it gives;
//! - `src/cli/commands/mod.rs`: the module, the command, and that it is a step;
//! - `src/cli/help.rs`: its place on the front page;
//! - `tests/main.rs` its tests, `tests/cli_errors/flags.rs` its flags,
//!   `docs/commands.md` what it does.
//!
//! Formats, disclosure control, filters, lists and the audit log come with it.
//! Each of the lines is asked for by the compiler or by a test.

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
pub mod run;
pub mod sample;
mod toml_rows;

pub use cli::{Terminal, clear_progress, command, run};
