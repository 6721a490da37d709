//! `second_dose.toml`: days from the first dose to the second.

use chrono::NaiveDate;

use super::{DAYS, each};
use crate::domain::UkDate;
use crate::rules::coverage::{Cover, Period, check_each_cohort};
use crate::rules::describe;
use crate::rules::model::SecondDoseRule;
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "second_dose.toml";

/// Reads the file; `start` is the day from which every cohort needs a row.
pub(in crate::rules) fn read(text: &str, register: &RowRegister, start: Option<NaiveDate>) -> Vec<SecondDoseRule> {
    let Ok(document) = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics) else {
        return Vec::new();
    };
    let top = document.top();
    let mut periods = Vec::new();
    let rows = top.rows("interval");
    let count = rows.as_ref().map_or(usize::MAX, Vec::len);
    let rules = each(rows, |row| interval(register, row, &mut periods));
    top.done();
    let cover = match start {
        _ if periods.len() != count => Cover::Anything,
        None => Cover::OnFromFirst,
        Some(start) => Cover::OnFrom(start),
    };
    check_each_cohort(&register.diagnostics, FILE, &periods, cover);
    rules.good
}

fn interval(register: &RowRegister, row: &TomlRow<'_>, periods: &mut Vec<Period>) -> Result<SecondDoseRule, Reported> {
    let head = register.header(row, To::Optional);
    let cohorts = row.cohorts("cohorts");
    let due = row.number::<u16>("due_after", DAYS);
    let overdue = row.number::<u16>("overdue_after", DAYS);
    let opens = row.optional_date("opens");
    row.done();
    if let (Ok(due), Ok(overdue)) = (due, overdue)
        && due > overdue
    {
        row.report(format!("due_after {due} is over overdue_after {overdue}"));
    }
    let (head, cohorts) = (head?, cohorts?);
    periods.push(Period::of(&row.location, &head, &cohorts));
    let (due_after, overdue_after, opens) = (due?, overdue?, opens?);
    let says = format!(
        "{}: the second dose is due {} after the first and overdue after {}{}.",
        describe::sentence(&describe::cohorts(&cohorts)),
        describe::days(due_after),
        describe::days(overdue_after),
        opens.map(|day| format!("; for nobody before {}", UkDate(day))).unwrap_or_default(),
    );
    let (from, to) = (head.from, head.to);
    Ok(SecondDoseRule { rule: register.enter(head, says), cohorts, from, to, due_after, overdue_after, opens })
}
