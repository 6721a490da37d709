//! `vaxdash outcomes`: what became of the people who were contacted.
//!
//! A contact is a row of the invite log. Each is in exactly one column, and so is
//! each person by the latest contact.

mod contacted;
mod counts;
mod report;
mod tables;

pub use report::Outcomes;
