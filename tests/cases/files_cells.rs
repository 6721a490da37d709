//! Cells that programs fill on their way: null words, decorated and rounded
//! codes, sentinel dates, other forms of dates.

use super::told::{
    changed, events, figures, is_doubted, is_plain, is_refused, patients, plain, with_events, with_patients,
};
use crate::books::of_csv;
use crate::data::{DOSE1, PFIZER, booked, csv, on, pipes, report};

#[test]
fn null_for_every_blank_of_an_event_file() {
    let blank = |_, row: crate::data::Row| {
        ["NOT_GIVEN", "VACCINATION_SITUATION_CODE", "REASON_NOT_GIVEN_CODE"]
            .into_iter()
            .fold(row, |row, heading| row.with(heading, "NULL"))
    };
    is_plain(&with_events(blank), &[]);
}

#[test]
fn na_for_no_reason_for_removal_and_null_for_no_date_of_death() {
    is_plain(&with_patients(|place, row| if place == 11 { row } else { row.with("RfR", "NA") }), &[]);
    is_plain(&with_patients(|place, row| if place == 10 { row } else { row.with("Date of death", "NULL") }), &[]);
}

#[test]
fn nought_in_a_workbook_where_a_lookup_found_nothing() {
    let rows = changed(patients(), |place, row| if place == 11 { row } else { row.with("RfR", "0") });
    is_plain(&plain().with("patients.csv", of_csv(&csv(&rows))), &[]);
}

#[test]
fn the_last_day_of_the_calendar_as_the_date_of_death_of_the_living() {
    let folder = with_patients(|place, row| if place == 10 { row } else { row.with("Date of death", "9999-12-31") });
    assert_eq!(booked(&folder, &[]), booked(&plain(), &[]));
    assert!(!booked(&plain(), &[]).is_empty());
}

#[test]
fn codes_as_numbers_with_a_fraction_or_behind_an_apostrophe() {
    let decorated = |code: fn(&str) -> String| {
        with_events(move |_, row| {
            row.with("VACCINATION_PROCEDURE_CODE", code(DOSE1)).with("VACCINE_PRODUCT_CODE", code(PFIZER))
        })
    };
    is_plain(&decorated(|code| format!("{code}.0")), &[]);
    is_plain(&decorated(|code| format!("'{code}")), &[]);
}

#[test]
fn codes_of_which_a_spreadsheet_kept_fifteen_digits() {
    let folder = with_events(|_, row| {
        row.with("VACCINATION_PROCEDURE_CODE", "1324681000000100").with("VACCINE_PRODUCT_CODE", "39115611000001100")
    });
    is_doubted(&folder, &[], "codes-damaged");
}

#[test]
fn nhs_numbers_as_powers_of_ten() {
    let folder = with_events(|_, row| row.with("NHS_NUMBER", "9.99E+09"));
    is_refused(&folder, &[], 5, "no vaccination row is of anybody in scope");
    let list = "NHS Number,immunosuppressed_reason\n".to_owned() + &"9.99E+09,transplant\n".repeat(4);
    is_doubted(&plain().with("list.csv", list), &[], "list-unmatched");
}

#[test]
fn event_dates_with_full_stops() {
    let dotted = |place: usize, row: crate::data::Row| {
        row.with("DATE_AND_TIME", if place < 12 { "01.03.2021" } else { "01.06.2021" })
    };
    is_doubted(&with_events(dotted), &[], "dates-repaired");
}

#[test]
fn births_as_instants_in_utc_and_dates_with_the_year_first() {
    let born = |cell: &'static str| with_patients(move |_, row| row.with("Date of Birth", cell));
    let list = |folder: &crate::harness::Folder| report(folder, "patients", &["--list"])["tables"].clone();
    assert_eq!(list(&born("1970-05-31T23:00:00.000Z")), list(&plain()));
    is_plain(&born("1970/06/01"), &[]);
    // At eleven in the evening of a winter's day no day begins in London: other clocks made it.
    is_doubted(&born("1970-12-28T22:30:00.000Z"), &[], "words-unknown");
    let slashed = |place: usize, row: crate::data::Row| {
        row.with("DATE_AND_TIME", if place < 12 { "2021/03/01" } else { "2021/06/01" })
    };
    is_plain(&with_events(slashed), &[]);
}

#[test]
fn genders_as_numbers_with_a_fraction() {
    let folder = with_patients(|place, row| row.with("Gender", if place % 2 == 0 { "1.0" } else { "2.0" }));
    is_plain(&folder, &["--by", "gender"]);
    assert_ne!(
        figures(&plain(), &["--by", "gender"]),
        figures(&with_patients(|_, row| row.with("Gender", "")), &["--by", "gender"])
    );
}

#[test]
fn a_file_that_stops_within_its_last_row() {
    let text = pipes(&events());
    let folder = plain().with("vaccinations.csv", &text[..text.len() - 30]);
    is_refused(&folder, &[], 5, "cut off");
    on(&folder, "check", &[]).ended(5);
}
