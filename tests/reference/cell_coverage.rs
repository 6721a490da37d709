//! What generated worlds reach of 8.1 and 8.3: every kind of cell, and every way in which the rows of a
//! person are put together. `coverage` does the same for the rules, `report_coverage` for the reports.

use super::cells::{action, code, is_blank, is_not_given, is_rank_of_2025, nhs_number, safety_word};
use super::codes::{brand, procedure_class};
use super::dates::{london_date, next_year, read_date, read_date_of_death};
use super::deaths::{cuts_blanks_off, is_short, reasons};
use super::engine::{Person, Results};
use super::events::timestamp;
use super::model::{PatientFile, PatientRow, VaccinationRow, World};
use super::patient_columns::columns;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

type Labels = BTreeSet<String>;

/// Every label.
#[rustfmt::skip]
pub const EXPECTED: &[&str] = &[
    "cell:null word", "cell:null word in a safety column", "cell:mark in a safety column", "cell:decorated",
    "cell:birth as an instant in UTC", "cell:death before birth", "cell:death after the clock",
    "cell:sentinel date of death", "cell:date as a death status", "cell:unknown death status",
    "cell:two death statuses that disagree", "cell:removal 0", "cell:restricted by the second column only",
    "file:lacks a column", "file:short row", "file:cuts blanks off",
    "people:rows of two practices", "people:registered by an earlier row", "people:a field from another row",
    "people:dead by another row", "people:death withdrawn by a later row", "people:restricted by another row",
    "people:no texts by another row", "people:DEA and U", "people:rows of two files", "people:rows of three files",
    "people:removed by another practice alone",
    "imd:rank of 2019 in a file of 2025", "imd:rank of 2025", "imd:rank of neither", "imd:by another row's file",
    "person:no texts", "person:death unknown", "person:in doubt", "person:booked", "person:contraindicated",
    "person:contraindicated and vaccinated since", "person:declined in force",
    "event:appointment", "event:the last day of appointments", "event:a slip repaired", "event:trial dose",
    "event:the day before the trials", "event:on the day of the refresh", "event:the day after the refresh",
    "event:unknown action", "event:unknown action on a contraindication", "event:update in another word",
    "event:delete in another word", "event:given in words", "event:not given in words",
    "event:a reason alone makes it COVID-19", "event:contraindicated by the reason",
    "event:contraindicated by the situation", "event:declined by the reason", "event:damaged code",
    "event:decorated code", "event:code 0", "event:identity that is a null word",
    "day:two known brands", "day:Janssen and another", "day:one brand twice",
];

/// The labels that a world reached.
pub fn reached(world: &World, results: &Results) -> Labels {
    let mut labels = Labels::new();
    let mut add = |label: &str, holds: bool| {
        if holds {
            labels.insert(label.to_owned());
        }
    };
    for (index, file) in world.patient_files.iter().enumerate() {
        add("file:lacks a column", !file.absent.is_empty());
        add("file:cuts blanks off", cuts_blanks_off(file));
        let own = || (0..).zip(&file.rows).filter(|(place, _)| in_scope(results, (index, *place))).map(|(_, row)| row);
        let ranks = || own().filter(|row| is_blank(&row.imd_quintile) && is_blank(&row.imd_decile));
        let of_2025 = own().any(|row| is_rank_of_2025(&row.imd_rank));
        add("imd:rank of 2025", ranks().any(|row| is_rank_of_2025(&row.imd_rank)));
        add("imd:rank of 2019 in a file of 2025", of_2025 && ranks().any(|row| row.imd_rank == "6751"));
        add("imd:rank of neither", ranks().any(|row| row.imd_rank == "33756"));
        for (place, row) in file.rows.iter().enumerate() {
            if in_scope(results, (index, place)) {
                patient_row(&mut add, world, file, row);
            }
        }
    }
    people(&mut add, world, results);
    for (index, file) in world.vaccination_files.iter().enumerate() {
        let refreshed = timestamp(&file.name).map_or(world.today, london_date);
        for (place, row) in file.rows.iter().enumerate() {
            event_row(&mut add, row, refreshed, results.event_rows[&(index, place)]);
        }
    }
    let days = brands_of_days(world, results);
    for person in results.people.values() {
        person_reached(&mut add, person);
        days_reached(&mut add, &days, person);
    }
    labels
}

fn in_scope(results: &Results, place: (usize, usize)) -> bool {
    !["other_practices", "not_read"].contains(&results.patient_rows[&place])
}

const SAFETY: [&str; 5] = ["date_of_death", "death_status", "sensitive_flag", "reason_for_removal", "sms_consent"];

fn patient_row(add: &mut impl FnMut(&str, bool), world: &World, file: &PatientFile, row: &PatientRow) {
    for column in columns(file) {
        let cell = (column.cell)(row).as_str();
        let mark = ["?", ".", "-"].contains(&cell);
        let null = is_blank(cell) && !cell.trim().is_empty();
        let safety = SAFETY.contains(&column.field);
        add("cell:null word", null && !safety);
        add("cell:null word in a safety column", null && safety && !mark);
        add("cell:mark in a safety column", safety && mark);
        add("cell:decorated", cell.starts_with("=\""));
    }
    let (born, died) = (read_date(&row.date_of_birth), read_date_of_death(&row.date_of_death));
    let statuses = [&row.death_status, &row.other_death_status].map(|cell| safety_word(cell));
    let sentinel = died.is_some_and(|date| date.to_string().starts_with("9999") || date.to_string() == "1900-01-01");
    add("cell:birth as an instant in UTC", row.date_of_birth.contains("T23:") && born.is_some());
    add("cell:sentinel date of death", sentinel);
    add("cell:death before birth", !sentinel && born.zip(died).is_some_and(|(born, died)| died < born));
    add("cell:death after the clock", !sentinel && died.is_some_and(|date| date > world.today));
    add("cell:date as a death status", read_date(&row.death_status).is_some());
    add("cell:unknown death status", statuses[0] == "perhaps");
    add("cell:two death statuses that disagree", statuses == ["u", "2"] || statuses == ["2", "u"]);
    add("cell:removal 0", row.reason_for_removal.trim() == "0");
    add("cell:restricted by the second column only", row.sensitive_flag.is_empty() && row.other_sensitive_flag == "Y");
    add("file:short row", is_short(file, row) && !cuts_blanks_off(file));
}

/// The rows in scope of each number, by their places.
fn people(add: &mut impl FnMut(&str, bool), world: &World, results: &Results) {
    let mut rows: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for place in results.patient_rows.keys().filter(|place| in_scope(results, **place)) {
        let number = nhs_number(&world.patient_files[place.0].rows[place.1].nhs_number);
        rows.entry(number.unwrap_or_default()).or_default().push(*place);
    }
    for (number, places) in rows.into_iter().filter(|(number, places)| !number.is_empty() && places.len() > 1) {
        let cells = |place: &(usize, usize)| &world.patient_files[place.0].rows[place.1];
        let practices: BTreeSet<_> =
            places.iter().map(|place| cells(place).practice_code.trim().to_uppercase()).collect();
        let dead = |row: &PatientRow| safety_word(&row.death_status) == "2" || row.death_status == "1";
        let withdrawn = places.iter().any(|place| safety_word(&cells(place).death_status) == "u");
        add("people:rows of two practices", practices.len() > 1);
        let files: BTreeSet<usize> = places.iter().map(|place| place.0).collect();
        add("people:rows of two files", files.len() == 2);
        add("people:rows of three files", files.len() == 3);
        let dea = places.iter().any(|place| code(&cells(place).reason_for_removal) == "DEA");
        add("people:DEA and U", dea && withdrawn);
        let registered = places.iter().find(|place| ["patients", "deceased"].contains(&results.patient_rows[place]));
        let Some(registered) = registered else {
            continue;
        };
        let others: Vec<&PatientRow> = places.iter().filter(|place| *place != registered).map(cells).collect();
        let is_dead = results.patient_rows[registered] == "deceased";
        let silent = cells(registered).date_of_death.is_empty() && cells(registered).death_status.is_empty();
        add("people:dead by another row", is_dead && silent && others.iter().any(|row| dead(row)));
        add("people:death withdrawn by a later row", !is_dead && withdrawn && others.iter().any(|row| dead(row)));
        if let Some(person) = results.people.get(&number) {
            let (facts, own) = (&person.facts, cells(registered));
            let file = |place: &(usize, usize)| &world.patient_files[place.0];
            let lacks = |place: &(usize, usize)| {
                !file(place).has("reason_for_removal") && !file(place).has("other_reason_for_removal")
            };
            let elsewhere = others.iter().any(|row| !reasons(row).is_empty());
            add("people:removed by another practice alone", lacks(registered) && practices.len() > 1 && elsewhere);
            let lent = facts.details.imd_rank != own.imd_rank && facts.imd_quintile.is_some();
            add("imd:by another row's file", lent && !file(registered).has("imd"));
            add("people:a field from another row", facts.details != *own);
            add("people:restricted by another row", facts.restricted && own.sensitive_flag.is_empty());
            add("people:no texts by another row", facts.no_texts && own.sms_consent.is_empty());
            let same_file = places.iter().any(|place| {
                place.0 == registered.0 && place.1 > registered.1 && results.patient_rows[place] == "duplicate"
            });
            add("people:registered by an earlier row", same_file);
        }
    }
}

fn person_reached(add: &mut impl FnMut(&str, bool), person: &Person) {
    let facts = &person.facts;
    add("person:no texts", facts.no_texts);
    add("person:death unknown", facts.death_unknown && !facts.known_death);
    add("person:in doubt", facts.in_doubt);
    add("person:booked", !person.booked.is_empty());
    let contraindicated = person.in_force(&person.contraindicated).is_some();
    add("person:contraindicated", contraindicated);
    add("person:contraindicated and vaccinated since", !contraindicated && !person.contraindicated.is_empty());
    add("person:declined in force", person.in_force(&person.declined).is_some());
}

fn event_row(add: &mut impl FnMut(&str, bool), row: &VaccinationRow, refreshed: NaiveDate, bucket: &str) {
    let date = read_date(&row.date_and_time);
    let is = |offset: i64| date.is_some_and(|date| (date - refreshed).num_days() == offset);
    let covid = ["rejected", "doses", "duplicates", "after_as_at"].contains(&bucket);
    let flag = safety_word(&row.action_flag);
    let class = |code: &str, class: &str| bucket == "not_given" && procedure_class(code) == Some(class);
    let codes = [&row.procedure_code, &row.product_code, &row.situation_code];
    let trial = date.is_some_and(|date| date.to_string().as_str() < "2020-12-08");
    for (label, holds) in [
        ("event:appointment", bucket == "rejected" && date.is_some_and(|d| d > refreshed && d <= next_year(refreshed))),
        ("event:the last day of appointments", covid && date == Some(next_year(refreshed))),
        ("event:a slip repaired", bucket == "doses" && date.is_some_and(|date| date > next_year(refreshed))),
        (
            "event:trial dose",
            bucket == "doses" && trial && date.is_some_and(|d| d.to_string().as_str() >= "2020-04-23"),
        ),
        ("event:the day before the trials", covid && date.is_some_and(|date| date.to_string() == "2020-04-22")),
        ("event:on the day of the refresh", covid && is(0)),
        ("event:the day after the refresh", covid && is(1)),
        ("event:unknown action", bucket == "not_given" && action(&row.action_flag) == "unknown"),
        (
            "event:unknown action on a contraindication",
            action(&row.action_flag) == "unknown" && class(&row.procedure_code, "contraindicated"),
        ),
        ("event:update in another word", ["u", "amend"].contains(&flag.as_str())),
        ("event:delete in another word", ["d", "remove"].contains(&flag.as_str())),
        ("event:given in words", covid && ["given", "completed"].contains(&safety_word(&row.not_given).as_str())),
        ("event:not given in words", bucket == "not_given" && is_not_given(&row.not_given)),
        (
            "event:a reason alone makes it COVID-19",
            bucket == "not_given"
                && row.procedure_code.is_empty()
                && row.product_code.is_empty()
                && row.situation_code.is_empty(),
        ),
        ("event:contraindicated by the reason", class(&row.reason_not_given_code, "contraindicated")),
        ("event:contraindicated by the situation", class(&row.situation_code, "contraindicated")),
        ("event:declined by the reason", class(&row.reason_not_given_code, "declined")),
        ("event:damaged code", codes.iter().any(|code| code.contains("E+"))),
        ("event:decorated code", covid && codes.iter().any(|code| code.starts_with("=\"") && brand(code).is_some())),
        ("event:code 0", codes.iter().any(|code| code.trim() == "0")),
        ("event:identity that is a null word", is_blank(&row.unique_id) && !row.unique_id.trim().is_empty()),
    ] {
        add(label, holds);
    }
}

/// The known brands of each person's counted rows, by number and day.
type Days = BTreeMap<(String, NaiveDate), Vec<&'static str>>;

fn brands_of_days(world: &World, results: &Results) -> Days {
    let mut days = Days::new();
    for (place, _) in results.event_rows.iter().filter(|(_, bucket)| ["doses", "duplicates"].contains(*bucket)) {
        let row = &world.vaccination_files[place.0].rows[place.1];
        let known = brand(&row.product_code).filter(|brand| *brand != "Unknown");
        if let (Some(number), Some(date), Some(brand)) =
            (nhs_number(&row.nhs_number), read_date(&row.date_and_time), known)
        {
            days.entry((number, date)).or_default().push(brand);
        }
    }
    days
}

fn days_reached(add: &mut impl FnMut(&str, bool), days: &Days, person: &Person) {
    for dose in &person.course.doses {
        let all = days.get(&(person.facts.nhs_number.clone(), dose.date)).map_or(&[][..], Vec::as_slice);
        let brands: BTreeSet<&str> = all.iter().copied().collect();
        add("day:two known brands", brands.len() > 1);
        add("day:Janssen and another", brands.len() > 1 && brands.contains("Janssen"));
        add("day:one brand twice", all.len() > brands.len());
    }
}
