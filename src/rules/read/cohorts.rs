//! `cohorts.toml`: the priority groups.

use super::{AGES, each, note_repeats};
use crate::domain::shown;
use crate::domain::{Cohort, UkDate};
use crate::rules::describe;
use crate::rules::diagnostics::{Diagnostics, Location, Reported};
use crate::rules::document::{Document, Row};
use crate::rules::model::{AgeOn, CohortRule, Who};
use crate::rules::row_header::To;

/// The file.
pub(in crate::rules) const FILE: &str = "cohorts.toml";

/// Reads the file: the cohorts in the order in which they are tried.
pub(in crate::rules) fn read(text: &str, diagnostics: &Diagnostics) -> Vec<CohortRule> {
    let Ok(document) = Document::parse(FILE, text, diagnostics) else {
        return Vec::new();
    };
    let top = document.top();
    let (mut orders, mut cohorts) = (Vec::new(), Vec::new());
    let rows = each(top.rows("cohort"), |row| {
        let order = row.number::<u8>("order", 1..=200);
        if let Ok(order) = order {
            orders.push((order, row.location.clone()));
        }
        let cohort = cohort(row);
        if let Ok(cohort) = cohort {
            cohorts.push((cohort, row.location.clone()));
        }
        let rule = cohort_rule(row, cohort);
        Ok((order?, rule?))
    });
    top.done();
    note_repeats(diagnostics, &orders, |order, first| format!("order {order} is that of {} already", first.place));
    note_repeats(diagnostics, &cohorts, |cohort, first| {
        format!("cohort {cohort} is defined by {} already", first.place)
    });
    let missing: Vec<Cohort> = Cohort::all()
        .filter(|cohort| *cohort != Cohort::NONE && !cohorts.iter().any(|(defined, _)| defined == cohort))
        .collect();
    if rows.all && !missing.is_empty() {
        diagnostics.report(&Location::whole(FILE), format!("no definition of {}", describe::cohorts(&missing)));
    }
    let mut rules = rows.good;
    rules.sort_by_key(|(order, _)| *order);
    rules.into_iter().map(|(_, rule)| rule).collect()
}

fn cohort(row: &Row<'_>) -> Result<Cohort, Reported> {
    let number = row.number::<u8>("cohort", 1..=17)?;
    Cohort::numbered(number).ok_or_else(|| row.diagnostics.report(&row.location, format!("unknown cohort {number}")))
}

fn cohort_rule(row: &Row<'_>, cohort: Result<Cohort, Reported>) -> Result<CohortRule, Reported> {
    let head = row.head(To::Never);
    let label = row.text("label");
    let first = row.date("first_doses_from");
    if let Ok(first) = first {
        row.not_before(&head, "first_doses_from", first);
    }
    let who = each(row.rows("who"), who);
    row.done();
    let (head, cohort, label, first) = (head?, cohort?, label?, first?);
    if !who.all {
        return Err(Reported);
    }
    let alternatives: Vec<String> = who.good.iter().map(describe::who).collect();
    let says = format!("Cohort {cohort}: {}; first doses from {}.", alternatives.join("; or "), UkDate(first));
    Ok(CohortRule { rule: row.enter(head, says), cohort, label, who: who.good, first_doses_from: first })
}

fn who(row: &Row<'_>) -> Result<Who, Reported> {
    let age_on = age_on(row);
    let min_age = row.optional_number::<u8>("min_age", AGES);
    let max_age = row.optional_number::<u8>("max_age", AGES);
    let any_of = row.flags("any_of");
    row.done();
    let who = Who { age_on: age_on?, min_age: min_age?, max_age: max_age?, any_of: any_of? };
    match who {
        Who { min_age: Some(min), max_age: Some(max), .. } if min > max => {
            Err(row.diagnostics.report(&row.location, format!("min_age {min} is over max_age {max}")))
        }
        Who { min_age: None, max_age: None, any_of, .. } if any_of.is_empty() => {
            Err(row.diagnostics.report(&row.location, "it fits everybody; give min_age, max_age or any_of"))
        }
        _ => Ok(who),
    }
}

fn age_on(row: &Row<'_>) -> Result<AgeOn, Reported> {
    let cell = row.needed("age_on")?;
    match cell.value.as_str() {
        Some("as-at") => Ok(AgeOn::AsAt),
        Some(other) => Err(row.diagnostics.report(
            &cell.location,
            format!("\"age_on\" must be \"as-at\" or a date without quotation marks, not {}", shown(other)),
        )),
        None => row.date_of(&cell, "age_on").map(AgeOn::Date),
    }
}
