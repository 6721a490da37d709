//! `--message` and `--price`: fragments counted as GOV.UK Notify counts them.

use serde_json::json;

use crate::data::{Row, dose, extract, on, patient};
use crate::harness::{Folder, Run};

/// Three people overdue for a second dose: an English, a Welsh and a long name.
fn clinic() -> Folder {
    let named = |n: u32, name: &str| patient(n).with("Forename", name).with("Mobile Telephone", "07700900001");
    let people: Vec<Row> = vec![named(1, "Ada"), named(2, "Siân"), named(3, &"A".repeat(60))];
    let events: Vec<Row> = (1..4).map(|n| dose(n, "20210301")).collect();
    extract(&people, &events)
}

fn run(template: &str, more: &[&str]) -> Run {
    let place = Folder::new().with("message.txt", template);
    let path = place.file("message.txt");
    let args = ["--dose", "second", "--allow-old-data", "-n", "--message", path.to_str().unwrap()];
    on(&clinic(), "invites", &[&args[..], more].concat())
}

const NOTIFY: [&str; 2] = ["--target", "notify-sms"];

/// 107 characters beside the name: 110 for Ada, 111 for Siân in UCS-2 (two fragments of 67), 167 for the third (two).
fn template() -> String {
    format!("Dear ((first name)), {}", "a".repeat(100))
}

#[test]
fn fragments_and_cost_of_every_message_are_summed() {
    let args = [&NOTIFY[..], &["--price", "2.5", "--format", "json", "-q"]].concat();
    let found: serde_json::Value = serde_json::from_str(&run(&template(), &args).ended(0).out).unwrap();
    assert_eq!(
        found["messages"],
        json!({"people": 3, "fragments": 5, "longest": 167, "more_than_one": 2, "too_long": 0, "ucs_2": 1,
               "beyond_gsm": ["â"], "cost": "0.13"})
    );
    let shown = run(&template(), &[&NOTIFY[..], &["--price", "2.5"]].concat()).ended(0).out;
    for line in ["Fragments", "Characters of the longest", "The characters that make it so", "Cost"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    assert!(shown.contains("£0.13") && shown.contains('â'), "{shown}");
    // Without a price, no cost; without a template, nothing about messages.
    assert!(!run(&template(), &NOTIFY).ended(0).out.contains('£'));
    let long = run(&"a".repeat(919), &NOTIFY).ended(0).out;
    assert!(long.contains("too long to be sent"), "{long}");
}

#[test]
fn a_template_that_does_not_fit_is_refused() {
    let unknown = run("((surname)) ((first name))", &NOTIFY).ended(2).err;
    assert!(unknown.contains("no column \"surname\"") && unknown.contains("phone number, first name"), "{unknown}");
    let letters = run(&template(), &["--target", "mailmerge"]).ended(2).err;
    assert!(letters.contains("sends any"), "{letters}");
    run(&"a".repeat(70_000), &NOTIFY).ended(5);
    for price in ["x", "-1", "2,5"] {
        run(&template(), &[&NOTIFY[..], &["--price", price]].concat()).ended(2);
    }
    on(&clinic(), "invites", &["--target", "notify-sms", "--price", "2", "-n", "--allow-old-data"]).ended(2);
}
