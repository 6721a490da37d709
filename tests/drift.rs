//! Manual pages, completions and sample outputs are what the program gives.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::{Folder, vaxdash, vaxdash_in};
use crate::repository;

/// Every file of a folder by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect()
}

#[test]
fn manual_pages() {
    let folder = TempDir::new().unwrap();
    vaxdash(&["man", "-o", folder.path().to_str().unwrap()]).ended(0);
    let (made, kept) = (files(folder.path()), files(&repository::root().join("man")));
    assert_eq!(made.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    for (name, bytes) in made {
        assert!(bytes == kept[&name], "man/{name} has drifted: vaxdash man -o man --force");
    }
}

#[test]
fn completions() {
    for (shell, file) in [
        ("bash", "vaxdash.bash"),
        ("zsh", "_vaxdash"),
        ("fish", "vaxdash.fish"),
        ("powershell", "_vaxdash.ps1"),
        ("elvish", "vaxdash.elv"),
    ] {
        let made = vaxdash(&["completions", shell]).ended(0).out;
        let kept = fs::read_to_string(repository::root().join("completions").join(file)).unwrap();
        assert!(made == kept, "completions/{file} has drifted: vaxdash completions {shell} > completions/{file}");
    }
}

#[test]
fn the_sample_is_what_the_program_makes() {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "2000", "--practices", "5", "--seed", "1"]).ended(0);
    let (made, kept) = (files(folder.path()), files(&repository::root().join("samples/pcn")));
    assert_eq!(made.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
    for (name, bytes) in made {
        assert!(bytes == kept[&name], "samples/pcn/{name} has drifted");
    }
}

/// The schema of reports, as it is committed. `VAXDASH_BLESS=1 cargo test drift` writes it.
#[test]
fn the_schema_of_reports() {
    let made = vaxdash(&["rules", "--outputs", "schema"]).ended(0).out;
    let file = repository::root().join("samples/schema/vaxdash.report-1.schema.json");
    if std::env::var_os("VAXDASH_BLESS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    assert!(
        made == fs::read_to_string(&file).unwrap(),
        "samples/schema has drifted from vaxdash rules --outputs schema"
    );
}

/// The outputs kept in `samples/expected`, with the commands that give them.
const GOLDEN: [(&str, &str); 30] = [
    ("uptake-80.txt", "uptake --width 80"),
    ("uptake-120.txt", "uptake --width 120"),
    ("uptake.csv", "uptake --format csv"),
    ("uptake.json", "uptake --format json"),
    ("detail-80.txt", "uptake --detail --width 80"),
    ("campaign-80.txt", "uptake --campaign spring-2022 --width 80"),
    ("by-ethnicity-imd.csv", "uptake --by ethnicity,imd --format csv"),
    ("cohorts-80.txt", "cohorts --width 80"),
    ("cohorts-120.txt", "cohorts --width 120"),
    ("second-dose-80.txt", "second-dose --width 80"),
    ("second-dose-list-120.txt", "second-dose --list --status overdue --practice Q10001 --width 120"),
    ("boosters-80.txt", "boosters --chart --width 80"),
    ("boosters-120.txt", "boosters --width 120"),
    ("campaign-report-80.txt", "campaign --target 75 --width 80"),
    ("campaign-report-120.txt", "campaign --target 75 --width 120"),
    ("immunosuppressed-80.txt", "immunosuppressed --width 80"),
    ("immunosuppressed-list.csv", "immunosuppressed --list --format csv"),
    ("immunosuppressed-list.json", "immunosuppressed --list --practice Q10003 --format json"),
    ("patients-80.txt", "patients --by age --width 80"),
    ("trend.csv", "trend --format csv"),
    ("trend-80.txt", "trend --chart --width 80"),
    ("sources-80.txt", "sources --width 80"),
    ("sources.json", "sources --format json"),
    ("ages-chart-80.txt", "uptake --by age --chart --width 80"),
    ("check-120.txt", "check --width 120"),
    ("history-120.txt", "history 9990124531 --width 120"),
    ("outcomes-80.txt", "outcomes --invite-log samples/invited.csv --chart --width 80"),
    ("outcomes-120.txt", "outcomes --invite-log samples/invited.csv --width 120"),
    ("outcomes-list-120.txt", "outcomes --invite-log samples/invited.csv --list --practice Q10001 --width 120"),
    ("invites.txt", "invites --target accubook --dry-run --allow-old-data"),
];

/// `VAXDASH_BLESS=1 cargo test golden` writes the new outputs.
#[test]
fn golden_outputs() {
    let expected = repository::root().join("samples/expected");
    for (name, command) in GOLDEN {
        let mut args: Vec<&str> = command.split(' ').collect();
        args.extend(["--data", "samples/pcn", "--as-at", "11/05/2022"]);
        let run = vaxdash_in(repository::root(), &args, "");
        // The samples are fit to report and to invite.
        assert_eq!(run.code, 0, "{command}: {}", run.err);
        if std::env::var_os("VAXDASH_BLESS").is_some() {
            fs::create_dir_all(&expected).unwrap();
            fs::write(expected.join(name), &run.out).unwrap();
        } else {
            let kept = fs::read_to_string(expected.join(name)).unwrap_or_default();
            assert_eq!(run.out, kept, "samples/expected/{name}: {command}");
        }
    }
}

/// Every report runs on the samples in every format, and says the same as at which date.
#[test]
fn every_report_in_every_format() {
    let reports = [
        "uptake",
        "uptake --detail",
        "cohorts",
        "cohorts --list",
        "second-dose",
        "second-dose --list",
        "boosters",
        "boosters --list",
        "campaign",
        "campaign --list",
        "immunosuppressed",
        "immunosuppressed --list",
        "trend",
        "trend --every day --by brand",
        "activity",
        "patients",
        "patients --list",
        "sources",
        "history 9990124531",
        "check",
    ];
    for command in reports {
        let run = |format: &str| {
            let mut args: Vec<&str> = command.split(' ').collect();
            args.extend(["--data", "samples/pcn", "--as-at", "11/05/2022", "--format", format, "-q"]);
            vaxdash_in(repository::root(), &args, "").ended(0)
        };
        let json = run("json").json();
        assert_eq!(json["as_at"], "2022-05-11", "{command}");
        assert!(run("table").out.contains("As at 11/05/2022"), "{command}");
        // As many lines of values as the first table has rows, below its keys.
        let first = &json["tables"][0];
        let keys: Vec<&str> =
            first["columns"].as_array().unwrap().iter().map(|column| column["key"].as_str().unwrap()).collect();
        let text = run("csv").out;
        let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        assert_eq!(rows.headers().unwrap().iter().collect::<Vec<_>>(), keys, "{command}");
        let wide = rows.records().map(Result::unwrap).take_while(|row| row.len() == keys.len()).count();
        assert!(wide >= first["rows"].as_array().unwrap().len(), "{command}");
        // What a report was made from is enough to make it again.
        let inputs = json["inputs"].as_array().unwrap();
        assert!(inputs.iter().all(|input| input["sha256"].as_str().unwrap().len() == 64), "{command}");
        assert!(json["rules_version"].is_string() && json["exclusions"]["deceased"].is_u64(), "{command}");
    }
}
