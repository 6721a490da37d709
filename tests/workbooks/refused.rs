//! Files that are no readable workbook, each with its own words.

use crate::books::{Parts, inline, of_csv, row};
use crate::data::{checked, csv, doses, extract, input, on, patient, report};
use crate::harness::Folder;

/// The beginning of old Excel workbooks and of encrypted ones.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn one() -> Folder {
    extract(&[patient(1)], &doses(1, &["20210301"]))
}

/// A container with the stream that every encrypted workbook has.
fn encrypted() -> Vec<u8> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    [OLE, &vec![0; 70_000], &name, &[0; 100]].concat()
}

fn binary() -> Vec<u8> {
    Parts::of_rows("").with("xl/workbook.bin", "x").packed()
}

fn macros() -> Vec<u8> {
    Parts::of_rows("").with("xl/vbaProject.bin", "x").packed()
}

fn open_document() -> Vec<u8> {
    Parts::of_rows("")
        .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .with("content.xml", "<a/>")
        .packed()
}

#[test]
fn each_format_that_is_not_read_is_named_with_what_to_do() {
    let old = [OLE, &[0; 100]].concat();
    let macro_type = Parts::of_rows("").changed(
        "[Content_Types].xml",
        "officedocument.spreadsheetml.sheet.main",
        "ms-excel.sheet.macroEnabled.main",
    );
    for (name, bytes, word) in [
        ("old.xls", old.clone(), "old Excel workbook (.xls)"),
        ("old.xlsx", old, "old Excel workbook (.xls)"),
        ("locked.xlsx", encrypted(), "protected by a password"),
        ("binary.xlsb", binary(), "binary workbook (.xlsb)"),
        ("macros.xlsm", macros(), "macros (.xlsm)"),
        ("macros.xlsx", macro_type.packed(), "macros (.xlsm)"),
        ("open.ods", open_document(), "OpenDocument spreadsheet (.ods)"),
        ("text.xlsx", csv(&[patient(2)]).into_bytes(), "named .xlsx but is no workbook"),
        ("archive.xlsx", Parts::of_rows("").packed()[..60].to_vec(), "damaged or cut off"),
        ("other.csv", zipped("patients.csv"), "archive (ZIP), but no workbook"),
    ] {
        let other = Folder::new().with(name, bytes);
        let path = other.file(name);
        let run = on(&one(), "uptake", &["--data", path.to_str().unwrap()]).ended(5);
        for wanted in [name, word, ".xlsx", "CSV"] {
            assert!(run.err.contains(wanted), "{name}, {wanted}: {}", run.err);
        }
        assert!(run.out.is_empty());
        let found = on(&one(), "check", &["--data", path.to_str().unwrap(), "--format", "json"]).ended(5).json();
        assert_eq!(input(&found, name)["kind"], "refused");
    }
}

/// An archive of a text.
fn zipped(name: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(csv(&[patient(2)]).as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn in_a_folder_they_are_passed_over_and_named() {
    for (name, word) in [("a.xls", ".xls"), ("a.xlsb", ".xlsb"), ("a.xlsm", ".xlsm"), ("a.ods", ".ods")] {
        let folder = one().with(name, macros());
        report(&folder, "uptake", &[]);
        let file = input(&checked(&folder, &[]), name).clone();
        assert_eq!(file["kind"], "skipped");
        let remark = file["remark"].as_str().unwrap();
        assert!(remark.contains(word) && remark.contains("CSV"), "{remark}");
    }
}

#[test]
fn a_workbook_cut_off_anywhere_is_refused() {
    let whole = of_csv(&csv(&[patient(2)]));
    for part in [5, 100, whole.len() / 2, whole.len() - 30, whole.len() - 1] {
        let run = on(&one().with("book.xlsx", &whole[..part]), "uptake", &[]).ended(5);
        assert!(run.err.contains("book.xlsx") && run.err.contains("damaged or cut off"), "{part}: {}", run.err);
    }
}

#[test]
fn a_part_that_is_damaged_is_refused() {
    let good = Parts::of_rows(&row(1, &[&inline("NHS Number"), &inline("Practice code"), &inline("Date of Birth")]));
    let sheet = "xl/worksheets/sheet1.xml";
    for (part, from, to) in [
        (sheet, "</sheetData></worksheet>", ""),
        (sheet, "</row>", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>"),
        (sheet, "</row>", "</row><row r=\"2\"><c r=\"A2\" t=\"b\"><v>maybe</v></c></row>"),
        (sheet, "</row>", "</row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&unknown;</t></is></c></row>"),
        (sheet, "</row>", "</row><row r=\"2\"><c r=\"1\"><v>1</v></c></row>"),
        (sheet, "r=\"C1\"", "r=\"A1\""),
        (
            sheet,
            "</row>",
            "</row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
        ),
        ("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/none.xml"),
        ("xl/workbook.xml", "rId1", "rId9"),
        ("_rels/.rels", "officeDocument\"", "nothing\""),
    ] {
        let folder = one().with("book.xlsx", good.clone().changed(part, from, to).packed());
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("book.xlsx") && run.err.contains("save"), "{to}: {}", run.err);
    }
}

#[test]
fn a_broken_workbook_excludes_nobody() {
    let seen = Folder::new().with("seen.xlsx", encrypted()).with("none.xlsx", of_csv("Name\nFell1\n"));
    for (name, word) in [("seen.xlsx", "password"), ("none.xlsx", "no NHS number column")] {
        let args = ["--target", "accubook", "--dry-run", "--allow-old-data", "--exclude"];
        let path = seen.file(name);
        let run = on(&one(), "invites", &[&args[..], &[path.to_str().unwrap()]].concat()).ended(5);
        assert!(run.err.contains(word) && run.out.is_empty(), "{}", run.err);
    }
}

#[test]
fn a_practice_list_that_cannot_be_read_is_5_not_an_empty_scope() {
    let lists = Folder::new().with("mine.xlsx", encrypted());
    let path = lists.file("mine.xlsx");
    for more in [&[][..], &["--pcn", "U11111"]] {
        let run = on(&one(), "uptake", &[&["--practices", path.to_str().unwrap()], more].concat()).ended(5);
        assert!(run.err.contains("mine.xlsx") && run.err.contains("password"), "{}", run.err);
    }
}
