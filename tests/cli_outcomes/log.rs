//! The log as `outcomes` reads it: of today and former, with faults, and never changed.

use std::fs;

use serde_json::json;

use super::{COUNTS, HEADER, log, outcomes, path, totals, world};
use crate::data::{doses, extract, nhs, on, patient, pick, row};
use crate::harness::Folder;

#[test]
fn a_former_log_has_rounds_by_the_place_among_the_contacts_of_a_dose() {
    let data = extract(&[patient(1)], &doses(1, &["20210301", "20220420"]));
    let text = format!(
        "NHS Number,Target,Dose,As at\r\n{0},accubook,second,2022-04-01\r\n{0},accubook,booster,2022-04-02\r\n\
         {0},accubook,second,2022-04-15\r\n",
        nhs(1)
    );
    let log = Folder::new().with("log.csv", text);
    let found = outcomes(&data, &log, &[]);
    let round = |round: u32| pick(row(&found, "rounds", "round", round), &COUNTS);
    assert_eq!(round(1), json!([2, 2, 0, 0, 0, 0, 18.5]));
    assert_eq!(round(2), json!([1, 1, 0, 0, 0, 0, 5]));
}

#[test]
fn what_cannot_be_read_and_what_is_later_is_said() {
    let data =
        extract(&[patient(1), patient(2)], &[doses(1, &["20210301", "20220420"]), doses(2, &["20210301"])].concat());
    let text = format!(
        "{HEADER}{0},accubook,second,never,sms,1,\r\n{1},accubook,second,2022-05-11,sms,1,\r\n\
         {1},accubook,second,2022-05-12,sms,2,\r\nEve,accubook,second,2022-05-11,sms,1,\r\n",
        nhs(1),
        nhs(2)
    );
    let found = outcomes(&data, &Folder::new().with("log.csv", text), &[]);
    // Nobody knows whether the dose came after the contact.
    assert_eq!(totals(&found, "contacts"), json!([2, 0, 0, 0, 0, 2, null]));
    let notes = found["notes"].to_string();
    for said in [
        "1 contact without a date that can be read: still due",
        "1 contact after the date of the report: left out",
        "1 row of the log without an NHS number that can be read: left out",
    ] {
        assert!(notes.contains(said), "{said}: {notes}");
    }
    assert!(!found.to_string().contains("Eve"));
}

#[test]
fn a_log_that_is_missing_or_none_at_all_is_refused() {
    let (data, _) = world();
    let place = Folder::new().with("mine.csv", "NHS Number,Name\r\n").with("empty.csv", "");
    let of =
        |name: &str, code| on(&data, "outcomes", &["--invite-log", place.file(name).to_str().unwrap()]).ended(code);
    assert!(of("nothing.csv", 5).err.contains("cannot be read"));
    assert!(of("mine.csv", 4).err.contains("not a log of vaxdash"));
    // One that is empty still: nobody was invited.
    of("empty.csv", 0);
    on(&data, "outcomes", &[]).ended(2);
}

#[test]
fn the_log_is_only_read() {
    let (data, log) = world();
    let before = fs::read(log.file("log.csv")).unwrap();
    outcomes(&data, &log, &[]);
    outcomes(&data, &log, &["--list"]);
    let place = path(&log);
    for args in [&["--format", "csv", "--force"][..], &["--list", "--format", "csv", "--force"]] {
        let run = on(&data, "outcomes", &[&["--invite-log", &place, "-o", &place], args].concat()).ended(4);
        assert!(run.err.contains("would replace it"), "{}", run.err);
    }
    let list = ["--list", "--invite-log", &place, "-o", &place, "--force"];
    on(&data, "second-dose", &list).ended(4);
    assert_eq!(fs::read(log.file("log.csv")).unwrap(), before);
    assert_eq!(fs::read_dir(log.path()).unwrap().count(), 1, "no lock is made");
}

#[test]
fn a_target_that_is_no_name_is_not_shown() {
    let data = extract(&[patient(1)], &doses(1, &["20210301"]));
    let number = nhs(2);
    let found = outcomes(&data, &log(&[(1, &number, "2022-05-01", 1), (1, "=1+1", "2022-05-02", 2)]), &[]);
    let shown = found.to_string();
    assert!(!shown.contains(&number) && !shown.contains("=1+1"), "{shown}");
}
