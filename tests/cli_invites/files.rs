//! The bytes of the files, their names, and how they come into being.

use std::fs;

use super::{files_in, invites, written};
use crate::data::{Row, dose, doses, extract, nhs, patient};
use crate::harness::Folder;

const HEADER: &str = "Title,Given Name,Family Name,Date of Birth,NHS Number,Contact Number\r\n";

/// Patients with a first dose of 01/03/2021, who are overdue as at 11/05/2022.
fn overdue(patients: &[Row]) -> Folder {
    let events: Vec<Row> = (1..=20).filter_map(|n| crate::data::nhs_if_any(n).map(|_| dose(n, "20210301"))).collect();
    extract(patients, &events)
}

#[test]
fn one_file_a_practice_to_the_byte() {
    let folder = overdue(&[
        patient(1)
            .with("Forename", "Zoë")
            .with("Surname", "Brontë, née \"Bell\"")
            .with("Mobile Telephone", "+44 (0)7700 900123"),
        patient(2).with("Practice code", "A81002").with("Title", ""),
        patient(3).with("Date of Birth", "1970-06-09"),
    ]);
    let files = written(&folder, &["--dose", "second"]);
    let names: Vec<&String> = files.keys().collect();
    assert_eq!(names, ["accubook_A81001_second_2022-05-11.csv", "accubook_A81002_second_2022-05-11.csv"]);
    let abbey = format!(
        "{HEADER}Ms,Zoë,\"Brontë, née \"\"Bell\"\"\",01/06/1970,{},07700900123\r\nMs,Ada,Fell3,09/06/1970,{},07700900003\r\n",
        nhs(1),
        nhs(3)
    );
    assert_eq!(files["accubook_A81001_second_2022-05-11.csv"], abbey);
    let bridge = format!("{HEADER},Ada,Fell2,01/06/1970,{},07700900002\r\n", nhs(2));
    assert_eq!(files["accubook_A81002_second_2022-05-11.csv"], bridge);
}

#[test]
fn text_of_any_encoding_is_written_as_utf8() {
    let text: Vec<u8> = crate::data::csv(&[patient(1).with("Surname", "Bront@")])
        .bytes()
        .map(|b| if b == b'@' { 0xEB } else { b })
        .collect();
    let folder = extract(&[], &doses(1, &["20210301"])).with("patients.csv", text);
    let files = written(&folder, &["--dose", "second"]);
    let bytes = files.values().next().unwrap().as_bytes();
    assert!(!bytes.starts_with(b"\xef\xbb\xbf"), "no mark");
    assert!(String::from_utf8_lossy(bytes).contains(",Brontë,"));
}

#[test]
fn people_who_cannot_be_written_are_in_exceptions() {
    let folder = overdue(&[
        patient(1).with("Mobile Telephone", ""),
        patient(2).with("Mobile Telephone", "01632 960123"),
        patient(3).with("Practice code", "A81002").with("Forename", "=HYPERLINK(\"x\")"),
        patient(4),
    ]);
    let files = written(&folder, &["--dose", "second"]);
    let text = &files["exceptions_accubook_second_2022-05-11.csv"];
    let mut lines = text.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("NHS Number,Practice code,Excluded because,Detail"));
    let rows: Vec<&str> = lines.collect();
    assert_eq!(rows.len(), 3, "{text}");
    assert!(rows[0].starts_with(&format!("{},A81001,To manually book,", nhs(1))), "{}", rows[0]);
    assert!(rows[1].starts_with(&format!("{},A81001,To manually book,", nhs(2))), "{}", rows[1]);
    assert!(rows[2].starts_with(&format!("{},A81002,", nhs(3))) && rows[2].contains("Given Name"), "{}", rows[2]);
    // Why, but never what: no cell of the patient is in it.
    assert!(!text.contains("01632") && !text.contains("HYPERLINK") && !text.contains("Fell"), "{text}");
}

#[test]
fn residents_and_the_housebound_are_in_visits() {
    let folder = overdue(&[
        patient(1).flagged(&["care_home_resident"]),
        patient(2).flagged(&["housebound"]).with("Practice code", "A81002"),
        patient(3),
    ]);
    let files = written(&folder, &["--dose", "second"]);
    // 01/03/2021 + 56 days; both are overdue since 24/05/2021.
    let expected = format!(
        "NHS Number,Practice code,Reason,Dose,Status,Due date\r\n\
         {},A81001,care-home resident,second,overdue,26/04/2021\r\n\
         {},A81002,housebound,second,overdue,26/04/2021\r\n",
        nhs(1),
        nhs(2)
    );
    assert_eq!(files["visits_accubook_second_2022-05-11.csv"], expected);
    let kept = written(&folder, &["--dose", "second", "--include-visits"]);
    assert!(!kept.keys().any(|name| name.starts_with("visits")));
    assert!(kept["accubook_A81001_second_2022-05-11.csv"].contains(&nhs(1)));
    assert!(kept["accubook_A81002_second_2022-05-11.csv"].contains(&nhs(2)));
}

#[test]
fn a_person_on_two_lists_is_written_once() {
    // Due a third primary dose, which comes first; spring booster and booster wait for it.
    let person = patient(1).flagged(&["immunosuppressed", "at_risk"]);
    let folder = extract(&[person], &doses(1, &["20210301", "20210520"]));
    let lines = |args: &[&str]| {
        written(&folder, args)
            .into_iter()
            .flat_map(|(name, text)| text.lines().skip(1).map(|_| name.clone()).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&[]), ["accubook_A81001_next_2022-05-11.csv"]);
    assert_eq!(lines(&["--dose", "third-primary"]), ["accubook_A81001_third-primary_2022-05-11.csv"]);
    // Of 76, boosted never, complete long ago: booster and campaign are due; one line.
    let old = extract(&[patient(1).with("Date of Birth", "01/06/1945")], &doses(1, &["20210301", "20210520"]));
    assert_eq!(written(&old, &[]).values().map(|text| text.lines().count() - 1).sum::<usize>(), 1);
    assert_eq!(written(&old, &["--dose", "booster"]).len(), 1);
    assert_eq!(written(&old, &["--dose", "campaign"]).len(), 1);
}

#[test]
fn names_of_files_hold_nothing_of_the_data() {
    let folder = overdue(&[patient(1)]).with("practices.csv", "Practice code,Practice name\nA81001,../../etc/x\n");
    let names: Vec<String> = written(&folder, &["--dose", "second"]).into_keys().collect();
    assert_eq!(names, ["accubook_A81001_second_2022-05-11.csv"]);
}

#[test]
fn nobody_due_writes_no_file_and_makes_no_folder() {
    let (folder, out) = (extract(&[patient(1)], &[]), Folder::new());
    let path = out.file("new");
    invites(&folder, &["--dose", "second", "-o", path.to_str().unwrap()]).ended(0);
    assert!(!path.exists());
}

#[test]
fn a_folder_is_made_where_there_is_none() {
    let (folder, out) = (overdue(&[patient(1)]), Folder::new());
    let path = out.file("a").join("b");
    invites(&folder, &["--dose", "second", "-o", path.to_str().unwrap()]).ended(0);
    assert_eq!(fs::read_dir(path).unwrap().count(), 2, "the file and the manifest");
}

#[test]
fn nothing_is_left_behind_when_a_file_exists() {
    let folder =
        overdue(&[patient(1), patient(2).with("Practice code", "A81002"), patient(3).with("Mobile Telephone", "")]);
    for name in ["accubook_A81002_second_2022-05-11.csv", "exceptions_accubook_second_2022-05-11.csv"] {
        let out = Folder::new().with(name, "mine");
        let run = invites(&folder, &["--dose", "second", "-o", out.arg()]).ended(4);
        assert!(run.err.contains(name) && run.err.contains("--force"), "{}", run.err);
        let left = files_in(&out);
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(left[name], "mine");
        invites(&folder, &["--dose", "second", "-o", out.arg(), "--force"]).ended(0);
        assert_eq!(files_in(&out).len(), 3);
        assert_ne!(files_in(&out)[name], "mine");
    }
}

#[test]
fn all_files_of_a_run_or_none_the_rejected_rows_too() {
    let folder = overdue(&[patient(1), patient(2).with("NHS Number", "")]);
    let out = Folder::new().with("accubook_A81001_second_2022-05-11.csv", "mine");
    let rejects = out.file("rejects.csv");
    let args = ["--dose", "second", "-o", out.arg(), "--rejects", rejects.to_str().unwrap()];
    invites(&folder, &args).ended(4);
    assert_eq!(files_in(&out).len(), 1, "{:?}", files_in(&out));
    // And the other way round: a rejects file in the way stops the invitations.
    let out = Folder::new().with("rejects.csv", "mine");
    let rejects = out.file("rejects.csv");
    invites(&folder, &["--dose", "second", "-o", out.arg(), "--rejects", rejects.to_str().unwrap()]).ended(4);
    assert_eq!(files_in(&out).len(), 1);
}

#[test]
fn a_dry_run_writes_nothing_at_all() {
    let (folder, out) = (overdue(&[patient(1), patient(2).with("NHS Number", "")]), Folder::new());
    let (to, rejects) = (out.file("new"), out.file("rejects.csv"));
    let args = ["--dose", "second", "-n", "-o", to.to_str().unwrap(), "--rejects", rejects.to_str().unwrap()];
    let run = invites(&folder, &args).ended(0);
    assert!(run.out.contains("Nothing was written."), "{}", run.out);
    assert!(files_in(&out).is_empty(), "{:?}", files_in(&out));
}

#[test]
fn a_folder_that_cannot_be_written_to_is_exit_5() {
    let (folder, out) = (overdue(&[patient(1)]), Folder::new().with("file", ""));
    for path in [out.file("file"), out.file("file").join("below")] {
        let run = invites(&folder, &["--dose", "second", "-o", path.to_str().unwrap()]).ended(5);
        assert!(run.err.contains("file"), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = overdue(&[
        patient(1),
        patient(2).with("Mobile Telephone", ""),
        patient(3).flagged(&["housebound"]),
        patient(4).with("NHS Number", ""),
    ]);
    let out = Folder::new();
    let rejects = out.file("rejects.csv");
    invites(&folder, &["--dose", "second", "-o", out.arg(), "--rejects", rejects.to_str().unwrap()]).ended(0);
    let entries: Vec<_> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap()).collect();
    assert_eq!(entries.len(), 5);
    for entry in entries {
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.file_name());
    }
}
