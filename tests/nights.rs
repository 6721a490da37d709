//! What the guide prints for every night is run for five nights, and one on
//! which the extract did not come (specification 5).
//!
//! The clock cannot be moved, so the world is: the days of the extract and of
//! the log lie as far before today as they would.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::{Days, NaiveDate};

use crate::data::{CONTRAINDICATED, DECLINED, Row, csv, dose, nhs, patient, pipes, today};
use crate::harness::{Folder, binary, seal, vaxdash};
use crate::readme::{NIGHTLY, block};

/// Of whom the nights tell, by the day from which they are patients and the surname, which is one's own.
const PEOPLE: [(u32, u64, &str); 16] = [
    (1, 0, "Alder"),
    (2, 0, "Aspen"),
    (3, 0, "Beech"),
    (4, 0, "Birch"),
    (5, 0, "Cedar"),
    (6, 0, "Elder"),
    (7, 0, "Hazel"),
    (8, 0, "Holly"),
    (9, 0, "Larch"),
    (10, 0, "Maple"),
    (11, 7, "Oak"),
    (12, 7, "Pine"),
    (13, 0, "Rowan"),
    (15, 0, "Spruce"),
    (16, 44, "Willow"),
    (17, 0, "Yew"),
];

/// Days of the world before its first night.
const BEFORE: u64 = 200;

/// A day of the world, as seen on a night of it.
fn date(day: u64, night: u64) -> NaiveDate {
    today() - Days::new(night + BEFORE - day)
}

/// What is recorded of people: who, on which day, and a dose or the code of something else.
fn events(night: u64) -> Vec<Row> {
    let first = PEOPLE.iter().map(|(n, ..)| (*n, BEFORE - 100, None));
    let since = [
        // Yew had both long ago.
        (17, BEFORE - 40, None),
        (7, BEFORE + 3, None),
        (8, BEFORE + 3, None),
        (9, BEFORE + 5, Some(DECLINED)),
        (15, BEFORE + 20, Some(CONTRAINDICATED)),
    ];
    let known = first.chain(since).filter(|(n, day, _)| *day <= night + BEFORE && is_patient(*n, night));
    let event = |(n, day, code): (u32, u64, Option<&str>)| {
        let given = dose(n, &date(day, night).format("%Y%m%d").to_string()).with("UNIQUE_ID", format!("{n}-{day}"));
        match code {
            Some(code) => given.with("VACCINATION_PROCEDURE_CODE", code).with("VACCINE_PRODUCT_CODE", ""),
            None => given,
        }
    };
    known.map(event).collect()
}

/// Rowan leaves after the first week.
fn is_patient(n: u32, night: u64) -> bool {
    PEOPLE.iter().any(|(one, from, _)| *one == n && *from <= night) && !(n == 13 && night > 7)
}

/// The extract of a night, as it is seen on a later one where no other has come.
fn extract(place: &Folder, made: u64, night: u64) {
    let people = PEOPLE.iter().filter(|(n, ..)| is_patient(*n, made)).map(|(n, _, surname)| {
        let died = if *n == 10 && made >= 10 {
            date(BEFORE + 10, night).format("%d/%m/%Y").to_string()
        } else {
            String::new()
        };
        let practice = if n % 2 == 0 { "A81001" } else { "A81002" };
        let row = patient(*n).with("Surname", *surname).with("Practice code", practice).with("Date of death", died);
        row.with("Address 1", "1 High Street").with("Address 2", "Leeds").with("Postcode", "LS71 1AA")
    });
    let people: Vec<Row> = people.collect();
    let events: Vec<Row> = events(made)
        .into_iter()
        .map(|event| {
            let day =
                NaiveDate::parse_from_str(event.cell("DATE_AND_TIME"), "%Y%m%d").unwrap() - Days::new(night - made);
            event.with("DATE_AND_TIME", day.format("%Y%m%d").to_string())
        })
        .collect();
    let folder = place.file("extracts");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).unwrap();
    let practices =
        "Practice code,Practice name,Activity codes\nA81001,Abbey Surgery,B0360\nA81002,Bridge Practice,B0360\n";
    fs::write(folder.join("practices.csv"), practices).unwrap();
    fs::write(folder.join("patients.csv"), csv(&people)).unwrap();
    let made = date(BEFORE + made, night).format("%Y%m%d");
    fs::write(folder.join(format!("COVID_Vaccinations_v5_X26_{made}T05400000.csv")), pipes(&events)).unwrap();
}

/// Who is in the import files below a folder, by surname: how often.
fn in_files(folder: &Path, found: &mut BTreeMap<String, usize>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            in_files(&path, found);
        }
        if !["accubook_", "mailmerge_", "phone-list_"].iter().any(|target| name.starts_with(target)) {
            continue;
        }
        for (_, _, surname) in PEOPLE {
            let text = fs::read_to_string(&path).unwrap();
            let rows = text.lines().skip(1).filter(|line| line.split(',').any(|cell| cell == surname)).count();
            *found.entry(surname.to_owned()).or_default() += rows;
        }
    }
    found.retain(|_, times| *times > 0);
}

/// The contacts of some lines of a log: surname and days ago.
fn contacts(log: &str) -> Vec<(String, i64)> {
    let contact = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let (_, _, surname) = PEOPLE.iter().find(|(n, ..)| nhs(*n) == cells[0]).unwrap();
        let day: NaiveDate = cells[3].parse().unwrap();
        ((*surname).to_owned(), (today() - day).num_days())
    };
    log.lines().filter(|line| line.starts_with("999")).map(contact).collect()
}

/// A log as it is so many days later.
fn later(log: &str, days: u64) -> String {
    let contact = |line: &str| {
        let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        let day: NaiveDate = cells[3].parse().unwrap();
        cells[3] = (day - Days::new(days)).to_string();
        cells.join(",") + "\r\n"
    };
    let (header, body) = log.split_once("\r\n").unwrap();
    format!("{header}\r\n{}", body.lines().map(contact).collect::<String>())
}

/// How many there are of each part of `outcomes`, by the totals of its contacts.
fn outcomes(folder: &Path) -> [usize; 6] {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let file =
        files.into_iter().find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("outcomes-")).unwrap();
    let text = fs::read_to_string(file).unwrap();
    let mut sums = [0; 6];
    for line in text.lines().skip(1).take_while(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split(',').collect();
        for (sum, cell) in sums.iter_mut().zip(&cells[4..10]) {
            *sum += cell.parse::<usize>().unwrap();
        }
    }
    sums
}

/// Runs the nights of a command, and gives who was invited on each.
fn nights(settings: &str, run: impl Fn(&Path) -> (i32, String)) {
    let (place, kept) = (Folder::new(), Folder::new());
    // An offer that is over on the day of this test would invite nobody.
    vaxdash(&["rules", "--export", place.file("rules").to_str().unwrap()]).ended(0);
    let offers = place.file("rules/offers.toml");
    let text = fs::read_to_string(&offers).unwrap().replace("ends = 2023-06-30", "ends = 2099-12-31");
    assert!(text.contains("2099"), "{text}");
    fs::write(&offers, text).unwrap();
    fs::write(place.file("vaxdash.toml"), format!("rules = \"rules\"\n{settings}")).unwrap();
    let log = place.file("log.csv");
    let six = ["Alder", "Aspen", "Beech", "Birch", "Cedar", "Elder"];
    let mut before = 0;
    for (night, extract_of, invited) in [
        (0, 0, [&six[..], &["Hazel", "Holly", "Larch", "Maple", "Rowan", "Spruce"]].concat()),
        // Whoever was invited is within the gap; two have joined.
        (7, 7, vec!["Oak", "Pine"]),
        // Vaccinated, declined, died and left are no more invited.
        (14, 14, [&six[..], &["Spruce"]].concat()),
        (28, 28, [&six[..], &["Oak", "Pine"]].concat()),
        // The extract did not come for 15 days: nobody is invited.
        (43, 28, vec![]),
        // Three contacts are enough.
        (44, 44, vec!["Oak", "Pine", "Willow"]),
    ] {
        extract(&place, extract_of, night);
        if let Ok(text) = fs::read_to_string(&log) {
            fs::write(&log, later(&text, night - before)).unwrap();
        }
        before = night;
        let old = fs::read_to_string(&log).unwrap_or_default();
        let (code, err) = run(place.path());
        let is_stale = extract_of != night;
        assert_eq!(code, if is_stale { 4 } else { 0 }, "night {night}: {err}");
        let text = fs::read_to_string(&log).unwrap();
        let added = text.strip_prefix(&old).unwrap_or_else(|| panic!("night {night}: the log only grows"));
        let mut tonight: Vec<String> = contacts(added).into_iter().map(|(who, _)| who).collect();
        tonight.sort();
        assert_eq!(tonight, invited, "night {night}: {err}");
        // What was written is put away, as whoever uploads it does.
        let away = kept.file(&format!("night-{night}"));
        fs::create_dir(&away).unwrap();
        for entry in fs::read_dir(place.path()).unwrap() {
            let name = entry.unwrap().file_name();
            if ["invites-", "uptake-", "outcomes-"].iter().any(|start| name.to_str().unwrap().starts_with(start)) {
                fs::rename(place.file(name.to_str().unwrap()), away.join(name)).unwrap();
            }
        }
        let mut files = BTreeMap::new();
        in_files(&away, &mut files);
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), invited, "night {night}");
        assert!(files.values().all(|times| *times == 1), "night {night}: {files:?}");
        let all = contacts(&text);
        for (_, _, surname) in PEOPLE {
            let mut days: Vec<i64> = all.iter().filter(|(who, _)| who == surname).map(|(_, days)| *days).collect();
            days.sort_unstable();
            assert!(days.len() <= 3, "{surname}: {days:?}");
            assert!(days.windows(2).all(|two| two[1] - two[0] >= 14), "{surname}: {days:?}");
        }
        if !is_stale {
            let sums = outcomes(&away);
            assert_eq!(sums[0], all.len(), "night {night}");
            assert_eq!(sums[1..].iter().sum::<usize>(), sums[0], "night {night}: {sums:?}");
        }
    }
    // Vaccinated two, declined one, contraindicated one of two contacts; one died and one left.
    assert_eq!(outcomes(&kept.file("night-44")), [32, 2, 1, 2, 2, 25]);
    let mut files = BTreeMap::new();
    in_files(kept.path(), &mut files);
    let mut of_log: BTreeMap<String, usize> = BTreeMap::new();
    for (surname, _) in contacts(&fs::read_to_string(&log).unwrap()) {
        *of_log.entry(surname).or_default() += 1;
    }
    assert_eq!(files, of_log);
}

/// The code and what was said of a command in a folder, with the program on its path.
fn within(folder: &Path, command: &mut Command) -> (i32, String) {
    let path = format!("{}:{}", binary().parent().unwrap().display(), std::env::var("PATH").unwrap());
    seal(command);
    let ended = command.current_dir(folder).env("PATH", path).output().unwrap();
    (ended.status.code().unwrap(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[cfg(unix)]
#[test]
fn the_nightly_script_invites_for_five_nights_and_never_from_old_data() {
    let script = block(NIGHTLY, "# A night that runs itself", "sh");
    nights("", |folder| within(folder, Command::new("sh").args(["-c", &script])));
}

#[test]
fn the_nightly_preset_invites_for_five_nights_and_never_from_old_data() {
    let settings = block(NIGHTLY, "# A night that runs itself", "toml");
    nights(&settings, |folder| within(folder, Command::new(binary()).args(["run", "nightly", "--quiet"])));
}
