//! `--format json`: the waterfall for programs.

use serde_json::{Value, json};

use super::{files_in, invites};
use crate::data::{doses, extract, patient};
use crate::harness::Folder;

const KEYS: [&str; 16] = [
    "eligible",
    "known_death",
    "death_unknown",
    "restricted",
    "contraindicated",
    "in_doubt",
    "booked",
    "visit_list",
    "declined",
    "already_invited",
    "contacts_used_up",
    "texts_declined",
    "no_contact",
    "bad_cell",
    "beyond_limit",
    "written",
];

fn two() -> Folder {
    let patients = [patient(1), patient(2).with("Mobile Telephone", "")];
    extract(&patients, &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat())
}

fn step(found: &Value, key: &str) -> Value {
    let steps = found["steps"].as_array().unwrap();
    steps.iter().find(|step| step["key"] == key).unwrap()["people"].clone()
}

#[test]
fn the_steps_are_in_order_and_add_up_also_where_nothing_else_is_said() {
    let (folder, out) = (two(), Folder::new());
    let args = ["--dose", "second", "--format", "json", "-q"];
    let dry = invites(&folder, &[&args[..], &["-n"]].concat()).ended(0);
    assert!(dry.err.is_empty(), "{}", dry.err);
    let run = invites(&folder, &[&args[..], &["-o", out.arg()]].concat()).ended(0);
    let (dry, found) = (dry.json(), run.json());
    assert_eq!(found["schema"], "vaxdash.invites/1");
    assert_eq!((&found["as_at"], &found["dose"]), (&json!("2022-05-11"), &json!("second")));
    let keys: Vec<&str> = found["steps"].as_array().unwrap().iter().map(|step| step["key"].as_str().unwrap()).collect();
    assert_eq!(keys, KEYS);
    assert_eq!(
        (step(&found, "eligible"), step(&found, "no_contact"), step(&found, "written")),
        (json!(2), json!(1), json!(1))
    );
    assert_eq!(found["steps"], dry["steps"]);
    // No file has a column for it: not known, and no zero.
    assert_eq!(step(&found, "visit_list"), Value::Null);
    assert_eq!(step(&found, "restricted"), json!(0));
    assert_eq!(found["channels"], json!([{"channel": null, "target": "accubook", "people": 1}]));
    assert_eq!(found["rounds"], json!([{"round": 1, "people": 1}]));
    // The files are those that were written.
    assert_eq!(dry["files"], json!([]));
    let files = files_in(&out);
    let listed = found["files"].as_array().unwrap();
    assert_eq!(listed.len(), files.len());
    for file in listed {
        let text = &files[file["file"].as_str().unwrap()];
        assert_eq!(file["rows"], json!(text.lines().count() - 1));
        assert_eq!(file["sha256"].as_str().unwrap().len(), 64);
    }
    assert!(found["doubts"].is_array());
}

#[test]
fn the_table_says_what_nobody_can_know() {
    let run = invites(&two(), &["--dose", "second", "-n"]).ended(0);
    let line = run.out.lines().find(|line| line.starts_with("Care home")).unwrap();
    assert!(line.ends_with("not known (no such column)"), "{line}");
    assert!(!run.out.contains("Contacts used up"), "{}", run.out);
    // Known where one of its columns is there.
    let folder = extract(&[patient(1).with("housebound", "N")], &doses(1, &["20210301"]));
    let run = invites(&folder, &["--dose", "second", "-n"]).ended(0);
    let line = run.out.lines().find(|line| line.starts_with("Care home")).unwrap();
    assert!(line.ends_with(" 0"), "{line}");
}
