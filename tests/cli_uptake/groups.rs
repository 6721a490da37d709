//! `--by`, `--detail` and `--campaign`.

use serde_json::json;

use super::surgery;
use crate::data::{column, on, pick, report, row};
use crate::harness::table;

const COUNTS: [&str; 8] = [
    "patients",
    "first_dose",
    "first_dose_pct",
    "primary_complete",
    "primary_complete_pct",
    "booster",
    "booster_pct",
    "doses_last_7_days",
];

#[test]
fn by_practice_without_being_asked() {
    let report = report(&surgery(), "uptake", &[]);
    let of = |code| pick(row(&report, "uptake", "practice_code", code), &COUNTS);
    // The last seven days are 05/05/2022 to 11/05/2022: the dose of 04/05/2022 is outside.
    assert_eq!(of("A81001"), json!([5, 4, 80.0, 3, 60.0, 2, 40.0, 2]));
    assert_eq!(of("A81002"), json!([5, 2, 40.0, 2, 40.0, 1, 20.0, 0]));
    assert_eq!(of("A81003"), json!([0, 0, null, 0, null, 0, null, 0]));
    assert_eq!(pick(&table(&report, "uptake")["totals"], &COUNTS), json!([10, 6, 60.0, 5, 50.0, 3, 30.0, 2]));
    assert_eq!(row(&report, "uptake", "practice_code", "A81001")["practice_name"], "Abbey Surgery");
    assert!(report["notes"].to_string().contains("blank percentage"), "{}", report["notes"]);
}

#[test]
fn each_group_has_a_row_for_every_value() {
    let folder = surgery();
    for (by, key, expected) in [
        ("practice", "practice_code", json!([["A81001", 5], ["A81002", 5], ["A81003", 0]])),
        ("pcn", "pcn_code", json!([["U11111", 5], ["U22222", 5]])),
        ("gender", "gender", json!([["male", 4], ["female", 4], ["indeterminate", 1], ["not known", 1]])),
        (
            "ethnicity",
            "ethnicity",
            json!([["White", 4], ["Mixed", 1], ["Asian", 1], ["Black", 1], ["Other", 1], ["Not known", 2]]),
        ),
        ("imd", "imd_quintile", json!([[1, 3], [2, 2], [3, 1], [4, 1], [5, 2], [null, 1]])),
        (
            "cohort",
            "cohort",
            json!([
                ["1", 0],
                ["2", 1],
                ["3", 1],
                ["4", 1],
                ["5", 0],
                ["6", 1],
                ["7", 0],
                ["8", 0],
                ["9", 2],
                ["10", 0],
                ["11", 0],
                ["12", 1],
                ["13", 0],
                ["14", 1],
                ["15", 0],
                ["16", 1],
                ["17", 0],
                ["none", 1]
            ]),
        ),
        (
            "age",
            "age_band",
            json!([
                ["0-4", 1],
                ["5-11", 1],
                ["12-15", 0],
                ["16-17", 1],
                ["18-24", 1],
                ["25-29", 0],
                ["30-34", 0],
                ["35-39", 1],
                ["40-44", 0],
                ["45-49", 0],
                ["50-54", 2],
                ["55-59", 0],
                ["60-64", 0],
                ["65-69", 0],
                ["70-74", 1],
                ["75-79", 1],
                ["80+", 1]
            ]),
        ),
    ] {
        let report = report(&folder, "uptake", &["--by", by]);
        let rows = table(&report, "uptake")["rows"].as_array().unwrap();
        let found: Vec<_> = rows.iter().map(|row| pick(row, &[key, "patients"])).collect();
        assert_eq!(json!(found), expected, "--by {by}");
    }
}

#[test]
fn combined_groups_have_only_rows_with_people_in_the_order_of_the_keys() {
    let report = report(&surgery(), "uptake", &["--by", "imd,gender"]);
    let rows = table(&report, "uptake")["rows"].as_array().unwrap();
    let found: Vec<_> = rows.iter().map(|row| pick(row, &["imd_quintile", "gender", "patients"])).collect();
    let expected = json!([
        [1, "male", 1],
        [1, "female", 2],
        [2, "male", 1],
        [2, "female", 1],
        [3, "male", 1],
        [4, "not known", 1],
        [5, "male", 1],
        [5, "female", 1],
        [null, "indeterminate", 1]
    ]);
    assert_eq!(json!(found), expected);
    let first = &table(&report, "uptake")["columns"];
    assert_eq!((first[0]["key"].as_str(), first[1]["key"].as_str()), (Some("imd_quintile"), Some("gender")));
}

#[test]
fn not_known_deprivation_has_a_row_only_when_somebody_is_in_it() {
    let report = report(&surgery(), "uptake", &["--by", "imd", "--practice", "A81001"]);
    assert_eq!(json!(column(&report, "uptake", "imd_quintile")), json!([1, 2, 3, 4, 5]));
}

#[test]
fn a_filter_on_the_group_limits_its_rows() {
    let folder = surgery();
    for (by, filter, key, expected) in [
        ("age", ["--age", "17-26"], "age_band", json!(["16-17", "18-24", "25-29"])),
        ("cohort", ["--cohort", "none,6"], "cohort", json!(["6", "none"])),
        ("practice", ["--practice", "A81002"], "practice_code", json!(["A81002"])),
        ("gender", ["--gender", "female"], "gender", json!(["female"])),
        ("ethnicity", ["--ethnicity", "Asian"], "ethnicity", json!(["Asian"])),
        ("imd", ["--imd", "4,not-known"], "imd_quintile", json!([4, null])),
    ] {
        let report = report(&folder, "uptake", &["--by", by, filter[0], filter[1]]);
        assert_eq!(json!(column(&report, "uptake", key)), expected, "{by} {filter:?}");
    }
}

#[test]
fn detail_is_the_course_ladder_and_adds_up() {
    const LADDER: [&str; 7] = [
        "patients",
        "unvaccinated",
        "declined",
        "first_dose_only",
        "primary_complete_only",
        "third_primary_only",
        "boosted",
    ];
    let report = report(&surgery(), "uptake", &["--detail"]);
    let of = |code| pick(row(&report, "detail", "practice_code", code), &LADDER);
    assert_eq!(of("A81001"), json!([5, 0, 1, 1, 0, 1, 2]));
    assert_eq!(of("A81002"), json!([5, 3, 0, 0, 1, 0, 1]));
    assert_eq!(pick(&table(&report, "detail")["totals"], &LADDER), json!([10, 3, 1, 1, 1, 1, 3]));
}

#[test]
fn a_campaign_adds_its_columns_and_leaves_the_rest() {
    const KEYS: [&str; 4] = ["patients", "campaign_group", "campaign_vaccinated", "campaign_vaccinated_pct"];
    let report = report(&surgery(), "uptake", &["--campaign", "spring-2022"]);
    let of = |code| pick(row(&report, "uptake", "practice_code", code), &KEYS);
    // 75 and over by 30/06/2022: 1 and 2; immunosuppressed: 4. Only 1 had a dose since 21/03/2022.
    assert_eq!(of("A81001"), json!([5, 3, 1, 33.3]));
    assert_eq!(of("A81002"), json!([5, 0, 0, null]));
    assert_eq!(pick(&table(&report, "uptake")["totals"], &KEYS), json!([10, 3, 1, 33.3]));
}

#[test]
fn another_day_is_another_answer() {
    // On 07/05/2022 person 1 has had three doses and person 3 the first.
    let report = report(&surgery(), "uptake", &["--as-at", "07/05/2022"]);
    assert_eq!(report["as_at"], "2022-05-07");
    let abbey = row(&report, "uptake", "practice_code", "A81001");
    assert_eq!(abbey["doses_last_7_days"], 1);
    assert_eq!(report["reconciliation"]["vaccinations"]["after_as_at"], 1);
}

#[test]
fn a_group_twice_or_unknown_is_a_mistake() {
    let folder = surgery();
    assert!(on(&folder, "uptake", &["--by", "age,age"]).ended(2).err.contains("twice"));
    assert!(on(&folder, "uptake", &["--by", "ward"]).ended(2).err.contains("practice, pcn, cohort, age"));
}
