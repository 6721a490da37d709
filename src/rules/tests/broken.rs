//! Each check of a row fires, with file, line and row.

use super::{after, check};

#[test]
fn keys_and_types() {
    let staff = "age_on = \"as-at\", min_age = 16, any_of = [\"care_home_staff\"]";
    let first = "order = 1\n";
    check(
        "cohorts.toml",
        &[
            (
                "source = ",
                "sorce = \"x\"\nsource = ",
                " line 9 (cohort-1): unknown key \"sorce\"; did you mean \"source\"?",
            ),
            ("cohort = 1\n", "", " line 6 (cohort-1): \"cohort\" is missing"),
            (first, "order = \"one\"\n", " line 10 (cohort-1): \"order\" must be a whole number, not a text"),
            (first, "order = 1.5\n", " line 10 (cohort-1): \"order\" must be a whole number, not a decimal number"),
            (
                first,
                "order = 99999999999999999999\n",
                " line 10 (cohort-1): \"order\" is 99999999999999999999; it must be 1 to 200",
            ),
            (first, "order = 2\n", " line 19 (cohort-2): order 2 is that of cohort-1 already"),
            (
                "from = 2020-12-08",
                "from = \"08/12/2020\"",
                " line 8 (cohort-1): \"from\" must be a date without quotation marks, such as 2021-12-08, not a text",
            ),
            (
                "from = 2020-12-08",
                "from = 2020-12-08T10:00:00Z",
                " line 8 (cohort-1): \"from\" must be a date without quotation marks, such as 2021-12-08, not 2020-12-08T10:00:00Z",
            ),
            (
                "from = 2020-12-08",
                "from = 1920-12-08",
                " line 8 (cohort-1): \"from\" is 1920-12-08; it must be in the years 2020 to 2099",
            ),
            (
                "first_doses_from = 2020-12-08",
                "first_doses_from = 2020-12-07",
                " line 6 (cohort-1): \"first_doses_from\" (2020-12-07) is before \"from\" (2020-12-08)",
            ),
            ("source = \"JCVI 30/12/2020\"", "source = \" \"", " line 9 (cohort-1): \"source\" is blank"),
            (
                "source = \"JCVI 30/12/2020\"",
                "source = \"a\\nb\"",
                " line 9 (cohort-1): \"source\" has a line break or another control character",
            ),
            (
                "id = \"cohort-1\"",
                "id = \"cohort-2\"",
                " line 19 (cohort-2): the id \"cohort-2\" is taken by cohorts.toml line 6; give each row its own",
            ),
            (
                "id = \"cohort-1\"",
                "id = \"Cohort 1\"",
                " line 6 (cohort 1): the id \"Cohort 1\" must be 1 to 40 small letters, digits and hyphens",
            ),
            (
                staff,
                &staff.replace("care_home_staff", "care_home_stuff"),
                " line 16 (cohort-1, who 2): unknown flag \"care_home_stuff\"; did you mean \"care_home_staff\"?",
            ),
            (
                staff,
                &staff.replace("as-at", "today"),
                " line 16 (cohort-1, who 2): \"age_on\" must be \"as-at\" or a date without quotation marks, not \"today\"",
            ),
            (
                staff,
                &staff.replace("\"care_home_staff\"", ""),
                " line 16 (cohort-1, who 2): \"any_of\" is an empty list",
            ),
            (
                staff,
                &staff.replace("\"care_home_staff\"", "\"carer\", \"carer\""),
                " line 16 (cohort-1, who 2): \"any_of\" names \"carer\" twice",
            ),
            (staff, &staff.replace("16", "160"), " line 16 (cohort-1, who 2): \"min_age\" is 160; it must be 0 to 120"),
            (staff, &staff.replace("16", "-16"), " line 16 (cohort-1, who 2): \"min_age\" is -16; it must be 0 to 120"),
            (
                staff,
                &staff.replace("16", "16, max_age = 15"),
                " line 16 (cohort-1, who 2): min_age 16 is over max_age 15",
            ),
            (
                staff,
                "age_on = \"as-at\"",
                " line 16 (cohort-1, who 2): it fits everybody; give min_age, max_age or any_of",
            ),
            (staff, "", " line 16 (cohort-1, who 2): \"age_on\" is missing"),
        ],
    );
    assert_eq!(
        after("cohorts.toml", "id = \"cohort-1\"", "id = \"spring-2022\"").len(),
        1,
        "ids are taken across files"
    );
}

#[test]
fn whole_cohorts() {
    check(
        "cohorts.toml",
        &[("\ncohort = 17\n", "\ncohort = 18\n", " line 173 (cohort-17): \"cohort\" is 18; it must be 1 to 17")],
    );
    assert_eq!(
        after("cohorts.toml", "\ncohort = 17\n", "\ncohort = 16\n"),
        [
            "cohorts.toml: no definition of cohort 17",
            "cohorts.toml line 178 (cohort-16): cohort 16 is defined by cohort-17 already"
        ]
    );
}

#[test]
fn syntax_and_dates() {
    let found = after("offers.toml", "ends = 2023-06-30", "ends = 2023-06-31");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("offers.toml line 8"), "{found:?}");
    let found = after("offers.toml", "source = \"", "source = ");
    assert!(found[0].starts_with("offers.toml line 7: not valid TOML: "), "{found:?}");
    let found = after("offers.toml", "ends =", "from = 2020-12-08\nends =");
    assert!(found[0].starts_with("offers.toml line 8: not valid TOML: duplicate key"), "{found:?}");
    check(
        "offers.toml",
        &[
            (
                "ends = 2023-06-30",
                "ends = 2020-06-30",
                " line 4 (first-and-second-dose-offer): \"ends\" (2020-06-30) is before \"from\" (2020-12-08)",
            ),
            (
                "ends = 2023-06-30",
                "ends = 2023-06-30\nto = 2023-06-30",
                " line 9 (first-and-second-dose-offer): unknown key \"to\"; known here: id, from, source, assumed, ends",
            ),
        ],
    );
    assert_eq!(
        after("offers.toml", "[first_and_second_dose]", "[first_and_second_doses]"),
        [
            "offers.toml: \"first_and_second_dose\" is missing",
            "offers.toml line 4: unknown key \"first_and_second_doses\"; did you mean \"first_and_second_dose\"?"
        ]
    );
}

#[test]
fn general_values() {
    check(
        "general.toml",
        &[
            (
                "days_between_doses = 14",
                "days_between_doses = 0",
                " line 17 (dose-counting): \"days_between_doses\" is 0; it must be 1 to 365",
            ),
            (
                "oldest_age = 120",
                "oldest_age = 121",
                " line 26 (patient-limits): \"oldest_age\" is 121; it must be 0 to 120",
            ),
            (
                "[\"Janssen\"]",
                "[\"Jansen\"]",
                " line 18 (dose-counting): no product of products.csv is of the brand \"Jansen\"; did you mean \"Janssen\"?",
            ),
            (
                "[\"Janssen\"]",
                "\"Janssen\"",
                " line 18 (dose-counting): \"one_dose_course_brands\" must be a list of texts, not a text",
            ),
            (
                "\"B0360\"\n",
                "\"b0360\"\n",
                " line 30 (activity-code): the activity code \"b0360\" must be 2 to 10 capital letters and digits",
            ),
            (
                "version = \"2026.11\"",
                "version = \"(mine)\"",
                ": the version \"(mine)\" must be up to 40 letters, digits, dots and hyphens",
            ),
            ("version = \"2026.11\"\n", "", ": \"version\" is missing"),
        ],
    );
}

#[test]
fn suppliers() {
    check(
        "suppliers.toml",
        &[
            (
                "[\"YGA\"]",
                "[\"YGJ\"]",
                " line 11 (supplier-tpp): the ODS code \"YGJ\" is that of supplier-emis already",
            ),
            (
                "[\"YGA\"]",
                "[\"yga\"]",
                " line 11 (supplier-tpp): the ODS code \"yga\" must be 3 to 10 capital letters and digits",
            ),
            (
                "[\"YGA\"]",
                "[7]",
                " line 16 (supplier-tpp): \"ods\" must be a text in quotation marks, not a whole number",
            ),
        ],
    );
}

#[test]
fn code_lists() {
    check(
        "procedures.csv",
        &[
            (
                "1324681000000101,",
                "1324681000000102,",
                " line 2 (1324681000000102): the code \"1324681000000102\" has a wrong check digit (Verhoeff): a digit is wrong, missing or swapped",
            ),
            (
                "1324681000000101,",
                "1.32468E+15,",
                " line 2 (1.32468E+15): the code \"1.32468E+15\" must be 6 to 18 digits without a leading 0",
            ),
            (
                "1324681000000101,",
                "12344,",
                " line 2 (12344): the code \"12344\" must be 6 to 18 digits without a leading 0",
            ),
            (
                "1324681000000101,",
                "01324681000000101,",
                " line 2 (01324681000000101): the code \"01324681000000101\" must be 6 to 18 digits without a leading 0",
            ),
            (
                "1324681000000101,",
                "1324691000000104,",
                " line 3 (1324691000000104): the code 1324691000000104 is in procedures.csv line 2 already",
            ),
            (
                "1324681000000101,dose1",
                "1324681000000101,dose 1",
                " line 2 (1324681000000101): unknown class \"dose 1\"; did you mean \"dose1\"?",
            ),
            (
                "1324681000000101,dose1",
                "1324681000000101,",
                " line 2 (1324681000000101): \"class\" must be 1 to 100 plain characters, not \"\"",
            ),
            (
                "dose1,first dose given",
                "dose1,first, dose given",
                " line 2 (1324681000000101): the row has 4 cells, the header 3",
            ),
        ],
    );
    check(
        "products.csv",
        &[(
            "39114711000001108,",
            "1324681000000101,",
            " line 2 (1324681000000101): the code 1324681000000101 is in procedures.csv line 2 already",
        )],
    );
    let of_length = |length: usize| {
        after("procedures.csv", "1324681000000101,dose1", &format!("1324681000000101,{}", "x".repeat(length)))
    };
    assert!(of_length(100)[0].contains("unknown class"), "{:?}", of_length(100));
    assert!(of_length(101)[0].contains("must be 1 to 100 plain characters"), "{:?}", of_length(101));
    let found = after("products.csv", "39114711000001108,AstraZeneca", "39114711000001108,astrazeneca");
    assert_eq!(
        found[0],
        "products.csv line 3 (39114811000001100): the brand \"AstraZeneca\" is spelled \"astrazeneca\" in line 2"
    );
    assert_eq!(
        after("procedures.csv", "code,class,label", "code,clas,label"),
        [
            "procedures.csv line 1: the column \"class\" is missing",
            "procedures.csv line 1: unknown column \"clas\"; did you mean \"class\"?"
        ]
    );
}
