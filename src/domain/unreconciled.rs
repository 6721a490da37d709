//! What does not add up.

use std::fmt;

/// A run that does not add up (specification 2.5), in words: a fault of the
/// program, never of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreconciled(pub String);

impl fmt::Display for Unreconciled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
