//! `--disclosure` on every command that has it, in every format.

use serde_json::{Value, json};

use super::populations::{crowd, invite_log, path_of, population};
use crate::data::{on, report, row};
use crate::harness::{Folder, Invocation, table, vaxdash, vaxdash_in};

const PROFILES: [&str; 3] = ["nhs", "opensafely", "midpoint6"];

/// Every command that counts people, `LOG` being an invite log.
const COUNTS: [&[&str]; 15] = [
    &["uptake", "--campaign", "spring-2022"],
    &["uptake", "--detail", "--by", "cohort"],
    &["cohorts"],
    &["first-dose"],
    &["second-dose"],
    &["boosters"],
    &["campaign", "--target", "75"],
    &["immunosuppressed"],
    &["trend"],
    &["trend", "--every", "month", "--by", "practice"],
    &["activity"],
    &["patients"],
    &["quality"],
    &["quality", "--by", "supplier"],
    &["outcomes", "--invite-log", "LOG"],
];

/// The commands that count people, with this invite log.
fn counts(log: &str) -> [Vec<&str>; 15] {
    COUNTS.map(|args| args.iter().map(|arg| if *arg == "LOG" { log } else { arg }).collect())
}

/// A count as a profile shows it, where it stands alone.
fn rounded(profile: &str, count: u64) -> Value {
    match (profile, count) {
        (_, 0) => json!(0),
        ("midpoint6", _) => json!(count.div_ceil(6) * 6 - 3),
        (_, 1..=7) => Value::Null,
        _ => json!((count + 2) / 5 * 5),
    }
}

/// Every cell of two reports of the same tables: table, row, column, as shown
/// and as it is. Totals are the row -1.
fn cells(shown: &Value, exact: &Value, mut look: impl FnMut(&Value, i64, &Value, &Value, &Value)) {
    for (shown, exact) in shown["tables"].as_array().unwrap().iter().zip(exact["tables"].as_array().unwrap()) {
        let lines = |table: &Value| {
            let rows = table["rows"].as_array().unwrap().clone();
            let totals = table["totals"].as_object().map(|totals| json!(totals));
            let rows = rows.into_iter().enumerate().map(|(place, row)| (i64::try_from(place).unwrap(), row));
            rows.chain(totals.map(|totals| (-1, totals))).collect::<Vec<(i64, Value)>>()
        };
        for ((place, seen), (_, is)) in lines(shown).iter().zip(&lines(exact)) {
            for column in shown["columns"].as_array().unwrap() {
                let key = column["key"].as_str().unwrap();
                if seen.get(key).is_some() {
                    look(shown, *place, column, &seen[key], &is[key]);
                }
            }
        }
    }
}

#[test]
fn every_count_is_rounded_as_the_profile_says() {
    for seed in [3, 5] {
        let (folder, log) = (population(seed), invite_log(seed, 150));
        let log = path_of(&log);
        for (args, profile) in counts(&log).iter().flat_map(|args| PROFILES.map(|profile| (args, profile))) {
            let of = |profile| report(&folder, args[0], &[&args[1..], &["--disclosure", profile]].concat());
            let (shown, exact) = (of(profile), of("none"));
            assert_eq!((&shown["disclosure"], &exact["disclosure"]), (&json!(profile), &json!("none")));
            cells(&shown, &exact, |table, row, column, seen, is| {
                let is_needed = column["key"].as_str().unwrap().starts_with("needed");
                let is_count = column["kind"] == "count" && !is_needed;
                let is_sum = profile == "opensafely" && row < 0;
                // A column may be blank: no campaign is open.
                if is_count && !is_sum && !is.is_null() {
                    let more = profile == "nhs" && seen.is_null() && is.as_u64() > Some(7);
                    let as_said = rounded(profile, is.as_u64().unwrap());
                    assert!(more || *seen == as_said, "{args:?} {profile} {}: {seen} of {is}", column["key"]);
                }
                // What is kept back is listed, and nothing else is.
                let place = if row < 0 { json!("totals") } else { json!(row) };
                let entry = json!({"row": place, "column": column["key"]});
                let is_listed = table["suppressed"].as_array().unwrap().contains(&entry);
                // Dates that rest on single weeks are kept back whether there are any or not.
                let is_of_weeks = ["reaches_low", "reaches_high"].contains(&column["key"].as_str().unwrap());
                let is_kept = seen.is_null() && (!is.is_null() || is_of_weeks);
                assert_eq!(is_listed, is_kept, "{args:?} {profile} {entry}");
            });
        }
    }
}

#[test]
fn percentages_and_targets_are_of_what_is_shown() {
    let folder = crowd();
    for profile in PROFILES {
        let args = ["--disclosure", profile];
        let uptake = report(&folder, "uptake", &[&args[..], &["--by", "cohort", "--campaign", "spring-2022"]].concat());
        let campaign = report(&folder, "campaign", &[&args[..], &["--target", "75", "--by", "age"]].concat());
        let mut seen = 0;
        let mut share = |row: &Value, part: &str, whole: &str, percent: &str| {
            let (Some(part), Some(whole)) = (row[part].as_f64(), row[whole].as_f64()) else {
                return assert_eq!(row[percent], Value::Null, "{row}");
            };
            if whole > 0.0 {
                seen += 1;
                assert_eq!(row[percent], json!((1000.0 * part / whole).round() / 10.0), "{row}");
            }
        };
        for row in
            table(&uptake, "uptake")["rows"].as_array().unwrap().iter().chain([&table(&uptake, "uptake")["totals"]])
        {
            share(row, "first_dose", "patients", "first_dose_pct");
            share(row, "booster", "patients", "booster_pct");
            share(row, "campaign_vaccinated", "campaign_group", "campaign_vaccinated_pct");
        }
        for row in table(&campaign, "campaign")["rows"].as_array().unwrap() {
            share(row, "vaccinated", "patients", "vaccinated_pct");
            let needed = row["patients"].as_u64().zip(row["vaccinated"].as_u64());
            let needed = needed.map(|(patients, vaccinated)| (patients * 75).div_ceil(100).saturating_sub(vaccinated));
            assert_eq!(row["needed"].as_u64(), needed, "{row}");
        }
        assert!(seen > 8, "{profile}: {seen}");
    }
}

#[test]
fn totals_of_opensafely_are_sums_of_what_is_shown() {
    let folder = population(5);
    let shown = report(&folder, "uptake", &["--detail", "--by", "cohort", "--disclosure", "opensafely"]);
    let detail = table(&shown, "detail");
    for (key, total) in detail["totals"].as_object().unwrap() {
        let rows = detail["rows"].as_array().unwrap();
        let sum: u64 = rows.iter().filter_map(|row| row[key].as_u64()).sum();
        // Of nothing but what is kept back, nothing is known.
        let nothing = sum == 0 && rows.iter().any(|row| row[key].is_null());
        assert_eq!(*total, if nothing { Value::Null } else { json!(sum) }, "{key}");
    }
}

#[test]
fn every_format_shows_the_same() {
    let (folder, log) = (population(3), invite_log(3, 150));
    let log = path_of(&log);
    for args in counts(&log) {
        let as_json = report(&folder, args[0], &[&args[1..], &["--disclosure", "nhs"]].concat());
        let of = |format| {
            on(&folder, args[0], &[&args[1..], &["--disclosure", "nhs", "--format", format]].concat()).ended(0)
        };
        let kept: usize = as_json["tables"]
            .as_array()
            .unwrap()
            .iter()
            .map(|table| table["suppressed"].as_array().unwrap().iter().filter(|one| one["row"] != "totals").count())
            .sum();
        let csv = of("csv");
        assert_eq!(csv.out.matches("[c]").count(), kept, "{args:?}");
        assert!(csv.err.contains("[c] is kept back"), "{}", csv.err);
        let all: usize = as_json["tables"]
            .as_array()
            .unwrap()
            .iter()
            .map(|table| table["suppressed"].as_array().unwrap().len())
            .sum();
        let text = of("table").out;
        // Once in the words above the table.
        assert_eq!(text.matches("[c]").count(), all + 1, "{args:?}\n{text}");
    }
}

#[test]
fn nothing_exact_stands_beside_the_tables() {
    let folder = population(3);
    let exact = report(&folder, "uptake", &[]);
    let patients = exact["reconciliation"]["patients"]["patients"].to_string();
    for profile in PROFILES {
        let shown = report(&folder, "uptake", &["--disclosure", profile]);
        assert_eq!(shown["reconciliation"], Value::Null);
        assert_eq!(shown["exclusions"], json!({"practices_without_activity_code": []}));
        assert!(
            shown["inputs"]
                .as_array()
                .unwrap()
                .iter()
                .all(|input| input["rows"].is_null() && input["sha256"].is_string())
        );
        let text = on(&folder, "uptake", &["--disclosure", profile]).ended(0);
        assert!(!text.out.contains(&format!("{patients} patients")), "{}", text.out);
        assert!(
            !text.out.contains("OFFICIAL-SENSITIVE")
                && text.out.contains(&format!("Disclosure control {profile}: 0 is none"))
        );
    }
    assert!(on(&folder, "uptake", &[]).out.contains(&format!("OFFICIAL-SENSITIVE · {patients} patients")));
}

#[test]
fn charts_do_not_draw_what_is_kept_back() {
    let folder = crowd();
    let args = ["--detail", "--by", "cohort", "--chart", "--width", "100"];
    let text = on(&folder, "uptake", &[&args[..], &["--disclosure", "nhs"]].concat()).ended(0).out;
    let (_, chart) = text.split_once("Course status").unwrap();
    // A bar of which a part is missing has no sum.
    assert!(chart.lines().any(|line| line.contains("[c]") && line.contains('▒')), "{text}");
    let text = on(&folder, "boosters", &["--by", "cohort", "--chart", "--disclosure", "nhs"]).ended(0).out;
    let drawn = text.lines().filter(|line| line.contains("[c]") && line.contains('█')).count();
    assert_eq!(drawn, 0, "{text}");
}

/// Whatever names people, or is exact by its nature.
#[test]
fn lists_refuse_every_profile_but_none() {
    let folder = population(3);
    let number = crate::data::nhs(1);
    for profile in PROFILES {
        let refused = |args: &[&str]| {
            let run = on(&folder, args[0], &[&args[1..], &["--disclosure", profile]].concat()).ended(4);
            assert!(run.out.is_empty() && run.err.contains("disclosure control"), "{args:?}: {}", run.err);
        };
        for command in ["cohorts", "second-dose", "boosters", "campaign", "immunosuppressed", "patients"] {
            refused(&[command, "--list"]);
        }
        refused(&["outcomes", "--invite-log", &path_of(&invite_log(3, 150)), "--list"]);
        refused(&["history", &number]);
        refused(&["invites", "--target", "accubook", "--allow-old-data", "--dry-run"]);
        refused(&["check"]);
        let run = vaxdash(&["compare", folder.arg(), folder.arg(), "--list", "--disclosure", profile]).ended(4);
        assert!(run.err.contains("a list names people"), "{}", run.err);
    }
    on(&folder, "patients", &["--list", "--disclosure", "none"]).ended(0);
    on(&folder, "uptake", &["--disclosure", "some"]).ended(2);
}

#[test]
fn the_profile_can_be_set_once_for_all() {
    let data = population(3);
    let folder = Folder::new().with(
        "vaxdash.toml",
        format!(
            "data = {:?}\nas_at = \"2022-05-11\"\ndisclosure = \"nhs\"\nformat = \"json\"\n\
             [preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\noutput = \"uptake.json\"\n\
             [preset.monthly]\n[[preset.monthly.step]]\n\
             command = \"boosters\"\ndisclosure = \"midpoint6\"\noutput = \"boosters.json\"\n\
             [preset.lists]\n[[preset.lists.step]]\ncommand = \"boosters\"\nlist = true\n",
            data.arg()
        ),
    );
    let profile = |args: &[&str]| vaxdash_in(folder.path(), args, "").ended(0).json()["disclosure"].clone();
    assert_eq!(profile(&["uptake"]), "nhs");
    assert_eq!(profile(&["uptake", "--disclosure", "none"]), "none");
    assert_eq!(profile(&["sources"]), "nhs");
    for preset in ["weekly", "monthly"] {
        vaxdash_in(folder.path(), &["run", preset], "").ended(0);
    }
    for (file, profile) in [("uptake.json", "nhs"), ("boosters.json", "midpoint6")] {
        let text = std::fs::read_to_string(folder.file(file)).unwrap();
        let report: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(report["disclosure"], profile);
    }
    // A preset with a list is refused whole.
    vaxdash_in(folder.path(), &["run", "lists"], "").ended(4);
    let of = Invocation::new().within(folder.path()).env("VAXDASH_DISCLOSURE", "opensafely").args(["uptake"]);
    assert_eq!(of.run().json()["disclosure"], "opensafely");
}

#[test]
fn rows_of_sources_are_not_counts_of_people_but_are_rounded_too() {
    let folder = population(3);
    let shown = report(&folder, "sources", &["--disclosure", "nhs"]);
    let exact = report(&folder, "sources", &[]);
    let rows = |report: &Value| row(report, "sources", "file", "patients.csv")["rows"].clone();
    assert_eq!(rows(&shown), rounded("nhs", rows(&exact).as_u64().unwrap()));
}
