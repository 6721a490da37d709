//! TOML files that people write, read strictly: the rules, booking targets and
//! `vaxdash.toml`.
//!
//! A value is asked for by its key and its kind. Whatever is wrong is reported
//! with its line, and reading goes on, so that everything is said at once; keys
//! that nobody asked for are unknown.

mod diagnostics;
mod document;
mod fault;
mod problem;
mod row;
mod value;

pub use diagnostics::{Diagnostics, Location, Reported};
pub use document::{Conventions, Document};
pub use fault::Fault;
pub use problem::{Problem, Problems};
pub use row::{Cell, Row, is_id};
