//! Who is old enough, and when second doses began: cases with dates of birth.

use serde_json::json;

use crate::data::{PFIZER, Row, booked, column, dose, extract, nhs, on, patient, people, pick, pipes, report, row};
use crate::harness::Folder;

/// People refreshed on 20/10/2025, with an influenza vaccination of somebody.
fn autumn(patients: &[Row]) -> Folder {
    let influenza = dose(1, "20251001").with("VACCINATION_PROCEDURE_CODE", "86198006").with("VACCINE_PRODUCT_CODE", "");
    people(patients).with("COVID_Vaccinations_v5_YGM41_20251020T06100000.csv", pipes(&[influenza]))
}

/// Case domain/05: the vaccine is licensed from six months.
#[test]
fn a_baby_is_invited_from_six_months_on() {
    let baby = |n, birth: &str| patient(n).with("Date of Birth", birth).flagged(&["immunosuppressed"]);
    let folder = autumn(&[baby(1, "30/07/2025"), baby(2, "20/04/2025"), baby(3, "21/04/2025")]);
    let list = report(&folder, "campaign", &["--as-at", "2025-10-20", "--list"]);
    let of = |n| pick(row(&list, "list", "nhs_number", nhs(n)), &["status", "due_date"]);
    assert_eq!(of(1), json!(["pending", "2026-01-30"]));
    assert_eq!(of(2), json!(["eligible", "2025-10-20"]));
    assert_eq!(of(3), json!(["pending", "2025-10-21"]));
    let out = Folder::new();
    let args = ["--as-at", "2025-10-20", "--allow-old-data", "--dose", "campaign", "--target", "emis", "-o", out.arg()];
    on(&folder, "invites", &args).ended(0);
    let files = std::fs::read_dir(out.path()).unwrap().map(|file| file.unwrap().path());
    let files: Vec<String> = files
        .filter(|path| !path.ends_with("manifest.json"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    assert_eq!(files, [format!("{}\r\n", nhs(2))]);
}

/// Case domain/12: care homes for older adults.
#[test]
fn a_care_home_resident_of_30_is_in_no_group_of_a_campaign() {
    let resident = |n, birth: &str| patient(n).with("Date of Birth", birth).flagged(&["care_home_resident"]);
    let folder = autumn(&[resident(1, "01/03/1995"), resident(2, "01/03/1958")]);
    for campaign in ["spring-2024", "spring-2025", "autumn-2025", "spring-2026", "autumn-2026"] {
        let args = ["--as-at", "2025-10-20", "--list", "--columns", "nhs_number", "--campaign", campaign];
        assert_eq!(column(&report(&folder, "campaign", &args), "list", "nhs_number"), [nhs(2)], "{campaign}");
    }
    let groups = report(&folder, "campaign", &["--as-at", "2025-10-20"]);
    assert_eq!(row(&groups, "campaign", "campaign_group", "care home 65+")["patients"], 1);
}

/// Case domain/14: a first dose at 16, and no second before 15/11/2021.
#[test]
fn second_doses_of_16_and_17_begin_on_15_november_2021() {
    let events = [dose(1, "20210805").with("VACCINE_PRODUCT_CODE", PFIZER)];
    let folder = extract(&[patient(1).with("Date of Birth", "01/10/2004")], &events);
    for (as_at, invited) in [("2021-11-10", 0), ("2021-11-14", 0), ("2021-11-15", 1)] {
        assert_eq!(booked(&folder, &["--as-at", as_at]).len(), invited, "{as_at}");
    }
    let list = report(&folder, "second-dose", &["--as-at", "2021-11-10", "--list"]);
    let found = pick(row(&list, "list", "nhs_number", nhs(1)), &["status", "due_date", "days_overdue"]);
    assert_eq!(found, json!(["not-yet-due", "2021-11-15", null]));
}
