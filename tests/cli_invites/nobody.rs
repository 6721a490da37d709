//! Why nobody is invited, in words.

use crate::data::{CONTRAINDICATED, DECLINED, Row, dose, doses, extract, nhs, on, patient};
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
        (&["--dose", "second", "--limit", "0"], "everybody who is due (1) is beyond --limit"),
        (&["--dose", "booster"], "a first booster is not due as at 11/05/2022 to the 1 patient chosen"),
        (&["--dose", "second", "--age", "0-4"], "no patient is left by the filters chosen"),
    ] {
        assert_eq!(reason(&due, args), expected, "{args:?}");
    }
    let closed = reason(&due, &["--dose", "second", "--as-at", "01/10/2025"]);
    assert!(closed.starts_with("the offer of first and second doses closed on "), "{closed}");
    let none = reason(&due, &["--as-at", "01/09/2024"]);
    assert_eq!(none, "no campaign is open as at 01/09/2024, and no other offer is open");
    let booster = |day| reason(&due, &["--dose", "booster", "--as-at", day]);
    assert_eq!(booster("15/09/2021"), "the offer of boosters to those chosen opens on 16/09/2021");
    assert_eq!(booster("16/09/2021"), "a first booster is not due as at 16/09/2021 to the 1 patient chosen");
    // Somebody is invited: no reason.
    let args = ["--target", "accubook", "--allow-old-data", "-n", "--dose", "second", "--format", "json"];
    assert!(on(&due, "invites", &args).ended(0).json()["reason"].is_null());
}

/// First doses open by cohort; a cohort that boosters were never offered to is no matter of a day.
#[test]
fn before_an_offer_opens_the_reason_is_its_day() {
    let data = extract(&[patient(1), patient(2).with("Date of Birth", "01/01/2013")], &doses(2, &["20210301"]));
    let asked = |dose, age, day| reason(&data, &["--dose", dose, "--age", age, "--as-at", day]);
    let opens = asked("first", "40-120", "10/12/2020");
    assert!(opens.starts_with("the offer of first doses to those chosen opens on "), "{opens}");
    let never = asked("booster", "0-11", "11/05/2022");
    assert_eq!(never, "boosters are not offered to the cohorts of those chosen");
    let nothing = reason(&data, &["--as-at", "10/12/2020"]);
    assert_eq!(nothing, "no campaign is open as at 10/12/2020, and no other offer is open");
}

/// One person whose second dose is due, and what alone keeps the person out.
#[test]
fn where_all_fall_out_at_one_step_the_reason_says_what_is_so_of_them() {
    let second = |row: Row, more: &[Row]| extract(&[row], &[&doses(1, &["20210301"]), more].concat());
    let given = |code| dose(1, "20220401").with("VACCINATION_PROCEDURE_CODE", code).with("VACCINE_PRODUCT_CODE", "");
    let log = |rows: &str| Folder::new().with("log.csv", format!("NHS Number,Target,Dose,As at\n{rows}"));
    let twice = log(&["2022-03-01", "2022-04-01"].map(|day| format!("{},accubook,second,{day}\n", nhs(1))).concat());
    let twice = twice.file("log.csv");
    let twice = twice.to_str().unwrap();
    for (data, args, expected) in [
        (second(patient(1), &[given(CONTRAINDICATED)]), &[][..], "is contraindicated: a clinician decides"),
        (second(patient(1), &[given(DECLINED)]), &[], "has declined"),
        (second(patient(1).with("Mobile Telephone", ""), &[]), &[], "has no contact that can be used"),
        (second(patient(1).with("sms_consent", "N"), &[]), &[], "has declined text messages"),
        (second(patient(1).with("SENSITIVE_FLAG", "Y"), &[]), &[], "has a restricted record"),
        (second(patient(1).with("Forename", "=Ada"), &[]), &[], "has a cell that the target cannot take"),
        (
            second(patient(1), &[]),
            &["--invite-log", twice, "--max-contacts", "2"],
            "was contacted as often as --max-contacts allows",
        ),
    ] {
        let found = reason(&data, &[&["--dose", "second"], args].concat());
        assert_eq!(found, format!("everybody who is due (1) {expected}"));
    }
    let round = reason(&second(patient(1), &[]), &["--dose", "second", "--invite-log", twice, "--round", "2"]);
    assert_eq!(round, "nobody who is due as at 11/05/2022 has had 1 contact before, as --round 2 asks");
    // Beyond one step, each is counted.
    let two = extract(
        &[patient(1).with("Mobile Telephone", ""), patient(2).with("SENSITIVE_FLAG", "Y")],
        &[doses(1, &["20210301"]), doses(2, &["20210301"])].concat(),
    );
    let found = reason(&two, &["--dose", "second"]);
    assert_eq!(found, "nobody is left of 2 due (restricted record 1, no usable contact 1)");
}
