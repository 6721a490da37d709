//! What a workbook holds is what JSON says, cell by cell, as what it is.

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use std::io::Cursor;

use super::parts::Parts;
use super::{REPORTS, on_samples, written};

/// The cells of a sheet from A1.
pub fn cells(bytes: &[u8], sheet: &str) -> calamine::Range<Data> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheet_range(sheet).unwrap()
}

/// Whether a cell is what JSON says, as a cell of its kind.
pub fn is_same(cell: &Data, value: &Value, kind: &str) -> bool {
    match (value, kind) {
        // A group that is blank in JSON has a label here.
        (Value::Null, "code") if matches!(cell, Data::String(text) if text == "not known") => true,
        (Value::Null, _) => matches!(cell, Data::Empty) || matches!(cell, Data::String(text) if text.is_empty()),
        // Doses of before the first week stand in one row.
        (Value::String(text), "date") if text == "earlier" => matches!(cell, Data::String(found) if found == text),
        (Value::String(text), "date") => match cell {
            Data::DateTime(date) => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}") == *text
            }
            _ => false,
        },
        (Value::String(text), _) => matches!(cell, Data::String(found) if found == text),
        (Value::Number(number), _) => {
            matches!(cell, Data::Float(found) if found.to_bits() == number.as_f64().unwrap().to_bits())
        }
        _ => false,
    }
}

#[test]
fn every_cell_is_what_json_says() {
    let (mut dates, mut numbers, mut codes) = (0, 0, 0);
    for command in REPORTS {
        let json = on_samples(command, &["--format", "json"]).ended(0).json();
        let bytes = written(command);
        let names = Parts::of(&bytes).sheets();
        let tables = json["tables"].as_array().unwrap();
        assert_eq!(names.len(), tables.len() + 1, "{command}: {names:?}");
        assert_eq!(names.last().unwrap(), "About");
        for (table, name) in tables.iter().zip(&names) {
            let sheet = cells(&bytes, name);
            let columns = table["columns"].as_array().unwrap();
            let header: Vec<&str> = columns.iter().map(|column| column["label"].as_str().unwrap()).collect();
            for (place, label) in (0..).zip(&header) {
                assert_eq!(sheet.get_value((0, place)).unwrap().to_string(), *label, "{command}, {name}");
            }
            let rows = table["rows"].as_array().unwrap();
            for (row, values) in (1..).zip(rows) {
                for (place, column) in (0..).zip(columns) {
                    let value = &values[column["key"].as_str().unwrap()];
                    let kind = column["kind"].as_str().unwrap();
                    let cell = sheet.get_value((row, place)).unwrap_or(&Data::Empty);
                    assert!(is_same(cell, value, kind), "{command}, {name}, row {row}: {cell:?} for {value} ({kind})");
                    dates += u32::from(kind == "date" && !value.is_null());
                    numbers += u32::from(value.is_number());
                    codes += u32::from(kind == "code" && !value.is_null());
                }
            }
            // The totals stand in the row below, outside the table.
            let below = u32::try_from(rows.len()).unwrap() + 1;
            match table["totals"].as_object() {
                Some(totals) => {
                    assert_eq!(sheet.get_value((below, 0)).unwrap().to_string(), "Total", "{command}, {name}");
                    for (place, column) in (0..).zip(columns) {
                        if let Some(total) = totals.get(column["key"].as_str().unwrap()) {
                            let cell = sheet.get_value((below, place)).unwrap();
                            let kind = column["kind"].as_str().unwrap();
                            assert!(is_same(cell, total, kind), "{command}, {name}: {cell:?} for {total}");
                        }
                    }
                }
                None => assert!(sheet.get_value((below, 0)).is_none_or(|cell| *cell == Data::Empty), "{command}"),
            }
        }
    }
    assert!(dates > 500 && numbers > 1_000 && codes > 1_000, "{dates} dates, {numbers} numbers, {codes} codes");
}

#[test]
fn nhs_numbers_and_phones_are_text_and_dates_are_dates() {
    let bytes = written("patients --list --columns nhs_number,mobile,date_of_birth,days_overdue,last_dose_date");
    let sheet = cells(&bytes, "List");
    let mut seen = [0; 3];
    for row in sheet.rows().skip(1) {
        assert!(matches!(&row[0], Data::String(number) if number.len() == 10 && number.starts_with("999")));
        seen[0] += u32::from(matches!(&row[1], Data::String(phone) if phone.starts_with('0')));
        seen[1] += u32::from(matches!(row[2], Data::DateTime(_)));
        seen[2] += u32::from(matches!(row[4], Data::DateTime(_)));
        assert!(matches!(row[1], Data::String(_) | Data::Empty) && matches!(row[4], Data::DateTime(_) | Data::Empty));
    }
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for command in ["uptake", "second-dose --list", "dashboard --with-patients"] {
        assert!(written(command) == written(command), "{command}");
    }
}

#[test]
fn what_was_chosen_and_read_is_on_the_last_sheet() {
    let bytes = written("uptake --cohort 6 --by age");
    let about = cells(&bytes, "About");
    let rows: Vec<String> =
        about.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    for line in [
        "Subject|Item|What to know",
        "Report|As at|11/05/2022",
        "Report|Data last refreshed|11/05/2022 05:10 GMT",
        "Report|Organisation|Marl PCN 1 (UQ0001)",
        "Chosen|cohort|6",
        "Chosen|by|age",
        "Left out of every count|Deceased|20",
        "Input file|patients.csv|patients · 2023 rows",
    ] {
        assert!(rows.iter().any(|row| row == line), "no {line} in {rows:#?}");
    }
    let sums = rows.iter().filter(|row| row.starts_with("Input file, SHA-256|")).count();
    assert_eq!(sums, 10);
}
