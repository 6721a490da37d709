//! The filters that every report takes.

use serde_json::json;

use super::surgery;
use crate::data::{ASTRAZENECA, JANSSEN, MODERNA, Row, UNKNOWN_BRAND, column, dose, extract, nhs, on, patient, report};
use crate::harness::table;

/// How many of the ten each filter leaves, and who, in the comment.
#[test]
fn each_filter_leaves_its_people() {
    let folder = surgery();
    for (args, patients) in [
        (&["--practice", "A81001"][..], 5),
        (&["--practice", "a81001,A81002"], 10),
        (&["--practice", "A81001", "--practice", "A81003"], 5),
        (&["--cohort", "9"], 2),        // 3, 9
        (&["--cohort", "2,3,none"], 3), // 1, 2, 8
        (&["--age", "16-17"], 1),       // 5
        (&["--age", "75+"], 2),         // 1, 2
        (&["--age", "51"], 2),          // 3, 9
        (&["--gender", "female"], 4),   // 1, 3, 5, 9
        (&["--gender", "not-known,indeterminate"], 2),
        (&["--ethnicity", "White"], 4),                                       // 1, 2, 8, 9
        (&["--ethnicity", "not-known,Black"], 3),                             // 7, 10, 4
        (&["--imd", "1"], 3),                                                 // 1, 3, 8
        (&["--imd", "not-known,5"], 3),                                       // 6, 5, 10
        (&["--immunosuppressed"], 1),                                         // 4
        (&["--housebound"], 1),                                               // 7
        (&["--gender", "female", "--age", "50+", "--practice", "A81001"], 2), // 1, 3
    ] {
        let report = report(&folder, "uptake", args);
        assert_eq!(table(&report, "uptake")["totals"]["patients"], patients, "{args:?}");
    }
}

#[test]
fn the_filters_are_on_the_receipt() {
    let args = [
        "--practice",
        "A81001",
        "--cohort",
        "2,9",
        "--age",
        "50+",
        "--gender",
        "female",
        "--ethnicity",
        "Asian,White",
        "--imd",
        "1",
        "--immunosuppressed",
        "--housebound",
        "--brand",
        "pfizer,MODERNA",
        "--in-campaign",
        "spring-2022",
        "--campaign",
        "autumn-2022",
    ];
    let report = report(&surgery(), "uptake", &args);
    let expected = json!({
        "practice": ["A81001"], "cohort": ["2", "9"], "age": ["50+"], "gender": ["female"],
        "ethnicity": ["Asian", "White"], "imd": ["1"], "immunosuppressed": ["yes"], "housebound": ["yes"],
        "brand": ["Pfizer", "Moderna"], "in_campaign": ["spring-2022"], "campaign": ["autumn-2022"],
    });
    assert_eq!(report["filters"], expected);
    let screen = on(&surgery(), "uptake", &["--cohort", "2,9"]).ended(0).out;
    assert!(screen.contains("Chosen: cohort 2, 9"), "{screen}");
}

#[test]
fn a_brand_is_that_of_any_counted_dose() {
    let brand = |row: Row, code| row.with("VACCINE_PRODUCT_CODE", code);
    let events = vec![
        dose(1, "20210301"),
        brand(dose(1, "20210601"), MODERNA),
        brand(dose(2, "20210301"), ASTRAZENECA),
        // No dose of its own: it is a repeat.
        brand(dose(2, "20210302"), JANSSEN),
        brand(dose(3, "20210301"), UNKNOWN_BRAND),
        // After the date of the report.
        brand(dose(4, "20220601"), MODERNA),
    ];
    let folder = extract(&[1, 2, 3, 4].map(patient), &events);
    for (brands, people) in [
        ("Pfizer", &[1][..]),
        ("moderna", &[1]),
        ("Pfizer,Moderna", &[1]),
        ("pfizer,astrazeneca", &[1, 2]),
        ("Janssen", &[]),
        ("unknown", &[3]),
    ] {
        let list = report(&folder, "patients", &["--list", "--brand", brands]);
        assert_eq!(
            column(&list, "list", "nhs_number"),
            people.iter().map(|n| json!(nhs(*n))).collect::<Vec<_>>(),
            "{brands}"
        );
        let table = report(&folder, "first-dose", &["--brand", brands]);
        assert_eq!(table["tables"][0]["totals"]["patients"], people.len(), "{brands}");
    }
}

#[test]
fn a_filter_leaves_the_reconciliation_of_the_whole_scope() {
    let folder = surgery();
    let (all, some) = (report(&folder, "uptake", &[]), report(&folder, "uptake", &["--practice", "A81001"]));
    assert_eq!(all["reconciliation"]["patients"]["patients"], 10);
    assert_eq!(all["reconciliation"], some["reconciliation"]);
}

#[test]
fn a_filter_that_means_nothing_is_a_mistake() {
    let folder = surgery();
    for (flag, value, hint) in [
        ("--cohort", "18", "1 to 17"),
        ("--cohort", "06", "1 to 17"),
        ("--age", "17-16", "16-17, 75+ or 42"),
        ("--age", "old", "16-17, 75+ or 42"),
        ("--gender", "x", "male, female, indeterminate"),
        ("--ethnicity", "Martian", "White, Mixed, Asian"),
        ("--imd", "6", "1 (most deprived) to 5"),
        ("--brand", "Phizer", "did you mean \"Pfizer\"?"),
        ("--brand", "Acme Laboratories", "known here: Unknown, AstraZeneca"),
        ("--in-campaign", "spring-1922", "spring-2022"),
    ] {
        let run = on(&folder, "uptake", &[flag, value]).ended(2);
        assert!(run.err.contains(hint) && run.out.is_empty(), "{flag} {value}: {}", run.err);
    }
}
