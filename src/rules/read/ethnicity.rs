//! `ethnicity.toml`: the groups of ethnicities in words.

use super::each;
use crate::domain::{Ethnicity, shown};
use crate::rules::provenance::RuleId;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::rules::vocabulary::in_words;
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "ethnicity.toml";

/// Reads the file: phrases in order with their groups, and the rows.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> (Vec<(String, Ethnicity)>, Vec<RuleId>) {
    let Ok(document) = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics) else {
        return (Vec::new(), Vec::new());
    };
    let top = document.top();
    let mut rules = Vec::new();
    let rows = each(top.rows("ethnicity"), |row| {
        let (phrases, rule) = ethnicity(register, row)?;
        rules.push(rule);
        Ok(phrases)
    });
    top.done();
    (rows.good.into_iter().flatten().collect(), rules)
}

fn ethnicity(register: &RowRegister, row: &TomlRow<'_>) -> Result<(Vec<(String, Ethnicity)>, RuleId), Reported> {
    let head = register.header(row, To::Never);
    let group = row.text("group").and_then(|name| {
        let unknown = || row.report(format!("unknown group {}", shown(&name)));
        Ethnicity::read(&name).ok_or_else(unknown)
    });
    let phrases = row.texts("phrases");
    row.done();
    let (head, group, phrases) = (head?, group?, phrases?);
    let says = format!("{}: {}.", group.name(), phrases.join(", "));
    Ok((phrases.iter().map(|phrase| (in_words(phrase), group)).collect(), register.enter(head, says)))
}
