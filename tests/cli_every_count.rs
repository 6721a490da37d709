//! Every count can be listed: each column that counts people is as long as the
//! list of its word, whatever groups and tables it stands in.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{Folder, Invocation, table, vaxdash};
use crate::repository;

/// The reports whose people can be listed.
const REPORTS: [&str; 8] =
    ["first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "cohorts", "quality", "patients"];

/// Counts of doses, and of people who are not there yet.
const NOT_PEOPLE: [&str; 1] = ["doses_last_7_days"];

/// A column of counts with the list that must be as long.
struct Listed {
    report: &'static str,
    /// What it is of, for messages.
    column: String,
    count: u64,
    word: String,
    /// The filters that leave the people of a table of their own.
    filters: &'static [(&'static str, &'static str)],
}

/// Runs commands as one preset, which loads the data once; gives the reports.
fn run_all(data: &Path, as_at: &str, steps: &[(&str, Vec<(&str, &str)>)]) -> Vec<Value> {
    let folder = Folder::new();
    let mut settings = format!("[preset.all]\nas_at = \"{as_at}\"\ndata = {:?}\n", data.to_str().unwrap());
    for (place, (command, options)) in steps.iter().enumerate() {
        let _ = write!(settings, "[[preset.all.step]]\ncommand = \"{command}\"\noutput = \"{place}.json\"\n");
        for (option, value) in options {
            let value = if *value == "true" { "true".to_owned() } else { format!("\"{value}\"") };
            let _ = writeln!(settings, "{option} = {value}");
        }
    }
    fs::write(folder.file("vaxdash.toml"), settings).unwrap();
    Invocation::new().args(["run", "all", "-q"]).within(folder.path()).run().ended(0);
    let read = |place: usize| fs::read_to_string(folder.file(&format!("{place}.json"))).unwrap();
    (0..steps.len()).map(|place| serde_json::from_str(&read(place)).unwrap()).collect()
}

/// What a report is told whatever is asked of it: before spring 2022 no campaign is the latest.
fn always(report: &str) -> &'static [(&'static str, &'static str)] {
    if report == "campaign" { &[("id", "spring-2022")] } else { &[] }
}

/// The people whom a table of a report is of.
fn filters_of(report: &str, table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        _ if report != "cohorts" => always(report),
        "cohort_6" => &[("cohort", "6")],
        "at_risk_5_to_15" => &[("cohort", "13,17")],
        "immunosuppressed" => &[("immunosuppressed", "true"), ("age", "12+")],
        _ => &[],
    }
}

/// Every column of counts of a report.
fn counts(name: &'static str, report: &Value) -> Vec<Listed> {
    let mut found = Vec::new();
    for table in report["tables"].as_array().unwrap() {
        let of = table["name"].as_str().unwrap();
        // A table of one row has no totals.
        let line = if table["totals"].is_null() { &table["rows"][0] } else { &table["totals"] };
        for column in table["columns"].as_array().unwrap() {
            let key = column["key"].as_str().unwrap();
            if column["kind"] != "count" || NOT_PEOPLE.contains(&key) {
                continue;
            }
            let word = if of == "time_since_primary" { of } else { key };
            if of == "time_since_primary" {
                // Bands are no groups that a filter could choose: each has a word of its own.
                found.extend(table["rows"].as_array().unwrap().iter().map(|row| {
                    let band = row["band"].as_str().unwrap();
                    Listed {
                        report: name,
                        column: format!("{name}: {of}.{key} {band}"),
                        count: row[key].as_u64().unwrap(),
                        word: format!("{}-{band}", of.replace('_', "-")),
                        filters: filters_of(name, of),
                    }
                }));
            }
            if of == "kinds" {
                // What is wrong is a row, and a word.
                found.extend(table["rows"].as_array().unwrap().iter().map(|row| {
                    let kind = row["kind"].as_str().unwrap();
                    Listed {
                        report: name,
                        column: format!("{name}: {kind}"),
                        count: row[key].as_u64().unwrap(),
                        word: kind.to_owned(),
                        filters: filters_of(name, of),
                    }
                }));
            }
            found.push(Listed {
                report: name,
                column: format!("{name}: {of}.{key}"),
                count: line[key].as_u64().unwrap(),
                word: word.replace('_', "-"),
                filters: filters_of(name, of),
            });
        }
    }
    found
}

/// Checks every column as at a date; gives the columns that count anybody.
fn check(data: &Path, as_at: &str) -> BTreeSet<String> {
    let reports = run_all(data, as_at, &REPORTS.map(|name| (name, always(name).to_vec())));
    let columns: Vec<Listed> = REPORTS.iter().zip(&reports).flat_map(|(name, report)| counts(name, report)).collect();
    let steps: Vec<(&str, Vec<(&str, &str)>)> = columns
        .iter()
        .map(|listed| (listed.report, [&[("status", listed.word.as_str())], listed.filters].concat()))
        .collect();
    let lists = run_all(data, as_at, &steps);
    for (listed, list) in columns.iter().zip(&lists) {
        let rows = table(list, "list")["rows"].as_array().unwrap();
        assert_eq!(u64::try_from(rows.len()).unwrap(), listed.count, "{} as at {as_at}", listed.column);
        // The status stays the person's own: a word of many statuses does not become one.
        let own = rows.iter().all(|row| row["status"].as_str().is_some_and(|status| !status.contains('_')));
        assert!(own, "{}", listed.column);
    }
    columns.into_iter().filter(|listed| listed.count > 0).map(|listed| listed.column).collect()
}

#[test]
fn of_the_samples() {
    let samples = repository::root().join("samples/pcn");
    let seen: BTreeSet<String> = ["2022-05-11", "2021-06-15"].iter().flat_map(|as_at| check(&samples, as_at)).collect();
    for column in [
        "cohorts: cohorts.first_dose_eligible",
        "cohorts: immunosuppressed.booster_eligible",
        "boosters: time_since_primary.patients",
        "boosters: time_since_primary.patients 182-364",
        "immunosuppressed: immunosuppressed.campaign_due",
        "patients: patients.restricted",
        "quality: rows-disagree",
        "quality: date-repaired",
        "first-dose: first_dose.declined",
    ] {
        assert!(seen.contains(column), "nobody to list in {column}: {seen:?}");
    }
}

#[test]
fn of_a_generated_world() {
    let folder = Folder::new();
    let args = ["sample", "-q", "-o", folder.arg(), "--patients", "700", "--practices", "2", "--seed", "16"];
    vaxdash(&args).ended(0);
    assert!(check(folder.path(), "2022-05-11").len() > 40);
}

#[test]
fn words_are_taken_with_either_sign_and_the_status_stays_the_persons_own() {
    let samples = repository::root().join("samples/pcn");
    let list = |word| {
        let steps = [("cohorts", vec![("status", word)])];
        let found = run_all(&samples, "2022-05-11", &steps).remove(0);
        table(&found, "list")["rows"].as_array().unwrap().clone()
    };
    let hyphened = list("primary-complete");
    assert_eq!(hyphened, list("primary_complete"));
    let statuses: BTreeSet<&str> = hyphened.iter().map(|row| row["status"].as_str().unwrap()).collect();
    assert!(statuses.contains("boosted") && statuses.contains("primary-complete"), "{statuses:?}");
    // Those with nothing but the primary course have the word of its own column.
    let only = list("primary-complete-only");
    assert!(!only.is_empty() && only.len() < hyphened.len());
    assert!(only.iter().all(|row| row["status"] == "primary-complete"));
    // Of two words, whoever is meant by either is listed once.
    assert_eq!(list("booster,primary-complete").len(), hyphened.len());
}
