//! One data folder for all lines of an as-at date, everybody registered with a practice of their own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::conformance::case::Case;
use crate::harness::Folder;
use crate::reference::cells::nhs_number;
use crate::reference::codes::{PROCEDURES, PRODUCTS};

/// The folder of an as-at date.
pub struct World {
    pub folder: Folder,
    pub as_at: String,
    pub people: Vec<Inhabitant>,
}

/// A person, with all lines about somebody of this description.
pub struct Inhabitant {
    pub number: String,
    pub practice: String,
    pub cases: Vec<Case>,
}

/// The columns of a file beyond those that every row has, in a fixed order.
type MoreColumns = BTreeSet<String>;

/// With every column that keeps people safe: a line fills what it is about under a heading of its own.
const PATIENT: [&str; 10] = [
    "NHS number",
    "Date of birth",
    "Practice code",
    "Forename",
    "Surname",
    "Mobile",
    "Death Date",
    "removal reason",
    "restricted",
    "sms_consent",
];
const EVENT: [&str; 6] =
    ["NHS_NUMBER", "DATE_AND_TIME", "UNIQUE_ID", "UNIQUE_ID_URI", "VACCINATION_PROCEDURE_CODE", "VACCINE_PRODUCT_CODE"];

impl World {
    /// The folder for lines that have one as-at date.
    pub fn new(cases: Vec<Case>) -> Self {
        let as_at = cases.first().unwrap().as_at.clone();
        let mut alike: BTreeMap<String, Vec<Case>> = BTreeMap::new();
        for case in cases {
            let description = format!("{},{},{},{}", case.birth, case.flags, case.patient, case.doses);
            alike.entry(description).or_default().push(case);
        }
        let people: Vec<Inhabitant> = test_numbers()
            .zip(1..)
            .zip(alike.into_values())
            .map(|((number, place), cases)| Inhabitant { number, practice: format!("T{place:05}"), cases })
            .collect();
        let mut folder = Folder::new()
            .with("practices.csv", practices(&people))
            .with("patients.csv", patients(&people))
            // Written at half past seven in British Summer Time.
            .with(&format!("COVID_Vaccinations_v5_YGA_{}T07300001.csv", as_at.replace('-', "")), events(&people));
        if let Some(list) = immunosuppressed(&people) {
            folder = folder.with("immunosuppressed.csv", list);
        }
        Self { folder, as_at, people }
    }
}

impl Inhabitant {
    /// Any line about the person: all describe the same one.
    fn described(&self) -> &Case {
        self.cases.first().unwrap()
    }
}

/// Test NHS numbers: those that pass Modulus 11 from 999 000 0000 on.
fn test_numbers() -> impl Iterator<Item = String> {
    (9_990_000_000_u64..9_999_999_999).filter_map(|value| nhs_number(&value.to_string()))
}

fn practices(people: &[Inhabitant]) -> String {
    let mut text = "Practice code,Practice name,Activity codes\n".to_owned();
    for person in people {
        writeln!(text, "{},Practice {},B0360", person.practice, person.practice).unwrap();
    }
    text
}

fn patients(people: &[Inhabitant]) -> String {
    let rows: Vec<(&Inhabitant, BTreeMap<String, String>)> = people
        .iter()
        .map(|person| {
            let case = person.described();
            let flags = case.flags.split(' ').filter(|flag| !flag.is_empty() && *flag != "immunosuppressed-list");
            let flags = flags.map(|flag| (flag.to_owned(), "Y".to_owned()));
            (person, flags.chain(case.patient.split(' ').filter_map(column_and_value)).collect())
        })
        .collect();
    let more: MoreColumns = rows.iter().flat_map(|(_, cells)| cells.keys().cloned()).collect();
    let mut text = header(&PATIENT, &more, ",");
    for (person, cells) in rows {
        let birth = &person.described().birth;
        let usual = format!("{},{birth},{},Ann,Case,07700900123,,,,", person.number, person.practice);
        text += &line(usual, &more, &cells, ",");
    }
    text
}

fn events(people: &[Inhabitant]) -> String {
    let mut rows: Vec<(String, BTreeMap<String, String>)> = Vec::new();
    for person in people {
        for dose in person.described().doses.split(' ').filter(|dose| !dose.is_empty()) {
            let id = rows.len() + 1;
            let mut parts = dose.split(':');
            let mut part = || parts.next().unwrap_or_default();
            let date = part();
            let procedure = code(PROCEDURES, part());
            let product = code(PRODUCTS, part());
            let mut cells: BTreeMap<String, String> = parts.filter_map(column_and_value).collect();
            let date = cells.remove("DATE_AND_TIME").unwrap_or_else(|| at_ten(date));
            rows.push((format!("{}|{date}|{id}|https://test|{procedure}|{product}", person.number), cells));
        }
    }
    if let Some(person) = people.first().filter(|_| rows.is_empty()) {
        // Without any row of anybody there is no report: somebody has been vaccinated against influenza.
        rows.push((format!("{}|20201101T10000000|1|https://test|86198006|", person.number), BTreeMap::new()));
    }
    let more: MoreColumns = rows.iter().flat_map(|(_, cells)| cells.keys().cloned()).collect();
    let mut text = header(&EVENT, &more, "|");
    for (usual, cells) in rows {
        text += &line(usual, &more, &cells, "|");
    }
    text
}

/// The published list, if anybody is on it.
fn immunosuppressed(people: &[Inhabitant]) -> Option<String> {
    let listed = people.iter().filter(|person| person.described().flags.contains("immunosuppressed-list"));
    let mut text = "NHS number,Data_Source,date_added\n".to_owned();
    for person in listed {
        writeln!(text, "{},published,2021-01-01", person.number).unwrap();
    }
    (text.lines().count() > 1).then_some(text)
}

fn header(usual: &[&str], more: &MoreColumns, delimiter: &str) -> String {
    let names: Vec<&str> = usual.iter().copied().chain(more.iter().map(String::as_str)).collect();
    names.join(delimiter) + "\n"
}

fn line(usual: String, more: &MoreColumns, cells: &BTreeMap<String, String>, delimiter: &str) -> String {
    more.iter().fold(usual, |line, column| line + delimiter + cells.get(column).map_or("", String::as_str)) + "\n"
}

/// The date and time of a v5 file, at ten in the morning.
fn at_ten(date: &str) -> String {
    if date.is_empty() { String::new() } else { format!("{}T10000000", date.replace('-', "")) }
}

fn column_and_value(text: &str) -> Option<(String, String)> {
    text.split_once('=').map(|(column, value)| (column.to_owned(), value.to_owned()))
}

/// A code as written, or the first code of this name.
fn code<'a>(lists: &[(&str, &[&'a str])], name: &'a str) -> &'a str {
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        return name;
    }
    let known = lists.iter().find(|(known, _)| *known == name);
    known.and_then(|(_, codes)| codes.first()).unwrap_or_else(|| panic!("no code is called {name}"))
}
