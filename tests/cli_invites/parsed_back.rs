//! Every file is read back by programs that did not write it: a parser of RFC
//! 4180 of these tests, and Python's `csv` where Python is.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use vaxdash::invites::TargetField;

use crate::data::{Row, doses, extract, on, patient};
use crate::harness::Folder;

/// Cells that trouble careless readers, none of which a target refuses.
const TROUBLE: [&str; 8] = [
    "Brontë, née \"Bell\"",
    "\"quoted\"",
    "O'Neill; Fell | Co",
    " spaced ",
    "100% – “curly”",
    "𝔊oth\u{301}",
    "a\"b,\"c",
    "'apostrophe",
];

/// People of these names; `mobile` is everybody's number.
fn troubled(mobile: &str) -> Folder {
    let patients: Vec<Row> = (1..)
        .zip(TROUBLE)
        .map(|(n, cell)| {
            patient(n)
                .with("Surname", cell)
                .with("Forename", format!("Ada {cell}"))
                .with("Mobile Telephone", mobile)
                .with("Email", format!("ada{n}@example.org"))
                .with("Home Telephone", "01632960001")
                .with("Address 1", format!("1 {cell}"))
                .with("Postcode", "LS71 1AA")
        })
        .collect();
    let events = (1..8).flat_map(|n| doses(n, &["20210301"])).collect::<Vec<_>>();
    extract(&patients, &events)
}

/// Records of a text in the grammar of RFC 4180, its line ends and nothing else.
fn rfc4180(text: &str) -> Vec<Vec<String>> {
    let mut records = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut record = Vec::new();
        loop {
            let cell;
            (cell, rest) = if let Some(quoted) = rest.strip_prefix('"') {
                let mut end = 0;
                loop {
                    end += quoted[end..].find('"').expect("the quotation is closed");
                    if !quoted[end + 1..].starts_with('"') {
                        break;
                    }
                    end += 2;
                }
                (quoted[..end].replace("\"\"", "\""), &quoted[end + 1..])
            } else {
                let end = rest.find([',', '\r', '\n', '"']).expect("the record ends");
                (rest[..end].to_owned(), &rest[end..])
            };
            record.push(cell);
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").expect("a record ends with CRLF");
        records.push(record);
    }
    records
}

/// The same as Python has it; `None` where there is no Python.
fn python(path: &std::path::Path) -> Option<Vec<Vec<String>>> {
    let script = "import csv, json, sys\n\
                  with open(sys.argv[1], newline='', encoding='utf-8') as file:\n    \
                  print(json.dumps(list(csv.reader(file, strict=True))))";
    let output = Command::new("python3").args(["-c", script]).arg(path).stderr(Stdio::inherit()).output().ok()?;
    assert!(output.status.success(), "{}", path.display());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn has_python() -> bool {
    let run =
        Command::new("python3").args(["-c", "import csv, json"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}

#[test]
fn every_file_is_read_back_as_it_was_meant() {
    let by_python = has_python();
    if !by_python {
        drop(writeln!(
            std::io::stderr().lock(),
            "SKIPPED Python's csv: there is no python3; the parser of the tests alone reads the files"
        ));
    }
    let mut files = 0;
    for target in vaxdash::invites::targets().unwrap() {
        let data = troubled("07700900123");
        let out = Folder::new();
        let mut args = vec!["--target", &target.name, "--allow-old-data", "-o", out.arg()];
        if !target.header {
            args.push("--header");
        }
        on(&data, "invites", &args).ended(0);
        for entry in fs::read_dir(out.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("manifest.json") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let records = rfc4180(&text);
            if by_python {
                assert_eq!(python(&path).unwrap(), records, "{}", path.display());
            }
            let is_list = path.file_name().unwrap().to_str().unwrap().starts_with("exceptions_");
            let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
            assert!(is_list || records[0] == headers, "{}: {:?}", path.display(), records[0]);
            assert!(records.iter().all(|record| record.len() == records[0].len()), "{text}");
            // Each surname arrives unaltered, where the target has one.
            let surname = target.columns.iter().position(|column| column.field == TargetField::Surname);
            if let Some(column) = surname.filter(|_| !is_list) {
                let mut found: Vec<&str> = records[1..].iter().map(|record| record[column].as_str()).collect();
                let mut meant = TROUBLE.to_vec();
                found.sort_unstable();
                meant.sort_unstable();
                assert_eq!(found, meant, "{}", path.display());
            }
            files += 1;
        }
    }
    assert!(files >= 12, "{files} files");
}

#[test]
fn the_parser_knows_its_grammar() {
    assert_eq!(rfc4180("a,\"b\"\"c,\r\n\",\r\n\"\",d,e\r\n"), [["a", "b\"c,\r\n", ""], ["", "d", "e"]]);
    for text in ["a\n", "a", "\"a\r\n", "\"a\"b\r\n", "a\"b\r\n"] {
        assert!(std::panic::catch_unwind(|| rfc4180(text)).is_err(), "{text:?}");
    }
}
