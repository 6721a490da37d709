//! The exit codes, and errors as JSON.

use serde_json::{Value, json};

use super::{READERS, rejecting, well};
use crate::data::{csv, extract, on, patient};
use crate::harness::{Folder, vaxdash};

#[test]
fn done_is_0() {
    for (command, args) in READERS {
        on(&well(), command, args).ended(0);
    }
    for args in [&["--help"][..], &["--version"], &["rules"], &["help", "uptake"]] {
        let run = vaxdash(args).ended(0);
        assert!(run.err.is_empty() && !run.out.is_empty(), "{args:?}");
    }
    for command in ["uptake", "invites", "history", "check", "rules", "sample", "completions", "man"] {
        assert!(vaxdash(&[command, "--help"]).ended(0).out.contains(&format!("vaxdash {command}")), "{command}");
    }
}

#[test]
fn a_wrong_command_line_is_2_and_says_what_to_do() {
    for args in [
        &[][..],
        &["uptakes"],
        &["uptake"],
        &["uptake", "--data"],
        &["sample"],
        &["uptake", "--bananas", "--data", "x"],
    ] {
        let run = vaxdash(args).ended(2);
        assert!(run.out.is_empty() && run.err.contains("--help") || run.err.contains("Usage"), "{args:?}: {}", run.err);
    }
}

#[test]
fn a_date_that_is_none_is_2() {
    for (command, args) in READERS {
        for date in ["tomorrow", "11/05/22", "05/31/2022", "31/02/2022", "2022-5-11", "20220511", "", "11 May 2022"] {
            let run = on(&well(), command, &[args, &["--as-at", date]].concat()).ended(2);
            assert!(run.err.contains("--as-at") && run.out.is_empty(), "{command} {date}: {}", run.err);
        }
        for date in ["11/05/2022", "2022-05-11"] {
            on(&well(), command, &[args, &["--as-at", date]].concat()).ended(0);
        }
    }
}

#[test]
fn before_the_programme_is_2() {
    for (command, args) in READERS {
        let run = on(&well(), command, &[args, &["--as-at", "07/12/2020"]].concat()).ended(2);
        assert!(run.err.contains("08/12/2020") && run.out.is_empty(), "{command}: {}", run.err);
        on(&well(), command, &[args, &["--as-at", "08/12/2020"]].concat()).ended(0);
    }
    // A date taken from the data gets the hint.
    let folder =
        well().with("COVID_Vaccinations_v5_YGA_20201207T12000000.csv", "NHS_NUMBER|DATE_AND_TIME|product_code\n");
    let run = vaxdash(&["uptake", "--data", folder.arg()]).ended(2);
    assert!(run.err.contains("--as-at"), "{}", run.err);
}

#[test]
fn today_is_a_date() {
    let folder = well();
    let report = vaxdash(&["uptake", "--data", folder.arg(), "--as-at", "today", "--format", "json"]).ended(0).json();
    assert_eq!(report["as_at"], crate::data::today().to_string());
}

#[test]
fn an_unknown_campaign_is_2_and_the_known_ones_are_named() {
    let run = on(&well(), "uptake", &["--campaign", "spring-1922"]).ended(2);
    for id in ["spring-1922", "spring-2022", "autumn-2026"] {
        assert!(run.err.contains(id), "{id}: {}", run.err);
    }
}

#[test]
fn rejected_rows_are_0_with_a_word_and_3_with_strict() {
    for (command, args) in [READERS[0], READERS[3]] {
        let run = on(&rejecting(), command, args).ended(0);
        assert!(run.err.contains("1 row was rejected") && run.err.contains("--rejects"), "{}", run.err);
        let strict = on(&rejecting(), command, &[args, &["--strict"]].concat()).ended(3);
        assert_eq!(strict.out, run.out, "the report is given all the same");
        on(&well(), command, &[args, &["--strict", "--accept", "refresh-unknown"]].concat()).ended(0);
    }
    on(&rejecting(), "check", &[]).ended(0);
    on(&rejecting(), "check", &["--strict"]).ended(3);
}

#[test]
fn refused_for_safety_is_4() {
    let none = Folder::new().with("patients.csv", csv(&[patient(1)]));
    for (command, args) in READERS {
        let run = on(&none, command, args).ended(4);
        assert!(run.err.contains("nobody may be seen"), "{command}: {}", run.err);
    }
    on(&well(), "uptake", &["--practice", "B82099"]).ended(4);
}

#[test]
fn what_cannot_be_read_is_5_and_leaves_no_report() {
    for (command, args) in READERS {
        let run = vaxdash(&[&[command, "--data", "/no/such/place"], args].concat()).ended(5);
        assert!(run.out.is_empty() && run.err.contains("/no/such/place"), "{command}: {}", run.err);
        if command != "check" {
            let run = on(&well().with("book.xlsx", "PK\x03\x04"), command, args).ended(5);
            assert!(run.out.is_empty() && run.err.contains("book.xlsx"), "{command}: {}", run.err);
        }
    }
}

/// The error that a run with `--format json` puts on standard error.
#[track_caller]
fn error(run: &crate::harness::Run) -> Value {
    assert!(run.out.is_empty(), "{}", run.out);
    serde_json::from_str(run.err_beside_doubts().trim_end()).unwrap_or_else(|fault| panic!("{fault}: {}", run.err))
}

#[test]
fn errors_are_json_where_json_is_asked_for() {
    let blocked = Folder::new().with("file", "mine");
    let below = blocked.file("file/x.json");
    for (args, code, kind, word) in [
        (&["--practice", "B82099"][..], 4, "refused", "B82099"),
        (&["--campaign", "x"], 2, "usage", "spring-2022"),
        (&["--as-at", "01/01/2020"], 2, "usage", "08/12/2020"),
        (&["--as-at", "never"], 2, "usage", "never"),
        (&["--bananas"], 2, "usage", "--bananas"),
        (&["--rules", "/no/such/place"], 5, "input", "/no/such/place"),
        (&["--data", "/no/such/place"], 5, "input", "/no/such/place"),
        (&["-o", below.to_str().unwrap()], 5, "input", "x.json"),
    ] {
        for asked in [&["--format", "json"][..], &["--format=json"]] {
            let run = on(&well(), "uptake", &[args, asked].concat()).ended(code);
            let found = error(&run);
            assert_eq!((&found["error"]["code"], &found["error"]["kind"]), (&json!(code), &json!(kind)), "{args:?}");
            assert!(found["error"]["message"].as_str().unwrap().contains(word), "{found}");
            assert_eq!(found.as_object().unwrap().len(), 1);
        }
    }
    let run = on(&well(), "history", &["9990000026", "--format", "json", "--practices", "/no/such/place"]).ended(5);
    assert_eq!(error(&run)["error"]["code"], 5);
    let run = vaxdash(&["rules", "--rules", "/no/such/place", "--format", "json"]).ended(5);
    assert_eq!(error(&run)["error"]["code"], 5);
}

#[test]
fn check_without_a_scope_gives_its_report_and_a_json_error() {
    let none = Folder::new().with("patients.csv", csv(&[patient(1)]));
    let run = on(&none, "check", &["--format", "json"]).ended(4);
    assert_eq!(run.json()["report"], "check");
    let found: Value = serde_json::from_str(run.err.trim_end()).unwrap_or_else(|fault| panic!("{fault}: {}", run.err));
    assert_eq!(found["error"]["kind"], "refused");
}

#[test]
fn words_of_an_error_are_one_line_with_the_name_of_the_program() {
    let run = on(&well(), "uptake", &["--practice", "B82099"]).ended(4);
    assert!(run.err.starts_with("vaxdash: ") && run.err.lines().count() == 1, "{}", run.err);
    // What was typed cannot steer the terminal.
    let run = on(&well(), "uptake", &["--practice", "\u{1b}[31mB82099"]).ended(4);
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
}

#[test]
fn several_refused_files_are_all_named() {
    let cut = "NHS Number,Data_Source\n\"1,x\n";
    let folder = well().with("a.csv", cut).with("b.xlsx", "PK\x03\x04");
    let run = on(&folder, "uptake", &[]).ended(5);
    assert!(run.err.contains("a.csv") && run.err.contains("b.xlsx"), "{}", run.err);
}

#[test]
fn numbers_typed_in_the_wrong_place_are_masked() {
    for args in [
        &["uptake", "--practice", "9990000018"][..],
        &["uptake", "--as-at", "9990000018"],
        &["uptake", "9990000018"],
        &["history", "9990000026", "9990000018"],
        &["uptake", "--campaign", "9990000018"],
    ] {
        let folder = extract(&[patient(1)], &[]);
        let run = vaxdash(&[args, &["--data", folder.arg()]].concat());
        assert!(run.code == 2 || run.code == 4, "{args:?}: {}", run.err);
        assert!(!run.err.contains("9990000018"), "{args:?}: {}", run.err);
    }
}
