//! The targets, as data.

use std::fmt;

use serde::Deserialize;

/// How sure we are that a target's file is what its system imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Seen to be imported.
    Confirmed,
    /// Written from a description.
    Unconfirmed,
}

/// What a column of a target holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetField {
    /// Title.
    Title,
    /// Forename.
    Forename,
    /// Surname.
    Surname,
    /// `DD/MM/YYYY`.
    DateOfBirth,
    /// Ten digits.
    NhsNumber,
    /// A UK mobile number, `07700900123`.
    Mobile,
}

/// A column of a target.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetColumn {
    /// The header, to the letter.
    pub header: String,
    /// What it holds.
    pub field: TargetField,
}

/// An import file of another system.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The name on the command line and in file names.
    pub name: String,
    /// The system that reads it.
    pub system: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Whether each practice has a file of its own.
    pub per_practice: bool,
    /// Whether people are contacted by text message.
    pub by_text: bool,
    /// The ending of its files.
    pub extension: String,
    /// Why somebody without a usable contact is among the exceptions.
    pub without_contact: String,
    /// Its columns, in order.
    pub columns: Vec<TargetColumn>,
}

impl Target {
    /// Whether a row needs a mobile number.
    #[must_use]
    pub fn needs_mobile(&self) -> bool {
        self.columns.iter().any(|column| column.field == TargetField::Mobile)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Targets {
    target: Vec<Target>,
}

/// The target table cannot be read.
#[derive(Debug)]
pub struct TargetsFault(String);

impl fmt::Display for TargetsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the table of targets cannot be read: {}", self.0)
    }
}

/// Every target.
pub fn targets() -> Result<Vec<Target>, TargetsFault> {
    toml::from_str(include_str!("targets.toml"))
        .map(|targets: Targets| targets.target)
        .map_err(|error| TargetsFault(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accubook_has_its_header_to_the_letter() {
        let targets = targets().unwrap();
        let accubook = targets.iter().find(|target| target.name == "accubook").unwrap();
        let header: Vec<&str> = accubook.columns.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(header.join(","), "Title,Given Name,Family Name,Date of Birth,NHS Number,Contact Number");
        assert!(accubook.needs_mobile() && accubook.per_practice && accubook.by_text);
        assert_eq!(accubook.confidence, Confidence::Confirmed);
    }
}
