//! Data on standard output, all else on standard error; pipes that close.

use std::io::Read;
use std::process::{Command, Stdio};

use super::{READERS, REPORTERS, rejecting, well};
use crate::data::{extract, on, patient, pipes};
use crate::harness::{Folder, Invocation, vaxdash};

fn binary() -> Command {
    Invocation::new().command()
}

#[test]
fn all_well_says_nothing_but_doubts_on_standard_error() {
    for (command, args) in READERS {
        let run = on(&well(), command, args).ended(0);
        assert!(run.err_beside_doubts().is_empty() && !run.out.is_empty(), "{command}: {}", run.err);
    }
}

#[test]
fn quiet_says_only_errors() {
    // Old data, a rejected row, a practice left out: three things to say.
    let folder = rejecting()
        .with("practices.csv", "Practice code,Activity codes\nA81001,B0360\nA81002,\n")
        .with("COVID_Vaccinations_v5_YGA_20220511T12000000.csv", pipes(&crate::data::doses(1, &["20210601"])));
    for (command, args) in [READERS[0], READERS[3]] {
        let run = |more: &[&str]| vaxdash(&[&[command, "--data", folder.arg()], args, more].concat()).ended(0);
        for word in ["A81002", "rejected", "days ago"] {
            assert!(run(&[]).err.contains(word), "{command} {word}: {}", run(&[]).err);
        }
        for quiet in ["-q", "--quiet"] {
            assert_eq!((run(&[quiet]).err.as_str(), run(&[quiet]).out), ("", run(&[]).out), "{command}");
        }
    }
    let below = folder.file("patients.csv").join("x");
    for (command, args) in REPORTERS {
        let run = on(&well(), command, &[args, &["--format", "csv"]].concat()).ended(0);
        assert!(run.err.contains("As at 11/05/2022"), "{command}: the receipt of a CSV report: {}", run.err);
        assert_eq!(on(&well(), command, &[args, &["--format", "csv", "-q"]].concat()).ended(0).err, "");
        // An error is still said.
        assert!(
            !on(&well(), command, &[args, &["-q", "-o", below.to_str().unwrap()]].concat()).ended(5).err.is_empty()
        );
    }
}

#[test]
fn quiet_rules_say_nothing_of_neutralised_cells() {
    let rules = Folder::new();
    vaxdash(&["rules", "--export", rules.arg()]).ended(0);
    let text = std::fs::read_to_string(rules.file("offers.toml")).unwrap();
    let (head, tail) = text.split_once("source = \"").unwrap();
    let rules = rules.with("offers.toml", format!("{head}source = \"={tail}"));
    let args = ["rules", "--as-at", "11/05/2022", "--format", "csv", "--rules", rules.arg()];
    assert!(vaxdash(&args).ended(0).err.contains("1 cell that"), "{}", vaxdash(&args).err);
    assert_eq!(vaxdash(&[&args[..], &["-q"]].concat()).ended(0).err, "");
}

#[test]
fn a_width_is_kept_in_every_report() {
    for (command, args) in REPORTERS {
        for width in [80_usize, 100] {
            let run = on(&well(), command, &[args, &["--width", &width.to_string()]].concat()).ended(0);
            let longest = run.out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(longest <= width, "{command} {width}: {}", run.out);
        }
        on(&well(), command, &[args, &["--width", "39"]].concat()).ended(2);
    }
    let run = vaxdash(&["rules", "--width", "80"]).ended(0);
    assert!(run.out.lines().all(|line| line.chars().count() <= 80), "{}", run.out);
}

#[test]
fn a_closed_pipe_is_success() {
    let big = Folder::new();
    vaxdash(&["sample", "-o", big.arg(), "--patients", "300"]).ended(0);
    let reports: [&[&str]; 4] = [
        &["uptake", "--data", big.arg(), "--by", "practice,cohort,age,gender,ethnicity,imd", "--format", "json"],
        &["rules", "--format", "json"],
        &["--help"],
        &["completions", "bash"],
    ];
    for args in reports {
        let mut child = binary().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0_u8; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap(); // and closes
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().success(), "{args:?}: {said}");
        assert!(!said.contains("panic") && !said.contains("pipe"), "{said}");
    }
}

#[test]
fn a_pipe_that_nobody_ever_reads_is_success_too() {
    let folder = well();
    let mut child = binary()
        .args(["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_standard_error_is_no_reason_to_fail() {
    let folder = rejecting();
    let mut child = binary()
        .args(["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stderr.take());
    assert!(child.wait().unwrap().success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_5() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = well();
    for args in [&["uptake", "--data", folder.arg(), "--as-at", "2022-05-11"][..], &["rules"]] {
        let run = binary().args(args).stdout(full()).output().unwrap();
        assert_eq!(run.status.code(), Some(5), "{args:?}");
        assert!(!run.stderr.is_empty());
    }
}

#[test]
fn one_thing_is_one_thing() {
    let folder =
        |cells: [&str; 2]| extract(&[patient(1).with("housebound", cells[0]), patient(2).with("carer", cells[1])], &[]);
    let said = |cells| on(&folder(cells), "uptake", &[]).ended(0).err_beside_doubts();
    assert!(said(["x", ""]).contains("1 more thing to know"), "{}", said(["x", ""]));
    assert!(said(["x", "x"]).contains("2 more things to know"), "{}", said(["x", "x"]));
    assert_eq!(said(["", ""]), "");
}

#[test]
fn no_number_is_whole_where_nobody_is_the_subject() {
    let (sample, out) = (Folder::new(), Folder::new());
    vaxdash(&["sample", "-o", sample.arg(), "--patients", "500"]).ended(0);
    let path = out.file("rejects.csv");
    let commands: [&[&str]; 4] = [
        &["uptake", "--rejects", path.to_str().unwrap()],
        &["check", "--format", "json"],
        &["check"],
        &["invites", "--target", "accubook", "--allow-old-data", "--dry-run"],
    ];
    let runs = commands.map(|args| vaxdash(&[args, &["--data", sample.arg()]].concat()));
    let mut all: String = runs.into_iter().map(|run| run.out + &run.err).collect();
    all += &std::fs::read_to_string(path).unwrap();
    let digits = all.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 10 && run.starts_with("999"));
    assert_eq!(digits.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn nothing_of_the_environment_is_needed() {
    let folder = well();
    let run = Invocation::new().env_clear().args(["uptake", "--as-at", "2022-05-11"]).data(&folder).run().ended(0);
    let shown = on(&folder, "uptake", &[]).ended(0);
    assert_eq!(run.out, shown.out);
}
