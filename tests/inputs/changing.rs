//! Files that are written to while they are read: growing, cut short, replaced.
//! Half a file never passes for all of it, and nobody's contact details for
//! somebody else's.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use vaxdash::domain::Contact;
use vaxdash::load::{Extract, Reading, Survey};
use vaxdash::rules::RuleSet;
use vaxdash::run::{self, Dates, Paths};

use crate::data::{PRACTICES, Row, csv, doses, extract, patient, pipes};
use crate::harness::Folder;

fn survey(folder: &Folder) -> Survey {
    let paths = [folder.path().to_owned()];
    run::survey(Paths { data: &paths, ..Paths::default() }, Reading::default()).unwrap()
}

/// The extract, with whatever `change` does to the files between the practice
/// list and the people.
fn load_after(found: Survey, change: impl FnOnce()) -> Extract {
    let rules = RuleSet::built_in().unwrap();
    let as_at = NaiveDate::from_ymd_opt(2022, 5, 11).unwrap();
    let scoped = run::scope(found, &rules, &[], Dates { as_at, today: as_at }).map_err(|none| none.fault).unwrap();
    change();
    scoped.load(None).extract
}

fn two() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20210301"]))
}

/// What is said where a file changes after it was looked at, before it is read.
#[track_caller]
fn changed_before_reading(name: &str, change: impl Fn(&Path)) {
    let folder = two();
    let unusable = load_after(survey(&folder), || change(&folder.file(name))).accounts.unusable;
    assert_eq!(unusable.len(), 1, "{unusable:?}");
    assert!(unusable[0].contains(name) && unusable[0].contains("while it was read"), "{unusable:?}");
}

/// What happens where the patients change between the first and the second reading.
fn changed_before_contacts(rows: &[Row], keeps_time: bool) -> Option<Vec<Contact>> {
    let folder = two();
    let path = folder.file("patients.csv");
    let Extract { people, accounts, .. } = load_after(survey(&folder), || {});
    assert!(accounts.unusable.is_empty(), "{:?}", accounts.unusable);
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, csv(rows)).unwrap();
    if keeps_time {
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    }
    accounts.contacts(&people, &RuleSet::built_in().unwrap().words).ok()
}

#[test]
fn a_file_that_has_grown_is_refused() {
    let grown = |path: &Path| {
        let more = csv(&[patient(3)]);
        let row = more.lines().nth(1).unwrap().to_owned() + "\n";
        File::options().append(true).open(path).unwrap().write_all(row.as_bytes()).unwrap();
    };
    changed_before_reading("patients.csv", grown);
    changed_before_reading("vaccinations.csv", |path| {
        let row = pipes(&doses(2, &["20210301"])).lines().nth(1).unwrap().to_owned() + "\n";
        File::options().append(true).open(path).unwrap().write_all(row.as_bytes()).unwrap();
    });
    changed_before_reading("practices.csv", |path| {
        fs::write(path, PRACTICES.replace("A81002", "A81009") + "\n").unwrap();
    });
}

#[test]
fn a_file_that_was_cut_short_is_refused() {
    for keep in [1, 2, 3] {
        changed_before_reading("patients.csv", |path| {
            let length = fs::metadata(path).unwrap().len();
            File::options().write(true).open(path).unwrap().set_len(length * keep / 4).unwrap();
        });
        changed_before_reading("vaccinations.csv", |path| {
            let length = fs::metadata(path).unwrap().len();
            File::options().write(true).open(path).unwrap().set_len(length * keep / 4).unwrap();
        });
    }
}

#[test]
fn a_file_that_is_gone_is_refused() {
    let folder = two();
    let extract = load_after(survey(&folder), || fs::remove_file(folder.file("vaccinations.csv")).unwrap());
    assert_eq!(extract.accounts.unusable.len(), 1);
}

#[test]
fn nobody_gets_the_contact_details_of_somebody_else() {
    // The same bytes at another time are another file: it was written to.
    assert_eq!(changed_before_contacts(&[patient(1), patient(2)], false).map(|found| found.len()), None);
    // And rows that changed places are seen even where the file claims to be what it was.
    let swapped = [patient(2), patient(1)];
    assert!(changed_before_contacts(&swapped, false).is_none());
    assert!(changed_before_contacts(&swapped, true).is_none());
    // Somebody of another practice has taken the row, and the place.
    let stranger = patient(3).with("Practice code", "B82099").with("Mobile Telephone", "07700900987");
    assert!(changed_before_contacts(&[stranger, patient(2)], true).is_none());
    // The test can fail: without a change there is something to give.
    let found = changed_before_contacts(&[patient(1), patient(2)], true).unwrap();
    assert_eq!(found.iter().map(|contact| contact.surname.as_str()).collect::<Vec<_>>(), ["Fell1", "Fell2"]);
}

#[test]
fn a_file_that_nobody_uses_may_change() {
    let folder = two().with("notes.txt", "minutes of a meeting\n");
    let change = || fs::write(folder.file("notes.txt"), "minutes of another meeting\n").unwrap();
    assert!(load_after(survey(&folder), change).accounts.unusable.is_empty());
}
