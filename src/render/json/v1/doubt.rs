//! A doubt, accepted or not.

use serde::Serialize;

use crate::domain::Doubt;

/// A doubt, without its counts under disclosure control.
#[derive(Debug, Serialize)]
pub struct JsonDoubt<'d> {
    id: &'static str,
    consequence: &'static str,
    accepted: bool,
    file: &'d str,
    count: Option<u64>,
    of: Option<u64>,
    what: &'d str,
    #[serde(rename = "do")]
    what_to_do: &'d str,
}

impl<'d> JsonDoubt<'d> {
    /// As judged; `is_controlled` keeps the counts back.
    #[must_use]
    pub fn of(doubt: &'d Doubt, is_controlled: bool) -> Self {
        let count = |count: u64| (!is_controlled).then_some(count);
        Self {
            id: doubt.id.name(),
            consequence: doubt.consequence.name(),
            accepted: doubt.accepted,
            file: &doubt.file,
            count: count(doubt.count),
            of: count(doubt.of),
            what: &doubt.what,
            what_to_do: &doubt.what_to_do,
        }
    }
}
