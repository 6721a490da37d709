//! Quotation marks that are not where they belong, and cells under the wrong
//! headings.

use super::told::{events, is_doubted, is_plain, is_refused, patients, plain};
use crate::data::{csv, nhs, on, pipes};

/// A comma-separated file with all of its cells quoted.
fn quoted(text: &str, between: &str) -> String {
    let line = |line: &str| {
        let cells: Vec<String> = line.split(',').map(|cell| format!("\"{cell}\"")).collect();
        cells.join(between) + "\n"
    };
    text.lines().map(line).collect()
}

#[test]
fn a_heading_too_few_as_a_program_writes_that_numbers_its_rows() {
    let text = pipes(&events());
    let shifted: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(n, line)| if n == 0 { line.to_owned() } else { format!("{n}|{line}") })
        .collect();
    is_refused(&plain().with("vaccinations.csv", shifted.join("\n") + "\n"), &[], 5, "under the wrong headings");
}

#[test]
fn two_cells_of_a_pipe_file_that_begin_with_a_quotation_mark() {
    let text = pipes(&events());
    let marked: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(n, line)| if [3, 9].contains(&n) { line.replacen("|FX0001", "|\"FX0001", 1) } else { line.to_owned() })
        .collect();
    is_refused(&plain().with("vaccinations.csv", marked.join("\n") + "\n"), &[], 5, "takes whole rows");
}

#[test]
fn quotation_marks_behind_backslashes() {
    let text = quoted(&csv(&patients()), ",");
    let broken = |inside: &str| plain().with("patients.csv", text.replacen("\"Fell3\"", inside, 1));
    // Without a delimiter behind them the cells stay in their columns.
    is_plain(&broken("\"The \\\"Fell\\\" House\""), &[]);
    is_doubted(&broken("\"The \\\"Fell\\\", House\""), &[], "rows-shifted");
    // The same without backslashes, and by several threads.
    is_doubted(&broken("\"The \"Fell\", House\""), &["--threads", "2"], "rows-shifted");
    // As it should be written.
    is_plain(&broken("\"The \"\"Fell\"\", House\""), &[]);
}

#[test]
fn a_space_before_each_quotation_mark() {
    let text = quoted(&csv(&patients()), ", ");
    is_plain(&plain().with("patients.csv", &text), &[]);
    let broken = text.replacen("\"Fell3\"", "\"Fell3, of Abbey\"", 1);
    is_doubted(&plain().with("patients.csv", broken), &[], "rows-shifted");
}

#[test]
fn a_list_of_people_to_leave_out_in_which_names_begin_with_quotation_marks() {
    let line = |n: u32| format!("{}|{}Fell|01/05/2022\n", nhs(n), if [2, 7].contains(&n) { "\"" } else { "" });
    let list = "NHS Number|Name|Invited\n".to_owned() + &(1..=10).map(line).collect::<String>();
    let seen = crate::harness::Folder::new().with("invited.psv", list);
    let file = seen.file("invited.psv");
    let args = ["--target", "accubook", "--allow-old-data", "--dry-run", "--exclude", file.to_str().unwrap()];
    let run = on(&plain(), "invites", &args).ended(5);
    assert!(run.err.contains("takes whole rows"), "{}", run.err);
}
