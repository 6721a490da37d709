//! The comparisons reach what they are there for: every filter, every column of a list, every report.

use std::collections::BTreeSet;

use super::outcomes::OF_CONTACTS;
use super::{choices, grounds};
use crate::reference::lists::LISTS;
use crate::reference::lists::cells::COLUMNS;

fn option(command: &str, option: &str) -> clap::Arg {
    let whole = vaxdash::command();
    let command = whole.find_subcommand(command).unwrap();
    command.get_arguments().find(|arg| arg.get_long() == Some(option)).unwrap().clone()
}

/// Every option under the heading of filters is tried, in every list and every report that counts people.
#[test]
fn every_filter_of_the_program_is_among_the_choices() {
    let tried: BTreeSet<String> = choices()
        .iter()
        .flat_map(|(options, _)| options)
        .filter_map(|word| word.strip_prefix("--"))
        .map(str::to_owned)
        .collect();
    let whole = vaxdash::command();
    for report in LISTS.into_iter().chain(["trend", "activity"]) {
        let command = whole.find_subcommand(report).unwrap();
        let filters = command.get_arguments().filter(|arg| arg.get_help_heading() == Some("People"));
        let filters: BTreeSet<String> = filters.filter_map(clap::Arg::get_long).map(str::to_owned).collect();
        assert_eq!(filters, tried, "{report}");
    }
}

#[test]
fn every_choice_leaves_somebody_in_and_somebody_out() {
    let mut in_and_out = BTreeSet::new();
    for ground in grounds() {
        for (place, (_, filter)) in choices().iter().enumerate() {
            let left = ground.reference.admitted(filter).len();
            if left > 0 && left < ground.reference.people.len() {
                in_and_out.insert(place);
            }
        }
    }
    let all = choices();
    // The first leaves everybody, the last nobody.
    let missed: Vec<_> =
        (1..all.len() - 1).filter(|place| !in_and_out.contains(place)).map(|place| &all[place].0).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Whatever a list can show is compared, but for `reason`, which is a sentence.
#[test]
fn every_column_of_a_list_is_compared() {
    let described = option("patients", "columns").get_long_help().unwrap().to_string();
    let shown = described.split("\n\n").find(|paragraph| paragraph.starts_with("nhs_number")).unwrap();
    let shown = shown.split_whitespace().map(|word| word.trim_end_matches([',', '.']));
    // Those of records to mend are compared as counts, kind by kind.
    let of_records = ["code", "event_date", "supplier", "what_to_do", "wrong"];
    let named: BTreeSet<&str> = shown.filter(|column| *column != "reason" && !of_records.contains(column)).collect();
    assert_eq!(named, COLUMNS.into_iter().chain(OF_CONTACTS).collect());
}

/// A new list is a new comparison; what came of contacts has one of its own.
#[test]
fn every_command_with_a_list_is_compared() {
    let whole = vaxdash::command();
    let has_list = |command: &&clap::Command| command.get_arguments().any(|arg| arg.get_long() == Some("list"));
    let listed: BTreeSet<&str> = whole.get_subcommands().filter(has_list).map(clap::Command::get_name).collect();
    // What a comparison of two extracts lists is no report of one; of records to mend the counts are compared, and
    // every list has the length of its count.
    assert_eq!(listed, LISTS.into_iter().chain(["compare", "outcomes", "quality"]).collect());
}
