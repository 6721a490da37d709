//! Pages that vaxdash writes, read back: `--format html`, `dashboard -o x.html`.

mod dashboard;
mod figures;
mod hostile;
mod policy;
mod reading;

use crate::harness::{Folder, Run, vaxdash_in};
use crate::repository;
use reading::ReadPage;

/// Runs a command on the samples, as at their own date.
fn on_samples(command: &str, more: &[&str]) -> Run {
    let mut args: Vec<&str> = command.split(' ').collect();
    args.extend(["--data", "samples/pcn", "--as-at", "11/05/2022", "-q"]);
    args.extend(more);
    vaxdash_in(repository::root(), &args, "")
}

/// The page that a command writes of the samples.
fn written(command: &str) -> ReadPage {
    let folder = Folder::new();
    let file = folder.file("out.html");
    on_samples(command, &["-o", file.to_str().unwrap()]).ended(0);
    ReadPage::of(&std::fs::read_to_string(&file).unwrap())
}

/// The reports whose tables pages hold.
const REPORTS: [&str; 18] = [
    "uptake",
    "uptake --detail",
    "uptake --by age,imd",
    "uptake --campaign spring-2022",
    "cohorts --target 75 --interval",
    "first-dose",
    "second-dose",
    "second-dose --list",
    "boosters",
    "campaign --target 75",
    "immunosuppressed",
    "trend",
    "patients --list --columns nhs_number,age,address,mobile,telephone,restricted",
    "sources",
    "history 9990124531",
    "check",
    "outcomes --invite-log samples/invited.csv",
    "uptake --by ethnicity,imd --disclosure nhs",
];
