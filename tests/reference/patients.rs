//! Scope and patients: spec 2.1, 2.2 and 8.3, row by row.

use super::cells::{ethnicity, flag, gender, imd_quintile, is_rank_of_2025, nhs_number, practice_code};
use super::dates::{age_on, read_date_of_birth};
use super::deaths::{Union, reasons};
use super::merge::{Registration, Row, registration};
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

/// What the rows of a person say.
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
    /// Text messages are refused.
    pub no_texts: bool,
    /// Any known death, whatever its date: no invite, no visit.
    pub known_death: bool,
    /// A death that cannot be ruled out: no invite, no visit either.
    pub death_unknown: bool,
    /// A row ended before a column of death or removal.
    pub in_doubt: bool,
    /// Where the registration's row is: file, row (indices into the world).
    pub place: (usize, usize),
    /// The cells of that row, with the fields that other rows lend it.
    pub details: PatientRow,
    /// The files of the person's rows, in the order in which fields are taken from them.
    pub files: Vec<usize>,
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
    let mut buckets = BTreeMap::new();
    // The rows in scope with a valid number, by number, in read order.
    let mut persons: BTreeMap<String, Vec<Row<'_>>> = BTreeMap::new();
    for index in super::events::file_order(&names) {
        let file = &world.patient_files[index];
        for (row, cells) in file.rows.iter().enumerate() {
            let (place, bucket) = ((index, row), first_sight(&practices, cells, as_at));
            buckets.insert(place, bucket);
            if let Some((number, practice)) = nhs_number(&cells.nhs_number).zip(in_scope(&practices, cells)) {
                let acceptable = bucket == "acceptable";
                persons.entry(number).or_default().push(Row { place, file, cells, practice, acceptable });
            }
        }
    }
    // Files with a rank that only 2025 has in a row of one's own.
    let own = persons.values().flatten().filter(|row| is_rank_of_2025(&row.cells.imd_rank));
    let of_2025: BTreeSet<usize> = own.map(|row| row.place.0).collect();
    let mut people = BTreeMap::new();
    for (number, rows) in &persons {
        for row in rows.iter().filter(|row| row.acceptable) {
            buckets.insert(row.place, "duplicate");
        }
        let Some(Registration { place, cells: merged, imd_file, files }) = registration(rows) else {
            continue;
        };
        let mut union = Union::default();
        for row in rows {
            let born = read_date_of_birth(&row.cells.date_of_birth).filter(|_| row.acceptable);
            union.add(row.file, row.cells, born);
        }
        let born = read_date_of_birth(&merged.date_of_birth).expect("the registration has a date of birth");
        let bucket = if union.is_deceased(born, as_at, world.today) {
            "deceased"
        } else if reasons(&merged).iter().any(|reason| reason != "DEA") {
            "removed"
        } else {
            "patients"
        };
        buckets.insert(place, bucket);
        if bucket == "patients" {
            let is_of_2025 = imd_file.is_some_and(|file| of_2025.contains(&file));
            let imd_quintile = imd_quintile(&merged, is_of_2025);
            people.insert(number.clone(), Facts { imd_quintile, files, ..facts(world, merged, place, &union, as_at) });
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
    let numbers_in_scope = persons.into_keys().collect();
    Patients { practices, tally, buckets, people, numbers_in_scope }
}

/// The code of the practice in scope that a row is of.
fn in_scope<'p>(practices: &'p BTreeMap<String, Practice>, row: &PatientRow) -> Option<&'p str> {
    let code = practice_code(&row.practice_code)?;
    practices.get_key_value(&code).map(|(code, _)| code.as_str())
}

/// The buckets that need no other row: everything before `duplicate`.
fn first_sight(practices: &BTreeMap<String, Practice>, row: &PatientRow, as_at: NaiveDate) -> &'static str {
    if *row == PatientRow::default() {
        return "not_read";
    }
    if in_scope(practices, row).is_none() {
        return "other_practices";
    }
    if nhs_number(&row.nhs_number).is_none() {
        return "rejected";
    }
    match read_date_of_birth(&row.date_of_birth) {
        None => "rejected",
        Some(date_of_birth) if date_of_birth > as_at => "not_yet_born",
        // "Over 120 completed years": 120 itself is not over 120.
        Some(date_of_birth) if age_on(date_of_birth, as_at) > 120 => "rejected",
        Some(_) => "acceptable",
    }
}

fn facts(world: &World, row: PatientRow, place: (usize, usize), union: &Union, as_at: NaiveDate) -> Facts {
    let number = nhs_number(&row.nhs_number).expect("a row in patients has a valid number");
    let listed = world.immunosuppressed.iter().any(|entry| nhs_number(&entry.nhs_number).as_ref() == Some(&number));
    let born = read_date_of_birth(&row.date_of_birth).expect("a row in patients has a date of birth");
    Facts {
        nhs_number: number,
        practice_code: practice_code(&row.practice_code).expect("a row in patients has a practice"),
        date_of_birth: born,
        gender: gender(&row.gender),
        ethnicity: ethnicity(&row.ethnic_category),
        // Filled in by who knows the file of the ranks.
        imd_quintile: None,
        care_home_resident: flag(&row.care_home_resident),
        care_home_staff: flag(&row.care_home_staff),
        health_care_worker: flag(&row.health_care_worker),
        clinically_extremely_vulnerable: flag(&row.clinically_extremely_vulnerable),
        at_risk: flag(&row.at_risk),
        carer: flag(&row.carer),
        household_contact: flag(&row.household_contact),
        immunosuppressed: flag(&row.immunosuppressed) || listed,
        housebound: flag(&row.housebound),
        restricted: union.restricted,
        no_texts: union.no_texts,
        known_death: union.is_known_death(born, as_at, world.today),
        death_unknown: union.is_death_unknown(born, world.today),
        in_doubt: union.in_doubt,
        place,
        details: row,
        files: Vec::new(),
    }
}
