//! Every flag of every command, from the command line's own description of
//! itself: a new command or flag fails here until it is known how it is tried.

use std::path::Path;

use super::{MARKED, data, marks, unseen};
use crate::data::nhs;
use crate::harness::{Folder, Run, vaxdash, vaxdash_in};

/// How each command is run before any flag is added. `DATA` is the folder.
const COMMANDS: [(&str, &[&str]); 25] = [
    ("uptake", &["--data", "DATA"]),
    ("cohorts", &["--data", "DATA"]),
    ("first-dose", &["--data", "DATA"]),
    ("second-dose", &["--data", "DATA"]),
    ("boosters", &["--data", "DATA"]),
    ("campaign", &["--data", "DATA"]),
    ("immunosuppressed", &["--data", "DATA"]),
    ("trend", &["--data", "DATA"]),
    ("activity", &["--data", "DATA"]),
    ("patients", &["--data", "DATA"]),
    ("quality", &["--data", "DATA"]),
    ("sources", &["--data", "DATA"]),
    ("dashboard", &["--data", "DATA", "-o", "all.xlsx"]),
    ("compare", &["DATA", "DATA", "--old-as-at", "2022-05-01"]),
    ("run", &["weekly", "--data", "DATA"]),
    ("invites", &["--data", "DATA", "--target", "accubook", "--allow-old-data", "-o", "out"]),
    ("outcomes", &["--data", "DATA", "--invite-log", "DATA/invited.csv"]),
    ("history", &["9990000018", "--data", "DATA"]),
    ("check", &["--data", "DATA"]),
    // These read no data, unless it were by mistake: it is set for all of them.
    ("rules", &[]),
    ("sample", &["-o", "sample", "--patients", "20"]),
    ("audit", &["verify", "audit.log"]),
    ("guide", &["monday"]),
    ("completions", &["bash"]),
    ("man", &[]),
];

/// What each flag is tried with; a word that is no value is a flag without one.
const FLAGS: [(&str, &[&[&str]]); 77] = [
    ("data", &[&["DATA"], &["DATA/patients.csv"], &["DATA/headless.csv"], &["/no/such/place"]]),
    ("practices", &[&["DATA/practices.csv"], &["DATA/patients.csv"], &["mine.txt"]]),
    ("pcn", &[&["U11111"], &["U99999"]]),
    ("sheet", &[&["Sheet1"]]),
    ("heading", &[&["Went on=date_of_death"], &["Went on=never"]]),
    ("reviewed", &[&["DATA/list.csv"], &["DATA/headless.csv"]]),
    ("as-at", &[&["01/03/2021"], &["2020-01-01"], &["never"]]),
    ("old-as-at", &[&["01/03/2021"], &["never"]]),
    ("rules", &[&["rules"], &["/no/such/place"]]),
    ("doubts", &[&[]]),
    ("outputs", &[&[], &["schema"], &["x"]]),
    ("validate", &[&["rules"], &["DATA"]]),
    ("export", &[&["exported"]]),
    ("threads", &[&["1"], &["3"]]),
    ("no-hash", &[&[]]),
    ("faults", &[&["list"], &["no-death-column,na-words"], &["x"]]),
    ("accept", &[&["refresh-unknown"], &["rows-short=patients.csv"], &["rows-shrt"]]),
    ("imd-year", &[&["2019"], &["2025"], &["2024"]]),
    ("rejects", &[&["rejects.csv"]]),
    ("strict", &[&[]]),
    ("practice", &[&["A81001"], &["A81009"]]),
    ("cohort", &[&["9,none"], &["99"]]),
    ("age", &[&["34"], &["0-120"], &["x"]]),
    ("gender", &[&["not-known"], &["x"]]),
    ("ethnicity", &[&["not-known"], &["x"]]),
    ("imd", &[&["not-known"], &["9"]]),
    ("immunosuppressed", &[&[]]),
    ("housebound", &[&[]]),
    ("brand", &[&["Pfizer,unknown"], &["AstraZeneca", "--list"], &["x"]]),
    ("in-campaign", &[&["spring-2022"], &["none"]]),
    ("campaign", &[&["spring-2022"], &["none"]]),
    ("by", &[&["practice,age,gender"], &["cohort"], &["pcn,ethnicity,imd"], &["surname"], &["site"], &["supplier"]]),
    ("every", &[&["day"], &["month"], &["hour"]]),
    ("from", &[&["01/03/2021"], &["2022-05-01"], &["never"]]),
    ("to", &[&["01/03/2022"], &["2022-05-01"], &["never"]]),
    ("detail", &[&[]]),
    ("no-names", &[&[]]),
    ("all-sheets", &[&[]]),
    ("chart", &[&[]]),
    ("target", &[&["75"], &["phone-list"], &["notify-letter"]]),
    ("interval", &[&[], &["--target", "75"]]),
    ("list", &[&[]]),
    ("status", &[&["overdue"], &["eligible"], &["patients"], &["first-dose-eligible"], &["x"]]),
    (
        "columns",
        &[&["nhs_number,surname,address,mobile,email,first_dose_site,declined_date,contraindicated_date"], &["x"]],
    ),
    ("overdue-after", &[&["10"], &["x"]]),
    ("with-patients", &[&[]]),
    ("organisation", &[&["North PCN"]]),
    ("disclosure", &[&["nhs"], &["opensafely"], &["midpoint6"], &["x"]]),
    (
        "format",
        &[&["table"], &["csv"], &["json"], &["ndjson"], &["ndjson", "--list"], &["xlsx", "-o", "report"], &["html"]],
    ),
    ("output", &[&["report.json"], &["report.html"], &["report.xlsx"], &["report.csv"], &["mine.txt/x"], &["."]]),
    ("width", &[&["40"]]),
    ("no-bom", &[&["-o", "report.csv"]]),
    ("password-file", &[&["password", "-o", "report.xlsx"], &["DATA/headless.csv", "-o", "report.xlsx"]]),
    ("force", &[&[]]),
    ("quiet", &[&[]]),
    ("audit", &[&["audit.log"], &["audit.log", "--list"], &["DATA/headless.csv", "--list"]]),
    ("reason", &[&["recall", "--audit", "audit.log"]]),
    ("dose", &[&["first"], &["booster"], &["campaign"]]),
    ("due-within", &[&["300"]]),
    ("channels", &[&["sms,email,letter,phone"]]),
    ("limit", &[&["1"]]),
    ("include-visits", &[&[]]),
    ("exclude", &[&["DATA/patients.csv"], &["DATA/list.csv"], &["DATA/headless.csv"]]),
    ("reinvite-after", &[&["0", "--exclude", "DATA/list.csv"]]),
    ("invite-log", &[&["log.csv"], &["DATA/list.csv"], &["DATA/invited.csv", "--list"]]),
    ("max-contacts", &[&["2", "--invite-log", "DATA/list.csv"]]),
    ("round", &[&["1", "--invite-log", "log.csv"]]),
    ("escalate", &[&["--channels", "sms,letter", "--invite-log", "log.csv"]]),
    ("wait", &[&["1", "--invite-log", "log.csv"]]),
    ("message", &[&["mine.txt"], &["DATA/patients.csv"]]),
    ("price", &[&["2.5", "--message", "mine.txt"]]),
    ("allow-old-data", &[&[]]),
    ("list-targets", &[&[]]),
    ("export-targets", &[&[]]),
    ("targets", &[&["DATA/headless.csv"]]),
    ("header", &[&["--target", "emis"]]),
    ("dry-run", &[&[]]),
];

/// Flags that say how much, of what nobody is in, or whom one asks about.
const APART: [&str; 4] = ["patients", "seed", "nhs-number-file", "help"];

/// A run in a folder of its own: what it printed, and the folder with what it wrote.
fn tried(data: &Folder, command: &str, words: &[&str]) -> (Run, Folder) {
    let settings = format!(
        "data = {0:?}\nas_at = \"2022-05-11\"\n[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\nby = \"cohort\"\n\
         chart = true\noutput = \"u.xlsx\"\n[[preset.weekly.step]]\ncommand = \"patients\"\nlist = true\noutput = \"p.csv\"\n\
         [[preset.weekly.step]]\ncommand = \"dashboard\"\nwith_patients = true\noutput = \"d.xlsx\"\n\
         [[preset.weekly.step]]\ncommand = \"invites\"\ntarget = \"phone-list\"\nallow_old_data = true\noutput = \"i\"\n\
         [[preset.weekly.step]]\ncommand = \"trend\"\n",
        data.arg()
    );
    let folder = Folder::new()
        .with("vaxdash.toml", settings)
        .with("mine.txt", "A81001\nA81002\n")
        .with("password", "correct horse\n")
        .with("audit.log", "");
    let words: Vec<String> = words.iter().map(|word| word.replace("DATA", data.arg())).collect();
    let words: Vec<&str> = std::iter::once(command).chain(words.iter().map(String::as_str)).collect();
    (vaxdash_in(folder.path(), &words, ""), folder)
}

/// The flags of a command, without those that are tried elsewhere.
fn flags(command: &clap::Command) -> Vec<String> {
    let long = command.get_arguments().filter_map(clap::Arg::get_long).map(str::to_owned);
    long.filter(|flag| !APART.contains(&flag.as_str())).collect()
}

/// The values that a flag is tried with.
#[track_caller]
fn values(flag: &str) -> &'static [&'static [&'static str]] {
    let known = FLAGS.iter().find(|(known, _)| *known == flag);
    known.unwrap_or_else(|| panic!("--{flag} is new: say here what it is tried with")).1
}

/// The words of a command with a flag; the flag's own words take the place of those that were there.
fn with<'a>(base: &[&'a str], flag: &'a str, value: &[&'a str]) -> Vec<&'a str> {
    let given: Vec<&str> = std::iter::once(flag).chain(value.iter().copied()).collect();
    let mut words = Vec::new();
    let mut rest = base.iter();
    while let Some(word) = rest.next() {
        let twice = |one: &str| given.contains(&one) || one == "-o" && given.contains(&"--output");
        if word.starts_with('-') && twice(word) && *word != "--data" {
            rest.next();
        } else {
            words.push(*word);
        }
    }
    words.extend(given);
    words
}

#[test]
fn no_flag_of_any_command_shows_the_marked_person() {
    let data = data();
    let whole = vaxdash::command();
    let named: Vec<&str> = whole.get_subcommands().map(clap::Command::get_name).collect();
    assert!(named.iter().all(|name| COMMANDS.iter().any(|(known, _)| known == name)), "a command is new: {named:?}");
    let (mut runs, mut good) = (0, 0);
    for (command, base) in COMMANDS {
        let (run, out) = tried(&data, command, base);
        assert!([0, 3].contains(&run.code), "{command}: {}", run.err);
        unseen(&run, &out);
        for flag in flags(whole.find_subcommand(command).unwrap()) {
            for value in values(&flag) {
                let long = format!("--{flag}");
                let words = with(base, &long, value);
                let (run, out) = tried(&data, command, &words);
                assert!([0, 2, 3, 4, 5].contains(&run.code), "{command} {words:?}: {}", run.err);
                unseen(&run, &out);
                runs += 1;
                good += u32::from(run.code == 0);
            }
        }
    }
    assert!(runs > 400 && good > 250, "{runs} runs, {good} of them good: the test tries too little");
}

#[test]
fn history_of_the_marked_person_is_history_of_nobody_with_every_flag() {
    let data = data();
    let whole = vaxdash::command();
    for flag in flags(whole.find_subcommand("history").unwrap()) {
        for value in values(&flag) {
            let long = format!("--{flag}");
            let of = |number: &str| {
                let (run, out) = tried(&data, "history", &with(&[number, "--data", "DATA"], &long, value));
                let logged = std::fs::read(out.file("audit.log")).unwrap();
                let place = out.arg().to_owned();
                (run.code, run.out.replace(&place, ""), run.err.replace(&place, ""), logged, files(out.path()))
            };
            let theirs = of(&nhs(MARKED));
            if theirs.0 == 2 {
                // What is wrong with the command line may repeat the number as it was typed, masked.
                continue;
            }
            assert_eq!(theirs, of(&nhs(123_457)), "--{flag} {value:?}");
        }
    }
}

fn files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_preset_in_which_a_step_fails_shows_nothing() {
    let data = data();
    for broken in ["by = \"surname\"", "output = \"vaxdash.toml/x\"", "practice = \"B82099\"", "campaign = \"x\""] {
        let settings = format!(
            "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"patients\"\nlist = true\noutput = \"p.csv\"\n\
             [[preset.weekly.step]]\ncommand = \"uptake\"\n{broken}\n"
        );
        let folder = Folder::new().with("vaxdash.toml", settings);
        let args = ["run", "weekly", "--data", data.arg(), "--as-at", "2022-05-11"];
        let run = vaxdash_in(folder.path(), &args, "");
        assert!([2, 4, 5].contains(&run.code), "{broken}: {} {}", run.code, run.err);
        // The code of the practice was typed.
        for mark in marks().iter().filter(|mark| *mark != "B82099") {
            assert!(!run.err.contains(mark) && !run.out.contains(mark), "{mark}: {}", run.err);
        }
        assert_eq!(files(folder.path()), ["vaxdash.toml"], "{broken}");
    }
    vaxdash(&["run", "weekly", "--data", data.arg()]).ended(2);
}
