//! `offers.toml`: the general offer of first and second doses.

use crate::domain::UkDate;
use crate::rules::diagnostics::{Diagnostics, Reported};
use crate::rules::document::{Document, Row};
use crate::rules::model::OfferRule;
use crate::rules::row_header::To;

/// The file.
pub(in crate::rules) const FILE: &str = "offers.toml";

/// Reads the file.
pub(in crate::rules) fn read(text: &str, diagnostics: &Diagnostics) -> Result<OfferRule, Reported> {
    let document = Document::parse(FILE, text, diagnostics)?;
    let top = document.top();
    let offer = offer(&top, "first_and_second_dose", "first and second doses");
    top.done();
    offer
}

/// Reads the end of an offer.
pub(super) fn offer(top: &Row<'_>, key: &'static str, of: &str) -> Result<OfferRule, Reported> {
    let row = top.table(key)?;
    let head = row.head(To::Never);
    let ends = row.date("ends");
    if let Ok(ends) = ends {
        row.not_before(&head, "ends", ends);
    }
    row.done();
    let ends = ends?;
    Ok(OfferRule { rule: row.enter(head?, format!("The last day of the offer of {of} is {}.", UkDate(ends))), ends })
}
