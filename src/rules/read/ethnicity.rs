//! `ethnicity.toml`: the groups of ethnicities in words.

use super::each;
use crate::domain::Ethnicity;
use crate::rules::document::{Document, Row};
use crate::rules::head::To;
use crate::rules::ledger::{Ledger, Noted};
use crate::rules::near::shown;
use crate::rules::provenance::RuleId;
use crate::rules::vocabulary::in_words;

/// The file.
pub(in crate::rules) const FILE: &str = "ethnicity.toml";

/// Reads the file: phrases in order with their groups, and the rows.
pub(in crate::rules) fn read(text: &str, ledger: &Ledger) -> (Vec<(String, Ethnicity)>, Vec<RuleId>) {
    let Ok(document) = Document::parse(FILE, text, ledger) else {
        return (Vec::new(), Vec::new());
    };
    let top = document.top();
    let mut rules = Vec::new();
    let rows = each(top.rows("ethnicity"), |row| {
        let (phrases, rule) = ethnicity(row)?;
        rules.push(rule);
        Ok(phrases)
    });
    top.done();
    (rows.good.into_iter().flatten().collect(), rules)
}

fn ethnicity(row: &Row<'_>) -> Result<(Vec<(String, Ethnicity)>, RuleId), Noted> {
    let head = row.head(To::Never);
    let group = row.text("group").and_then(|name| {
        let unknown = || row.ledger.note(&row.spot, format!("unknown group {}", shown(&name)));
        Ethnicity::read(&name).ok_or_else(unknown)
    });
    let phrases = row.texts("phrases");
    row.done();
    let (head, group, phrases) = (head?, group?, phrases?);
    let says = format!("{}: {}.", group.name(), phrases.join(", "));
    Ok((phrases.iter().map(|phrase| (in_words(phrase), group)).collect(), row.enter(head, says)))
}
