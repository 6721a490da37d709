//! Every other report, and every line list, against the reference: cell for cell.

mod doses;
mod lists;
mod outcomes;
mod pace;
mod reach;
mod tables;

use std::ffi::OsString;

use chrono::NaiveDate;
use serde_json::{Map, Value};
use tempfile::TempDir;
use vaxdash::{Terminal, run};

use crate::reference::coverage::AS_AT_DATES;
use crate::reference::dates::clock;
use crate::reference::dates::day;
use crate::reference::engine::{self, Results};
use crate::reference::generator::generate;
use crate::reference::model::World;
use crate::reference::reports::Row;
use crate::reference::uptake::Filter;
use crate::schema::check_report;

/// Days before, within and after every offer and campaign; all of them are dates of the coverage test.
const DATES: [NaiveDate; 9] = [
    day(13, 5, 2021),
    day(31, 8, 2021),
    day(7, 12, 2021),
    day(8, 12, 2021),
    day(11, 5, 2022),
    day(13, 2, 2023),
    day(1, 7, 2023),
    day(28, 1, 2026),
    day(12, 6, 2026),
];

/// A world in a folder, and what the reference makes of it.
struct Ground {
    world: World,
    folder: TempDir,
    /// Which of the dates it is.
    place: usize,
    as_at: NaiveDate,
    reference: Results,
}

impl Ground {
    fn new(place: usize, as_at: NaiveDate) -> Self {
        Self::of_people(place, as_at, 130)
    }

    /// The same of so many people.
    fn of_people(place: usize, as_at: NaiveDate, people: usize) -> Self {
        assert!(AS_AT_DATES.contains(&as_at), "{as_at} is proven to reach something");
        let world = World { today: clock(), ..generate(60 + u64::try_from(place).unwrap(), people, as_at) };
        let folder = TempDir::new().unwrap();
        world.write_to(folder.path());
        let reference = engine::run(&world, as_at, None);
        Self { world, folder, place, as_at, reference }
    }

    /// Whether it is this date's turn: of so many things to try, each date tries one after the other,
    /// so that the run stays short and the dates together try everything. `VAXDASH_CASES` tries it all.
    fn has_turn(&self, place: usize, of: usize) -> bool {
        (self.place + place).is_multiple_of(of) || std::env::var_os("VAXDASH_CASES").is_some()
    }

    /// Nobody left out, and those of [`choices`] that have their turn.
    fn some_choices(&self, place: usize) -> Vec<Choice> {
        let all = choices().into_iter().enumerate();
        all.filter(|(n, _)| *n == 0 || self.has_turn(n + place, 3)).map(|(_, choice)| choice).collect()
    }

    /// Runs the program in this process; gives its exit code and what it printed.
    fn ended(&self, command: &[&str], options: &[&str]) -> (u8, Vec<u8>, String) {
        self.ended_as("json", command, options)
    }

    /// The same in another format.
    fn ended_as(&self, format: &str, command: &[&str], options: &[&str]) -> (u8, Vec<u8>, String) {
        let as_at = self.as_at.to_string();
        let data = self.folder.path().to_str().unwrap();
        let mut args = vec!["vaxdash"];
        args.extend(command);
        args.extend(["--data", data, "--as-at", &as_at, "--format", format, "--quiet"]);
        args.extend(options);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(args.iter().map(OsString::from), Terminal::default(), &mut out, &mut err);
        (code, out, String::from_utf8_lossy(&err).into_owned())
    }

    /// The JSON of a run that ends well.
    fn program(&self, command: &[&str], options: &[&str]) -> Value {
        let (code, out, err) = self.ended(command, options);
        assert_eq!(code, 0, "{command:?} {options:?} as at {}: {err}", self.as_at);
        let value = serde_json::from_slice(&out).unwrap();
        check_report(&value);
        value
    }
}

/// One world a date.
fn grounds() -> impl Iterator<Item = Ground> {
    DATES.into_iter().enumerate().map(|(place, as_at)| Ground::new(place, as_at))
}

/// A row as JSON.
fn object(row: &Row) -> Map<String, Value> {
    row.iter().map(|(column, value)| ((*column).to_owned(), value.clone())).collect()
}

/// The keys of a table's columns, in order.
fn column_keys(table: &Value) -> Vec<&str> {
    table["columns"].as_array().unwrap().iter().map(|column| column["key"].as_str().unwrap()).collect()
}

/// Options, and the filter that they mean to the reference.
type Choice = (Vec<&'static str>, Filter);

/// Every filter of section 4, and some together.
fn choices() -> Vec<Choice> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let members = |id: &str| Some(id.to_owned());
    vec![
        (vec![], Filter::default()),
        (vec!["--practice", "A81001"], Filter { practices: words(&["A81001"]), ..Filter::default() }),
        (
            vec!["--cohort", "1,6,12,13,none"],
            Filter { cohorts: words(&["1", "6", "12", "13", "none"]), ..Filter::default() },
        ),
        (vec!["--age", "12-64"], Filter { ages: Some((12, 64)), ..Filter::default() }),
        (vec!["--age", "75+"], Filter { ages: Some((75, i32::MAX)), ..Filter::default() }),
        (
            vec!["--gender", "female,not-known"],
            Filter { genders: words(&["female", "not known"]), ..Filter::default() },
        ),
        (vec!["--ethnicity", "asian,black"], Filter { ethnicities: words(&["Asian", "Black"]), ..Filter::default() }),
        (vec!["--imd", "1,2"], Filter { imd: vec![1, 2], ..Filter::default() }),
        (vec!["--immunosuppressed"], Filter { immunosuppressed: true, ..Filter::default() }),
        (vec!["--housebound"], Filter { housebound: true, ..Filter::default() }),
        (vec!["--brand", "janssen,Moderna"], Filter { brands: words(&["Janssen", "Moderna"]), ..Filter::default() }),
        (
            vec!["--brand", "Unknown", "--practice", "A81001"],
            Filter { brands: words(&["Unknown"]), practices: words(&["A81001"]), ..Filter::default() },
        ),
        (vec!["--in-campaign", "spring-2022"], Filter { members_of: members("spring-2022"), ..Filter::default() }),
        (
            vec!["--in-campaign", "autumn-2023", "--age", "16+", "--practice", "A81002,Y02345"],
            Filter {
                members_of: members("autumn-2023"),
                ages: Some((16, i32::MAX)),
                practices: words(&["A81002", "Y02345"]),
                ..Filter::default()
            },
        ),
        // Nobody at all: every percentage is blank, every list empty.
        (
            vec!["--cohort", "16", "--age", "80+"],
            Filter { cohorts: words(&["16"]), ages: Some((80, i32::MAX)), ..Filter::default() },
        ),
    ]
}
