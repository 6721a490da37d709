//! Section 7.2: whatever writes files, on a disk that is full, in a folder that
//! may not be written to, over a file that somebody has open: never half a file
//! under its name, no temporary file left, and a code that says so.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::data::{Row, dose, extract, nhs_if_any, patient};
use crate::harness::{Folder, Invocation};

/// Whatever writes, to `@`, with the word that says what it writes.
const WRITERS: [(&str, &str); 15] = [
    ("uptake.csv", "uptake -o @"),
    ("uptake.json", "uptake -o @"),
    ("uptake.xlsx", "uptake --chart -o @"),
    ("locked.xlsx", "uptake --password-file PASSWORD -o @"),
    ("patients.csv", "patients --list -o @"),
    ("patients.xlsx", "patients --list -o @"),
    ("history.csv", "history 9990000018 -o @"),
    ("compare.csv", "compare DATA DATA --list --old-as-at 2022-04-01 -o @"),
    ("dashboard.xlsx", "dashboard --with-patients -o @"),
    ("rejects.csv", "uptake --rejects @"),
    ("check.json", "check -o @"),
    ("rules.json", "rules -o @"),
    ("invites", "invites --target accubook --allow-old-data --accept refresh-unknown -o @"),
    ("sample", "sample --patients 300 -o @"),
    ("man", "man -o @"),
];

/// What reads no data is given none.
const WITHOUT_DATA: [&str; 4] = ["rules", "sample", "man", "compare"];

/// Enough people for every file to be longer than a disk of one block takes.
fn crowd() -> Folder {
    let numbers: Vec<u32> = (1..500).filter(|n| nhs_if_any(*n).is_some()).collect();
    let people: Vec<Row> =
        numbers.iter().map(|n| if *n % 9 == 5 { patient(*n).with("NHS Number", "") } else { patient(*n) }).collect();
    let doses: Vec<Row> = numbers.iter().map(|n| dose(*n, "20210301")).collect();
    extract(&people, &doses).with("password", "correct horse\n")
}

/// Runs a writer after some words of a shell.
fn written(before: &str, data: &Folder, command: &str, to: &Path, more: &[&str]) -> Output {
    let word = |word: &str| match word {
        "@" => to.to_str().unwrap().to_owned(),
        "DATA" => data.arg().to_owned(),
        "PASSWORD" => data.file("password").to_str().unwrap().to_owned(),
        _ => word.to_owned(),
    };
    let mut words: Vec<String> = command.split(' ').map(word).collect();
    if !WITHOUT_DATA.contains(&words[0].as_str()) {
        words.extend(["--data", data.arg()].map(str::to_owned));
    }
    if !["man", "sample"].contains(&words[0].as_str()) {
        words.extend(["--as-at", "2022-05-11"].map(str::to_owned));
    }
    Invocation::after(before).args(words).args(more).output()
}

/// Every file under a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_full_disk_leaves_nothing_of_any_file() {
    let data = crowd();
    // A file may have no byte, or one block and no more: a shell's limit stands for the disk. The
    // signal that comes with it is ignored.
    for blocks in [0, 1] {
        for (name, command) in WRITERS {
            let out = Folder::new();
            let run = written(&format!("trap '' XFSZ; ulimit -f {blocks}"), &data, command, &out.file(name), &[]);
            let err = String::from_utf8_lossy(&run.stderr);
            if run.status.success() || run.status.code() == Some(3) {
                // Short enough for a block.
                assert!(blocks == 1, "{name}: {err}");
                continue;
            }
            assert_eq!(run.status.code(), Some(5), "{name}, {blocks} blocks: {err}");
            assert!(files(out.path()).is_empty(), "{name}, {blocks} blocks: {:?}", files(out.path()).keys());
        }
    }
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let data = crowd();
    for (name, command) in WRITERS {
        let out = Folder::new();
        // As it would be from last week: written well, and then changed.
        assert!([Some(0), Some(3)].contains(&written("true", &data, command, &out.file(name), &[]).status.code()));
        let before = files(out.path());
        let run = written("trap '' XFSZ; ulimit -f 0", &data, command, &out.file(name), &["--force"]);
        assert_eq!(run.status.code(), Some(5), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        assert!(files(out.path()) == before, "{name}: {:?}", files(out.path()).keys());
    }
}

#[test]
fn a_folder_that_may_not_be_written_to_is_5() {
    let data = crowd();
    // No user may make files there, the superuser included.
    let closed = Path::new("/proc/self/fdinfo");
    for (name, command) in WRITERS {
        let run = written("true", &data, command, &closed.join(name), &[]);
        let err = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(5), "{name}: {err}");
        assert!(run.stdout.is_empty() && err.contains(closed.to_str().unwrap()), "{name}: {err}");
    }
}

#[test]
fn a_file_that_somebody_has_open_is_replaced_whole_and_they_keep_theirs() {
    let data = crowd();
    for (name, command) in WRITERS.iter().filter(|(name, _)| name.contains('.')) {
        let out = Folder::new().with(name, "last week's");
        let path = out.file(name);
        let (mut open, writing) = (File::open(&path).unwrap(), File::options().append(true).open(&path).unwrap());
        writing.lock().unwrap();
        let run = written("true", &data, command, &path, &["--force"]);
        assert!([Some(0), Some(3)].contains(&run.status.code()), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        let mut seen = String::new();
        open.read_to_string(&mut seen).unwrap();
        assert_eq!(seen, "last week's", "{name}");
        assert!(fs::read(&path).unwrap().len() > 20, "{name}");
        assert_eq!(files(out.path()).len(), 1, "{name}");
    }
}

#[test]
fn the_test_knows_every_command_that_writes() {
    let whole = vaxdash::command();
    let writes = |command: &&clap::Command| {
        command.get_arguments().any(|arg| ["output", "rejects"].contains(&arg.get_id().as_str()))
    };
    let tried: Vec<&str> = WRITERS.iter().filter_map(|(_, command)| command.split(' ').next()).collect();
    // Reports are written by one function, whatever they are about; a preset writes what its steps do.
    let alike = [
        "cohorts",
        "first-dose",
        "second-dose",
        "boosters",
        "campaign",
        "immunosuppressed",
        "quality",
        "trend",
        "activity",
        "sources",
        "outcomes",
        "run",
    ];
    for command in whole.get_subcommands().filter(writes) {
        let name = command.get_name();
        assert!(tried.contains(&name) || alike.contains(&name), "{name} is new: say here what it writes");
    }
}
