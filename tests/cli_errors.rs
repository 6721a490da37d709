//! Exit codes, streams and output files of every command (section 6.4).

mod codes;
mod flags;
mod output;
mod streams;

use crate::data::{doses, extract, patient};
use crate::harness::Folder;

/// A folder with which all is well.
fn well() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20210301"]))
}

/// A folder with one rejected row.
fn rejecting() -> Folder {
    extract(&[patient(1), patient(2).with("NHS Number", "999000002")], &doses(1, &["20210301"]))
}

/// Every command that reads data, with what it needs to run well.
const READERS: [(&str, &[&str]); 4] = [
    ("uptake", &[]),
    ("check", &[]),
    ("history", &["9990000018"]),
    ("invites", &["--target", "accubook", "--allow-old-data", "--dry-run"]),
];

/// Every command that gives a report, with what it needs to run well.
const REPORTERS: [(&str, &[&str]); 3] = [("uptake", &[]), ("check", &[]), ("history", &["9990000018"])];
