//! `vaxdash rules`: the rules in force as at a date, with their sources.

use chrono::NaiveDate;

use super::model::{Cell, Column, Kind, Table};
use crate::rules::RuleSet;

/// Its columns.
pub(super) const COLUMNS: [Column; 7] = [
    Column::new("section", "Section", Kind::Text).or_dropped(),
    Column::new("id", "Rule", Kind::Code),
    Column::new("from", "From", Kind::Date).or_dropped(),
    Column::new("to", "To", Kind::Date).or_dropped(),
    Column::new("says", "What it says", Kind::Text).at_least(24),
    Column::new("source", "Source", Kind::Text),
    Column::new("assumed", "Assumed", Kind::Text),
];

/// One table a section, each row with its source and what is assumed.
#[must_use]
pub fn rules_in_force(rules: &RuleSet, as_at: NaiveDate) -> Table {
    let sections = rules.in_force_at(as_at);
    let rows = sections.into_iter().flat_map(|(section, ids)| {
        ids.into_iter().map(move |id| {
            let rule = rules.provenance(id);
            vec![
                Cell::text(section),
                Cell::text(&rule.id),
                Cell::Date(rule.from),
                Cell::date(rule.to),
                Cell::text(&rule.says),
                Cell::text(&rule.source),
                rule.assumed.as_ref().map_or(Cell::Null, |what| Cell::text(format!("assumed: {what}"))),
            ]
        })
    });
    Table::new("rules", "Rules in force", COLUMNS.to_vec(), rows.collect())
}
