//! `cohorts.toml`: the priority groups.

use super::{AGES, each, note_repeats};
use crate::domain::shown;
use crate::domain::{Cohort, UkDate};
use crate::rules::describe;
use crate::rules::model::{AgeOn, CohortRule, Who};
use crate::rules::row_header::{To, not_before};
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Location, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "cohorts.toml";

/// Reads the file: the cohorts in the order in which they are tried.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Vec<CohortRule> {
    let Ok(document) = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics) else {
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
        let rule = cohort_rule(register, row, cohort);
        Ok((order?, rule?))
    });
    top.done();
    note_repeats(&register.diagnostics, &orders, |order, first| {
        format!("order {order} is that of {} already", first.place)
    });
    note_repeats(&register.diagnostics, &cohorts, |cohort, first| {
        format!("cohort {cohort} is defined by {} already", first.place)
    });
    let missing: Vec<Cohort> = Cohort::all()
        .filter(|cohort| *cohort != Cohort::NONE && !cohorts.iter().any(|(defined, _)| defined == cohort))
        .collect();
    if rows.all && !missing.is_empty() {
        register
            .diagnostics
            .report(&Location::whole(FILE), format!("no definition of {}", describe::cohorts(&missing)));
    }
    let mut rules = rows.good;
    rules.sort_by_key(|(order, _)| *order);
    rules.into_iter().map(|(_, rule)| rule).collect()
}

fn cohort(row: &TomlRow<'_>) -> Result<Cohort, Reported> {
    let number = row.number::<u8>("cohort", 1..=17)?;
    Cohort::numbered(number).ok_or_else(|| row.report(format!("unknown cohort {number}")))
}

fn cohort_rule(
    register: &RowRegister,
    row: &TomlRow<'_>,
    cohort: Result<Cohort, Reported>,
) -> Result<CohortRule, Reported> {
    let head = register.header(row, To::Never);
    let label = row.text("label");
    let first = row.date("first_doses_from");
    if let Ok(first) = first {
        not_before(row, &head, "first_doses_from", first);
    }
    let who = each(row.rows("who"), who);
    row.done();
    let (head, cohort, label, first) = (head?, cohort?, label?, first?);
    if !who.all {
        return Err(Reported);
    }
    let alternatives: Vec<String> = who.good.iter().map(describe::who).collect();
    let says = format!("Cohort {cohort}: {}; first doses from {}.", alternatives.join("; or "), UkDate(first));
    Ok(CohortRule { rule: register.enter(head, says), cohort, label, who: who.good, first_doses_from: first })
}

fn who(row: &TomlRow<'_>) -> Result<Who, Reported> {
    let age_on = age_on(row);
    let min_age = row.optional_number::<u8>("min_age", AGES);
    let max_age = row.optional_number::<u8>("max_age", AGES);
    let reached_by = row.optional_date("min_age_reached_by");
    let any_of = row.flags("any_of");
    row.done();
    let (min_age, min_age_reached_by) = (min_age?, reached_by?);
    let who = Who { age_on: age_on?, min_age, max_age: max_age?, min_age_reached_by, any_of: any_of? };
    match who {
        Who { min_age: None, min_age_reached_by: Some(_), .. } => Err(row.report("min_age_reached_by needs min_age")),
        Who { min_age: Some(min), max_age: Some(max), .. } if min > max => {
            Err(row.report(format!("min_age {min} is over max_age {max}")))
        }
        Who { min_age: None, max_age: None, any_of, .. } if any_of.is_empty() => {
            Err(row.report("it fits everybody; give min_age, max_age or any_of"))
        }
        _ => Ok(who),
    }
}

fn age_on(row: &TomlRow<'_>) -> Result<AgeOn, Reported> {
    let cell = row.needed("age_on")?;
    match cell.value.as_str() {
        Some("as-at") => Ok(AgeOn::AsAt),
        Some(other) => Err(row.diagnostics().report(
            &cell.location,
            format!("\"age_on\" must be \"as-at\" or a date without quotation marks, not {}", shown(other)),
        )),
        None => row.date_of(&cell, "age_on").map(AgeOn::Date),
    }
}
