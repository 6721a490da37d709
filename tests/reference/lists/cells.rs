//! The columns of a line list, each with the value of one person.

use super::Entry;
use crate::reference::cells::{is_blank, undecorated};
use crate::reference::course::Dose;
use crate::reference::engine::{Person, Results};
use crate::reference::model::{PatientRow, World};
use crate::reference::reports::Row;
use crate::reference::rules::campaign_open;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Every column of section 4's line lists in its order, but for `reason`, which is a sentence.
#[rustfmt::skip]
pub const COLUMNS: [&str; 37] = [
    "nhs_number", "title", "forename", "surname", "date_of_birth", "age", "gender", "ethnicity", "practice_code",
    "practice_name", "cohort", "status", "due_date", "days_overdue", "doses", "first_dose_date", "first_dose_brand",
    "first_dose_site", "second_dose_date", "second_dose_brand", "third_primary_date", "third_primary_due",
    "last_dose_date", "last_dose_brand", "boosters", "booster_due", "campaign_due", "declined_date",
    "contraindicated_date", "mobile", "telephone", "email", "address", "postcode", "immunosuppressed", "housebound", "restricted",
];

impl Results {
    pub(super) fn list_row(&self, world: &World, entry: &Entry<'_>) -> Row {
        COLUMNS.iter().map(|column| (*column, self.cell(world, entry, column))).collect()
    }

    fn cell(&self, world: &World, entry: &Entry<'_>, column: &str) -> Value {
        let Entry { person, verdict } = entry;
        let (facts, course) = (&person.facts, &person.course);
        let row = &facts.details;
        let first = dose_as(person, "dose 1");
        let second = dose_as(person, "dose 2");
        let last = course.doses.last();
        match column {
            "nhs_number" => json!(facts.nhs_number),
            "title" => name(&row.title),
            "forename" => name(&row.forename),
            "surname" => name(&row.surname),
            "date_of_birth" => date(Some(facts.date_of_birth)),
            "age" => json!(person.age),
            "gender" => json!(facts.gender),
            "ethnicity" => json!(facts.ethnicity),
            "practice_code" => json!(facts.practice_code),
            "practice_name" => text(&self.practices[&facts.practice_code].name),
            "cohort" => json!(person.cohort),
            "status" => json!(verdict.status),
            "due_date" => date(verdict.due),
            "days_overdue" => json!(verdict.days_overdue),
            "doses" => json!(course.doses.len()),
            "first_dose_date" => date(first.map(|dose| dose.date)),
            // Silent: a vaccine whose brand is not known; its brand is the word `Unknown` (section 3).
            "first_dose_brand" => json!(first.map(|dose| dose.brand)),
            "first_dose_site" => first.map_or(Value::Null, |dose| text(site_of(world, dose))),
            "second_dose_date" => date(second.map(|dose| dose.date)),
            "second_dose_brand" => json!(second.map(|dose| dose.brand)),
            "third_primary_date" => date(course.third_primary_on),
            "third_primary_due" => date(person.third_primary.as_ref().and_then(|third| third.due)),
            "last_dose_date" => date(last.map(|dose| dose.date)),
            "last_dose_brand" => json!(last.map(|dose| dose.brand)),
            "boosters" => json!(course.boosters),
            "booster_due" => {
                date(person.booster.due.filter(|_| matches!(person.booster.status, "pending" | "eligible")))
            }
            "campaign_due" => date(self.campaign_due(person)),
            "declined_date" => date(person.in_force(&person.declined)),
            "contraindicated_date" => date(person.in_force(&person.contraindicated)),
            "mobile" => phone(person, &[&row.mobile, &row.other_mobile]),
            "telephone" => phone(person, &[&row.telephone, &row.other_telephone]),
            "email" => contact(person, &[&row.email, &row.other_email]),
            "address" => {
                if facts.restricted {
                    Value::Null
                } else {
                    name(&address(row))
                }
            }
            "postcode" => contact(person, &[&row.postcode]),
            "immunosuppressed" => yes_or_no(facts.immunosuppressed),
            "housebound" => yes_or_no(facts.housebound),
            "restricted" => yes_or_no(facts.restricted),
            other => panic!("no such column: {other}"),
        }
    }

    /// The earliest date in the campaign open as at, whichever campaign the report is about.
    fn campaign_due(&self, person: &Person) -> Option<NaiveDate> {
        let standing = person.campaigns[campaign_open(self.as_at)?.id].as_ref()?;
        matches!(standing.status, "pending" | "eligible").then_some(standing.earliest)
    }
}

/// The site of the row that gives a dose its details (2.4).
pub fn site_of<'world>(world: &'world World, dose: &Dose) -> &'world str {
    let (file, row) = dose.place;
    &world.vaccination_files[file].rows[row].site_code
}

/// The lines of an address that are not blank. Silent: a line break within a line parts it; a comma at the end goes.
pub fn address(row: &PatientRow) -> String {
    let parts = row.address.iter().flat_map(|line| line.split(['\n', '\r']));
    let parts = parts.map(|part| part.trim().trim_end_matches([',', ' ']));
    let lines: Vec<&str> = parts.filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

fn dose_as<'run>(person: &'run Person, role: &str) -> Option<&'run Dose> {
    person.course.doses.iter().find(|dose| dose.role == role)
}

fn contact(person: &Person, columns: &[&str]) -> Value {
    let written = columns.iter().find(|cell| !is_blank(cell));
    written.filter(|_| !person.facts.restricted).map_or(Value::Null, |cell| text(cell))
}

/// The same of a phone, without what stands around its number (8.1).
fn phone(person: &Person, columns: &[&str]) -> Value {
    let bare: Vec<String> = columns.iter().map(|cell| undecorated(cell)).collect();
    contact(person, &bare.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A cell as written, trimmed; blank and a null word are null.
fn text(cell: &str) -> Value {
    if is_blank(cell) { Value::Null } else { name(cell) }
}

/// A cell of a name or an address: people are called Null and Na (8.1).
fn name(cell: &str) -> Value {
    let trimmed = cell.trim();
    if trimmed.is_empty() { Value::Null } else { json!(trimmed) }
}

fn date(date: Option<NaiveDate>) -> Value {
    date.map_or(Value::Null, |date| json!(date.to_string()))
}

fn yes_or_no(is_set: bool) -> Value {
    json!(if is_set { "yes" } else { "no" })
}
