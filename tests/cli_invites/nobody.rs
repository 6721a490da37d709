//! Why nobody is invited, in words.

use crate::data::{doses, extract, nhs, on, patient};
use crate::harness::Folder;

/// The reason of a run that invites nobody, as programs and as people read it.
#[track_caller]
fn reason(data: &Folder, args: &[&str]) -> String {
    let all = [&["--target", "accubook", "--allow-old-data", "-n"], args].concat();
    let found = on(data, "invites", &[&all[..], &["--format", "json"]].concat()).ended(0).json();
    let reason = found["reason"].as_str().unwrap_or_else(|| panic!("no reason: {found:#}")).to_owned();
    let shown = on(data, "invites", &all).ended(0).out;
    // The table folds long lines.
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(folded(&shown).contains(&format!("Nobody is invited: {reason}.")), "{shown}");
    reason
}

#[test]
fn the_reason_is_the_offer_the_steps_or_that_nobody_is_due() {
    let due = extract(&[patient(1)], &doses(1, &["20210301"]));
    let list = Folder::new().with("list.csv", format!("NHS Number\n{}\n", nhs(1)));
    let list = list.file("list.csv");
    let list = list.to_str().unwrap();
    for (args, expected) in [
        (&["--dose", "second", "--exclude", list][..], "everybody who is due (1) was invited already"),
        (&["--dose", "second", "--limit", "0"], "nobody is left of 1 due (beyond the limit 1)"),
        (&["--dose", "booster"], "nobody chosen is due a dose (booster) as at 11/05/2022"),
        (&["--dose", "second", "--age", "0-4"], "nobody chosen is due a dose (second) as at 11/05/2022"),
    ] {
        assert_eq!(reason(&due, args), expected, "{args:?}");
    }
    let closed = reason(&due, &["--dose", "second", "--as-at", "01/10/2025"]);
    assert!(closed.starts_with("the offer of first and second doses closed on "), "{closed}");
    let none = reason(&due, &["--as-at", "01/09/2024"]);
    assert_eq!(none, "no campaign is open as at 01/09/2024, and no other offer is open");
    // Somebody is invited: no reason.
    let args = ["--target", "accubook", "--allow-old-data", "-n", "--dose", "second", "--format", "json"];
    assert!(on(&due, "invites", &args).ended(0).json()["reason"].is_null());
}
