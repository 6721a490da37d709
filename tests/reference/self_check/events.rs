//! Hand-worked cases of section 2.4: in which bucket a vaccination row ends.

use super::super::events::{file_order, timestamp};
use super::{
    BOOSTER, CONTRAINDICATED, Case, DECLINED, DOSE_1, DOSE_2, FLU, GIVEN, JANSSEN, NUMBERS, PFIZER, SPECIAL, on, one,
};

#[test]
fn files_are_read_by_instant_not_by_name() {
    let names = ["b_20211201T10000000.csv", "a_20211201T10300001.csv", "z.csv", "y.csv", "c_20211130T235959.csv"];
    assert_eq!(file_order(&names), [3, 2, 4, 1, 0]);
    assert_eq!(timestamp("x_20211301T100000.csv"), None);
}

#[test]
fn the_eleven_buckets_are_tested_in_order() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.person(1, "1950-01-01").reason_for_removal = "CGA".to_owned();
    case.person(2, "unreadable");
    case.event(0, "2021-06-01", DOSE_1, PFIZER);
    case.event(0, "", "", "").action_flag = "delete".to_owned();
    case.event(0, "2021-06-01", DOSE_1, PFIZER).nhs_number = "0".to_owned();
    case.event(3, "2021-06-01", DOSE_1, PFIZER);
    case.event(1, "2021-06-01", DOSE_1, PFIZER);
    case.event(2, "2021-06-01", DOSE_1, PFIZER);
    case.event(0, "2021-06-01", FLU, "");
    case.event(0, "2021-06-01", DECLINED, "");
    case.event(0, "unreadable", DOSE_1, PFIZER);
    case.event(0, "1949-12-31", DOSE_1, PFIZER);
    case.event(0, "2021-12-02", DOSE_1, PFIZER);
    case.event(0, "2021-06-14", DOSE_1, PFIZER);
    assert_eq!(
        case.buckets((1, 12, 2021)),
        [
            "doses",
            "delete_instructions",
            "unlinkable",
            "other_people",
            "excluded_people",
            "excluded_people",
            "not_covid",
            "not_given",
            "rejected",
            "rejected",
            "after_as_at",
            "duplicates",
        ]
    );
}

#[test]
fn a_delete_with_ids_only_removes_earlier_rows_only() {
    let mut case = one("1950-01-01", &["2021-03-01", "2021-06-01"]);
    let delete = case.event(0, "", "", "");
    delete.nhs_number = String::new();
    delete.unique_id = " id-0 ".to_owned();
    delete.action_flag = " Delete ".to_owned();
    case.event(0, "2021-03-01", GIVEN, PFIZER).unique_id = "id-0".to_owned();
    assert_eq!(case.buckets((1, 12, 2021)), ["replaced", "doses", "delete_instructions", "doses"]);
}

#[test]
fn an_update_moves_a_record_to_the_right_person() {
    let mut case = one("1950-01-01", &["2021-03-01", "2021-06-01"]);
    case.person(1, "1950-01-01");
    let moved = case.event(1, "2021-03-01", GIVEN, PFIZER);
    moved.unique_id = "id-0".to_owned();
    moved.action_flag = "UPDATE".to_owned();
    let away = case.event(5, "2021-06-01", GIVEN, PFIZER);
    away.unique_id = "id-1".to_owned();
    away.action_flag = "update".to_owned();
    assert_eq!(case.buckets((1, 12, 2021)), ["replaced", "replaced", "doses", "other_people"]);
}

#[test]
fn a_repeated_new_replaces_nothing_nor_does_an_empty_identity() {
    let mut case = one("1950-01-01", &["2021-03-01"]);
    case.event(0, "2021-06-01", GIVEN, PFIZER).unique_id = "id-0".to_owned();
    for date in ["2021-09-01", "2021-12-01"] {
        let row = case.event(0, date, GIVEN, PFIZER);
        row.unique_id = String::new();
        row.action_flag = "UPDATE".to_owned();
    }
    let other_supplier = case.event(0, "2022-03-01", GIVEN, PFIZER);
    other_supplier.unique_id = "id-0".to_owned();
    other_supplier.unique_id_uri = "urn:other".to_owned();
    other_supplier.action_flag = "UPDATE".to_owned();
    assert_eq!(case.buckets((1, 4, 2022)), ["doses"; 5]);
}

#[test]
fn a_later_file_replaces_a_row_of_an_earlier_one() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event_file("b_20211201T10000000.csv");
    let update = case.event(0, "2021-03-02", GIVEN, PFIZER);
    update.action_flag = "UPDATE".to_owned();
    case.event_file("a_20211201T10300001.csv");
    case.event(0, "2021-03-01", GIVEN, PFIZER).unique_id = "id-0".to_owned();
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "replaced"], "09:30 UTC is before 10:00 UTC");
}

#[test]
fn codes_decide_what_is_given() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-01-01", "", PFIZER);
    case.event(0, "2021-03-01", GIVEN, "");
    case.event(0, "2021-05-01", FLU, PFIZER);
    case.event(0, "2021-07-01", "", "").situation_code = DECLINED.to_owned();
    case.event(0, "2021-07-01", FLU, "").situation_code = FLU.to_owned();
    case.event(0, "2021-07-01", GIVEN, PFIZER).not_given = "yes".to_owned();
    case.event(0, "2021-07-01", GIVEN, PFIZER).reason_not_given_code = FLU.to_owned();
    case.event(0, "2021-07-01", GIVEN, PFIZER).not_given = "FALSE".to_owned();
    assert_eq!(
        case.buckets((1, 12, 2021)),
        ["doses", "doses", "doses", "not_given", "not_covid", "not_given", "not_given", "doses"]
    );
}

#[test]
fn the_recorded_date_stands_in_for_an_impossible_one() {
    let mut case = one("1950-01-01", &["", "1900-01-01", "2020-04-22", "2020-12-08", "31/02/2021"]);
    let rows = &mut case.0.vaccination_files[0].rows;
    rows[0].recorded_date = "2021-03-01".to_owned();
    rows[1].recorded_date = "2020-12-07".to_owned();
    rows[3].recorded_date = "2021-09-01".to_owned();
    rows[4].recorded_date = "2021-12-02".to_owned();
    let results = case.at((1, 12, 2021));
    let buckets: Vec<_> = results.event_rows.values().copied().collect();
    assert_eq!(buckets, ["doses", "rejected", "rejected", "doses", "after_as_at"]);
    assert_eq!(results.vaccinations.date_repaired, 2);
    let dates: Vec<_> = results.people[NUMBERS[0]].course.doses.iter().map(|dose| dose.date).collect();
    assert_eq!(dates, [on((8, 12, 2020)), on((1, 3, 2021))]);
}

#[test]
fn a_dose_before_birth_is_rejected_even_when_repaired() {
    let mut case = one("2021-06-02", &["2021-06-01", "2021-06-02", ""]);
    case.0.vaccination_files[0].rows[2].recorded_date = "2021-06-01".to_owned();
    let results = case.at((1, 12, 2021));
    assert_eq!((results.vaccinations.rejected, results.vaccinations.doses), (2, 1));
    assert_eq!(results.vaccinations.date_repaired, 1, "wherever the row ends");
}

#[test]
fn fourteen_days_from_the_previous_counted_dose() {
    let case = one("1950-01-01", &["2021-03-01", "2021-03-14", "2021-03-15", "2021-03-28", "2021-03-29"]);
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "duplicates", "doses", "duplicates", "doses"]);
}

#[test]
fn the_dose_of_a_day_has_a_known_brand_and_is_janssen_last() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event(0, "2021-03-01", BOOSTER, "");
    case.event(0, "2021-03-01", DOSE_1, SPECIAL);
    case.event(0, "2021-03-01", DOSE_1, JANSSEN);
    case.event(0, "2021-03-01", DOSE_2, PFIZER);
    case.event(0, "2021-03-01", DOSE_1, PFIZER);
    let buckets = |case: &Case| case.buckets((1, 12, 2021));
    assert_eq!(buckets(&case), ["duplicates", "duplicates", "duplicates", "doses", "duplicates"]);
    // AstraZeneca stands before Pfizer in the table.
    case.event(0, "2021-03-01", DOSE_1, "39114811000001100");
    assert_eq!(buckets(&case)[5], "doses");
    case.0.vaccination_files[0].rows.truncate(3);
    assert_eq!(buckets(&case), ["duplicates", "duplicates", "doses"], "the only known brand");
    case.0.vaccination_files[0].rows.truncate(2);
    assert_eq!(buckets(&case), ["doses", "duplicates"], "no brand known: the first");
}

#[test]
fn a_trial_dose_is_kept_and_nothing_before_the_trials() {
    let case = one("1950-01-01", &["2020-04-22", "2020-04-23", "2020-12-07"]);
    assert_eq!(case.buckets((1, 12, 2021)), ["rejected", "doses", "doses"]);
}

#[test]
fn a_date_after_the_refresh_is_an_appointment_or_a_slip() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event_file("b_20211201T10300000.csv");
    for (date, recorded) in [
        ("2021-12-01", ""),
        ("2021-12-02", "2021-11-01"),
        ("2022-12-01", "2021-11-01"),
        ("2022-12-02", "2021-11-01"),
        ("2022-12-02", "2021-12-02"),
        ("", "2021-12-02"),
    ] {
        case.event(0, date, GIVEN, PFIZER).recorded_date = recorded.to_owned();
    }
    let results = case.at((1, 6, 2022));
    let buckets: Vec<_> = results.event_rows.values().copied().collect();
    assert_eq!(buckets, ["doses", "rejected", "rejected", "doses", "rejected", "rejected"]);
    assert_eq!(results.vaccinations.date_repaired, 1);
    assert_eq!(results.people[NUMBERS[0]].booked, [on((2, 12, 2021)), on((1, 12, 2022))]);
    // 23:30 UTC in summer is the next day in London.
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    case.event_file("b_20210601T23300000.csv");
    case.event(0, "2021-06-02", GIVEN, PFIZER);
    case.event(0, "2021-06-03", GIVEN, PFIZER);
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "rejected"]);
}

#[test]
fn what_is_not_given_is_said_in_many_words() {
    for (word, bucket) in [
        ("given", "doses"),
        ("Completed", "doses"),
        ("NULL", "doses"),
        ("0", "doses"),
        ("not done", "not_given"),
        ("held", "not_given"),
        ("-", "not_given"),
    ] {
        let mut case = one("1950-01-01", &["2021-03-01"]);
        case.0.vaccination_files[0].rows[0].not_given = word.to_owned();
        assert_eq!(case.buckets((1, 12, 2021)), [bucket], "{word}");
    }
}

#[test]
fn an_action_nobody_knows_is_no_dose_and_touches_nothing() {
    let mut case = one("1950-01-01", &["2021-03-01"]);
    for (word, procedure) in [("VOID", GIVEN), ("?", DECLINED), ("error", CONTRAINDICATED)] {
        let row = case.event(0, "2021-06-01", procedure, "");
        row.action_flag = word.to_owned();
        row.unique_id = "id-0".to_owned();
    }
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "not_given", "not_given", "not_given"]);
    let person = case.first((1, 12, 2021));
    assert_eq!((person.declined.len(), person.contraindicated), (0, vec![on((1, 6, 2021))]));
    case.event(0, "", "", "").action_flag = "remove".to_owned();
    case.0.vaccination_files[0].rows[4].unique_id = "id-0".to_owned();
    assert_eq!(case.buckets((1, 12, 2021))[0], "replaced");
}

#[test]
fn a_reason_is_a_code_like_the_others() {
    let mut case = one("1950-01-01", &[]);
    for (reason, situation) in [(DECLINED, ""), (CONTRAINDICATED, ""), ("", CONTRAINDICATED), ("310376006", "")] {
        let row = case.event(0, "2021-06-01", "", "");
        row.reason_not_given_code = reason.to_owned();
        row.situation_code = situation.to_owned();
    }
    assert_eq!(case.buckets((1, 12, 2021)), ["not_given", "not_given", "not_given", "not_covid"]);
    let person = case.first((1, 12, 2021));
    assert_eq!((person.declined.len(), person.contraindicated.len()), (1, 2));
    case.event(0, "2021-07-01", GIVEN, PFIZER).reason_not_given_code = "0".to_owned();
    let person = case.first((1, 12, 2021));
    assert_eq!(person.in_force(&person.contraindicated), None, "a later dose ends it");
}

#[test]
fn a_contraindication_without_a_date_stands_as_of_as_at() {
    for (date, recorded, found) in [
        ("2021-06-01", "", Some((1, 6, 2021))),
        ("", "2021-06-02", Some((2, 6, 2021))),
        ("", "", Some((1, 12, 2021))),
        ("1949-12-31", "", Some((1, 12, 2021))),
        ("2021-12-02", "", None),
    ] {
        let mut case = one("1950-01-01", &[]);
        case.event(0, date, CONTRAINDICATED, "").recorded_date = recorded.to_owned();
        let person = case.first((1, 12, 2021));
        assert_eq!(person.contraindicated, found.map(on).into_iter().collect::<Vec<_>>(), "{date} {recorded}");
    }
}

#[test]
fn codes_are_read_without_what_stands_around_them() {
    let mut case = Case::new();
    case.person(0, "1950-01-01");
    for code in ["'39115611000001103", "=\"39115611000001103\"", "39115611000001103.0", "39115611000001100"] {
        case.event(0, "2021-03-01", "0", code);
    }
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "duplicates", "duplicates", "not_covid"]);
}

#[test]
fn an_identity_that_is_a_null_word_names_nothing() {
    let mut case = one("1950-01-01", &["2021-03-01", "2021-06-01"]);
    for row in &mut case.0.vaccination_files[0].rows {
        row.unique_id = "NULL".to_owned();
    }
    case.0.vaccination_files[0].rows[1].action_flag = "amend".to_owned();
    assert_eq!(case.buckets((1, 12, 2021)), ["doses", "doses"]);
}

#[test]
fn a_declined_event_needs_a_date_within_life_and_as_at() {
    for (date, recorded, status) in [
        ("2021-12-01", "", "declined"),
        ("2021-12-02", "", "unvaccinated"),
        ("", "2021-11-01", "declined"),
        ("", "", "unvaccinated"),
        ("2020-12-07", "", "declined"),
        ("2020-04-22", "", "unvaccinated"),
    ] {
        let mut case = one("1950-01-01", &[]);
        case.event(0, date, DECLINED, "").recorded_date = recorded.to_owned();
        let results = case.at((1, 12, 2021));
        assert_eq!(results.people[NUMBERS[0]].status, status, "{date} {recorded}");
        assert_eq!(results.vaccinations.date_repaired, 0, "a refusal is never a repair");
        assert_eq!(results.vaccinations.not_given, 1);
    }
}
