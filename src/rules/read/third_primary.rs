//! `third_primary.toml`: the third primary dose of immunosuppressed people.

use super::{AGES, DAYS};
use crate::domain::UkDate;
use crate::rules::describe::days;
use crate::rules::diagnostics::{Diagnostics, Reported};
use crate::rules::document::Document;
use crate::rules::model::ThirdPrimaryRule;
use crate::rules::row_header::To;

/// The file.
pub(in crate::rules) const FILE: &str = "third_primary.toml";

/// Reads the file.
pub(in crate::rules) fn read(text: &str, diagnostics: &Diagnostics) -> Result<ThirdPrimaryRule, Reported> {
    let document = Document::parse(FILE, text, diagnostics)?;
    let top = document.top();
    let row = top.table("third_primary");
    top.done();
    let row = row?;
    let head = row.head(To::Needed);
    let min_age = row.number::<u8>("min_age", AGES);
    let due_after = row.number::<u16>("due_after", DAYS);
    row.done();
    let (head, min_age, due_after) = (head?, min_age?, due_after?);
    let from = head.from;
    let to = head.to.ok_or(Reported)?;
    let says = format!(
        "Immunosuppressed people aged {min_age} or over need a third primary dose {} after the primary course, from {} to {}.",
        days(due_after),
        UkDate(from),
        UkDate(to),
    );
    Ok(ThirdPrimaryRule { rule: row.enter(head, says), from, to, min_age, due_after })
}
