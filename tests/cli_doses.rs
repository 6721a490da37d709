//! `trend` and `activity`: doses by day, week and month, and by where they come from.

use std::ffi::OsString;
use std::fs;

use serde_json::{Value, json};
use vaxdash::Terminal;

use crate::data::{ASTRAZENECA, MODERNA, dose, extract, on, patient, pipes, report, row};
use crate::harness::{Folder, table};

/// Three people: of Abbey Surgery two, of Bridge Practice one; EMIS and a file of nobody's sent their doses.
fn world() -> Folder {
    let patients = [patient(1), patient(2), patient(3).with("Practice code", "A81002")];
    let other = dose(3, "20220510").with("VACCINE_PRODUCT_CODE", MODERNA).with("SITE_CODE", "");
    let folder = extract(&patients, &[other, dose(3, "20220430").with("SITE_CODE", "RX999")]);
    let emis = [
        dose(1, "20200820").with("VACCINE_PRODUCT_CODE", ASTRAZENECA),
        dose(1, "20220502"),
        dose(2, "20220511"),
        dose(2, "20220401"),
    ];
    folder.with("COVID_Vaccinations_v5_YGM41_20220511T07000001.csv", pipes(&emis))
}

fn rows(report: &Value, name: &str) -> Vec<Value> {
    table(report, name)["rows"].as_array().unwrap().clone()
}

/// The cells of a column.
fn cells(report: &Value, name: &str, key: &str) -> Vec<Value> {
    rows(report, name).iter().map(|row| row[key].clone()).collect()
}

#[test]
fn a_trend_has_a_row_a_day_week_or_month() {
    let folder = world();
    let weeks = report(&folder, "trend", &[]);
    assert_eq!(rows(&weeks, "trend")[0]["week"], "earlier");
    assert_eq!(rows(&weeks, "trend")[1]["week"], "2020-12-07");
    let days = report(&folder, "trend", &["--every", "day"]);
    let found = cells(&days, "trend", "day");
    assert_eq!((found.len(), &found[0], &found[27]), (28, &json!("2022-04-14"), &json!("2022-05-11")));
    // Whoever had a dose before the days that are shown has had one.
    assert_eq!(rows(&days, "trend")[0]["cumulative_first_dose_pct"], json!(66.7));
    let months = report(&folder, "trend", &["--every", "month"]);
    let found = cells(&months, "trend", "month");
    assert_eq!((found.len(), &found[0], &found[21]), (22, &json!("2020-08-01"), &json!("2022-05-01")));
    assert_eq!(months["filters"]["every"], json!(["month"]));
}

#[test]
fn a_trend_of_some_days_cuts_its_first_and_last_row() {
    let folder = world();
    let of = |from: &str, to: &str| report(&folder, "trend", &["--from", from, "--to", to]);
    let shown = of("03/05/2022", "2022-05-10");
    assert_eq!(cells(&shown, "trend", "week"), ["2022-05-02", "2022-05-09"]);
    // The dose of Monday the 2nd is before, that of the 11th after; the trial dose counts as had.
    assert_eq!(cells(&shown, "trend", "dose1"), [0, 0]);
    assert_eq!(cells(&shown, "trend", "dose2"), [0, 0]);
    assert_eq!(shown["filters"]["from"], json!(["03/05/2022"]));
    let longer = of("2022-05-02", "10/05/2022");
    assert_eq!(cells(&longer, "trend", "dose2"), [1, 0]);
    // What comes after the date of the report is not known, and the note says so.
    let beyond = of("11/05/2022", "30/06/2022");
    assert_eq!(cells(&beyond, "trend", "week"), ["2022-05-09"]);
    assert!(beyond["notes"].to_string().contains("--to 30/06/2022 is after the date of the report"));
}

#[test]
fn days_that_cannot_be_are_refused() {
    let folder = world();
    for (options, words) in [
        (&["--from", "10/05/2022", "--to", "09/05/2022"][..], "--from 10/05/2022 is after --to, 09/05/2022"),
        (&["--from", "12/05/2022"], "--from 12/05/2022 is after the date of the report, 11/05/2022"),
        (&["--from", "12/05/2022", "--to", "13/05/2022"], "after the date of the report, 11/05/2022"),
        (&["--from", "never"], "write the date as DD/MM/YYYY or as YYYY-MM-DD"),
        (&["--to", "31/02/2022"], "--to"),
        (&["--every", "hour"], "--every"),
        (&["--by", "surname"], "practice, pcn, site, brand, supplier"),
        (&["--by", "practice,site"], "practice, pcn, site, brand, supplier"),
    ] {
        let run = on(&folder, "trend", options).ended(2);
        assert!(run.err.contains(words) && run.out.is_empty(), "{options:?}: {}", run.err);
    }
}

#[test]
fn doses_are_broken_down_by_where_they_come_from() {
    let folder = world();
    let by = |key: &str| report(&folder, "trend", &["--every", "month", "--by", key]);
    let pairs = |report: &Value, key: &str| -> Vec<(Value, Value)> {
        rows(report, "trend").iter().map(|row| (row["month"].clone(), row[key].clone())).collect()
    };
    let pair = |month: &str, group: Value| (json!(month), group);
    let sites = by("site");
    assert_eq!(
        pairs(&sites, "site_code"),
        [
            pair("2020-08-01", json!("RX123")),
            pair("2022-04-01", json!("RX123")),
            pair("2022-04-01", json!("RX999")),
            pair("2022-05-01", json!("RX123")),
        ]
    );
    assert_eq!(rows(&sites, "trend")[0]["cumulative_first_dose_pct"], Value::Null);
    let brands = by("brand");
    assert_eq!(cells(&brands, "trend", "brand"), ["AstraZeneca", "Pfizer", "Pfizer"]);
    let suppliers = by("supplier");
    assert_eq!(cells(&suppliers, "trend", "supplier"), [json!("EMIS"), json!("EMIS"), Value::Null, json!("EMIS")]);
    let practices = by("practice");
    assert_eq!(rows(&practices, "trend")[2]["practice_name"], "Bridge Practice");
    // Of Abbey Surgery's two, one had a dose in 2020.
    assert_eq!(rows(&practices, "trend")[0]["cumulative_first_dose_pct"], json!(50.0));
    assert_eq!(table(&practices, "trend")["totals"]["cumulative_first_dose_pct"], json!(100.0));
    // People read a word where programs read nothing.
    let printed = on(&folder, "activity", &["--by", "supplier", "--width", "200"]).ended(0).out;
    assert!(printed.lines().any(|line| line.starts_with("not known")), "{printed}");
}

#[test]
fn activity_stands_beside_last_week_month_and_campaign() {
    let folder = world();
    let shown = report(&folder, "activity", &[]);
    let abbey = row(&shown, "activity", "practice_code", "A81001");
    for (column, count) in [
        ("yesterday", 0),
        ("day_before", 0),
        ("this_week", 1),
        ("last_week_same_days", 1),
        ("last_week", 1),
        ("this_month", 2),
        ("last_month_same_days", 1),
        ("campaign_to_date", 3),
    ] {
        assert_eq!(abbey[column], count, "{column}");
    }
    assert_eq!(abbey["last_campaign_same_day"], Value::Null);
    // The 10th of May is less than 14 days after the 30th of April: it is no dose of its own.
    let bridge = row(&shown, "activity", "practice_code", "A81002");
    assert_eq!((&bridge["yesterday"], &bridge["campaign_to_date"]), (&json!(0), &json!(1)));
    let notes = shown["notes"].to_string();
    assert!(notes.contains("not by the day on which they were recorded"), "{notes}");
    assert!(notes.contains("Yesterday is 10/05/2022"), "{notes}");
    // Before any campaign, both columns are blank.
    let before = report(&folder, "activity", &["--as-at", "20/03/2022"]);
    assert_eq!(table(&before, "activity")["totals"]["campaign_to_date"], Value::Null);
    assert!(before["notes"].to_string().contains("No campaign is open as at 20/03/2022"));
    assert_eq!(rows(&before, "activity").len(), 3, "a practice without doses has a row");
    assert!(rows(&report(&folder, "activity", &["--by", "site", "--as-at", "20/03/2022"]), "activity").is_empty());
}

/// What a terminal of this width shows.
fn on_terminal(folder: &Folder, options: &[&str]) -> String {
    let args = ["vaxdash", "trend", "--data", folder.arg(), "--as-at", "2022-05-11", "-q"];
    let terminal = Terminal { out_width: Some(100), err_is_terminal: false };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = args.iter().chain(options).map(OsString::from);
    assert_eq!(vaxdash::run(args, terminal, &mut out, &mut err), 0, "{}", String::from_utf8_lossy(&err));
    String::from_utf8(out).unwrap()
}

#[test]
fn a_terminal_shows_the_last_twelve_weeks_and_says_so() {
    let folder = world();
    let weeks =
        |text: &str| text.lines().filter(|line| line.get(2..3) == Some("/") && line.get(5..6) == Some("/")).count();
    let shown = on_terminal(&folder, &[]);
    assert_eq!(weeks(&shown), 12, "{shown}");
    assert!(shown.contains("The last 12 weeks of 76 are shown"), "{shown}");
    // The totals are of all.
    let total = shown.lines().find(|line| line.starts_with("Total")).unwrap();
    assert_eq!(total.split_whitespace().nth(1), Some("3"), "{shown}");
    for options in [&["--from", "07/12/2020"][..], &["--every", "month"]] {
        assert!(!on_terminal(&folder, options).contains("weeks of"), "{options:?}");
    }
    assert_eq!(weeks(&on_terminal(&folder, &["--from", "07/12/2020"])), 75);
    // Files and pipes have them all.
    let file = folder.file("trend.txt");
    on_terminal(&folder, &["-o", file.to_str().unwrap()]);
    assert_eq!(weeks(&fs::read_to_string(file).unwrap()), 75);
    assert_eq!(weeks(&on(&folder, "trend", &[]).ended(0).out), 75);
    assert!(on_terminal(&folder, &["--format", "csv"]).lines().count() > 76);
}
