//! Words outside a vocabulary: the reading that harms nobody.

use super::told::{figures, is_doubted, is_plain, plain, with_events, with_patients};
use crate::data::{Row, booked};
use crate::harness::Folder;

/// The patients with this word about text messages for half of them.
fn consenting(word: &'static str) -> Folder {
    with_patients(move |place, row| if place % 2 == 0 { row.with("sms_consent", word) } else { row })
}

#[test]
fn whoever_refused_gets_no_text() {
    let declined = booked(&consenting("declined"), &["--due-within", "14"]);
    for word in ["Refused", "Dissent", "Opt out"] {
        assert_eq!(booked(&consenting(word), &["--due-within", "14"]), declined, "{word}");
    }
    assert_ne!(booked(&plain(), &["--due-within", "14"]), declined);
}

/// The events with this cell in the rows of second doses.
fn second_doses(heading: &'static str, cell: &'static str) -> Folder {
    with_events(move |place, row| if place < 12 { row } else { row.with(heading, cell) })
}

#[test]
fn what_is_not_done_is_not_given() {
    assert_eq!(figures(&second_doses("NOT_GIVEN", "not-done"), &[]), figures(&second_doses("NOT_GIVEN", "TRUE"), &[]));
    let every = |cell: &'static str| with_events(move |_, row: Row| row.with("NOT_GIVEN", cell));
    is_doubted(&every("not-done"), &[], "rows-not-given");
    is_doubted(&second_doses("NOT_GIVEN", "perhaps"), &[], "not-given-unknown");
}

#[test]
fn a_dose_that_was_withdrawn_with_one_letter() {
    assert_eq!(figures(&second_doses("ACTION_FLAG", "D"), &[]), figures(&second_doses("ACTION_FLAG", "DELETE"), &[]));
    is_doubted(&second_doses("ACTION_FLAG", "VOID"), &[], "action-unknown");
}

#[test]
fn ethnic_groups_in_words() {
    let written = |cell: &'static str| with_patients(move |_, row| row.with("Ethnic Category", cell));
    let by = ["--by", "ethnicity"];
    for (words, code) in [("White British", "A"), ("Gypsy or Irish Traveller", "C"), ("Arab", "S")] {
        assert_eq!(figures(&written(words), &by), figures(&written(code), &by), "{words}");
    }
    is_plain(&written("Martian"), &by);
    is_doubted(&written("Martian"), &by, "words-unknown");
}
