//! Every target, byte for byte, and what its rows need.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use vaxdash::invites::{read_targets, targets};

use super::{Files, files_in};
use crate::data::{BOOSTER, Row, doses, extract, nhs, on, patient};
use crate::harness::{Folder, Run};
use crate::repository;

/// People as registers hold them, of two practices, as at 11/05/2022:
///
/// | n | due | reached by |
/// |---|---|---|
/// | 1 | second dose | mobile, e-mail and letter, with quotation marks, commas and letters beyond ASCII |
/// | 2 | second dose | landline and letter |
/// | 3 | second dose | letter |
/// | 4 | first booster | texts declined: e-mail and letter |
/// | 5 | first dose | mobile in the landline column; no fixed abode |
/// | 6 | first dose | nothing: a remark behind the number, a pseudo postcode |
/// | 7 | spring booster | nothing that takes a surname that is a formula |
/// | 8 | third primary dose | mobile, e-mail and letter of seven lines |
/// | 9 | second dose | a visit |
/// | 10 | second dose | nobody may know: a death is known |
fn people() -> Folder {
    let old = |row: Row| row.with("Date of Birth", "29/02/1944");
    let patients = [
        patient(1)
            .with("Forename", "Zoë")
            .with("Surname", "Brontë, née \"Bell\"")
            .with("Mobile Telephone", "+44 (0)7700 900001")
            .with("Email", "zoe.bronte@example.org")
            .with("Address 1", "Flat 1, \"The Mill\"")
            .with("Address 2", "2 Łąka Street")
            .with("Postcode", "LS71 1AA"),
        patient(2)
            .with("Practice code", "A81002")
            .with("Mobile Telephone", "")
            .with("Home Telephone", "01632 960002")
            .with("Address 1", "3 Quarry Lane")
            .with("Postcode", "ls711ab"),
        patient(3)
            .with("Title", "")
            .with("Mobile Telephone", "")
            .with("Address 3", "Elderton")
            .with("Postcode", "LS71 1AD"),
        patient(4)
            .with("sms_consent", "declined")
            .with("Email", "ada.fell4@example.com")
            .with("Address 1", "4 Ash Close")
            .with("Postcode", "LS71 1AE"),
        patient(5)
            .with("Mobile Telephone", "")
            .with("Home Telephone", "7700 900005")
            .with("Address 1", "NFA")
            .with("Postcode", "LS71 1AF"),
        patient(6)
            .with("Mobile Telephone", "07700 900006 (wife)")
            .with("Email", "none")
            .with("Address 1", "6 Ash Close")
            .with("Postcode", "ZZ99 3VZ"),
        old(patient(7)).with("Surname", "=Fell").with("Email", "x@example.org"),
        patient(8)
            .with("Practice code", "A81002")
            .with("Email", "ada.fell8@example.com")
            .with("Address 1", "Flat 8")
            .with("Address 2", "Mill House")
            .with("Address 3", "8 Ash Close")
            .with("Address 4", "Elderton")
            .with("Address 5", "Midshire")
            .with("Postcode", "LS71 1AG")
            .flagged(&["immunosuppressed"]),
        patient(9).flagged(&["care_home_resident"]),
        patient(10).with("Date of death", "12/05/2022"),
    ];
    let mut events = [1, 2, 3, 9, 10].map(|n| doses(n, &["20210301"])).concat();
    for n in [4, 8] {
        events.extend(doses(n, &["20210301", "20210601"]));
    }
    events.extend(doses(7, &["20210301", "20210520"]));
    events.push(doses(7, &["20211020"]).remove(0).with("VACCINATION_PROCEDURE_CODE", BOOSTER));
    extract(&patients, &events)
}

fn run(folder: &Folder, out: &Folder, args: &[&str]) -> Run {
    on(folder, "invites", &[&["--allow-old-data", "-o", out.arg()], args].concat())
}

/// The files that these arguments write.
#[track_caller]
fn written(folder: &Folder, args: &[&str]) -> Files {
    let out = Folder::new();
    run(folder, &out, args).ended(0);
    files_in(&out)
}

/// The files kept for a target.
fn kept(folder: &Path) -> Files {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// `VAXDASH_BLESS=1 cargo test golden` writes the new files.
#[test]
fn golden_files_of_every_target() {
    let folder = people();
    let root = repository::root().join("tests/golden/invites");
    let names: Vec<String> = targets().unwrap().into_iter().map(|target| target.name).collect();
    let mut cases: Vec<(String, Vec<&str>)> = names.iter().map(|name| (name.clone(), vec!["--target", name])).collect();
    cases.push(("channels".to_owned(), vec!["--channels", "sms,email,letter,phone"]));
    for (case, args) in cases {
        let files = written(&folder, &args);
        let place = root.join(&case);
        if std::env::var_os("VAXDASH_BLESS").is_some() {
            drop(fs::remove_dir_all(&place));
            fs::create_dir_all(&place).unwrap();
            for (name, text) in &files {
                fs::write(place.join(name), text).unwrap();
            }
        }
        assert_eq!(files, kept(&place), "tests/golden/invites/{case}");
    }
}

/// What of the golden files can be told without them.
#[test]
fn every_file_has_its_bytes_in_order() {
    let folder = people();
    for target in targets().unwrap() {
        let files = written(&folder, &["--target", &target.name]);
        assert!(files.keys().any(|name| name.starts_with(&format!("{}_", target.name))), "{files:?}");
        for (name, text) in files {
            assert!(!text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{name}");
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}");
            for absent in [nhs(9), nhs(10), "=Fell".to_owned(), "(wife)".to_owned()] {
                assert!(name.starts_with("visits_") || !text.contains(&absent), "{name}: {absent}");
            }
        }
    }
}

/// A sound table with one target; `more` is added to it.
fn table(more: &str) -> String {
    format!(
        "[[target]]\nname = \"fax\"\nsystem = \"Fax\"\npurpose = \"faxes\"\nconfidence = \"unconfirmed\"\nby_text = false\n\
         contact = \"none\"\nper_practice = true\nextension = \"txt\"\nheader = true\nnhs_numbers = \"3 3 4\"\n\
         columns = [{{ header = \"Number\", field = \"nhs_number\" }}]\n{more}"
    )
}

#[test]
fn a_table_of_ones_own_adds_to_the_built_in_one_once_it_is_sound() {
    let (folder, mine) = (people(), Folder::new().with("mine.toml", table("")));
    let path = mine.file("mine.toml");
    let mine = ["--targets", path.to_str().unwrap()];
    let files = written(&folder, &[&mine[..], &["--target", "fax", "--dose", "first"]].concat());
    let spaced = |n| format!("{} {} {}", &nhs(n)[..3], &nhs(n)[3..6], &nhs(n)[6..]);
    assert_eq!(files["fax_A81001_first_2022-05-11.txt"], format!("Number\r\n{}\r\n{}\r\n", spaced(5), spaced(6)));
    // Those of vaxdash are there still.
    let args = ["--target", "accubook"];
    assert_eq!(written(&folder, &[&mine[..], &args].concat()), written(&folder, &args));
    let listed = crate::harness::vaxdash(&[&["invites", "--list-targets"], &mine[..]].concat()).ended(0).out;
    assert!(listed.contains("\nfax ") && listed.contains("\nnotify-sms "), "{listed}");
}

#[test]
fn the_exported_table_is_the_built_in_one_and_can_be_read_back() {
    let exported = crate::harness::vaxdash(&["invites", "--export-targets"]).ended(0);
    assert!(exported.err.is_empty());
    assert_eq!(read_targets("mine.toml", &exported.out).unwrap(), targets().unwrap());
    // A target changed in it takes the place of its namesake.
    let changed = exported.out.replace("header = \"Given Name\"", "header = \"First Name\"");
    let mine = Folder::new().with("mine.toml", changed);
    let path = mine.file("mine.toml");
    let files = written(&people(), &["--target", "accubook", "--targets", path.to_str().unwrap()]);
    let text = files.iter().find(|(name, _)| name.starts_with("accubook_")).unwrap().1;
    assert!(text.starts_with("Title,First Name,Family Name"), "{text}");
    crate::harness::vaxdash(&["invites", "--export-targets", "--list-targets"]).ended(2);
}

#[test]
fn a_table_with_faults_writes_nothing_and_says_them_all() {
    let text = table("rows_per_file = 0\nrow = 3\n") + &table("");
    let (folder, mine, out) = (people(), Folder::new().with("mine.toml", text), Folder::new());
    let path = mine.file("mine.toml");
    for args in [&["--target", "fax"][..], &["--list-targets"]] {
        let args = [args, &["--targets", path.to_str().unwrap()]].concat();
        let run = if args.contains(&"--list-targets") {
            crate::harness::vaxdash(&[&["invites"], &args[..]].concat())
        } else {
            run(&folder, &out, &args)
        };
        let run = run.ended(5);
        for fault in
            ["line 13: fax: \"rows_per_file\"", "line 14: fax: unknown key \"row\"", "line 15: target 2: there are two"]
        {
            assert!(run.err.contains(fault), "{fault}: {}", run.err);
        }
        assert!(run.out.is_empty() && files_in(&out).is_empty());
    }
    for path in [mine.file("missing.toml"), mine.path().to_owned()] {
        run(&folder, &out, &["--target", "fax", "--targets", path.to_str().unwrap()]).ended(5);
    }
}

#[test]
fn the_targets_are_listed_without_any_data() {
    let run = crate::harness::vaxdash(&["invites", "--list-targets"]).ended(0);
    for target in targets().unwrap() {
        let line = run.out.lines().find(|line| line.starts_with(&format!("{} ", target.name))).unwrap();
        let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
        let sure = if ["accurx-batch", "emis", "systmone", "vision"].contains(&target.name.as_str()) {
            " unconfirmed "
        } else {
            " confirmed "
        };
        for part in [&target.system, &target.purpose, &headers.join(", "), sure, target.file_type.name()] {
            assert!(line.contains(part), "{part}: {line}");
        }
        assert_eq!(line.contains("no header"), !target.header);
        assert_eq!(line.contains("one a practice"), target.per_practice);
        assert_eq!(
            target.rows_per_file.is_some_and(|rows| line.contains(&format!("at most {rows} rows"))),
            line.contains("at most")
        );
    }
    assert!(run.err.is_empty());
    for more in [&["--data", "x"][..], &["--target", "emis"], &["--dry-run"], &["--cohort", "6"]] {
        crate::harness::vaxdash(&[&["invites", "--list-targets"], more].concat()).ended(2);
    }
}

#[test]
fn headings_are_added_where_there_are_none_and_only_there() {
    let folder = people();
    for target in targets().unwrap() {
        let args = ["--target", &target.name, "--header"];
        if target.header {
            let out = Folder::new();
            let refused = run(&folder, &out, &args).ended(2);
            assert!(refused.err.contains("--header") && files_in(&out).is_empty(), "{}", refused.err);
        } else {
            let bare = written(&folder, &args[..2]);
            let headed: BTreeMap<String, String> = bare
                .into_iter()
                .map(|(name, text)| {
                    (name.clone(), if name.starts_with("visits_") { text } else { format!("NHS Number\r\n{text}") })
                })
                .collect();
            assert_eq!(written(&folder, &args), headed);
        }
    }
}

/// A first dose is due to each of so many people.
fn crowd(people: u32) -> Folder {
    let numbers = (1..).filter(|n| crate::data::nhs_if_any(*n).is_some()).take(usize::try_from(people).unwrap());
    extract(&numbers.map(patient).collect::<Vec<_>>(), &[])
}

#[test]
fn more_rows_than_a_file_may_hold_are_split() {
    for (people, rows) in
        [(249, &[249][..]), (250, &[250]), (251, &[250, 1]), (500, &[250, 250]), (501, &[250, 250, 1])]
    {
        let files = written(&crowd(people), &["--target", "accurx-web"]);
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        let expected: Vec<String> = match rows.len() {
            1 => vec!["accurx-web_all_next_2022-05-11.csv".to_owned()],
            parts => (1..=parts).map(|part| format!("accurx-web_all_next_2022-05-11_{part}.csv")).collect(),
        };
        assert_eq!(names, expected);
        let counted: Vec<usize> = files.values().map(|text| text.lines().count() - 1).collect();
        assert_eq!(counted, rows);
        assert!(files.values().all(|text| text.starts_with("NHS number,Date of Birth\r\n")));
    }
    // The order of the list goes on from file to file, and names sort in that order.
    let mine = Folder::new().with("mine.toml", table("rows_per_file = 9\n"));
    let path = mine.file("mine.toml");
    let files = written(&crowd(100), &["--target", "fax", "--targets", path.to_str().unwrap()]);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        (names.len(), names[0], names[11]),
        (12, "fax_A81001_next_2022-05-11_01.txt", "fax_A81001_next_2022-05-11_12.txt")
    );
    let all: Vec<&str> = files.values().flat_map(|text| text.lines().skip(1)).collect();
    assert!(all.len() == 100 && all.is_sorted());
}

#[test]
fn what_an_earlier_run_left_in_the_folder_is_named() {
    let out = Folder::new();
    run(&crowd(251), &out, &["--target", "accurx-web"]).ended(0);
    // Of these, no manifest knows any more.
    fs::remove_file(out.file("manifest.json")).unwrap();
    let again = run(&crowd(10), &out, &["--target", "accurx-web", "-q"]).ended(0);
    assert!(
        again.err.contains(
            "still in the folder: accurx-web_all_next_2022-05-11_1.csv, accurx-web_all_next_2022-05-11_2.csv."
        ),
        "{}",
        again.err
    );
    // What a manifest knows goes.
    let forced = run(&crowd(251), &out, &["--target", "accurx-web", "--force"]).ended(0);
    assert!(!forced.err.contains("still in the folder"), "{}", forced.err);
    assert!(!out.file("accurx-web_all_next_2022-05-11.csv").exists());
}

#[test]
fn an_unconfirmed_form_is_said() {
    let folder = people();
    for (target, unconfirmed) in [("emis", true), ("accurx-batch", true), ("accubook", false), ("accurx-web", false)] {
        let run = on(&folder, "invites", &["--allow-old-data", "--target", target, "-n"]).ended(0);
        assert_eq!(run.out.contains("is unconfirmed"), unconfirmed, "{target}: {}", run.out);
    }
}
