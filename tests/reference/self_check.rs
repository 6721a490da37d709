//! The reference checked by hand: cases worked out on paper from the words of the specification, so
//! that the judge of the product has itself been judged; and the generator checked for its promises.

mod campaigns;
mod cells;
mod courses;
mod events;
mod generated;
mod ladders;
mod lists;
mod patients;
mod reports;
mod rows;
mod uptake;

use super::dates::day;
use super::engine::{Person, Results, run};
use super::model::{
    EventColumns, Layout, PatientFile, PatientHeader, PatientRow, PracticeRow, Quoting, VaccinationFile,
    VaccinationRow, World,
};
use chrono::NaiveDate;

/// Valid numbers of the test range, by who has them in a case.
const NUMBERS: [&str; 6] = ["9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069"];

const DOSE_1: &str = "1324681000000101";
const DOSE_2: &str = "1324691000000104";
const BOOSTER: &str = "1362591000000103";
const GIVEN: &str = "840534001";
const DECLINED: &str = "1324721000000108";
const CONTRAINDICATED: &str = "1240661000000107";
const FLU: &str = "822851000000102";
const PFIZER: &str = "39115611000001103";
const JANSSEN: &str = "39230211000001104";
const SPECIAL: &str = "39330711000001103"; // a COVID-19 vaccine of unknown brand

const PLAIN: Layout = Layout {
    delimiter: ',',
    quoting: Quoting::Needed,
    crlf: false,
    bom: false,
    final_newline: true,
    short_rows: false,
};

/// A small world with one practice, one patients file and one event file, made row by row.
struct Case(World);

impl Case {
    fn new() -> Self {
        let practice = PracticeRow {
            code: "A81001".to_owned(),
            name: "Alder Surgery".to_owned(),
            activity_codes: "B0360".to_owned(),
            pcn_code: "U10001".to_owned(),
            pcn_name: String::new(),
        };
        let mut case = Self(World {
            practices: vec![practice],
            activity_column: true,
            today: day(1, 1, 2030),
            ..World::default()
        });
        case.patient_file("patients.csv");
        case.event_file("events.csv");
        case
    }

    /// From here on patient rows go to this file.
    fn patient_file(&mut self, name: &str) {
        let header = PatientHeader::Batch;
        self.0.patient_files.push(PatientFile {
            name: name.to_owned(),
            layout: PLAIN,
            header,
            absent: Vec::new(),
            rows: Vec::new(),
        });
    }

    /// From here on events go to this file.
    fn event_file(&mut self, name: &str) {
        let columns = EventColumns::Wide;
        self.0.vaccination_files.push(VaccinationFile {
            name: name.to_owned(),
            layout: PLAIN,
            columns,
            rows: Vec::new(),
        });
    }

    /// The nth person's row, in practice A81001.
    fn person(&mut self, nth: usize, born: &str) -> &mut PatientRow {
        let rows = &mut self.0.patient_files.last_mut().unwrap().rows;
        rows.push(PatientRow {
            nhs_number: NUMBERS[nth].to_owned(),
            date_of_birth: born.to_owned(),
            practice_code: "A81001".to_owned(),
            ..PatientRow::default()
        });
        rows.last_mut().unwrap()
    }

    /// An event of the nth person with a procedure and a product code, and an identity of its own.
    fn event(&mut self, nth: usize, date: &str, procedure: &str, product: &str) -> &mut VaccinationRow {
        let identity: usize = self.0.vaccination_files.iter().map(|file| file.rows.len()).sum();
        let rows = &mut self.0.vaccination_files.last_mut().unwrap().rows;
        rows.push(VaccinationRow {
            nhs_number: NUMBERS[nth].to_owned(),
            date_and_time: date.to_owned(),
            unique_id: format!("id-{identity}"),
            unique_id_uri: "urn:case".to_owned(),
            action_flag: "NEW".to_owned(),
            procedure_code: procedure.to_owned(),
            product_code: product.to_owned(),
            ..VaccinationRow::default()
        });
        rows.last_mut().unwrap()
    }

    /// Pfizer doses of the first person, dose not stated.
    fn doses(&mut self, dates: &[&str]) {
        for date in dates {
            self.event(0, date, GIVEN, PFIZER);
        }
    }

    fn at(&self, (d, m, y): (u32, u32, i32)) -> Results {
        run(&self.0, day(d, m, y), None)
    }

    /// The first person as at.
    fn first(&self, as_at: (u32, u32, i32)) -> Person {
        self.at(as_at).people.remove(NUMBERS[0]).expect("the first person is in patients")
    }

    /// The buckets of the events in the order of files and rows of the world.
    fn buckets(&self, as_at: (u32, u32, i32)) -> Vec<&'static str> {
        self.at(as_at).event_rows.into_values().collect()
    }
}

/// A case of one person born on a day, with Pfizer doses on others.
fn one(born: &str, doses: &[&str]) -> Case {
    let mut case = Case::new();
    case.person(0, born);
    case.doses(doses);
    case
}

fn roles(person: &Person) -> Vec<&str> {
    person.course.doses.iter().map(|dose| dose.role.as_str()).collect()
}

fn on(date: (u32, u32, i32)) -> NaiveDate {
    day(date.0, date.1, date.2)
}
