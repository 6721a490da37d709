//! From vaccination rows to doses: spec 2.4, in the order of its eleven buckets.

use super::cells::{action, code, is_blank, is_not_given, nhs_number};
use super::codes::{brand, brand_rank, procedure_class};
use super::dates::{PROGRAMME_START, TRIAL_START, london_date, next_year, plus, read_date};
use super::model::{VaccinationRow, World};
use super::patients::{Facts, Patients};
use super::rules::DUPLICATE_DAYS;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// Vaccination rows by the bucket they end in (spec 2.4), and all that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of spec 2.4")]
pub struct VaccinationTally {
    pub rows_read: usize,
    pub delete_instructions: usize,
    pub unlinkable: usize,
    pub other_people: usize,
    pub excluded_people: usize,
    pub replaced: usize,
    pub not_covid: usize,
    pub not_given: usize,
    pub rejected: usize,
    pub after_as_at: usize,
    pub duplicates: usize,
    pub doses: usize,
    /// Beside the eleven, outside the sum.
    pub date_repaired: usize,
}

/// A counted dose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The vaccination date.
    pub date: NaiveDate,
    /// The brand, or `Unknown`.
    pub brand: &'static str,
    /// The meaning of its procedure code, where that is known as COVID-19.
    pub class: Option<&'static str>,
    /// Its row: file, row (indices into the world).
    pub place: (usize, usize),
}

/// The declined events of each person: the day, and the file and row.
pub type Declined = BTreeMap<String, Vec<(NaiveDate, (usize, usize))>>;

/// What the events say.
pub struct Events {
    /// The counts.
    pub tally: VaccinationTally,
    /// The bucket of every row, by file and row; a row of empty cells is `not_read`.
    pub buckets: BTreeMap<(usize, usize), &'static str>,
    /// Counted doses of each person in `patients`, in date order.
    pub doses: BTreeMap<String, Vec<Given>>,
    /// Remembered declined events of each person, in read order.
    pub declined: BTreeMap<String, Vec<NaiveDate>>,
    /// Remembered contraindicated events, likewise.
    pub contraindicated: BTreeMap<String, Vec<NaiveDate>>,
    /// The days of appointments, likewise.
    pub booked: BTreeMap<String, Vec<NaiveDate>>,
    /// Rows given on a date that counts, of each person, doses or not.
    pub given: BTreeMap<String, Vec<Given>>,
    /// The declined events with their rows.
    pub declined_at: Declined,
    /// Rows whose date is the recorded one.
    pub repaired: BTreeSet<(usize, usize)>,
}

/// The order of files: those without a timestamp first, then by instant; ties by name (spec 2.4).
pub fn file_order(names: &[&str]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|index| (timestamp(names[*index]), names[*index].as_bytes().to_vec()));
    order
}

/// The timestamp `YYYYMMDDThhmmss[ZZ]` in a file name, as a UTC instant; `ZZ` 01 is an hour ahead.
pub fn timestamp(name: &str) -> Option<NaiveDateTime> {
    for start in 0..name.len() {
        let Some(stamp) = name.get(start..start + 15) else {
            continue;
        };
        let shape = |(place, letter): (usize, char)| {
            if place == 8 { letter == 'T' } else { letter.is_ascii_digit() }
        };
        if !stamp.chars().enumerate().all(shape) {
            continue;
        }
        if let Ok(local) = NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%S") {
            // Silent: a timestamp without an offset is taken as UTC.
            let hours = i64::from(name.get(start + 15..start + 17) == Some("01"));
            return Some(local - TimeDelta::hours(hours));
        }
    }
    None
}

/// A row with what its place among the others needs.
struct Read<'world> {
    place: (usize, usize),
    row: &'world VaccinationRow,
    action: &'static str,
    /// The day on which its file was refreshed last, in London.
    refreshed: NaiveDate,
    identity: Option<(&'world str, &'world str)>,
}

/// Reads every vaccination file.
pub fn read(world: &World, patients: &Patients, as_at: NaiveDate) -> Events {
    let names: Vec<&str> = world.vaccination_files.iter().map(|file| file.name.as_str()).collect();
    let mut rows = Vec::new();
    for file in file_order(&names) {
        // Silent: what the supplier's row in `sources` is told by; no world has such a file.
        let refreshed = timestamp(names[file]).map_or(world.today, london_date);
        for (index, row) in world.vaccination_files[file].rows.iter().enumerate() {
            let (uri, id) = (row.unique_id_uri.trim(), row.unique_id.trim());
            rows.push(Read {
                place: (file, index),
                row,
                action: action(&row.action_flag),
                refreshed,
                identity: (!is_blank(uri) && !is_blank(id)).then_some((uri, id)),
            });
        }
    }
    let mut buckets = BTreeMap::new();
    let mut declined: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    let mut contraindicated: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    let mut booked: BTreeMap<String, Vec<NaiveDate>> = BTreeMap::new();
    let mut candidates: BTreeMap<String, Vec<Given>> = BTreeMap::new();
    let mut repaired = BTreeSet::new();
    let mut declined_at: Declined = BTreeMap::new();
    for (position, read) in rows.iter().enumerate() {
        let later = &rows[position + 1..];
        let (mut bucket, person) = before_the_date(read, later, patients);
        if let Some(person) = person {
            let dated = dated(read);
            let number = person.nhs_number.clone();
            let usable = match dated {
                Dated::On { date, .. } if date >= person.date_of_birth => Some(date),
                _ => None,
            };
            if bucket == "not_given" {
                if says(read.row, "declined") && read.action != "unknown" {
                    let on = usable.filter(|date| *date <= as_at).map(|date| (date, read.place));
                    declined_at.entry(number.clone()).or_default().extend(on);
                    declined.entry(number.clone()).or_default().extend(usable.filter(|date| *date <= as_at));
                }
                if says(read.row, "contraindicated") {
                    // Without a usable date it stands as of the day of as-at. Silent: an appointment is no
                    // usable date either, so that the contraindication stands.
                    let date = Some(usable.unwrap_or(as_at)).filter(|date| *date <= as_at);
                    contraindicated.entry(number).or_default().extend(date);
                }
            } else {
                if matches!(dated, Dated::On { repaired: true, .. }) {
                    repaired.insert(read.place);
                }
                if let Dated::Appointment(day) = dated {
                    booked.entry(number.clone()).or_default().push(day);
                }
                bucket = match usable {
                    None => "rejected",
                    Some(date) if date > as_at => "after_as_at",
                    Some(date) => {
                        candidates.entry(number).or_default().push(given(read, date));
                        "candidate"
                    }
                };
            }
        }
        buckets.insert(read.place, bucket);
    }
    let mut doses = BTreeMap::new();
    let given = candidates.clone();
    for (number, rows) in candidates {
        doses.insert(number, count_doses(rows, &mut buckets));
    }
    let tally = tally(&buckets, repaired.len());
    Events { tally, buckets, doses, declined, contraindicated, booked, given, declined_at, repaired }
}

/// Buckets 1 to 7; rows that get past them, and those not given, come back with their person.
fn before_the_date<'p>(read: &Read, later: &[Read], patients: &'p Patients) -> (&'static str, Option<&'p Facts>) {
    if *read.row == VaccinationRow::default() {
        return ("not_read", None);
    }
    if read.action == "DELETE" {
        return ("delete_instructions", None);
    }
    let Some(number) = nhs_number(&read.row.nhs_number) else {
        return ("unlinkable", None);
    };
    if !patients.numbers_in_scope.contains(&number) {
        return ("other_people", None);
    }
    let Some(person) = patients.people.get(&number) else {
        return ("excluded_people", None);
    };
    let replaced = read.identity.is_some()
        && later
            .iter()
            .any(|other| other.identity == read.identity && (other.action == "UPDATE" || other.action == "DELETE"));
    if replaced {
        return ("replaced", None);
    }
    let row = read.row;
    let procedure = procedure_class(&row.procedure_code);
    let (situation, reason) = (&row.situation_code, &row.reason_not_given_code);
    let known = procedure.is_some()
        || brand(&row.product_code).is_some()
        || procedure_class(situation).is_some()
        || procedure_class(reason).is_some();
    if !known {
        return ("not_covid", None);
    }
    // An action flag that nobody knows is no dose (8.1).
    let not_given = read.action == "unknown"
        || is_not_given(&row.not_given)
        || !code(reason).is_empty()
        || !code(situation).is_empty()
        || procedure.is_some_and(|class| NOT_GIVEN_CLASSES.contains(&class));
    (if not_given { "not_given" } else { "given" }, Some(person))
}

const NOT_GIVEN_CLASSES: [&str; 5] = ["declined", "not-given", "not-indicated", "contraindicated", "did-not-attend"];

/// Whether a code of this class stands in the procedure, the situation or the reason column.
fn says(row: &VaccinationRow, class: &str) -> bool {
    [&row.procedure_code, &row.situation_code, &row.reason_not_given_code]
        .iter()
        .any(|code| procedure_class(code) == Some(class))
}

/// What the dates of a row come to (2.4 number 8, 8.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dated {
    /// A date to go by, and whether RECORDED_DATE had to stand in for it.
    On { date: NaiveDate, repaired: bool },
    /// After the file's last refresh, up to the same day of the next year.
    Appointment(NaiveDate),
    /// None.
    Not,
}

fn dated(read: &Read) -> Dated {
    match read_date(&read.row.date_and_time) {
        Some(date) if date > read.refreshed && date <= next_year(read.refreshed) => Dated::Appointment(date),
        Some(date) if date >= TRIAL_START && date <= read.refreshed => Dated::On { date, repaired: false },
        _ => match read_date(&read.row.recorded_date) {
            // Silent: a missing date and a RECORDED_DATE after the refresh; nothing is recorded in the future.
            Some(date) if date >= PROGRAMME_START && date <= read.refreshed => Dated::On { date, repaired: true },
            _ => Dated::Not,
        },
    }
}

fn given(read: &Read, date: NaiveDate) -> Given {
    Given {
        date,
        brand: brand(&read.row.product_code).unwrap_or("Unknown"),
        class: procedure_class(&read.row.procedure_code),
        place: read.place,
    }
}

/// Buckets 10 and 11 for one person's rows, which come in read order.
fn count_doses(mut rows: Vec<Given>, buckets: &mut BTreeMap<(usize, usize), &'static str>) -> Vec<Given> {
    rows.sort_by_key(|row| row.date); // stable: read order within a day
    let mut doses: Vec<Given> = Vec::new();
    for row in &rows {
        buckets.insert(row.place, "duplicates");
        let far_enough = doses.last().is_none_or(|last| row.date >= plus(last.date, DUPLICATE_DAYS));
        if far_enough {
            let of_the_day = || rows.iter().filter(|other| other.date == row.date);
            // `min_by_key` takes the first of equals: the first in read order of that brand.
            let chosen = of_the_day().min_by_key(|other| brand_rank(other.brand));
            doses.push(chosen.expect("the row itself is of its day").clone());
        }
    }
    for dose in &doses {
        buckets.insert(dose.place, "doses");
    }
    doses
}

fn tally(buckets: &BTreeMap<(usize, usize), &'static str>, date_repaired: usize) -> VaccinationTally {
    let count = |name: &str| buckets.values().filter(|bucket| **bucket == name).count();
    VaccinationTally {
        rows_read: buckets.len() - count("not_read"),
        delete_instructions: count("delete_instructions"),
        unlinkable: count("unlinkable"),
        other_people: count("other_people"),
        excluded_people: count("excluded_people"),
        replaced: count("replaced"),
        not_covid: count("not_covid"),
        not_given: count("not_given"),
        rejected: count("rejected"),
        after_as_at: count("after_as_at"),
        duplicates: count("duplicates"),
        doses: count("doses"),
        date_repaired,
    }
}
