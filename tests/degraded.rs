//! Systems that give less than usual: no threads, no home.
#![cfg(unix)]

use std::fs;

use crate::data::{doses, extract, on, patient};
use crate::harness::{Folder, Invocation, Run, vaxdash};

/// A stack that no address space holds: a thread that asks for it is refused,
/// as where there may be no more processes.
const NO_THREADS: (&str, &str) = ("RUST_MIN_STACK", "140737488355328");

fn without_threads(args: &[&str]) -> Run {
    Invocation::new().args(args).env(NO_THREADS.0, NO_THREADS.1).run()
}

#[test]
fn without_a_thread_the_answer_is_the_same() {
    let data = Folder::new();
    let sample = ["sample", "--patients", "6000", "--practices", "3", "--seed", "3", "-f", "-q", "-o"];
    vaxdash(&[&sample[..], &[data.arg()]].concat()).ended(0);
    let alone = Folder::new();
    without_threads(&[&sample[..], &[alone.arg()]].concat()).ended(0);
    for entry in fs::read_dir(data.path()).unwrap() {
        let path = entry.unwrap().path();
        assert!(
            fs::read(&path).unwrap() == fs::read(alone.path().join(path.file_name().unwrap())).unwrap(),
            "{path:?}"
        );
    }
    for args in [
        &["uptake", "--as-at", "2022-05-11", "--threads", "8", "--format", "json"][..],
        &["patients", "--list", "--as-at", "2022-05-11", "--threads", "8", "--format", "csv"],
    ] {
        let args = [args, &["--data", data.arg()]].concat();
        let (usual, degraded) = (vaxdash(&args).ended(0), without_threads(&args).ended(0));
        assert!(usual.out == degraded.out && usual.err == degraded.err, "{}", degraded.err);
    }
}

#[test]
fn workbooks_are_read_without_a_thread_and_not_written() {
    let data = extract(&[patient(1), patient(2)], &doses(1, &["20220101"]));
    let usual = on(&data, "patients", &["--list", "--format", "csv"]).ended(0);
    // The patients as a workbook.
    let (book, out) = (data.file("patients.xlsx"), Folder::new());
    fs::write(&book, crate::books::of_csv(&fs::read_to_string(data.file("patients.csv")).unwrap())).unwrap();
    fs::remove_file(data.file("patients.csv")).unwrap();
    let args = ["patients", "--list", "--format", "csv", "--as-at", "2022-05-11", "--data", data.arg()];
    assert_eq!(without_threads(&args).ended(0).out, usual.out);
    // Its writer cannot do without: it is said, and what to do.
    let file = out.file("uptake.xlsx");
    let args = ["uptake", "--as-at", "2022-05-11", "--data", data.arg(), "-o", file.to_str().unwrap()];
    let run = without_threads(&args).ended(5);
    assert!(run.err.contains("write CSV or JSON") && !file.exists(), "{}", run.err);
}

#[test]
fn a_home_that_is_none_holds_no_settings() {
    let data = extract(&[patient(1)], &doses(1, &["20220101"]));
    let run = |name: &str, home: &str| {
        let run = Invocation::new().args(["uptake", "--as-at", "2022-05-11"]).data(&data);
        run.env(name, home).run().ended(0)
    };
    let usual = on(&data, "uptake", &[]).ended(0);
    for home in ["/dev/null", "/nowhere/at/all", "", "/proc/self/status", "\u{1b}"] {
        for name in ["HOME", "XDG_CONFIG_HOME"] {
            let run = run(name, home);
            assert!(run.out == usual.out && run.err == usual.err, "{home}: {}", run.err);
        }
    }
}
