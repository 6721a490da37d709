//! Section 6.1: what a run has read it never writes to, with --force neither,
//! along whatever links and spellings; what a killed run left is named (7.10).

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::data::{doses, extract, on, patient};
use crate::harness::{Folder, Run, vaxdash, vaxdash_in};

fn people() -> Folder {
    extract(&[patient(1), patient(2)], &doses(1, &["20220101"]))
}

#[track_caller]
fn refused(run: Run) {
    let run = run.ended(4);
    assert!(run.err.contains("which this run read") && run.out.is_empty(), "{}", run.err);
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<_> = paths
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn no_output_goes_over_a_file_that_was_read() {
    let (data, out) = (people(), Folder::new());
    let before = contents(data.path());
    let name = |file: &str| data.file(file).to_str().unwrap().to_owned();
    let (patients, events) = (name("patients.csv"), name("vaccinations.csv"));
    fs::create_dir(data.file("below")).unwrap();
    let roundabout = name("below/../patients.csv");
    for args in [
        &["patients", "--list", "-o", &patients][..],
        &["patients", "--list", "-o", &roundabout],
        &["uptake", "-o", &events],
        &["uptake", "--rejects", &patients],
        &["uptake", "--rejects", &name("practices.csv")],
        &["patients", "--list", "--format", "xlsx", "-o", &patients],
    ] {
        refused(on(&data, args[0], &[&args[1..], &["--force"]].concat()));
        // Without --force the file is safe as well, and the reason is the better one.
        refused(on(&data, args[0], &args[1..]));
    }
    refused(vaxdash(&[
        "uptake",
        "--data",
        &patients,
        "--data",
        &events,
        "--practices",
        &name("practices.csv"),
        "-o",
        &patients,
        "-f",
    ]));
    let sides = ["compare", data.arg(), data.arg(), "--old-as-at", "2022-05-01", "--as-at", "2022-05-11", "-f"];
    refused(vaxdash(&[&sides[..], &["-o", &patients]].concat()));
    assert_eq!(contents(data.path()), before);
    // Other files beside them are as good as any.
    on(&data, "uptake", &["-o", &name("uptake.csv")]).ended(0);
    on(&data, "uptake", &["-o", &name("uptake.csv"), "-f"]).ended(0);
    on(&data, "uptake", &["-o", &name("uptake.xlsx")]).ended(0);
    on(&data, "uptake", &["-o", &name("uptake.xlsx"), "-f"]).ended(0);
    on(&data, "uptake", &["-o", out.file("uptake.json").to_str().unwrap()]).ended(0);
}

#[cfg(unix)]
#[test]
fn links_lead_to_the_same_file() {
    use std::os::unix::fs::symlink;
    let (data, out) = (people(), Folder::new());
    let before = contents(data.path());
    let at = |name: &str| out.file(name).to_str().unwrap().to_owned();
    symlink(data.file("patients.csv"), out.file("link.csv")).unwrap();
    fs::hard_link(data.file("patients.csv"), out.file("hard.csv")).unwrap();
    symlink(data.path(), out.file("folder")).unwrap();
    for path in [at("link.csv"), at("hard.csv"), at("folder/patients.csv")] {
        refused(on(&data, "patients", &["--list", "-f", "-o", &path]));
        refused(on(&data, "uptake", &["-f", "--rejects", &path]));
    }
    // The data are the links.
    fs::create_dir(out.file("linked")).unwrap();
    for file in ["patients.csv", "practices.csv", "vaccinations.csv"] {
        symlink(data.file(file), out.file("linked").join(file)).unwrap();
    }
    let there = data.file("patients.csv");
    refused(vaxdash(&[
        "uptake",
        "--data",
        &at("linked"),
        "--as-at",
        "2022-05-11",
        "-f",
        "-o",
        there.to_str().unwrap(),
    ]));
    assert_eq!(contents(data.path()), before);
}

#[test]
fn rules_settings_targets_and_logs_are_read_too() {
    let (data, out) = (people(), Folder::new());
    let at = |name: &str| out.file(name).to_str().unwrap().to_owned();
    let folder = out.file("rules");
    vaxdash(&["rules", "--export", folder.to_str().unwrap()]).ended(0);
    let before = contents(&folder);
    let products = folder.join("products.csv");
    refused(on(&data, "uptake", &["--rules", folder.to_str().unwrap(), "-f", "-o", products.to_str().unwrap()]));
    vaxdash(&["rules", "--rules", folder.to_str().unwrap(), "--export", folder.to_str().unwrap(), "-f"]).ended(2);
    assert_eq!(contents(&folder), before);
    fs::write(out.file("password.txt"), "correct horse\n").unwrap();
    let book = ["--format", "xlsx", "--password-file", &at("password.txt"), "-f", "-o", &at("password.txt")];
    refused(on(&data, "uptake", &book));
    // The settings, and what a step of a preset reads.
    let settings = "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\n\
                    format = \"xlsx\"\npassword_file = \"password.txt\"\noutput = \"password.txt\"\n";
    fs::write(out.file("vaxdash.toml"), settings).unwrap();
    refused(vaxdash_in(out.path(), &["run", "weekly", "--data", data.arg(), "-f"], ""));
    refused(vaxdash_in(
        out.path(),
        &["uptake", "--data", data.arg(), "--format", "csv", "-f", "-o", "vaxdash.toml"],
        "",
    ));
    // The audit log and the invite log are added to, and never replaced.
    let log = at("audit.log");
    on(&data, "patients", &["--list", "--audit", &log]).ended(0);
    refused(on(&data, "patients", &["--list", "--audit", &log, "--format", "csv", "-f", "-o", &log]));
    let contacts = at("contacts.csv");
    fs::write(&contacts, "NHS Number,Target,Dose,As at\n").unwrap();
    let invites = ["--target", "accubook", "--allow-old-data", "-o", &at("invites"), "--invite-log", &contacts];
    refused(on(&data, "invites", &[&invites[..], &["--rejects", &contacts, "-f"]].concat()));
    on(&data, "invites", &[&invites[..], &["--exclude", &contacts]].concat()).ended(0);
    // An extract is no log, not even one that is empty.
    fs::write(data.file("empty.csv"), "").unwrap();
    let empty = data.file("empty.csv");
    refused(on(&data, "patients", &["--list", "--audit", empty.to_str().unwrap()]));
    assert_eq!(fs::read(empty).unwrap(), b"");
}

#[test]
fn what_a_killed_run_left_is_named_and_removed_when_it_is_old() {
    let (data, out) = (people(), Folder::new());
    let names = [".vaxdash-old.part", ".vaxdash-new.part", ".vaxdash-kept-0.old"];
    let left = |name: &str| {
        let file = fs::File::create(out.file(name)).unwrap();
        if !name.contains("new") {
            file.set_modified(SystemTime::now() - Duration::from_secs(2 * 60 * 60)).unwrap();
        }
    };
    for name in names {
        left(name);
    }
    let list = out.file("list.csv");
    let run = on(&data, "patients", &["--list", "-o", list.to_str().unwrap()]).ended(0);
    for name in names {
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
    assert!(!out.file(names[0]).exists() && out.file(names[1]).exists() && out.file(names[2]).exists());
    // Beside a log too, whose folder has no other file of the run.
    let logs = Folder::new();
    fs::rename(out.file(names[1]), logs.file(names[1])).unwrap();
    let log = logs.file("contacts.csv");
    let to = out.file("invites");
    let invites = ["--target", "accubook", "--allow-old-data", "-o", to.to_str().unwrap()];
    let run = on(&data, "invites", &[&invites[..], &["--invite-log", log.to_str().unwrap()]].concat()).ended(0);
    assert!(!log.exists() || run.err.contains(names[1]), "{}", run.err);
    assert!(log.exists(), "somebody is invited, so that the log is written: {}", run.out);
}
