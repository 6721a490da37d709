//! `--format ndjson`: a list for pipes, a person a line.

use serde_json::Value;

use crate::data::{ASTRAZENECA, dose, extract, on, patient};
use crate::harness::{Folder, table};

fn world() -> Folder {
    let patients = [patient(1), patient(2).with("Surname", "O\"Brien\n"), patient(3)];
    extract(&patients, &[dose(1, "20210101").with("VACCINE_PRODUCT_CODE", ASTRAZENECA), dose(2, "20220401")])
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

#[test]
fn each_line_is_a_row_of_the_json_list() {
    let folder = world();
    for args in [&["second-dose", "--list"][..], &["patients", "--status", "patients"], &["quality", "--list"]] {
        let whole = on(&folder, args[0], &[&args[1..], &["--format", "json"]].concat()).ended(0).json();
        let run = on(&folder, args[0], &[&args[1..], &["--format", "ndjson"]].concat()).ended(0);
        assert_eq!(Value::Array(lines(&run.out)), table(&whole, "list")["rows"], "{args:?}");
        assert!(run.out.ends_with('\n') && !run.out.contains("\n\n"));
        // What has no room for the receipt is told from what beside it.
        assert!(run.err.contains("as at 11/05/2022") || run.err.contains("As at 11/05/2022"), "{}", run.err);
    }
}

#[test]
fn a_list_of_nobody_has_no_line() {
    let run = on(&world(), "second-dose", &["--list", "--age", "0-4", "--format", "ndjson"]).ended(0);
    assert_eq!(run.out, "");
}

#[test]
fn the_ending_of_a_file_asks_for_it() {
    let (folder, out) = (world(), Folder::new());
    let file = out.file("list.ndjson");
    on(&folder, "second-dose", &["--list", "-o", file.to_str().unwrap()]).ended(0);
    assert_eq!(lines(&std::fs::read_to_string(file).unwrap()).len(), 2);
}

#[test]
fn a_table_is_no_list() {
    let folder = world();
    for args in [
        &["uptake"][..],
        &["second-dose"],
        &["quality", "--by", "supplier"],
        &["trend"],
        &["sources"],
        &["check"],
        &["patients", "-o", "x.ndjson"],
    ] {
        let more = if args.contains(&"-o") { &[][..] } else { &["--format", "ndjson"] };
        let run = on(&folder, args[0], &[&args[1..], more].concat()).ended(2);
        assert!(run.err.contains("--format ndjson is for lists"), "{args:?}: {}", run.err);
        assert_eq!(run.out, "");
    }
}
