//! What a report says whose own sums do not add up.

pub use crate::domain::Unreconciled;
