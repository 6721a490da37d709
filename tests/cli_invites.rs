//! `vaxdash invites`: who is written, who is not and why, byte for byte.

mod choosing;
mod exclusions;
mod faults;
mod files;
mod log;
mod machine;
mod manifest;
mod messages;
mod nobody;
mod parsed_back;
mod reaching;
mod review;
mod rounds;
mod safety;
mod targets;
mod waterfall;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::data::on;
use crate::harness::{Folder, Run};

/// The files that a run wrote, by name.
type Files = BTreeMap<String, String>;

/// The locks of logs apart, which stay, and the manifest.
fn files_in(folder: &Folder) -> Files {
    let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap());
    let files = entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap_or_default()));
    files.filter(|(name, _)| Path::new(name).extension() != Some("lock".as_ref()) && name != "manifest.json").collect()
}

/// Runs for AccuBook, old data allowed.
fn invites(folder: &Folder, args: &[&str]) -> Run {
    on(folder, "invites", &[&["--target", "accubook", "--allow-old-data"], args].concat())
}

/// The files written for these arguments.
#[track_caller]
fn written(folder: &Folder, args: &[&str]) -> Files {
    let out = Folder::new();
    invites(folder, &[&["-o", out.arg()], args].concat()).ended(0);
    files_in(&out)
}

/// The numbers of the people written to any AccuBook file, without `999` and
/// the check digit, in the order of the files.
#[track_caller]
fn invited(folder: &Folder, args: &[&str]) -> Vec<u32> {
    let files = written(folder, args);
    let lines =
        files.iter().filter(|(name, _)| name.starts_with("accubook")).flat_map(|(_, text)| text.lines().skip(1));
    lines.map(|line| line.split(',').nth(4).unwrap()[3..9].parse().unwrap()).collect()
}

/// The counts of the waterfall for AccuBook that are not zero, in order.
#[track_caller]
fn waterfall(folder: &Folder, args: &[&str]) -> Value {
    waterfall_of(folder, &[&["--target", "accubook", "--allow-old-data"], args].concat())
}

/// The same for any arguments, from a dry run.
#[track_caller]
fn waterfall_of(folder: &Folder, args: &[&str]) -> Value {
    let run = on(folder, "invites", &[&["--dry-run"], args].concat()).ended(0);
    let lines = run.out.lines().skip_while(|line| !line.starts_with('─')).skip(1).take_while(|line| !line.is_empty());
    let known = lines.filter(|line| !line.ends_with("not known (no such column)"));
    let steps = known.map(|line| {
        let (step, count) = line.rsplit_once(' ').unwrap();
        (step.trim().to_owned(), count.replace(',', "").parse::<u64>().unwrap())
    });
    steps.filter(|(_, count)| *count > 0).map(|(step, count)| json!([step, count])).collect()
}
