//! What became of those invited, in the dashboard that is given the invite log.

use std::fs;

use serde_json::Value;

use super::{log, outcomes, path, world};
use crate::data::{dose, extract, on, patient};
use crate::harness::{Folder, Invocation, table};
use crate::written_workbooks::sheets_of;

const SHEETS: [(&str, &str); 3] =
    [("Outcomes", "contacts"), ("Outcomes by patient", "people"), ("Outcomes by round", "rounds")];

/// The sheets of the dashboard of some data, with their rows as text.
#[track_caller]
fn dashboard(data: &Folder, args: &[&str]) -> Vec<(String, Vec<String>)> {
    let out = Folder::new();
    let file = out.file("all.xlsx");
    on(data, "dashboard", &[args, &["-q", "-o", file.to_str().unwrap()]].concat()).ended(0);
    sheets_of(&fs::read(&file).unwrap())
}

/// A row of a report as a sheet shows it; `not known` is a practice of nobody's.
fn shown(row: &Value, columns: &Value) -> String {
    let keys = columns.as_array().unwrap().iter().map(|column| column["key"].as_str().unwrap());
    let text = |key: &str| match (&row[key], key.starts_with("practice")) {
        (Value::Null, true) => "not known".to_owned(),
        (Value::Null, false) => String::new(),
        (Value::String(text), _) => text.clone(),
        (other, _) => other.to_string(),
    };
    keys.map(text).collect::<Vec<_>>().join("|")
}

#[test]
fn the_sheets_show_the_tables_of_the_report() {
    let (data, log) = world();
    let (place, report) = (path(&log), outcomes(&data, &log, &[]));
    let sheets = dashboard(&data, &["--invite-log", &place]);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    let trend = names.iter().position(|name| *name == "Trend").unwrap();
    assert_eq!(names[trend + 1..trend + 4], SHEETS.map(|(name, _)| name));
    for (sheet, name) in SHEETS {
        let (_, lines) = sheets.iter().find(|(name, _)| name == sheet).unwrap();
        let found = table(&report, name);
        for row in found["rows"].as_array().unwrap() {
            let row = shown(row, &found["columns"]);
            assert!(lines.iter().any(|line| line.starts_with(&row)), "{sheet}: {row}\n{lines:#?}");
        }
        let total = lines.iter().find(|line| line.starts_with("Total|")).unwrap();
        assert!(total.contains("|13|3|2|1|4|3|1"), "{total}");
    }
    let (_, cover) = &sheets[0];
    assert!(cover.iter().any(|line| line.contains("Outcomes by round")), "{cover:#?}");
    let (_, caveats) = sheets.last().unwrap();
    let caveats = caveats.join("\n");
    assert!(caveats.contains("1 person of the log not in the data") && caveats.contains("log.csv"), "{caveats}");
    // Without a log, as it was.
    assert!(!dashboard(&data, &[]).iter().any(|(name, _)| name.starts_with("Outcomes")));
}

#[test]
fn practices_stand_in_the_order_of_the_list_within_a_round_and_target() {
    let practices = ["A81001", "A81002", "A81003"];
    let people: Vec<_> = (1..=3).map(|n| patient(n).with("Practice code", practices[n as usize - 1])).collect();
    let events: Vec<_> = (1..=3).map(|n| dose(n, "20210301")).collect();
    let data = extract(&people, &events);
    // A list of one's own decides; its order is the last first.
    let list = fs::read_to_string(data.file("practices.csv")).unwrap();
    let mut lines: Vec<&str> = list.lines().collect();
    lines[1..].reverse();
    let lists = Folder::new().with("mine.csv", lines.join("\r\n") + "\r\n");
    let log = log(&[
        (1, "accubook", "2022-04-01", 1),
        (2, "accubook", "2022-04-01", 1),
        (3, "accubook", "2022-04-01", 1),
        (1, "mailmerge", "2022-04-20", 2),
        (3, "mailmerge", "2022-04-20", 2),
    ]);
    let list = lists.file("mine.csv");
    let sheets = dashboard(&data, &["--invite-log", &path(&log), "--practices", list.to_str().unwrap()]);
    let rows = |sheet: &str| -> Vec<String> {
        let (_, lines) = sheets.iter().find(|(name, _)| name == sheet).unwrap();
        let rows = lines.iter().filter(|line| line.contains("|A8") || line.starts_with("A8"));
        rows.map(|line| line.split('|').filter(|cell| cell.len() < 10).take(3).collect::<Vec<_>>().join(" ")).collect()
    };
    let of_contacts =
        ["1 accubook A81003", "1 accubook A81002", "1 accubook A81001", "2 mailmerge A81003", "2 mailmerge A81001"];
    assert_eq!(rows("Outcomes"), of_contacts);
    let codes: Vec<String> =
        rows("Outcomes by patient").iter().map(|row| row.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(codes, ["A81003", "A81002", "A81001"]);
}

#[test]
fn a_dashboard_of_a_preset_counts_whom_its_invitations_take_and_never_replaces_the_log() {
    let data = extract(&[patient(1), patient(2)], &[dose(1, "20210301"), dose(2, "20210301")]);
    let settings = format!(
        "data = {:?}\nas_at = \"2022-05-11\"\n[preset.nightly]\naccept = [\"refresh-unknown\"]\n\
         [[preset.nightly.step]]\ncommand = \"invites\"\ntarget = \"accubook\"\ndose = \"second\"\nallow_old_data = true\n\
         invite_log = \"log.csv\"\noutput = \"out\"\n\
         [[preset.nightly.step]]\ncommand = \"dashboard\"\ninvite_log = \"log.csv\"\noutput = \"all.xlsx\"\n",
        data.arg()
    );
    let folder = Folder::new().with("vaxdash.toml", settings);
    Invocation::new().args(["run", "nightly", "-q"]).within(folder.path()).run().ended(0);
    let sheets = sheets_of(&fs::read(folder.file("all.xlsx")).unwrap());
    let (_, rounds) = sheets.iter().find(|(name, _)| name == "Outcomes by round").unwrap();
    assert!(rounds.iter().any(|line| line.starts_with("1|2|0|0|0|0|2|")), "{rounds:#?}");
    let out =
        Folder::new().with("log.xlsx", "NHS Number,Target,Dose,As at\r\n").with("data.csv", "NHS Number\r\n1\r\n");
    let (log, none) = (out.file("log.xlsx"), out.file("none.csv"));
    for (log, output, code) in
        [(log.clone(), log, 4), (out.file("data.csv"), out.file("x.xlsx"), 4), (none, out.file("x.xlsx"), 5)]
    {
        let args = ["-f", "--invite-log", log.to_str().unwrap(), "-o", output.to_str().unwrap()];
        on(&data, "dashboard", &args).ended(code);
        assert!(!out.file("x.xlsx").exists());
    }
}
