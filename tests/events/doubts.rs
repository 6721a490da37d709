//! What is doubted of vaccination files, and of single rows of a person.

use serde_json::json;
use vaxdash::domain::{Consequence, DoubtId};

use super::{deletion, ends, facts, record};
use crate::data::{Row, dose, doses, doubts, extract, influenza, nhs, patient, pipes, report};
use crate::harness::Folder;

/// Doses of patient 1, each of another day.
fn many(count: u32) -> Vec<Row> {
    (0..count).map(|n| dose(1, &format!("2021{:02}{:02}", n / 28 % 12 + 1, n % 28 + 1))).collect()
}

fn with(rows: impl IntoIterator<Item = Row>, count: u32) -> Folder {
    extract(&[patient(1)], &rows.into_iter().chain(many(count)).collect::<Vec<_>>())
}

#[test]
fn rows_without_a_number_are_doubted_beyond_one_in_twenty() {
    let lost = || (0..3).map(|_| dose(1, "20210301").with("NHS_NUMBER", "9.99E+09"));
    assert_eq!(facts(&with(lost(), 57)).findings, []);
    assert_eq!(facts(&with(lost(), 56)).findings, [(DoubtId::RowsUnlinkable, Consequence::Unsafe, 3, 59)]);
    // DELETE rows, which may have no number, count on neither side.
    let deletions = (0..100).map(|n| deletion(&n.to_string()));
    assert_eq!(facts(&with(lost().chain(deletions), 57)).findings, []);
    let lost = (0..2).map(|_| dose(1, "").with("NHS_NUMBER", ""));
    assert_eq!(facts(&with(lost.chain([influenza(&nhs(1))]), 0)).findings.len(), 0);
}

#[test]
fn words_for_not_given_that_nobody_knows_mean_not_given() {
    for (word, end, is_unknown) in [
        ("Y", "not_given", false),
        ("not-done", "not_given", false),
        ("Not given", "not_given", false),
        ("given", "doses", false),
        ("completed", "doses", false),
        ("N/A", "doses", false),
        ("0", "doses", false),
        ("perhaps", "not_given", true),
        ("?", "not_given", true),
        ("-", "not_given", true),
    ] {
        let folder = extract(&[patient(1)], &[dose(1, "20210301").with("NOT_GIVEN", word)]);
        assert_eq!(ends(&folder), json!({end: 1}), "{word}");
        let expected = if is_unknown { vec![DoubtId::NotGivenUnknown] } else { vec![] };
        let found = facts(&folder);
        assert_eq!(found.in_force, expected, "{word}");
        assert_eq!(found.findings.len(), expected.len(), "{word}");
    }
}

#[test]
fn a_vaccination_file_without_a_column_says_what_then_cannot_be_known() {
    let whole = pipes(&[dose(1, "20210301")]);
    let others = whole.replace("ACTION_FLAG", "Field 9").replace("VACCINE_PRODUCT_CODE", "Field 10");
    // Another file has the columns.
    let folder = extract(&[patient(1)], &[dose(1, "20210601")]).with("others.csv", others);
    let found = doubts(&report(&folder, "uptake", &[]), "columns-absent");
    let of_file: Vec<_> = found.iter().filter(|doubt| doubt["file"] == "others.csv").collect();
    assert_eq!(of_file.len(), 1, "{found:?}");
    let what = of_file[0]["what"].as_str().unwrap();
    assert!(what.contains("action_flag (records that were corrected") && what.contains("product_code"), "{what}");
    assert!(
        !what.contains("procedure_code") && found.iter().all(|doubt| doubt["file"] != "vaccinations.csv"),
        "{what}"
    );
}

#[test]
fn an_unknown_action_is_doubted() {
    let found = facts(&extract(&[patient(1)], &[record(1, "a", "VOID", "20210301")]));
    assert_eq!(found.findings, [(DoubtId::ActionUnknown, Consequence::Review, 1, 1)]);
    assert_eq!(found.in_force, [DoubtId::ActionUnknown]);
    assert_eq!(found.doubts[0].date.map(|day| day.to_string()).as_deref(), Some("2021-03-01"));
}

#[test]
fn dates_that_reject_a_row_are_doubted() {
    for date in ["", "never", "01.03.2021x", "20200422"] {
        let found = facts(&extract(&[patient(1)], &[dose(1, date), dose(1, "20210301")]));
        assert_eq!(found.findings, [(DoubtId::DatesUnreadable, Consequence::Review, 1, 2)], "{date}");
        assert_eq!(found.in_force, [DoubtId::DatesUnreadable], "{date}");
    }
    // Only of rows that come as far: not of other vaccines, nor of what was not given.
    let flu = dose(1, "never").with("VACCINATION_PROCEDURE_CODE", "").with("VACCINE_PRODUCT_CODE", "");
    assert_eq!(facts(&extract(&[patient(1)], &[flu, dose(1, "never").with("NOT_GIVEN", "Y")])).findings, []);
    let unreadable = || doses(1, &["never", "x", "y"]);
    assert_eq!(facts(&with(unreadable(), 57)).findings, [(DoubtId::DatesUnreadable, Consequence::Review, 3, 60)]);
    assert_eq!(facts(&with(unreadable(), 56)).findings, [(DoubtId::DatesUnreadable, Consequence::Unsafe, 3, 59)]);
}

#[test]
fn recorded_dates_that_stand_in_are_doubted_beyond_one_in_twenty() {
    let repaired = || (0..3).map(|_| dose(1, "").with("RECORDED_DATE", "20211231"));
    assert_eq!(facts(&with(repaired(), 57)).findings, []);
    assert_eq!(facts(&with(repaired(), 56)).findings, [(DoubtId::DatesRepaired, Consequence::Unsafe, 3, 59)]);
}

#[test]
fn rows_not_given_are_doubted_beyond_half() {
    let refused = || (0..3).map(|_| dose(1, "20210301").with("NOT_GIVEN", "Y"));
    assert_eq!(facts(&with(refused(), 3)).findings, []);
    assert_eq!(facts(&with(refused(), 2)).findings, [(DoubtId::RowsNotGiven, Consequence::Unsafe, 3, 5)]);
}

#[test]
fn each_file_is_judged_for_itself() {
    let damaged = dose(1, "20210301").with("VACCINATION_PROCEDURE_CODE", "12345").with("VACCINE_PRODUCT_CODE", "");
    let folder = extract(&[patient(1)], &many(1))
        .with("b.csv", pipes(&[damaged.clone(), many(1).remove(0)]))
        .with("c.csv", pipes(&[damaged.clone(), damaged]));
    let review = |count| (DoubtId::CodesDamaged, Consequence::Review, count, 2);
    assert_eq!(facts(&folder).findings, [review(1), review(2)]);
}

#[test]
fn a_row_that_was_replaced_is_doubted_no_more() {
    let wrong = record(1, "a", "NEW", "never");
    assert_eq!(facts(&extract(&[patient(1)], std::slice::from_ref(&wrong))).in_force, [DoubtId::DatesUnreadable]);
    for right in [record(1, "a", "UPDATE", "20210301"), deletion("a")] {
        let found = facts(&extract(&[patient(1)], &[wrong.clone(), right]));
        assert_eq!((found.in_force, found.findings), (vec![], vec![]));
    }
}

#[test]
fn a_doubt_before_the_last_dose_is_a_note_only() {
    let doubted = |date: &str| dose(1, date).with("NOT_GIVEN", "perhaps");
    for (date, holds) in [("20210228", false), ("20210301", true), ("20210601", true), ("never", true)] {
        let found = facts(&extract(&[patient(1)], &[doubted(date), dose(1, "20210301")]));
        assert_eq!(found.doubts.len(), 1, "{date}");
        assert_eq!(!found.in_force.is_empty(), holds, "{date}");
    }
    // Where its own date cannot be read, the recorded one puts it in its place.
    let found =
        facts(&extract(&[patient(1)], &[doubted("never").with("RECORDED_DATE", "20210201"), dose(1, "20210301")]));
    assert_eq!((found.doubts.len(), found.in_force.len()), (1, 0));
}

#[test]
fn a_doubt_is_the_persons_own() {
    let other = dose(2, "20210301").with("NOT_GIVEN", "perhaps").with("NHS_NUMBER", nhs(2));
    let found = facts(&extract(&[patient(1), patient(2)], &[other, dose(1, "20210301")]));
    assert_eq!((found.doubts.len(), found.findings.len()), (0, 1));
}

#[test]
fn it_is_doubted_that_no_file_says_when_it_was_refreshed() {
    let says = |folder: &Folder| facts(folder).said.contains("refresh-unknown");
    let folder = extract(&[patient(1)], &many(1));
    assert!(says(&folder));
    let folder = folder.with("sources.csv", "source,last_refreshed\nPinnacle,11/05/2022\n");
    assert!(!says(&folder));
    let stamped =
        extract(&[patient(1)], &many(1)).with("COVID_Vaccinations_v5_YGA_20220511T07000001.csv", pipes(&many(1)));
    assert!(!says(&stamped));
}
