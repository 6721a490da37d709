//! UPDATE and DELETE, within a file and across files in the order of time.

use serde_json::json;

use super::{deletion, ends, record, told};
use crate::data::{
    Row, buckets, checked, column, csv, dose, extract, nhs, no_events, on, patient, pipes, remarks, report, row,
};
use crate::harness::Folder;

/// Two patients, and files by name, each with some rows.
fn files(files: &[(&str, Vec<Row>)]) -> Folder {
    let empty = extract(&[patient(1), patient(2)], &[]).with("vaccinations.csv", no_events());
    files.iter().fold(empty, |folder, (name, rows)| folder.with(name, pipes(rows)))
}

const MONDAY: &str = "COVID_Vaccinations_v5_YGM41_20220509T07000001.csv";
const TUESDAY: &str = "COVID_Vaccinations_v5_YGM41_20220510T07000001.csv";

#[test]
fn a_later_file_takes_back_what_an_earlier_one_said() {
    let folder = files(&[(TUESDAY, vec![deletion("a")]), (MONDAY, vec![record(1, "a", "NEW", "20210301")])]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "delete_instructions": 1}));
    assert_eq!(told(&folder, 1), ["replaced"]);
}

#[test]
fn an_earlier_file_takes_nothing_back_from_a_later_one() {
    let folder = files(&[(MONDAY, vec![deletion("a")]), (TUESDAY, vec![record(1, "a", "NEW", "20210301")])]);
    assert_eq!(ends(&folder), json!({"doses": 1, "delete_instructions": 1}));
}

#[test]
fn a_file_without_a_time_comes_before_those_with_one() {
    let folder = files(&[("zz.csv", vec![deletion("a")]), (MONDAY, vec![record(1, "a", "NEW", "20210301")])]);
    assert_eq!(ends(&folder), json!({"doses": 1, "delete_instructions": 1}));
    let folder = files(&[("zz.csv", vec![record(1, "a", "NEW", "20210301")]), (MONDAY, vec![deletion("a")])]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "delete_instructions": 1}));
}

#[test]
fn times_are_compared_as_instants() {
    // 07:30 in summer time is 06:30 GMT: before 07:00 GMT of another supplier.
    let summer = "COVID_Vaccinations_v5_YGA_20220509T07300001.csv";
    let gmt = "COVID_Vaccinations_v5_X26_20220509T07000000.csv";
    let folder = files(&[(summer, vec![record(1, "a", "NEW", "20210301")]), (gmt, vec![deletion("a")])]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "delete_instructions": 1}));
}

#[test]
fn within_a_file_the_row_counts() {
    let before = files(&[(MONDAY, vec![deletion("a"), record(1, "a", "NEW", "20210301")])]);
    assert_eq!(ends(&before), json!({"doses": 1, "delete_instructions": 1}));
    let after = files(&[(MONDAY, vec![record(1, "a", "NEW", "20210301"), deletion("a")])]);
    assert_eq!(ends(&after), json!({"replaced": 1, "delete_instructions": 1}));
}

#[test]
fn the_last_update_stands() {
    let rows = vec![
        record(1, "a", "NEW", "20210301"),
        record(1, "a", "UPDATE", "20210302"),
        record(1, "a", "update", "20210303"),
    ];
    let folder = files(&[(MONDAY, rows)]);
    assert_eq!(ends(&folder), json!({"replaced": 2, "doses": 1}));
    let history = report(&folder, "history", &[&nhs(1)]);
    assert_eq!(row(&history, "history", "counted", "yes")["date"], "2021-03-03");
}

#[test]
fn an_update_of_nothing_is_a_record_of_its_own() {
    assert_eq!(ends(&files(&[(MONDAY, vec![record(1, "a", "UPDATE", "20210301")])])), json!({"doses": 1}));
}

#[test]
fn a_record_deleted_and_sent_anew_counts() {
    let rows = vec![record(1, "a", "NEW", "20210301"), deletion("a"), record(1, "a", "NEW", "20210301")];
    assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"replaced": 1, "delete_instructions": 1, "doses": 1}));
}

#[test]
fn an_update_moves_a_record_to_the_right_person() {
    let folder = files(&[
        (MONDAY, vec![record(1, "a", "NEW", "20210301")]),
        (TUESDAY, vec![record(2, "a", "UPDATE", "20210301")]),
    ]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "doses": 1}));
    assert_eq!((told(&folder, 1), told(&folder, 2)), (vec![json!("replaced")], vec![json!("yes")]));
}

#[test]
fn an_update_moves_a_record_to_somebody_elses_patient() {
    let folder = files(&[(MONDAY, vec![record(1, "a", "NEW", "20210301"), record(9, "a", "UPDATE", "20210301")])]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "other_people": 1}));
}

#[test]
fn an_update_without_a_number_takes_the_record_away_and_check_says_so() {
    let lost = record(1, "a", "UPDATE", "20210301").with("NHS_NUMBER", "");
    let folder = files(&[(MONDAY, vec![record(1, "a", "NEW", "20210301"), lost])]);
    assert_eq!(ends(&folder), json!({"replaced": 1, "unlinkable": 1}));
    let found = checked(&folder, &[]);
    let issue = row(&found, "issues", "rows", 1);
    assert!(issue["text"].as_str().unwrap().contains("UPDATE"), "{issue}");
}

#[test]
fn an_identity_has_two_parts_trimmed_and_both_filled() {
    let rows = |uri: &str, id: &str| {
        vec![record(1, "a", "NEW", "20210301"), deletion("a").with("UNIQUE_ID_URI", uri).with("UNIQUE_ID", id)]
    };
    for (uri, id, replaced) in [
        (" https://supplier.example.org/vacc ", " a\u{a0}", true),
        ("https://other.example.org/vacc", "a", false),
        ("https://supplier.example.org/vacc", "A", false),
        ("", "a", false),
        ("https://supplier.example.org/vacc", "", false),
    ] {
        let expected = if replaced {
            json!({"delete_instructions": 1, "replaced": 1})
        } else {
            json!({"delete_instructions": 1, "doses": 1})
        };
        assert_eq!(ends(&files(&[(MONDAY, rows(uri, id))])), expected, "{uri} {id}");
    }
    // Two records without a number are not one record.
    let blank = |date| record(1, "", "NEW", date);
    assert_eq!(ends(&files(&[(MONDAY, vec![blank("20210301"), blank("20210601"), deletion("")])]))["doses"], 2);
}

#[test]
fn the_parts_of_an_identity_do_not_run_together() {
    let one = record(1, "bc", "NEW", "20210301").with("UNIQUE_ID_URI", "a");
    let other = deletion("c").with("UNIQUE_ID_URI", "ab");
    assert_eq!(ends(&files(&[(MONDAY, vec![one, other])])), json!({"delete_instructions": 1, "doses": 1}));
}

#[test]
fn a_repeated_new_replaces_nothing_and_another_date_is_worth_a_warning() {
    let again =
        files(&[(MONDAY, vec![record(1, "a", "NEW", "20210301")]), (TUESDAY, vec![record(1, "a", "NEW", "20210601")])]);
    assert_eq!(ends(&again), json!({"doses": 2}));
    assert!(remarks(&checked(&again, &[])).contains("NEW again"), "{}", remarks(&checked(&again, &[])));
    let same =
        files(&[(MONDAY, vec![record(1, "a", "NEW", "20210301")]), (TUESDAY, vec![record(1, "a", "NEW", "20210301")])]);
    assert_eq!(ends(&same), json!({"doses": 1, "duplicates": 1}));
    assert!(!remarks(&checked(&same, &[])).contains("NEW again"));
    on(&again, "check", &[]).ended(0);
}

#[test]
fn actions_are_words_in_any_case() {
    for action in ["NEW", "new", "New", "", " NEW ", "N", "add", "NULL", "n/a"] {
        let rows = vec![record(1, "a", action, "20210301"), record(1, "a", action, "20210601")];
        assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"doses": 2}), "{action:?}");
    }
    for action in ["update", "Update", " UPDATE ", "U", "amend"] {
        let rows = vec![record(1, "a", "NEW", "20210301"), record(1, "a", action, "20210601")];
        assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"replaced": 1, "doses": 1}), "{action:?}");
    }
}

#[test]
fn a_deletion_is_a_word_too() {
    for action in ["DELETE", "Delete", "D", "d", "remove"] {
        let rows = vec![record(1, "a", "NEW", "20210301"), deletion("a").with("ACTION_FLAG", action)];
        assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"replaced": 1, "delete_instructions": 1}), "{action}");
    }
}

#[test]
fn any_other_action_is_no_dose_and_what_it_names_stands() {
    for action in ["VOID", "ERROR", "CREATE", "?", "-", "."] {
        let rows = vec![record(1, "a", "NEW", "20210301"), record(1, "a", action, "20210601")];
        assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"not_given": 1, "doses": 1}), "{action}");
    }
    // One that is not COVID-19 ends as such.
    let flu =
        record(1, "a", "VOID", "20210301").with("VACCINATION_PROCEDURE_CODE", "").with("VACCINE_PRODUCT_CODE", "");
    assert_eq!(ends(&files(&[(MONDAY, vec![flu])])), json!({"not_covid": 1}));
}

#[test]
fn an_identity_of_null_words_is_none() {
    let nameless = |row: Row| row.with("UNIQUE_ID", "NULL");
    let rows = vec![nameless(record(1, "a", "NEW", "20210301")), nameless(deletion("a"))];
    assert_eq!(ends(&files(&[(MONDAY, rows)])), json!({"delete_instructions": 1, "doses": 1}));
}

#[test]
fn a_file_without_an_action_column_is_all_new() {
    let text = csv(&[dose(1, "20210301")]).replace("ACTION_FLAG", "unused");
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", text);
    assert_eq!(ends(&folder), json!({"doses": 1}));
}

#[test]
fn a_replaced_row_is_replaced_whatever_it_was() {
    let flu = record(1, "a", "NEW", "never").with("VACCINATION_PROCEDURE_CODE", "1").with("VACCINE_PRODUCT_CODE", "");
    let folder = files(&[(MONDAY, vec![flu, record(1, "b", "NEW", "never"), deletion("a"), deletion("b")])]);
    assert_eq!(ends(&folder), json!({"delete_instructions": 2, "replaced": 2}));
    // A rejected row that was replaced is none of the rejected rows.
    let out = Folder::new();
    on(&folder, "check", &["--rejects", out.file("r.csv").to_str().unwrap()]).ended(0);
    assert_eq!(std::fs::read_to_string(out.file("r.csv")).unwrap(), "file,row,column,reason\n");
    let repaired = record(1, "c", "NEW", "").with("RECORDED_DATE", "20210301");
    let folder = files(&[(MONDAY, vec![repaired, deletion("c")])]);
    assert_eq!(
        buckets(&report(&folder, "uptake", &[]), "vaccinations"),
        json!({"delete_instructions": 1, "replaced": 1})
    );
}

#[test]
fn a_declined_record_that_was_taken_back_is_forgotten() {
    let declined = record(1, "a", "NEW", "20210301").with("VACCINATION_PROCEDURE_CODE", crate::data::DECLINED);
    let folder = files(&[(MONDAY, vec![declined, deletion("a")])]);
    let detail = report(&folder, "uptake", &["--detail"]);
    assert_eq!(column(&detail, "detail", "declined")[0], 0);
    assert_eq!(column(&detail, "detail", "unvaccinated")[0], 2);
}
