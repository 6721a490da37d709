//! Scope and patients: spec 2.1 and 2.2, row by row.

use super::cells::{ethnicity, flag, gender, imd_quintile, nhs_number, practice_code};
use super::dates::{age_on, read_date, read_date_of_death};
use super::model::{PatientRow, World};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A practice in scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Its name.
    pub name: String,
    /// Its primary care network, where the list says.
    pub pcn_code: Option<String>,
}

/// Patient rows by the bucket they end in (spec 2.2), and all that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of spec 2.2")]
pub struct PatientTally {
    pub rows_read: usize,
    pub other_practices: usize,
    pub rejected: usize,
    pub not_yet_born: usize,
    pub duplicate: usize,
    pub deceased: usize,
    pub removed: usize,
    pub patients: usize,
}

/// What the winning row of a person says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is named after its column")]
pub struct Facts {
    pub nhs_number: String,
    pub practice_code: String,
    pub date_of_birth: NaiveDate,
    pub gender: &'static str,
    pub ethnicity: &'static str,
    pub imd_quintile: Option<u8>,
    pub care_home_resident: bool,
    pub care_home_staff: bool,
    pub health_care_worker: bool,
    pub clinically_extremely_vulnerable: bool,
    pub at_risk: bool,
    pub carer: bool,
    pub household_contact: bool,
    /// By the flag or by the list.
    pub immunosuppressed: bool,
    pub housebound: bool,
    pub restricted: bool,
    /// Any known death, whatever its date: no invite, no visit.
    pub known_death: bool,
    /// Where the row is: file, row (indices into the world).
    pub place: (usize, usize),
}

/// The patients of a world.
pub struct Patients {
    /// Practices in scope, by code.
    pub practices: BTreeMap<String, Practice>,
    /// The counts.
    pub tally: PatientTally,
    /// The bucket of every row, by file and row; a row of empty cells is `not_read`.
    pub buckets: BTreeMap<(usize, usize), &'static str>,
    /// The people in `patients`, by NHS number.
    pub people: BTreeMap<String, Facts>,
    /// Every valid NHS number of a row in scope, whatever became of the row.
    pub numbers_in_scope: BTreeSet<String>,
}

/// The caller's practices (spec 2.1).
pub fn scope(world: &World) -> BTreeMap<String, Practice> {
    let mut practices = BTreeMap::new();
    for row in &world.practices {
        let Some(code) = practice_code(&row.code) else {
            continue;
        };
        // A practice on several rows has the union of its codes.
        let carries = world.practices.iter().any(|other| {
            practice_code(&other.code).as_ref() == Some(&code)
                && other.activity_codes.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == "B0360")
        });
        if carries || !world.activity_column {
            // Silent: which row names a practice that is on several; the first does here.
            practices.entry(code).or_insert_with(|| Practice {
                name: row.name.trim().to_owned(),
                pcn_code: Some(row.pcn_code.trim().to_owned()).filter(|pcn| !pcn.is_empty()),
            });
        }
    }
    practices
}

/// Reads every patients file.
pub fn read(world: &World, as_at: NaiveDate) -> Patients {
    let practices = scope(world);
    let names: Vec<&str> = world.patient_files.iter().map(|file| file.name.as_str()).collect();
    let mut rows: Vec<((usize, usize), &PatientRow)> = Vec::new();
    for file in super::events::file_order(&names) {
        rows.extend(world.patient_files[file].rows.iter().enumerate().map(|(row, cells)| ((file, row), cells)));
    }
    let mut buckets = BTreeMap::new();
    let mut people = BTreeMap::new();
    let mut numbers_in_scope = BTreeSet::new();
    for (position, &(place, row)) in rows.iter().enumerate() {
        if in_scope(&practices, row) {
            numbers_in_scope.extend(nhs_number(&row.nhs_number));
        }
        let mut bucket = first_sight(&practices, row, as_at);
        if bucket == "acceptable" {
            let number = nhs_number(&row.nhs_number);
            let again = rows[position + 1..].iter().any(|(_, later)| {
                nhs_number(&later.nhs_number) == number && first_sight(&practices, later, as_at) == "acceptable"
            });
            bucket = if again { "duplicate" } else { fate(row, as_at) };
        }
        buckets.insert(place, bucket);
        if bucket == "patients" {
            let facts = facts(world, row, place);
            people.insert(facts.nhs_number.clone(), facts);
        }
    }
    let count = |name: &str| buckets.values().filter(|bucket| **bucket == name).count();
    let tally = PatientTally {
        rows_read: buckets.len() - count("not_read"),
        other_practices: count("other_practices"),
        rejected: count("rejected"),
        not_yet_born: count("not_yet_born"),
        duplicate: count("duplicate"),
        deceased: count("deceased"),
        removed: count("removed"),
        patients: count("patients"),
    };
    Patients { practices, tally, buckets, people, numbers_in_scope }
}

fn in_scope(practices: &BTreeMap<String, Practice>, row: &PatientRow) -> bool {
    practice_code(&row.practice_code).is_some_and(|code| practices.contains_key(&code))
}

/// The buckets that need no other row: everything before `duplicate`.
fn first_sight(practices: &BTreeMap<String, Practice>, row: &PatientRow, as_at: NaiveDate) -> &'static str {
    if *row == PatientRow::default() {
        return "not_read";
    }
    if !in_scope(practices, row) {
        return "other_practices";
    }
    if nhs_number(&row.nhs_number).is_none() {
        return "rejected";
    }
    match read_date(&row.date_of_birth) {
        None => "rejected",
        Some(date_of_birth) if date_of_birth > as_at => "not_yet_born",
        // "Over 120 completed years": 120 itself is not over 120.
        Some(date_of_birth) if age_on(date_of_birth, as_at) > 120 => "rejected",
        Some(_) => "acceptable",
    }
}

/// What became of the person, from the row that won.
fn fate(row: &PatientRow, as_at: NaiveDate) -> &'static str {
    let removal = reason_for_removal(row);
    let deceased = match date_of_death(row) {
        // A readable date decides, whatever the status or the reason for removal says.
        Some(Ok(date)) => date <= as_at,
        Some(Err(())) => true,
        None => status_says_dead(row) || removal == "DEA",
    };
    if deceased {
        "deceased"
    } else if !removal.is_empty() && removal != "DEA" {
        "removed"
    } else {
        "patients"
    }
}

/// The date of death, if there is one that status `U` does not cancel: readable, or not.
fn date_of_death(row: &PatientRow) -> Option<Result<NaiveDate, ()>> {
    let text = row.date_of_death.trim();
    if text.is_empty() || death_status(row) == "U" { None } else { Some(read_date_of_death(text).ok_or(())) }
}

fn death_status(row: &PatientRow) -> String {
    row.death_status.trim().to_uppercase()
}

/// Silent: a status outside the vocabulary. 1.1 wants the cautious reading for the death fields, so
/// anything but "no", blank and `U` is a death.
fn status_says_dead(row: &PatientRow) -> bool {
    !["", "N", "NO", "FALSE", "0", "U"].contains(&death_status(row).as_str())
}

fn reason_for_removal(row: &PatientRow) -> String {
    row.reason_for_removal.trim().to_uppercase()
}

fn facts(world: &World, row: &PatientRow, place: (usize, usize)) -> Facts {
    let number = nhs_number(&row.nhs_number).expect("a row in patients has a valid number");
    let listed = world.immunosuppressed.iter().any(|entry| nhs_number(&entry.nhs_number).as_ref() == Some(&number));
    let sensitive = row.sensitive_flag.trim().to_uppercase();
    Facts {
        nhs_number: number,
        practice_code: practice_code(&row.practice_code).expect("a row in patients has a practice"),
        date_of_birth: read_date(&row.date_of_birth).expect("a row in patients has a date of birth"),
        gender: gender(&row.gender),
        ethnicity: ethnicity(&row.ethnic_category),
        imd_quintile: imd_quintile(row),
        care_home_resident: flag(&row.care_home_resident),
        care_home_staff: flag(&row.care_home_staff),
        health_care_worker: flag(&row.health_care_worker),
        clinically_extremely_vulnerable: flag(&row.clinically_extremely_vulnerable),
        at_risk: flag(&row.at_risk),
        carer: flag(&row.carer),
        household_contact: flag(&row.household_contact),
        immunosuppressed: flag(&row.immunosuppressed) || listed,
        housebound: flag(&row.housebound),
        restricted: !["", "N", "NO", "FALSE", "0"].contains(&sensitive.as_str()),
        known_death: date_of_death(row).is_some() || status_says_dead(row) || reason_for_removal(row) == "DEA",
        place,
    }
}
