//! Section 6.4: text from outside leaves through one gate. Marks are planted
//! wherever such text comes in, and looked for wherever it leaves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::data::{doses, extract, nhs, on, patient};
use crate::harness::{Folder, Run, vaxdash, vaxdash_in};

/// What steers a terminal, turns text round, forges a line or names somebody.
fn mark() -> String {
    let number = nhs(54321);
    let (a, b, c) = (&number[..3], &number[3..6], &number[6..]);
    format!("M\u{202e}a\u{1b}[2Jb\nvaxdash: all is well\r\u{9b}c {number} {a} {b} {c} {a}-{b}-{c}")
}

/// The same with more text than anybody reads.
fn long() -> String {
    mark() + &"q".repeat(5000)
}

#[track_caller]
fn harmless(place: &str, text: &str) {
    let moves = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!text.contains(moves), "{place}: {text:?}");
    assert!(!text.lines().any(|line| line.starts_with("vaxdash: all is well")), "{place}: {text}");
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    assert!(!digits.contains(&nhs(54321)), "{place}: {text}");
    assert!(!text.contains(&"q".repeat(4200)), "{place}: {} bytes", text.len());
}

#[track_caller]
fn shows_nothing(place: &str, run: &Run) {
    harmless(place, &run.err);
    harmless(place, &run.out.replace('\r', ""));
    assert_ne!(run.code, 70, "{place}: {}", run.err);
}

fn people() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20220101"]))
}

#[test]
fn the_value_of_every_option() {
    let (data, out) = (people(), Folder::new());
    let whole = vaxdash::command();
    let mut seen = BTreeSet::new();
    for command in whole.get_subcommands().filter(|command| command.get_name() != "help") {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let name = arg.get_long().map_or_else(|| format!("{} {}", command.get_name(), arg.get_id()), str::to_owned);
            if !seen.insert(name.clone()) {
                continue;
            }
            for value in [mark(), long(), format!("a,{}", mark()), format!("a={}", mark())] {
                let given = arg.get_long().map_or_else(|| value.clone(), |long| format!("--{long}={value}"));
                let mut args = vec![command.get_name()];
                if name != "data" && command.get_arguments().any(|arg| arg.get_long() == Some("data")) {
                    args.extend(["--data", data.arg(), "--as-at", "2022-05-11"]);
                }
                if name == "as-at" {
                    args.truncate(args.len() - 2);
                }
                args.push(&given);
                shows_nothing(&format!("{} --{name}", command.get_name()), &vaxdash_in(out.path(), &args, ""));
            }
        }
    }
    assert!(seen.len() > 50, "{seen:?}");
    for args in
        [vec![mark()], vec![format!("--{}", mark())], vec!["uptake".to_owned(), mark()], vec!["run".to_owned(), mark()]]
    {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        shows_nothing("a word", &vaxdash(&args));
        shows_nothing("a word", &vaxdash(&[&args[..], &["--format", "json"]].concat()));
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_and_folders() {
    let outside = Folder::new();
    let folder = outside.file(&mark());
    fs::create_dir(&folder).unwrap();
    let data = people();
    for name in ["patients.csv", "practices.csv", "vaccinations.csv"] {
        fs::copy(data.file(name), folder.join(mark() + name)).unwrap();
    }
    for (name, text) in
        [("stray.csv", "a,b\n1,2\n"), ("cut.csv", "NHS Number,Data_Source\n\"1,x\n"), ("x.zip", "PK"), ("y", "z")]
    {
        fs::write(folder.join(mark() + name), text).unwrap();
    }
    fs::write(folder.join(mark() + "book.xlsx"), crate::books::of_csv("a,b\n1,2\n")).unwrap();
    let everywhere = |folder: &Path| {
        let data = folder.to_str().unwrap();
        for command in ["uptake", "check", "sources", "patients", "history"] {
            for format in ["table", "json", "csv"] {
                let mut args = vec![command, "--data", data, "--as-at", "2022-05-11", "--format", format];
                if command == "history" {
                    args.extend(["9990000018"]);
                }
                shows_nothing(command, &vaxdash(&args));
            }
        }
        let list = folder.join("list.csv");
        let list = list.to_str().unwrap();
        for _ in 0..2 {
            shows_nothing("-o", &vaxdash(&["patients", "--list", "--data", data, "-o", list]));
        }
    };
    everywhere(&folder);
    fs::remove_file(folder.join(mark() + "cut.csv")).unwrap();
    everywhere(&folder);
    shows_nothing("compare", &vaxdash(&["compare", folder.to_str().unwrap(), folder.to_str().unwrap()]));
    // What is left there, and in the log.
    fs::write(folder.join(format!(".vaxdash-{}.part", mark())), "").unwrap();
    let log = folder.join(mark() + "audit");
    for _ in 0..2 {
        let (list, log) = (folder.join(mark() + "list.csv"), log.to_str().unwrap());
        let args = ["--as-at", "2022-05-11", "--audit", log, "-f", "-o", list.to_str().unwrap()];
        shows_nothing("log", &vaxdash(&[&["patients", "--list", "--data", data.arg()], &args[..]].concat()).ended(0));
    }
    harmless("the log", &fs::read_to_string(&log).unwrap());
    shows_nothing("verify", &vaxdash(&["audit", "verify", log.to_str().unwrap()]).ended(0));
}

#[test]
fn labels_headings_and_cells() {
    let quoted = |text: &str| format!("\"{text}\"");
    let practices = format!(
        "Practice code,Practice name,PCN code,PCN name,Activity codes\nA81001,{m},{m},{m},B0360\nA81002,{m},U2,{m},\nA81003,{l},U2,x,B0360\n",
        m = quoted(&mark()),
        l = quoted(&long())
    );
    let folder = people().with("practices.csv", practices);
    let folder = folder.with("stray.csv", format!("{0},{0}\n{0},1\n", quoted(&mark())));
    let folder =
        folder.with("sources.csv", format!("Source name,Last refreshed\n{},2022-05-11 06:00\n", quoted(&mark())));
    // Cells that are wrong, and a heading that nobody knows.
    let patients = fs::read_to_string(folder.file("patients.csv")).unwrap();
    let (header, rows) = patients.split_once('\n').unwrap();
    let rows: Vec<String> = rows.lines().map(|row| format!("{row},{}", quoted(&mark()))).collect();
    let folder = folder.with("patients.csv", format!("{header},{}\n{}\n", quoted(&mark()), rows.join("\n")));
    for command in ["uptake", "check", "cohorts", "sources", "trend", "activity", "second-dose"] {
        for format in ["table", "json", "csv"] {
            shows_nothing(command, &on(&folder, command, &["--format", format]));
        }
        shows_nothing(command, &on(&folder, command, &["--format", "table", "--width", "60"]));
    }
    shows_nothing("list", &on(&folder, "patients", &["--list", "--columns", "practice_code,practice_name,cohort"]));
    for column in ["NHS Number", "Date of Birth", "Practice code", "Gender", "Ethnicity", "Date of death"] {
        let bad = [patient(1), patient(2).with(column, mark()), patient(3).with(column, long())];
        let folder = extract(&bad, &doses(1, &["20220101"]));
        shows_nothing(column, &on(&folder, "check", &[]));
        shows_nothing(column, &on(&folder, "uptake", &["--rejects", folder.file("rejects.txt").to_str().unwrap()]));
        harmless(column, &fs::read_to_string(folder.file("rejects.txt")).unwrap_or_default().replace('\r', ""));
    }
}

#[test]
fn rules_settings_targets_and_logs() {
    let (data, out) = (people(), Folder::new());
    let rules = out.file("rules");
    vaxdash(&["rules", "--export", rules.to_str().unwrap()]).ended(0);
    let toml = |text: &str| {
        format!("{text:?}").replace("\\u{202e}", "\\u202E").replace("\\u{1b}", "\\u001B").replace("\\u{9b}", "\\u009B")
    };
    for text in [mark(), long()] {
        let products = fs::read_to_string(rules.join("products.csv")).unwrap();
        fs::write(rules.join("products.csv"), format!("{products}\"{text}\",\"{text}\",\"{text}\",x,y\n")).unwrap();
        fs::write(rules.join("mine.toml"), "").unwrap();
        shows_nothing("rules", &vaxdash(&["rules", "--validate", rules.to_str().unwrap()]));
        shows_nothing("rules", &on(&data, "uptake", &["--rules", rules.to_str().unwrap()]));
        fs::write(rules.join("products.csv"), products).unwrap();
        let key = toml(&text);
        for settings in [
            format!("{key} = 1\n"),
            format!("as_at = {key}\n"),
            format!("data = {key}\n"),
            format!("[uptake]\n{key} = 1\n"),
            format!("[uptake]\nby = {key}\n"),
            format!("[headings]\n{key} = \"date_of_death\"\n\"Went on\" = {key}\n"),
            format!("[preset.{key}]\n{key} = 1\n"),
            format!("[preset.a]\n[[preset.a.step]]\ncommand = {key}\n"),
            format!("[preset.a]\n[[preset.a.step]]\ncommand = \"uptake\"\n{key} = 1\n"),
            format!("[preset.a]\n[[preset.a.step]]\ncommand = \"uptake\"\nby = {key}\n"),
            format!("{text} = = "),
        ] {
            fs::write(out.file("vaxdash.toml"), &settings).unwrap();
            for args in [&["uptake", "--data", data.arg()][..], &["run", "a", "--data", data.arg()], &["run"]] {
                shows_nothing(&settings, &vaxdash_in(out.path(), args, ""));
            }
        }
        fs::write(out.file("targets.toml"), format!("[[target]]\nname = {key}\n{key} = 1\n")).unwrap();
        let targets = out.file("targets.toml");
        let args = ["--targets", targets.to_str().unwrap(), "--target", "accubook", "--allow-old-data", "-o", "x"];
        shows_nothing("targets", &on(&data, "invites", &args));
        for log in [
            format!("NHS Number,Target,Dose,As at\n\"{text}\",\"{text}\",\"{text}\",\"{text}\"\n"),
            format!("\"{text}\",\"{text}\"\n\"{text}\",1\n"),
        ] {
            fs::write(out.file("log.csv"), log).unwrap();
            let log = out.file("log.csv");
            let to = out.file("to");
            let args = ["--target", "accubook", "--allow-old-data", "-f", "-o", to.to_str().unwrap()];
            for option in ["--exclude", "--invite-log", "--reviewed"] {
                shows_nothing(option, &on(&data, "invites", &[&args[..], &[option, log.to_str().unwrap()]].concat()));
            }
            shows_nothing("outcomes", &on(&data, "outcomes", &["--invite-log", log.to_str().unwrap()]));
        }
    }
}

#[test]
fn paths_are_shown_by_nothing_but_the_gate() {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path, found);
            } else if fs::read_to_string(&path).unwrap_or_default().contains(".display()") {
                found.push(path.to_str().unwrap().to_owned());
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.is_empty(), "{found:?}: write Foreign::path");
}
