//! `--exclude` and `--reinvite-after`: people invited already.

use serde_json::json;

use super::{invited, invites, waterfall, written};
use crate::data::{Row, csv, dose, extract, nhs, patient, pipes};
use crate::harness::{Folder, Run};

/// Patients 1 to 4, all overdue for a second dose as at 11/05/2022.
fn four() -> Folder {
    let patients: Vec<Row> = (1..=4).map(patient).collect();
    let events: Vec<Row> = (1..=4).map(|n| dose(n, "20210301")).collect();
    extract(&patients, &events)
}

/// Who is invited while these files of people are excluded.
#[track_caller]
fn left(files: &[&[u8]], args: &[&str]) -> Vec<u32> {
    let seen = Folder::new();
    let mut all = vec!["--dose".to_owned(), "second".to_owned()];
    for (n, bytes) in files.iter().enumerate() {
        let path = seen.file(&format!("{n}.csv"));
        std::fs::write(&path, bytes).unwrap();
        all.extend(["--exclude".to_owned(), path.to_str().unwrap().to_owned()]);
    }
    all.extend(args.iter().map(|arg| (*arg).to_owned()));
    invited(&four(), &all.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_list_of_numbers_takes_its_people_out() {
    let one = format!("NHS Number\n{}\n", nhs(2));
    let other = format!("nhs_no;Name\n999-000-0042;x\n{};y\n", nhs(9));
    assert_eq!(left(&[], &[]), [1, 2, 3, 4]);
    assert_eq!(left(&[one.as_bytes()], &[]), [1, 3, 4]);
    assert_eq!(left(&[one.as_bytes(), other.as_bytes()], &[]), [1, 3]);
}

#[test]
fn any_kind_of_file_in_any_encoding_will_do() {
    let utf16: Vec<u8> = std::iter::once(0xFEFF_u16)
        .chain(format!("NHS Number\tNaïve\r\n{}\t\r\n", nhs(2)).encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let events = pipes(&[dose(2, "20220510")]);
    let patients = csv(&[patient(2)]);
    let preamble = format!("Invited last week\n\nNHS Number,Name\n{},x\n", nhs(2));
    for bytes in [&utf16[..], patients.as_bytes(), preamble.as_bytes(), events.as_bytes()] {
        assert_eq!(left(&[bytes], &[]), [1, 3, 4], "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn the_files_of_the_last_run_take_their_people_out() {
    let folder = four();
    let files = written(&folder, &["--dose", "second", "--limit", "2"]);
    let bytes = files["accubook_A81001_second_2022-05-11.csv"].as_bytes();
    assert_eq!(left(&[bytes], &["--limit", "2"]), [3, 4]);
}

#[test]
fn with_a_date_only_those_invited_lately_are_taken_out() {
    // 14 days before 11/05/2022 is 27/04/2022.
    let dated = |heading: &str, cells: [&str; 4]| {
        let rows = (1..=4).zip(cells).map(|(n, cell)| format!("{},{cell}\n", nhs(n)));
        format!("NHS Number,{heading}\n{}", rows.collect::<String>())
    };
    for heading in ["As at", "Date invited", "date_sent", "Date contacted", "Last invited", "date_added", "Event date"]
    {
        let file = dated(heading, ["28/04/2022", "27/04/2022", "2022-05-11", "01/01/2022"]);
        assert_eq!(left(&[file.as_bytes()], &[]), [2, 4], "{heading}");
    }
    let file = dated("date_added", ["28/04/2022", "27/04/2022", "26/04/2022", ""]);
    // Without a date nobody can tell how long ago it was.
    assert_eq!(left(&[file.as_bytes()], &[]), [2, 3]);
    assert_eq!(left(&[file.as_bytes()], &["--reinvite-after", "15"]), [3]);
    assert_eq!(left(&[file.as_bytes()], &["--reinvite-after", "13"]), [1, 2, 3]);
    assert_eq!(left(&[file.as_bytes()], &["--reinvite-after", "0"]), [1, 2, 3]);
}

#[test]
fn the_date_of_the_invitation_is_looked_for_in_order_and_said() {
    let seen = Folder::new()
        .with("both.csv", format!("NHS Number,date_added,Last invited\n{},01/01/2020,10/05/2022\n", nhs(2)))
        .with("none.csv", format!("NHS Number,RECORDED_DATE\n{},01/01/2020\n", nhs(2)));
    for (name, said) in [("both.csv", "column \"Last invited\""), ("none.csv", "everybody in it is left out")] {
        let path = seen.file(name);
        let args = ["--dose", "second", "--dry-run", "--exclude", path.to_str().unwrap()];
        let run = invites(&four(), &args).ended(0);
        assert!(run.err.contains(said) && run.err.contains(name), "{}", run.err);
        assert_eq!(waterfall(&four(), &args[..2]), json!([["Eligible", 4], ["Written", 4]]));
        let excluding = ["--dose", "second", "--exclude", path.to_str().unwrap()];
        assert_eq!(waterfall(&four(), &excluding), json!([["Eligible", 4], ["Already invited", 1], ["Written", 3]]));
        assert!(!invites(&four(), &[&args[..], &["-q"]].concat()).err.contains(name));
    }
}

#[test]
fn a_list_with_many_numbers_that_cannot_be_read_is_an_unsafe_doubt() {
    let list = |bad: usize| {
        let rows = (0..bad).map(|_| "9.99E+09\n".to_owned());
        let good = (1..=4).map(|n| format!("{}\n", nhs(n)));
        Folder::new().with("seen.csv", format!("NHS Number\n{}", good.chain(rows).collect::<String>()))
    };
    // A share counts from three rows.
    for (bad, code) in [(2, 0), (3, 4)] {
        let seen = list(bad);
        let path = seen.file("seen.csv");
        let args = ["--dose", "second", "--dry-run", "--exclude", path.to_str().unwrap()];
        let run = invites(&four(), &args).ended(code);
        assert_eq!(run.err.contains("--accept exclude-unmatched=seen.csv"), code == 4, "{}", run.err);
        invites(&four(), &[&args[..], &["--accept", "exclude-unmatched=seen.csv"]].concat()).ended(0);
    }
}

#[test]
fn the_step_is_counted() {
    let (folder, seen) = (four(), Folder::new().with("seen.csv", format!("NHS Number\n{}\n", nhs(2))));
    let path = seen.file("seen.csv");
    let args = ["--dose", "second", "--exclude", path.to_str().unwrap()];
    assert_eq!(waterfall(&folder, &args), json!([["Eligible", 4], ["Already invited", 1], ["Written", 3]]));
}

#[test]
fn numbers_that_cannot_be_read_are_counted() {
    let seen = Folder::new().with("seen.csv", format!("NHS Number\n{}\n9.99E+09\n\n999000018\n", nhs(2)));
    let path = seen.file("seen.csv");
    let args = ["--dose", "second", "--dry-run", "--exclude", path.to_str().unwrap()];
    let run = invites(&four(), &args).ended(0);
    assert!(run.err.contains("2 rows have no readable NHS number"), "{}", run.err);
    assert!(!invites(&four(), &[&args[..], &["--quiet"]].concat()).err.contains("readable"));
}

/// A run with a file of people that cannot be used.
fn excluding(path: &str) -> Run {
    invites(&four(), &["--dose", "second", "--dry-run", "--exclude", path])
}

#[test]
fn a_file_that_cannot_be_used_invites_nobody() {
    let seen = Folder::new()
        .with("names.csv", "Name\nFell2\n")
        .with("empty.csv", "")
        .with("cut.csv", format!("NHS Number,Name\n{},\"x\n", nhs(2)))
        .with("book.xlsx", b"PK\x03\x04")
        .with("zero.csv", format!("NHS Number\n{}\n\0", nhs(2)));
    for name in ["names.csv", "empty.csv", "cut.csv", "book.xlsx", "zero.csv", "missing.csv", ""] {
        let path = seen.file(name);
        let run = excluding(path.to_str().unwrap()).ended(5);
        assert!(run.err.contains(name) && run.out.is_empty(), "{name}: {}", run.err);
        assert!(!run.err.contains(&nhs(2)), "{}", run.err);
    }
}

#[test]
fn a_file_in_us_order_is_refused() {
    // 05/04/2022 would be read as 5 April though 4 May was meant, and the person invited again.
    let seen =
        Folder::new().with("us.csv", format!("NHS Number,date_added\n{},05/04/2022\n{},04/28/2022\n", nhs(1), nhs(2)));
    let run = excluding(seen.file("us.csv").to_str().unwrap()).ended(5);
    assert!(run.err.contains("us.csv") && run.err.contains("month first"), "{}", run.err);
    // Other people's rows are no evidence.
    let seen =
        Folder::new().with("us.csv", format!("NHS Number,date_added\n{},05/04/2022\n{},04/28/2022\n", nhs(1), nhs(9)));
    excluding(seen.file("us.csv").to_str().unwrap()).ended(0);
}

#[test]
fn days_without_a_file_are_a_mistake() {
    invites(&four(), &["--dry-run", "--reinvite-after", "7"]).ended(2);
}

#[cfg(unix)]
#[test]
fn a_fifo_hangs_nothing() {
    let seen = Folder::new();
    let path = seen.file("pipe.csv");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let run = excluding(path.to_str().unwrap()).ended(5);
    assert!(run.err.contains("pipe.csv"), "{}", run.err);
}
