//! An answer about a person.

use chrono::NaiveDate;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was asked.
    pub question: String,
    /// The answer, in the words of the specification.
    pub answer: String,
    /// When the dose is due, where one is.
    pub due: Option<NaiveDate>,
    /// The id of the rule that decided, or empty.
    pub rule: String,
    /// What the rule says, and the facts it met.
    pub because: String,
}
