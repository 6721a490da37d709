//! `vaxdash rules`, and rules folders in every command.

use std::fs;

use serde_json::{Value, json};

use crate::data::{doses, extract, nhs, on, patient, pick, report, row};
use crate::harness::{Folder, table, vaxdash};

#[track_caller]
fn rules(args: &[&str]) -> Value {
    vaxdash(&[&["rules", "--format", "json"], args].concat()).ended(0).json()
}

fn ids(report: &Value) -> Vec<String> {
    crate::data::column(report, "rules", "id").iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

/// A folder with the built-in rules, one text of one file replaced by another.
#[track_caller]
fn changed(file: &str, from: &str, to: &str) -> Folder {
    let folder = Folder::new();
    vaxdash(&["rules", "--export", folder.arg(), "--force"]).ended(0);
    let text = fs::read_to_string(folder.file(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    folder.with(file, text.replacen(from, to, 1))
}

#[test]
fn the_rows_in_force_as_at_a_date() {
    let intervals = |as_at: &str| -> Vec<String> {
        let report = rules(&["--as-at", as_at]);
        let rows = table(&report, "rules")["rows"].as_array().unwrap().clone();
        let says = rows.iter().filter(|row| row["section"].as_str().unwrap().contains("ooster"));
        says.map(|row| row["says"].as_str().unwrap().to_owned()).collect()
    };
    assert!(intervals("07/12/2021").iter().any(|says| says.contains("182")), "{:?}", intervals("07/12/2021"));
    assert!(!intervals("08/12/2021").iter().any(|says| says.contains("182")));
    assert!(intervals("2021-12-08").iter().any(|says| says.contains("91")));
}

#[test]
fn every_row_has_a_source_and_what_is_assumed_is_marked() {
    let report = rules(&["--as-at", "11/05/2022"]);
    let rows = table(&report, "rules")["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| !row["source"].as_str().unwrap().is_empty()));
    // Section 3.1: the definitions of cohorts 14, 15 and 16 are assumed, that of cohort 9 is not.
    for (id, assumed) in [("cohort-14", true), ("cohort-16", true), ("cohort-9", false)] {
        let mark = &row(&report, "rules", "id", id)["assumed"];
        assert_eq!(mark.as_str().is_some_and(|text| text.starts_with("assumed")), assumed, "{id}");
    }
}

#[test]
fn without_a_date_the_rules_are_those_of_today() {
    let today = crate::data::today().format("%d/%m/%Y").to_string();
    assert_eq!(rules(&[]), rules(&["--as-at", "today"]));
    assert_eq!(rules(&[]), rules(&["--as-at", &today]));
    let screen = vaxdash(&["rules"]).ended(0).out;
    assert!(screen.contains(&format!("as at {today}")), "{screen}");
}

#[test]
fn there_are_no_rules_before_the_programme() {
    let run = vaxdash(&["rules", "--as-at", "07/12/2020"]).ended(2);
    assert!(run.err.contains("08/12/2020") && run.out.is_empty(), "{}", run.err);
    vaxdash(&["rules", "--as-at", "08/12/2020"]).ended(0);
}

#[test]
fn what_is_exported_is_sound_and_the_same() {
    let folder = Folder::new();
    let path = folder.file("rules");
    let path = path.to_str().unwrap();
    let run = vaxdash(&["rules", "--export", path]).ended(0);
    assert!(run.out.contains(path), "{}", run.out);
    assert_eq!(fs::read_dir(path).unwrap().count(), 15);
    // "How to read and change this file: README.md", say the files.
    let readme = fs::read_to_string(folder.file("rules").join("README.md")).unwrap();
    for entry in fs::read_dir(path).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "README.md" || readme.contains(&format!("| `{name}` |")), "README.md does not tell of {name}");
    }
    let run = vaxdash(&["rules", "--validate", path]).ended(0);
    assert!(run.out.contains("sound"), "{}", run.out);
    assert_eq!(rules(&["--as-at", "11/05/2022"]), rules(&["--as-at", "11/05/2022", "--rules", path]));
    // Nothing is written over without --force, and then everything is.
    fs::write(folder.file("rules").join("booster.toml"), "mine").unwrap();
    vaxdash(&["rules", "--export", path]).ended(4);
    assert_eq!(fs::read_to_string(folder.file("rules").join("booster.toml")).unwrap(), "mine");
    vaxdash(&["rules", "--export", path, "--force"]).ended(0);
    vaxdash(&["rules", "--validate", path]).ended(0);
}

#[test]
fn every_fault_at_once_with_its_file_and_place() {
    let folder = Folder::new()
        .with("procedures.csv", "code,class,label\n1324681000000102,dose1,x\n1324691000000104,jab,y\n")
        .with(
            "offers.toml",
            "[first_and_second_dose]\nid = \"x\"\nfrom = 2020-12-08\nsource = \"x\"\nfinish = 2023-06-30\n",
        )
        .with("bosters.toml", "");
    let run = vaxdash(&["rules", "--validate", folder.arg()]).ended(3);
    for words in [
        &["procedures.csv line 2", "Verhoeff"][..],
        &["procedures.csv line 3", "jab"],
        &["offers.toml", "finish"],
        &["bosters.toml", "booster.toml"],
    ] {
        let found = run.out.lines().any(|line| words.iter().all(|word| line.contains(word)));
        assert!(found, "{words:?}: {}", run.out);
    }
}

#[test]
fn each_kind_of_fault_is_found() {
    for (file, from, to, words) in [
        ("second_dose.toml", "to = 2021-05-13", "to = 2021-05-14", "overlap"),
        ("second_dose.toml", "to = 2021-05-13", "to = 2021-05-12", "gap"),
        ("cohorts.toml", "any_of = [\"care_home_resident\"]", "any_of = [\"care_home\"]", "care_home"),
        ("cohorts.toml", "min_age = 80", "min_age = 800", "800"),
        ("booster.toml", "days = 91", "day = 91", "\"day\""),
        ("products.csv", "39115611000001103", "39115611000001104", "39115611000001104"),
        ("campaigns.toml", "to = 2022-06-30", "to = 2022-01-30", "spring-2022"),
    ] {
        let text = fs::read_to_string(changed(file, from, to).file(file)).unwrap();
        let folder = Folder::new().with(file, text);
        let run = vaxdash(&["rules", "--validate", folder.arg()]).ended(3);
        assert!(run.out.contains(file) && run.out.contains(words), "{file} {to}: {}", run.out);
    }
}

#[test]
fn a_bad_folder_stops_every_report_with_exit_5_and_the_fault() {
    let bad = Folder::new().with("booster.toml", "x = 1\n");
    let folder = extract(&[patient(1)], &[]);
    let number = nhs(1);
    let commands: [(&str, &[&str]); 3] =
        [("uptake", &[]), ("history", &[&number]), ("invites", &["--target", "accubook", "-n", "--allow-old-data"])];
    for (command, args) in commands {
        let run = on(&folder, command, &[args, &["--rules", bad.arg()]].concat()).ended(5);
        assert!(run.err.contains("booster.toml") && run.err.contains("unknown key"), "{}", run.err);
        assert!(run.out.is_empty());
    }
    let run = vaxdash(&["rules", "--rules", bad.arg()]).ended(5);
    assert!(run.err.contains("booster.toml"), "{}", run.err);
    for folder in ["/no/such/folder", folder.arg()] {
        vaxdash(&["rules", "--rules", folder]).ended(5);
        vaxdash(&["rules", "--validate", folder]).ended(3);
    }
}

#[test]
fn a_changed_rule_changes_every_report_and_its_version() {
    // Boosters opened for cohort 9 on 16/09/2021; the second dose was due after 56 days.
    let rules_folder =
        changed("second_dose.toml", "due_after = 56\noverdue_after = 84", "due_after = 57\noverdue_after = 90");
    let folder = extract(&[patient(1)], &doses(1, &["20210601"]));
    let second = |args: &[&str]| {
        let number = nhs(1);
        let all = [&[number.as_str(), "--as-at", "25/08/2021"], args].concat();
        let found = report(&folder, "history", &all);
        (
            pick(row(&found, "assessment", "question", "Second dose"), &["answer", "due_date"]),
            found["rules_version"].clone(),
        )
    };
    let with = ["--rules", rules_folder.arg()];
    assert_eq!(second(&[]).0, json!(["overdue", "2021-07-27"]));
    assert_eq!(second(&with).0, json!(["due", "2021-07-28"]));
    let version = second(&with).1;
    assert!(version.as_str().unwrap().contains("second_dose.toml"), "{version}");
    assert_ne!(version, second(&[]).1);
    let shown = report(&folder, "uptake", &with);
    assert_eq!(shown["rules_version"], version);
}

#[test]
fn flags_that_exclude_each_other() {
    for args in [
        &["--validate", "x", "--export", "y"][..],
        &["--validate", "x", "--rules", "y"],
        &["--export", "x", "--as-at", "today"],
    ] {
        vaxdash(&[&["rules"], args].concat()).ended(2);
    }
}

#[test]
fn the_json_says_as_at_which_date() {
    let report = rules(&["--as-at", "11/05/2022"]);
    assert_eq!(report["as_at"], "2022-05-11");
    assert!(report["rules_version"].is_string());
    assert!(!ids(&report).is_empty());
}

#[test]
fn a_flag_that_would_do_nothing_is_refused() {
    for args in [["rules", "--validate", ".", "--format", "json"], ["rules", "--export", ".", "--width", "80"]] {
        vaxdash(&args).ended(2);
    }
}
