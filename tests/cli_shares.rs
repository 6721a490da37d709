//! What stands beside percentages: `--target` and `--interval`; labels of blank
//! groups; and what a narrow terminal does without.

use serde_json::{Value, json};

use crate::data::{Row, column, doses, extract, on, patient, pick, report, row};
use crate::disclosure::populations::population;
use crate::harness::{Folder, table};

/// Seven patients of Abbey Surgery: three with a first dose, one with a primary
/// course; one of Bridge Practice without any.
fn world() -> Folder {
    let patients: Vec<Row> =
        (1..=8).map(|n| if n == 8 { patient(n).with("Practice code", "A81002") } else { patient(n) }).collect();
    let events = [doses(1, &["20210301", "20210601"]), doses(2, &["20210301"]), doses(3, &["20210301"])];
    extract(&patients, &events.concat())
}

#[test]
fn a_target_says_how_many_more_each_dose_needs() {
    let keys = ["first_dose_needed", "primary_complete_needed", "booster_needed"];
    let found = report(&world(), "uptake", &["--target", "75"]);
    // Of 7, 75 % are 5.25: 6 people; of 8, 6.
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81001"), &keys), json!([3, 5, 6]));
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81002"), &keys), json!([1, 1, 1]));
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81003"), &keys), json!([0, 0, 0]));
    assert_eq!(pick(&table(&found, "uptake")["totals"], &keys), json!([3, 5, 6]), "of the totals, not their sum");
    assert_eq!(found["filters"]["target"], json!(["75"]));
    let cohorts = report(&world(), "cohorts", &["--target", "75"]);
    assert_eq!(pick(row(&cohorts, "cohorts", "cohort", "9"), &keys), json!([3, 5, 6]));
    assert_eq!(pick(&table(&cohorts, "cohort_6")["rows"][0], &keys), json!([0, 0, 0]));
    let with = report(&world(), "uptake", &["--target", "75", "--campaign", "autumn-2022"]);
    assert_eq!(table(&with, "uptake")["totals"]["campaign_vaccinated_needed"], 6);
}

#[test]
fn an_interval_stands_after_each_percentage() {
    let found = report(&world(), "uptake", &["--interval"]);
    let keys = ["first_dose_pct", "first_dose_pct_low", "first_dose_pct_high"];
    // 3 of 7 and 3 of 8; nobody of 1; no denominator.
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81001"), &keys), json!([42.9, 15.8, 75.0]));
    assert_eq!(pick(&table(&found, "uptake")["totals"], &keys), json!([37.5, 13.7, 69.4]));
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81002"), &keys), json!([0.0, 0.0, 79.3]));
    assert_eq!(pick(row(&found, "uptake", "practice_code", "A81003"), &keys), json!([null, null, null]));
    for (command, more) in [("uptake", &["--campaign", "spring-2022"][..]), ("cohorts", &[]), ("campaign", &[])] {
        let found = report(&world(), command, &[&["--interval", "--target", "80"], more].concat());
        // The columns of the pace of a campaign are settled, whatever is asked for.
        for table in found["tables"].as_array().unwrap().iter().filter(|table| table["name"] != "pace") {
            let keys: Vec<&str> =
                table["columns"].as_array().unwrap().iter().map(|column| column["key"].as_str().unwrap()).collect();
            let shares: Vec<usize> = (0..keys.len()).filter(|place| keys[*place].ends_with("_pct")).collect();
            assert!(!shares.is_empty());
            for place in shares {
                let share = keys[place];
                assert_eq!(keys[place + 1..=place + 2], [format!("{share}_low"), format!("{share}_high")], "{command}");
                assert!(keys[place + 3].ends_with("needed"), "{command}: {keys:?}");
            }
        }
    }
}

#[test]
fn what_has_no_percentage_takes_neither() {
    for option in [&["--interval"][..], &["--target", "75"]] {
        on(&world(), "uptake", &[&["--detail"], option].concat()).ended(2);
        on(&world(), "uptake", &[&["--detail", "--campaign", "spring-2022"], option].concat()).ended(0);
        for command in ["cohorts", "campaign"] {
            let run = on(&world(), command, &[&["--list"], option].concat()).ended(2);
            assert!(run.err.contains(option[0]), "{}", run.err);
        }
        on(&world(), "boosters", option).ended(2);
    }
}

#[test]
fn boosters_have_their_percentage() {
    let found = report(&population(3), "boosters", &[]);
    let totals = &table(&found, "boosters")["totals"];
    let of = |key: &str| totals[key].as_f64().unwrap();
    assert!((of("boosted_pct") - 100.0 * of("boosted") / of("patients")).abs() < 0.06, "{totals}");
}

#[test]
fn under_a_profile_they_are_reckoned_from_what_is_shown() {
    let folder = population(5);
    for profile in ["nhs", "opensafely", "midpoint6"] {
        let mut kept_back = 0;
        for args in [&["uptake", "--by", "age"][..], &["cohorts"], &["campaign"]] {
            let more = ["--target", "80", "--interval", "--disclosure", profile];
            let found = report(&folder, args[0], &[&args[1..], &more].concat());
            for table in found["tables"].as_array().unwrap().iter().filter(|table| table["name"] != "pace") {
                for line in table["rows"].as_array().unwrap().iter().chain([&table["totals"]]) {
                    kept_back += check_line(line, args[0], profile);
                }
            }
        }
        assert_eq!(kept_back > 0, profile != "midpoint6", "{profile}");
    }
}

/// Checks the shares of a line against the counts beside them; gives how many
/// are kept back.
fn check_line(line: &Value, command: &str, profile: &str) -> u32 {
    let parts: &[(&str, &str)] = match command {
        "campaign" => &[("vaccinated", "needed")],
        _ => &[("first_dose", "first_dose_needed"), ("booster", "booster_needed")],
    };
    let mut kept_back = 0;
    for (part, needed) in parts {
        let [low, high] = ["low", "high"].map(|end| &line[format!("{part}_pct_{end}").as_str()]);
        if line.is_null() {
            continue;
        }
        let (Some(with), Some(whole)) = (line[*part].as_u64(), line["patients"].as_u64()) else {
            assert!(low.is_null() && high.is_null() && line[*needed].is_null(), "{command} {profile}: {line}");
            kept_back += 1;
            continue;
        };
        assert_eq!(line[*needed], (80 * whole).div_ceil(100).saturating_sub(with), "{command} {profile}: {line}");
        let share = line[format!("{part}_pct").as_str()].as_f64();
        assert_eq!(share.is_some(), whole > 0);
        if let Some(share) = share {
            assert!(low.as_f64().unwrap() <= share + 0.1 && share <= high.as_f64().unwrap() + 0.1, "{line}");
        }
    }
    kept_back
}

#[test]
fn blank_groups_are_not_known_to_people_and_blank_to_programs() {
    let practices = "Practice code,Practice name,PCN code,PCN name,Activity codes\n\
        A81001,Abbey Surgery,U11111,North PCN,B0360\nA81002,Bridge Practice,,,B0360\n";
    let folder = extract(&[patient(1), patient(2).with("Practice code", "A81002").with("IMD decile", "1")], &[])
        .with("practices.csv", practices);
    for (by, key) in [("pcn", "pcn_code"), ("imd", "imd_quintile")] {
        assert!(column(&report(&folder, "uptake", &["--by", by]), "uptake", key).contains(&Value::Null), "{by}");
        let screen = on(&folder, "uptake", &["--by", by, "--chart"]).ended(0).out;
        let lines = screen.lines().filter(|line| line.trim_start().starts_with("not known"));
        assert_eq!(lines.count(), 2, "{by}, table and chart: {screen}");
        let csv = on(&folder, "uptake", &["--by", by, "--format", "csv"]).ended(0).out;
        assert!(!csv.contains("not known"), "{csv}");
        let file = folder.file("book.xlsx");
        on(&folder, "uptake", &["--by", by, "-f", "-o", file.to_str().unwrap()]).ended(0);
        let sheets = crate::written_workbooks::sheets_of(&std::fs::read(&file).unwrap());
        assert!(sheets[0].1.iter().any(|line| line.starts_with("not known|")), "{by}: {:?}", sheets[0]);
    }
}

#[test]
fn a_ladder_loses_no_rung_but_those_that_are_all_zero() {
    let folder = population(3);
    let screen = on(&folder, "campaign", &["--width", "64"]).ended(0).out;
    let found = report(&folder, "campaign", &[]);
    let columns = table(&found, "campaign")["columns"].as_array().unwrap();
    let gone = screen.lines().find(|line| line.starts_with("(no room for: ")).unwrap_or_default();
    for (key, label) in [
        ("vaccinated", "Vaccinated"),
        ("primary_first", "Primary first"),
        ("missed", "Missed"),
        ("too_soon", "Too soon"),
        ("pending", "Pending"),
        ("eligible", "Eligible"),
    ] {
        assert!(columns.iter().any(|column| column["key"] == key && column["label"] == label));
        let all_zero = column(&found, "campaign", key).iter().all(|count| *count == 0);
        assert!(!gone.contains(label) || all_zero && gone.contains(&format!("{label} (all 0)")), "{label}: {screen}");
    }
    assert!(gone.contains("Practice name") && gone.contains("Missed (all 0)"), "texts go first: {screen}");
}

#[test]
fn both_limits_of_an_interval_go_or_neither() {
    for command in ["uptake", "cohorts", "campaign"] {
        for width in ["72", "80", "90", "100", "110", "120", "130", "150"] {
            let screen = on(&world(), command, &["--interval", "--target", "80", "--width", width]).ended(0).out;
            let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            for gone in screen.split("(no room for: ").skip(1) {
                let gone = gone.split("; a wider").next().unwrap();
                let limits = |end: &str| -> Vec<String> {
                    let labels = gone.split(", ").collect::<Vec<_>>();
                    let pairs = labels.windows(2).filter(|pair| pair[1] == end);
                    pairs.map(|pair| pair[0].to_owned()).collect()
                };
                assert_eq!(limits("low"), limits("high"), "{command} {width}: {gone}");
            }
        }
    }
}

#[test]
fn lists_lose_brands_sites_and_texts_before_contact_details() {
    let screen = on(&world(), "second-dose", &["--list", "--width", "100"]).ended(0).out;
    let gone = screen.lines().skip_while(|line| !line.starts_with("(no room for: ")).collect::<Vec<_>>().join(" ");
    for label in ["Forename", "First brand", "First dose at"] {
        assert!(gone.contains(label), "{label}: {screen}");
    }
    assert!(!gone.contains("Mobile"), "{screen}");
}
