//! Workbooks that vaxdash writes, read back: `--format xlsx`, `dashboard`,
//! `--password-file`.

mod charts;
mod dashboard;
mod layout;
mod parts;
mod password;
mod values;

use std::path::Path;

use crate::harness::{Folder, Run, vaxdash_in};
use crate::repository;

/// Runs a command on the samples, as at their own date.
fn on_samples(command: &str, more: &[&str]) -> Run {
    let mut args: Vec<&str> = command.split(' ').collect();
    args.extend(["--data", "samples/pcn", "--as-at", "11/05/2022", "-q"]);
    args.extend(more);
    vaxdash_in(repository::root(), &args, "")
}

/// The workbook that a command writes of the samples.
fn written(command: &str) -> Vec<u8> {
    let folder = Folder::new();
    let file = folder.file("out.xlsx");
    on_samples(command, &["-o", file.to_str().unwrap()]).ended(0);
    read(&file)
}

/// The sheets of a workbook, each with its rows as text.
pub fn sheets_of(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let names = parts::Parts::of(bytes).sheets();
    let text = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|");
    let cells = |name: &String| values::cells(bytes, name).rows().map(text).collect();
    names.iter().map(|name| (name.clone(), cells(name))).collect()
}

/// All that is in a workbook, as text.
pub fn text_of(bytes: &[u8]) -> String {
    parts::Parts::of(bytes).text()
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap()
}

/// The reports whose tables workbooks hold.
const REPORTS: [&str; 24] = [
    "uptake",
    "uptake --detail",
    "uptake --by age,imd",
    "uptake --campaign spring-2022",
    "cohorts",
    "cohorts --list",
    "cohorts --target 75 --interval",
    "first-dose",
    "second-dose",
    "second-dose --list",
    "boosters",
    "boosters --list",
    "campaign --target 75",
    "campaign --list",
    "immunosuppressed",
    "immunosuppressed --list",
    "trend",
    "trend --every month --by site",
    "activity",
    "activity --by brand",
    "patients --by gender",
    "patients --list --columns nhs_number,age,address,mobile,telephone,restricted",
    "sources",
    "history 9990124531",
];
