//! `booster.toml`: openings, intervals and the end of the first booster.

use super::offers::offer;
use super::{DAYS, ReadRows, each, note_repeats};
use crate::domain::{Cohort, UkDate};
use crate::rules::coverage::{Cover, Period, check};
use crate::rules::describe;
use crate::rules::model::{BoosterInterval, BoosterOpening, OfferRule};
use crate::rules::row_header::{To, not_before};
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Location, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "booster.toml";

/// What the file holds.
pub(in crate::rules) struct BoosterFile {
    pub openings: Vec<BoosterOpening>,
    pub intervals: Vec<BoosterInterval>,
    pub offer: OfferRule,
}

/// Reads the file.
pub(in crate::rules) fn read(text: &str, register: &RowRegister) -> Result<BoosterFile, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let openings = openings(register, &top);
    let mut periods = Vec::new();
    let rows = top.rows("interval");
    let count = rows.as_ref().map_or(usize::MAX, Vec::len);
    let intervals = each(rows, |row| interval(register, row, &mut periods));
    let offer = offer(register, &top, "offer", "first boosters");
    top.done();
    // An open booster without an interval would have no due date.
    let cover = match openings.good.iter().filter_map(|opening| opening.opens).min() {
        _ if periods.len() != count => Cover::Anything,
        None => Cover::OnFromFirst,
        Some(first) => Cover::OnFrom(first),
    };
    check(&register.diagnostics, FILE, &periods, cover);
    Ok(BoosterFile { openings: openings.good, intervals: intervals.good, offer: offer? })
}

fn openings(register: &RowRegister, top: &TomlRow<'_>) -> ReadRows<BoosterOpening> {
    let mut named = Vec::new();
    let openings = each(top.rows("opening"), |row| opening(register, row, &mut named));
    note_repeats(top.diagnostics(), &named, |cohort, first| format!("cohort {cohort} is in {} already", first.place));
    let missing: Vec<Cohort> =
        Cohort::all().filter(|cohort| !named.iter().any(|(covered, _)| covered == cohort)).collect();
    if openings.all && !missing.is_empty() {
        top.diagnostics()
            .report(&Location::whole(FILE), format!("no [[opening]] names {}", describe::cohorts(&missing)));
    }
    openings
}

fn opening(
    register: &RowRegister,
    row: &TomlRow<'_>,
    named: &mut Vec<(Cohort, Location)>,
) -> Result<BoosterOpening, Reported> {
    let head = register.header(row, To::Never);
    let cohorts = row.cohorts("cohorts");
    let opens = row.optional_date("opens");
    if let Ok(Some(opens)) = opens {
        not_before(row, &head, "opens", opens);
    }
    row.done();
    let cohorts = cohorts?;
    named.extend(cohorts.iter().map(|cohort| (*cohort, row.location.clone())));
    let opens = opens?;
    let whom = describe::sentence(&describe::cohorts(&cohorts));
    let says = match opens {
        Some(opens) => format!("{whom}: first boosters from {}.", UkDate(opens)),
        None => format!("{whom}: no first booster."),
    };
    Ok(BoosterOpening { rule: register.enter(head?, says), cohorts, opens })
}

fn interval(register: &RowRegister, row: &TomlRow<'_>, periods: &mut Vec<Period>) -> Result<BoosterInterval, Reported> {
    let head = register.header(row, To::Optional);
    let days = row.number::<u16>("days", DAYS);
    row.done();
    let head = head?;
    periods.push(Period::of(&row.location, &head, &[]));
    let (from, to, days) = (head.from, head.to, days?);
    let says = format!("The first booster is due {} after the primary course.", describe::days(days));
    Ok(BoosterInterval { rule: register.enter(head, says), from, to, days })
}
