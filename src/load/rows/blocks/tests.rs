//! The block reader against the csv crate: the same rows under the same
//! numbers, and the same fault in the same row, for any number of threads and
//! any size of a block.

use std::fmt::Write as _;
use std::fs;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::load::rows::body_rules::RowCount;
use crate::load::rows::data_rows::DataRows;
use crate::load::rows::file_rows::RowFormat;
use crate::load::rows::meter::Meter;
use crate::load::rows::row::Row;

/// Keeps every row: its number and its cells.
struct KeepAll {
    /// Rows whose first cell is this refuse the file, as two columns that differ do.
    refused: &'static [u8],
}

#[derive(Default)]
struct KeptRows(Vec<(u32, Vec<Vec<u8>>)>);

impl Scan for KeepAll {
    type Part = KeptRows;

    fn row(&self, row: &Row<'_>, part: &mut KeptRows) -> Result<(), FileFault> {
        if row.raw(Some(0)) == self.refused {
            return Err(FileFault::Conflict { row: row.number, columns: ["a".to_owned(), "b".to_owned()] });
        }
        // The last cell first: cells are found as they are asked for.
        let mut cells: Vec<Vec<u8>> = (0..row.width()).rev().map(|column| row.raw(Some(column)).to_vec()).collect();
        cells.reverse();
        assert_eq!(row.raw(Some(row.width())), b"", "there is no cell beyond the last");
        part.0.push((row.number, cells));
        Ok(())
    }

    fn shifted(&self, _: &Row<'_>, _: &mut KeptRows) {}
}

/// Everything that reading a file gives.
#[derive(Debug, PartialEq)]
struct Outcome {
    rows: Vec<(u32, Vec<Vec<u8>>)>,
    ended: Result<RowCount, String>,
}

fn read_all(text: &[u8], header_row: u32, delimiter: u8, reading: &Reading) -> (Outcome, Option<Bytes>) {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), text).unwrap();
    let (cut, below) = (RowFormat::Delimited(delimiter), BodyRules { header_row, width: 3, ..BodyRules::default() });
    let mut rows = Vec::new();
    let scan = KeepAll { refused: b"REFUSED" };
    let mut merge = |part: KeptRows, lines| {
        rows.extend(part.0.into_iter().map(|(number, cells)| (number + lines, cells)));
    };
    let read = if reading.block == 0 {
        let found = DataRows::open(file.path(), Encoding::Utf8, &cut, below, Vec::new(), reading.meter);
        found.map_err(FileFault::from).and_then(|rows| rows.scan(&scan, &mut merge))
    } else {
        read(file.path(), delimiter, below, reading, &scan, &mut merge)
    };
    let (ended, bytes) = match read {
        Ok(ReadFile { count, bytes }) => (Ok(count), bytes),
        Err(fault) => (Err(fault.to_string()), None),
    };
    (Outcome { rows, ended }, bytes)
}

/// Whether blocks of every size, read by any number of threads, give what the
/// csv crate gives; and what that is.
#[track_caller]
fn same(text: &[u8], header_row: u32, delimiter: u8, sizes: &[usize]) -> Outcome {
    let judge = Reading { block: 0, ..Reading::default() };
    let (wanted, _) = read_all(text, header_row, delimiter, &judge);
    let examined = {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), text).unwrap();
        crate::load::rows::encoding::examine(file.path(), true, Meter::unseen()).unwrap()
    };
    for block in sizes {
        for threads in [1, 2, 3, 8] {
            let reading = Reading { threads, block: *block, digests: true, ..Reading::default() };
            let (found, bytes) = read_all(text, header_row, delimiter, &reading);
            if found != wanted {
                let shown = String::from_utf8_lossy(&text[..text.len().min(400)]).into_owned();
                panic!("{threads} threads, blocks of {block}, {delimiter}: {found:?}\nnot {wanted:?}\nof {shown:?}");
            }
            if let Some(bytes) = bytes {
                assert_eq!(bytes.sha256, examined.sha256, "{threads} threads, blocks of {block}");
                assert_eq!(
                    bytes.has_nul,
                    examined.has_nul && !text.starts_with(b"\xff\xfe") && !text.starts_with(b"\xfe\xff")
                );
                if !text.starts_with(b"\xff\xfe") && !text.starts_with(b"\xfe\xff") && !text.starts_with(b"PK") {
                    assert_eq!(bytes.encoding, examined.encoding, "{threads} threads, blocks of {block}");
                }
            }
        }
    }
    wanted
}

const SIZES: [usize; 8] = [1, 7, 64, 100, 1 << 10, 4 << 10, 64 << 10, 1 << 20];

/// A table of so many rows in which hardly a line break means what it seems to.
fn adversarial(end: &str, rows: u32) -> String {
    let mut text = format!("a|b|c{end}");
    for row in 0..rows {
        let cell = match row % 11 {
            0 => format!("\"fake{end}{row}|not|a row{end}\""),
            1 => "\"\"".to_owned(),
            2 => "\"say \"\"no\"\"\"".to_owned(),
            3 => "\"\n\n\r\r\n\"".to_owned(),
            4 => "\"|\"".to_owned(),
            5 => format!("\"{end}\"\"|\"\"{end}\""),
            6 => "\"\"\"\"".to_owned(),
            7 => "plain".to_owned(),
            8 => String::new(),
            9 => "\"é, €, 😀\"".to_owned(),
            _ => "\"\"\"|\"\"|\"\"\"".to_owned(),
        };
        let _ = write!(text, "{row}|{cell}|\"x{row}\"{end}");
        if row % 17 == 0 {
            text.push_str(end);
        }
    }
    text
}

#[test]
fn quoted_line_breaks_of_every_kind() {
    for end in ["\n", "\r\n", "\r"] {
        let text = adversarial(end, 700);
        let outcome = same(text.as_bytes(), 1, b'|', &SIZES[1..]);
        assert_eq!(outcome.rows.len(), 700, "{end:?}");
        let unended = text.trim_end();
        assert_eq!(same(unended.as_bytes(), 1, b'|', &SIZES[1..]).rows.len(), 700);
        let marked = format!("\u{feff}{text}");
        assert_eq!(same(marked.as_bytes(), 1, b'|', &SIZES[2..]).rows.len(), 700);
    }
}

#[test]
fn a_file_whose_every_line_looks_like_another() {
    // Inside one cell, rows; outside it, nothing but that cell, over and over.
    let fake = "\"9|\"\"new\"\"|x\n".repeat(40).replace('"', "\"\"");
    let text = format!("a|b|c\n{}", format!("1|\"{fake}\"|\"2\"\n").repeat(30));
    assert_eq!(same(text.as_bytes(), 1, b'|', &SIZES[1..]).rows.len(), 30);
}

#[test]
fn quotation_marks_that_are_no_cells() {
    let rows = [
        "5\" screen|b|c",
        "\"a\"b|c|d",
        "x\"|\"y|z",
        "\"a\" |b|c",
        " \"a|b\"|c",
        "\"open|b\nc|d\"e|f",
        "\"\"\"|\"|x",
        "a|b\"\"|c",
        "\"\"x\"\"|b|c",
    ];
    for (number, odd) in rows.iter().enumerate() {
        for end in ["\n", "\r\n", "\r"] {
            for place in [0, 3, 60, 119] {
                let mut lines: Vec<String> = (0..120).map(|row| format!("{row}|\"b{row}\"|\"c\"")).collect();
                lines.insert(place, (*odd).to_owned());
                lines.insert(0, "a|b|c".to_owned());
                let text = lines.join(end);
                let outcome = same(text.as_bytes(), 1, b'|', &[13, 256, 4 << 10, 1 << 20]);
                assert!(outcome.rows.len() > place, "row {number}");
            }
        }
    }
}

#[test]
fn quotation_marks_that_are_never_closed() {
    for place in [0, 1, 50, 199] {
        for end in ["\n", "\r\n"] {
            let mut lines: Vec<String> = (0..200).map(|row| format!("{row}|\"b\"|c")).collect();
            lines[place] = "x|\"never closed|c".to_owned();
            // As many marks as make the rest regular text, and as many as do not.
            for rest in ["\"b\"", "b"] {
                let text = format!("a|b|c{end}{}", lines.join(end)).replace("\"b\"", rest);
                let outcome = same(text.as_bytes(), 1, b'|', &SIZES[1..]);
                if rest == "b" {
                    assert!(outcome.ended.unwrap_err().contains(&format!("opens in row {}", place + 2)));
                }
            }
        }
    }
}

#[test]
fn records_longer_than_a_block_and_longer_than_any_may_be() {
    let row = |length: usize| format!("1|\"{}\"|z\n", "x\n".repeat(length / 2));
    let text = format!("a|b|c\n{}2|y|z\n{}3|y|z\n", row(300_000), row(90_000));
    assert_eq!(same(text.as_bytes(), 1, b'|', &[512, 4 << 10, 64 << 10, 1 << 20]).rows.len(), 4);
    // A record may have 1 MiB and not one byte more.
    for (length, is_read) in [((1 << 20) - 1, true), (1 << 20, true), ((1 << 20) + 1, false), (3 << 20, false)] {
        for quote in ["", "\""] {
            let cell = format!("{quote}{}{quote}", "x".repeat(length - 4 - 2 * quote.len()));
            for end in ["\n", "\r\n", ""] {
                let text = format!("a|b|c\n1|y|z\n\n{cell}|y|z{end}");
                let outcome = same(text.as_bytes(), 1, b'|', &[64 << 10, 1 << 20]);
                assert_eq!(outcome.ended.is_ok(), is_read, "{length} {quote} {end:?}: {:?}", outcome.ended);
                if let Err(fault) = outcome.ended {
                    assert!(fault.contains("row 4 is longer than 1 MiB"), "{fault}");
                }
            }
        }
    }
    // Empty lines are no record.
    let text = format!("a|b|c\n{}1|y|z\n", "\n".repeat(3 << 20));
    assert_eq!(same(text.as_bytes(), 1, b'|', &[64 << 10, 1 << 20]).rows[0].0, 2 + (3 << 20));
    // An open quotation mark with more than that after it is a long record.
    let text = format!("a|b|c\n1|\"{}", "y|z\n".repeat(1 << 19));
    assert!(same(text.as_bytes(), 1, b'|', &[64 << 10, 1 << 20]).ended.unwrap_err().contains("row 2 is longer"));
}

#[test]
fn hardly_any_file_at_all() {
    for text in [
        "",
        "\n",
        "\r",
        "\r\n",
        "\"",
        "\"\"",
        "a",
        "a|b|c",
        "a|b|c\n",
        "a|b|c\r",
        "a|b|c\r\n",
        "a|b|c\n\"",
        "a|b|c\r\n\"",
        "\u{feff}",
        "\u{feff}a|b|c\n1|2|3",
        "\u{feff}\na|b|c\n1|2|3",
        "a|b|c\n\u{feff}1|2|3\n\u{feff}4|5|6",
        "a|b|c\n|||||\n",
        "a|b|c\n||\n1|2|3\n",
        "a|b|c\n1|2|3|4|5|6\n1\n",
        "\n\na|b|c\n1|2|3",
        "a|b|c\r1|2|3\r\r\n\n4|5|6",
        "a|b|c\nRequired|Optional|\n1|2|3\nRequired|x|\nRequired||",
        "a|b|c\n1\0|2|3\n",
        "a|b|c\n1|2|3\nREFUSED|2|3\n4|5|6\n",
        "a|b|c\nend\nend",
    ] {
        for header_row in [1, 2, 3] {
            same(text.as_bytes(), header_row, b'|', &SIZES);
        }
    }
}

#[test]
fn many_more_cells_than_the_header_has() {
    let wide = |cells: usize| (0..cells).map(|cell| cell.to_string()).collect::<Vec<_>>().join("|");
    let text = format!("a|b|c\n{}\n{}\n{}\n", wide(63), wide(65), wide(2_000));
    assert_eq!(same(text.as_bytes(), 1, b'|', &SIZES[2..]).rows[2].1.len(), 2_000);
}

#[test]
fn the_fault_that_counts_is_the_first() {
    let mut lines: Vec<String> = (0..400).map(|row| format!("{row}|\"b\"|c")).collect();
    for place in [50, 333] {
        lines[place] = "REFUSED|b|c".to_owned();
    }
    let text = format!("a|b|c\n{}\n\"open", lines.join("\n"));
    let outcome = same(text.as_bytes(), 1, b'|', &[16, 100, 4 << 10]);
    assert_eq!(outcome.rows.len(), 50);
    assert!(outcome.ended.unwrap_err().starts_with("row 52:"));
}

/// Text that a reader of blocks might trip over.
fn text() -> impl Strategy<Value = Vec<u8>> {
    const PIECES: [&[u8]; 22] = [
        b"\"",
        b"\"\"",
        b"|",
        b"\n",
        b"\r",
        b"\r\n",
        b"\"|\"",
        b"\"\n\"",
        b"|\"",
        b"\"|",
        b"a",
        b"bcd",
        b"\n\n",
        b"\"\"\"",
        b"1|2|3\n",
        b"\"1\"|\"2\"|\"3\"\r\n",
        b"\xc3\xa9",
        b"\xff",
        b" ",
        b"REFUSED|",
        b"\xef\xbb\xbf",
        b"\0",
    ];
    let regular = vec(("[a-c\n\r|]{0,12}", any::<bool>()), 1..5).prop_map(|cells| {
        let cells: Vec<String> = cells.into_iter().map(|(cell, _)| format!("\"{cell}\"")).collect();
        (cells.join("|") + "\n").into_bytes()
    });
    let odd = vec(select(&PIECES[..]), 0..30).prop_map(|pieces| pieces.concat());
    let any_bytes = vec(any::<u8>(), 0..60);
    vec(prop_oneof![6 => regular, 3 => odd, 1 => any_bytes], 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("VAXDASH_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96),
        rng_seed: proptest::test_runner::RngSeed::Fixed(0x0062_6C6F),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_whatever(text in text(), header_row in 1_u32..3, size in 1_usize..90) {
        let whole = [b"a|b|c\n", text.as_slice()].concat();
        same(&whole, header_row, b'|', &[size, 256]);
        same(&text, header_row, b'|', &[size, 1 << 12]);
    }

    #[test]
    fn any_text_with_marks_far_apart(text in vec(text(), 1..6), gap in 60_usize..700, size in 30_usize..900) {
        let filler = [b"7|".as_slice(), &vec![b'x'; gap], b"|\"y\"\n"].concat();
        let whole = [b"a|b|c\n".to_vec(), text.join(&filler[..])].concat();
        same(&whole, 1, b'|', &[size]);
    }
}
