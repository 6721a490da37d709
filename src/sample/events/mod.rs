//! Vaccination rows: which there are, and what their cells say.

mod builder;
mod cells;
mod row;

pub use cells::{V5_HEADER, WIDE_HEADER};
