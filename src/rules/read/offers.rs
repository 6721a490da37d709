//! `offers.toml`: the general offer of first and second doses.

use crate::domain::UkDate;
use crate::rules::model::OfferRule;
use crate::rules::row_header::{To, not_before};
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "offers.toml";

/// Reads the file.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Result<OfferRule, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let offer = offer(register, &top, "first_and_second_dose", "first and second doses");
    top.done();
    offer
}

/// Reads the end of an offer.
pub(super) fn offer(
    register: &RowRegister,
    top: &TomlRow<'_>,
    key: &'static str,
    of: &str,
) -> Result<OfferRule, Reported> {
    let row = top.table(key)?;
    let head = register.header(&row, To::Never);
    let ends = row.date("ends");
    if let Ok(ends) = ends {
        not_before(&row, &head, "ends", ends);
    }
    row.done();
    let ends = ends?;
    Ok(OfferRule {
        rule: register.enter(head?, format!("The last day of the offer of {of} is {}.", UkDate(ends))),
        ends,
    })
}
