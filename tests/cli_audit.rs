//! Section 7.7: whatever names people leaves a line in the audit log, which
//! names nobody and shows what is done to it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::data::{BOOSTER, dose, doses, extract, nhs, on, patient};
use crate::harness::{Folder, Invocation, Run, vaxdash, vaxdash_in};

fn people() -> Folder {
    let patients = [patient(1), patient(2).with("Practice code", "A81002"), patient(3).flagged(&["immunosuppressed"])];
    let given = [
        doses(1, &["20220101"]),
        doses(3, &["20210301", "20210501"]),
        vec![dose(2, "20220301").with("VACCINATION_PROCEDURE_CODE", BOOSTER)],
    ];
    extract(&patients, &given.concat())
}

/// The lines of the outputs; each has its outcome, and all of them were written.
fn lines(log: &Path) -> Vec<Value> {
    let (outputs, outcomes) = all_lines(log);
    let hashes: Vec<&Value> = outputs.iter().map(|line| &line["hash"]).collect();
    assert_eq!(outcomes.iter().map(|line| &line["of"]).collect::<Vec<_>>(), hashes);
    assert!(outcomes.iter().all(|line| line["outcome"] == "written" && line["time"].is_string()), "{outcomes:?}");
    outputs
}

/// The lines of the outputs, and those of their outcomes.
fn all_lines(log: &Path) -> (Vec<Value>, Vec<Value>) {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.partition(|line| line["outcome"].is_null())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn verify(log: &Path) -> Run {
    vaxdash(&["audit", "verify", log.to_str().unwrap()])
}

#[test]
fn every_output_that_names_people_leaves_a_line() {
    let (data, out) = (people(), Folder::new());
    let (log, invites, book) = (out.file("audit.log"), out.file("invites"), out.file("all.xlsx"));
    let audit = ["--audit", log.to_str().unwrap(), "--reason", "weekly recall"];
    let listed: [&[&str]; 6] = [
        &["second-dose", "--list"],
        &["boosters", "--list", "--practice", "A81002"],
        &["campaign", "--list", "--format", "json"],
        &["immunosuppressed", "--list"],
        &["cohorts", "--list", "--cohort", "9"],
        &["patients", "--list"],
    ];
    let mut expected = 0;
    for args in listed {
        let run = on(&data, args[0], &[&args[1..], &audit].concat()).ended(0);
        expected += 1;
        let lines = lines(&log);
        assert_eq!(lines.len(), expected, "{args:?}");
        let last = &lines[expected - 1];
        assert_eq!(last["command"], args[0]);
        assert_eq!(last["outputs"], json!([{"name": "-", "sha256": sha256(run.out.as_bytes())}]));
        assert_eq!((&last["reason"], &last["as_at"]), (&json!("weekly recall"), &json!("2022-05-11")));
        for key in ["time", "user", "host", "version"] {
            assert!(!last[key].as_str().unwrap().is_empty(), "{key}");
        }
    }
    let seen = lines(&log);
    assert_eq!(seen[1]["practices"], json!(["A81002"]));
    assert_eq!(seen[5]["practices"], json!(["A81001", "A81002", "A81003"]));
    assert_eq!((&seen[5]["counts"], &seen[4]["filters"]["cohort"]), (&json!({"rows": 3}), &json!(["9"])));
    // Not on standard output, and not as one file.
    let file = |name: &str| out.file(name).to_str().unwrap().to_owned();
    let to = file("invites");
    on(&data, "invites", &[&["--target", "accubook", "--allow-old-data", "-o", &to], &audit[..]].concat()).ended(0);
    on(&data, "history", &[&[nhs(1).as_str(), "-o", &file("history.json")], &audit[..]].concat()).ended(0);
    on(&data, "dashboard", &[&["--with-patients", "-o", &file("all.xlsx")], &audit[..]].concat()).ended(0);
    let sides = ["compare", data.arg(), data.arg(), "--old-as-at", "2022-05-01", "--as-at", "2022-05-11", "--list"];
    vaxdash(&[&sides[..], &audit].concat()).ended(0);
    let seen = lines(&log);
    assert_eq!(seen.len(), 10);
    for output in seen[6]["outputs"].as_array().unwrap() {
        let bytes = fs::read(invites.join(output["name"].as_str().unwrap())).unwrap();
        assert_eq!(output["sha256"], sha256(&bytes));
    }
    // The manifest names nobody.
    assert_eq!(seen[6]["outputs"].as_array().unwrap().len() + 1, fs::read_dir(&invites).unwrap().count());
    assert_eq!((&seen[7]["practices"], &seen[7]["counts"]), (&json!(["A81001"]), &json!({"people": 1})));
    assert_eq!(seen[8]["outputs"], json!([{"name": "all.xlsx", "sha256": sha256(&fs::read(book).unwrap())}]));
    assert_eq!(seen[9]["command"], "compare");
    // No patient is named.
    let text = fs::read_to_string(&log).unwrap();
    for n in 1..=3 {
        for mark in [nhs(n), format!("Fell{n}"), format!("07700900{n:03}"), "01/06/1970".to_owned()] {
            assert!(!text.contains(&mark), "{mark}: {text}");
        }
    }
    assert!(verify(&log).ended(0).out.contains("20 lines are as written. The last hash is "));
}

#[test]
fn what_names_nobody_leaves_none() {
    let (data, out) = (people(), Folder::new());
    let log = out.file("audit.log");
    let audit = ["--audit", log.to_str().unwrap()];
    let book = out.file("all.xlsx");
    for args in [
        &["second-dose"][..],
        &["patients"],
        &["dashboard", "-o", book.to_str().unwrap()],
        &["invites", "--target", "accubook", "--allow-old-data", "--dry-run"],
    ] {
        on(&data, args[0], &[&args[1..], &audit].concat()).ended(0);
        let with_reason = on(&data, args[0], &[&args[1..], &audit, &["--reason", "why"]].concat()).ended(2);
        assert!(with_reason.err.contains("names nobody"), "{}", with_reason.err);
    }
    // Somebody else's patient, or nobody.
    on(&data, "history", &[&[nhs(9).as_str()], &audit[..]].concat()).ended(4);
    assert!(lines(&log).is_empty());
}

/// The commands with `--list` that need no second folder.
const LISTS: [&str; 8] =
    ["cohorts", "first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "quality", "patients"];

#[test]
fn nothing_is_put_out_if_the_log_cannot_be_written() {
    let data = people();
    let folder = Folder::new().with("broken.log", "{\"time\":\"2022\"}\n").with("half.log", "{\"time\":");
    let at = |name: &str| folder.file(name).to_str().unwrap().to_owned();
    let mut logs =
        vec![(at("broken.log"), 4), (at("half.log"), 4), (at("no/such/folder.log"), 5), (folder.arg().to_owned(), 4)];
    #[cfg(unix)]
    {
        assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
        logs.push((at("pipe"), 4));
    }
    let list = at("list.csv");
    let contacts = at("contacts.csv");
    fs::write(&contacts, "NHS Number,Target,Dose,As at\n").unwrap();
    let preset = Folder::new().with(
        "vaxdash.toml",
        "[preset.weekly]\n[[preset.weekly.step]]\ncommand = \"uptake\"\noutput = \"uptake.csv\"\n\
         [[preset.weekly.step]]\ncommand = \"boosters\"\nlist = true\noutput = \"boosters.csv\"\n",
    );
    for (log, code) in logs {
        let refused = |args: &[&str]| {
            let run = on(&data, args[0], &[&args[1..], &["--audit", &log]].concat()).ended(code);
            assert!(run.out.is_empty() && run.err.to_lowercase().contains("nothing is put out"), "{}", run.err);
        };
        for command in LISTS {
            refused(&[command, "--list", "-o", &list]);
        }
        refused(&["outcomes", "--invite-log", &contacts, "--list", "-o", &list]);
        refused(&["history", &nhs(1)]);
        refused(&["invites", "--target", "accubook", "--allow-old-data", "-o", &at("invites")]);
        refused(&["dashboard", "--with-patients", "-o", &at("all.xlsx")]);
        vaxdash(&["compare", data.arg(), data.arg(), "--list", "--audit", &log]).ended(code);
        // A preset with one step that names people writes none of its files.
        let run = vaxdash_in(preset.path(), &["run", "weekly", "--data", data.arg(), "--audit", &log], "").ended(code);
        assert!(run.out.is_empty() && fs::read_dir(preset.path()).unwrap().count() == 1, "{}", run.err);
    }
    let whole = vaxdash::command();
    let logged =
        whole.get_subcommands().filter(|command| command.get_arguments().any(|arg| arg.get_id() == "audit_log"));
    let logged: Vec<&str> = logged.map(clap::Command::get_name).collect();
    let mut tried = [&LISTS[..], &["history", "invites", "outcomes", "dashboard", "compare", "run"]].concat();
    tried.retain(|command| !logged.contains(command));
    assert!(tried.is_empty() && logged.len() == LISTS.len() + 6, "{logged:?}: a command is new");
    for name in ["list.csv", "invites", "all.xlsx"] {
        assert!(!folder.file(name).exists(), "{name}");
    }
    // What was there is as it was.
    assert_eq!(fs::read_to_string(folder.file("half.log")).unwrap(), "{\"time\":");
}

#[cfg(unix)]
#[test]
fn nothing_is_put_out_if_the_disk_takes_no_line() {
    // Opened without trouble, and full when the line is written.
    let (data, folder) = (people(), Folder::new());
    std::os::unix::fs::symlink("/dev/full", folder.file("full.log")).unwrap();
    let run = on(&data, "patients", &["--list", "--audit", folder.file("full.log").to_str().unwrap()]).ended(4);
    assert!(run.out.is_empty() && run.err.contains("is no file"), "{}", run.err);
    // A file that may not grow stands for a full disk.
    let log = folder.file("audit.log");
    // The signal that comes with it is ignored, as by a shell's trap.
    let run = Invocation::after("trap '' XFSZ; ulimit -f 0").args(["patients", "--list"]).data(&data);
    let run = run.args(["--as-at", "2022-05-11", "--audit", log.to_str().unwrap()]).run().ended(5);
    assert!(run.out.is_empty() && lines(&log).is_empty());
}

#[test]
fn a_file_that_is_in_the_way_leaves_no_line() {
    let (data, folder) = (people(), Folder::new().with("list.csv", "mine"));
    let (log, list) = (folder.file("audit.log"), folder.file("list.csv"));
    on(&data, "patients", &["--list", "-o", list.to_str().unwrap(), "--audit", log.to_str().unwrap()]).ended(4);
    assert!(lines(&log).is_empty());
}

#[test]
fn two_processes_at_once_do_not_break_it() {
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    let mut running = Vec::new();
    for _ in 0..6 {
        for _ in 0..4 {
            let run = Invocation::new().args(["patients", "--list", "--as-at", "2022-05-11", "-q"]).data(&data);
            let run = run.args(["--audit".as_ref(), log.as_os_str()]);
            running.push(run.command().stdout(Stdio::null()).spawn().unwrap());
        }
        for mut child in running.drain(..) {
            assert!(child.wait().unwrap().success());
        }
    }
    assert!(verify(&log).ended(0).out.contains("48 lines are as written"), "{}", verify(&log).out);
}

#[test]
fn verify_names_the_first_broken_line() {
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    for _ in 0..4 {
        on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    }
    let text = fs::read_to_string(&log).unwrap();
    let broken = |text: String, line: u32| {
        fs::write(&log, text).unwrap();
        let run = verify(&log).ended(3);
        assert!(run.out.contains(&format!("line {line} is broken")), "{}", run.out);
    };
    broken(text.replacen("A81001", "A81009", 1), 1);
    let whole: Vec<&str> = text.lines().collect();
    broken([whole[0], whole[2], whole[3], ""].join("\n"), 2);
    broken([whole[0], whole[2], whole[1], whole[3], ""].join("\n"), 2);
    broken(format!("{text}half a line"), 9);
    vaxdash(&["audit", "verify", folder.file("none.log").to_str().unwrap()]).ended(5);
    vaxdash(&["audit", "verify", folder.arg()]).ended(5);
    vaxdash(&["audit"]).ended(2);
}

#[test]
fn the_log_can_be_set_once_for_all_and_the_reason_names_nobody() {
    let (data, folder) = (people(), Folder::new());
    let settings = format!(
        "data = {:?}\nas_at = \"2022-05-11\"\naudit_log = \"audit.log\"\n[preset.weekly]\n\
         [[preset.weekly.step]]\ncommand = \"uptake\"\n\
         [[preset.weekly.step]]\ncommand = \"patients\"\nlist = true\noutput = \"patients.csv\"\n\
         [[preset.weekly.step]]\ncommand = \"boosters\"\nlist = true\noutput = \"boosters.csv\"\n\
         [preset.counts]\n[[preset.counts.step]]\ncommand = \"uptake\"\n",
        data.arg()
    );
    let folder = folder.with("vaxdash.toml", settings);
    let log = folder.file("audit.log");
    let run = |args: &[&str]| vaxdash_in(folder.path(), args, "");
    run(&["uptake"]).ended(0);
    assert!(!log.exists());
    run(&["patients", "--list"]).ended(0);
    run(&["run", "weekly", "--reason", "weekly recall"]).ended(0);
    run(&["run", "counts", "--reason", "weekly recall"]).ended(2);
    let seen = lines(&log);
    assert_eq!(
        seen.iter().map(|line| line["command"].clone()).collect::<Vec<_>>(),
        ["patients", "patients", "boosters"]
    );
    assert_eq!(seen[2]["reason"], "weekly recall");
    assert_eq!(seen[2]["outputs"][0]["name"], "boosters.csv");
    for (reason, detail) in [
        (nhs(1), "an NHS number"),
        (format!("about {} {} {}", &nhs(1)[..3], &nhs(1)[3..6], &nhs(1)[6..]), "an NHS number"),
        ("born 01/06/1970".to_owned(), "a date of birth"),
        ("call 07700 900123".to_owned(), "a phone number"),
        ("asked by ada@example.org".to_owned(), "an e-mail address"),
    ] {
        let refused = run(&["patients", "--list", "--reason", &reason]).ended(2);
        assert!(!refused.err.contains(&nhs(1)) && refused.err.contains(detail), "{}", refused.err);
        run(&["run", "weekly", "--force", "--reason", &reason]).ended(2);
    }
    // A reason without a log is lost: it is refused.
    let refused = on(&data, "patients", &["--list", "--reason", "why"]).ended(2);
    assert!(refused.err.contains("--audit FILE"), "{}", refused.err);
    // A number in the name of a file is masked.
    run(&["patients", "--list", "-o", &format!("of-{}.csv", nhs(1))]).ended(0);
    let text = fs::read_to_string(&log).unwrap();
    assert!(!text.contains(&nhs(1)) && text.contains("of-999****018.csv"), "{text}");
    assert_eq!(verify(&log).ended(0).out.lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_the_log() {
    use std::os::unix::fs::PermissionsExt;
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    assert_eq!(fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_log_that_others_could_read_is_taken_from_them() {
    use std::os::unix::fs::PermissionsExt;
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    let mode = || fs::metadata(&log).unwrap().permissions().mode() & 0o777;
    on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    fs::set_permissions(&log, fs::Permissions::from_mode(0o664)).unwrap();
    on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    assert_eq!((mode(), lines(&log).len()), (0o600, 2));
    // What is no log stays as it is.
    let other = folder.file("other.txt");
    fs::write(&other, "mine\n").unwrap();
    fs::set_permissions(&other, fs::Permissions::from_mode(0o664)).unwrap();
    on(&data, "patients", &["--list", "--audit", other.to_str().unwrap()]).ended(4);
    assert_eq!(fs::metadata(&other).unwrap().permissions().mode() & 0o777, 0o664);
}

#[cfg(unix)]
#[test]
fn what_was_not_put_in_its_place_is_logged_as_failed() {
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    // Standard output that takes nothing.
    let run = Invocation::new().args(["patients", "--list", "--as-at", "2022-05-11", "-q"]).data(&data);
    let mut run = run.args(["--audit".as_ref(), log.as_os_str()]).command();
    let full = fs::File::create("/dev/full").unwrap();
    assert_eq!(run.stdout(full).stderr(Stdio::null()).status().unwrap().code(), Some(5));
    let (outputs, outcomes) = all_lines(&log);
    assert_eq!((outputs.len(), &outcomes[0]["outcome"]), (1, &json!("failed")));
    assert_eq!(outcomes[0]["of"], outputs[0]["hash"]);
    assert!(verify(&log).ended(0).out.contains("1 output failed"), "{}", verify(&log).out);
    // A pipe that is closed is success.
    let run = Invocation::after("exec >&-").args(["patients", "--list", "--as-at", "2022-05-11", "-q"]).data(&data);
    drop(run.args(["--audit".as_ref(), log.as_os_str()]).run());
    assert_eq!(all_lines(&log).1.len(), 2);
}

#[test]
fn an_output_without_an_outcome_is_named() {
    let (data, folder) = (people(), Folder::new());
    let log = folder.file("audit.log");
    for _ in 0..2 {
        on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    }
    // As a run leaves it that is killed before its file has its place.
    let text = fs::read_to_string(&log).unwrap();
    let three: Vec<&str> = text.split_inclusive('\n').take(3).collect();
    fs::write(&log, three.concat()).unwrap();
    let run = verify(&log).ended(3);
    assert!(
        run.out.contains("3 lines are as written") && run.out.contains("1 output has no outcome (line 3)"),
        "{}",
        run.out
    );
    // The next run goes on below it.
    on(&data, "patients", &["--list", "--audit", log.to_str().unwrap()]).ended(0);
    assert!(verify(&log).ended(3).out.contains("5 lines are as written"));
}
