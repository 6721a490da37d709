//! Declined and contraindicated codes: in which columns, with which date, and until when.

use serde_json::json;
use vaxdash::domain::RefusalKind;

use super::{Facts, deletion, ends, facts, facts_on, record};
use crate::data::{CONTRAINDICATED, DECLINED, DOSE1, Row, dose, extract, patient};

/// A row with this code under a heading and no other.
fn under(heading: &'static str, code: &str, date: &str) -> Row {
    dose(1, date).with("VACCINATION_PROCEDURE_CODE", "").with("VACCINE_PRODUCT_CODE", "").with(heading, code)
}

fn days(found: &Facts) -> [Option<String>; 2] {
    let assessment = &found.assessment;
    [assessment.declined_on, assessment.contraindicated_on].map(|day| day.map(|day| day.to_string()))
}

#[track_caller]
fn days_of(events: &[Row]) -> [Option<String>; 2] {
    days(&facts(&extract(&[patient(1)], events)))
}

fn day(text: &str) -> String {
    text.to_owned()
}

#[test]
fn both_are_remembered_from_every_column_with_their_code() {
    for heading in ["VACCINATION_PROCEDURE_CODE", "VACCINATION_SITUATION_CODE", "REASON_NOT_GIVEN_CODE"] {
        let folder = extract(&[patient(1)], &[under(heading, DECLINED, "20210301")]);
        assert_eq!(ends(&folder), json!({"not_given": 1}), "{heading}");
        let found = facts(&folder);
        assert_eq!(days(&found), [Some(day("2021-03-01")), None], "{heading}");
        assert_eq!(found.refusals[0].code.to_string(), DECLINED);
        let found = facts(&extract(&[patient(1)], &[under(heading, CONTRAINDICATED, "20210301")]));
        assert_eq!(days(&found), [None, Some(day("2021-03-01"))], "{heading}");
        assert_eq!(
            (found.refusals[0].kind, found.refusals[0].code.to_string()),
            (RefusalKind::Contraindicated, CONTRAINDICATED.to_owned())
        );
    }
    // One row may say both.
    let both = under("VACCINATION_SITUATION_CODE", DECLINED, "20210301").with("REASON_NOT_GIVEN_CODE", CONTRAINDICATED);
    assert_eq!(days_of(&[both]), [Some(day("2021-03-01")), Some(day("2021-03-01"))]);
}

#[test]
fn every_contraindicated_code_counts_and_not_indicated_does_not() {
    for code in ["1240661000000107", "1324661000000105", "1324711000000102", "1324761000000100"] {
        assert_eq!(
            days_of(&[under("VACCINATION_PROCEDURE_CODE", code, "20210301")])[1],
            Some(day("2021-03-01")),
            "{code}"
        );
    }
    for code in ["1240671000000100", "1324731000000105"] {
        assert_eq!(days_of(&[under("VACCINATION_PROCEDURE_CODE", code, "20210301")]), [None, None], "{code}");
    }
}

#[test]
fn a_contraindication_stands_as_of_the_report_where_no_date_can_be_used() {
    let (declined, contraindicated) = (
        |date: &str| under("REASON_NOT_GIVEN_CODE", DECLINED, date),
        |date: &str| under("REASON_NOT_GIVEN_CODE", CONTRAINDICATED, date),
    );
    for date in ["", "never", "20200422", "19690101", "20220601", "20991231"] {
        assert_eq!(days_of(&[declined(date), contraindicated(date)]), [None, Some(day("2022-05-11"))], "{date}");
        let recorded = |row: Row| row.with("RECORDED_DATE", "20210301");
        // An appointment is no day that a recorded date stands in for.
        let day = if date == "20220601" {
            [None, Some(day("2022-05-11"))]
        } else {
            [Some(day("2021-03-01")), Some(day("2021-03-01"))]
        };
        assert_eq!(days_of(&[recorded(declined(date)), recorded(contraindicated(date))]), day, "{date}");
    }
    let child = patient(1).with("Date of Birth", "01/06/2021");
    let events = [declined("20210301"), contraindicated("20210301")];
    assert_eq!(days(&facts(&extract(&[child], &events))), [None, Some(day("2022-05-11"))]);
}

#[test]
fn what_comes_after_the_date_of_the_report_is_not_remembered() {
    let events = [
        under("REASON_NOT_GIVEN_CODE", DECLINED, "20220301"),
        under("REASON_NOT_GIVEN_CODE", CONTRAINDICATED, "20220301"),
    ];
    let folder = extract(&[patient(1)], &events);
    assert_eq!(days(&facts_on(&folder, "2022-02-28", "2022-05-11")), [None, None]);
    assert_eq!(
        days(&facts_on(&folder, "2022-03-01", "2022-05-11")),
        [Some(day("2022-03-01")), Some(day("2022-03-01"))]
    );
}

#[test]
fn a_later_dose_ends_both_and_one_of_the_day_does_not() {
    for (day, expected) in
        [("20210301", Some(day("2021-03-01"))), ("20210228", Some(day("2021-03-01"))), ("20210302", None)]
    {
        let refused =
            under("VACCINATION_SITUATION_CODE", DECLINED, "20210301").with("REASON_NOT_GIVEN_CODE", CONTRAINDICATED);
        assert_eq!(days_of(&[refused, dose(1, day)]), [expected.clone(), expected.clone()], "{day}");
    }
    let again =
        [under("REASON_NOT_GIVEN_CODE", DECLINED, "20210301"), under("REASON_NOT_GIVEN_CODE", DECLINED, "20220101")];
    assert_eq!(days_of(&again)[0], Some(day("2022-01-01")));
}

#[test]
fn what_was_taken_back_is_forgotten() {
    let refused = |action| {
        record(1, "a", action, "20210301")
            .with("VACCINATION_SITUATION_CODE", DECLINED)
            .with("REASON_NOT_GIVEN_CODE", CONTRAINDICATED)
    };
    assert_eq!(days_of(&[refused("NEW"), deletion("a")]), [None, None]);
    assert_eq!(days_of(&[refused("NEW"), record(1, "a", "UPDATE", "20210301")]), [None, None]);
}

#[test]
fn a_row_with_an_unknown_action_may_contraindicate_but_not_decline() {
    let void = |code| under("VACCINATION_PROCEDURE_CODE", code, "20210301").with("ACTION_FLAG", "VOID");
    assert_eq!(days_of(&[void(DECLINED)]), [None, None]);
    assert_eq!(days_of(&[void(CONTRAINDICATED)]), [None, Some(day("2021-03-01"))]);
}

#[test]
fn only_rows_that_end_as_not_given_are_remembered() {
    // Of no patient: of somebody else, or somebody who has died.
    let elsewhere = under("VACCINATION_PROCEDURE_CODE", DECLINED, "20210301").with("NHS_NUMBER", crate::data::nhs(2));
    let people = [patient(1), patient(2).with("Date of death", "01/01/2022")];
    let folder = extract(&people, &[elsewhere, dose(1, "20210301")]);
    assert_eq!(ends(&folder), json!({"excluded_people": 1, "doses": 1}));
    assert_eq!(facts(&folder).refusals, []);
    // A dose that is declined in its reason is none.
    let said = dose(1, "20210301").with("VACCINATION_PROCEDURE_CODE", DOSE1).with("REASON_NOT_GIVEN_CODE", DECLINED);
    assert_eq!(days_of(&[said]), [Some(day("2021-03-01")), None]);
}
