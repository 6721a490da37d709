//! Section 7.2 and 7.5: a run that is interrupted, or whose input changes under
//! it, leaves nothing half done.
#![cfg(unix)]

use std::fs::{self, File};
use std::io::Write;
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

/// Runs that are killed outright, each with a folder of its own and one invite
/// log: how often, for whoever wants to see more.
fn kills() -> u32 {
    std::env::var("VAXDASH_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(30)
}

/// Six people of three practices are invited by each run.
fn invitations(data: &Folder, place: &Folder, out: &str) -> Invocation {
    let (out, log) = (place.file(out), place.file("logs/log.csv"));
    let run = Invocation::new().args(["invites", "--target", "accubook", "--dose", "first", "--limit", "2", "-q"]);
    let run = run.args(["--allow-old-data", "--accept", "refresh-unknown", "--as-at", "2022-05-11"]).data(data);
    run.args(["--invite-log".as_ref(), log.as_os_str()]).args(["-o".as_ref(), out.as_os_str()])
}

/// The people of the import files of a folder, which must be whole or not there.
fn invited(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap());
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.retain(|name| Path::new(name).extension() != Some("part".as_ref()));
    names.sort();
    let Ok(manifest) = fs::read(folder.join("manifest.json")) else {
        assert!(names.is_empty(), "{names:?}");
        return Vec::new();
    };
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let written = manifest["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap());
    let mut expected: Vec<&str> = written.chain(["manifest.json"]).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    let import = names.iter().filter(|name| name.starts_with("accubook"));
    import
        .flat_map(|name| {
            let text = fs::read_to_string(folder.join(name)).unwrap();
            text.lines().skip(1).map(|line| line.split(',').nth(4).unwrap().to_owned()).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn runs_that_are_killed_outright_leave_the_log_and_the_files_the_same_people() {
    let turns = kills();
    let crowd = (1..).filter(|n| crate::data::nhs_if_any(*n).is_some()).take(6 * (turns as usize + 4));
    let patients: Vec<_> = crowd
        .map(|n| crate::data::patient(n).with("Practice code", ["A81001", "A81002", "A81003"][(n % 3) as usize]))
        .collect();
    let (data, place) = (crate::data::extract(&patients, &[]), Folder::new());
    fs::create_dir(place.file("logs")).unwrap();
    let started = Instant::now();
    assert_eq!(invitations(&data, &place, "out-0").run().ended(0).err, "");
    let whole = started.elapsed();
    let (mut killed, mut finished) = (0, 0);
    for turn in 1..=turns {
        // Every third run is killed at any moment, the others once their files are being made.
        let part = f64::from(turn * 37 % 100) / 100.0;
        let mut command = invitations(&data, &place, &format!("out-{turn}")).command();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        if turn % 3 == 0 {
            thread::sleep(whole.mul_f64(part));
        } else {
            let logs = place.file("logs");
            let before = parts(&logs);
            while parts(&logs) <= before && child.try_wait().unwrap().is_none() {
                std::hint::spin_loop();
            }
            thread::sleep(Duration::from_micros(100).mul_f64(part * 80.0));
        }
        drop(child.kill());
        let ended = child.wait_with_output().unwrap();
        killed += u32::from(ended.status.signal() == Some(9));
        finished += u32::from(String::from_utf8_lossy(&ended.stderr).contains("a run that was killed"));
    }
    let last = invitations(&data, &place, "last").run().ended(0);
    finished += u32::from(last.err.contains("a run that was killed"));
    let mut in_files: Vec<String> = (0..=turns).flat_map(|turn| invited(&place.file(&format!("out-{turn}")))).collect();
    in_files.extend(invited(&place.file("last")));
    let log = fs::read_to_string(place.file("logs/log.csv")).unwrap();
    let mut in_log: Vec<String> = log.lines().skip(1).map(|line| line[..10].to_owned()).collect();
    in_files.sort();
    in_log.sort();
    assert_eq!(in_files, in_log, "{killed} killed, {finished} finished by the next");
    let told = in_log.len();
    in_log.dedup();
    assert_eq!(in_log.len(), told, "nobody twice");
    assert!(told >= 12 && killed > 0, "{killed} {finished} {told}");
    let said = format!("{killed} of {turns} were killed, {finished} were finished by the next");
    drop(writeln!(std::io::stderr().lock(), "{said}"));
}
