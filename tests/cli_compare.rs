//! `vaxdash compare` and `vaxdash sources`.

use serde_json::{Value, json};

use crate::data::{Row, dose, doses, extract, nhs, patient, pick, report, row};
use crate::harness::{Folder, Run, table, vaxdash};

fn compare(old: &Folder, new: &Folder, more: &[&str]) -> Run {
    let dates = ["--old-as-at", "01/05/2022", "--as-at", "11/05/2022"];
    vaxdash(&[&["compare", old.arg(), new.arg()], &dates[..], more].concat())
}

fn compared(old: &Folder, new: &Folder, more: &[&str]) -> Value {
    compare(old, new, &[&["--format", "json"], more].concat()).ended(0).json()
}

/// Each change of a person: list, entered or left, and why.
fn changes_of(report: &Value, n: u32) -> Vec<String> {
    let rows = table(report, "list")["rows"].as_array().unwrap().iter();
    let own = rows.filter(|row| row["nhs_number"] == nhs(n));
    own.map(|row| ["list", "change", "reason"].map(|key| row[key].as_str().unwrap()).join(", ")).collect()
}

/// The people of the older night: each with one dose of 01/03/2021, overdue for long.
fn overdue(patients: &[Row]) -> Folder {
    let events: Vec<Row> = (1..=9).filter_map(|n| crate::data::nhs_if_any(n).map(|_| dose(n, "20210301"))).collect();
    extract(patients, &events)
}

#[test]
fn everybody_who_left_is_told_why() {
    let people: Vec<Row> = (1..=9).filter(|n| crate::data::nhs_if_any(*n).is_some()).map(patient).collect();
    let old = overdue(&people);
    let numbers: Vec<u32> = (1..=9).filter(|n| crate::data::nhs_if_any(*n).is_some()).collect();
    let [vaccinated, died, moved, corrected, elsewhere, removed] = numbers[..6] else { panic!("six people") };
    let now: Vec<Row> = numbers
        .iter()
        .filter(|n| **n != moved)
        .map(|n| match *n {
            n if n == died => patient(n).with("Date of death", "05/05/2022"),
            n if n == elsewhere => patient(n).with("Practice code", "A81002"),
            n if n == removed => patient(n).with("reason_for_removal", "RDI"),
            n => patient(n),
        })
        .collect();
    let mut events: Vec<Row> = numbers.iter().filter(|n| **n != corrected).map(|n| dose(*n, "20210301")).collect();
    events.push(dose(vaccinated, "20220505"));
    let new = extract(&now, &events);
    let list = compared(&old, &new, &["--list"]);
    assert_eq!(changes_of(&list, vaccinated)[0], "second dose overdue, left, vaccinated");
    assert_eq!(changes_of(&list, died), ["second dose overdue, left, died"]);
    assert_eq!(changes_of(&list, moved), ["second dose overdue, left, moved away"]);
    assert_eq!(changes_of(&list, removed), ["second dose overdue, left, moved away"]);
    assert_eq!(changes_of(&list, corrected), ["second dose overdue, left, record corrected or deleted"]);
    assert_eq!(
        changes_of(&list, elsewhere),
        ["second dose overdue, left, moved away", "second dose overdue, entered, moved in"]
    );
    // Contact details are those of the newer data: none of whoever is no patient in them.
    let shown = |n: u32| row(&list, "list", "nhs_number", nhs(n))["mobile"].clone();
    assert_eq!((shown(died), shown(moved)), (Value::Null, Value::Null));
    assert_eq!(shown(vaccinated), format!("07700900{vaccinated:03}"));
}

#[test]
fn before_and_entered_less_left_is_after() {
    let numbers: Vec<u32> = (1..=9).filter(|n| crate::data::nhs_if_any(*n).is_some()).collect();
    let people: Vec<Row> = numbers.iter().map(|n| patient(*n)).collect();
    let old = overdue(&people);
    let new = extract(&people, &doses(numbers[0], &["20210301"]));
    let report = compared(&old, &new, &[]);
    let lists = row(&report, "lists", "list", "second dose overdue");
    let length = numbers.len();
    assert_eq!(
        pick(lists, &["practice_code", "before", "entered", "left", "after"]),
        json!(["A81001", length, 0, length - 1, 1])
    );
    let reasons = row(&report, "reasons", "list", "second dose overdue");
    assert_eq!(
        pick(reasons, &["change", "reason", "people"]),
        json!(["left", "record corrected or deleted", length - 1])
    );
    assert_eq!(table(&report, "lists")["rows"].as_array().unwrap().len(), 12, "every practice and list has a row");
}

#[test]
fn who_entered_became_due_or_was_recorded_late() {
    let people = [patient(1), patient(2), patient(3)];
    // 56 days after 10/03/2022 is 05/05/2022; overdue on the 85th day.
    let before = [doses(1, &["20220210"]), doses(2, &["20210301", "20210601"])].concat();
    let old = extract(&people, &before);
    let after = [before, doses(3, &["20210301"])].concat();
    let new = extract(&people, &after);
    let list = compared(&old, &new, &["--list"]);
    assert_eq!(
        changes_of(&list, 1),
        ["second dose overdue, entered, became due"],
        "84 days after 10/02/2022 is 05/05/2022"
    );
    assert_eq!(changes_of(&list, 3), ["second dose overdue, entered, recorded late"]);
    assert_eq!(changes_of(&list, 2), [] as [&str; 0], "due a booster on both nights");
}

#[test]
fn a_rule_that_changed_is_told_apart_from_time() {
    // The interval to the first booster was 182 days on 07/12/2021, and 91 on 08/12/2021.
    let people = [patient(1), patient(2)];
    let events = [doses(1, &["20210601", "20210901"]), doses(2, &["20210301", "20210608"])].concat();
    let folder = extract(&people, &events);
    let args = ["--old-as-at", "06/12/2021", "--as-at", "08/12/2021", "--list", "--format", "json"];
    let list = vaxdash(&[&["compare", folder.arg(), folder.arg()], &args[..]].concat()).ended(0).json();
    assert_eq!(changes_of(&list, 1), ["booster eligible, entered, rule changed"]);
    assert_eq!(
        changes_of(&list, 2),
        ["booster eligible, entered, became due"],
        "182 days after 08/06/2021 is 07/12/2021"
    );
}

#[test]
fn an_offer_that_ended_is_told() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]));
    let args = ["--old-as-at", "30/06/2023", "--as-at", "01/07/2023", "--list", "--format", "json"];
    let list = vaxdash(&[&["compare", folder.arg(), folder.arg()], &args[..]].concat()).ended(0).json();
    assert_eq!(changes_of(&list, 1), ["second dose overdue, left, offer ended"]);
}

#[test]
fn uptake_moves_in_points() {
    let people: Vec<Row> = [1, 2, 3, 4].into_iter().map(patient).collect();
    let old = extract(&people, &doses(1, &["20210301"]));
    let new = extract(&people, &[doses(1, &["20210301"]), doses(2, &["20220505"])].concat());
    let report = compared(&old, &new, &[]);
    let keys =
        ["patients_before", "first_dose_pct_before", "first_dose_pct_after", "first_dose_points", "booster_points"];
    assert_eq!(pick(row(&report, "uptake", "practice_code", "A81001"), &keys), json!([4, 25.0, 50.0, 25.0, 0.0]));
    // A dose that was deleted since: uptake falls.
    let (new, old) = (extract(&people, &doses(1, &["20210301"])), old);
    let both = extract(&people, &[doses(1, &["20210301"]), doses(2, &["20220425"])].concat());
    let fewer = compared(&both, &old, &[]);
    assert_eq!(row(&fewer, "uptake", "practice_code", "A81001")["first_dose_points"], json!(-25.0));
    let csv = compare(&both, &new, &["--format", "csv"]).ended(0).out;
    assert!(csv.contains(",50.0,25.0,-25.0,"), "{csv}");
    let screen = compare(&both, &new, &["--width", "80"]).ended(0).out;
    assert!(screen.contains("−25.0"), "{screen}");
    assert!(screen.lines().all(|line| line.chars().count() <= 80), "{screen}");
}

#[test]
fn the_older_comes_first_and_the_scope_is_that_of_the_newer() {
    let (old, new) = (overdue(&[patient(1)]), overdue(&[patient(1), patient(2).with("Practice code", "A81002")]));
    let dates = ["--old-as-at", "12/05/2022", "--as-at", "11/05/2022"];
    let run = vaxdash(&[&["compare", old.arg(), new.arg()], &dates[..]].concat()).ended(2);
    assert!(run.err.contains("name the older data first"), "{}", run.err);
    // A list of the older data decides nothing.
    let old = old.with("practices.csv", "Practice code,Activity codes\nB82001,B0360\n");
    assert_eq!(table(&compared(&old, &new, &[]), "uptake")["totals"]["patients_before"], 1);
    let new = new.with("practices.csv", "Practice code,Activity codes\nA81002,B0360\n");
    let report = compared(&old, &new, &[]);
    assert_eq!(pick(&table(&report, "uptake")["totals"], &["patients_before", "patients_after"]), json!([0, 1]));
    compare(&old, &Folder::new(), &[]).ended(4);
    compare(&Folder::new(), &new, &[]).ended(5);
}

#[test]
fn filters_hold_for_both_nights() {
    let people = [patient(1), patient(2).with("Practice code", "A81002")];
    let (old, new) = (extract(&people, &doses(1, &["20210301"])), overdue(&people));
    let all = compared(&old, &new, &["--list"]);
    assert_eq!(changes_of(&all, 2).len(), 1);
    let one = compared(&old, &new, &["--list", "--practice", "A81001"]);
    assert_eq!(changes_of(&one, 2), [] as [&str; 0]);
    compare(&old, &new, &["--practice", "B82001"]).ended(4);
}

#[test]
fn a_source_that_is_missing_now_is_named() {
    let people = [patient(1)];
    let file = "COVID_Vaccinations_v5_8J1100001_20220501T06000001.csv";
    let old = extract(&people, &doses(1, &["20210301"])).with(file, crate::data::pipes(&doses(1, &["20210601"])));
    let new = extract(&people, &doses(1, &["20210301"]));
    let report = compared(&old, &new, &[]);
    let pinnacle = row(&report, "sources", "source", "Pinnacle");
    assert!(pinnacle["caveat"].as_str().unwrap().starts_with("missing now"), "{pinnacle}");
    assert_eq!(pinnacle["last_refreshed_before"], "01/05/2022 05:00 GMT");
}

#[test]
fn sources_with_ages_and_caveats() {
    let file = |code: &str, stamp: &str| format!("COVID_Vaccinations_v5_{code}_{stamp}00.csv");
    let events = crate::data::pipes(&doses(1, &["20210301"]));
    let folder = extract(&[patient(1)], &[])
        .with(&file("YGM41", "20220510T200000"), &events)
        .with(&file("YGA", "20220505T060000"), &events)
        .with(
            "sources.csv",
            "Source name,Last refreshed\nNIVS,11/05/2022 07:00 BST\nPatient demographics,10/05/2022 17:00 GMT\n",
        );
    let report = report(&folder, "sources", &[]);
    let line = |source: &str| {
        pick(row(&report, "sources", "source", source), &["rows", "last_refreshed", "age_days", "caveat"])
    };
    assert_eq!(line("EMIS"), json!([1, "10/05/2022 20:00 GMT", 1, null]));
    assert_eq!(
        line("TPP SystmOne"),
        json!([1, "05/05/2022 06:00 GMT", 6, "6 days behind the newest source: recent vaccinations may be missing"])
    );
    assert_eq!(line("NIVS"), json!([null, "11/05/2022 06:00 GMT", 0, null]));
    assert_eq!(
        line("Patient demographics"),
        json!([1, "10/05/2022 17:00 GMT", 1, "changes of a patient's details are seen the day after"])
    );
    let why = "it is not known when this was last refreshed: the name of the file tells no supplier, so that no row of a \
         sources file is matched to it";
    assert_eq!(line("not known")[3], why);
}
