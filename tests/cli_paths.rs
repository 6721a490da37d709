//! Paths of outputs: words in them, and folders that are made for them
//! (specification 5, "Paths").

use std::fs;

use crate::data::{doses, extract, on, patient, pipes, today};
use crate::harness::{Folder, Invocation, Run, vaxdash};

/// Data that say when they were refreshed.
fn stamped() -> Folder {
    let name = "COVID_Vaccinations_v5_YGA_20220510T12000000.csv";
    let folder = extract(&[patient(1), patient(2).with("NHS Number", "1")], &[]);
    fs::remove_file(folder.file("vaccinations.csv")).unwrap();
    folder.with(name, pipes(&doses(1, &["20210301"])))
}

/// Data of which nobody knows that.
fn plain() -> Folder {
    extract(&[patient(1)], &doses(1, &["20210301"]))
}

fn names(folder: &Folder, below: &str) -> Vec<String> {
    let entries = fs::read_dir(folder.file(below)).map(|found| found.map(|entry| entry.unwrap()).collect::<Vec<_>>());
    let mut names: Vec<String> =
        entries.unwrap_or_default().iter().map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A command with its output in a folder.
fn to(data: &Folder, out: &Folder, args: &[&str], path: &str) -> Run {
    on(data, args[0], &[&args[1..], &["-o", out.file(path).to_str().unwrap()]].concat())
}

#[test]
fn every_command_fills_in_the_words_of_its_output() {
    let (data, number) = (stamped(), crate::data::nhs(1));
    for (place, args) in [
        &["uptake"][..],
        &["check"],
        &["history", &number],
        &["patients", "--list"],
        &["dashboard"],
        &["rules"],
        &["sample", "--patients", "20"],
        &["invites", "--target", "emis", "--allow-old-data"],
    ]
    .iter()
    .enumerate()
    {
        let out = Folder::new();
        let run = match args[0] {
            "dashboard" => to(&data, &out, args, "{as_at}/x/{date}.xlsx"),
            "rules" => {
                let path = out.file("{as_at}/x/{date}.csv");
                vaxdash(&["rules", "--as-at", "11/05/2022", "-o", path.to_str().unwrap()])
            }
            "sample" => vaxdash(&[args, &["-o", out.file("{as_at}/x/{date}").to_str().unwrap()][..]].concat()),
            "invites" => to(&data, &out, args, "{as_at}/x/{date}"),
            _ => to(&data, &out, args, "{as_at}/x/{date}.csv"),
        };
        run.ended(0);
        let made = names(&out, "2022-05-11/x");
        let day = today().format("%Y-%m-%d").to_string();
        assert!(made.len() == 1 && made[0].starts_with(&day), "{place} {args:?}: {made:?}");
    }
}

#[test]
fn the_refresh_is_known_from_the_data_or_the_run_is_refused() {
    let out = Folder::new();
    to(&stamped(), &out, &["uptake"], "{refreshed}.csv").ended(0);
    assert_eq!(names(&out, ""), ["2022-05-10.csv"]);
    let out = Folder::new();
    for args in [&["uptake"][..], &["check"], &["invites", "--target", "emis", "--allow-old-data"]] {
        let run = to(&plain(), &out, args, "new/{refreshed}.csv").ended(4);
        assert!(run.err.contains("refreshed") && run.err.contains("sources file"), "{}", run.err);
        assert!(names(&out, "").is_empty());
    }
}

#[test]
fn words_that_nothing_knows_are_refused_before_anything_is_read() {
    let out = Folder::new();
    for path in ["{day}.csv", "a{}/b.csv", "{{date}}.csv", "{Date}.csv"] {
        let path = out.file(path);
        for option in ["-o", "--rejects"] {
            let run = vaxdash(&["uptake", "--data", "/no/such/place", option, path.to_str().unwrap()]).ended(2);
            assert!(run.err.contains("{date}, {as_at}, {refreshed}, {preset}"), "{}", run.err);
        }
    }
    let run = vaxdash(&["uptake", "--data", "/no/such/place", "-o", "{preset}.csv"]).ended(2);
    assert!(run.err.contains("vaxdash run"), "{}", run.err);
    // Who has no date of a report has no word for it.
    vaxdash(&["man", "-o", out.file("{as_at}").to_str().unwrap()]).ended(2);
    assert!(names(&out, "").is_empty());
    // A brace alone is text.
    to(&plain(), &out, &["uptake"], "a{b}.csv").ended(2);
    to(&plain(), &out, &["uptake"], "a{b.csv").ended(0);
    assert_eq!(names(&out, ""), ["a{b.csv"]);
}

#[test]
fn folders_that_were_made_go_again_where_nothing_is_written() {
    let out = Folder::new().with("mine.csv", "mine");
    let (report, rejects) = (out.file("new/deep/report.csv"), out.file("mine.csv"));
    let args = ["-o", report.to_str().unwrap(), "--rejects", rejects.to_str().unwrap()];
    on(&stamped(), "uptake", &args).ended(4);
    assert_eq!(names(&out, ""), ["mine.csv"]);
    let rows = out.file("rows/{as_at}.csv");
    let args = ["-o", report.to_str().unwrap(), "--rejects", rows.to_str().unwrap()];
    let run = on(&stamped(), "uptake", &args).ended(0);
    assert!(report.exists() && run.err.contains("2022-05-11.csv lists them"), "{}", run.err);
    assert_eq!(names(&out, "rows"), ["2022-05-11.csv"]);
}

#[test]
fn a_preset_knows_its_name_and_one_with_a_path_in_it_is_refused() {
    let data = stamped();
    let preset = |name: &str| {
        format!(
            "[preset.\"{name}\"]\ndata = \"{}\"\nas_at = \"11/05/2022\"\nrejects = \"{{preset}}/rows.csv\"\n\
             [[preset.\"{name}\".step]]\ncommand = \"uptake\"\noutput = \"{{preset}}/uptake-{{refreshed}}.csv\"\n",
            data.arg().replace('\\', "/")
        )
    };
    let run = |name: &str| {
        let work = Folder::new().with("vaxdash.toml", preset(name));
        let run = Invocation::new().within(work.path()).args(["run", name]).run();
        (work, run)
    };
    let (work, ended) = run("weekly");
    ended.ended(0);
    assert_eq!(names(&work, "weekly"), ["rows.csv", "uptake-2022-05-10.csv"]);
    let (work, ended) = run("../up");
    assert!(ended.code == 2 && ended.err.contains("letters, digits"), "{}", ended.err);
    assert_eq!(names(&work, ""), ["vaxdash.toml"]);
    // A wrong word of a step is said with its place.
    let work = Folder::new().with("vaxdash.toml", preset("weekly").replace("{refreshed}", "{day}"));
    let ended = Invocation::new().within(work.path()).args(["run", "weekly"]).run().ended(2);
    assert!(ended.err.contains("step 1 of preset weekly (uptake): --output: \"day\" in braces"), "{}", ended.err);
}

#[test]
fn what_killed_runs_left_is_named_and_goes_once_it_is_old() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]));
    let out =
        Folder::new().with(".vaxdash-aaaaaa.part", "old").with(".vaxdash-bbbbbb.part", "new").with("mine.part", "");
    let hours_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 60 * 60);
    for name in [".vaxdash-aaaaaa.part", "mine.part"] {
        fs::File::options().write(true).open(out.file(name)).unwrap().set_modified(hours_ago).unwrap();
    }
    let report = out.file("report.csv");
    let run = on(&folder, "uptake", &["-o", report.to_str().unwrap(), "-q"]).ended(0);
    assert!(run.err.contains(".vaxdash-aaaaaa.part was of a run that was killed, and is removed"), "{}", run.err);
    assert!(run.err.contains(".vaxdash-bbbbbb.part is of a run that was killed, or that goes on"), "{}", run.err);
    assert!(!out.file(".vaxdash-aaaaaa.part").exists());
    assert!(out.file(".vaxdash-bbbbbb.part").exists() && out.file("mine.part").exists());
}
