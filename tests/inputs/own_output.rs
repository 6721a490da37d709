//! What vaxdash wrote beside the data is never read as data (specification 8.2):
//! every command in every format, in one folder with an extract.

use std::fs;
use std::path::Path;

use crate::data::{checked, doses, extract, input, nhs, on, patient, report};
use crate::harness::{Folder, Invocation, vaxdash};

/// The reports, with what changes their columns.
const REPORTS: [&[&str]; 23] = [
    &["uptake"],
    &["uptake", "--by", "gender"],
    &["uptake", "--by", "age,imd"],
    &["patients"],
    &["patients", "--by", "ethnicity"],
    &["patients", "--list"],
    &["patients", "--list", "--columns", "nhs_number,date_of_birth,practice_code,surname,cohort"],
    &["second-dose"],
    &["second-dose", "--list"],
    &["boosters"],
    &["boosters", "--list"],
    &["campaign"],
    &["campaign", "--list"],
    &["cohorts"],
    &["cohorts", "--list"],
    &["immunosuppressed"],
    &["immunosuppressed", "--list"],
    &["trend"],
    &["trend", "--every", "day", "--by", "site"],
    &["activity"],
    &["activity", "--by", "supplier"],
    &["sources"],
    &["check"],
];

/// One person vaccinated, one not, and one whose row is rejected.
fn people() -> Folder {
    let rejected = patient(3).with("Date of Birth", "tomorrow");
    let folder = extract(&[patient(1), patient(2), rejected], &[]);
    let events = crate::data::pipes(&doses(1, &["20210301"]));
    fs::remove_file(folder.file("vaccinations.csv")).unwrap();
    folder.with("COVID_Vaccinations_v5_YGM41_20220511T07000001.csv", events)
}

/// The extract with every file of a folder beside it; each is known as our own,
/// and the answer is that of the extract alone.
#[track_caller]
fn stays_the_same(written: &Folder) {
    let folder = people();
    let mut names = Vec::new();
    for entry in fs::read_dir(written.path()).unwrap() {
        let path = entry.unwrap().path();
        // What is locked beside a log of invitations is empty, and by its ending no data.
        if path.extension().is_some_and(|ending| ending == "lock") {
            continue;
        }
        let name = format!("own_{}", path.file_name().unwrap().to_str().unwrap());
        fs::copy(&path, folder.file(&name)).unwrap();
        names.push(name);
    }
    let found = checked(&folder, &[]);
    for name in &names {
        let file = input(&found, name);
        let remark = file["remark"].as_str().unwrap_or_default();
        assert!(file["kind"] == "not-ours" && remark.contains("our own output"), "{file}");
    }
    assert!(!names.is_empty());
    assert_eq!(found["doubts"], checked(&people(), &[])["doubts"]);
    assert_eq!(report(&folder, "uptake", &[])["tables"], report(&people(), "uptake", &[])["tables"]);
}

/// Writes what a command says to a file, as a shell does.
#[track_caller]
fn saved(args: &[&str], path: &Path) {
    let run = vaxdash(args);
    assert!([0, 3].contains(&run.code), "{args:?}: {}", run.err);
    fs::write(path, run.out).unwrap();
}

#[test]
fn reports_and_lists_in_every_format() {
    let (folder, out) = (people(), Folder::new());
    for (place, words) in REPORTS.iter().enumerate() {
        // Every workbook has the same last sheet, by which it is known.
        let endings: &[&str] = if place % 5 == 0 { &["csv", "json", "txt", "xlsx"] } else { &["csv", "json", "txt"] };
        for ending in endings {
            let path = out.file(&format!("{place}_{}.{ending}", words[0]));
            let run = on(&folder, words[0], &[&words[1..], &["-q", "-o", path.to_str().unwrap()]].concat());
            assert!([0, 3].contains(&run.code), "{words:?} {ending}: {}", run.err);
        }
        // JSON under an ending that is read.
        fs::copy(out.file(&format!("{place}_{}.json", words[0])), out.file(&format!("{place}.dat"))).unwrap();
    }
    stays_the_same(&out);
}

#[test]
fn what_is_about_one_person_two_extracts_or_the_rules() {
    let (folder, out) = (people(), Folder::new());
    let data = ["--data", folder.arg(), "--as-at", "2022-05-11"];
    let two = [folder.arg(), folder.arg(), "--old-as-at", "2022-03-01", "--as-at", "2022-05-11"];
    let number = nhs(1);
    for format in ["csv", "json", "table"] {
        let of = |name: &str| out.file(&format!("{name}_{format}.txt"));
        let form = ["--format", format];
        saved(&[&["history", &number][..], &data, &form].concat(), &of("history"));
        saved(&[&["compare"][..], &two, &form].concat(), &of("compare"));
        saved(&[&["compare"][..], &two, &["--list"], &form].concat(), &of("changes"));
        saved(&[&["rules"][..], &form].concat(), &of("rules"));
        saved(&[&["rules", "--doubts"][..], &form].concat(), &of("doubts"));
    }
    let book = out.file("dashboard.xlsx");
    vaxdash(&[&["dashboard"][..], &data, &["-o", book.to_str().unwrap()]].concat()).ended(0);
    stays_the_same(&out);
}

#[test]
fn files_of_invitations_and_the_logs() {
    let (folder, out, into) = (people(), Folder::new(), Folder::new());
    let table = vaxdash(&["invites", "--list-targets"]).ended(0).out;
    let rows = table.lines().skip_while(|line| !line.starts_with('─')).skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = rows.filter_map(|row| row.split_whitespace().next()).collect();
    assert!(names.len() > 8, "{names:?}");
    for (place, name) in names.iter().enumerate() {
        let place = place.to_string();
        let sub = into.file(&place);
        // A log of its own: whoever is in it is not invited again.
        let (log, audit) = (out.file(&format!("{place}_invite_log.csv")), out.file("audit.log"));
        let args = ["invites", "--target", name, "--include-visits", "--allow-old-data", "--as-at", "2022-05-11"];
        // Everybody is invited by each of the targets on one day.
        let logs = ["--reinvite-after", "0", "--invite-log", log.to_str().unwrap(), "--audit", audit.to_str().unwrap()];
        let run = |header: &[&str]| {
            let all = Invocation::new().args(args).data(&folder).args(header).args(logs);
            all.args(["-o", sub.to_str().unwrap()]).run()
        };
        // Files without headings are lists of numbers: nobody can tell whose they are.
        if run(&["--header"]).code == 2 {
            run(&[]).ended(0);
        }
        // The lock stays beside the log; it holds nothing.
        fs::remove_file(out.file(&format!(".{place}_invite_log.csv.lock"))).unwrap();
        for entry in fs::read_dir(&sub).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, out.file(&format!("{place}_{}", path.file_name().unwrap().to_str().unwrap()))).unwrap();
        }
        if place == "0" {
            let dry = [&args[..], &["--data", folder.arg(), "--dry-run"]].concat();
            saved(&dry, &out.file("waterfall.txt"));
            saved(&[&dry[..], &["--format", "json"]].concat(), &out.file("invites.json"));
        }
    }
    saved(&["invites", "--list-targets"], &out.file("targets.txt"));
    let rejects = out.file("rejects.csv");
    on(&folder, "uptake", &["--rejects", rejects.to_str().unwrap()]).ended(0);
    fs::copy(out.file("audit.log"), out.file("audit.txt")).unwrap();
    stays_the_same(&out);
}

#[test]
fn the_list_of_a_comparison_is_no_patients_file() {
    let old = extract(&[patient(1)], &doses(1, &["20210301"]));
    let folder = extract(&[patient(1).with("DATE_OF_DEATH", "01/05/2022"), patient(2)], &doses(2, &["20210301"]));
    let plain = report(&folder, "uptake", &[])["tables"].clone();
    let path = folder.file("weekly.csv");
    let args = ["--list", "--old-as-at", "2022-05-01", "--as-at", "2022-05-11", "-q", "-o", path.to_str().unwrap()];
    vaxdash(&[&["compare", old.arg(), folder.arg()][..], &args].concat()).ended(0);
    assert_eq!(report(&folder, "uptake", &[])["tables"], plain);
    let file = input(&checked(&folder, &[]), "weekly.csv").clone();
    assert!(file["remark"].as_str().unwrap().contains("our own output"), "{file}");
}
