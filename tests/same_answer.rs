//! Section 7.3: the same answer whatever the order of the rows, the cut of the
//! files, their line ends, marks and extra columns, the locale and the time zone.

mod environment;
mod presets;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use crate::books;
use crate::data::{Row, csv, dose, nhs, nhs_if_any, patient, pipes};
use crate::harness::{Folder, vaxdash, vaxdash_in};
use presets::{DASHBOARDS, PRESETS, presets, reports};

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

/// What data give, by command.
type Answers = BTreeMap<String, Value>;

/// Every table and every booking file that these data give, by command.
#[track_caller]
fn answers(files: &Files, people: &[String]) -> Answers {
    let data = folder_of(files);
    let mut found = Answers::new();
    let reports = reports();
    let made = Folder::new().with("vaxdash.toml", presets(&data, &reports));
    for preset in PRESETS {
        vaxdash_in(made.path(), &["run", preset, "-q"], "").ended(0);
    }
    for (place, words) in reports.iter().enumerate() {
        let text = fs::read_to_string(made.file(&format!("{place}.json"))).unwrap();
        found.insert(words.join(" "), tables_of(serde_json::from_str(&text).unwrap()));
    }
    for (_, name) in DASHBOARDS {
        let sheets = sheets_of_dashboard(&made.file(&format!("{name}.xlsx")));
        found.extend(sheets.into_iter().map(|(sheet, cells)| (format!("{name}, {sheet}"), cells)));
    }
    for entry in fs::read_dir(made.path()).unwrap().map(|entry| entry.unwrap()) {
        let folder = entry.file_name().into_string().unwrap();
        if folder.starts_with("invites ") {
            // A manifest tells of the files that were read, as receipts do.
            for (name, bytes) in files_in(&entry.path()).into_iter().filter(|(name, _)| name != "manifest.json") {
                found.insert(format!("{folder}, {name}"), String::from_utf8(bytes).unwrap().into());
            }
        }
    }
    let asked = ["--data", data.arg(), "--as-at", "2022-05-11", "--format", "json", "-q"];
    for number in people {
        let report = vaxdash(&[&["history", number], &asked[..]].concat()).json();
        found.insert(format!("history {number}"), tables_of(report));
    }
    for more in [&[][..], &["--list"], &["--disclosure", "nhs"]] {
        let sides = ["compare", data.arg(), data.arg(), "--old-as-at", "2022-04-06", "--as-at", "2022-05-11"];
        let report = vaxdash(&[&sides[..], more, &["--format", "json", "-q"]].concat()).ended(0).json();
        for table in report["tables"].as_array().unwrap().iter().filter(|table| table["name"] != "sources") {
            found.insert(format!("compare {more:?}, {}", table["name"]), table.clone());
        }
    }
    found
}

/// The tables of a report; the name of a file is no part of the answer.
fn tables_of(mut report: Value) -> Value {
    for table in report["tables"].as_array_mut().into_iter().flatten() {
        for row in table["rows"].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("source");
        }
    }
    report["tables"].take()
}

/// The sheets of a dashboard by name.
fn sheets_of_dashboard(path: &Path) -> Vec<(String, Value)> {
    let sheets = crate::written_workbooks::sheets_of(&fs::read(path).unwrap()).into_iter();
    // The last sheet names the files.
    let sheets = sheets.filter(|(sheet, _)| sheet != "Caveats and Information");
    sheets
        .map(|(sheet, mut cells)| {
            // Doubts, each of several lines, name files and rows, which are no part of the answer.
            let doubts = cells.iter().position(|cell| cell.starts_with("Doubt "));
            cells.truncate(doubts.unwrap_or(cells.len()));
            // Practices stand in the order of their list, which may be shuffled as well.
            cells.sort_unstable();
            (sheet, cells.into())
        })
        .collect()
}

/// Data, ten people of whom `history` is asked, and what the data give: worked out once.
struct Original {
    files: Files,
    people: Vec<String>,
    answers: Answers,
}

impl Original {
    fn of(files: Files) -> Self {
        let people = people(&files);
        let answers = answers(&files, &people);
        assert!(answers.len() > 100, "there is something to compare: {:?}", answers.keys());
        Self { files, people, answers }
    }

    /// The messy sample.
    fn sample() -> &'static Self {
        static SAMPLE: OnceLock<Original> = OnceLock::new();
        SAMPLE.get_or_init(|| Self::of(sample()))
    }

    /// The rows whose order means nothing.
    fn orderly() -> &'static Self {
        static ORDERLY: OnceLock<Original> = OnceLock::new();
        ORDERLY.get_or_init(|| Self::of(orderly_of_known_age()))
    }
}

/// Whether changed data give the same answers as the data they were made of.
#[track_caller]
fn same(original: &Original, changed: &Files) {
    let after = answers(changed, &original.people);
    assert_eq!(original.answers.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (what, answer) in &original.answers {
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
    let original = Original::sample();
    let files = &original.files;
    same(original, &each(files, |_, bytes| joined(&lines(bytes), b"\r\n")));
    same(original, &each(files, |_, bytes| joined(&lines(bytes), b"\n")));
}

#[test]
fn a_byte_order_mark() {
    let original = Original::sample();
    let files = &original.files;
    same(original, &each(files, |_, bytes| [b"\xef\xbb\xbf", bytes].concat()));
}

#[test]
fn extra_columns() {
    let original = Original::sample();
    let files = &original.files;
    let wider = each(files, |_, bytes| {
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
    same(original, &wider);
}

#[test]
fn workbooks() {
    for original in [Original::sample(), Original::orderly()] {
        let books = original.files.iter().map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            let book = books::of_texts(&[("Sheet1", &text)], delimiter(bytes));
            (name.replace(".csv", ".xlsx"), book)
        });
        same(original, &books.collect());
    }
}

#[test]
fn files_split_in_two() {
    let original = Original::sample();
    let files = &original.files;
    let mut halves = Files::new();
    for (name, bytes) in files {
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
    same(original, &halves);
}

#[test]
fn an_unrelated_practice_added() {
    let original = Original::sample();
    let files = &original.files;
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
    same(original, &more);
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

/// The same with a time stamp, for invitations need the age of the data.
fn orderly_of_known_age() -> Files {
    let stamped = |name: String| name.replace("vaccinations.csv", "vaccinations_20220510T120000.csv");
    orderly().into_iter().map(|(name, bytes)| (stamped(name), bytes)).collect()
}

#[test]
fn rows_in_any_order() {
    let original = Original::orderly();
    let files = &original.files;
    let reversed = each(files, |_, bytes| {
        let mut all = lines(bytes);
        all[1..].reverse();
        joined(&all, b"\n")
    });
    same(original, &reversed);
    // Every seventh row, then every seventh from the second, and so on.
    let dealt = each(files, |_, bytes| {
        let all = lines(bytes);
        let order = (0..7).flat_map(|start| (1 + start..all.len()).step_by(7));
        joined(&std::iter::once(0).chain(order).map(|place| all[place]).collect::<Vec<_>>(), b"\n")
    });
    same(original, &dealt);
}
