//! What stands in a cell.

pub mod dates;
pub mod instants;
