//! Which sheet is read, where its rows begin, and what every kind of file
//! looks like as a workbook.

use rust_xlsxwriter::Workbook;
use serde_json::json;

use super::book;
use crate::books::{Parts, fill, inline, of_cells, of_csv, of_texts};
use crate::data::{
    PRACTICES, beside, booked, buckets, checked, column, csv, dose, doses, extract, input, nhs, on, patient, remarks,
    report,
};
use crate::harness::{Folder, vaxdash};

/// The practices, two patients and their events, all as workbooks.
fn all_books() -> Folder {
    Folder::new()
        .with("practices.xlsx", of_csv(PRACTICES))
        .with("patients.xlsx", book(&[patient(1), patient(2).with("Practice code", "A81002")]))
        .with("vaccinations.xlsx", book(&[doses(1, &["20210301", "20210601"]), doses(2, &["20210301"])].concat()))
}

#[test]
fn every_kind_of_file_may_be_a_workbook() {
    let folder = all_books()
        .with("sources.xlsx", of_csv("source,last refreshed\nEMIS,10/05/2022 07:00\n"))
        .with("listed.xlsx", of_csv(&format!("NHS Number,Data_Source\n{},x\n", nhs(2))));
    let found = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 2}));
    assert_eq!(buckets(&found, "vaccinations"), json!({"doses": 3}));
    assert_eq!(found["last_refreshed"], "2022-05-10T07:00:00Z");
    let found = report(&folder, "uptake", &["--immunosuppressed"]);
    assert_eq!(column(&found, "uptake", "patients"), [0, 1, 0]);
    for (name, kind) in [
        ("practices", "practices"),
        ("patients", "patients"),
        ("vaccinations", "vaccinations"),
        ("sources", "sources"),
        ("listed", "immunosuppressed"),
    ] {
        assert_eq!(input(&checked(&folder, &[]), &format!("{name}.xlsx"))["kind"], kind);
    }
}

#[test]
fn the_receipt_shows_the_sheet_and_the_digest_of_the_file() {
    let folder = all_books();
    let found = checked(&folder, &[]);
    let file = input(&found, "patients.xlsx");
    assert_eq!(file["encoding"], "workbook, sheet \"Sheet1\"");
    assert_eq!((&file["delimiter"], &file["rows"]), (&json!(null), &json!(2)));
    let input = &report(&folder, "uptake", &[])["inputs"][0];
    assert_eq!(input["sha256"].as_str().map(str::len), Some(64), "{input}");
}

#[test]
fn names_and_contact_details_are_read_from_a_workbook_too() {
    let as_text = extract(&[patient(1)], &doses(1, &["20210301"]));
    let as_book = extract(&[], &doses(1, &["20210301"])).with("patients.csv", book(&[patient(1)]));
    let lines = booked(&as_text, &[]);
    assert!(lines.len() == 1 && lines[0].contains("Fell1"), "{lines:?}");
    assert_eq!(booked(&as_book, &[]), lines);
}

#[test]
fn a_workbook_is_known_by_its_bytes_not_by_its_name() {
    let folder = extract(&[], &doses(1, &["20210301"])).with("patients.csv", book(&[patient(1)]));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
}

#[test]
fn people_invited_already_may_be_listed_in_a_workbook_on_any_sheet() {
    let folder = extract(&[patient(1), patient(2), patient(3)], &[1, 2, 3].map(|n| dose(n, "20210301")));
    let seen = Folder::new().with(
        "seen.xlsx",
        of_texts(
            &[
                ("Notes", "May and June\n"),
                ("May", &format!("Invited so far\n\nNHS Number,date_added\n{},01/05/2022\n", nhs(1))),
                ("June", &format!("NHS Number\n{}\n", nhs(3))),
            ],
            b',',
        ),
    );
    let path = seen.file("seen.xlsx");
    let lines = booked(&folder, &["--exclude", path.to_str().unwrap()]);
    assert!(lines.len() == 1 && lines[0].contains(&nhs(2)), "{lines:?}");
    // Or nothing but their numbers, one a row.
    let seen = Folder::new().with("seen.xlsx", of_csv(&format!("{}\n{}\n", nhs(1), nhs(2))));
    let lines = booked(&folder, &["--exclude", seen.file("seen.xlsx").to_str().unwrap()]);
    assert!(lines.len() == 1 && lines[0].contains(&nhs(3)), "{lines:?}");
}

#[test]
fn every_visible_sheet_of_people_or_events_is_a_file_of_its_own() {
    let folder = extract(&[], &doses(1, &["20210301"])).with(
        "patients.xlsx",
        of_texts(
            &[
                ("Read me", "This workbook\nholds patients\n"),
                ("Patients", &csv(&[patient(1)])),
                ("Old", &csv(&[patient(2)])),
                ("9990000018", &csv(&[patient(3)])),
                ("Events", &csv(&doses(2, &["20210301"]))),
                ("Lists", "Practice code\nA81003\n"),
            ],
            b',',
        ),
    );
    std::fs::remove_file(folder.file("patients.csv")).unwrap();
    let found = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 3}));
    assert_eq!(buckets(&found, "vaccinations"), json!({"doses": 2}));
    let found = checked(&folder, &[]);
    for (name, kind) in [("Patients", "patients"), ("Old", "patients"), ("Events", "vaccinations")] {
        assert_eq!(input(&found, &format!("patients.xlsx, sheet \"{name}\""))["kind"], kind);
    }
    let said = remarks(&found);
    assert!(said.contains("its sheet \\\"Lists\\\" (practices) is not read"), "{said}");
    assert!(said.contains("its sheet \\\"Read me\\\" is of no known kind"), "{said}");
    assert!(!found.to_string().contains("9990000018"), "{said}");
}

#[test]
fn two_sheets_of_one_part_refuse_the_workbook() {
    let parts = Parts::of_rows(&format!("<row>{}</row>", inline("NHS Number"))).changed(
        "xl/workbook.xml",
        "<sheets>",
        "<sheets><sheet name=\"S0\" sheetId=\"9\" r:id=\"rId1\"/>",
    );
    let run = on(&extract(&[patient(1)], &[]).with("more.xlsx", parts.packed()), "uptake", &[]).ended(5);
    assert!(run.err.contains("one and the same part"), "{}", run.err);
}

#[test]
fn a_sheet_may_be_asked_for_by_name() {
    let folder = extract(&[], &[doses(1, &["20210301"]), doses(3, &["20210301"])].concat()).with(
        "patients.xlsx",
        of_texts(&[("One", &csv(&[patient(1), patient(2)])), ("Two", &csv(&[patient(3)]))], b','),
    );
    std::fs::remove_file(folder.file("patients.csv")).unwrap();
    let patients = |args: &[&str]| buckets(&report(&folder, "uptake", args), "patients");
    assert_eq!(patients(&[]), json!({"patients": 3}));
    assert_eq!(patients(&["--sheet", "Two"]), json!({"patients": 1}));
    assert_eq!(patients(&["--sheet", " tWO "]), json!({"patients": 1}));
    let run = on(&folder, "uptake", &["--sheet", "Three"]).ended(5);
    for word in ["patients.xlsx", "\"Three\"", "\"One\", \"Two\""] {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
    // It is about the data: a practice list has a sheet of its own.
    let list = Folder::new().with("mine.xlsx", of_csv("Practice code\nA81001\n"));
    assert_eq!(
        patients(&["--sheet", "two", "--practices", list.file("mine.xlsx").to_str().unwrap()]),
        json!({"patients": 1})
    );
}

#[test]
fn the_names_of_sheets_are_not_shown_where_they_look_like_data() {
    let folder = extract(&[], &[]).with("x.xlsx", of_texts(&[("Ada 9990000018", &csv(&[patient(1)]))], b','));
    let run = on(&folder, "uptake", &["--sheet", "x"]).ended(5);
    assert!(run.err.contains("(name not shown)") && !run.err.contains("Ada"), "{}", run.err);
    let run = on(&folder, "check", &[]);
    assert!(!run.out.contains("Ada") && !run.out.contains("9990000018"), "{}", run.out);
}

#[test]
fn row_numbers_are_those_of_the_spreadsheet() {
    let bytes = of_cells(|sheet| {
        for (column, heading) in (1..).zip(["NHS Number", "Date of Birth", "Practice code"]) {
            sheet.write_string(3, column, heading).unwrap();
        }
        for (row, birth) in [(7, "01/02/1950"), (9, "never"), (99, "31/02/1950")] {
            sheet.write_string(row, 1, nhs(row)).unwrap();
            sheet.write_string(row, 2, birth).unwrap();
            sheet.write_string(row, 3, "A81001").unwrap();
        }
    });
    let folder = extract(&[], &doses(7, &["20210301"])).with("patients.xlsx", bytes);
    let rejects = folder.file("rejected.out");
    let found = report(&folder, "uptake", &["--rejects", rejects.to_str().unwrap()]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "rejected": 2}));
    let text = std::fs::read_to_string(rejects).unwrap();
    assert!(text.contains("patients.xlsx,10,Date of Birth") && text.contains("patients.xlsx,100,"), "{text}");
}

#[test]
fn lines_above_the_header_instructions_and_empty_rows_are_passed_over() {
    let text = format!(
        "List of patients,,\nLast Run,,,11/05/2022 07:30\n,Patient Details,\nNHS Number,Date of Birth,Practice code\n\
         Required,\"Required, DD/MM/YYYY\",Optional\n{},01/02/1950,A81001\n, ,\n{},01/02/1950,A81001,\n",
        nhs(1),
        nhs(2)
    );
    let folder = extract(&[], &[]).with("patients.csv", of_csv(&text));
    let found = checked(&folder, &[]);
    assert_eq!(input(&found, "patients.csv")["rows"], 2);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 2}));
    assert!(remarks(&found).contains("instruction row"));
    // The header must be within thirty rows, as in text.
    for (above, kind) in [(29, "patients"), (30, "unrecognised")] {
        let folder =
            extract(&[], &[]).with("more.xlsx", of_csv(&format!("{}{}", "a\n".repeat(above), csv(&[patient(1)]))));
        assert_eq!(input(&checked(&folder, &[]), "more.xlsx")["kind"], kind);
    }
}

#[test]
fn a_plain_list_of_codes_and_headings_with_line_breaks() {
    let list =
        |bytes| extract(&[patient(1), patient(2).with("Practice code", "A81002")], &[]).with("practices.csv", bytes);
    for text in ["A81001\nA81002\n", "\"Practice\ncode\",\"Practice\r\nname\"\nA81001,Abbey\nA81002,Bridge\n"] {
        let folder = list(of_csv(text));
        assert_eq!(column(&report(&folder, "uptake", &[]), "uptake", "practice_code"), ["A81001", "A81002"], "{text}");
    }
    on(&list(of_csv("A81001\nmine\n")), "uptake", &[]).ended(4);
}

#[test]
fn hidden_sheets_are_named_and_left_unless_they_are_asked_for() {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Now").unwrap(), csv(&[patient(1), patient(2)]).as_bytes(), b',');
    book.worksheet_from_index(0).unwrap().set_row_hidden(2).unwrap();
    let sheet = book.add_worksheet().set_name("Patients").unwrap();
    fill(sheet, csv(&[patient(3)]).as_bytes(), b',');
    sheet.set_hidden(true);
    let folder = extract(&[], &[]).with("patients.csv", book.save_to_buffer().unwrap());
    let found = report(&folder, "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 2}));
    let doubts = found["doubts"].as_array().unwrap();
    let hidden = doubts.iter().find(|doubt| doubt["id"] == "sheet-hidden").unwrap();
    assert!(hidden["what"].as_str().unwrap().contains("\"Patients\""), "{hidden}");
    assert!(remarks(&checked(&folder, &[])).contains("hidden rows"));
    let asked = checked(&folder, &["--sheet", "patients"]);
    assert_eq!(buckets(&asked, "patients"), json!({"patients": 1}));
    assert!(remarks(&asked).contains("sheet \\\"Patients\\\" is hidden, and was read"));
}

#[test]
fn a_workbook_of_no_known_kind_is_unrecognised_and_named() {
    let folder = extract(&[patient(1)], &[]).with("other.xlsx", of_csv("Fruit,Price\napple,3\n"));
    on(&folder, "uptake", &[]).ended(0);
    let found = on(&folder, "check", &["--format", "json"]).ended(3).json();
    let file = input(&found, "other.xlsx");
    assert_eq!(file["kind"], "unrecognised");
    assert!(file["remark"].as_str().unwrap().contains("none of its 2 headings is known"), "{file}");
    let empty = extract(&[patient(1)], &[]).with("other.xlsx", of_cells(|_| {}));
    assert!(input(&checked(&empty, &[]), "other.xlsx")["remark"].as_str().unwrap().contains("empty"));
}

#[test]
fn the_time_stamp_in_the_name_counts_for_workbooks_too() {
    let folder = extract(&[patient(1)], &[])
        .with("COVID_Vaccinations_v5_YGM41_20220510T22300000.xlsx", book(&doses(1, &["20210301"])));
    let found = vaxdash(&["uptake", "--data", folder.arg(), "--format", "json"]).ended(0).json();
    assert_eq!((&found["as_at"], &found["last_refreshed"]), (&json!("2022-05-10"), &json!("2022-05-10T22:30:00Z")));
}

#[test]
fn cells_without_places_and_rows_without_numbers_stand_where_they_come() {
    let rows = format!(
        "<row>{}{}{}</row><row/><row>{}<c><v>18000</v></c>{}</row>",
        inline("NHS Number"),
        inline("Date of Birth"),
        inline("Practice code"),
        inline(&nhs(1)),
        inline("A81001")
    );
    let folder = beside(extract(&[], &doses(99, &["20210301"])).with("patients.csv", Parts::of_rows(&rows).packed()));
    let rejects = folder.file("rejected.out");
    report(&folder, "uptake", &["--rejects", rejects.to_str().unwrap()]);
    // 18000 is a number, no date.
    assert!(std::fs::read_to_string(rejects).unwrap().contains("patients.csv,3,Date of Birth"));
}
