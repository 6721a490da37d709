//! Workbooks made to do harm: a clear error, exit 5, little memory and time.
#![cfg(unix)]

use crate::books::{Parts, inline, row};
use crate::data::{PRACTICES, dose, nhs, pipes};
use crate::harness::{Folder, Invocation, Run};

/// The memory that a run may ask for, in KiB: the program, its threads and
/// what a real workbook of some hundred thousand rows needs.
const MEMORY: u32 = 700_000;
/// The time that it may work, in seconds, in the slow build that tests use.
const TIME: u32 = 40;

/// Runs the binary with a limit on the memory and the work of its process.
fn bounded(args: &[&str]) -> Run {
    Invocation::bounded(MEMORY, TIME).args(args).run()
}

/// The headings of a patients file as a first row.
fn header() -> String {
    row(1, &[&inline("NHS Number"), &inline("Date of Birth"), &inline("Practice code")])
}

/// The workbook is refused, beside good data, for this reason.
#[track_caller]
fn is_refused(name: &str, bytes: &[u8], reason: &str) {
    let patients = format!("NHS Number,Date of Birth,Practice code\n{},01/02/1950,A81001\n", nhs(1));
    let folder = Folder::new()
        .with("practices.csv", PRACTICES)
        .with("patients.csv", patients)
        .with("vaccinations.csv", pipes(&[dose(1, "20210301")]))
        .with(name, bytes);
    let run = bounded(&["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"]).ended(5);
    assert!(run.out.is_empty() && run.err.contains(name) && run.err.contains(reason), "{}", run.err);
    let run = bounded(&["check", "--data", folder.arg(), "--as-at", "2022-05-11"]).ended(5);
    assert!(run.out.contains(name) && !run.err.contains("fault of vaxdash"), "{}", run.err);
}

#[test]
fn cells_at_both_ends_of_the_sheet() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    // With a known header, and with nothing that anybody knows.
    for first in [header(), row(1, &[&inline("a")])] {
        let sheet =
            format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{first}{far}</sheetData></worksheet>");
        is_refused("far.xlsx", &Parts::of_sheet(&sheet).packed(), "row 1048576 has a cell beyond column 1024");
    }
    let beyond = "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>";
    is_refused("far.xlsx", &Parts::of_rows(&(header() + beyond)).packed(), "more than 1048576 rows");
    for place in ["A4294967296", "A99999999999", "ZZZZZZZZZZ1", "AAAAAAAAAAAAAAAAAAAAAA1", "A0", "A"] {
        let cell = format!("<row r=\"2\"><c r=\"{place}\"><v>1</v></c></row>");
        is_refused("far.xlsx", &Parts::of_rows(&(header() + &cell)).packed(), "CSV");
    }
}

/// So many bytes of a sheet that packs well.
fn large(bytes: usize) -> String {
    let cell = "<c><v>1</v></c>";
    format!("{}<row r=\"2\">{}</row>", header(), cell.repeat(bytes / cell.len()))
}

#[test]
fn a_bomb_that_says_its_size() {
    is_refused("bomb.xlsx", &Parts::of_rows(&large(80 << 20)).packed(), "more than 100 times its size");
    // In a part that nothing reads, all the same.
    let bytes = Parts::of_rows(&header()).with("xl/media/image1.png", vec![0; 80 << 20]).packed();
    is_refused("bomb.xlsx", &bytes, "more than 100 times its size");
}

#[test]
fn a_bomb_that_lies_about_its_size() {
    let honest = Parts::of_rows(&large(80 << 20)).packed();
    // The size unpacked, in the directory and before the part itself.
    let name = b"xl/worksheets/sheet1.xml";
    for said in [100_u32, 0, 40 << 20] {
        let mut lying = honest.clone();
        for place in 46..lying.len() - name.len() {
            if &lying[place..place + name.len()] == name {
                let size =
                    if lying[place - 46..].starts_with(b"PK\x01\x02") { place - 46 + 24 } else { place - 30 + 22 };
                lying[size..size + 4].copy_from_slice(&said.to_le_bytes());
            }
        }
        assert_ne!(lying, honest);
        is_refused("bomb.xlsx", &lying, "the workbook");
    }
}

#[test]
fn entities_and_document_types() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let sheet = |head: &str| {
        format!("{head}<worksheet><sheetData>{}</sheetData></worksheet>", row(1, &[&inline("NHS Number &c;")]))
    };
    is_refused("entity.xlsx", &Parts::of_sheet(&sheet(bomb)).packed(), "entities");
    let strings = format!("{bomb}<sst><si><t>&c;</t></si></sst>");
    is_refused("entity.xlsx", &Parts::of_rows("").with("xl/sharedStrings.xml", strings).packed(), "entities");
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">";
    is_refused("entity.xlsx", &Parts::of_sheet(&sheet(outside)).packed(), "entities");
}

#[test]
fn numbers_that_announce_more_than_there_is() {
    for count in ["99999999999", "18446744073709551615", "1152921504606846976"] {
        let strings = format!("<sst count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let bytes = Parts::of_rows(&header()).with("xl/sharedStrings.xml", strings).packed();
        is_refused("strings.xlsx", &bytes, "different texts");
    }
    // The larger form of a directory's end: four thousand million parts.
    let mut bytes = Parts::of_rows(&header()).packed();
    let end = bytes.split_off(bytes.len() - 22);
    let place = bytes.len() as u64;
    let number = |value: u64| value.to_le_bytes().to_vec();
    bytes.extend([b"PK\x06\x06".to_vec(), number(44), vec![45, 0, 45, 0], vec![0; 8]].concat());
    bytes.extend([number(1 << 32), number(1 << 32), number(1 << 40), number(1 << 40)].concat());
    bytes.extend([b"PK\x06\x07".to_vec(), vec![0; 4], number(place), vec![1, 0, 0, 0]].concat());
    bytes.extend([&end[..8], &[0xFF; 12], &[0, 0]].concat());
    is_refused("parts.xlsx", &bytes, "more than 10000 parts");
}

#[test]
fn too_many_parts_sheets_levels_and_one_endless_cell() {
    let mut parts = Parts::of_rows(&header());
    for n in 0..10_001 {
        parts = parts.and(&format!("x/{n}"), "");
    }
    is_refused("many.xlsx", &parts.packed(), "more than 10000 parts");
    let sheets = "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/>".repeat(300);
    let bytes = Parts::of_rows(&header()).changed("xl/workbook.xml", "<sheets>", &format!("<sheets>{sheets}"));
    is_refused("many.xlsx", &bytes.packed(), "more than 256 sheets");
    is_refused("deep.xlsx", &Parts::of_rows(&(header() + &"<a>".repeat(100_000))).packed(), "nested too deeply");
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(80_000));
    is_refused("styles.xlsx", &Parts::of_rows(&header()).with("xl/styles.xml", styles).packed(), "formats");
    let name = format!("<name val=\"{}\"/>", "x".repeat(1_000_000));
    let styles = format!("<styleSheet><fonts><font>{name}</font></fonts></styleSheet>");
    is_refused("styles.xlsx", &Parts::of_rows(&header()).with("xl/styles.xml", styles).packed(), "formats");
    // Long, but not of one text: and noise, so that it does not pack too well.
    let noise = (0_u64..900_000).map(|n| format!("<r><t>{:016x}</t></r>", n.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    let noise = noise.collect::<Vec<_>>().concat();
    let cell = format!("<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is>{noise}</is></c></row>");
    is_refused("cell.xlsx", &Parts::of_rows(&(header() + &cell)).packed(), "more than 16 MiB");
    let long = row(2, &[&inline(&"x".repeat(200_000))]);
    is_refused("cell.xlsx", &Parts::of_rows(&(header() + &long)).packed(), "longer than 98301 bytes");
}

#[test]
fn a_small_sheet_whose_cells_share_one_long_text() {
    let strings = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(90_000));
    let cell = "<c t=\"s\"><v>0</v></c>";
    // Thirty sheets of which thirty rows are looked at, with ten cells each: 800 MB, if they were kept.
    let mut parts = Parts::of_rows(&header()).with("xl/sharedStrings.xml", strings);
    let rows = format!("<row>{}</row>", cell.repeat(10)).repeat(40);
    for n in 2..32 {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts = parts.and(&format!("xl/worksheets/sheet{n}.xml"), sheet);
    }
    let each = |text: fn(u32) -> String| (2..32).map(text).collect::<Vec<_>>().concat();
    let sheets = each(|n| format!("<sheet name=\"Sheet{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"));
    let relations = each(|n| {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        format!("<Relationship Id=\"rId{n}\" Type=\"{kind}\" Target=\"worksheets/sheet{n}.xml\"/>")
    });
    let parts = parts
        .changed("xl/workbook.xml", "</sheets>", &format!("{sheets}</sheets>"))
        .changed("xl/_rels/workbook.xml.rels", "</Relationships>", &format!("{relations}</Relationships>"))
        .changed(
            "xl/worksheets/sheet1.xml",
            "</sheetData>",
            "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row></sheetData>",
        );
    is_refused("shared.xlsx", &parts.packed(), "beyond column");
    // So many rows of it that the sheet would hold five thousand million bytes.
    let rows = format!("<row>{}</row>", cell.repeat(10)).repeat(6_000);
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(90_000));
    let parts = Parts::of_rows(&(header() + &rows)).with("xl/sharedStrings.xml", strings);
    is_refused("shared.xlsx", &parts.packed(), "4 GiB of text");
}
