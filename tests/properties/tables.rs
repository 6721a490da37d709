//! Whatever a table looks like, each row is counted where it belongs, numbered
//! as a spreadsheet numbers it, and its cells come back as they were written.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use vaxdash::domain::{EventBucket, NhsNumber, Person, UkDate, VaccinationTally};
use vaxdash::load::{Accounts, Reading};
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Paths, scope, survey};

use super::law;
use super::table::{Encoding, Line, Style, Tail, awkward, style, tail};
use crate::harness::Folder;

/// A row of a patients file.
#[derive(Debug, Clone)]
enum Patient {
    /// Of the caller's practice, with the number of this place.
    Mine(usize),
    /// Of another practice, or of none that can be told.
    Other(usize, &'static str),
    /// Of the caller's practice, with something that is no NHS number.
    BadNumber(&'static str),
    /// Every cell empty, and white space in some.
    Empty(&'static str),
    Blank,
}

fn patient() -> impl Strategy<Value = Patient> {
    prop_oneof![
        6 => (0_usize..20).prop_map(Patient::Mine),
        2 => (0_usize..20, select(&["B81001", "", "A8100", "?"][..])).prop_map(|(place, code)| Patient::Other(place, code)),
        1 => select(&["9990000019", "999000001", "9.99E+09", "", "none"][..]).prop_map(Patient::BadNumber),
        1 => select(&["", " ", "\u{a0}", "\t"][..]).prop_map(Patient::Empty),
        1 => Just(Patient::Blank),
    ]
}

/// A valid test number for each place.
pub fn number(place: usize) -> NhsNumber {
    (999_000_001..).filter_map(NhsNumber::from_prefix).nth(place).unwrap()
}

/// How a column may be headed, whichever way it is written.
const PATIENT_HEADERS: [[&str; 6]; 3] = [
    ["NHS_NUMBER", "PERSON_DOB", "GP_PRACTICE", "PERSON_SURNAME", "PERSON_FORENAME", "NOTES"],
    ["NHS no.", "Date of Birth", "Practice\r\ncode", "Family Name", "Forename(s)", "Notes, if any"],
    ["Nhs-Number", "dob", "Organisation\nCode", "Surname", "Given Name", "\"Notes\""],
];

/// Everything that a law says of a table must hold whatever these are.
type Written<R> = Vec<(R, String, String, Tail)>;

fn rows<R: std::fmt::Debug>(row: impl Strategy<Value = R>) -> impl Strategy<Value = Written<R>> {
    vec((row, awkward(), awkward(), tail()), 0..14)
}

/// Lines fit for a style: old Mac files have no blank ones.
fn fit(line: Line, style: &Style) -> Option<Line> {
    (style.line_end != "\r" || !matches!(line, Line::Blank)).then_some(line)
}

/// One text that makes a file Windows-1252 beyond doubt.
const ACCENTED: &str = "Zoë Brontë";

fn patient_lines(rows: &Written<Patient>, style: &Style) -> Vec<Line> {
    let line = |(patient, surname, forename, tail): &(Patient, String, String, Tail)| {
        let cells = |number: String, practice: &str| {
            let cells = [&number, "1950-01-01", practice, surname, forename, ACCENTED];
            Line::Cells(cells.map(str::to_owned).to_vec(), *tail)
        };
        let line = match patient {
            Patient::Mine(place) => cells(number(*place).digits(), "a81001 "),
            Patient::Other(place, practice) => cells(number(*place).digits(), practice),
            Patient::BadNumber(text) => cells((*text).to_owned(), "A81001"),
            // What Windows-1252 cannot tell from text stays out.
            Patient::Empty(white) => Line::Cells(
                vec![
                    (*white).to_owned(),
                    String::new(),
                    (*white).to_owned(),
                    String::new(),
                    String::new(),
                    String::new(),
                ],
                *tail,
            ),
            Patient::Blank => Line::Blank,
        };
        fit(line, style)
    };
    rows.iter().filter_map(line).collect()
}

const VACCINATION_HEADER: [&str; 7] =
    ["NHS_NUMBER", "DATE_AND_TIME", "VACCINATION_PROCEDURE_CODE", "ACTION_FLAG", "UNIQUE_ID", "UNIQUE_ID_URI", "TERM"];
const PLAIN_PATIENTS: &str = "NHS no,DOB,Practice code,Surname,Forename\n";

/// A name as it comes back: one of spaces alone is blank.
pub fn shown(name: &str) -> &str {
    if name.trim().is_empty() { "" } else { name }
}

/// The place of somebody who is in no table that is made up, so that there is
/// always a patient and an event of one.
pub const BYSTANDER: usize = 25;

/// The folder with that patient and that event, in files of their own.
pub fn with_bystander(folder: Folder) -> Folder {
    let number = number(BYSTANDER).digits();
    folder
        .with("practices.csv", "Practice code\nA81001\n")
        .with("zz_patients.csv", format!("{PLAIN_PATIENTS}{number},01/02/1950,A81001,Stander,By\n"))
        .with("zz_events.csv", format!("NHS no,Event date,procedure_code\n{number},01/11/2020,86198006\n"))
}

/// A run over a folder by the library: what loading and classifying leave.
pub struct Loaded {
    pub people: Vec<Person>,
    pub accounts: Accounts,
    vaccinations: VaccinationTally,
}

pub fn load(folder: &Path) -> Result<Loaded, TestCaseError> {
    let rules = RuleSet::built_in().unwrap();
    let as_at = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
    let paths = [folder.to_owned()];
    let found = survey(Paths { data: &paths, ..Paths::default() }, Reading::default()).unwrap();
    let scoped = scope(found, &rules, &[], Dates { as_at, today: as_at }).map_err(|none| none.fault).unwrap();
    let run = scoped.load(None).assess(None).map_err(|fault| TestCaseError::fail(format!("{fault:?}")))?;
    prop_assert!(run.accounts.patients.adds_up() && run.vaccinations.adds_up());
    Ok(Loaded { people: run.people, accounts: run.accounts, vaccinations: run.vaccinations })
}

law! {
    patients_are_counted_numbered_and_given_back(
        "tables", 4, style in style(), header in select(&PATIENT_HEADERS[..]), rows in rows(patient()),
    ) {
        let lines = patient_lines(&rows, &style);
        let rows: Written<Patient> =
            rows.into_iter().filter(|(row, ..)| style.line_end != "\r" || !matches!(row, Patient::Blank)).collect();
        let folder = with_bystander(Folder::new()).with("patients.csv", style.write(&header, &lines));
        let loaded = load(folder.path())?;
        let (mut read, mut other, mut mine) = (0_u64, 0_u64, 0_u64);
        let mut rejected = Vec::new();
        let mut winners: BTreeMap<NhsNumber, (&str, &str)> = BTreeMap::new();
        for (row, (patient, surname, forename, _)) in (style.header_row() + 1..).zip(&rows) {
            match patient {
                Patient::Empty(_) | Patient::Blank => continue,
                Patient::Other(..) => other += 1,
                Patient::BadNumber(_) => rejected.push(row),
                Patient::Mine(place) => {
                    mine += 1;
                    winners.insert(number(*place), (surname, forename));
                }
            }
            read += 1;
        }
        let tally = loaded.accounts.patients;
        winners.insert(number(BYSTANDER), ("Stander", "By"));
        (read, mine) = (read + 1, mine + 1);
        let patients = u64::try_from(winners.len()).unwrap();
        prop_assert_eq!(
            (tally.rows_read, tally.other_practices, tally.rejected, tally.duplicate, tally.patients),
            (read, other, u64::try_from(rejected.len()).unwrap(), mine - patients, patients)
        );
        // Row numbers are those of a spreadsheet.
        prop_assert_eq!(loaded.accounts.rejects.iter().map(|reject| reject.row).collect::<Vec<_>>(), rejected);
        // The cells of the last row of each person come back to the byte.
        let contacts = loaded.accounts.contacts(&loaded.people, &RuleSet::built_in().unwrap().words).map_err(|_| TestCaseError::fail("contacts"))?;
        for (person, contact) in loaded.people.iter().zip(contacts) {
            let (surname, forename) = winners[&person.nhs_number];
            prop_assert_eq!((contact.surname.as_str(), contact.forename.as_str()), (shown(surname), shown(forename)));
        }
    }
}

/// A row of a vaccinations file.
#[derive(Debug, Clone, Copy)]
enum Vaccination {
    /// Given to the person of this place, so many days after 01/01/2021.
    Given(usize, u64),
    Delete,
    NoNumber,
    Stranger,
    Flu,
    Declined,
    NoDate,
    /// After the last refresh: an appointment.
    Late,
    Empty,
}

fn vaccination() -> impl Strategy<Value = Vaccination> {
    prop_oneof![
        5 => (0_usize..3, 0_u64..400).prop_map(|(place, day)| Vaccination::Given(place, day)),
        4 => select(&[
            Vaccination::Delete, Vaccination::NoNumber, Vaccination::Stranger, Vaccination::Flu, Vaccination::Declined,
            Vaccination::NoDate, Vaccination::Late, Vaccination::Empty,
        ][..]),
    ]
}

fn vaccination_line(place: usize, row: Vaccination, term: &str, tail: Tail) -> Line {
    const FIRST: &str = "1324681000000101";
    let id = format!("id-{place}");
    let mine = number(0).digits();
    let cells = |number: &str, date: &str, code: &str, action: &str| {
        [number, date, code, action, id.as_str(), "https://example.org", term].map(str::to_owned).to_vec()
    };
    let cells = match row {
        Vaccination::Given(person, day) => {
            let date = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap().checked_add_days(Days::new(day)).unwrap();
            cells(&number(person).digits(), &UkDate(date).to_string(), FIRST, "NEW")
        }
        Vaccination::Delete => cells("", "", "", "delete"),
        Vaccination::NoNumber => cells("0", "20210101", FIRST, ""),
        Vaccination::Stranger => cells(&number(9).digits(), "20210101", FIRST, "new"),
        Vaccination::Flu => cells(&mine, "20210101", "822851000000102", "NEW"),
        Vaccination::Declined => cells(&mine, "20210101", "1324741000000101", "NEW"),
        Vaccination::NoDate => cells(&mine, "soon", FIRST, "NEW"),
        Vaccination::Late => cells(&mine, "20220512T09300001", FIRST, "NEW"),
        Vaccination::Empty => vec![String::new(); 7],
    };
    Line::Cells(cells, tail)
}

law! {
    vaccinations_are_counted_and_numbered("tables", 4, style in style(), rows in rows(vaccination())) {
        // Without an accent, Windows-1252 is UTF-8.
        let accent = if style.encoding == Encoding::Windows1252 { ACCENTED } else { "" };
        let lines: Vec<Line> = rows
            .iter()
            .enumerate()
            .map(|(place, (row, term, _, tail))| vaccination_line(place, *row, &format!("{term}{accent}"), *tail))
            .collect();
        let people: Vec<String> = (0..3).map(|place| format!("{},01/02/1950,A81001,A,B", number(place).digits())).collect();
        let folder = with_bystander(Folder::new())
            .with("patients.csv", format!("{PLAIN_PATIENTS}{}", people.join("\n")))
            .with("vaccinations.dat", style.write(&VACCINATION_HEADER, &lines));
        let loaded = load(folder.path())?;
        let count = |wanted: &dyn Fn(Vaccination) -> bool| {
            u64::try_from(rows.iter().filter(|(row, ..)| wanted(*row)).count()).unwrap()
        };
        let tally = loaded.vaccinations;
        let given = count(&|row| matches!(row, Vaccination::Given(..)));
        prop_assert_eq!(tally.rows_read, count(&|row| !matches!(row, Vaccination::Empty)) + 1);
        prop_assert_eq!(tally.of(EventBucket::Doses) + tally.of(EventBucket::Duplicates), given);
        for (bucket, rows) in [
            (EventBucket::DeleteInstructions, count(&|row| matches!(row, Vaccination::Delete))),
            (EventBucket::Unlinkable, count(&|row| matches!(row, Vaccination::NoNumber))),
            (EventBucket::OtherPeople, count(&|row| matches!(row, Vaccination::Stranger))),
            (EventBucket::NotCovid, count(&|row| matches!(row, Vaccination::Flu)) + 1),
            (EventBucket::NotGiven, count(&|row| matches!(row, Vaccination::Declined))),
            (EventBucket::Rejected, count(&|row| matches!(row, Vaccination::NoDate | Vaccination::Late))),
            (EventBucket::AfterAsAt, 0),
            (EventBucket::ExcludedPeople, 0),
            (EventBucket::Replaced, 0),
        ] {
            prop_assert_eq!(tally.of(bucket), rows, "{}", bucket.name());
        }
        let bad: Vec<u32> = (style.header_row() + 1..)
            .zip(&rows)
            .filter(|(_, (row, ..))| matches!(row, Vaccination::NoDate | Vaccination::Late))
            .map(|(number, _)| number)
            .collect();
        prop_assert_eq!(loaded.accounts.rejects.iter().map(|reject| reject.row).collect::<Vec<_>>(), bad);
    }
}
