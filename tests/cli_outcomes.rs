//! `vaxdash outcomes`: what became of those invited, worked out by hand.

mod dashboard;
mod lists;
mod log;
mod together;

use std::fmt::Write;

use serde_json::{Value, json};

use crate::data::{CONTRAINDICATED, DECLINED, Row, dose, doses, extract, nhs, patient, pick, report, row};
use crate::harness::{Folder, table};

const HEADER: &str = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n";
/// The columns of every table that counts.
const COUNTS: [&str; 7] =
    ["invited", "vaccinated", "declined", "contraindicated", "left_or_died", "still_due", "median_days"];

/// A log in a folder of its own: person, target, date, round.
fn log(contacts: &[(u32, &str, &str, u32)]) -> Folder {
    let mut text = HEADER.to_owned();
    for (n, target, as_at, round) in contacts {
        let _ = write!(text, "{},{target},second,{as_at},sms,{round},\r\n", nhs(*n));
    }
    Folder::new().with("log.csv", text)
}

fn path(log: &Folder) -> String {
    log.file("log.csv").to_str().unwrap().to_owned()
}

/// The report of a log, as JSON.
#[track_caller]
fn outcomes(data: &Folder, log: &Folder, args: &[&str]) -> Value {
    report(data, "outcomes", &[&["--invite-log", &path(log)], args].concat())
}

#[track_caller]
fn totals(found: &Value, name: &str) -> Value {
    pick(&table(found, name)["totals"], &COUNTS)
}

fn coded(n: u32, date: &str, code: &str) -> Row {
    dose(n, date).with("VACCINATION_PROCEDURE_CODE", code).with("VACCINE_PRODUCT_CODE", "")
}

/// Everybody had a first dose on 01/03/2021, and was invited on 10/04/2022; 12 of the log is not in the data.
fn world() -> (Folder, Folder) {
    let mut patients: Vec<Row> = (1..=11).chain([13]).map(patient).collect();
    // Died; died after a dose; left the practice.
    patients[8] = patient(9).with("Date of death", "01/05/2022");
    patients[9] = patient(10).with("Date of death", "01/05/2022");
    patients[10] = patient(11).with("RfR", "SCT");
    patients[2] = patient(3).with("Practice code", "A81002");
    let mut events: Vec<Row> = (1..=13).flat_map(|n| doses(n, &["20210301"])).collect();
    events.extend([
        // On the day, the day before, the day after.
        dose(1, "20220410"),
        dose(2, "20220409"),
        dose(3, "20220411"),
        coded(4, "20220410", DECLINED),
        coded(5, "20220409", DECLINED),
        coded(6, "20220410", CONTRAINDICATED),
        // Both; and a refusal that a dose came after.
        coded(7, "20220412", CONTRAINDICATED),
        coded(7, "20220411", DECLINED),
        coded(8, "20220411", DECLINED),
        dose(8, "20220420"),
        dose(10, "20220415"),
        // After the date of the report.
        dose(13, "20220512"),
    ]);
    let contacts: Vec<_> = (1..=13).map(|n| (n, "accubook", "2022-04-10", 1)).collect();
    (extract(&patients, &events), log(&contacts))
}

#[test]
fn each_contact_is_in_the_first_column_that_applies() {
    let (data, log) = world();
    let found = outcomes(&data, &log, &[]);
    // Vaccinated 1, 3 and 8, after 0, 1 and 10 days; declined 4 and 7; contraindicated 6;
    // gone 9, 10, 11 and 12; still due 2, 5 and 13.
    for name in ["contacts", "people", "rounds"] {
        assert_eq!(totals(&found, name), json!([13, 3, 2, 1, 4, 3, 1]), "{name}");
    }
    let of = |name, practice: Value| pick(row(&found, name, "practice_code", practice), &COUNTS);
    for name in ["contacts", "people"] {
        assert_eq!(of(name, json!("A81001")), json!([11, 2, 2, 1, 3, 3, 5]), "{name}");
        assert_eq!(of(name, json!("A81002")), json!([1, 1, 0, 0, 0, 0, 1]), "{name}");
        assert_eq!(of(name, Value::Null), json!([1, 0, 0, 0, 1, 0, null]), "{name}");
    }
    // People have a row for every practice, contacts for those of theirs alone.
    assert_eq!(of("people", json!("A81003")), json!([0, 0, 0, 0, 0, 0, null]));
    assert_eq!(table(&found, "contacts")["rows"].as_array().unwrap().len(), 3);
    let one = row(&found, "contacts", "practice_code", "A81001");
    assert_eq!(pick(one, &["round", "target", "practice_name"]), json!([1, "accubook", "Abbey Surgery"]));
    assert_eq!(row(&found, "rounds", "round", 1)["vaccinated_pct"], json!(23.1));
    assert_eq!(found["filters"]["invite_log"], json!(["log.csv"]));
    let notes = found["notes"].to_string();
    assert!(notes.contains("1 person of the log not in the data: counted as left or died"), "{notes}");
}

#[test]
fn a_median_between_two_days_is_a_half() {
    let people: Vec<Row> = (1..=2).map(patient).collect();
    let events: Vec<Row> =
        [(1, "20220410"), (2, "20220413")].iter().flat_map(|(n, day)| doses(*n, &["20210301", day])).collect();
    let log = log(&[(1, "accubook", "2022-04-10", 1), (2, "accubook", "2022-04-10", 1)]);
    let found = outcomes(&extract(&people, &events), &log, &[]);
    assert_eq!(totals(&found, "contacts"), json!([2, 2, 0, 0, 0, 0, 1.5]));
    assert_eq!(table(&found, "contacts")["columns"][10]["kind"], json!("days"));
}

#[test]
fn people_count_by_their_latest_contact_and_contacts_each_for_itself() {
    let people: Vec<Row> = (1..=3).map(patient).collect();
    let events = [doses(1, &["20210301", "20220405"]), doses(2, &["20210301", "20220420"]), doses(3, &["20210301"])];
    let log = log(&[
        (1, "accubook", "2022-04-01", 1),
        (2, "accubook", "2022-04-01", 1),
        (3, "accubook", "2022-04-01", 1),
        (1, "notify-letter", "2022-04-15", 2),
        (2, "notify-letter", "2022-04-15", 2),
        (3, "notify-letter", "2022-04-15", 2),
    ]);
    let found = outcomes(&extract(&people, &events.concat()), &log, &[]);
    let round = |round: u32| pick(row(&found, "rounds", "round", round), &COUNTS);
    // The dose of 1 came after the first contact and before the second.
    assert_eq!(round(1), json!([3, 2, 0, 0, 0, 1, 11.5]));
    assert_eq!(round(2), json!([3, 1, 0, 0, 0, 2, 5]));
    assert_eq!(totals(&found, "contacts"), json!([6, 3, 0, 0, 0, 3, 5]));
    assert_eq!(totals(&found, "people"), json!([3, 1, 0, 0, 0, 2, 5]));
    let rows = table(&found, "contacts")["rows"].as_array().unwrap();
    let keys: Vec<Value> = rows.iter().map(|row| pick(row, &["round", "target"])).collect();
    assert_eq!(keys, [json!([1, "accubook"]), json!([2, "notify-letter"])]);
}

#[test]
fn filters_leave_out_whoever_is_not_in_the_data() {
    let (data, log) = world();
    let of = |filter: &[&str]| totals(&outcomes(&data, &log, filter), "contacts");
    assert_eq!(of(&["--practice", "A81002"]), json!([1, 1, 0, 0, 0, 0, 1]));
    // Who has died or left is known by age and cohort still.
    assert_eq!(of(&["--cohort", "9"]), json!([12, 3, 2, 1, 3, 3, 1]));
    assert_eq!(of(&["--age", "80+"]), json!([0, 0, 0, 0, 0, 0, null]));
    let notes = outcomes(&data, &log, &["--cohort", "9"])["notes"].to_string();
    assert!(notes.contains("1 person of the log not in the data: left out"), "{notes}");
}

#[test]
fn disclosure_keeps_small_counts_and_their_medians_back() {
    let (data, log) = world();
    for profile in ["nhs", "opensafely", "midpoint6"] {
        let found = outcomes(&data, &log, &["--disclosure", profile]);
        for name in ["contacts", "people", "rounds"] {
            assert_eq!(table(&found, name)["totals"]["median_days"], Value::Null, "{profile}");
        }
        let notes = found["notes"].to_string();
        assert!(notes.contains("Some people of the log not in the data") && !notes.contains("1 person"), "{notes}");
    }
    // Of many people it is shown, in whole days.
    let people: Vec<Row> = (1..=13).map(patient).collect();
    let day = |n: u32| if n.is_multiple_of(2) { "20220411" } else { "20220413" };
    let events: Vec<Row> = (1..=12).flat_map(|n| doses(n, &["20210301", day(n)])).collect();
    let contacts: Vec<_> = (1..=13).map(|n| (n, "accubook", "2022-04-10", 1)).collect();
    let (data, log) = (extract(&people, &events), self::log(&contacts));
    assert_eq!(totals(&outcomes(&data, &log, &[]), "rounds"), json!([13, 12, 0, 0, 0, 1, 2]));
    let shown = outcomes(&data, &log, &["--disclosure", "nhs"]);
    assert_eq!(table(&shown, "rounds")["totals"]["median_days"], json!(2));
}
