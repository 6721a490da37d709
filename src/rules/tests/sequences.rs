//! Rows that overlap, leave gaps or contradict one another.

use super::{after, check};

#[test]
fn second_dose_coverage() {
    let file = "second_dose.toml";
    let last = "cohorts = [16, \"none\"]";
    check(
        file,
        &[
            (
                "to = 2021-05-13\n",
                "",
                " line 13 (second-dose-1-to-9-from-2021): Cohorts 1 to 9: overlap: \"second-dose-1-to-9-from-2020\" is still in force on 14/05/2021; close it with \"to\"",
            ),
            (
                "to = 2021-05-13\n",
                "to = 2021-05-14\n",
                " line 14 (second-dose-1-to-9-from-2021): Cohorts 1 to 9: overlap: \"second-dose-1-to-9-from-2020\" is still in force on 14/05/2021; close it with \"to\"",
            ),
            (
                "to = 2021-05-13\n",
                "to = 2021-05-12\n",
                " line 14 (second-dose-1-to-9-from-2021): Cohorts 1 to 9: gap: no row in force from 13/05/2021 to 13/05/2021",
            ),
            (
                "from = 2020-12-08",
                "from = 2020-12-10",
                " line 5 (second-dose-1-to-9-from-2020): Cohorts 1 to 9: gap: no row in force from 08/12/2020 to 09/12/2020",
            ),
            (
                "to = 2021-07-04\n",
                "to = 2020-07-04\n",
                " line 39 (second-dose-11-12-from-2020): it ends (2020-07-04) before it begins (2020-12-08)",
            ),
            (last, "cohorts = [16]", ": People in no cohort: no row"),
            (
                last,
                "cohorts = [18, \"none\"]",
                " line 87 (second-dose-others-under-18): unknown cohort \"18\"; cohorts are 1 to 17 and \"none\"",
            ),
            (
                last,
                "cohorts = [16, 16, \"none\"]",
                " line 87 (second-dose-others-under-18): \"cohorts\" names cohort 16 twice",
            ),
            (
                last,
                "cohorts = 14",
                " line 87 (second-dose-others-under-18): \"cohorts\" must be a list of cohorts such as [1, 2, \"none\"], not a whole number",
            ),
            (
                "\ndue_after = 84",
                "\ndue_after = 99",
                " line 65 (second-dose-16-17): due_after 99 is over overdue_after 98",
            ),
            (
                "from = 2020-12-08\nsource = \"JCVI: 12",
                "from = 2020-12-08\nto = 2022-01-01\nsource = \"JCVI: 12",
                " line 65 (second-dose-16-17): Cohort 14: gap: no row in force from 02/01/2022 on",
            ),
        ],
    );
}

#[test]
fn boosters() {
    check(
        "booster.toml",
        &[
            (
                "cohorts = [10]",
                "cohorts = [10, 13]",
                " line 33 (booster-opening-13): cohort 13 is in booster-opening-10 already",
            ),
            (
                "to = 2021-12-07\n",
                "to = 2021-12-01\n",
                " line 53 (booster-interval-91): Gap: no row in force from 02/12/2021 to 07/12/2021",
            ),
            (
                "to = 2021-12-07\n",
                "",
                " line 52 (booster-interval-91): Overlap: \"booster-interval-182\" is still in force on 08/12/2021; close it with \"to\"",
            ),
            ("days = 182", "days = -182", " line 51 (booster-interval-182): \"days\" is -182; it must be 1 to 3650"),
        ],
    );
    assert_eq!(
        after("booster.toml", "cohorts = [13]", "cohorts = [12]"),
        [
            "booster.toml: no [[opening]] names cohort 13",
            "booster.toml line 33 (booster-opening-13): cohort 12 is in booster-opening-11-12 already"
        ]
    );
    let found = after("booster.toml", "from = 2021-09-16\nto", "from = 2021-10-01\nto");
    assert_eq!(
        found,
        ["booster.toml line 46 (booster-interval-182): Gap: no row in force from 16/09/2021 to 30/09/2021"]
    );
}

#[test]
fn campaigns() {
    let group = "label = \"75+\", min_age = 75";
    check(
        "campaigns.toml",
        &[
            (
                "to = 2022-06-30",
                "to = 2022-09-05",
                " line 22 (autumn-2022): Overlap: \"spring-2022\" is still in force on 05/09/2022; close it with \"to\"",
            ),
            (
                "to = 2022-06-30",
                "to = 2022-03-20",
                " line 5 (spring-2022): it ends (2022-03-20) before it begins (2022-03-21)",
            ),
            ("to = 2022-06-30\n", "", " line 5 (spring-2022): \"to\" is missing"),
            (
                "needs_primary = true",
                "needs_primary = \"yes\"",
                " line 14 (spring-2022): \"needs_primary\" must be true or false, not a text",
            ),
            (
                "label = \"Autumn 2022\"",
                "label = \"Spring 2022\"",
                " line 22 (autumn-2022): the label \"Spring 2022\" is that of spring-2022 already",
            ),
            (
                group,
                "label = \"75+\", min_age = 75, min_age_months = 6",
                " line 17 (spring-2022, groups 1): give min_age or min_age_months, not both",
            ),
            (
                group,
                "label = \"75+\"",
                " line 17 (spring-2022, groups 1): it fits everybody; give min_age, min_age_months or any_of",
            ),
            (
                group,
                "label = \"care home 65+\", min_age = 75",
                " line 18 (spring-2022, groups 2): the group \"care home 65+\" is there twice",
            ),
            (
                group,
                "label = \"75+\", min_age = 75, sex = 1",
                " line 17 (spring-2022, groups 1): unknown key \"sex\"; known here: label, min_age, min_age_months, any_of",
            ),
        ],
    );
}

/// Three rows, each beginning the day after the one before it ended, leave no
/// gap: the middle one lasts longer than the first.
#[test]
fn three_rows_in_a_row_are_sound() {
    let second = "id = \"second-dose-1-to-9-from-2021\"\nfrom = 2021-05-14\n";
    let row = |id: &str, dates: &str| {
        let built_in = super::text("second_dose.toml");
        let (_, rest) = built_in.split_once(second).unwrap();
        let (rest, _) = rest.split_once("[[interval]]").unwrap();
        format!("id = \"{id}\"\n{dates}\n{rest}")
    };
    let found = |to: &str, from: &str| {
        let middle = row("second-dose-1-to-9-middle", &format!("from = 2021-05-14\nto = {to}"));
        let new = format!("{middle}[[interval]]\nid = \"second-dose-1-to-9-from-2021\"\nfrom = {from}\n");
        after("second_dose.toml", second, &new)
    };
    assert_eq!(found("2021-12-31", "2022-01-01"), [""; 0]);
    // A row may be in force for one day.
    assert_eq!(found("2021-05-14", "2021-05-15"), [""; 0]);
    assert!(found("2021-12-31", "2022-01-02")[0].contains("gap: no row in force from 01/01/2022 to 01/01/2022"));
    assert!(
        found("2021-12-31", "2021-12-31")[0]
            .contains("overlap: \"second-dose-1-to-9-middle\" is still in force on 31/12/2021")
    );
}

#[test]
fn edges_that_are_allowed() {
    let staff = "{ age_on = \"as-at\", min_age = 16, any_of = [\"care_home_staff\"] }";
    for who in [
        "{ age_on = \"as-at\", any_of = [\"care_home_staff\"] }",
        "{ age_on = \"as-at\", min_age = 16, max_age = 16, any_of = [\"care_home_staff\"] }",
    ] {
        assert_eq!(after("cohorts.toml", staff, who), [""; 0], "{who}");
    }
    assert_eq!(after("second_dose.toml", "due_after = 77", "due_after = 84"), [""; 0]);
    let source = |length: usize| after("booster.toml", "Dashboard release 26/11/2021", &"x".repeat(length)).join("\n");
    assert_eq!(source(300), "");
    assert!(source(301).contains("is longer than 300 characters"));
}

/// Where a row cannot be read, that nothing is in force in its time is no news.
#[test]
fn a_faulty_interval_makes_no_gap_besides() {
    let found = after("booster.toml", "from = 2021-09-16\nto = 2021-12-07", "from = 1921-09-16\nto = 2021-12-07");
    assert!(found.iter().all(|problem| !problem.to_lowercase().contains("gap:")), "{found:?}");
    assert!(!found.is_empty());
}
