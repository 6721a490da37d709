//! Section 7.5 for delimited text: files made to do harm end in a clear error
//! and exit 5, within little memory and time.
#![cfg(unix)]

use std::fs::File;
use std::io::Write;

use crate::data::{PRACTICES, csv, dose, nhs, patient, pipes};
use crate::harness::{Folder, Invocation, Run};

/// The memory that a run may ask for, in KiB: the program and its threads.
const MEMORY: u32 = 400_000;
/// The time that it may work, in seconds, in the slow build that tests use.
const TIME: u32 = 40;

/// Runs the binary with a limit on the memory and the work of its process.
fn bounded(args: &[&str]) -> Run {
    Invocation::bounded(MEMORY, TIME).args(args).run()
}

fn good() -> Folder {
    Folder::new()
        .with("practices.csv", PRACTICES)
        .with("patients.csv", csv(&[patient(1), patient(2)]))
        .with("vaccinations.csv", pipes(&[dose(1, "20210301")]))
}

/// Every command that reads ends in 5 with this reason, and `check` tells of it.
#[track_caller]
fn is_refused(folder: &Folder, reason: &str) {
    let number = nhs(1);
    for command in [
        &["uptake"][..],
        &["patients", "--list"],
        &["history", &number],
        &["invites", "--target", "accubook", "--allow-old-data", "--dry-run"],
    ] {
        let run = bounded(&[command, &["--data", folder.arg(), "--as-at", "2022-05-11"]].concat());
        assert_eq!(run.code, 5, "{command:?}: {}", run.err);
        assert!(run.out.is_empty() && run.err.contains(reason), "{command:?}: {}", run.err);
    }
    let run = bounded(&["check", "--data", folder.arg(), "--as-at", "2022-05-11"]);
    assert!(run.code == 5 && !run.err.contains("fault of vaxdash"), "{} {}", run.code, run.err);
}

/// A file that begins well and goes on with so many times the same.
fn long(folder: &Folder, name: &str, head: &str, piece: &[u8], times: usize) {
    let mut file = File::create(folder.file(name)).unwrap();
    file.write_all(head.as_bytes()).unwrap();
    let block = piece.repeat((1 << 20) / piece.len());
    for _ in 0..times {
        file.write_all(&block).unwrap();
    }
}

#[test]
fn a_gigabyte_without_a_line_break() {
    let header = csv(&[patient(1)]);
    for (piece, times) in [(&b"x"[..], 1024), (b"x,", 96), (b"\"\"", 96), (b"\xc3\xa9", 96)] {
        let folder = good();
        long(&folder, "patients.csv", &header, piece, times);
        is_refused(&folder, "patients.csv");
    }
}

#[test]
fn a_gigabyte_of_nothing() {
    // A sparse file: it takes no room on the disk.
    let folder = good();
    File::options().append(true).open(folder.file("patients.csv")).unwrap().set_len(1 << 30).unwrap();
    is_refused(&folder, "patients.csv");
    let folder = good();
    File::options().append(true).open(folder.file("vaccinations.csv")).unwrap().set_len(1 << 30).unwrap();
    is_refused(&folder, "vaccinations.csv");
}

#[test]
fn a_quote_that_is_never_closed_in_a_large_file_names_the_row_it_opened_on() {
    let folder = good();
    let row = format!("{},01/02/1970,A81001\n", nhs(2));
    let head = format!("NHS Number,Date of Birth,Practice code\n{row}{},\"01/02/1970,A81001\n", nhs(1));
    long(&folder, "patients.csv", &head, row.as_bytes(), 64);
    is_refused(&folder, "row 3");
}

#[test]
fn a_header_that_never_ends_and_a_million_columns() {
    let folder = good();
    long(&folder, "extra.csv", "NHS Number,Date of Birth,Practice code", b",a", 256);
    let run = bounded(&["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"]);
    // Of a file whose first line cannot be read, nobody knows what it is.
    assert!(run.code == 5 || run.code == 0, "{}", run.err);
    let folder = good();
    let columns = format!("NHS Number,Date of Birth,Practice code{}\n", ",a".repeat(1_000_000));
    let folder = folder.with("patients.csv", columns + &format!("{},01/02/1970,A81001\n", nhs(1)));
    let run = bounded(&["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"]);
    assert!(run.code == 5 || run.code == 0, "{}", run.err);
}
