//! Codes as programs write them: decorated, blank in words, damaged, or new.

use serde_json::json;
use vaxdash::domain::{Consequence, DoubtId};

use super::{ends, facts};
use crate::data::{DECLINED, DOSE1, PFIZER, Row, dose, doses, extract, influenza, nhs, patient};

const FLU: &str = "822851000000102";

fn coded(date: &str, procedure: &str, product: &str) -> Row {
    dose(1, date).with("VACCINATION_PROCEDURE_CODE", procedure).with("VACCINE_PRODUCT_CODE", product)
}

/// Rows of codes that are not COVID-19's, each of a day of its own.
fn others(count: u32) -> Vec<Row> {
    (0..count).map(|n| coded(&format!("2021{:02}{:02}", n / 28 % 12 + 1, n % 28 + 1), FLU, "")).collect()
}

#[test]
fn decorated_codes_and_numbers_are_read_as_they_are_without_it() {
    for mark in ["'*", "=\"*\"", "\"*\"", "*.0", "*.00", "\u{a0}*\u{200b}"] {
        let marked = |value: &str| mark.replace('*', value);
        let row = coded("20210301", &marked(DOSE1), &marked(PFIZER)).with("NHS_NUMBER", marked(&nhs(1)));
        assert_eq!(
            ends(&extract(&[patient(1)], &[row.with("DATE_AND_TIME", marked("20210301"))])),
            json!({"doses": 1}),
            "{mark}"
        );
        let row = coded("20210301", DOSE1, "").with("VACCINATION_SITUATION_CODE", marked(DECLINED));
        assert_eq!(facts(&extract(&[patient(1)], &[row])).refusals.len(), 1, "{mark}");
    }
}

#[test]
fn null_words_and_noughts_are_blank_in_columns_of_codes() {
    for word in ["NULL", "null", "(null)", "NA", "N/A", "#N/A", "\\N", "-", ".", "?", "None", "NaN", "0"] {
        let row =
            coded("20210301", DOSE1, word).with("VACCINATION_SITUATION_CODE", word).with("REASON_NOT_GIVEN_CODE", word);
        assert_eq!(ends(&extract(&[patient(1)], &[row])), json!({"doses": 1}), "{word}");
        let row = coded("20210301", word, word);
        let found = facts(&extract(&[patient(1)], &[row]));
        assert_eq!(found.findings, [], "{word}: {}", found.said);
        let row = dose(1, "20210301").with("NHS_NUMBER", word);
        let folder = extract(&[patient(1)], &[row, influenza(&nhs(1))]);
        assert_eq!(ends(&folder), json!({"unlinkable": 1, "not_covid": 1}), "{word}");
    }
    // In a date too, but where a dose is withheld a mark is unknown.
    let row = dose(1, "NULL").with("RECORDED_DATE", "20210301").with("NOT_GIVEN", "NULL");
    assert_eq!(ends(&extract(&[patient(1)], &[row])), json!({"doses": 1, "date_repaired": 1}));
}

#[test]
fn codes_that_were_retired_or_came_later_are_known() {
    for code in ["1156257007", "90640007", "840534001"] {
        assert_eq!(ends(&extract(&[patient(1)], &[coded("20210301", code, "")])), json!({"doses": 1}), "{code}");
    }
    let found = facts(&extract(&[patient(1)], &[coded("20210301", "1156270003", "")]));
    assert!(found.assessment.declined_on.is_some());
}

#[test]
fn rounded_codes_are_a_doubt_and_hold_their_person() {
    for code in ["1324681000000100", "1.32468E+15", "12345", "x", "01324681000000101", "1324681000000101000"] {
        let found = facts(&extract(&[patient(1)], &[coded("20210301", code, "")]));
        assert_eq!(found.findings, [(DoubtId::CodesDamaged, Consequence::Review, 1, 1)], "{code}");
        assert_eq!(found.in_force, [DoubtId::CodesDamaged], "{code}");
        assert!(found.said.contains("VACCINATION_PROCEDURE_CODE: 1") && found.said.contains("row 2"), "{}", found.said);
    }
    for row in [
        coded("20210301", "", "39115611000001100"),
        coded("20210301", "", "").with("VACCINATION_SITUATION_CODE", "1324721000000100"),
        coded("20210301", "", "").with("REASON_NOT_GIVEN_CODE", "1324721000000100"),
    ] {
        let folder = extract(&[patient(1)], &[row]);
        assert_eq!(ends(&folder), json!({"not_covid": 1}));
        assert_eq!(facts(&folder).in_force, [DoubtId::CodesDamaged]);
    }
}

#[test]
fn a_damaged_code_beside_a_known_one_is_a_note_and_holds_nobody_back() {
    let row = coded("20210301", "1324681000000100", PFIZER);
    let folder = extract(&[patient(1)], &[row]);
    assert_eq!(ends(&folder), json!({"doses": 1}));
    assert_eq!(facts(&folder).findings, [(DoubtId::CodesDamaged, Consequence::Note, 1, 1)]);
    assert_eq!(facts(&folder).in_force, []);
    // Another that is sound and not COVID-19's takes nothing of the doubt away.
    assert_eq!(facts(&extract(&[patient(1)], &[coded("20210301", "1324681000000100", FLU)])).in_force.len(), 1);
}

#[test]
fn damage_that_can_hide_no_covid_dose_is_no_doubt() {
    let damaged = |date: &str, term: &str| {
        let row = coded(date, "1324681000000100", "").with("VACCINATION_PROCEDURE_TERM", term);
        facts(&extract(&[patient(1)], &[row])).doubts.iter().map(|doubt| doubt.id).collect::<Vec<_>>()
    };
    assert_eq!(damaged("20200422", ""), []);
    assert_eq!(damaged("20200423", ""), [DoubtId::CodesDamaged]);
    assert_eq!(damaged("never", ""), [DoubtId::CodesDamaged]);
    assert_eq!(damaged("", "NULL"), [DoubtId::CodesDamaged]);
    assert_eq!(damaged("20210301", "Influenza vaccination"), []);
    assert_eq!(damaged("20210301", "SARS-CoV-2 vaccination"), [DoubtId::CodesDamaged, DoubtId::CodesUnknownCovid]);
}

#[test]
fn more_than_one_row_in_a_hundred_makes_damage_unsafe() {
    let damaged = || {
        doses(1, &["20210301", "20210302", "20210303"])
            .into_iter()
            .map(|row| row.with("VACCINATION_PROCEDURE_CODE", "1324681000000100").with("VACCINE_PRODUCT_CODE", ""))
    };
    let found = |count| facts(&extract(&[patient(1)], &damaged().chain(others(count)).collect::<Vec<_>>())).findings;
    assert_eq!(found(297), [(DoubtId::CodesDamaged, Consequence::Review, 3, 300)]);
    assert_eq!(found(296), [(DoubtId::CodesDamaged, Consequence::Unsafe, 3, 299)]);
}

#[test]
fn only_rows_of_ones_own_people_are_counted_and_no_deletions() {
    let strange = coded("20210301", "1324681000000100", "").with("NHS_NUMBER", nhs(9));
    let deletion = coded("20210301", "1324681000000100", "").with("ACTION_FLAG", "DELETE");
    let dead = coded("20210301", "1324681000000100", "").with("NHS_NUMBER", nhs(2));
    let people = [patient(1), patient(2).with("Date of death", "01/01/2022")];
    let found = facts(&extract(&people, &[strange, deletion, dead, dose(1, "20210301")]));
    assert_eq!(found.findings, [(DoubtId::CodesDamaged, Consequence::Review, 1, 2)]);
    assert_eq!(found.doubts, []);
}

#[test]
fn unknown_codes_that_words_call_covid_are_a_doubt() {
    for heading in
        ["VACCINATION_PROCEDURE_TERM", "VACCINE_PRODUCT_TERM", "VACCINATION_SITUATION_TERM", "REASON_NOT_GIVEN_TERM"]
    {
        let row = coded("20251005", FLU, "").with(heading, "COMIRNATY lp.8.1 30micrograms");
        let found = facts(&extract(&[patient(1)], &[row]));
        assert_eq!(found.findings, [(DoubtId::CodesUnknownCovid, Consequence::Review, 1, 1)], "{heading}");
        assert_eq!(found.doubts[0].code, Some(822_851_000_000_102));
    }
    // Where cells have moved, the words stand in the column of a code.
    let moved = coded("20210301", "SARS-CoV-2 vaccination (procedure)", "1").with("VACCINATION_PROCEDURE_TERM", "1");
    let found = facts(&extract(&[patient(1)], &[moved])).in_force;
    assert_eq!(found, [DoubtId::CodesDamaged, DoubtId::CodesUnknownCovid]);
    // A company makes influenza vaccines too; and a known code decides.
    let flu = coded("20210301", FLU, "").with("VACCINE_PRODUCT_TERM", "Influenza vaccine (Pfizer Ltd)");
    let known = coded("20210601", DOSE1, "").with("VACCINE_PRODUCT_TERM", "COVID-19 vaccine");
    assert_eq!(facts(&extract(&[patient(1)], &[flu, known])).findings, []);
}
