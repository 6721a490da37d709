//! The same bytes in every locale and time zone.

use std::collections::BTreeSet;
use std::fs;

use super::{files_in, folder_of, orderly, orderly_of_known_age, people, sample};
use crate::data::{csv, dose, patient, pipes};
use crate::harness::{Folder, Invocation};

/// Output, errors and files of a run in an environment.
fn run_in(environment: &[(&str, &str)], args: &[&str]) -> (Option<i32>, Vec<u8>, Vec<u8>) {
    let output = Invocation::new().envs(environment).args(args).output();
    (output.status.code(), output.stdout, output.stderr)
}

/// Locales and time zones, several at a time: whichever of them changed anything would be seen. The plain
/// run has none of them, which is the locale C.
const ENVIRONMENTS: [&[(&str, &str)]; 3] = [
    &[("LC_ALL", "en_US.UTF-8"), ("LANG", "en_US.UTF-8"), ("TZ", "Pacific/Kiritimati")],
    &[("LC_ALL", "tr_TR.UTF-8"), ("TZ", "America/Los_Angeles")],
    &[("TZ", "nonsense"), ("LC_ALL", "de_DE@euro"), ("COLUMNS", "40")],
];

/// Every command that says anything, with arguments that make it say much.
fn commands<'a>(data: &'a str, number: &'a str, log: &'a str) -> Vec<Vec<&'a str>> {
    let mut commands = vec![
        vec!["history", number],
        vec!["history", number, "--format", "json"],
        vec!["invites", "--target", "accubook", "--allow-old-data", "--dry-run"],
        vec!["outcomes", "--invite-log", log],
        vec!["outcomes", "--invite-log", log, "--list"],
        vec!["check"],
        vec!["check", "--format", "json"],
    ];
    for command in [
        "uptake",
        "cohorts",
        "first-dose",
        "second-dose",
        "boosters",
        "campaign",
        "immunosuppressed",
        "trend",
        "activity",
        "patients",
        "quality",
        "sources",
    ] {
        commands.push(vec![command]);
        for more in [["--format", "csv"], ["--format", "json"], ["--format", "xlsx"], ["--disclosure", "nhs"]] {
            commands.push(vec![command, more[0], more[1]]);
        }
        if !["uptake", "trend", "activity", "sources"].contains(&command) {
            commands.push(vec![command, "--list"]);
        }
    }
    for command in &mut commands {
        command.extend(["--data", data]);
    }
    // By the date of the newest file, and by another.
    let mut dated = commands.clone();
    dated.retain(|command| command.len() < 5);
    for command in &mut dated {
        command.extend(["--as-at", "20/04/2022"]);
    }
    commands.extend(dated);
    commands.extend([
        vec!["compare", data, data, "--old-as-at", "11/04/2022"],
        vec!["compare", data, data, "--old-as-at", "11/04/2022", "--format", "json", "--disclosure", "nhs"],
        vec!["rules", "--as-at", "11/05/2022"],
        vec!["rules", "--as-at", "11/05/2022", "--format", "json"],
        vec!["invites", "--list-targets"],
        vec!["uptake", "--data", "/no/such/place"],
        vec!["completions", "bash"],
        vec!["man"],
        vec!["guide", "monday"],
    ]);
    commands
}

#[test]
fn every_locale_and_time_zone() {
    let files = sample();
    let data = folder_of(&files);
    let number = &people(&files)[0];
    let contact = format!("NHS Number,Target,Dose,As at\n{number},accubook,second,2022-04-11\n");
    let log = Folder::new().with("log.csv", contact);
    let log = log.file("log.csv").to_str().unwrap().to_owned();
    let commands = commands(data.arg(), number, &log);
    // The commands are all there are: whatever else there is writes files, and is tried below.
    let tried: BTreeSet<&str> =
        commands.iter().map(|args| args[0]).chain(["dashboard", "run", "sample", "audit"]).collect();
    assert_eq!(tried, vaxdash::command().get_subcommands().map(clap::Command::get_name).collect());
    for args in &commands {
        let plain = run_in(&[], args);
        assert!(!plain.1.is_empty() || !plain.2.is_empty());
        assert!([Some(0), Some(3)].contains(&plain.0) || args.contains(&"/no/such/place"), "{args:?}: {plain:?}");
        for environment in ENVIRONMENTS {
            assert_eq!(run_in(environment, args), plain, "{environment:?} {args:?}");
        }
    }
}

#[test]
fn the_newest_file_decides_the_date_by_clocks_in_london_wherever_the_computer_is() {
    // Half an hour on each side of midnight in London, in summer and in winter; in Kiritimati it is
    // long the next day, in Los Angeles still the day before.
    let events = pipes(&[dose(1, "20210301"), dose(1, "20210601")]);
    for (stamp, as_at) in [
        ("20220510T22300000", "10/05/2022"),
        ("20220510T23300000", "11/05/2022"),
        ("20220510T23300001", "10/05/2022"),
        ("20220511T00300001", "11/05/2022"),
        ("20220131T23300000", "31/01/2022"),
        ("20220201T00300000", "01/02/2022"),
        // The hour that there is twice, and the one that there is not.
        ("20211031T00300001", "31/10/2021"),
        ("20220327T00300000", "27/03/2022"),
    ] {
        let data = Folder::new()
            .with("practices.csv", crate::data::PRACTICES)
            .with("patients.csv", csv(&[patient(1)]))
            .with(&format!("COVID_Vaccinations_v5_YGM41_{stamp}.csv"), &events);
        let args = ["uptake", "--data", data.arg()];
        let plain = run_in(&[], &args);
        let text = String::from_utf8(plain.1.clone()).unwrap();
        assert!(text.contains(&format!("As at {as_at}")), "{stamp}: {text}");
        for environment in ENVIRONMENTS {
            assert_eq!(run_in(environment, &args), plain, "{environment:?} {stamp}");
        }
    }
}

#[test]
fn today_is_todays_date_in_london_wherever_the_computer_is() {
    let data = folder_of(&orderly());
    let today = crate::data::today().format("%d/%m/%Y").to_string();
    for environment in ENVIRONMENTS {
        for args in [&["--as-at", "today"][..], &[]] {
            let (code, out, _) = run_in(environment, &[&["uptake", "--data", data.arg()], args].concat());
            let out = String::from_utf8(out).unwrap();
            assert_eq!(code, Some(0));
            assert!(out.contains(&format!("As at {today}")), "{environment:?}: {out}");
        }
    }
}

#[test]
fn booking_files_and_samples_are_the_same_bytes_in_every_environment() {
    let data = folder_of(&orderly_of_known_age());
    let made = |environment: &[(&str, &str)]| {
        let out = Folder::new();
        let (sample, invites) = (out.file("sample"), out.file("invites"));
        run_in(environment, &["sample", "-o", sample.to_str().unwrap(), "--patients", "50"]);
        let args =
            ["--target", "accubook", "--allow-old-data", "-o", invites.to_str().unwrap(), "--as-at", "11/05/2022"];
        run_in(environment, &[&["invites", "--data", data.arg()], &args[..]].concat());
        let book = out.file("all.xlsx");
        let args = ["dashboard", "--with-patients", "--as-at", "11/05/2022", "--data", data.arg(), "-o"];
        run_in(environment, &[&args[..], &[book.to_str().unwrap()]].concat());
        (files_in(&sample), files_in(&invites), fs::read(book).unwrap())
    };
    let plain = made(&[]);
    assert!(plain.0.len() == 10 && plain.1.len() > 3, "{:?}", plain.1.keys());
    for environment in ENVIRONMENTS {
        assert_eq!(made(environment), plain, "{environment:?}");
    }
}
