//! What stands in a cell.

pub mod births;
pub mod dates;
pub mod flags;
pub mod instants;
