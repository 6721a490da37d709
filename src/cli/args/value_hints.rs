//! Words that completions offer for an option. They are offered, not demanded:
//! rules and targets of one's own may have others, and the option itself says
//! what it takes.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::domain::Named;
use crate::invites;
use crate::report::{Dimension, ListColumn};
use crate::rules::RuleSet;

/// Reads an option as before, and knows words for it.
#[derive(Clone)]
pub struct WithHints<T> {
    read: fn(&str) -> Result<T, String>,
    words: fn() -> Vec<String>,
}

/// An option that `read` reads, for which `words` are offered. Its help stays
/// as it is with `hide_possible_values`.
pub const fn with_hints<T>(read: fn(&str) -> Result<T, String>, words: fn() -> Vec<String>) -> WithHints<T> {
    WithHints { read, words }
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for WithHints<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        let read = self.read;
        (move |text: &str| read(text)).parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.words)().into_iter().map(PossibleValue::new)))
    }
}

/// Takes any text.
#[allow(clippy::unnecessary_wraps)] // it stands where others refuse
pub fn any(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

/// The campaigns of the built-in rules.
pub fn campaigns() -> Vec<String> {
    RuleSet::built_in()
        .map(|rules| rules.campaigns.iter().map(|campaign| campaign.id.clone()).collect())
        .unwrap_or_default()
}

/// The brands of the built-in rules.
pub fn brands() -> Vec<String> {
    RuleSet::built_in().map(|rules| rules.codes.brands().map(|(_, name)| name.to_owned()).collect()).unwrap_or_default()
}

/// The built-in targets.
pub fn targets() -> Vec<String> {
    invites::targets().map(|table| table.into_iter().map(|target| target.name).collect()).unwrap_or_default()
}

/// The keys of `--by`.
pub fn dimensions() -> Vec<String> {
    Dimension::of_every_report().map(|dimension| dimension.name().to_owned()).collect()
}

/// The columns of line lists.
pub fn columns() -> Vec<String> {
    ListColumn::ALL.iter().map(|(_, column)| column.key.to_owned()).collect()
}

/// The names of a type as they are typed: in small letters, without spaces.
pub fn as_typed<T: Named>() -> Vec<String> {
    T::names().into_iter().map(|name| name.to_lowercase().replace(' ', "-")).collect()
}

/// The IMD quintiles, as typed.
pub fn quintiles() -> Vec<String> {
    ["1", "2", "3", "4", "5", "not-known"].map(str::to_owned).to_vec()
}
