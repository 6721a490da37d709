//! Section 7.3: the same answer whatever the order of the rows, the cut of the
//! files, their line ends, marks and extra columns, the locale and the time zone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::books;
use crate::data::{Row, csv, dose, nhs, nhs_if_any, patient, pipes};
use crate::harness::{Folder, vaxdash};

/// The files of a data folder by name.
type Files = BTreeMap<String, Vec<u8>>;

fn files_in(path: &Path) -> Files {
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn folder_of(files: &Files) -> Folder {
    files.iter().fold(Folder::new(), |folder, (name, bytes)| folder.with(name, bytes))
}

/// A messy sample, as at 11/05/2022.
fn sample() -> Files {
    let folder = Folder::new();
    vaxdash(&["sample", "-o", folder.arg(), "--patients", "600", "--practices", "4"]).ended(0);
    files_in(folder.path())
}

/// Ten people of one's own, of whom `history` is asked.
fn people(files: &Files) -> Vec<String> {
    let data = folder_of(files);
    let is_own = |number: &&str| vaxdash(&["history", number, "--data", data.arg()]).code == 0;
    let text = String::from_utf8_lossy(&files["patients.csv"]).into_owned();
    let numbers = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').find(|cell| cell.starts_with("999") && cell.len() == 10));
    numbers.filter(is_own).take(10).map(str::to_owned).collect()
}

/// Every table and every booking file that these data give, by command.
#[track_caller]
fn answers(files: &Files, people: &[String]) -> BTreeMap<String, Value> {
    let (data, out) = (folder_of(files), Folder::new());
    let mut found = BTreeMap::new();
    let mut ask = |args: &[&str]| {
        let mut report =
            vaxdash(&[args, &["--data", data.arg(), "--as-at", "2022-05-11", "--format", "json", "-q"]].concat())
                .json();
        for table in report["tables"].as_array_mut().into_iter().flatten() {
            // The name of a file is no part of the answer.
            for row in table["rows"].as_array_mut().unwrap() {
                row.as_object_mut().unwrap().remove("source");
            }
        }
        found.insert(args.join(" "), report["tables"].take());
    };
    for by in ["practice", "pcn", "cohort", "age", "gender", "ethnicity", "imd", "practice,age,imd"] {
        ask(&["uptake", "--by", by]);
        ask(&["uptake", "--by", by, "--detail", "--campaign", "spring-2022"]);
    }
    for command in ["cohorts", "second-dose", "boosters", "campaign", "immunosuppressed", "patients"] {
        ask(&[command]);
        ask(&[command, "--list"]);
    }
    ask(&["trend"]);
    for number in people {
        ask(&["history", number]);
    }
    let dashboard = out.file("dashboard.xlsx");
    let to = ["-o", dashboard.to_str().unwrap(), "--with-patients"];
    vaxdash(&[&["dashboard", "--data", data.arg(), "--as-at", "2022-05-11", "-q"], &to[..]].concat()).ended(0);
    for (sheet, cells) in crate::written_workbooks::sheets_of(&fs::read(&dashboard).unwrap()) {
        // The last sheet names the files.
        if sheet != "Caveats and Information" {
            // Practices stand in the order of their list, which may be shuffled as well.
            let mut cells = cells;
            cells.sort_unstable();
            found.insert(format!("dashboard, {sheet}"), cells.into());
        }
    }
    for dose in ["first", "second", "third-primary", "booster", "campaign"] {
        let to = out.file(dose);
        let args = ["--target", "accubook", "--dose", dose, "--allow-old-data", "-q", "-o", to.to_str().unwrap()];
        vaxdash(&[&["invites", "--data", data.arg(), "--as-at", "2022-05-11"], &args[..]].concat()).ended(0);
        let texts = if to.exists() { files_in(&to) } else { Files::new() };
        for (name, bytes) in texts {
            found.insert(name, String::from_utf8(bytes).unwrap().into());
        }
    }
    found
}

/// Whether changed data give the same answers as the data they were made of.
#[track_caller]
fn same(files: &Files, changed: &Files) {
    let people = people(files);
    let (before, after) = (answers(files, &people), answers(changed, &people));
    assert!(before.len() > 25, "there is something to compare: {:?}", before.keys());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (what, answer) in &before {
        assert_eq!(answer, &after[what], "{what}");
    }
}

/// The files with each one's bytes changed.
fn each(files: &Files, change: impl Fn(&str, &[u8]) -> Vec<u8>) -> Files {
    files.iter().map(|(name, bytes)| (name.clone(), change(name, bytes))).collect()
}

/// The lines of a file without their ends, and whether the last line had one.
fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines.into_iter().map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect()
}

fn joined(lines: &[&[u8]], end: &[u8]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line, end].concat()).collect()
}

fn delimiter(bytes: &[u8]) -> u8 {
    if lines(bytes)[0].contains(&b'|') { b'|' } else { b',' }
}

#[test]
fn every_line_end() {
    let files = sample();
    same(&files, &each(&files, |_, bytes| joined(&lines(bytes), b"\r\n")));
    same(&files, &each(&files, |_, bytes| joined(&lines(bytes), b"\n")));
}

#[test]
fn a_byte_order_mark() {
    let files = sample();
    same(&files, &each(&files, |_, bytes| [b"\xef\xbb\xbf", bytes].concat()));
}

#[test]
fn extra_columns() {
    let files = sample();
    let wider = each(&files, |_, bytes| {
        let cut = delimiter(bytes);
        // A line inside quotes is the rest of a cell, not of a row.
        let mut quotes = 0;
        let widened = |line: &&[u8]| {
            let begins = quotes % 2 == 0;
            quotes += line.split(|byte| *byte == b'"').count() - 1;
            if begins { [&[cut], *line].concat() } else { line.to_vec() }
        };
        let mut wide: Vec<Vec<u8>> = lines(bytes).iter().map(widened).collect();
        wide[0].splice(0..0, *b"Something else");
        wide.iter().flat_map(|line| [line.as_slice(), b"\n"].concat()).collect()
    });
    same(&files, &wider);
}

#[test]
fn workbooks() {
    for files in [sample(), orderly()] {
        let books = files.iter().map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            let book = books::of_texts(&[("Sheet1", &text)], delimiter(bytes));
            (name.replace(".csv", ".xlsx"), book)
        });
        same(&files, &books.collect());
    }
}

#[test]
fn files_split_in_two() {
    let files = sample();
    let mut halves = Files::new();
    for (name, bytes) in &files {
        let all = lines(bytes);
        let stem = name.strip_suffix(".csv").unwrap();
        if name == "practices.csv" || all.len() < 3 {
            halves.insert(name.clone(), bytes.clone());
            continue;
        }
        let middle = all.len() / 2;
        halves.insert(format!("{stem}_a.csv"), joined(&all[..middle], b"\n"));
        halves.insert(format!("{stem}_b.csv"), joined(&[&all[..1], &all[middle..]].concat(), b"\n"));
    }
    assert!(halves.len() > files.len() + 5);
    same(&files, &halves);
}

#[test]
fn an_unrelated_practice_added() {
    let files = sample();
    let stranger = |n: u32| patient(n).with("Practice code", "B82099").with("Date of Birth", "25/12/1999");
    let numbers: Vec<u32> = (700_000..700_060).filter(|n| nhs_if_any(*n).is_some()).collect();
    let mut more = files.clone();
    more.insert(
        "strangers.csv".to_owned(),
        csv(&numbers.iter().map(|n| stranger(*n)).collect::<Vec<_>>()).into_bytes(),
    );
    let events: Vec<Row> =
        numbers.iter().flat_map(|n| [dose(*n, "20210301"), dose(*n, "never"), dose(*n, "20220510")]).collect();
    more.insert("strangers_20220509T120000.csv".to_owned(), pipes(&events).into_bytes());
    let listed: Vec<String> = numbers.iter().map(|n| nhs(*n) + ",x\n").collect();
    more.insert("strangers_listed.csv".to_owned(), format!("NHS Number,Data_Source\n{}", listed.concat()).into_bytes());
    same(&files, &more);
}

/// People without an UPDATE, a DELETE, a patient row twice or two rows of a day.
fn orderly() -> Files {
    let numbers: Vec<u32> = (1..400).filter(|n| nhs_if_any(*n).is_some()).collect();
    let people = numbers.iter().map(|n| {
        let flag = ["at_risk", "immunosuppressed", "housebound", "carer", "care_home_staff", "x"][(n / 3 % 6) as usize];
        patient(*n)
            .with("Date of Birth", format!("{:02}/{:02}/{}", n % 28 + 1, n % 12 + 1, 1935 + n % 80))
            .with("Practice code", format!("A8100{}", n % 3 + 1))
            .with("Gender", (n % 3).to_string())
            .with("Ethnic Category", ["A", "H", "M", "Z"][(n % 4) as usize])
            .with("imd_decile", (n % 11).to_string())
            .with("Mobile Telephone", if n % 9 == 0 { "" } else { "07700900123" })
            .with("RfR", if n % 31 == 0 { "EMB" } else { "" })
            .with(flag, "Y")
    });
    // Gaps of 8, 13, 14, 77, 80, 150 … days, so that some rows are duplicates of others.
    let days =
        ["20210105", "20210113", "20210323", "20210406", "20210407", "20210625", "20211122", "20211206", "20220405"];
    let events = numbers.iter().flat_map(|n| {
        let given = days.into_iter().zip(0..).filter(move |(_, place)| (n / 2 * 7 + place * 5) % 3 == 0);
        given.map(move |(day, _)| dose(*n, day))
    });
    let events: Vec<Row> = events.collect();
    assert!(events.len() > 900);
    Files::from([
        ("practices.csv".to_owned(), crate::data::PRACTICES.into()),
        ("patients.csv".to_owned(), csv(&people.collect::<Vec<_>>()).into_bytes()),
        ("vaccinations.csv".to_owned(), pipes(&events).into_bytes()),
    ])
}

#[test]
fn rows_in_any_order() {
    let files = orderly();
    let reversed = each(&files, |_, bytes| {
        let mut all = lines(bytes);
        all[1..].reverse();
        joined(&all, b"\n")
    });
    same(&files, &reversed);
    // Every seventh row, then every seventh from the second, and so on.
    let dealt = each(&files, |_, bytes| {
        let all = lines(bytes);
        let order = (0..7).flat_map(|start| (1 + start..all.len()).step_by(7));
        joined(&std::iter::once(0).chain(order).map(|place| all[place]).collect::<Vec<_>>(), b"\n")
    });
    same(&files, &dealt);
}

/// Output, errors and files of a run in an environment.
fn run_in(environment: &[(&str, &str)], args: &[&str]) -> (Option<i32>, Vec<u8>, Vec<u8>) {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("vaxdash");
    for name in ["LC_ALL", "LANG", "LANGUAGE", "TZ", "COLUMNS", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    let output = command.envs(environment.iter().copied()).args(args).output().unwrap();
    (output.status.code(), output.stdout, output.stderr)
}

const ENVIRONMENTS: [&[(&str, &str)]; 6] = [
    &[("LC_ALL", "en_US.UTF-8"), ("LANG", "en_US.UTF-8")],
    &[("LC_ALL", "tr_TR.UTF-8")],
    &[("LC_ALL", "C")],
    &[("TZ", "Pacific/Kiritimati")],
    &[("TZ", "America/Los_Angeles")],
    &[("TZ", "nonsense"), ("LC_ALL", "de_DE@euro"), ("COLUMNS", "40")],
];

#[test]
fn every_locale_and_time_zone() {
    let files = sample();
    let data = folder_of(&files);
    let number = &people(&files)[0];
    let day = ["--as-at", "11/05/2022"];
    let commands: [Vec<&str>; 8] = [
        vec!["uptake", "--data", data.arg(), "--by", "age,imd"],
        vec!["uptake", "--data", data.arg(), "--format", "csv", day[0], day[1]],
        vec!["check", "--data", data.arg(), "--format", "json"],
        vec!["second-dose", "--list", "--data", data.arg(), "--format", "xlsx", day[0], day[1]],
        vec!["history", number, "--data", data.arg()],
        vec!["rules", day[0], day[1]],
        vec!["invites", "--data", data.arg(), "--target", "accubook", "--allow-old-data", "--dry-run"],
        vec!["uptake", "--data", "/no/such/place"],
    ];
    for args in &commands {
        let plain = run_in(&[], args);
        assert!(!plain.1.is_empty() || !plain.2.is_empty());
        for environment in ENVIRONMENTS {
            assert_eq!(run_in(environment, args), plain, "{environment:?} {args:?}");
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
    let data = folder_of(&orderly());
    let made = |environment: &[(&str, &str)]| {
        let out = Folder::new();
        let (sample, invites) = (out.file("sample"), out.file("invites"));
        run_in(environment, &["sample", "-o", sample.to_str().unwrap(), "--patients", "50"]);
        let args =
            ["--target", "accubook", "--allow-old-data", "-o", invites.to_str().unwrap(), "--as-at", "11/05/2022"];
        run_in(environment, &[&["invites", "--data", data.arg()], &args[..]].concat());
        (files_in(&sample), files_in(&invites))
    };
    let plain = made(&[]);
    assert!(plain.0.len() == 10 && plain.1.len() > 3, "{:?}", plain.1.keys());
    for environment in ENVIRONMENTS {
        assert_eq!(made(environment), plain, "{environment:?}");
    }
}
