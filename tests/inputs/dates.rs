//! Dates as they are written, and files in US order.

use serde_json::json;

use crate::data::{Row, buckets, checked, column, dose, extract, input, nhs, on, patient, report, row};
use crate::harness::Folder;

/// A folder with patients of these birth dates, numbered from 1.
fn born(cells: &[&str]) -> Folder {
    let patients: Vec<Row> = (1..).zip(cells).map(|(n, cell)| patient(n).with("Date of Birth", *cell)).collect();
    extract(&patients, &[])
}

/// A folder whose first patient has events on these dates.
fn given(cells: &[&str]) -> Folder {
    let events: Vec<Row> = cells.iter().map(|cell| dose(1, cell)).collect();
    extract(&[patient(1)], &events)
}

/// The rejected rows as file,row,column,reason.
#[track_caller]
fn rejects(folder: &Folder) -> Vec<String> {
    let out = Folder::new();
    on(folder, "uptake", &["--rejects", out.file("r.csv").to_str().unwrap()]).ended(0);
    std::fs::read_to_string(out.file("r.csv")).unwrap().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn every_form_is_the_same_day() {
    for cell in [
        "20210305",
        "2021-03-05",
        "05/03/2021",
        "05-03-2021",
        "05-Mar-2021",
        "05-MAR-2021",
        "05 Mar 2021",
        "20210305T09300000",
        "20210305T09300001",
        "20210305T093000",
        "2021-03-05T09:30:00+00",
        "2021-03-05T09:30:00+01:00",
        "05/03/2021 09:30",
        "05/03/2021 09:30:15",
        "05 Mar 2021 09:30",
        "05-Mar-2021 09:30",
    ] {
        let history = report(&given(&[cell]), "history", &[&nhs(1)]);
        assert_eq!(column(&history, "history", "date"), ["2021-03-05"], "{cell}");
    }
}

#[test]
fn the_offset_never_moves_the_day() {
    // The first eight digits as written, though it was 23:30 of the day before in GMT.
    let history = report(&given(&["20210701T00300001"]), "history", &[&nhs(1)]);
    assert_eq!(column(&history, "history", "date"), ["2021-07-01"]);
}

#[test]
fn what_is_no_date_rejects_its_row() {
    for (cell, word) in [
        ("01/06/70", "two digits"),
        ("01-Jun-70", "two digits"),
        ("31/06/1970", "no such day"),
        ("19700631", "no such day"),
        ("1.6.1970", "not a date"),
        ("25720", "not a date"),
        ("June 1970", "not a date"),
        ("", "blank"),
    ] {
        let found = rejects(&born(&[cell, "01/06/1970"]));
        assert_eq!(found.len(), 1, "{cell}");
        assert!(found[0].starts_with("patients.csv,2,Date of Birth,") && found[0].contains(word), "{cell}: {found:?}");
        assert!(cell.is_empty() || !found[0].contains(cell), "the value is never shown: {found:?}");
    }
}

#[test]
fn a_file_in_us_order_is_refused_be_it_for_one_value() {
    for folder in [born(&["05/06/1970", "06/25/1970", "01/02/1980"]), born(&["05-06-1970", "06-25-1970"])] {
        let run = on(&folder, "uptake", &[]).ended(5);
        for word in ["patients.csv", "Date of Birth", "month first"] {
            assert!(run.err.contains(word), "{word}: {}", run.err);
        }
        assert!(run.out.is_empty() && !run.err.contains("25"), "{}", run.err);
        assert_eq!(input(&checked(&folder, &[]), "patients.csv")["kind"], "refused");
        on(&folder, "check", &[]).ended(5);
    }
}

#[test]
fn with_evidence_of_both_orders_only_the_impossible_values_are_rejected() {
    let folder = born(&["25/06/1970", "06/25/1970", "01/02/1980"]);
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 2, "rejected": 1}));
    let found = rejects(&folder);
    assert!(found[0].starts_with("patients.csv,3,Date of Birth,") && found[0].contains("month first"), "{found:?}");
}

#[test]
fn dates_that_can_be_read_one_way_only_are_no_evidence() {
    // Year first and month names: neither for nor against.
    let run =
        on(&born(&["1970-06-25", "25-Jun-1970", "25 Jun 1970", "19700625", "06/25/1970"]), "uptake", &[]).ended(5);
    assert!(run.err.contains("month first"), "{}", run.err);
    on(&born(&["1970-06-25", "06/05/1970"]), "uptake", &[]).ended(0);
}

#[test]
fn another_practices_rows_are_no_evidence() {
    let other = |cell: &str| patient(9).with("Practice code", "B82099").with("Date of Birth", cell);
    // Theirs prove US order, which is not ours to know …
    let folder = extract(&[patient(1).with("Date of Birth", "05/06/1970"), other("06/25/1970")], &[]);
    on(&folder, "uptake", &[]).ended(0);
    // … and theirs cannot prove that ours is day first.
    let folder = extract(&[patient(1).with("Date of Birth", "06/25/1970"), other("25/06/1970")], &[]);
    on(&folder, "uptake", &[]).ended(5);
}

#[test]
fn other_peoples_events_are_no_evidence() {
    let folder = |own: &str, other: &str| extract(&[patient(1)], &[dose(1, own), dose(9, other)]);
    on(&folder("05/06/2021", "06/25/2021"), "uptake", &[]).ended(0);
    let run = on(&folder("06/25/2021", "25/06/2021"), "uptake", &[]).ended(5);
    assert!(run.err.contains("vaccinations.csv") && run.err.contains("DATE_AND_TIME"), "{}", run.err);
}

#[test]
fn each_date_column_is_judged_by_itself() {
    for (column, folder) in [
        ("Date of death", extract(&[patient(1).with("Date of death", "02/25/2021")], &[])),
        ("RECORDED_DATE", extract(&[patient(1)], &[dose(1, "20210301").with("RECORDED_DATE", "02/25/2021")])),
    ] {
        // The other date columns are day first beyond doubt.
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains(column) && run.err.contains("month first"), "{}", run.err);
    }
    let list = |cell: &str| {
        extract(&[patient(1)], &[]).with("list.csv", format!("NHS Number,date_added\n{},{cell}\n", nhs(1)))
    };
    assert!(on(&list("02/25/2021"), "uptake", &[]).ended(5).err.contains("list.csv"));
    on(&list("25/02/2021"), "uptake", &[]).ended(0);
}

#[test]
fn refresh_times_in_us_order_refuse_the_sources_file() {
    let folder =
        |cell: &str| extract(&[patient(1)], &[]).with("sources.csv", format!("source,last refreshed\nEMIS,{cell}\n"));
    assert!(on(&folder("05/25/2022 07:00"), "uptake", &[]).ended(5).err.contains("sources.csv"));
    assert_eq!(report(&folder("10/05/2022 07:00"), "uptake", &[])["last_refreshed"], "2022-05-10T07:00:00Z");
}

#[test]
fn over_a_hundred_and_twenty_is_rejected_and_a_hundred_and_twenty_is_not() {
    // As at 11/05/2022: born 11/05/1901 is 121 that day, born 12/05/1901 still 120.
    let found = report(&born(&["12/05/1901", "11/05/1901"]), "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "rejected": 1}));
    let oldest = report(&born(&["12/05/1901"]), "uptake", &["--by", "age"]);
    assert_eq!(row(&oldest, "uptake", "age_band", "80+")["patients"], 1);
}

#[test]
fn leap_day_birthdays_fall_on_the_first_of_march() {
    let band = |as_at: &str| {
        let report = report(&born(&["29/02/2004"]), "uptake", &["--by", "age", "--as-at", as_at]);
        row(&report, "uptake", "patients", 1)["age_band"].clone()
    };
    assert_eq!(band("28/02/2022"), "16-17");
    assert_eq!(band("01/03/2022"), "18-24");
}
