//! Where a rule comes from: every verdict can name its row.

use chrono::NaiveDate;

/// A row of the rules, as an index into its [`RuleSet`](super::RuleSet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId(pub(super) u16);

/// Where a row comes from, when it is in force and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The id of the row.
    pub id: String,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force; `None` where the row has not been superseded.
    pub to: Option<NaiveDate>,
    /// Who published it.
    pub source: String,
    /// What of it is assumed, no published source having been found.
    pub assumed: Option<String>,
    /// One plain-English sentence of what the row says.
    pub says: String,
}

impl Provenance {
    /// Whether the row is in force on `as_at`.
    #[must_use]
    pub fn in_force_at(&self, as_at: NaiveDate) -> bool {
        self.from <= as_at && self.to.is_none_or(|to| as_at <= to)
    }
}
