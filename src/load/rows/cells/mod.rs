//! What stands in a cell.

pub mod dates;
pub mod flags;
pub mod instants;
