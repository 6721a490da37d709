//! A disk that is full and a folder that cannot be written to: all files of a
//! run, or everything as it was.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{Files, files_in};
use crate::data::{Row, extract, on, patient};
use crate::harness::{Folder, Invocation};

/// A small file system in memory, for as long as the test runs.
struct Disk(Folder);

impl Disk {
    /// Of this size; `None` where this user may not mount any.
    fn of(options: &str) -> Option<Self> {
        let folder = Folder::new();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs", folder.arg()])
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(folder))
    }

    fn remount(&self, options: &str) {
        let status = Command::new("mount").args(["-o", &format!("remount,{options}"), self.0.arg()]).status();
        assert!(status.unwrap().success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // At once for this test, for others as soon as they let go of it.
        drop(Command::new("umount").arg("-l").arg(self.0.path()).status());
    }
}

fn skipped(what: &str) {
    // The captured output of a test does not say that it has shown nothing.
    drop(writeln!(std::io::stderr().lock(), "SKIPPED {what}: only root can mount a small file system here"));
}

/// First doses due to people of three practices, some of whom go to each list.
fn crowd() -> Folder {
    let patients: Vec<Row> = (1..400)
        .filter(|n| crate::data::nhs_if_any(*n).is_some())
        .map(|n| {
            let person = patient(n).with("Practice code", ["A81001", "A81002", "A81003"][(n % 3) as usize]);
            match n % 10 {
                0 => person.with("Mobile Telephone", ""),
                1 => person.flagged(&["housebound"]),
                2 => person.with("NHS Number", ""),
                _ => person,
            }
        })
        .collect();
    extract(&patients, &[])
}

/// Every file that a run of the crowd writes.
const NAMES: [&str; 7] = [
    "accubook_A81001_first_2022-05-11.csv",
    "accubook_A81002_first_2022-05-11.csv",
    "accubook_A81003_first_2022-05-11.csv",
    "exceptions_accubook_first_2022-05-11.csv",
    "log.csv",
    "rejects.csv",
    "visits_accubook_first_2022-05-11.csv",
];

fn run(data: &Folder, out: &Path, more: &[&str]) -> crate::harness::Run {
    let (log, rejects) = (out.join("log.csv"), out.join("rejects.csv"));
    let args = [
        "--target",
        "accubook",
        "--dose",
        "first",
        "--allow-old-data",
        "-o",
        out.to_str().unwrap(),
        "--invite-log",
        log.to_str().unwrap(),
        "--rejects",
        rejects.to_str().unwrap(),
    ];
    on(data, "invites", &[&args, more].concat())
}

/// Runs on disks that are too small, each a little larger than the one before,
/// until one is large enough; `prepare` says what lies on each.
fn sweep(options: impl Fn(usize) -> String, prepare: &Files, more: &[&str]) -> Option<(usize, Files)> {
    let data = crowd();
    let mut failed = 0;
    for size in 1..60 {
        let disk = Disk::of(&options(size))?;
        if prepare.iter().any(|(name, text)| fs::write(disk.0.file(name), text).is_err()) {
            continue;
        }
        let run = run(&data, disk.0.path(), more);
        let left = files_in(&disk.0);
        if run.code == 0 {
            return Some((failed, left));
        }
        assert_eq!(run.code, 5, "{}", run.err);
        assert!(run.err.contains("Nothing was written"), "{}", run.err);
        assert_eq!(left, *prepare, "{size}: {}", run.err);
        failed += 1;
    }
    panic!("no disk was large enough");
}

#[test]
fn a_full_disk_leaves_nothing_behind() {
    // By size, and by number of files: each file of the run is the one that fails.
    let by_size = sweep(|size| format!("size={}k", size * 4), &Files::new(), &[]);
    let by_number = sweep(|number| format!("size=1m,nr_inodes={number}"), &Files::new(), &[]);
    let (Some((sizes, left)), Some((numbers, also))) = (by_size, by_number) else {
        return skipped("a_full_disk_leaves_nothing_behind");
    };
    assert!(sizes >= 4 && numbers >= NAMES.len(), "{sizes} {numbers}");
    for left in [left, also] {
        assert_eq!(left.keys().map(String::as_str).collect::<Vec<_>>(), NAMES);
    }
}

#[test]
fn with_force_the_files_of_before_are_back() {
    let log = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n9990000026,accubook,first,2022-01-01,sms,1,\r\n"
        .to_owned();
    let mut before: Files = NAMES.iter().map(|name| ((*name).to_owned(), format!("{name} of yesterday"))).collect();
    before.insert("log.csv".to_owned(), log.clone());
    let by_size = sweep(|size| format!("size={}k", size * 4), &before, &["--force"]);
    let by_number = sweep(|number| format!("size=1m,nr_inodes={number}"), &before, &["--force"]);
    let (Some((sizes, left)), Some((numbers, also))) = (by_size, by_number) else {
        return skipped("with_force_the_files_of_before_are_back");
    };
    assert!(sizes >= 4 && numbers >= 4, "{sizes} {numbers}");
    for left in [left, also] {
        assert_eq!(left.keys().map(String::as_str).collect::<Vec<_>>(), NAMES);
        assert!(left["log.csv"].starts_with(&log) && left["log.csv"].lines().count() > 100);
        assert!(left.values().all(|text| !text.contains("of yesterday")));
    }
}

#[test]
fn a_folder_made_for_the_run_goes_with_it() {
    let Some(disk) = Disk::of("size=16k") else { return skipped("a_folder_made_for_the_run_goes_with_it") };
    let data = crowd();
    let run = run(&data, &disk.0.file("new/deep"), &[]);
    // The log and the rejects would be in it too: it is made before they are.
    assert_eq!(run.code, 5, "{}", run.err);
    assert!(files_in(&disk.0).is_empty());
}

#[test]
fn a_file_system_that_cannot_be_written_to_is_exit_5() {
    let Some(disk) = Disk::of("size=1m") else { return skipped("a_file_system_that_cannot_be_written_to_is_exit_5") };
    fs::write(disk.0.file("exceptions_accubook_first_2022-05-11.csv"), "mine").unwrap();
    disk.remount("ro");
    for more in [&[][..], &["--force"]] {
        let run = run(&crowd(), disk.0.path(), more);
        assert!([4, 5].contains(&run.code) && run.out.is_empty(), "{}", run.err);
        assert_eq!(files_in(&disk.0).keys().collect::<Vec<_>>(), ["exceptions_accubook_first_2022-05-11.csv"]);
    }
    assert_eq!(run(&crowd(), &disk.0.file("new"), &["--force"]).code, 5);
    disk.remount("rw");
    run(&crowd(), disk.0.path(), &["--force"]).ended(0);
}

#[cfg(unix)]
#[test]
fn a_folder_that_only_others_may_write_to_is_exit_5() {
    use std::os::unix::fs::PermissionsExt;
    let (data, out) = (crowd(), Folder::new());
    fs::set_permissions(out.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(out.file("probe"), "").is_ok() {
        // Root writes where it likes; the file system of the test above stops it too.
        fs::remove_file(out.file("probe")).unwrap();
        return drop(writeln!(
            std::io::stderr().lock(),
            "SKIPPED a_folder_that_only_others_may_write_to_is_exit_5: for root no folder is closed"
        ));
    }
    let run = run(&data, out.path(), &[]);
    fs::set_permissions(out.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run.code, 5, "{}", run.err);
    assert!(files_in(&out).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn a_summary_that_cannot_be_printed_is_exit_5_only_where_it_is_the_answer() {
    let (data, out) = (crowd(), Folder::new());
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let command = |more: &[&str], stdout: Stdio, stderr: Stdio| {
        let mut args =
            vec!["invites", "--data", data.arg(), "--as-at", "2022-05-11", "--target", "accubook", "--allow-old-data"];
        args.extend(["--accept", "refresh-unknown"]);
        args.extend(more);
        Invocation::new().args(args).command().stdout(stdout).stderr(stderr).status().unwrap().code()
    };
    assert_eq!(command(&["--dry-run"], full(), Stdio::null()), Some(5));
    assert!(files_in(&out).is_empty());
    assert_eq!(command(&["-o", out.arg()], Stdio::null(), full()), Some(0));
    assert_eq!(files_in(&out).len(), 5);
    // A device is no log.
    let other = Folder::new();
    assert_eq!(command(&["-o", other.arg(), "--invite-log", "/dev/full"], Stdio::null(), Stdio::null()), Some(4));
    assert!(files_in(&other).is_empty());
}
