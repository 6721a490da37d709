//! Encodings, delimiters, line ends, quotes.

use serde_json::json;

use crate::data::{booked, buckets, checked, csv, delimited, doses, extract, input, nhs, on, patient, remarks, report};
use crate::harness::Folder;

/// A folder whose patients file has these bytes; patient 1 is due a second dose.
fn with_patients(bytes: impl AsRef<[u8]>) -> Folder {
    extract(&[], &doses(1, &["20210301"])).with("patients.csv", bytes)
}

/// The text of a file with patient 1 called this.
fn called(surname: &str) -> String {
    csv(&[patient(1).with("Surname", surname)])
}

/// What the booking file calls patient 1, and what `check` calls the encoding.
#[track_caller]
fn seen(folder: &Folder) -> (String, String) {
    let lines = booked(folder, &[]);
    let surname = lines[0].split(',').nth(2).unwrap().to_owned();
    (surname, input(&checked(folder, &[]), "patients.csv")["encoding"].as_str().unwrap().to_owned())
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let units = std::iter::once(0xFEFF_u16).chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn utf8_with_and_without_a_mark() {
    let name = ("Brontë".to_owned(), "UTF-8".to_owned());
    assert_eq!(seen(&with_patients(called("Brontë"))), name);
    assert_eq!(seen(&with_patients(format!("\u{feff}{}", called("Brontë")))), name);
}

#[test]
fn utf16_with_a_mark_either_way_round() {
    for little in [true, false] {
        let (surname, encoding) = seen(&with_patients(utf16(&called("Łęcka"), little)));
        assert_eq!(surname, "Łęcka");
        assert!(encoding.starts_with("UTF-16"), "{encoding}");
    }
}

#[test]
fn windows_1252() {
    // É, the euro sign and the typographic apostrophe of Windows.
    let bytes: Vec<u8> =
        called("@").bytes().flat_map(|byte| if byte == b'@' { vec![0xC9, 0x80, 0x92] } else { vec![byte] }).collect();
    assert_eq!(seen(&with_patients(bytes)), ("É€’".to_owned(), "Windows-1252".to_owned()));
}

#[test]
fn one_bad_byte_does_not_fail_a_file_of_utf8() {
    // Two valid characters against one bad byte, in the last row.
    let mut bytes = called("Brontë-Müller").into_bytes();
    let last = csv(&[patient(2).with("Surname", "X")]);
    bytes.extend(last.lines().nth(1).unwrap().replace('X', "Zo").into_bytes());
    let place = bytes.len() - 1;
    bytes.insert(place, 0xEB);
    let folder = with_patients(&bytes);
    let (surname, encoding) = seen(&folder);
    assert_eq!(surname, "Brontë-Müller");
    assert!(encoding.contains("UTF-8") && encoding.contains("1 bad"), "{encoding}");
    assert!(remarks(&checked(&folder, &[])).contains("U+FFFD"));
    assert_eq!(report(&folder, "uptake", &[])["reconciliation"]["patients"]["rows_read"], 2);
}

#[test]
fn half_is_not_more_than_half() {
    // One valid character, one bad byte: Windows-1252, in which the ë of UTF-8 reads as two characters.
    let text: Vec<u8> = called("Brontë@").bytes().map(|byte| if byte == b'@' { 0xEB } else { byte }).collect();
    assert_eq!(seen(&with_patients(text)), ("BrontÃ«ë".to_owned(), "Windows-1252".to_owned()));
}

#[test]
fn the_delimiter_is_found_and_named() {
    for (delimiter, name) in [('|', "pipe"), (',', "comma"), ('\t', "tab"), (';', "semicolon")] {
        // A name that holds the other delimiters.
        let other = if delimiter == ',' { "Fell|1;\t" } else { "Fell,1" };
        let folder = with_patients(delimited(&[patient(1).with("Surname", other)], delimiter));
        let found = checked(&folder, &[]);
        assert_eq!(buckets(&found, "patients"), json!({"patients": 1}), "{name}");
        assert_eq!(input(&found, "patients.csv")["delimiter"], name);
    }
}

#[test]
fn every_line_end_and_none_at_the_end() {
    let text = csv(&[patient(1), patient(2)]);
    for end in ["\n", "\r\n", "\r"] {
        let with_end = text.replace('\n', end);
        for bytes in [with_end.clone(), with_end.trim_end().to_owned()] {
            let report = report(&with_patients(&bytes), "uptake", &[]);
            assert_eq!(buckets(&report, "patients"), json!({"patients": 2}), "{end:?} {}", bytes.len());
        }
    }
}

#[test]
fn quoted_cells_hold_delimiters_quotes_and_line_breaks() {
    let rows =
        [patient(1).with("Forename", "Ann \"Nan\", née\nX").with("Title", "a,b"), patient(2).with("NHS Number", "1")];
    let out = Folder::new();
    let rejects = out.file("r.csv");
    let folder = with_patients(csv(&rows));
    on(&folder, "uptake", &["--rejects", rejects.to_str().unwrap()]).ended(0);
    // The line break inside the cell makes no row of a spreadsheet.
    assert_eq!(
        std::fs::read_to_string(rejects).unwrap().lines().nth(1).unwrap(),
        "patients.csv,3,NHS Number,not ten digits"
    );
}

#[test]
fn a_backslash_is_data() {
    assert_eq!(seen(&with_patients(called("O\\'Reilly"))).0, "O\\'Reilly");
}

#[test]
fn an_unclosed_quote_refuses_the_file_and_names_its_row() {
    let rows = [patient(1), patient(2), patient(3).with("Surname", "#"), patient(4)];
    for end in ["\n", "\r\n"] {
        let text = csv(&rows).replace('#', "\"open").replace('\n', end);
        let run = on(&with_patients(text), "uptake", &[]).ended(5);
        assert!(run.err.contains("patients.csv") && run.err.contains("row 4"), "{}", run.err);
        assert!(run.out.is_empty());
    }
}

#[test]
fn an_unclosed_quote_in_the_header_refuses_the_file() {
    let run = on(&with_patients(csv(&[patient(1)]).replacen("NHS Number", "\"NHS Number", 1)), "uptake", &[]).ended(5);
    assert!(run.err.contains("patients.csv") && run.err.contains("row 1"), "{}", run.err);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let utf16_without_mark: Vec<u8> = utf16(&called("x"), true).split_off(2);
    for bytes in [format!("{}\0", called("x")).into_bytes(), utf16_without_mark] {
        let folder = with_patients(bytes);
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("patients.csv") && run.err.contains("NUL"), "{}", run.err);
        assert_eq!(input(&checked(&folder, &[]), "patients.csv")["kind"], "refused");
    }
}

#[test]
fn a_line_without_end_is_refused_and_not_held_in_memory() {
    let mut bytes = csv(&[patient(1)]).into_bytes();
    bytes.extend(format!("{},", nhs(2)).into_bytes());
    bytes.extend(std::iter::repeat_n(b'x', 8 << 20));
    let run = on(&with_patients(bytes), "uptake", &[]).ended(5);
    assert!(run.err.contains("patients.csv") && run.err.contains("row 3"), "{}", run.err);
}

#[test]
fn a_truncated_file_is_refused_with_the_row_it_ends_in() {
    let text = csv(&[patient(1), patient(2)]);
    let cut = text.rfind(",07700").unwrap();
    let run = on(&with_patients(&text[..cut]), "uptake", &[]).ended(5);
    assert!(run.err.contains("ends within row 3"), "{}", run.err);
    // Its last line end alone is no loss.
    let report = report(&with_patients(text.trim_end()), "uptake", &[]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 2}));
}

#[test]
fn empty_files_are_of_no_known_kind() {
    for bytes in ["", "\n\n", "\u{feff}"] {
        let folder = extract(&[patient(1)], &[]).with("empty.csv", bytes);
        let found = checked(&folder, &[]);
        assert_eq!(input(&found, "empty.csv")["kind"], "unrecognised");
        assert!(input(&found, "empty.csv")["remark"].as_str().unwrap().contains("empty"), "{bytes:?}");
        on(&folder, "uptake", &[]).ended(0);
    }
}
