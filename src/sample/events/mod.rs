//! Vaccination rows: which there are, and what their cells say.

mod anomalies;
mod builder;
mod cells;
mod headers;
mod row;

pub use headers::{V5_HEADER, WIDE_HEADER};
