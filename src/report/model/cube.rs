//! Counts by every combination of a few groups, from which a table is made
//! again for a choice of them.

use super::Table;

/// Counts from which a table is made again for those whom a reader chooses.
/// They are counts of people, as every table has them, never people.
#[derive(Debug, Clone)]
pub struct Cube {
    /// The name of the table that is made again: a row for each value of the
    /// first group of the cube.
    pub table: &'static str,
    /// The counts: a row for each combination of groups that holds anybody.
    pub counts: Table,
}
