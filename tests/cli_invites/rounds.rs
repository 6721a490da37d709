//! Rounds of `--invite-log`: how often, how soon again, by which channel next,
//! and several runs at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::thread;

use serde_json::{Value, json};

use super::{files_in, waterfall_of};
use crate::data::{Row, dose, extract, nhs, on, patient};
use crate::harness::{Folder, Run};

/// Somebody whom every channel reaches, overdue for a second dose as at 11/05/2022.
fn reachable(n: u32) -> Row {
    patient(n)
        .with("Mobile Telephone", "07700900001")
        .with("Email", "ada@example.org")
        .with("Address 1", "2 High Street")
        .with("Postcode", "LS71 1AA")
}

fn clinic(people: &[Row], numbers: &[u32]) -> Folder {
    let events: Vec<Row> = numbers.iter().map(|n| dose(*n, "20210301")).collect();
    extract(people, &events)
}

/// A run that adds to a log, as at a day of May 2022.
fn contact(data: &Folder, log: &str, day: &str, more: &[&str]) -> (Run, BTreeMap<String, String>) {
    let out = Folder::new();
    let args = ["--dose", "second", "--allow-old-data", "--as-at", day, "-o", out.arg(), "--invite-log", log];
    let run = on(data, "invites", &[&args[..], more].concat());
    (run, files_in(&out))
}

/// The steps of such a run that hold anybody.
fn steps(data: &Folder, log: &str, day: &str, more: &[&str]) -> Value {
    let args = ["--dose", "second", "--allow-old-data", "--as-at", day, "--invite-log", log];
    waterfall_of(data, &[&args[..], more].concat())
}

const SMS: [&str; 2] = ["--target", "notify-sms"];

#[test]
fn nobody_is_contacted_again_before_the_days_between_are_over() {
    let (place, data) = (Folder::new(), clinic(&[reachable(1)], &[1]));
    let log = place.file("log.csv");
    let log = log.to_str().unwrap();
    contact(&data, log, "11/05/2022", &SMS).0.ended(0);
    let written = json!([["Eligible", 1], ["Written", 1]]);
    let invited = json!([["Eligible", 1], ["Already invited", 1]]);
    assert_eq!(steps(&data, log, "24/05/2022", &SMS), invited);
    assert_eq!(steps(&data, log, "25/05/2022", &SMS), written);
    let after = |days| [&SMS[..], &["--reinvite-after", days]].concat();
    assert_eq!(steps(&data, log, "17/05/2022", &after("7")), invited);
    assert_eq!(steps(&data, log, "18/05/2022", &after("7")), written);
    assert_eq!(steps(&data, log, "11/05/2022", &after("0")), written);
    // About another dose, nobody has been contacted.
    let text = fs::read_to_string(log).unwrap();
    fs::write(log, text.replace(",second,", ",first,")).unwrap();
    assert_eq!(steps(&data, log, "12/05/2022", &SMS), written);
    // A word or a date that nobody can read may be about this dose, and of today.
    for unknown in [text.replace(",second,", ",jab,"), text.replace("2022-05-11", "May")] {
        fs::write(log, unknown).unwrap();
        assert_eq!(steps(&data, log, "12/05/2022", &SMS), invited);
    }
}

#[test]
fn contacts_are_numbered_and_end_at_the_maximum() {
    let (place, data) = (Folder::new(), clinic(&[reachable(1), reachable(2)], &[1, 2]));
    let log = place.file("log.csv");
    let log = log.to_str().unwrap();
    let most = [&SMS[..], &["--max-contacts", "2"]].concat();
    // One person at first; a log of a former version, which says the same.
    fs::write(log, format!("NHS Number,Target,Dose,As at\r\n{},notify-sms,second,2022-04-01\r\n", nhs(1))).unwrap();
    contact(&data, log, "01/05/2022", &most).0.ended(0);
    let second_round = format!(
        "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n{0},notify-sms,second,2022-04-01,,,\r\n\
         {0},notify-sms,second,2022-05-01,sms,2,\r\n{1},notify-sms,second,2022-05-01,sms,1,\r\n",
        nhs(1),
        nhs(2)
    );
    assert_eq!(fs::read_to_string(log).unwrap(), second_round);
    let third = json!([["Eligible", 2], ["Contacts used up", 1], ["Written", 1]]);
    assert_eq!(steps(&data, log, "20/05/2022", &most), third);
    // Without a maximum, both.
    assert_eq!(steps(&data, log, "20/05/2022", &SMS), json!([["Eligible", 2], ["Written", 2]]));
    let round = |n| steps(&data, log, "20/05/2022", &[&SMS[..], &["--round", n]].concat());
    assert_eq!(round("1"), json!([]));
    assert_eq!(round("2"), json!([["Eligible", 1], ["Written", 1]]));
    assert_eq!(round("3"), json!([["Eligible", 1], ["Written", 1]]));
}

#[test]
fn people_are_moved_one_channel_on_at_each_contact_by_what_they_have() {
    let without_email = reachable(2).with("Email", "");
    let (place, data) = (Folder::new(), clinic(&[reachable(1), without_email], &[1, 2]));
    let log = place.file("log.csv");
    let log = log.to_str().unwrap();
    // The order in which they are named is not that of escalation.
    let args = ["--channels", "phone,letter,sms,email", "--escalate", "--reinvite-after", "1"];
    let mut way = Vec::new();
    for day in ["11/05/2022", "12/05/2022", "13/05/2022", "14/05/2022", "15/05/2022"] {
        contact(&data, log, day, &args).0.ended(0);
        let text = fs::read_to_string(log).unwrap();
        let of =
            |n| text.lines().rfind(|line| line.starts_with(&nhs(n))).unwrap().split(',').nth(4).unwrap().to_owned();
        way.push(format!("{} {}", of(1), of(2)));
    }
    assert_eq!(way, ["sms sms", "email letter", "letter phone", "phone phone", "phone phone"]);
    for args in
        [&["--escalate", "--channels", "sms"][..], &["--escalate", "--target", "notify-sms", "--invite-log", "x"]]
    {
        on(&data, "invites", &[args, &["--allow-old-data", "-n"]].concat()).ended(2);
    }
}

/// How many times twenty runs are at the same log at once: once, or `VAXDASH_CASES` times.
fn times() -> u32 {
    std::env::var("VAXDASH_CASES").map_or(1, |text| text.parse().expect("VAXDASH_CASES is a number"))
}

/// Everybody of a clinic is invited by runs at once that take one to three people each, for one target or
/// another: nobody twice, and the log and the files are one set.
#[test]
fn runs_at_once_invite_nobody_twice() {
    let numbers: Vec<u32> = (1..).filter(|n| crate::data::nhs_if_any(*n).is_some()).take(20).collect();
    let people: Vec<Row> = numbers.iter().map(|n| reachable(*n)).collect();
    let data = clinic(&people, &numbers);
    let everybody: Vec<String> = numbers.iter().map(|n| nhs(*n)).collect();
    for time in 0..times() {
        let place = Folder::new();
        let log = place.file("log.csv");
        let log = log.to_str().unwrap();
        let written = thread::scope(|scope| {
            let run = |n: u32| {
                let mixed = (n + time) * 7 + time / 5;
                let target = ["accubook", "phone-list", "accurx-web"][mixed as usize % 3];
                let limit = (1 + mixed / 3 % 3).to_string();
                let args = ["--target", target, "--limit", &limit, "--wait", "300"];
                let (run, files) = contact(&data, log, "11/05/2022", &args);
                run.ended(0);
                let people = files.into_values().flat_map(|text| numbers_of(&text));
                people.map(|number| format!("{number} {target}")).collect::<Vec<String>>()
            };
            let runs: Vec<_> = (0..20).map(|n| scope.spawn(move || run(n))).collect();
            runs.into_iter().flat_map(|run| run.join().unwrap()).collect::<BTreeSet<String>>()
        });
        let text = fs::read_to_string(log).unwrap();
        let rows = text.lines().skip(1).map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" "));
        let rows: Vec<String> = rows.collect();
        assert_eq!(rows.iter().cloned().collect::<BTreeSet<String>>(), written, "time {time}");
        let mut logged: Vec<&str> = rows.iter().map(|row| row.split(' ').next().unwrap()).collect();
        logged.sort_unstable();
        assert_eq!(logged, everybody, "time {time}");
    }
}

/// The NHS numbers of an import file, wherever its column stands.
fn numbers_of(text: &str) -> Vec<String> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let at = header.iter().position(|name| name.eq_ignore_ascii_case("NHS Number")).expect("a column of NHS numbers");
    lines.map(|cells| cells[at].to_owned()).collect()
}

#[test]
fn a_run_waits_for_another_and_then_gives_up() {
    let (place, data) = (Folder::new(), clinic(&[reachable(1)], &[1]));
    let log = place.file("log.csv");
    let held = fs::File::create(place.file(".log.csv.lock")).unwrap();
    held.lock().unwrap();
    let (run, files) = contact(&data, log.to_str().unwrap(), "11/05/2022", &[&SMS[..], &["--wait", "2"]].concat());
    let run = run.ended(4);
    assert!(run.err.contains("waiting for another run") && run.err.contains("after 2 seconds"), "{}", run.err);
    assert!(files.is_empty() && !log.exists());
    held.unlock().unwrap();
    contact(&data, log.to_str().unwrap(), "11/05/2022", &SMS).0.ended(0);
}
