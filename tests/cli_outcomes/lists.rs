//! The people of `outcomes`, and the columns of the log on every list.

use serde_json::{Value, json};

use super::{log, outcomes, path, totals, world};
use crate::data::{column, doses, extract, nhs, on, patient, pick, report, row};
use crate::harness::Folder;

fn numbers(found: &Value) -> Vec<String> {
    column(found, "list", "nhs_number").iter().map(|number| number.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_names_those_still_due_and_any_column_can_be_asked_for() {
    let (data, log) = world();
    let list = |args: &[&str]| outcomes(&data, &log, args);
    let still_due = list(&["--list"]);
    assert_eq!(numbers(&still_due), [nhs(2), nhs(5), nhs(13)]);
    let columns =
        ["practice_code", "surname", "target", "round", "invited", "last_invited", "status", "last_dose_date"];
    let one = pick(row(&still_due, "list", "nhs_number", nhs(2)), &columns);
    assert_eq!(one, json!(["A81001", "Fell2", "accubook", 1, 1, "2022-04-10", "still-due", "2022-04-09"]));
    assert_eq!(row(&still_due, "list", "nhs_number", nhs(2))["mobile"], json!("07700900002"));
    // Everybody who is in the data: 12 is not.
    for (word, length) in [
        ("vaccinated", 3),
        ("declined", 2),
        ("contraindicated", 1),
        ("left-or-died", 3),
        ("still-due", 3),
        ("invited", 12),
    ] {
        assert_eq!(numbers(&list(&["--status", word])).len(), length, "{word}");
    }
    assert_eq!(totals(&list(&[]), "people")[4], json!(4));
    assert_eq!(numbers(&list(&["--status", "vaccinated,declined"])).len(), 5);
    let run = on(&data, "outcomes", &["--invite-log", &path(&log), "--status", "overdue"]).ended(2);
    assert!(run.err.contains("still-due"), "{}", run.err);
}

#[test]
fn nobody_rings_those_who_have_died_or_left() {
    let (data, log) = world();
    let columns = ["--columns", "nhs_number,surname,practice_code,mobile,telephone,email,address,postcode,doses"];
    let gone = outcomes(&data, &log, &[&["--status", "left-or-died"][..], &columns].concat());
    assert_eq!(numbers(&gone), [nhs(9), nhs(10), nhs(11)]);
    for line in gone["tables"][0]["rows"].as_array().unwrap() {
        let shown = pick(line, &["mobile", "telephone", "email", "address", "postcode", "doses"]);
        assert_eq!(shown, json!([null, null, null, null, null, 0]));
    }
    assert_eq!(row(&gone, "list", "nhs_number", nhs(9))["surname"], json!("Fell9"));
}

#[test]
fn any_list_says_how_often_and_when_somebody_was_invited() {
    let data = extract(&[patient(1), patient(2)], &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat());
    let log = log(&[
        (1, "accubook", "2022-04-01", 1),
        (1, "notify-letter", "2022-04-20", 2),
        (1, "notify-letter", "2022-05-12", 3),
    ]);
    let place = path(&log);
    let list = report(&data, "second-dose", &["--list", "--invite-log", &place]);
    let keys = ["invited", "last_invited"];
    assert_eq!(pick(row(&list, "list", "nhs_number", nhs(1)), &keys), json!([2, "2022-04-20"]));
    assert_eq!(pick(row(&list, "list", "nhs_number", nhs(2)), &keys), json!([0, null]));
    // They stand before the contact details, or where they are asked to.
    let shown: Vec<&Value> =
        list["tables"][0]["columns"].as_array().unwrap().iter().map(|column| &column["key"]).collect();
    let place_of = |key: &str| shown.iter().position(|shown| **shown == json!(key)).unwrap();
    assert_eq!((place_of("last_invited") + 1, place_of("invited") + 2), (place_of("mobile"), place_of("mobile")));
    let chosen = ["--list", "--invite-log", &place, "--columns", "last_invited,nhs_number,target,round"];
    let list = report(&data, "patients", &chosen);
    let keys = ["last_invited", "target", "round"];
    assert_eq!(pick(row(&list, "list", "nhs_number", nhs(1)), &keys), json!(["2022-04-20", "notify-letter", 2]));
    // Without a log nobody knows; without a list nobody is named.
    let run = on(&data, "second-dose", &["--list", "--columns", "nhs_number,invited"]).ended(2);
    assert!(run.err.contains("--invite-log"), "{}", run.err);
    on(&data, "second-dose", &["--invite-log", &place]).ended(2);
    on(&data, "second-dose", &["--list", "--invite-log", "no/such/log.csv"]).ended(5);
    let other = Folder::new().with("mine.csv", "mine\n");
    on(&data, "second-dose", &["--list", "--invite-log", other.file("mine.csv").to_str().unwrap()]).ended(4);
}

#[test]
fn a_list_goes_into_the_audit_log_and_no_table_does() {
    let (data, log) = world();
    let place = Folder::new();
    let audit = place.file("audit.log");
    let run = |args: &[&str], code| {
        let place = path(&log);
        let all = [&["--invite-log", &place, "--audit", audit.to_str().unwrap()], args].concat();
        on(&data, "outcomes", &all).ended(code)
    };
    run(&[], 0);
    run(&["--reason", "recall"], 2);
    assert!(!audit.exists() || std::fs::read_to_string(&audit).unwrap().is_empty());
    run(&["--list", "--reason", "recall"], 0);
    let line = std::fs::read_to_string(&audit).unwrap();
    assert!(line.contains("\"outcomes\"") && line.contains("\"rows\":3") && !line.contains(&nhs(2)), "{line}");
    run(&["--list", "--disclosure", "nhs"], 4);
    run(&["--list", "--chart"], 2);
}
