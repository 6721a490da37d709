//! `--campaign`: one meaning, wherever it stands.

use serde_json::{Value, json};

use crate::data::{column, doses, extract, on, patient, report};
use crate::harness::{Folder, vaxdash};

/// Somebody of 76 and somebody of 66, each with a primary course.
fn world() -> Folder {
    let patients = [patient(1).with("Date of Birth", "01/06/1945"), patient(2).with("Date of Birth", "01/06/1956")];
    extract(&patients, &[doses(1, &["20210301", "20210601"]), doses(2, &["20210301", "20210601"])].concat())
}

#[test]
fn the_campaign_named_is_the_one_reported_and_listed() {
    let folder = world();
    let named = report(&folder, "campaign", &["--campaign", "autumn-2022"]);
    let placed = report(&folder, "campaign", &["autumn-2022"]);
    let both = report(&folder, "campaign", &["autumn-2022", "--campaign", "autumn-2022"]);
    assert_eq!(named["tables"], placed["tables"]);
    assert_eq!(named["tables"], both["tables"]);
    assert_eq!(named["tables"][0]["totals"]["patients"], 2, "50 and over");
    assert_eq!(named["filters"]["campaign"], json!(["autumn-2022"]));
    let list = report(&folder, "campaign", &["--campaign", "autumn-2022", "--list"]);
    assert_eq!(column(&list, "list", "status"), ["pending", "pending"]);
    let open = report(&folder, "campaign", &[]);
    assert_eq!(open["tables"][0]["totals"]["patients"], 1, "75 and over");
    assert_eq!(open["filters"]["campaign"], json!(["spring-2022"]));
    // A filter beside it is another matter.
    let members = report(&folder, "campaign", &["--campaign", "autumn-2022", "--in-campaign", "spring-2022"]);
    assert_eq!(members["tables"][0]["totals"]["patients"], 1);
}

#[test]
fn two_campaigns_or_one_that_is_none_are_refused() {
    let folder = world();
    let run = on(&folder, "campaign", &["spring-2022", "--campaign", "autumn-2022"]).ended(2);
    assert!(run.err.contains("spring-2022") && run.err.contains("autumn-2022") && run.out.is_empty(), "{}", run.err);
    let run = on(&folder, "campaign", &["--campaign", "spring-1922"]).ended(2);
    assert!(run.err.contains("spring-2022"), "{}", run.err);
    let output = folder.file("d.xlsx");
    let run = on(&folder, "dashboard", &["--campaign", "spring-1922", "-o", output.to_str().unwrap()]).ended(2);
    assert!(run.err.contains("spring-2022") && !output.exists(), "{}", run.err);
    // Elsewhere there is no campaign to report: the filter has a name of its own.
    for command in ["cohorts", "first-dose", "patients", "trend"] {
        on(&folder, command, &["--campaign", "spring-2022"]).ended(2);
        on(&folder, command, &["--in-campaign", "spring-2022"]).ended(0);
    }
}

#[test]
fn a_comparison_is_of_the_same_people_on_both_sides() {
    let folder = world();
    let compared = |filter: &[&str]| {
        let args = ["compare", folder.arg(), folder.arg(), "--old-as-at", "2021-05-11", "--as-at", "2022-05-11"];
        vaxdash(&[&args[..], &["--format", "json"], filter].concat()).ended(0).json()
    };
    let patients = |report: &Value| {
        let tables = report["tables"].as_array().unwrap();
        let movement = tables.iter().find(|table| !table["totals"]["patients_after"].is_null()).unwrap();
        movement["totals"]["patients_after"].clone()
    };
    assert_eq!(patients(&compared(&[])), 2);
    assert_eq!(patients(&compared(&["--in-campaign", "spring-2022"])), 1);
    assert_eq!(patients(&compared(&["--brand", "Pfizer"])), 2);
    assert_eq!(patients(&compared(&["--brand", "Moderna"])), 0);
}

#[test]
fn the_dashboard_shows_the_campaign_named() {
    let folder = world();
    let output = folder.file("d.xlsx");
    let sheet = |args: &[&str]| {
        on(&folder, "dashboard", &[args, &["-f", "-o", output.to_str().unwrap()]].concat()).ended(0);
        let sheets = crate::written_workbooks::sheets_of(&std::fs::read(&output).unwrap());
        let own = sheets.into_iter().filter(|(name, _)| name.starts_with("Campaign"));
        own.map(|(_, rows)| rows.join("\n")).collect::<String>()
    };
    assert!(sheet(&["--with-patients"]).contains("Spring 2022"));
    let named = sheet(&["--with-patients", "--campaign", "autumn-2022"]);
    assert!(named.contains("Autumn 2022") && !named.contains("Spring 2022"), "{named}");
}
