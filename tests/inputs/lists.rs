//! The practice list decides who may be seen.

use serde_json::json;

use crate::data::{
    PRACTICES, buckets, checked, column, csv, extract, influenza, input, nhs, on, patient, remarks, report,
};
use crate::harness::{Folder, vaxdash};

/// One patient in each of A81001, A81002, A81003 and B82099.
fn four(list: &str) -> Folder {
    let codes = ["A81001", "A81002", "A81003", "B82099"];
    let patients: Vec<_> = (1..).zip(codes).map(|(n, code)| patient(n).with("Practice code", code)).collect();
    extract(&patients, &(1..=4).map(|n| influenza(&nhs(n))).collect::<Vec<_>>()).with("practices.csv", list)
}

#[track_caller]
fn seen(folder: &Folder, args: &[&str]) -> serde_json::Value {
    json!(column(&report(folder, "uptake", args), "uptake", "practice_code"))
}

#[test]
fn without_activity_codes_all_listed_practices_are_in_scope_and_check_says_so() {
    let folder = four("Practice code\nA81001\nA81003\n");
    assert_eq!(seen(&folder, &[]), json!(["A81001", "A81003"]));
    assert!(remarks(&checked(&folder, &[])).contains("no activity code was checked"));
    assert!(report(&folder, "uptake", &[])["notes"].to_string().contains("B0360 was not checked"));
}

#[test]
fn a_plain_list_of_codes_is_a_practice_list() {
    for list in ["A81001\nA81002\n", "\u{feff}a81001\r\n\r\n A81002 \r\n", "A81001,\nA81002,"] {
        let folder = four(list);
        assert_eq!(seen(&folder, &[]), json!(["A81001", "A81002"]), "{list:?}");
        assert_eq!(input(&checked(&folder, &[]), "practices.csv")["rows"], 2);
    }
}

#[test]
fn one_line_that_is_no_code_makes_no_plain_list() {
    let run = on(&four("A81001\nmine\n"), "uptake", &[]).ended(4);
    assert!(run.err.contains("no practice list"), "{}", run.err);
}

#[test]
fn with_activity_codes_only_practices_that_carry_b0360_are_in_scope() {
    let folder = four(
        "Practice code,Practice name,Activity codes\nA81001,Abbey,B0401;B0360\nA81002,Bridge,B0401\nA81003,Castle,\n",
    );
    assert_eq!(seen(&folder, &[]), json!(["A81001"]));
    let run = on(&folder, "uptake", &[]).ended(0);
    for word in ["A81002", "A81003", "B0360", "Registration Authority"] {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
    let found = checked(&folder, &[]);
    let scope =
        |code| crate::data::row(&found, "practices", "practice_code", code)["in_scope"].as_str().unwrap().to_owned();
    assert_eq!(scope("A81001"), "yes");
    assert!(scope("A81002").starts_with("no") && scope("A81003").starts_with("no"));
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "other_practices": 3}));
}

#[test]
fn anything_not_alphanumeric_separates_activity_codes() {
    for codes in ["B0360", "b0360", "B0401 B0360", "B0401|B0360", "B0401/B0360;B9", "(B0360)"] {
        assert_eq!(
            seen(&four(&format!("Practice code,Activity codes\nA81001,\"{codes}\"\n")), &[]),
            json!(["A81001"]),
            "{codes}"
        );
    }
    for codes in ["XB0360", "B03600", "B036", ""] {
        on(&four(&format!("Practice code,Activity codes\nA81001,{codes}\n")), "uptake", &[]).ended(4);
    }
}

#[test]
fn a_practice_on_several_rows_has_the_union_of_its_codes() {
    let list = "Practice code,Activity codes\nA81001,B0401\nA81002,B0360\nA81001,B0360\nA81002,B0401\n";
    assert_eq!(seen(&four(list), &[]), json!(["A81001", "A81002"]));
}

#[test]
fn nobody_may_be_seen_without_a_list_or_with_an_empty_one() {
    let none = Folder::new().with("patients.csv", csv(&[patient(1)]));
    let run = on(&none, "uptake", &[]).ended(4);
    assert!(run.err.contains("no practice list") && run.err.contains("--practices"), "{}", run.err);
    for list in ["Practice code\n", "Practice code\nnone\n"] {
        let run = on(&four(list), "uptake", &[]).ended(4);
        assert!(run.err.contains("names no practice") && run.out.is_empty(), "{}", run.err);
    }
    let run = on(&four("Practice code,Activity codes\nA81001,B0401\n"), "uptake", &[]).ended(4);
    assert!(run.err.contains("B0360") && run.err.contains("Registration Authority"), "{}", run.err);
}

#[test]
fn two_lists_in_the_data_are_refused() {
    let folder = four("Practice code\nA81001\n").with("other.csv", "Practice code\nA81002\n");
    for command in ["uptake", "check"] {
        let run = on(&folder, command, &[]).ended(4);
        for word in ["practices.csv", "other.csv", "--practices"] {
            assert!(run.err.contains(word), "{word}: {}", run.err);
        }
    }
}

#[test]
fn a_list_given_by_name_decides_and_those_in_the_data_are_named_and_ignored() {
    let folder = four("Practice code\nA81001\n").with("other.csv", "Practice code\nA81002\n");
    let own = Folder::new().with("mine.csv", "Practice code\nA81003\n");
    let path = own.file("mine.csv");
    let args = ["--practices", path.to_str().unwrap()];
    assert_eq!(seen(&folder, &args), json!(["A81003"]));
    let found = checked(&folder, &args);
    for name in ["practices.csv", "other.csv"] {
        assert!(input(&found, name)["remark"].as_str().unwrap().contains("ignored"), "{name}");
    }
    assert_eq!(input(&found, "mine.csv")["rows"], 1);
}

#[test]
fn the_list_given_by_name_may_be_one_of_those_in_the_data() {
    let folder = four("Practice code\nA81001\n").with("other.csv", "Practice code\nA81002\n");
    let path = folder.file("other.csv");
    assert_eq!(seen(&folder, &["--practices", path.to_str().unwrap()]), json!(["A81002"]));
}

#[test]
fn several_lists_given_by_name_are_one_and_any_activity_codes_count_for_all() {
    let folder = four(PRACTICES);
    let lists = Folder::new()
        .with("a.csv", "Practice code\nA81001\nA81003\n")
        .with("b.csv", "Practice code\nA81002\n")
        .with("c.csv", "Practice code,Activity codes\nA81003,B0360\n");
    let path = |name: &str| lists.file(name).to_str().unwrap().to_owned();
    let (a, b, c) = (path("a.csv"), path("b.csv"), path("c.csv"));
    assert_eq!(seen(&folder, &["--practices", &a, "--practices", &b]), json!(["A81001", "A81002", "A81003"]));
    assert_eq!(seen(&folder, &["--practices", &a, "--practices", &b, "--practices", &c]), json!(["A81003"]));
}

#[test]
fn what_is_given_as_a_list_must_be_one() {
    let folder = four(PRACTICES);
    let patients = folder.file("patients.csv");
    let run = on(&folder, "uptake", &["--practices", patients.to_str().unwrap()]).ended(4);
    assert!(run.err.contains("patients.csv") && run.err.contains("no practice list"), "{}", run.err);
    let run = on(&folder, "uptake", &["--practices", "/no/such/list.csv"]).ended(5);
    assert!(run.err.contains("/no/such/list.csv"), "{}", run.err);
}

#[test]
fn a_practice_outside_the_list_is_refused() {
    let folder = four("Practice code\nA81001\n");
    for code in ["B82099", "A81002", "nonsense", ""] {
        for command in ["uptake", "invites"] {
            let mut args = vec!["--practice", code];
            if command == "invites" {
                args.extend(["--target", "accubook", "--dry-run", "--allow-old-data"]);
            }
            let run = on(&folder, command, &args).ended(4);
            assert!(run.err.contains(code) && run.out.is_empty(), "{}", run.err);
        }
    }
}

#[test]
fn a_file_with_nhs_numbers_is_no_practice_list() {
    let folder = four(&format!("Practice code,NHS Number\nA81001,{}\n", nhs(1)));
    let run = vaxdash(&["uptake", "--data", folder.arg()]).ended(4);
    assert!(run.err.contains("no practice list"), "{}", run.err);
}
