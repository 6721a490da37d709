//! Names and contact details of one person.

use std::fmt;

/// How to reach a person, as written in the person's winning row. Read only
/// for people who are listed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Title.
    pub title: String,
    /// Forename.
    pub forename: String,
    /// Surname.
    pub surname: String,
    /// Every telephone number that is filled in, mobile columns first.
    pub phones: Vec<String>,
}

impl fmt::Debug for Contact {
    /// Never prints a name: only that there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(hidden)")
    }
}
