//! `manifest.json` beside the files, and what `--force` does with it.

use std::fs;

use serde_json::{Value, json};

use super::{files_in, invites};
use crate::data::{Row, checked, dose, extract, input, nhs, on, patient};
use crate::harness::{Folder, Invocation};

/// Patients overdue for a second dose, of two practices; the last has no mobile.
fn clinic(numbers: &[u32]) -> Folder {
    let patients: Vec<Row> = numbers
        .iter()
        .map(|n| patient(*n).with("Practice code", if n % 2 == 0 { "A81001" } else { "A81002" }))
        .chain([patient(50).with("Mobile Telephone", "")])
        .collect();
    let events: Vec<Row> = numbers.iter().chain([&50]).map(|n| dose(*n, "20210301")).collect();
    extract(&patients, &events)
}

fn run(data: &Folder, out: &Folder, more: &[&str]) -> crate::harness::Run {
    invites(data, &[&["--dose", "second", "-o", out.arg()], more].concat())
}

fn manifest(out: &Folder) -> Value {
    serde_json::from_slice(&fs::read(out.file("manifest.json")).unwrap()).unwrap()
}

#[test]
fn it_says_what_the_files_are_and_names_nobody() {
    let out = Folder::new();
    let machine = run(&clinic(&[1, 2]), &out, &["--format", "json", "-q"]).ended(0).json();
    let found = manifest(&out);
    assert_eq!((&found["schema"], &found["as_at"]), (&json!("vaxdash.manifest/1"), &json!("2022-05-11")));
    assert_eq!(found["last_refreshed"], Value::Null);
    assert_eq!(found["files"], machine["files"]);
    assert_eq!(found["files"].as_array().unwrap().len(), 3);
    let call = &found["invitations"][0];
    assert_eq!(
        (&call["dose"], &call["steps"], &call["channels"]),
        (&json!("second"), &machine["steps"], &machine["channels"])
    );
    assert_eq!((&call["reviewed"], &call["reason"]), (&json!(0), &Value::Null));
    assert_eq!(call["doubts_accepted"], json!(["refresh-unknown"]));
    assert!(found["version"].is_string() && found["rules_version"] == machine["rules_version"]);
    let text = fs::read_to_string(out.file("manifest.json")).unwrap();
    for mark in [nhs(1).as_str(), nhs(2).as_str(), "Fell", "07700"] {
        assert!(!text.contains(mark), "{mark}");
    }
    // The files are as it says.
    for (name, text) in files_in(&out) {
        let file = found["files"].as_array().unwrap().iter().find(|file| file["file"] == name.as_str()).unwrap();
        assert_eq!(file["rows"], json!(text.lines().count() - 1));
        assert_eq!(file["sha256"], json!(vaxdash::audit::LoggedOutput::of("", text.as_bytes()).sha256));
    }
}

#[test]
fn a_folder_with_one_is_refused_and_with_force_all_of_its_files_are_replaced() {
    let out = Folder::new().with("notes.txt", "mine");
    run(&clinic(&[1, 2]), &out, &[]).ended(0);
    let before = files_in(&out);
    // Another target shares no folder with a run that has ended.
    for more in [&[][..], &["--target", "emis"]] {
        let args = [&["--dose", "second", "--allow-old-data", "-o", out.arg()], more].concat();
        let args = if more.is_empty() { [&args[..], &["--target", "accubook"]].concat() } else { args };
        let refused = on(&clinic(&[1, 2]), "invites", &args).ended(4);
        assert!(refused.err.contains("manifest.json") && refused.err.contains("{date}"), "{}", refused.err);
        assert_eq!(files_in(&out), before);
    }
    // The first practice has nobody any more: its file goes.
    run(&clinic(&[2]), &out, &["--force", "-q"]).ended(0);
    let names: Vec<String> = files_in(&out).into_keys().collect();
    assert_eq!(
        names,
        ["accubook_A81001_second_2022-05-11.csv", "exceptions_accubook_second_2022-05-11.csv", "notes.txt"]
    );
    assert_eq!(manifest(&out)["files"].as_array().unwrap().len(), 2);
    // What was sent and moved away is nothing to complain of.
    fs::remove_file(out.file("accubook_A81001_second_2022-05-11.csv")).unwrap();
    run(&clinic(&[1]), &out, &["-f"]).ended(0);
    assert!(out.file("accubook_A81002_second_2022-05-11.csv").exists());
}

#[test]
fn a_file_that_was_changed_by_hand_is_not_replaced() {
    let out = Folder::new();
    run(&clinic(&[1, 2]), &out, &[]).ended(0);
    for (data, name) in [(clinic(&[2]), "accubook_A81002"), (clinic(&[1]), "accubook_A81002")] {
        let name = format!("{name}_second_2022-05-11.csv");
        let text = fs::read_to_string(out.file(&name)).unwrap();
        fs::write(out.file(&name), text.clone() + "note\r\n").unwrap();
        let before = files_in(&out);
        let refused = run(&data, &out, &["-f"]).ended(4);
        assert!(refused.err.contains(&name) && refused.err.contains("SHA-256"), "{}", refused.err);
        assert_eq!(files_in(&out), before);
        fs::write(out.file(&name), text).unwrap();
    }
    run(&clinic(&[2]), &out, &["-f"]).ended(0);
}

#[test]
fn a_manifest_that_leads_elsewhere_is_not_followed() {
    let place = Folder::new().with("victim.csv", "mine");
    let digest = vaxdash::audit::LoggedOutput::of("", b"mine").sha256;
    let out = Folder::new();
    for name in ["../victim.csv", place.file("victim.csv").to_str().unwrap(), "a\\b"] {
        let text = json!({"schema": "vaxdash.manifest/1", "files": [{"file": name, "rows": 1, "sha256": digest}]});
        fs::write(out.file("manifest.json"), text.to_string()).unwrap();
        let refused = run(&clinic(&[1]), &out, &["-f"]).ended(4);
        assert!(refused.err.contains("no manifest of vaxdash"), "{}", refused.err);
    }
    fs::write(out.file("manifest.json"), "mine").unwrap();
    run(&clinic(&[1]), &out, &["-f"]).ended(4);
    assert!(files_in(&out).is_empty() && place.file("victim.csv").exists());
    #[cfg(unix)]
    {
        // A link is not the file that was written.
        let text =
            json!({"schema": "vaxdash.manifest/1", "files": [{"file": "link.csv", "rows": 1, "sha256": digest}]});
        fs::write(out.file("manifest.json"), text.to_string()).unwrap();
        std::os::unix::fs::symlink(place.file("victim.csv"), out.file("link.csv")).unwrap();
        run(&clinic(&[1]), &out, &["-f"]).ended(4);
        assert!(place.file("victim.csv").exists());
    }
}

#[test]
fn where_nobody_is_left_last_nights_files_go_and_lists_may_stay() {
    let out = Folder::new();
    let all = ["--exclude", "LIST"];
    run(&clinic(&[1, 2]), &out, &[]).ended(0);
    let listed = Folder::new().with("list.csv", format!("NHS Number\n{}\n{}\n", nhs(1), nhs(2)));
    let list = listed.file("list.csv");
    let exclude = [all[0], list.to_str().unwrap()];
    run(&clinic(&[1, 2]), &out, &[&exclude[..], &["-f", "-q"]].concat()).ended(0);
    // Whom no target reaches is written still.
    assert_eq!(files_in(&out).into_keys().collect::<Vec<_>>(), ["exceptions_accubook_second_2022-05-11.csv"]);
    let found = manifest(&out);
    assert_eq!(found["files"].as_array().unwrap().len(), 1);
    assert!(found["invitations"][0]["reason"].as_str().unwrap().contains("already invited 2"), "{found}");
    // Nobody at all: neither files nor a manifest.
    let nobody = extract(&[patient(1)], &[]);
    run(&nobody, &out, &[]).ended(4);
    run(&nobody, &out, &["-f"]).ended(0);
    assert!(files_in(&out).is_empty() && !out.file("manifest.json").exists());
}

#[test]
fn steps_of_a_preset_that_share_a_folder_have_one_manifest() {
    let data = clinic(&[1, 2]);
    let step = |target: &str| {
        format!(
            "[[preset.night.step]]\ncommand = \"invites\"\nallow_old_data = true\ndose = \"second\"\n\
             target = \"{target}\"\noutput = \"out/{{preset}}\"\n"
        )
    };
    let preset = format!(
        "[preset.night]\ndata = \"{}\"\nas_at = \"11/05/2022\"\naccept = [\"refresh-unknown\"]\n",
        data.arg().replace('\\', "/")
    );
    let work = Folder::new().with("vaxdash.toml", preset + &step("accubook") + &step("emis"));
    let night = |args: &[&str]| Invocation::new().within(work.path()).args(["run", "night"]).args(args).run();
    night(&[]).ended(0);
    let text = fs::read(work.file("out/night/manifest.json")).unwrap();
    let found: Value = serde_json::from_slice(&text).unwrap();
    assert_eq!(found["invitations"].as_array().unwrap().len(), 2);
    let names: Vec<&str> =
        found["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert!(names.iter().any(|name| name.starts_with("accubook")) && names.iter().any(|name| name.starts_with("emis")));
    assert_eq!(fs::read_dir(work.file("out/night")).unwrap().count(), names.len() + 1);
    night(&[]).ended(4);
    night(&["-f"]).ended(0);
    assert_eq!(fs::read(work.file("out/night/manifest.json")).unwrap(), text);
}

#[test]
fn among_the_data_it_is_known_as_our_own() {
    let out = Folder::new();
    run(&clinic(&[1, 2]), &out, &[]).ended(0);
    let data = clinic(&[1]).with("manifest.json", fs::read(out.file("manifest.json")).unwrap());
    let found = checked(&data, &[]);
    assert_eq!(input(&found, "manifest.json")["kind"], "not-ours");
    let remark = &input(&found, "manifest.json")["remark"];
    assert!(remark.as_str().unwrap().contains("our own output"), "{remark}");
}
