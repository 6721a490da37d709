//! `second_dose.toml`: days from the first dose to the second.

use chrono::NaiveDate;

use super::{DAYS, each};
use crate::rules::coverage::{Cover, Period, check_each_cohort};
use crate::rules::describe;
use crate::rules::diagnostics::{Diagnostics, Reported};
use crate::rules::document::{Document, Row};
use crate::rules::model::SecondDoseRule;
use crate::rules::row_header::To;

/// The file.
pub(in crate::rules) const FILE: &str = "second_dose.toml";

/// Reads the file; `start` is the day from which every cohort needs a row.
pub(in crate::rules) fn read(text: &str, diagnostics: &Diagnostics, start: Option<NaiveDate>) -> Vec<SecondDoseRule> {
    let Ok(document) = Document::parse(FILE, text, diagnostics) else {
        return Vec::new();
    };
    let top = document.top();
    let mut periods = Vec::new();
    let rows = top.rows("interval");
    let count = rows.as_ref().map_or(usize::MAX, Vec::len);
    let rules = each(rows, |row| interval(row, &mut periods));
    top.done();
    let cover = match start {
        _ if periods.len() != count => Cover::Anything,
        None => Cover::OnFromFirst,
        Some(start) => Cover::OnFrom(start),
    };
    check_each_cohort(diagnostics, FILE, &periods, cover);
    rules.good
}

fn interval(row: &Row<'_>, periods: &mut Vec<Period>) -> Result<SecondDoseRule, Reported> {
    let head = row.head(To::Optional);
    let cohorts = row.cohorts("cohorts");
    let due = row.number::<u16>("due_after", DAYS);
    let overdue = row.number::<u16>("overdue_after", DAYS);
    row.done();
    if let (Ok(due), Ok(overdue)) = (due, overdue)
        && due > overdue
    {
        row.diagnostics.report(&row.location, format!("due_after {due} is over overdue_after {overdue}"));
    }
    let (head, cohorts) = (head?, cohorts?);
    periods.push(Period::of(&row.location, &head, &cohorts));
    let (due_after, overdue_after) = (due?, overdue?);
    let says = format!(
        "{}: the second dose is due {} after the first and overdue after {}.",
        describe::sentence(&describe::cohorts(&cohorts)),
        describe::days(due_after),
        describe::days(overdue_after),
    );
    let (from, to) = (head.from, head.to);
    Ok(SecondDoseRule { rule: row.enter(head, says), cohorts, from, to, due_after, overdue_after })
}
