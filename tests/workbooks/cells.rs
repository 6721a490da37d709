//! What a typed cell is read as.

use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use serde_json::json;

use super::book;
use crate::books::{Parts, inline, of_cells, row};
use crate::data::{
    DOSE1, PFIZER, beside, buckets, buckets_beside, checked, column, dose, doses, extract, influenza, nhs, patient,
    pipes, remarks, report, row as line,
};
use crate::harness::Folder;

/// A folder whose patients are this workbook.
fn patients(bytes: Vec<u8>) -> Folder {
    extract(&[], &[]).with("patients.csv", bytes)
}

/// Writes headings and one patient's cells as text, but for one column.
fn patient_but(sheet: &mut Worksheet, column: u16, write: impl FnOnce(&mut Worksheet)) {
    let headings = ["NHS Number", "Date of Birth", "Practice code", "SENSITIVE_FLAG", "imd_decile", "DATE_OF_DEATH"];
    let number = nhs(1);
    for (place, (heading, cell)) in
        (0..).zip(headings.iter().zip([number.as_str(), "01/06/1970", "A81001", "", "", ""]))
    {
        sheet.write_string(0, place, *heading).unwrap();
        if place != column {
            sheet.write_string(1, place, cell).unwrap();
        }
    }
    write(sheet);
}

/// How the one patient of a workbook ends where one cell is written so.
#[track_caller]
fn ends(column: u16, write: impl FnOnce(&mut Worksheet)) -> (serde_json::Value, String) {
    let folder = with_bystander(patients(of_cells(|sheet| patient_but(sheet, column, write))));
    let rejects = folder.file("rejected.out");
    let found = report(&folder, "uptake", &["--rejects", rejects.to_str().unwrap()]);
    (buckets_beside(&found), std::fs::read_to_string(rejects).unwrap())
}

/// The folder with somebody who does not matter, and an event: without them there is no report.
fn with_bystander(folder: Folder) -> Folder {
    beside(folder).with("zz_events.csv", pipes(&[influenza(&nhs(99))]))
}

const ALIVE: &str = r#"{"patients":1}"#;

#[test]
fn nhs_numbers_as_numbers_must_be_ten_whole_digits() {
    let number: f64 = nhs(1).parse().unwrap();
    let end = |value: f64| {
        ends(0, |sheet| {
            sheet.write_number(1, 0, value).unwrap();
        })
    };
    assert_eq!(end(number).0.to_string(), ALIVE);
    for (value, reason) in [
        (number + 0.5, "not ten digits"),
        (990_000_018.0, "leading zero is lost"),
        (number * 1e6, "a spreadsheet has damaged this NHS number"),
        (number + 1.0, "check digit"),
    ] {
        let (buckets, rejects) = end(value);
        assert_eq!(buckets, json!({"rejected": 1}), "{value}");
        assert!(rejects.contains(reason), "{value}: {rejects}");
    }
    // As text they are what they are, marks and all.
    assert_eq!(
        ends(0, |sheet| {
            sheet.write_string(1, 0, "'999 000 0018").unwrap();
        })
        .0
        .to_string(),
        ALIVE
    );
}

/// The date of birth that a cell is read as: the age by it, as at 11/05/2022.
fn born(bytes: Vec<u8>) -> String {
    let folder = patients(bytes);
    let found = report(&folder, "uptake", &["--by", "age"]);
    let rows = crate::harness::table(&found, "uptake")["rows"].as_array().unwrap().clone();
    rows.iter()
        .find(|row| row["patients"] == 1)
        .map_or_else(String::new, |row| row["age_band"].as_str().unwrap().to_owned())
}

#[test]
fn dates_are_typed_cells_in_any_format_or_text() {
    for format in ["dd/mm/yyyy", "m/d/yy", "yyyy-mm-dd hh:mm", "[$-809]dd mmmm yyyy", "d-mmm-yy"] {
        let date = |sheet: &mut Worksheet| {
            // 10/05/1972: fifty years and one day before.
            sheet.write_number_with_format(1, 1, 26_429.0, &Format::new().set_num_format(format)).unwrap();
        };
        assert_eq!(born(of_cells(|sheet| patient_but(sheet, 1, date))), "50-54", "{format}");
    }
    for (text, band) in
        [("10/05/1972", "50-54"), ("12/05/1972", "45-49"), ("19720511", "50-54"), ("1972-05-12", "45-49")]
    {
        let write = |sheet: &mut Worksheet| {
            sheet.write_string(1, 1, text).unwrap();
        };
        assert_eq!(born(of_cells(|sheet| patient_but(sheet, 1, write))), band, "{text}");
    }
    // YYYYMMDD as a number is a date too; the serial number of a day without a date format is not.
    let number = |value| {
        move |sheet: &mut Worksheet| {
            sheet.write_number(1, 1, value).unwrap();
        }
    };
    assert_eq!(born(of_cells(|sheet| patient_but(sheet, 1, number(19_720_510.0)))), "50-54");
    assert_eq!(ends(1, number(26_429.0)).0, json!({"rejected": 1}));
}

const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

/// One patient born on the day of this serial number.
fn born_on(serial: &str, is_1904: bool) -> Vec<u8> {
    let rows = row(1, &[&inline("NHS Number"), &inline("Date of Birth"), &inline("Practice code")])
        + &row(2, &[&inline(&nhs(1)), &format!("<c s=\"1\"><v>{serial}</v></c>"), &inline("A81001")]);
    let parts = Parts::of_rows(&rows).with("xl/styles.xml", STYLES);
    if is_1904 { parts.changed("xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>") } else { parts }
        .packed()
}

#[test]
fn both_date_systems_count_their_own_days() {
    for (serial, is_1904, band) in [
        // 11/05/1972, fifty years before, and the day after.
        ("26430", false, "50-54"),
        ("26431", false, "45-49"),
        ("24968", true, "50-54"),
        ("24969", true, "45-49"),
        // The same number in the other system is four years and a day off.
        ("26430", true, "45-49"),
        // A time of day changes no date.
        ("26430.999", false, "50-54"),
    ] {
        assert_eq!(born(born_on(serial, is_1904)), band, "{serial} {is_1904}");
    }
    // The day that 1900 never had, a time of day alone, and numbers beyond the calendar.
    for serial in ["60", "0.5", "-1", "3000000", "1E+300"] {
        let found = report(&with_bystander(patients(born_on(serial, false))), "uptake", &[]);
        assert_eq!(buckets_beside(&found), json!({"rejected": 1}), "{serial}");
    }
}

#[test]
fn events_have_dates_and_times_as_typed_cells() {
    let bytes = of_cells(|sheet| {
        let format = Format::new().set_num_format("dd/mm/yyyy hh:mm");
        for (column, heading) in (0..).zip(["NHS_NUMBER", "DATE_AND_TIME", "VACCINE_PRODUCT_CODE"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        // A second before the end of 01/03/2021, then 13 and 14 days later by the date.
        for (row, serial) in [(1, 44_256.999_99), (2, 44_269.0), (3, 44_270.0)] {
            sheet.write_string(row, 0, nhs(1)).unwrap();
            sheet.write_number_with_format(row, 1, serial, &format).unwrap();
            sheet.write_string(row, 2, PFIZER).unwrap();
        }
    });
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", bytes);
    let found = report(&folder, "history", &[&nhs(1)]);
    assert_eq!(column(&found, "history", "date"), ["2021-03-01", "2021-03-14", "2021-03-15"]);
    assert_eq!(column(&found, "history", "counted"), ["yes", "duplicates", "yes"]);
}

#[test]
fn long_codes_as_numbers_are_refused_with_the_hint() {
    let bytes = of_cells(|sheet| {
        let headings = ["NHS_NUMBER", "DATE_AND_TIME", "VACCINATION_PROCEDURE_CODE", "VACCINE_PRODUCT_CODE"];
        for (column, heading) in (0..).zip(headings) {
            sheet.write_string(0, column, heading).unwrap();
        }
        let codes = |sheet: &mut Worksheet, row, procedure: &str, product: &str| {
            sheet.write_string(row, 0, nhs(1)).unwrap();
            sheet.write_string(row, 1, format!("2021{row:02}01")).unwrap();
            sheet.write_number(row, 2, procedure.parse::<f64>().unwrap()).unwrap();
            sheet.write_number(row, 3, product.parse::<f64>().unwrap()).unwrap();
        };
        codes(sheet, 1, DOSE1, PFIZER);
        codes(sheet, 2, "1324681000000100", PFIZER);
        // A short code survives as a number.
        codes(sheet, 3, "840534001", "39");
    });
    let folder = extract(&[patient(1)], &[]).with("vaccinations.csv", bytes);
    let found = checked(&folder, &[]);
    assert_eq!(buckets(&found, "vaccinations"), json!({"not_covid": 2, "doses": 1}));
    let said = remarks(&found);
    assert!(said.contains("VACCINATION_PROCEDURE_CODE") && said.contains("VACCINE_PRODUCT_CODE"), "{said}");
    assert!(said.contains("a spreadsheet has damaged"), "{said}");
    let text = extract(&[patient(1)], &[]).with("vaccinations.csv", book(&doses(1, &["20210101"])));
    assert_eq!(buckets(&report(&text, "uptake", &[]), "vaccinations"), json!({"doses": 1}));
}

#[test]
fn booleans_are_flags_and_errors_refuse_the_sheet() {
    let flag = |value| {
        ends(3, move |sheet| {
            sheet.write_boolean(1, 3, value).unwrap();
        })
        .0
        .to_string()
    };
    assert_eq!((flag(true).as_str(), flag(false).as_str()), (ALIVE, ALIVE));
    let restricted = |write: fn(&mut Worksheet)| {
        let list = "NHS Number,Date of Birth,Practice code,Mobile Telephone,SENSITIVE_FLAG\n";
        let bytes = of_cells(|sheet| {
            crate::books::fill(sheet, format!("{list}{},01/06/1970,A81001,07700900001\n", nhs(1)).as_bytes(), b',');
            write(sheet);
        });
        let folder = extract(&[], &[dose(1, "20210301")]).with("patients.csv", bytes);
        let missing = ["no-death-column", "no-removal-column", "no-consent-column"];
        crate::data::booked(&folder, &missing.map(|id| ["--accept", id]).concat()).len()
    };
    assert_eq!(
        restricted(|sheet| {
            sheet.write_boolean(1, 4, false).unwrap();
        }),
        1
    );
    assert_eq!(
        restricted(|sheet| {
            sheet.write_boolean(1, 4, true).unwrap();
        }),
        0
    );
    // What nobody can know refuses the sheet, with the cell, where its column is read.
    let error = |column: u16, cell: &str| {
        let mut cells = [inline(&nhs(1)), inline("01/06/1970"), inline("A81001"), inline(""), inline("3"), inline("")];
        cells[usize::from(column)] = cell.to_owned();
        let headings =
            ["NHS Number", "Date of Birth", "Practice code", "SENSITIVE_FLAG", "imd_decile", "DATE_OF_DEATH"];
        let headings = headings.map(inline);
        let rows = row(1, &headings.each_ref().map(String::as_str)) + &row(2, &cells.each_ref().map(String::as_str));
        crate::data::on(&patients(Parts::of_rows(&rows).packed()), "uptake", &[])
    };
    for (column, cell, place) in [
        (5, "<c t=\"e\"><v>#N/A</v></c>", "cell F2"),
        (0, "<c t=\"e\"><v>#N/A</v></c>", "cell A2"),
        (1, "<c t=\"e\"><v>#REF!</v></c>", "cell B2"),
        (4, "<c t=\"e\"><v>#DIV/0!</v></c>", "cell E2"),
        (5, "<c t=\"e\"><v>#SPILL!</v></c>", "cell F2"),
        (2, "<c t=\"e\"><f>A2</f><v>#CALC!</v></c>", "cell C2"),
        (5, "<c><f>A2</f></c>", "cell F2"),
        (5, "<c><f>A2</f><v></v></c>", "cell F2"),
        (5, "<c t=\"str\"><f>A2</f></c>", "cell F2"),
        (5, "<c t=\"str\"><v><![CDATA[2022-05-01]]></v></c>", "cell F2"),
        (5, "<c t=\"inlineStr\"><is><t><![CDATA[2022-05-01]]></t></is></c>", "cell F2"),
    ] {
        let run = error(column, cell).ended(5);
        assert!(run.err.contains(place) && run.err.contains("open it in Excel and save it"), "{cell}: {}", run.err);
    }
    // A formula that left an empty text is blank, and a column that is not read may hold anything.
    error(5, "<c t=\"str\"><f>A2</f><v></v></c>").ended(0);
    let header =
        row(1, &[&inline("NHS Number"), &inline("Date of Birth"), &inline("Practice code"), &inline("Shoe size")]);
    let ada = [inline(&nhs(1)), inline("01/06/1970"), inline("A81001")];
    for cell in ["<c t=\"e\"><v>#N/A</v></c>", "<c t=\"e\"><v>#SPILL!</v></c>", "<c t=\"str\"><v><![CDATA[x]]></v></c>"]
    {
        let rows = header.clone() + &row(2, &[&ada[0], &ada[1], &ada[2], cell]);
        let found = report(&patients(Parts::of_rows(&rows).packed()), "uptake", &[]);
        assert_eq!(buckets(&found, "patients"), json!({"patients": 1}), "{cell}");
    }
    // A row of which nothing else is known.
    let rows = header + &row(2, &[&ada[0], &ada[1], &ada[2]]) + &row(7, &["<c t=\"e\"><v>#SPILL!</v></c>"]);
    let run = crate::data::on(&patients(Parts::of_rows(&rows).packed()), "uptake", &[]).ended(5);
    assert!(run.err.contains("cell A7"), "{}", run.err);
}

#[test]
fn text_is_read_wherever_it_is_kept() {
    let strings = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount=\"3\">\
        <si><t>NHS Number</t></si>\
        <si><r><rPr><b/></rPr><t xml:space=\"preserve\">Date of </t></r><r><t>Birth</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>\
        <si><t>Zo&#235; &amp; Co</t></si></sst>";
    let rows = row(1, &["<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>1</v></c>", &inline("Practice code"), &inline("Surname")])
        + &row(
            2,
            &[
                // The value that the last calculation left.
                &format!("<c t=\"str\"><f>A1&amp;B1</f><v>{}</v></c>", nhs(1)),
                "<c t=\"d\"><v>1970-06-01T00:00:00</v></c>",
                "<c t=\"inlineStr\"><is><r><t>A81</t></r><r><t>001</t></r></is></c>",
                "<c t=\"s\"><v>2</v></c>",
            ],
        )
        // A cell of spaces is blank.
        + &row(3, &[&inline(" "), &inline("01/06/1970"), &inline("A81001"), &inline("x")]);
    let parts = Parts::of_rows(&rows).with("xl/sharedStrings.xml", strings);
    let found = report(&patients(parts.packed()), "uptake", &[]);
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "rejected": 1}));
}

#[test]
fn the_value_of_a_formula_is_that_which_was_saved() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    patient_but(sheet, 0, |sheet| {
        sheet.write_formula(1, 0, Formula::new("A2").set_result(nhs(1))).unwrap();
    });
    let found = report(&patients(book.save_to_buffer().unwrap()), "uptake", &[]);
    assert_eq!(line(&found, "uptake", "practice_code", "A81001")["patients"], 1);
}
