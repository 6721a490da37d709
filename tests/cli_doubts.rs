//! Doubts: accepted by name, shown in every output, and data of which no report
//! can be made.

use std::fs;

use serde_json::{Value, json};

use crate::data::{PRACTICES, csv, dose, doses, extract, influenza, nhs, on, patient, pick, pipes};
use crate::harness::{Folder, table, vaxdash, vaxdash_in};
use crate::written_workbooks::text_of;

fn well() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20210301"]))
}

#[test]
fn unknown_doubts_are_refused_with_a_suggestion_and_those_that_do_not_stand_are_no_fault() {
    for command in ["uptake", "check", "sources", "patients"] {
        let run = on(&well(), command, &["--accept", "no-deth-column"]).ended(2);
        assert!(run.err.contains("did you mean \"no-death-column\"?"), "{}", run.err);
        on(&well(), command, &["--accept", "rows-short", "--accept", "codes-damaged=vaccinations.csv"]).ended(0);
    }
    for wrong in ["all", "*", "rows-short=", ""] {
        on(&well(), "uptake", &["--accept", wrong]).ended(2);
    }
}

#[test]
fn doubts_are_accepted_in_settings_for_all_for_a_command_for_a_preset_and_for_a_step() {
    let data = well();
    let ended = |settings: &str, args: &[&str], code: i32| {
        let work =
            Folder::new().with("vaxdash.toml", format!("data = {:?}\nas_at = 2022-05-11\n{settings}", data.arg()));
        vaxdash_in(work.path(), args, "").ended(code).err
    };
    // `--strict` ends with 3 while the doubt stands, so it shows what is accepted.
    let steps = "[[preset.weekly.step]]\ncommand = \"uptake\"\n[[preset.weekly.step]]\ncommand = \"sources\"\n";
    let of_each = steps.replace("]]\ncommand", "]]\naccept = \"refresh-unknown\"\ncommand");
    let of_one = of_each.replacen("accept = \"refresh-unknown\"\n", "", 1);
    for (settings, command, code) in [
        ("", "uptake", 3),
        ("accept = [\"refresh-unknown\", \"rows-short=patients.csv\"]\nimd = 2025\n", "uptake", 0),
        ("accept = [\"rows-short\"]\n", "uptake", 3),
        ("[uptake]\naccept = \"refresh-unknown\"\nimd = \"1,2\"\n", "uptake", 0),
        ("[uptake]\naccept = \"refresh-unknown\"\n", "sources", 3),
        (&format!("[preset.weekly]\n{steps}"), "weekly", 3),
        (&format!("[preset.weekly]\naccept = [\"refresh-unknown\"]\nimd = 2019\n{steps}"), "weekly", 0),
        (&of_each, "weekly", 0),
        (&of_one, "weekly", 3),
    ] {
        let args = if command == "weekly" { vec!["run", "weekly", "--strict"] } else { vec![command, "--strict"] };
        ended(settings, &args, code);
    }
    for wrong in ["accept = \"refresh\"\n", "[uptake]\naccept = \"refresh\"\n", "imd = 2024\n"] {
        let said = ended(wrong, &["uptake"], 2);
        assert!(said.contains("vaxdash.toml"), "{said}");
    }
    ended(
        "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\naccept = \"refresh\"\n",
        &["run", "weekly"],
        2,
    );
}

#[test]
fn the_rules_of_doubts_can_be_read_in_each_format() {
    let report = vaxdash(&["rules", "--doubts", "--format", "json"]).ended(0).json();
    let rows = table(&report, "doubts")["rows"].as_array().unwrap().clone();
    let of = |id: &str| {
        rows.iter().find(|row| row["id"] == id).map(|row| pick(row, &["consequence", "over_percent", "beyond"]))
    };
    assert_eq!(of("no-death-column"), Some(json!(["unsafe", null, null])));
    assert_eq!(of("codes-damaged"), Some(json!(["review", 1, "unsafe"])));
    assert_eq!(of("rows-unlinkable"), Some(json!(["unsafe", 5, "unsafe"])));
    assert_eq!(of("rows-shifted"), Some(json!(["note", 1, "file refused"])));
    assert!(rows.iter().all(|row| row["do"].is_string() && row["when"].is_string()));
    let words = table(&report, "doubt_words")["rows"].as_array().unwrap().clone();
    assert!(words.contains(&json!({"of": "heading", "phrase": "vital status"})), "{words:?}");
    assert!(words.iter().any(|row| row["of"] == "term" && row["phrase"] == "comirnaty"), "{words:?}");
    assert!(vaxdash(&["rules", "--doubts", "--format", "csv"]).ended(0).out.contains("heading-unused,"));
    assert!(vaxdash(&["rules", "--doubts"]).ended(0).out.contains("refresh-unknown"));
    // On a narrow terminal each is a paragraph, for its sentences need the width.
    let narrow = vaxdash(&["rules", "--doubts", "--width", "80"]).ended(0).out;
    assert!(
        narrow.contains("\nrows-unlinkable · What follows: unsafe · Over %: 5 · Beyond it: unsafe\n    When: "),
        "{narrow}"
    );
    assert!(narrow.contains("\n    What to do: Look at the NHS numbers of the file"), "{narrow}");
    assert!(narrow.lines().all(|line| line.chars().count() <= 80), "{narrow}");
}

/// What a report and `check` say of data of which no report can be made.
#[track_caller]
fn unfit(folder: &Folder, parts: &[&str]) {
    for command in ["uptake", "second-dose", "trend", "sources"] {
        let run = on(folder, command, &[]).ended(5);
        assert!(parts.iter().all(|part| run.err.contains(part)) && run.out.is_empty(), "{command}: {}", run.err);
    }
    let report = on(folder, "check", &["--format", "json"]).ended(5).json();
    let verdict = report["verdict"].as_str().unwrap();
    assert!(verdict.starts_with("Not fit: ") && parts.iter().all(|part| verdict.contains(part)), "{verdict}");
    assert!(on(folder, "check", &[]).ended(5).out.starts_with("Not fit: "));
}

#[test]
fn without_a_patient_in_scope_there_is_no_report() {
    let elsewhere = [patient(1).with("Practice code", "B82001"), patient(2).with("Practice code", "B82002")];
    unfit(&extract(&elsewhere, &doses(1, &["20210301"])), &["no patient of the practices", "2 other practices"]);
    let rejected = [patient(1).with("NHS Number", "9.99E+09"), patient(2).with("Practice code", "B82002")];
    unfit(&extract(&rejected, &doses(1, &["20210301"])), &["1 other practices, 1 rejected"]);
}

#[test]
fn without_a_vaccination_of_anybody_in_scope_there_is_no_report() {
    let damaged = dose(1, "20210301").with("NHS_NUMBER", "9.99E+09");
    let folder = extract(&[patient(1)], &[damaged, dose(2, "20210301")]);
    unfit(&folder, &["no vaccination row is of anybody in scope", "1 unlinkable, 1 other people"]);
    // Any row of anybody will do, of whatever kind.
    on(&extract(&[patient(1)], &[influenza(&nhs(1))]), "uptake", &[]).ended(0);
}

#[test]
fn without_a_row_of_a_kind_there_is_no_report() {
    let header = |text: String| text.lines().next().unwrap().to_owned();
    let events = well().with("vaccinations.csv", header(pipes(&doses(1, &["20210301"]))));
    unfit(&events, &["vaccinations file"]);
    let patients = well().with("patients.csv", header(csv(&[patient(1)])));
    unfit(&patients, &["patients file"]);
    // An empty practice list is another matter.
    on(&well().with("practices.csv", header(PRACTICES.to_owned())), "uptake", &[]).ended(4);
}

#[test]
fn where_no_data_are_it_is_first_said_what_is_there() {
    let said = |folder: &Folder, begins: &str, part: &str| {
        for command in ["uptake", "check"] {
            let run = vaxdash(&[command, "--data", folder.arg()]).ended(4);
            let begin = format!("vaxdash: the folder {:?} {begins}", folder.arg());
            assert!(run.err.starts_with(&begin) && run.err.contains(part), "{command}: {}", run.err);
            assert!(run.err.contains("there is no practice list"), "{}", run.err);
        }
    };
    said(&Folder::new(), "is empty", "name another with --data");
    said(&Folder::new().with("full.zip", "PK"), "holds an archive, \"full.zip\"", "unpack it");
    said(&Folder::new().with("picture.png", "x"), "has no files that are read", "picture.png");
    let above = Folder::new();
    fs::create_dir(above.file("may")).unwrap();
    for name in ["a.csv", "b.csv", "c.xlsx", "d.CSV"] {
        fs::write(above.file("may").join(name), "x\n").unwrap();
    }
    said(&above, "has no files that are read, but a folder with 4 files: --data", "may\"");
    // With data in it, a folder below is nobody's business.
    let run = vaxdash(&["uptake", "--data", above.with("x.csv", "Ward,Beds\n").arg()]).ended(4);
    assert!(run.err.starts_with("vaxdash: there is no practice list"), "{}", run.err);
}

#[test]
fn json_always_has_doubts_and_check_its_verdict() {
    let doubts = |command: &str| on(&well(), command, &["--format", "json"]).ended(0).json()["doubts"].clone();
    for command in ["uptake", "check", "patients", "sources"] {
        assert!(doubts(command).is_array(), "{command}");
    }
    let report = on(&well(), "uptake", &["--format", "json"]).ended(0).json();
    assert_eq!(report["verdict"], Value::Null, "what data are fit for is asked of check");
}

/// Data of good people with no column for deaths.
fn without_deaths() -> Folder {
    let mut folder = well();
    let text = fs::read_to_string(folder.file("patients.csv")).unwrap();
    folder = folder.with("patients.csv", text.replacen("Date of death", "Shoe size", 1));
    folder
}

#[test]
fn an_unsafe_doubt_is_said_everywhere_until_it_is_accepted_and_then_marked() {
    let folder = without_deaths();
    let said = "vaxdash: doubt no-death-column: patients.csv: ";
    let marked = "vaxdash: doubt no-death-column (accepted): patients.csv: ";
    for command in ["uptake", "patients", "sources", "trend"] {
        let run = on(&folder, command, &[]).ended(0);
        assert!(
            run.err.contains(said) && run.out.contains("Note: doubt no-death-column: patients.csv: "),
            "{}",
            run.err
        );
        let quiet = on(&folder, command, &["-q"]).ended(0);
        assert!(quiet.err.is_empty() && quiet.out == run.out, "{}", quiet.err);
        on(&folder, command, &["--strict", "--accept", "refresh-unknown"]).ended(3);
        for accept in ["no-death-column", "no-death-column=patients.csv"] {
            let run = on(&folder, command, &["--strict", "--accept", "refresh-unknown", "--accept", accept]).ended(0);
            assert!(run.err.contains(marked) && run.out.contains("no-death-column (accepted)"), "{}", run.err);
        }
        on(&folder, command, &["--strict", "--accept", "no-death-column=other.csv"]).ended(3);
    }
    let json = on(&folder, "uptake", &["--format", "json", "--accept", "no-death-column"]).ended(0).json();
    let doubts = json["doubts"].as_array().unwrap().clone();
    let found = doubts.iter().find(|doubt| doubt["id"] == "no-death-column").unwrap();
    assert_eq!(pick(found, &["consequence", "accepted", "file"]), json!(["unsafe", true, "patients.csv"]));
}

#[test]
fn every_format_shows_the_doubts_marked_where_they_are_accepted() {
    let folder = without_deaths();
    for (accept, mark) in
        [(&[][..], "no-death-column"), (&["--accept", "no-death-column"], "no-death-column (accepted)")]
    {
        for args in [&["uptake"][..], &["patients", "--list"], &["second-dose", "--list"], &["history", &nhs(1)]] {
            let shown = |more: &[&str]| on(&folder, args[0], &[&args[1..], accept, more].concat()).ended(0);
            assert!(shown(&[]).out.contains(&format!("Note: doubt {mark}: patients.csv: ")), "{args:?}");
            let doubts = shown(&["--format", "json"]).json()["doubts"].clone();
            assert_eq!(doubts[0]["id"], "no-death-column", "{args:?}");
            assert_eq!(doubts[0]["accepted"], json!(!accept.is_empty()), "{args:?}");
            let keys: Vec<&str> = doubts[0].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["id", "consequence", "accepted", "file", "count", "of", "what", "do"]);
            // CSV has no place for notes: they stand beside it, as its receipt does.
            assert!(shown(&["--format", "csv"]).err.contains(&format!("doubt {mark}: patients.csv: ")), "{args:?}");
            let out = Folder::new();
            let file = out.file("report.xlsx");
            shown(&["-q", "-o", file.to_str().unwrap()]);
            let text = text_of(&fs::read(file).unwrap());
            let of_workbook =
                if accept.is_empty() { "no-death-column (unsafe)" } else { "no-death-column (unsafe, accepted)" };
            assert!(text.contains(of_workbook) && text.contains("it has neither a date of death"), "{args:?}");
        }
        let out = Folder::new();
        let file = out.file("all.xlsx");
        let all = [accept, &["-q", "-o", file.to_str().unwrap()]].concat();
        on(&folder, "dashboard", &all).ended(0);
        assert!(text_of(&fs::read(file).unwrap()).contains("no-death-column (unsafe"));
    }
}

#[test]
fn check_is_not_fit_to_invite_while_an_unsafe_doubt_stands() {
    let folder = without_deaths();
    let run = on(&folder, "check", &["--accept", "refresh-unknown"]).ended(3);
    let verdict = "Fit to report; not to invite until: put right or accepted by name: no-death-column (patients.csv)\n";
    assert!(run.out.starts_with(verdict), "{}", run.out);
    assert!(run.out.contains("Once you have looked") && !run.err.contains("doubt "), "{}{}", run.out, run.err);
    let run = on(&folder, "check", &["--accept", "no-death-column", "--accept", "refresh-unknown"]).ended(0);
    assert!(run.out.starts_with("Fit to report and to invite\n"), "{}", run.out);
    let report = on(&folder, "check", &["--format", "json"]).ended(3);
    assert!(report.err.contains("vaxdash: doubt no-death-column"), "{}", report.err);
    let row = table(&report.json(), "doubts")["rows"][0].clone();
    assert_eq!(
        pick(&row, &["id", "consequence", "accepted", "file"]),
        json!(["no-death-column", "unsafe", "no", "patients.csv"])
    );
}

#[test]
fn what_is_accepted_is_in_the_audit_log() {
    let (folder, out) = (without_deaths(), Folder::new());
    let log = out.file("audit.jsonl");
    let accept = ["--accept", "no-death-column=patients.csv", "--accept", "rows-short"];
    on(&folder, "patients", &[&["--list", "--audit", log.to_str().unwrap()][..], &accept].concat()).ended(0);
    let text = fs::read_to_string(&log).unwrap();
    let line: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(line["accepted"], json!(["no-death-column=patients.csv"]), "what does not stand was not accepted");
    vaxdash(&["audit", "verify", log.to_str().unwrap()]).ended(0);
}

#[test]
fn a_step_of_a_preset_accepts_for_itself() {
    let data = without_deaths();
    let preset = "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\n\
                  [[preset.weekly.step]]\ncommand = \"patients\"\naccept = [\"no-death-column\"]\n";
    let work = Folder::new().with("vaxdash.toml", format!("data = {:?}\nas_at = 2022-05-11\n{preset}", data.arg()));
    let run = vaxdash_in(work.path(), &["run", "weekly"], "").ended(0);
    let (uptake, patients) = run.out.split_once("no-death-column: patients.csv").unwrap();
    assert!(!uptake.contains("(accepted)") && patients.contains("no-death-column (accepted)"), "{}", run.out);
}
