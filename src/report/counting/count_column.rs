//! Columns that count people otherwise than by the status of the list.

use super::view::View;
use crate::classify::{Assessment, ListStatus};
use crate::rules::{Campaign, RuleId};

/// A column of a report's table, and whom it counts of the people of the list.
#[derive(Debug, Clone, Copy)]
pub struct CountColumn {
    /// The name of the table.
    pub table: &'static str,
    /// The key of the column.
    pub key: &'static str,
    /// The word by which its people are listed, with underscores: the key,
    /// unless another table has it.
    pub word: &'static str,
    /// The row whose cell it is, from 0; `None` for the total of all.
    pub row: Option<usize>,
    /// Whether it counts somebody.
    pub counts: fn(View<'_>, &Assessment) -> bool,
    /// The campaign by which somebody was vaccinated in the last seven days, where that is what it counts.
    lately_in: Option<RuleId>,
}

impl CountColumn {
    /// A column whose key is its word.
    #[must_use]
    pub const fn new(table: &'static str, key: &'static str, counts: fn(View<'_>, &Assessment) -> bool) -> Self {
        Self { table, key, word: key, row: None, counts, lately_in: None }
    }

    /// The column of those whom a campaign has vaccinated in the last seven days.
    #[must_use]
    pub const fn lately(table: &'static str, key: &'static str, campaign: &Campaign) -> Self {
        Self { lately_in: Some(campaign.rule), ..Self::everybody(table, key) }
    }

    /// Whether it counts somebody.
    #[must_use]
    pub fn holds(&self, view: View<'_>, assessment: &Assessment) -> bool {
        let is_lately =
            |rule| view.campaign(rule).is_some_and(|campaign| view.is_lately_vaccinated(campaign, assessment));
        (self.counts)(view, assessment) && self.lately_in.is_none_or(is_lately)
    }

    /// The column of everybody whom the list names.
    #[must_use]
    pub const fn everybody(table: &'static str, key: &'static str) -> Self {
        Self::new(table, key, |_, _| true)
    }

    /// One row of the column, for rows that are no groups of their own filter.
    #[must_use]
    pub const fn of_row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    /// The same column by another word.
    #[must_use]
    pub const fn called(mut self, word: &'static str) -> Self {
        self.word = word;
        self
    }
}

/// Whom a list is asked for by one word.
#[derive(Debug, Clone, Copy)]
pub enum ListChoice {
    /// The people with a status.
    Status(ListStatus),
    /// The people whom a column counts.
    Column(CountColumn),
}

impl ListChoice {
    /// Whether somebody whose status is this is meant.
    #[must_use]
    pub fn holds(&self, view: View<'_>, assessment: &Assessment, status: ListStatus) -> bool {
        match self {
            Self::Status(wanted) => *wanted == status,
            Self::Column(column) => column.holds(view, assessment),
        }
    }
}
