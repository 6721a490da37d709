//! The review file: whom a clinician must look at, event by event.

use chrono::NaiveDate;

use super::plan::ToReview;
use super::reviewed::Reviewed;
use crate::domain::{Described, Scope, UkDate};
use crate::report::{ReviewEvent, ReviewReason};

/// Its headings.
pub const REVIEW_HEADER: [&str; 9] =
    ["NHS Number", "Forename", "Surname", "Date of birth", "Practice code", "Why", "Code", "Date", "Last dose"];

/// A row for everything that still stands of a person.
pub fn review_rows<'a>(
    listed: &'a ToReview,
    reviewed: &'a Reviewed,
    scope: &'a Scope,
) -> impl Iterator<Item = Vec<String>> + 'a {
    let (person, contact) = (&listed.line.person, &listed.contact);
    let date = |date: Option<NaiveDate>| date.map(|date| UkDate(date).to_string()).unwrap_or_default();
    reviewed.standing(&listed.line).map(move |event| {
        vec![
            person.nhs_number.digits(),
            harmless(&contact.forename),
            harmless(&contact.surname),
            UkDate(person.birth).to_string(),
            scope.get(person.practice).code.to_string(),
            why(event),
            event.code.map(|code| code.to_string()).unwrap_or_default(),
            date(event.date),
            date(listed.line.last_dose),
        ]
    })
}

fn why(event: &ReviewEvent) -> String {
    match event.why {
        ReviewReason::Contraindicated => "contraindicated".to_owned(),
        ReviewReason::Doubt(id) => format!("{id}: {}", id.help()),
    }
}

/// A name as people may open it in a spreadsheet: on one line, and no formula.
/// This file is read by people, so a space before it does no harm.
fn harmless(name: &str) -> String {
    let line: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = line.trim();
    if line.starts_with(['=', '+', '-', '@']) { format!(" {line}") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_on_one_line_and_no_formulas() {
        assert_eq!(harmless(" O'Neill-Fell "), "O'Neill-Fell");
        assert_eq!(harmless("=1+1"), " =1+1");
        assert_eq!(harmless("Ada\r\nMay\t"), "Ada  May");
    }
}
