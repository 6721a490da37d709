//! `--invite-log`, and `--exclude` that reads it back: nobody is invited twice.

use std::fs;

use super::{Files, files_in};
use crate::data::{Row, dose, extract, nhs, on, patient};
use crate::harness::{Folder, Run};

const HEADER: &str = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n";

/// These patients, overdue for a second dose as at 11/05/2022.
fn clinic(numbers: &[u32]) -> Folder {
    let patients: Vec<Row> = numbers.iter().map(|n| patient(*n)).collect();
    let events: Vec<Row> = numbers.iter().map(|n| dose(*n, "20210301")).collect();
    extract(&patients, &events)
}

/// What a nightly script runs, as at a day.
fn nightly(data: &Folder, log: &str, as_at: &str, more: &[&str]) -> (Run, Files) {
    let out = Folder::new();
    let run = nightly_to(&out, data, log, as_at, more);
    (run, files_in(&out))
}

fn nightly_to(out: &Folder, data: &Folder, log: &str, as_at: &str, more: &[&str]) -> Run {
    let args = ["--dose", "second", "--target", "accubook", "--allow-old-data", "--as-at", as_at];
    on(data, "invites", &[&args, &["-o", out.arg(), "--invite-log", log, "--exclude", log][..], more].concat())
}

/// The people of a step, as the table shows them.
fn counted(shown: &str, step: &str) -> Option<u64> {
    shown.lines().find_map(|line| line.strip_prefix(step)?.trim().parse().ok())
}

fn log_in(folder: &Folder) -> (String, String) {
    let path = folder.file("log.csv");
    (path.to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap_or_default())
}

#[test]
fn a_script_that_runs_twice_invites_nobody_twice() {
    let place = Folder::new();
    let (log, _) = log_in(&place);
    // The first night the log is not there yet.
    let (run, files) = nightly(&clinic(&[1, 2]), &log, "11/05/2022", &[]);
    run.ended(0);
    assert!(files["accubook_A81001_second_2022-05-11.csv"].lines().count() == 3);
    let first = format!(
        "{HEADER}{},accubook,second,2022-05-11,sms,1,\r\n{},accubook,second,2022-05-11,sms,1,\r\n",
        nhs(1),
        nhs(2)
    );
    assert_eq!(log_in(&place).1, first);
    // The same night again, and the next: nobody, and the log is as it was.
    for day in ["11/05/2022", "12/05/2022"] {
        let (run, files) = nightly(&clinic(&[1, 2]), &log, day, &[]);
        let run = run.ended(0);
        assert!(files.is_empty() && counted(&run.err, "Already invited") == Some(2), "{}", run.err);
        assert_eq!(log_in(&place).1, first);
    }
    // Somebody new is added to the end.
    let (run, files) = nightly(&clinic(&[1, 2, 3]), &log, "13/05/2022", &[]);
    run.ended(0);
    assert!(!files["accubook_A81001_second_2022-05-13.csv"].contains(&nhs(1)));
    assert_eq!(log_in(&place).1, format!("{first}{},accubook,second,2022-05-13,sms,1,\r\n", nhs(3)));
    // After fourteen days they may be reminded; 25/05 is the fourteenth after the 11th.
    let invited = |day: &str| nightly(&clinic(&[1, 2, 3]), &log, day, &["--dry-run"]).0.ended(0).out;
    assert!(counted(&invited("24/05/2022"), "Written") == Some(0), "{}", invited("24/05/2022"));
    assert!(counted(&invited("25/05/2022"), "Written") == Some(2), "{}", invited("25/05/2022"));
    assert_eq!(log_in(&place).1.lines().count(), 4, "a dry run adds nothing");
}

#[test]
fn only_those_written_are_in_the_log_with_target_and_dose() {
    let place = Folder::new();
    let (log, _) = log_in(&place);
    let patients = [
        patient(1).with("Email", "ada@example.org").with("Mobile Telephone", ""),
        patient(2),
        patient(3).with("Mobile Telephone", ""),
        patient(4).flagged(&["housebound"]),
        patient(5).with("sms_consent", "N"),
    ];
    let data = extract(&patients, &[dose(2, "20210301")]);
    let out = Folder::new();
    let args = ["--channels", "sms,email", "--allow-old-data", "--invite-log", &log, "-o", out.arg()];
    on(&data, "invites", &args).ended(0);
    let expected = format!(
        "{HEADER}{},notify-email,first,2022-05-11,email,1,\r\n{},notify-sms,second,2022-05-11,sms,1,\r\n",
        nhs(1),
        nhs(2)
    );
    assert_eq!(log_in(&place).1, expected);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_the_log() {
    use std::os::unix::fs::PermissionsExt;
    let place = Folder::new();
    let (log, _) = log_in(&place);
    let mode = || fs::metadata(&log).unwrap().permissions().mode() & 0o777;
    nightly(&clinic(&[1]), &log, "11/05/2022", &[]).0.ended(0);
    assert_eq!(mode(), 0o600);
    // Also where somebody has opened it to others since.
    fs::set_permissions(&log, fs::Permissions::from_mode(0o644)).unwrap();
    nightly(&clinic(&[1, 2]), &log, "11/05/2022", &[]).0.ended(0);
    assert_eq!(mode(), 0o600);
}

#[test]
fn the_log_and_the_files_are_written_together_or_not_at_all() {
    let place = Folder::new();
    let (log, _) = log_in(&place);
    let (data, out) = (clinic(&[1]), Folder::new().with("accubook_A81001_second_2022-05-11.csv", "mine"));
    let run = nightly_to(&out, &data, &log, "11/05/2022", &[]).ended(4);
    assert!(run.err.contains("exists already"), "{}", run.err);
    assert!(!place.file("log.csv").exists());
    // And where the log cannot be written, there are no files.
    let out = Folder::new();
    nightly_to(&out, &data, place.arg(), "11/05/2022", &[]).ended(4);
    assert!(files_in(&out).is_empty());
    // A folder that is not there is made.
    let log = place.file("new/folder/log.csv");
    nightly_to(&out, &data, log.to_str().unwrap(), "11/05/2022", &[]).ended(0);
    assert!(log.exists());
    // One name for two things.
    let out = Folder::new();
    let same = out.file("exceptions_accubook_second_2022-05-11.csv");
    let data =
        extract(&[patient(1), patient(2).with("Mobile Telephone", "")], &[dose(1, "20210301"), dose(2, "20210301")]);
    let run = nightly_to(&out, &data, same.to_str().unwrap(), "11/05/2022", &["--force"]).ended(4);
    assert!(run.err.contains("two outputs") && files_in(&out).is_empty(), "{}", run.err);
}

#[test]
fn a_file_that_is_no_log_is_left_alone() {
    let data = clinic(&[1]);
    for text in ["mine", "NHS Number\r\n", "\r\n"] {
        let place = Folder::new().with("log.csv", text);
        let (log, _) = log_in(&place);
        let out = Folder::new();
        let args = [
            "--dose",
            "second",
            "--target",
            "accubook",
            "--allow-old-data",
            "--invite-log",
            &log,
            "-o",
            out.arg(),
            "-f",
        ];
        let run = on(&data, "invites", &args).ended(4);
        assert!(run.err.contains("not a log") && files_in(&out).is_empty(), "{}", run.err);
        assert_eq!(log_in(&place).1, text);
    }
    // An empty file becomes one; a row without its end gets it.
    let added = format!("{},accubook,second,2022-05-11,sms,1,\r\n", nhs(1));
    for (text, before) in [
        ("", HEADER.to_owned()),
        (
            "NHS Number,Target,Dose,As at\n9990000042,x,y,2020-01-01",
            format!("{HEADER}9990000042,x,y,2020-01-01,,,\r\n"),
        ),
        (
            "NHS Number,Target,Dose,As at,Channel,Round,Campaign\n9990000042,x,y,2020-01-01,,1,",
            "NHS Number,Target,Dose,As at,Channel,Round,Campaign\n9990000042,x,y,2020-01-01,,1,\r\n".to_owned(),
        ),
    ] {
        let place = Folder::new().with("log.csv", text);
        let (log, _) = log_in(&place);
        nightly(&data, &log, "11/05/2022", &[]).0.ended(0);
        assert_eq!(log_in(&place).1, format!("{before}{added}"));
    }
}

#[test]
fn a_log_that_is_missing_is_empty_only_where_it_is_the_log_of_this_run() {
    let (data, out) = (clinic(&[1]), Folder::new());
    let missing = out.file("log.csv");
    let args = ["--target", "accubook", "--allow-old-data", "-n", "--exclude", missing.to_str().unwrap()];
    on(&data, "invites", &args).ended(5);
}

#[test]
fn where_an_import_file_is_replaced_whose_people_are_in_the_log_it_is_said_aloud() {
    let (place, out) = (Folder::new(), Folder::new());
    let (log, _) = log_in(&place);
    nightly_to(&out, &clinic(&[1, 2]), &log, "11/05/2022", &[]).ended(0);
    // Without --force the folder of a run is its own.
    let before = (files_in(&out), log_in(&place));
    let run = nightly_to(&out, &clinic(&[1, 2, 3]), &log, "11/05/2022", &[]).ended(4);
    assert!(run.err.contains("manifest.json exists already"), "{}", run.err);
    assert_eq!((files_in(&out), log_in(&place)), before);
    // The third person's file is written over that of the first two, who are invited by nobody now.
    for (numbers, day) in [(&[1, 2, 3][..], "11/05/2022"), (&[1, 2, 3], "12/05/2022")] {
        let run = nightly_to(&out, &clinic(numbers), &log, day, &["--force", "-q"]).ended(0);
        assert!(run.err.contains("accubook_A81001_second_2022-05-11.csv"), "{}", run.err);
        assert!(run.err.contains("is in the invite log") && run.err.contains("invited by nobody"), "{}", run.err);
    }
    // Nobody was left the next night: the files of the night before went.
    assert!(files_in(&out).is_empty() && !out.file("manifest.json").exists());
    assert_eq!(log_in(&place).1.lines().count(), 4);
}

#[test]
fn a_list_of_nothing_but_numbers_is_read_back_too() {
    let (data, out) = (clinic(&[1, 2, 3]), Folder::new());
    let args = ["--dose", "second", "--target", "emis", "--allow-old-data", "--limit", "2", "-o", out.arg()];
    on(&data, "invites", &args).ended(0);
    let list = out.file("emis_A81001_second_2022-05-11.txt");
    let again = ["--dose", "second", "--target", "emis", "--allow-old-data", "-n", "--exclude", list.to_str().unwrap()];
    let run = on(&data, "invites", &again).ended(0);
    assert!(counted(&run.out, "Already invited") == Some(2), "{}", run.out);
    // One line that is no number, and it is no such list.
    for text in ["9990000018\n999000001\n", "9990000018,1\n", "9990000018\nAda\n"] {
        let other = Folder::new().with("list.txt", text);
        let path = other.file("list.txt");
        on(&data, "invites", &[&again[..7], &[path.to_str().unwrap()]].concat()).ended(5);
    }
}
