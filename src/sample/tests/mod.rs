//! The sample as its readers get it: files, taken apart again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{self, Write};
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};

use crate::domain::{NhsNumber, ProcedureClass};
use crate::rules::RuleSet;
use crate::sample::history::SimulatedDose;
use crate::sample::people::SyntheticPerson;
use crate::sample::practices::{Registration, place_among_listed};
use crate::sample::world::World;
use crate::sample::{SamplePlan, SampleSummary, sample_file_names, sample_in_memory, write_sample};

type Files = BTreeMap<String, Vec<u8>>;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The built-in rules, read once.
fn rules() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(|| RuleSet::built_in().unwrap())
}

fn plan(patients: u32) -> SamplePlan {
    SamplePlan { patients, practices: 12, seed: 7, as_at: date(2022, 5, 11) }
}

fn sample(plan: &SamplePlan, threads: usize) -> (Files, SampleSummary) {
    let (files, summary) = sample_in_memory(plan, rules(), threads).unwrap();
    (files.into_iter().collect(), summary)
}

/// The records of a file, taken apart by the plainest of readers.
fn records(bytes: &[u8], delimiter: char) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let mut records = vec![vec![String::new()]];
    let mut in_quotes = false;
    let mut chars = text.chars().peekable();
    while let Some(next) = chars.next() {
        let record = records.last_mut().unwrap();
        match next {
            '"' if in_quotes && chars.peek() == Some(&'"') => record.last_mut().unwrap().push(chars.next().unwrap()),
            '"' => in_quotes = !in_quotes,
            '\r' if !in_quotes => {}
            '\n' if !in_quotes => records.push(vec![String::new()]),
            _ if next == delimiter && !in_quotes => record.push(String::new()),
            _ => record.last_mut().unwrap().push(next),
        }
    }
    assert!(!in_quotes);
    if records.last().unwrap() == &[String::new()] {
        records.pop();
    }
    let columns = records[0].len();
    assert!(records.iter().all(|record| record.len() == columns));
    records
}

/// Five cells of a vaccination row.
struct VaccinationRecord {
    number: String,
    id: String,
    action: String,
    procedure: String,
    product: String,
}

/// The vaccination rows of all files.
fn events(files: &Files) -> Vec<VaccinationRecord> {
    let mut events = Vec::new();
    for (name, bytes) in files {
        let delimiter = match name.as_str() {
            "legacy_nims.csv" => ',',
            _ if name.starts_with("COVID_Vaccinations_v5_") => '|',
            _ => continue,
        };
        let mut rows = records(bytes, delimiter).into_iter();
        let header = rows.next().unwrap();
        assert_eq!(header.len(), if delimiter == ',' { 42 } else { 34 });
        let columns = ["NHS_NUMBER", "UNIQUE_ID", "ACTION_FLAG", "VACCINATION_PROCEDURE_CODE", "VACCINE_PRODUCT_CODE"]
            .map(|name| header.iter().position(|column| column == name).unwrap());
        events.extend(rows.map(|mut row| {
            let [number, id, action, procedure, product] = columns.map(|column| std::mem::take(&mut row[column]));
            VaccinationRecord { number, id, action, procedure, product }
        }));
    }
    events
}

/// A sample of 20,000 patients, made once.
fn large() -> &'static (Files, SampleSummary) {
    static LARGE: OnceLock<(Files, SampleSummary)> = OnceLock::new();
    LARGE.get_or_init(|| sample(&plan(20_000), 2))
}

fn is_valid(number: &str) -> bool {
    NhsNumber::read(number.as_bytes()).is_ok()
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    let (files, summary) = sample(&plan(7_000), 1);
    for threads in [2, 3, 8] {
        assert!(sample(&plan(7_000), threads) == (files.clone(), summary.clone()), "{threads} threads");
    }
    for file in &summary.files {
        assert_eq!(files[&file.name].len() as u64, file.bytes);
    }
    assert_ne!(sample(&SamplePlan { seed: 8, ..plan(7_000) }, 1).0, files);
}

#[test]
fn nobody_and_one_person() {
    let (files, summary) = sample(&plan(0), 2);
    assert_eq!((summary.patient_rows, summary.vaccination_rows), (0, 0));
    assert_eq!(files.keys().len(), sample_file_names(date(2022, 5, 11)).len());
    assert!(events(&files).is_empty());
    assert_eq!(records(&files["patients.csv"], ',').len(), 1);
    assert_eq!(sample(&plan(1), 2).1.patient_rows, 1);
}

#[test]
fn impossible_plans_are_refused() {
    for refused in [
        SamplePlan { practices: 0, ..plan(1) },
        SamplePlan { practices: 50_001, ..plan(1) },
        SamplePlan { patients: 50_000_001, ..plan(1) },
        SamplePlan { as_at: date(2020, 12, 7), ..plan(1) },
        SamplePlan { as_at: date(2036, 1, 1), ..plan(1) },
    ] {
        let result = write_sample(&refused, rules(), 1, &mut |_| panic!("no file is made"));
        assert_eq!(result.unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
}

#[test]
fn a_full_disk_ends_the_work() {
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let error = write_sample(&plan(20_000), rules(), 2, &mut |_| Ok(Box::new(Full(1_000_000)))).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
}

#[test]
fn only_test_numbers_and_drama_phones() {
    let (files, _) = sample(&plan(4_000), 2);
    let patients = records(&files["patients.csv"], ',');
    let mut numbers = HashSet::new();
    let mut valid = 0;
    for row in &patients[1..] {
        if is_valid(&row[0]) {
            assert!(row[0].starts_with("999"), "a number of the test range");
            valid += 1;
            numbers.insert(row[0].clone());
        }
        for phone in [&row[12], &row[13]] {
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            let drama = ["07700900", "447700900", "4407700900", "7700900", "01632960"]
                .iter()
                .any(|start| digits.strip_prefix(start).is_some_and(|end| end.len() == 3));
            assert!(phone.is_empty() || drama, "{phone}");
        }
        let email = &row[14];
        assert!(email.is_empty() || email.ends_with("@example.org") || email.ends_with("@example.com"), "{email}");
        // Real areas, with districts that they do not have.
        assert!(row[10].is_empty() || row[10][2..].starts_with('7') && row[10].as_bytes()[4] == b' ', "{}", row[10]);
    }
    // Three kinds of awkward row repeat a number, once in 4,000 people.
    assert_eq!(valid - numbers.len(), 3);
    assert!(events(&files).iter().all(|event| !is_valid(&event.number) || event.number.starts_with("999")));
}

#[test]
fn every_practice_has_people_and_one_lacks_the_code() {
    let (files, _) = sample(&plan(1_000), 2);
    let practices = records(&files["practices.csv"], ',');
    assert_eq!(practices.len(), 1 + 12 + 1);
    let lacking: Vec<&str> =
        practices[1..].iter().filter(|row| !row[4].contains("B0360")).map(|row| row[0].as_str()).collect();
    assert_eq!(lacking, ["Q80001"]);
    let patients = records(&files["patients.csv"], ',');
    let of = |code: &str| patients.iter().filter(|row| row[11] == code).count();
    assert!(practices[1..].iter().all(|row| row[0] == "Q80001" || of(&row[0]) > 0));
    let elsewhere = patients.iter().filter(|row| row[11].starts_with("Q8") || row[11].starts_with("Q90")).count();
    assert_eq!(elsewhere, 10);
    assert_eq!(records(&sample(&SamplePlan { practices: 4, ..plan(10) }, 1).0["practices.csv"], ',').len(), 1 + 4);
}

#[test]
fn each_supplier_writes_in_its_own_way() {
    let (files, _) = sample(&plan(2_000), 2);
    let named = |part: &str| {
        let (_, bytes) = files.iter().find(|(name, _)| name.contains(part)).unwrap();
        std::str::from_utf8(bytes).unwrap()
    };
    assert!(!named("_X26_").ends_with('\n'));
    assert!(named("_YGA_").ends_with("\"\r\n"));
    assert!(named("_8J1100001_").lines().nth(1).unwrap().starts_with("999"));
    assert!(named("_YGM41_20220511").starts_with("\"NHS_NUMBER\"|"));
    assert!(named("legacy").starts_with("UNIQUE_ID,"));
    // Awkward names and rows.
    for text in
        ["=HYPERLINK", "\"Marlworth, Jr\"", "O'Sedgeby", "\"Mary \"\"Molly\"\"\"", "Zoë", "\"Flat 2\nThe", " (wife)"]
    {
        assert!(named("patients").contains(text), "{text}");
    }
    assert!(named("_YGM41_20220511").contains("\"\"|\"\"|\"\"|\"\"|\"\"|\"\"|\"\"|\"\"|\"\"|\""));
}

#[test]
fn records_have_ids_of_their_own() {
    let (files, summary) = large();
    let events = events(files);
    assert_eq!(events.len() as u64, summary.vaccination_rows);
    let per_ten_patients = summary.vaccination_rows * 10 / summary.patient_rows;
    assert!((24..30).contains(&per_ten_patients), "{per_ten_patients}");
    let ids: Vec<&String> = events
        .iter()
        .filter(|event| !["UPDATE", "update", "DELETE"].contains(&event.action.as_str()))
        .map(|event| &event.id)
        .collect();
    let distinct: HashSet<&&String> = ids.iter().collect();
    // Awkward people are in six blocks; in each there are two with a NEW row twice.
    let repeated = ids.len() - distinct.len();
    assert!((10..=12).contains(&repeated), "{repeated}");
    for action in ["new", "NEW", "New", "", "UPDATE", "update", "DELETE", "AMEND"] {
        assert!(events.iter().any(|event| event.action == action), "{action}");
    }
}

#[test]
fn uptake_is_that_of_england() {
    let (files, _) = large();
    let codes = &rules().codes;
    let is_dose = |event: &VaccinationRecord| {
        let class = codes.procedure(event.procedure.as_bytes());
        class.is_some_and(ProcedureClass::is_given) || codes.product(event.product.as_bytes()).is_some()
    };
    let vaccinated: HashSet<String> = events(files).into_iter().filter(is_dose).map(|event| event.number).collect();
    let mut bands: HashMap<&str, (u32, u32)> = HashMap::new();
    for row in &records(&files["patients.csv"], ',')[1..] {
        let Ok(born) = NaiveDate::parse_from_str(&row[4], "%d/%m/%Y") else { continue };
        if !is_valid(&row[0]) || row[17] == "2" {
            continue;
        }
        let band = match date(2022, 5, 11).years_since(born) {
            Some(..18) => "children",
            Some(20..30) => "twenties",
            Some(80..) => "eighties",
            _ => "others",
        };
        let counts = bands.entry(band).or_default();
        counts.0 += 1;
        counts.1 += u32::from(vaccinated.contains(&row[0]));
    }
    let percent = |band: &str| f64::from(bands[band].1) * 100.0 / f64::from(bands[band].0);
    let share =
        |band: &str| f64::from(bands[band].0) * 100.0 / f64::from(bands.values().map(|band| band.0).sum::<u32>());
    assert!((92.0..97.0).contains(&percent("eighties")), "{}", percent("eighties"));
    assert!((65.0..75.0).contains(&percent("twenties")), "{}", percent("twenties"));
    assert!((19.5..22.0).contains(&share("children")), "{}", share("children"));
    assert!((4.3..5.7).contains(&share("eighties")), "{}", share("eighties"));
}

#[test]
fn names_tell_the_as_at_date() {
    // Summer time began in the night before 27/03/2022.
    let names = sample_file_names(date(2022, 3, 27));
    assert!(names.contains(&"COVID_Vaccinations_v5_YGA_20220326T22150000.csv".to_owned()), "{names:?}");
    assert!(names.contains(&"COVID_Vaccinations_v5_YGM41_20220327T06100001.csv".to_owned()), "{names:?}");
    let sources = sample(&plan(0), 1).0.remove("sources.csv").unwrap();
    let sources = String::from_utf8(sources).unwrap();
    assert!(sources.starts_with("Source name,Last refreshed\n"), "{sources}");
    assert!(sources.ends_with("EMIS corrections,11/05/2022 05:10 GMT\n"), "{sources}");
}

#[test]
fn any_date_of_the_programme_will_do() {
    for as_at in [date(2020, 12, 8), date(2021, 3, 1), date(2021, 10, 31), date(2023, 7, 1), date(2035, 12, 31)] {
        let (files, _) = sample(&SamplePlan { as_at, ..plan(1_000) }, 1);
        for row in &records(&files["legacy_nims.csv"], ',')[1..] {
            let vaccinated = row[12].get(..10).and_then(|text| text.parse::<NaiveDate>().ok());
            assert!(vaccinated.is_none_or(|on| on <= as_at + Days::new(60)), "{as_at}: {}", row[12]);
        }
        assert!(!events(&files).is_empty());
    }
}

#[test]
fn people_beyond_the_numbers_are_registered_again_elsewhere() {
    let world = World::new(&plan(1_000_000), rules());
    let (mut doses, mut again, mut rows, mut rows_again) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let facts =
        |person: &SyntheticPerson| (person.number, person.birth, person.ethnicity, person.flags, person.forename);
    for row in 0..1_500 {
        let (first, second) = (world.person(row), world.person(row + 900_000));
        assert_eq!(facts(&first), facts(&second));
        world.events(&first, &mut doses, &mut rows);
        world.events(&second, &mut again, &mut rows_again);
        let days = |doses: &[SimulatedDose]| doses.iter().map(|dose| dose.day).collect::<Vec<_>>();
        assert_eq!(days(&doses), days(&again));
        let Registration::Listed(there) = second.registration else { continue };
        assert_ne!(first.registration, Registration::Listed(there));
        assert!(place_among_listed(row + 900_000).is_some());
    }
}
