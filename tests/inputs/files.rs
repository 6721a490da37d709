//! Which files are looked at, in what order, and what cannot be read at all.

use std::fs;

use serde_json::json;

use crate::data::{
    PRACTICES, buckets, checked, csv, dose, doses, doubts, extract, input, nhs, on, patient, pipes, report,
};
use crate::harness::{Folder, table, vaxdash};

/// The beginning of every ZIP archive, which a workbook is.
const ZIP: &[u8] = b"PK\x03\x04\x14\x00\x00\x00";
/// The beginning of old Excel workbooks and of encrypted ones.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn one() -> Folder {
    extract(&[patient(1)], &doses(1, &["20210301"]))
}

#[test]
fn folders_files_and_both_at_once() {
    let folder = one();
    let (patients, events) = (folder.file("patients.csv"), folder.file("vaccinations.csv"));
    let (patients, events) = (patients.to_str().unwrap(), events.to_str().unwrap());
    let list = folder.file("practices.csv");
    let list = list.to_str().unwrap();
    let shown = |args: &[&str]| {
        let run = vaxdash(&[&["uptake", "--as-at", "2022-05-11", "--format", "json"], args].concat()).ended(0);
        let report = run.json();
        (buckets(&report, "patients"), buckets(&report, "vaccinations"))
    };
    let expected = (json!({"patients": 1}), json!({"doses": 1}));
    assert_eq!(shown(&["--data", list, "--data", patients, "--data", events]), expected);
    // A file that is named twice is read once.
    assert_eq!(shown(&["--data", folder.arg(), "--data", patients]), expected);
}

#[test]
fn only_files_with_a_known_ending_are_looked_at_and_no_deeper_folder() {
    let folder = one().with("notes.doc", csv(&[patient(2)])).with("patients.csv.bak", csv(&[patient(2)]));
    fs::create_dir(folder.file("old")).unwrap();
    fs::write(folder.file("old").join("patients.csv"), csv(&[patient(2)])).unwrap();
    fs::create_dir(folder.file("folder.csv")).unwrap();
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
    // The others are named, with why they are not read.
    let found = checked(&folder, &[]);
    assert_eq!(table(&found, "inputs")["rows"].as_array().unwrap().len(), 5);
    for name in ["notes.doc", "patients.csv.bak"] {
        let file = input(&found, name);
        assert_eq!(file["kind"], "skipped");
        assert!(file["remark"].as_str().unwrap().contains("not read"), "{file}");
    }
    // Named on the command line, any ending will do.
    let path = folder.file("patients.csv.bak");
    let report = report(&folder, "uptake", &["--data", path.to_str().unwrap()]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 2}));
}

#[test]
fn hidden_and_lock_files_are_skipped() {
    let folder =
        one().with(".~lock.patients.csv", "x").with("~$patients.csv", ZIP).with("._patients.csv", b"\0\x05\x16\x07");
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 1}));
    on(&folder, "check", &["--accept", "refresh-unknown"]).ended(0);
    let found = checked(&folder, &[]);
    for name in [".~lock.patients.csv", "~$patients.csv", "._patients.csv"] {
        assert_eq!(input(&found, name)["kind"], "skipped");
    }
}

#[test]
fn workbooks_are_refused_with_what_to_do() {
    for (name, bytes) in [("book.xlsx", ZIP), ("book.csv", ZIP), ("book.xlsx", b"not a workbook"), ("book.xlsx", OLE)] {
        let folder = one().with(name, bytes);
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains(name) && run.err.contains("CSV"), "{}", run.err);
        assert!(run.out.is_empty());
        on(&folder, "check", &[]).ended(5);
    }
    let old = Folder::new().with("old.xls", OLE);
    let run = on(&one(), "uptake", &["--data", old.file("old.xls").to_str().unwrap()]).ended(5);
    assert!(run.err.contains("old.xls") && run.err.contains("password"), "{}", run.err);
}

#[test]
fn an_old_workbook_in_the_folder_is_named() {
    let folder = one().with("old.xls", OLE);
    let file = input(&checked(&folder, &[]), "old.xls").clone();
    assert_eq!(file["kind"], "skipped");
    assert!(file["remark"].as_str().unwrap().contains("CSV"), "{file}");
}

#[test]
fn a_file_that_is_named_is_looked_at_though_its_folder_passes_it_over() {
    let folder = one().with(".hidden.csv", csv(&[patient(2)]));
    let path = folder.file(".hidden.csv");
    let report = report(&folder, "uptake", &["--data", path.to_str().unwrap()]);
    assert_eq!(buckets(&report, "patients"), json!({"patients": 2}));
}

#[test]
fn a_missing_path_is_an_error_that_names_it() {
    for command in ["uptake", "check"] {
        let run = vaxdash(&[command, "--data", "/no/such/folder"]).ended(5);
        assert!(run.err.contains("/no/such/folder") && run.out.is_empty(), "{}", run.err);
    }
    let run = vaxdash(&["history", &nhs(1), "--data", "/no/such/folder"]).ended(5);
    assert!(run.err.contains("/no/such/folder"), "{}", run.err);
    let run = vaxdash(&["invites", "--target", "accubook", "-n", "--data", "/no/such/folder"]).ended(5);
    assert!(run.err.contains("/no/such/folder"), "{}", run.err);
}

#[test]
fn an_empty_folder_has_no_practice_list() {
    assert!(on(&Folder::new(), "uptake", &[]).ended(4).err.contains("no practice list"));
}

#[test]
fn no_report_without_patients_or_without_vaccinations() {
    let patients = Folder::new().with("practices.csv", PRACTICES).with("patients.csv", csv(&[patient(1)]));
    let events =
        Folder::new().with("practices.csv", PRACTICES).with("vaccinations.csv", pipes(&doses(1, &["20210301"])));
    for (folder, word) in [(patients, "no vaccinations file"), (events, "no patients file")] {
        let number = nhs(1);
        let invites = ["--target", "accubook", "--dry-run", "--allow-old-data"];
        for (command, args) in [("uptake", &[][..]), ("history", &[number.as_str()]), ("invites", &invites)] {
            let run = on(&folder, command, args).ended(5);
            assert!(run.err.contains(word) && run.out.is_empty(), "{command}: {}", run.err);
        }
        let run = on(&folder, "check", &[]).ended(5);
        assert!(run.out.contains(word), "{}", run.out);
    }
}

#[test]
fn a_refused_file_of_any_kind_leaves_no_report() {
    let unclosed = "NHS Number,Data_Source\n\"1,x\n";
    for (name, text) in [("list.csv", unclosed), ("more.csv", "NHS_NUMBER|DATE_AND_TIME|product_code\n\"1|2|3\n")] {
        let folder = one().with(name, text);
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains(name) && run.err.contains("row 2") && run.out.is_empty(), "{}", run.err);
        let found = on(&folder, "check", &["--format", "json"]).ended(5).json();
        assert_eq!(input(&found, name)["kind"], "refused");
    }
}

#[test]
fn files_are_read_in_the_order_of_their_time_then_name() {
    // The last row of a patient wins, so that the order shows: none < A < B, whatever the names' first letters.
    let of = |practice: &str| csv(&[patient(1).with("Practice code", practice)]);
    let folder = extract(&[], &[])
        .with("patients.csv", of("A81001"))
        .with("b_20220510T07000001.csv", of("A81002"))
        .with("a_20220510T06300000.csv", of("A81003"));
    // 07:00 in summer time is 06:00 GMT, before 06:30 GMT: A81003 is last.
    let found = report(&folder, "uptake", &[]);
    assert_eq!(crate::data::row(&found, "uptake", "patients", 1)["practice_code"], "A81003");
    assert_eq!(buckets(&found, "patients"), json!({"patients": 1, "duplicate": 2}));
    // At the same instant the name decides, by its bytes: lower-case letters come after capitals.
    let folder = extract(&[], &[])
        .with("Z_20220510T06000000.csv", of("A81002"))
        .with("a_20220510T07000001.csv", of("A81003"))
        .with("patients.csv", of("A81001"));
    let found = report(&folder, "uptake", &[]);
    assert_eq!(crate::data::row(&found, "uptake", "patients", 1)["practice_code"], "A81003");
}

#[test]
fn the_as_at_date_is_that_of_the_newest_vaccination_file_in_london() {
    let stamped = |name: &str| one().with(name, pipes(&[dose(1, "20210601")]));
    for (name, as_at, refreshed) in [
        ("COVID_Vaccinations_v5_YGM41_20220510T22300000.csv", "2022-05-10", "2022-05-10T22:30:00Z"),
        // 23:30 GMT in May is 00:30 of the next day in London.
        ("covid_vaccinations_V5_YGA_20220510t23300000.DAT", "2022-05-11", "2022-05-10T23:30:00Z"),
        // 00:30 in summer time is 23:30 GMT of the day before.
        ("COVID_Vaccinations_v5_YGA_20220511T00300001.csv", "2022-05-11", "2022-05-10T23:30:00Z"),
        // In December London has GMT.
        ("COVID_Vaccinations_v5_YGA_20211207T23300000.csv", "2021-12-07", "2021-12-07T23:30:00Z"),
    ] {
        let folder = stamped(name);
        let report = vaxdash(&["uptake", "--data", folder.arg(), "--format", "json"]).ended(0).json();
        assert_eq!((&report["as_at"], &report["last_refreshed"]), (&json!(as_at), &json!(refreshed)), "{name}");
    }
    let screen = vaxdash(&["uptake", "--data", stamped("v5_20220511T00300001.csv").arg()]).ended(0).out;
    assert!(screen.contains("As at 11/05/2022") && screen.contains("10/05/2022 23:30 GMT"), "{screen}");
}

#[test]
fn a_sources_file_can_give_the_as_at_date_too() {
    let folder = one()
        .with("COVID_Vaccinations_v5_YGM41_20220501T07000000.csv", pipes(&[dose(1, "20210601")]))
        .with("sources.csv", "source,last refreshed\nEMIS,09/05/2022 07:00 GMT\nTPP,10/05/2022 00:30 BST\n");
    let report = vaxdash(&["uptake", "--data", folder.arg(), "--format", "json"]).ended(0).json();
    assert_eq!((&report["as_at"], &report["last_refreshed"]), (&json!("2022-05-10"), &json!("2022-05-09T23:30:00Z")));
}

#[test]
fn without_any_time_the_as_at_date_is_today() {
    let report = vaxdash(&["uptake", "--data", one().arg(), "--format", "json"]).ended(0).json();
    assert_eq!(report["as_at"], crate::data::today().to_string());
    assert_eq!(report["last_refreshed"], json!(null));
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::{buckets, csv, input, nhs, one, patient};
    use crate::data::{checked, on, report};
    use crate::harness::Folder;

    fn fifo(folder: &Folder, name: &str) -> String {
        let path = folder.file(name);
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        path.to_str().unwrap().to_owned()
    }

    /// A folder that holds a pipe, a socket and links to devices, all named like files.
    fn with_no_files() -> (Folder, UnixListener) {
        let folder = one();
        fifo(&folder, "pipe.csv");
        // Named like what is passed over by its ending, and like a workbook.
        fifo(&folder, "old.xls");
        fifo(&folder, "book.xlsx");
        for (device, name) in [("/dev/zero", "zero.csv"), ("/dev/null", "null.txt"), ("/dev/urandom", "random.xlsx")] {
            symlink(device, folder.file(name)).unwrap();
        }
        let elsewhere = std::env::temp_dir().join(format!("vaxdash-pipe-{}", std::process::id()));
        drop(Command::new("mkfifo").arg(&elsewhere).output().unwrap());
        symlink(elsewhere, folder.file("linked.dat")).unwrap();
        // A device of its own, where this user may make one.
        drop(Command::new("mknod").arg(folder.file("device.csv")).args(["c", "1", "5"]).output().unwrap());
        let socket = UnixListener::bind(folder.file("socket.csv")).unwrap();
        (folder, socket)
    }

    #[test]
    fn pipes_sockets_and_devices_in_the_folder_are_skipped_with_a_notice_and_hang_nothing() {
        let (folder, _socket) = with_no_files();
        let names = ["pipe.csv", "old.xls", "book.xlsx", "zero.csv", "null.txt", "random.xlsx", "socket.csv"];
        let number = nhs(1);
        let plain = on(&one(), "uptake", &[]).ended(0);
        let invites = ["--target", "accubook", "--dry-run", "--allow-old-data"];
        for (command, args) in [
            ("uptake", &[][..]),
            ("patients", &["--list"]),
            ("history", &[&number]),
            ("invites", &invites),
            ("trend", &["--threads", "4"]),
        ] {
            let run = on(&folder, command, args).ended(0);
            for name in names {
                assert!(run.err.contains(&format!("{name} is skipped")), "{command}: {}", run.err);
            }
            assert!(command != "uptake" || run.out == plain.out, "{}", run.out);
        }
        // Nobody need do anything about it: `check` is content, and says the same.
        let run = on(&folder, "check", &["--accept", "refresh-unknown"]).ended(0);
        assert!(run.out.contains("pipe.csv is skipped"), "{}", run.out);
        for name in names {
            assert_eq!(input(&checked(&folder, &[]), name)["kind"], "skipped");
        }
    }

    #[test]
    fn a_pipe_in_place_of_the_patients_is_skipped_so_that_there_are_none() {
        let folder = one();
        fs::remove_file(folder.file("patients.csv")).unwrap();
        fifo(&folder, "patients.csv");
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("no patients file") && run.out.is_empty(), "{}", run.err);
    }

    #[test]
    fn a_pipe_socket_or_device_that_is_named_is_refused() {
        let (folder, _socket) = with_no_files();
        let good = one();
        for name in ["pipe.csv", "zero.csv", "random.xlsx", "socket.csv", "linked.dat"] {
            let path = folder.file(name);
            for flag in ["--data", "--practices"] {
                let run = on(&good, "uptake", &[flag, path.to_str().unwrap()]).ended(5);
                assert!(run.err.contains(name) && run.out.is_empty(), "{flag} {name}: {}", run.err);
            }
            // Also where it is in a folder that is named as well.
            let run = on(&folder, "uptake", &["--data", path.to_str().unwrap()]).ended(5);
            assert!(run.err.contains(name) && run.out.is_empty(), "{name}: {}", run.err);
        }
    }

    #[test]
    fn a_link_is_followed_and_one_that_leads_nowhere_is_refused() {
        let (folder, other) = (one(), Folder::new().with("x", csv(&[patient(2)])));
        symlink(other.file("x"), folder.file("more.csv")).unwrap();
        assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients")["patients"], 2);
        symlink("/no/such/file", folder.file("gone.csv")).unwrap();
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("gone.csv"), "{}", run.err);
        assert_eq!(input(&checked(&folder, &[]), "gone.csv")["kind"], "refused");
    }

    #[test]
    fn a_file_without_permission_is_refused() {
        let folder = one().with("locked.csv", csv(&[patient(2)]));
        let path = folder.file("locked.csv");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::File::open(&path).is_ok() {
            return; // the superuser may read everything
        }
        let run = on(&folder, "uptake", &[]).ended(5);
        assert!(run.err.contains("locked.csv"), "{}", run.err);
    }
}

#[test]
fn a_file_of_nothing_known_and_a_practice_without_a_code_are_said() {
    let folder =
        extract(&[patient(1)], &[dose(1, "20210301")]).with("empty.csv", "").with("notes.txt", "to do\nring up\n");
    let folder = folder.with("practices.csv", format!("{PRACTICES}A8100,Dale Surgery,U1,North PCN,B0360\n"));
    let found = report(&folder, "uptake", &[]);
    let not_read: Vec<_> = doubts(&found, "file-not-read").iter().map(|doubt| doubt["file"].clone()).collect();
    assert_eq!(not_read, ["empty.csv", "notes.txt"]);
    let codes = doubts(&found, "practice-codes");
    assert_eq!(
        (codes.len(), &codes[0]["consequence"], &codes[0]["count"]),
        (1, &"note".into(), &1.into()),
        "{codes:?}"
    );
}
