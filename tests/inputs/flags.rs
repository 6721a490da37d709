//! Yes/no columns, deprivation, gender and text-message consent.

use serde_json::{Value, json};

use crate::data::{Row, buckets, checked, doses, doubts, extract, on, patient, remarks, report, row};
use crate::harness::table;

/// How many of some patients a filter keeps.
#[track_caller]
fn kept(patients: &[Row], filter: &[&str]) -> Value {
    table(&report(&extract(patients, &[]), "uptake", filter), "uptake")["totals"]["patients"].clone()
}

fn each(heading: &'static str, cells: &[&str]) -> Vec<Row> {
    (1..).zip(cells).map(|(n, cell)| patient(n).with(heading, *cell)).collect()
}

#[test]
fn every_spelling_of_yes_and_no() {
    let yes = ["Y", "y", "yes", "YES", "TRUE", "true", "1", " Y "];
    let no = ["N", "n", "no", "No", "FALSE", "false", "0", ""];
    assert_eq!(kept(&each("housebound", &yes), &["--housebound"]), 8);
    assert_eq!(kept(&each("housebound", &no), &["--housebound"]), 0);
    let said = remarks(&checked(&extract(&each("housebound", &no), &[]), &[]));
    assert!(!said.contains("housebound"), "{said}");
}

#[test]
fn anything_else_is_no_with_a_warning() {
    let patients = each("housebound", &["maybe", "2", "Y?"]);
    assert_eq!(kept(&patients, &["--housebound"]), 0);
    assert_eq!(kept(&each("housebound", &["1.0", "'Y", "=\"yes\""]), &["--housebound"]), 3);
    let found = report(&extract(&patients, &[]), "uptake", &[]);
    assert_eq!(doubts(&found, "words-unknown")[0]["count"], 3);
    // Words for an empty cell are no.
    let found = report(&extract(&each("housebound", &["NULL", "?", "-"]), &[]), "uptake", &[]);
    assert!(doubts(&found, "words-unknown").is_empty(), "{found:#}");
    let found = checked(&extract(&patients, &[]), &[]);
    let issue = row(&found, "issues", "rows", 3);
    assert_eq!(issue["severity"], "warning");
    assert!(issue["text"].as_str().unwrap().contains("housebound"), "{issue}");
    // A warning is no problem.
    on(&extract(&patients, &[]), "check", &["--accept", "refresh-unknown"]).ended(0);
}

#[test]
fn each_flag_puts_its_people_where_the_rules_want_them() {
    // Aged 51 (cohort 9 without a flag): sections 3.1 and 3.5.
    for (flag, cohort, campaign, member) in [
        ("care_home_staff", "1", "autumn-2022", 1),
        ("health_care_worker", "2", "autumn-2022", 1),
        ("clinically_extremely_vulnerable", "4", "autumn-2022", 1),
        // Care homes for older adults: 65 and over.
        ("care_home_resident", "6", "spring-2022", 0),
        ("at_risk", "6", "spring-2022", 0),
        ("carer", "6", "spring-2022", 0),
        ("household_contact", "6", "spring-2022", 0),
        ("immunosuppressed", "6", "spring-2022", 1),
        ("housebound", "9", "spring-2022", 0),
    ] {
        let folder = extract(&[patient(1).flagged(&[flag])], &[]);
        let report = report(&folder, "uptake", &["--by", "cohort", "--campaign", campaign]);
        assert_eq!(row(&report, "uptake", "cohort", cohort)["patients"], 1, "{flag}");
        assert_eq!(table(&report, "uptake")["totals"]["campaign_group"], member, "{flag}");
    }
}

#[test]
fn flags_of_younger_people_reach_the_groups_that_age_alone_does_not() {
    // Born 01/06/1990: 31 on 11/05/2022, 32 on 31/03/2023: no group of autumn 2022 by age.
    for (flag, member) in [
        ("at_risk", 1),
        ("carer", 1),
        ("household_contact", 1),
        ("care_home_staff", 1),
        ("health_care_worker", 1),
        ("immunosuppressed", 1),
        ("housebound", 0),
    ] {
        let folder = extract(&[patient(1).with("Date of Birth", "01/06/1990").flagged(&[flag])], &[]);
        let report = report(&folder, "uptake", &["--campaign", "autumn-2022"]);
        assert_eq!(table(&report, "uptake")["totals"]["campaign_group"], member, "{flag}");
    }
}

#[test]
fn deprivation_by_quintile_else_decile_else_rank() {
    // The quintile of rank r is ceil(5r / 32844): 6568 × 5 = 32840 is the last of the first.
    for (cells, quintile) in [
        (["1", "", ""], json!(1)),
        (["5", "1", "1"], json!(5)),
        (["", "1", "32844"], json!(1)),
        (["", "2", ""], json!(1)),
        (["", "3", ""], json!(2)),
        (["", "10", ""], json!(5)),
        (["", "", "1"], json!(1)),
        (["", "", "6568"], json!(1)),
        (["", "", "6569"], json!(2)),
        (["", "", "32844"], json!(5)),
        // A rank above 32,844 is one of 2025, which has 33,755 areas.
        (["", "", "32845"], json!(5)),
        (["", "", "33755"], json!(5)),
        (["", "", "33756"], json!(null)),
        (["1.0", "", ""], json!(1)),
        (["", "", "6568.0"], json!(1)),
        (["NULL", "2", ""], json!(1)),
        (["", "", "0"], json!(null)),
        (["6", "", ""], json!(null)),
        (["0", "", ""], json!(null)),
        (["", "11", ""], json!(null)),
        (["", "x", ""], json!(null)),
        (["", "", ""], json!(null)),
    ] {
        let headings = ["imd_quintile", "imd_decile", "imd_rank"];
        let patient = headings.into_iter().zip(cells).fold(patient(1), |row, (heading, cell)| row.with(heading, cell));
        let report = report(&extract(&[patient], &[]), "uptake", &["--by", "imd"]);
        assert_eq!(row(&report, "uptake", "imd_quintile", quintile)["patients"], 1, "{cells:?}");
    }
}

#[test]
fn genders_and_ethnic_categories() {
    for (heading, by, cells) in [
        (
            "Gender",
            "gender",
            &[
                ("1", "male"),
                ("Male", "male"),
                ("M", "male"),
                ("2", "female"),
                ("f", "female"),
                ("9", "indeterminate"),
                ("indeterminate", "indeterminate"),
                ("0", "not known"),
                ("", "not known"),
                ("?", "not known"),
                ("1.0", "male"),
                ("Woman", "female"),
                ("X", "not known"),
            ][..],
        ),
        (
            "Ethnic Category",
            "ethnicity",
            &[
                ("A", "White"),
                ("c", "White"),
                ("C1", "White"),
                ("D", "Mixed"),
                ("G", "Mixed"),
                ("H", "Asian"),
                ("L", "Asian"),
                ("M", "Black"),
                ("p", "Black"),
                ("R", "Other"),
                ("S", "Other"),
                ("Z", "Not known"),
                ("99", "Not known"),
                ("", "Not known"),
                ("Q", "Not known"),
                ("White", "White"),
                ("White British", "White"),
                ("Gypsy or Irish Traveller", "White"),
                ("Chinese", "Asian"),
                ("Arab", "Other"),
                ("NULL", "Not known"),
            ],
        ),
    ] {
        for (cell, group) in cells {
            let report = report(&extract(&[patient(1).with(heading, *cell)], &[]), "uptake", &["--by", by]);
            assert_eq!(row(&report, "uptake", by, *group)["patients"], 1, "{cell}");
        }
    }
}

#[test]
fn consent_to_text_messages() {
    for (cell, texts) in [
        ("", true),
        ("Y", true),
        ("given", true),
        ("declined", false),
        ("Declined", false),
        ("N", false),
        ("no", false),
        ("NULL", true),
        ("opt in", true),
        ("none", false),
        ("?", false),
        ("Dissent", false),
        ("Refused", false),
        ("opted out", false),
        ("9ndQ", false),
        ("Declined consent for short message service text messaging", false),
    ] {
        let folder = extract(&[patient(1).with("sms_consent", cell)], &doses(1, &["20210301"]));
        assert_eq!(crate::data::booked(&folder, &[]).len(), usize::from(texts), "{cell}");
    }
}

#[test]
fn the_sensitive_flag_is_read_cautiously() {
    for (cell, restricted) in [
        ("", false),
        ("N", false),
        ("no", false),
        ("FALSE", false),
        ("0", false),
        ("Y", true),
        ("1", true),
        ("U", false),
        ("not sensitive", false),
        ("NULL", false),
        ("?", true),
        ("S", true),
        ("very secret", true),
    ] {
        let folder = extract(&[patient(1).with("SENSITIVE_FLAG", cell)], &doses(1, &["20210301"]));
        assert_eq!(crate::data::booked(&folder, &[]).is_empty(), restricted, "{cell}");
        // Counted in every aggregate all the same.
        assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
    }
}
