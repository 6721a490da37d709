//! Section 7.2 and 7.5: a run that is interrupted, or whose input changes under
//! it, leaves nothing half done.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Folder, Invocation, vaxdash};

/// A folder of enough people that reading them takes a moment.
fn sample() -> Folder {
    let folder = Folder::new();
    let args = ["--patients", "4000", "--practices", "3", "--seed", "7", "--force", "-q"];
    vaxdash(&[&["sample", "-o", folder.arg()], &args[..]].concat()).ended(0);
    folder
}

fn start(data: &Folder, out: &Folder, before: &str) -> Child {
    let run = Invocation::after(before).args(["patients", "--list", "-q"]).data(data);
    let run = run.args(["--audit".as_ref(), out.file("audit.log").as_os_str()]);
    let mut shell = run.args(["-o".as_ref(), out.file("list.csv").as_os_str()]).command();
    shell.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn().unwrap()
}

fn parts(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".vaxdash-")).count()
}

/// Whether something comes to be in time.
fn comes(mut is_so: impl FnMut() -> bool, within: Duration) -> bool {
    let started = Instant::now();
    while started.elapsed() < within {
        if is_so() {
            return true;
        }
        thread::sleep(Duration::from_millis(1));
    }
    false
}

/// A run that waits with its file made and not in place: for a lock that this
/// process holds. `None` if the run was faster, or did not get so far in time.
fn caught(data: &Folder, out: &Folder, before: &str, patience: Duration) -> Option<(Child, File)> {
    let mut child = start(data, out, before);
    let log = out.file("audit.log");
    assert!(comes(|| log.exists(), Duration::from_secs(600)), "the run never began");
    let held = File::open(&log).unwrap();
    held.lock().unwrap();
    let is_caught = || parts(out.path()) > 0 || child.try_wait().unwrap().is_some();
    if comes(is_caught, patience) && parts(out.path()) > 0 {
        return Some((child, held));
    }
    // It may be waiting for the lock where it looks at the log before it reads.
    drop(held);
    child.wait().unwrap();
    None
}

/// The same until one is caught: with more patience each time, for a machine
/// that has much else to do.
fn surely_caught(data: &Folder, before: &str) -> (Folder, Child, File) {
    let mut tries = (0..40).map(|turn| (Folder::new(), Duration::from_secs(1 + turn / 2)));
    let caught = |(out, patience)| caught(data, &out, before, patience).map(|(child, held)| (out, child, held));
    tries.find_map(caught).unwrap()
}

#[test]
fn a_signal_while_a_file_is_written_leaves_nothing_of_it() {
    let data = sample();
    for (signal, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        let (out, mut child, held) = surely_caught(&data, ":");
        let killed = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let status = child.wait().unwrap();
        drop(held);
        // It ends as the signal says, and nothing is left but the log, which has no line.
        assert_eq!((status.signal(), status.code()), (Some(number), None), "{signal}");
        assert_eq!(parts(out.path()), 0, "{signal}");
        assert!(!out.file("list.csv").exists());
        assert_eq!(fs::read_to_string(out.file("audit.log")).unwrap(), "");
    }
}

#[test]
fn a_signal_that_is_ignored_for_the_run_does_not_end_it() {
    let data = sample();
    let (out, mut child, held) = surely_caught(&data, "trap '' HUP");
    assert!(Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap().success());
    thread::sleep(Duration::from_millis(50));
    drop(held);
    assert!(child.wait().unwrap().success());
    assert!(out.file("list.csv").exists());
    assert_eq!(parts(out.path()), 0);
}

#[test]
fn a_signal_at_any_other_time_leaves_a_whole_file_or_none() {
    let data = sample();
    let whole = {
        let out = Folder::new();
        assert!(start(&data, &out, ":").wait().unwrap().success());
        fs::read(out.file("list.csv")).unwrap()
    };
    let mut ended = 0;
    for delay in (0..20).map(|step| Duration::from_millis(step * 20)) {
        let out = Folder::new();
        let mut child = start(&data, &out, ":");
        thread::sleep(delay);
        drop(Command::new("kill").args(["-TERM", &child.id().to_string()]).status());
        let status = child.wait().unwrap();
        ended += u32::from(status.signal() == Some(15));
        assert!(status.success() || status.signal() == Some(15), "{status:?}");
        assert_eq!(parts(out.path()), 0, "{delay:?}");
        match fs::read(out.file("list.csv")) {
            Ok(bytes) => assert!(bytes == whole, "{delay:?}: half a file"),
            Err(_) => assert!(!status.success(), "{delay:?}"),
        }
    }
    assert!(ended > 0, "no run was interrupted");
}

/// Somebody else writes the patients file anew, shorter and longer, all the
/// time: a run ends well, or says that a file could not be read.
#[test]
fn a_file_that_changes_while_it_is_read_ends_in_a_code_that_says_so() {
    let data = sample();
    let patients = data.file("patients.csv");
    let whole = fs::read(&patients).unwrap();
    let stop = AtomicBool::new(false);
    let stops = &stop;
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 1;
            while !stop.load(Ordering::Relaxed) {
                // Truncated, growing piece by piece, and cut off anywhere.
                let file = File::options().write(true).open(&patients).unwrap();
                file.set_len(u64::try_from(whole.len() * (turn % 5) / 7).unwrap()).unwrap();
                fs::write(&patients, &whole[..whole.len() * (1 + turn % 3) / 3]).unwrap();
                fs::write(&patients, &whole).unwrap();
                turn += 1;
            }
        });
        let mut codes = Vec::new();
        for turn in 0..24 {
            let out = Folder::new();
            let to = out.file("list.csv");
            let args: &[&str] = match turn % 3 {
                0 => &["patients", "--list", "-o", to.to_str().unwrap()],
                1 => &["uptake", "-o", to.to_str().unwrap()],
                _ => &["second-dose", "--list", "-o", to.to_str().unwrap()],
            };
            let run = vaxdash(&[args, &["--data", data.arg(), "-q"]].concat());
            codes.push((run.code, to.exists(), parts(out.path()), run.err));
        }
        stops.store(true, Ordering::Relaxed);
        for (code, is_there, left, err) in &codes {
            assert!([0, 4, 5].contains(code) && *left == 0 && *is_there == (*code == 0), "{code}: {err}");
        }
    });
}
