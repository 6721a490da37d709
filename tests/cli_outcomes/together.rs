//! `outcomes` after `invites`: in a preset, on invented worlds, and as people see it.

use std::fs;

use serde_json::{Value, json};

use super::{COUNTS, log, outcomes, path, totals};
use crate::data::{doses, extract, on, patient, report};
use crate::harness::{Folder, Invocation, table, vaxdash};

#[test]
fn a_preset_that_invites_and_counts_runs_on_the_first_night_and_the_next() {
    let data = extract(&[patient(1), patient(2)], &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat());
    let settings = format!(
        "data = {:?}\nas_at = \"2022-05-11\"\n[preset.nightly]\naccept = [\"refresh-unknown\"]\n\
         [[preset.nightly.step]]\ncommand = \"invites\"\ntarget = \"accubook\"\ndose = \"second\"\nallow_old_data = true\n\
         limit = 1\ninvite_log = \"log.csv\"\noutput = \"out\"\n\
         [[preset.nightly.step]]\ncommand = \"outcomes\"\ninvite_log = \"log.csv\"\noutput = \"became.json\"\n\
         [[preset.nightly.step]]\ncommand = \"second-dose\"\nlist = true\ninvite_log = \"log.csv\"\noutput = \"list.json\"\n",
        data.arg()
    );
    let folder = Folder::new().with("vaxdash.toml", settings);
    let read = |name: &str| -> Value { serde_json::from_str(&fs::read_to_string(folder.file(name)).unwrap()).unwrap() };
    for (night, invited) in [("2022-05-11", 1), ("2022-05-12", 2)] {
        let args = ["run", "nightly", "-q", "--force", "--as-at", night];
        Invocation::new().args(args).within(folder.path()).run().ended(0);
        // The row that this night adds is counted already.
        assert_eq!(totals(&read("became.json"), "contacts"), json!([invited, 0, 0, 0, 0, invited, null]), "{night}");
        let log = fs::read_to_string(folder.file("log.csv")).unwrap();
        assert_eq!(log.lines().count(), invited + 1, "{log}");
        let times = crate::data::column(&read("list.json"), "list", "invited");
        assert_eq!(times.iter().filter(|times| **times == json!(1)).count(), invited);
    }
}

#[test]
fn the_parts_add_up_on_invented_worlds_whenever_they_are_looked_at() {
    for seed in ["3", "8"] {
        let (data, place) = (Folder::new(), Folder::new());
        let args = ["sample", "-q", "-o", data.arg(), "--patients", "500", "--practices", "3", "--seed", seed];
        vaxdash(&args).ended(0);
        let log = place.file("log.csv").to_str().unwrap().to_owned();
        for (night, as_at) in ["2021-06-01", "2021-07-01", "2021-10-01"].iter().enumerate() {
            let out = place.file(&night.to_string());
            let args = ["--channels", "sms,email,letter,phone", "--allow-old-data", "-q", "--as-at", as_at];
            let more = ["--invite-log", log.as_str(), "--escalate", "-o", out.to_str().unwrap()];
            let run = on(&data, "invites", &[&args[..], &more].concat());
            assert_eq!(run.code, 0, "{}", run.err);
        }
        let mut vaccinated = 0;
        for as_at in ["2021-06-01", "2021-09-01", "2022-05-11"] {
            let found = report(&data, "outcomes", &["--invite-log", &log, "--as-at", as_at]);
            for name in ["contacts", "people", "rounds"] {
                let table = table(&found, name);
                let of = |row: &Value, key: &str| row[key].as_u64().unwrap();
                for row in table["rows"].as_array().unwrap().iter().chain([&table["totals"]]) {
                    let parts: u64 = COUNTS[1..6].iter().map(|key| of(row, key)).sum();
                    assert_eq!(of(row, "invited"), parts, "{name}: {row}");
                    assert_eq!(row["median_days"].is_null(), of(row, "vaccinated") == 0, "{name}: {row}");
                }
                vaccinated += of(&table["totals"], "vaccinated");
            }
            // As many rows of the log as had been written by that day.
            let rows = fs::read_to_string(&log).unwrap();
            let until = rows.lines().skip(1).filter(|row| row.split(',').nth(3).unwrap() <= as_at).count();
            assert_eq!(totals(&found, "contacts")[0], json!(until), "{as_at}");
            assert_eq!(totals(&found, "rounds")[0], json!(until), "{as_at}");
        }
        assert!(vaccinated > 20, "{vaccinated}");
    }
}

#[test]
fn every_format_has_the_same_and_the_chart_is_of_rounds() {
    let people: Vec<_> = (1..=3).map(patient).collect();
    let events = [doses(1, &["20210301", "20220405"]), doses(2, &["20210301"]), doses(3, &["20210301"])].concat();
    let log = log(&[
        (1, "accubook", "2022-04-01", 1),
        (2, "accubook", "2022-04-01", 1),
        (2, "notify-letter", "2022-04-15", 2),
    ]);
    let data = extract(&people, &events);
    let place = path(&log);
    let run = |args: &[&str]| on(&data, "outcomes", &[&["--invite-log", &place], args].concat()).ended(0).out;
    let csv = run(&["--format", "csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "round,target,practice_code,practice_name,invited,vaccinated,declined,contraindicated,left_or_died,still_due,median_days"
    );
    assert_eq!(lines[1], "1,accubook,A81001,Abbey Surgery,2,1,0,0,0,1,4");
    assert_eq!(lines[2], "2,notify-letter,A81001,Abbey Surgery,1,0,0,0,0,1,");
    for width in ["80", "120"] {
        let shown = run(&["--chart", "--width", width]);
        assert!(shown.lines().all(|line| line.chars().count() <= width.parse().unwrap()), "{shown}");
        assert!(shown.contains("Vaccinated since") && shown.contains("notify-letter"), "{shown}");
        assert!(run(&["--list", "--width", width]).lines().all(|line| line.chars().count() <= width.parse().unwrap()));
    }
    let book = Folder::new();
    let file = book.file("o.xlsx");
    run(&["--chart", "-o", file.to_str().unwrap()]);
    let text = crate::written_workbooks::text_of(&fs::read(&file).unwrap());
    assert!(
        text.contains("Contacts") && text.contains("Median days to the dose") && text.contains("Rounds"),
        "{text:.500}"
    );
    assert_eq!(totals(&outcomes(&data, &log, &[]), "contacts"), json!([3, 1, 0, 0, 0, 2, 4]));
}

#[test]
fn tables_and_lists_saved_beside_the_data_are_never_read_as_data() {
    let data = extract(&[patient(1), patient(2)], &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat());
    let log = log(&[(1, "accubook", "2022-04-01", 1)]);
    let (place, before) = (path(&log), report(&data, "uptake", &[]));
    for args in [&[][..], &["--list"], &["--list", "--format", "json"], &["--format", "table"]] {
        let saved = data.file("saved.csv").to_str().unwrap().to_owned();
        on(&data, "outcomes", &[args, &["--invite-log", &place, "-o", &saved, "--force"]].concat()).ended(0);
        let after = report(&data, "uptake", &[]);
        assert_eq!(after["tables"], before["tables"], "{args:?}");
        let inputs = after["inputs"].as_array().unwrap();
        assert!(inputs.iter().any(|input| input["file"] == "saved.csv" && input["kind"] == "not-ours"), "{args:?}");
    }
}
