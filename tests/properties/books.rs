//! Whatever is done to a workbook, a run ends in a code that says what it
//! means, and gives nothing away.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::Format;
use vaxdash::rules::RuleSet;

use super::hostile::{COMMANDS, EVENTS, PATIENTS, PEOPLE, VACCINATIONS, check};
use super::law;
use super::table::awkward;
use super::tables::{BYSTANDER, load, number, shown, with_bystander};
use crate::books::{Parts, of_cells, of_texts};
use crate::harness::Folder;

/// The patients of the hostile tests as a workbook, as a spreadsheet writes it.
fn patients() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| of_texts(&[("Patients", &[PATIENTS, PEOPLE].concat())], b','))
}

/// Their vaccinations.
fn events() -> &'static [u8] {
    static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
    BOOK.get_or_init(|| of_texts(&[("Events", &[VACCINATIONS, EVENTS].concat())], b'|'))
}

/// The workbook with bytes changed, put in and taken out, or cut off.
fn damaged(good: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let changes = vec((any::<Index>(), any::<u8>()), 0..6);
    let pieces = vec((any::<Index>(), vec(any::<u8>(), 0..40), 0..40_usize), 0..2);
    (changes, pieces, proptest::option::weighted(0.2, any::<Index>())).prop_map(move |(changes, pieces, end)| {
        let mut bytes = good.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for (at, piece, out) in pieces {
            let at = at.index(bytes.len());
            let end = (at + out).min(bytes.len());
            bytes.splice(at..end, piece);
        }
        bytes.truncate(end.map_or(bytes.len(), |at| at.index(bytes.len() + 1)));
        bytes
    })
}

law! {
    damaged_workbooks_end_in_a_clear_code("hostile", 8, people in damaged(patients()), vaccinations in damaged(events())) {
        check(&people, &vaccinations, &[COMMANDS[0], COMMANDS[3], COMMANDS[4]])?;
    }
}

/// Markup that a reader of sheets might trip over.
fn markup() -> impl Strategy<Value = String> {
    const PIECES: [&str; 40] = [
        "<row r=\"2\">",
        "<row r=\"1\">",
        "<row r=\"4294967295\">",
        "<row>",
        "<row/>",
        "</row>",
        "<c r=\"A2\">",
        "<c r=\"B2\" t=\"s\">",
        "<c r=\"C2\" t=\"inlineStr\">",
        "<c t=\"b\">",
        "<c t=\"e\">",
        "<c t=\"d\">",
        "<c t=\"str\" s=\"99\">",
        "<c r=\"XFD1048576\">",
        "<c r=\"ZZZZZZZZZ9999999999\">",
        "<c/>",
        "</c>",
        "<v>",
        "</v>",
        "<is>",
        "</is>",
        "<t>",
        "</t>",
        "<r>",
        "<rPh>",
        "<f t=\"shared\" si=\"9999999999\">",
        "</f>",
        "9990000018",
        "01/02/1950",
        "A81001",
        "1E400",
        "-0",
        "NaN",
        "&amp;",
        "&#xD800;",
        "&nothing;",
        "_xD800_",
        "<![CDATA[",
        "]]>",
        "<!-- -->",
    ];
    vec(select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

law! {
    any_markup_below_a_header_ends_in_a_clear_code("hostile", 4, rows in markup(), command in select(&COMMANDS[..])) {
        let header = PATIENTS.trim_end().split(',').map(crate::books::inline).collect::<Vec<_>>();
        let cells: Vec<&str> = header.iter().map(String::as_str).collect();
        let bytes = Parts::of_rows(&(crate::books::row(1, &cells) + &rows)).packed();
        check(&bytes, [VACCINATIONS, EVENTS].concat().as_bytes(), &[command])?;
    }
}

law! {
    any_markup_in_any_part_ends_in_a_clear_code("hostile", 8, part in select(&PARTS[..]), text in markup(), whole in any::<bool>()) {
        let good = Parts::of_rows("");
        let text = if whole { text } else { format!("<sst uniqueCount=\"3\"><si>{text}</si></sst>") };
        check(&good.with(part, text).packed(), [VACCINATIONS, EVENTS].concat().as_bytes(), &[COMMANDS[0], COMMANDS[2]])?;
    }
}

const PARTS: [&str; 7] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
];

#[test]
fn the_undamaged_workbooks_give_every_report() {
    check(patients(), events(), &COMMANDS).unwrap();
}

/// A person's row, each cell typed in one of the ways that a spreadsheet knows.
fn typed() -> impl Strategy<Value = (usize, u64, [bool; 2], String)> {
    (0_usize..20, 0_u64..43_000, any::<[bool; 2]>(), awkward())
}

law! {
    typed_cells_are_what_their_text_would_be("tables", 4, rows in vec(typed(), 1..14)) {
        // Nobody is over 120, or has yet to be born.
        let born = |day: u64| NaiveDate::from_ymd_opt(1902, 6, 1).unwrap() + Days::new(day);
        let bytes = of_cells(|sheet| {
            for (column, heading) in (0..).zip(["NHS Number", "Date of Birth", "Practice code", "Surname"]) {
                sheet.write_string(0, column, heading).unwrap();
            }
            let date = Format::new().set_num_format("dd/mm/yyyy");
            for (row, (place, day, [number_is_text, date_is_text], surname)) in (1..).zip(&rows) {
                let (digits, day) = (number(*place).digits(), born(*day));
                if *number_is_text {
                    sheet.write_string(row, 0, digits).unwrap();
                } else {
                    sheet.write_number(row, 0, digits.parse::<f64>().unwrap()).unwrap();
                }
                if *date_is_text {
                    sheet.write_string(row, 1, day.format("%d/%m/%Y").to_string()).unwrap();
                } else {
                    let serial = (day - NaiveDate::from_ymd_opt(1899, 12, 30).unwrap()).num_days();
                    sheet.write_number_with_format(row, 1, f64::from(i32::try_from(serial).unwrap()), &date).unwrap();
                }
                sheet.write_string(row, 2, "A81001").unwrap();
                sheet.write_string(row, 3, surname).unwrap();
            }
        });
        let folder = with_bystander(Folder::new()).with("patients.xlsx", bytes);
        let loaded = load(folder.path())?;
        // The last row of each person counts.
        let stander = (NaiveDate::from_ymd_opt(1950, 2, 1).unwrap(), "Stander".to_owned());
        let mut last: BTreeMap<_, _> = rows.iter().map(|(place, day, _, surname)| (number(*place), (born(*day), surname))).collect();
        last.insert(number(BYSTANDER), (stander.0, &stander.1));
        prop_assert_eq!(loaded.people.len(), last.len());
        let contacts = loaded.accounts.contacts(&loaded.people, &RuleSet::built_in().unwrap().words).map_err(|_| TestCaseError::fail("contacts"))?;
        for (person, contact) in loaded.people.iter().zip(contacts) {
            let (born, surname) = last[&person.nhs_number];
            prop_assert_eq!(person.birth, born);
            prop_assert_eq!(contact.surname.as_str(), shown(surname));
        }
    }
}
