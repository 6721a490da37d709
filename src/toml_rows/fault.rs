//! What is wrong with a value, before it is put into words.

use std::ops::RangeInclusive;

use crate::domain::{did_you_mean, shown};

/// A fault that kinds of files word in ways of their own.
pub enum Fault<'f> {
    /// A value of another kind than is wanted.
    Kind {
        /// What is wanted, in words.
        wanted: &'f str,
        /// What is there, in words.
        found: &'static str,
    },
    /// No whole number.
    NotWhole {
        /// The numbers that will do.
        limits: &'f RangeInclusive<i64>,
        /// What is there, in words.
        found: &'static str,
    },
    /// A whole number that will not do.
    OutOfRange {
        /// The numbers that will do.
        limits: &'f RangeInclusive<i64>,
        /// The number as written.
        written: &'f str,
    },
    /// No list of tables.
    NotRows,
    /// A list without a table.
    NoRows,
    /// More tables than this.
    TooManyRows(usize),
    /// Something else in a list of tables.
    NotRow,
    /// A key that is not known, among those that are.
    Unknown(&'f [&'static str]),
}

impl Fault<'_> {
    /// The fault of the value under a key, in the words of the rules.
    pub fn sentence(&self, key: &str) -> String {
        match self {
            Self::Kind { wanted, found } => format!("\"{key}\" must be {wanted}, not {found}"),
            Self::NotWhole { found, .. } => format!("\"{key}\" must be a whole number, not {found}"),
            Self::OutOfRange { limits, written } => {
                let found: String = written.chars().take(20).collect();
                format!("\"{key}\" is {found}; it must be {} to {}", limits.start(), limits.end())
            }
            Self::NotRows => format!("\"{key}\" must be a list of tables"),
            Self::NoRows => format!("\"{key}\" is empty"),
            Self::TooManyRows(most) => format!("more than {most} rows of \"{key}\""),
            Self::NotRow => format!("each \"{key}\" must be a table"),
            Self::Unknown(known) => format!("unknown key {}{}", shown(key), did_you_mean(key, known)),
        }
    }
}
