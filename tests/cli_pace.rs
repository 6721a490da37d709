//! The pace of a campaign: beside the last one, towards a target, and the same as a report of that day.

use serde_json::{Value, json};

use crate::data::{Row, doses, extract, on, patient, report, row};
use crate::harness::{Folder, table};
use crate::reference::dates::{day, plus};
use crate::reference::rng::Rng;

/// Twelve people over 75, of whom some were vaccinated in spring 2022 and some in spring 2023, week by week.
fn world() -> Folder {
    let patients: Vec<Row> = (1..=12).map(|n| patient(n).with("Date of Birth", "01/06/1940")).collect();
    let mut events = Vec::new();
    for n in 1..=12 {
        events.extend(doses(n, &["20210301", "20210601", "20210930"]));
    }
    // Spring 2022 began on 21/03, spring 2023 on 03/04/2023.
    for (n, day) in [(1, "20220321"), (2, "20220323"), (3, "20220401"), (4, "20220415"), (5, "20220601")] {
        events.extend(doses(n, &[day]));
    }
    for (n, day) in [
        (1, "20230403"),
        (2, "20230404"),
        (3, "20230411"),
        (4, "20230418"),
        (5, "20230425"),
        (6, "20230426"),
        (7, "20230502"),
    ] {
        events.extend(doses(n, &[day]));
    }
    extract(&patients, &events)
}

fn pace(folder: &Folder, as_at: &str, more: &[&str]) -> Value {
    report(folder, "campaign", &[&["spring-2023", "--as-at", as_at], more].concat())
}

#[test]
fn a_campaign_stands_beside_the_last_and_its_target() {
    let folder = world();
    // Wednesday of the fifth week, the 31st day: that of spring 2022 was 20/04.
    let shown = pace(&folder, "2023-05-03", &["--target", "75"]);
    let group = row(&shown, "pace", "campaign_group", "75+");
    let wanted = json!({
        "campaign_group": "75+", "patients": 12, "vaccinated": 7, "vaccinated_pct": 58.3,
        "same_day_last_pct": 33.3, "last_7_days": 1, "needed": 2, "days_left": 58, "needed_per_week": 1,
        // Weeks of 2, 1, 1 and 2.
        "reaches_low": "2023-05-10", "reaches_high": "2023-05-17",
    });
    assert_eq!(group, &wanted);
    let notes = shown["notes"].to_string();
    let sentence = "75+: 58.3 %, on the same day of the last campaign 33.3 %; at the pace of the last 4 weeks, 75 % between \
                    10/05/2023 and 17/05/2023; 75 % needs 1 a week, did 1.";
    assert!(notes.contains(sentence), "{notes}");
    // On a Sunday the week is over.
    let sunday = pace(&folder, "2023-04-30", &["--target", "75"]);
    assert_eq!(row(&sunday, "pace", "campaign_group", "75+")["reaches_high"], "2023-05-21");
    let ended = pace(&folder, "2023-07-01", &["--target", "75"]);
    let group = row(&ended, "pace", "campaign_group", "75+");
    assert_eq!((&group["days_left"], &group["needed_per_week"]), (&json!(0), &Value::Null));
    // Its last day at most: by then five of twelve.
    assert_eq!(group["same_day_last_pct"], 41.7);
    assert!(ended["notes"].to_string().contains("2 were missing for 75 % when the campaign ended"));
}

#[test]
fn pace_is_shown_with_a_target_or_a_campaign_before() {
    let folder = world();
    let names = |report: &Value| -> Vec<String> {
        report["tables"].as_array().unwrap().iter().map(|table| table["name"].as_str().unwrap().to_owned()).collect()
    };
    let first = |more: &[&str]| report(&folder, "campaign", &[&["spring-2022"], more].concat());
    assert_eq!(names(&first(&[])), ["campaign"]);
    assert_eq!(names(&first(&["--target", "75"])), ["campaign", "pace"]);
    assert_eq!(first(&["--target", "75"])["tables"][1]["totals"]["same_day_last_pct"], Value::Null);
    let without = pace(&folder, "2023-05-03", &[]);
    assert_eq!(names(&without), ["campaign", "pace"]);
    let keys: Vec<&str> =
        table(&without, "pace")["columns"].as_array().unwrap().iter().map(|c| c["key"].as_str().unwrap()).collect();
    assert_eq!(
        keys,
        ["campaign_group", "patients", "vaccinated", "vaccinated_pct", "same_day_last_pct", "last_7_days", "days_left"]
    );
    // By other groups, and as people see it.
    let by = pace(&folder, "2023-05-03", &["--by", "practice"]);
    assert_eq!(row(&by, "pace", "practice_code", "A81001")["last_7_days"], 1);
    for width in ["80", "120"] {
        let options = ["spring-2023", "--as-at", "2023-05-03", "--target", "75", "--width", width, "--chart"];
        let printed = on(&folder, "campaign", &options).ended(0).out;
        let widest = printed.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width.parse().unwrap() && printed.contains("58.3"), "{printed}");
    }
}

#[test]
fn whom_the_last_seven_days_count_can_be_listed() {
    let folder = world();
    for (id, as_at, count) in
        [("spring-2023", "2023-05-03", 1), ("spring-2023", "2023-04-09", 2), ("spring-2022", "2022-04-04", 1)]
    {
        let options = [id, "--as-at", as_at, "--status", "last-7-days"];
        let list = report(&folder, "campaign", &options);
        assert_eq!(table(&list, "list")["rows"].as_array().unwrap().len(), count, "{options:?}");
    }
}

/// Under disclosure control no date tells of a single week.
#[test]
fn dates_that_rest_on_single_weeks_are_kept_back() {
    let folder = world();
    for profile in ["nhs", "opensafely", "midpoint6"] {
        let shown = pace(&folder, "2023-05-03", &["--target", "75", "--disclosure", profile]);
        for row in table(&shown, "pace")["rows"].as_array().unwrap() {
            assert_eq!((&row["reaches_low"], &row["reaches_high"]), (&Value::Null, &Value::Null), "{profile}");
        }
        let notes = shown["notes"].to_string();
        assert!(!notes.contains("at the pace of the last 4 weeks") && !notes.contains("[c]"), "{notes}");
    }
}

/// Doses at random in and around two campaigns, of people who stay as they are.
fn two_campaigns() -> (Vec<Row>, Vec<(String, Row)>) {
    let mut rng = Rng::new(2023);
    let ages = ["01/06/1930", "01/06/1945", "01/06/1953", "01/06/1990"];
    let (mut patients, mut events) = (Vec::new(), Vec::new());
    for n in (1..=360).filter(|n| crate::data::nhs_if_any(*n).is_some()) {
        let practice = rng.pick(&["A81001", "A81002"]);
        let mut person = patient(n).with("Date of Birth", rng.pick(&ages)).with("Practice code", practice);
        person = person.with("immunosuppressed", if rng.percent(20) { "Y" } else { "" });
        patients.push(person);
        let mut dates: Vec<String> = vec!["20210301".to_owned(), "20210601".to_owned()];
        dates.truncate(if rng.percent(90) { 2 } else { rng.below(2) });
        for year in [2022, 2023] {
            if rng.percent(70) {
                let day = plus(day(15, 3, year), rng.between(0, 114));
                dates.push(day.format("%Y%m%d").to_string());
            }
        }
        events.extend(dates.iter().map(|date| (date.clone(), crate::data::dose(n, date))));
    }
    (patients, events)
}

/// As at any day a report says what the report of that day would have said: the doses since change nothing of it.
#[test]
fn what_was_said_on_any_monday_is_what_a_replay_says() {
    let (patients, events) = two_campaigns();
    let all = extract(&patients, &events.iter().map(|(_, row)| row.clone()).collect::<Vec<_>>());
    let mut said = 0;
    for (id, first, weeks) in [("spring-2022", (21, 3, 2022), 15), ("spring-2023", (3, 4, 2023), 14)] {
        let first = day(first.0, first.1, first.2);
        for week in 0..weeks {
            let monday = plus(first, 7 * week);
            let until = monday.format("%Y%m%d").to_string();
            let then: Vec<Row> = events.iter().filter(|(date, _)| *date <= until).map(|(_, row)| row.clone()).collect();
            let that_day = extract(&patients, &then);
            let options = [id, "--as-at", &monday.to_string(), "--target", "40"].map(str::to_owned);
            let options: Vec<&str> = options.iter().map(String::as_str).collect();
            let [now, then] = [&all, &that_day].map(|folder| report(folder, "campaign", &options));
            assert_eq!(table(&now, "pace"), table(&then, "pace"), "{id} as at {monday}");
            let rows = table(&now, "pace")["rows"].as_array().unwrap();
            said += rows.iter().filter(|row| row["reaches_low"].is_string()).count();
        }
    }
    assert!(said > 10, "{said}: the test reaches hardly any date");
}

/// The dashboard has a sheet of it beside the campaign, and the sentences among what the figures rest on.
#[test]
fn the_dashboard_shows_the_pace_beside_the_campaign() {
    let folder = world();
    let file = folder.file("dashboard.xlsx");
    let sheets = |as_at: &str| {
        let options = ["--as-at", as_at, "-q", "--force", "-o", file.to_str().unwrap()];
        on(&folder, "dashboard", &options).ended(0);
        crate::written_workbooks::sheets_of(&std::fs::read(&file).unwrap())
    };
    let found = sheets("2023-05-03");
    let campaign = found.iter().position(|(name, _)| name == "Campaign").unwrap();
    let (name, lines) = &found[campaign + 1];
    assert_eq!(name, "Pace");
    assert!(lines.iter().any(|line| line.starts_with("75+|12|7|")), "{lines:#?}");
    let (_, caveats) = found.last().unwrap();
    let sentence = "75+: 58.3 %, on the same day of the last campaign 33.3 %";
    assert!(caveats.iter().any(|line| line.contains(sentence)), "{caveats:#?}");
    // Nothing came before the first.
    assert!(!sheets("2022-05-11").iter().any(|(name, _)| name == "Pace"));
}
