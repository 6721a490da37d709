//! Names and contact details of one person.

use std::fmt;

/// How to reach a person, as written in the person's winning row. Read only
/// for people who are listed; a field that is not filled in is empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Title.
    pub title: String,
    /// Forename.
    pub forename: String,
    /// Surname.
    pub surname: String,
    /// Every mobile number that is filled in.
    pub mobiles: Vec<String>,
    /// Every other telephone number that is filled in.
    pub telephones: Vec<String>,
    /// Every e-mail address that is filled in.
    pub emails: Vec<String>,
    /// The lines of the address that are filled in, without the postcode.
    pub address: Vec<String>,
    /// Postcode.
    pub postcode: String,
}

impl Contact {
    /// Every telephone number, those of mobile columns first.
    pub fn phones(&self) -> impl Iterator<Item = &str> {
        self.mobiles.iter().chain(&self.telephones).map(String::as_str)
    }
}

impl fmt::Debug for Contact {
    /// Never prints a name: only that there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(hidden)")
    }
}
