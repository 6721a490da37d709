//! Old data, rejected rows, and who must never be written.

use serde_json::json;

use super::{files_in, invites, waterfall};
use crate::data::{days_ago, doses, extract, nhs, patient, pipes};
use crate::harness::{Folder, vaxdash};

fn one() -> Folder {
    extract(&[patient(1)], &doses(1, &["20210301"]))
}

/// A run without `--allow-old-data`.
fn plain(folder: &Folder, args: &[&str]) -> crate::harness::Run {
    let accept = ["--accept", "refresh-unknown"];
    vaxdash(&[&["invites", "--data", folder.arg(), "--target", "accubook"], &accept[..], args].concat())
}

#[test]
fn data_more_than_fourteen_days_old_invite_nobody() {
    let folder = one();
    for command in [&["--dry-run"][..], &["-o", "/no/such/place/out"]] {
        let run = plain(&folder, &[command, &["--as-at", &days_ago(15)]].concat()).ended(4);
        assert!(run.err.contains("15 days old") && run.err.contains("--allow-old-data"), "{}", run.err);
        assert!(run.out.is_empty());
    }
    plain(&folder, &["--dry-run", "--as-at", &days_ago(14)]).ended(0);
    plain(&folder, &["--dry-run", "--as-at", "today"]).ended(0);
    plain(&folder, &["--dry-run", "--as-at", &days_ago(15), "--allow-old-data"]).ended(0);
}

#[test]
fn the_age_of_the_data_is_that_of_their_own_date_too() {
    let stamped = |days: u64| {
        let day = crate::data::today() - chrono::Days::new(days);
        let name = format!("COVID_Vaccinations_v5_YGA_{}T12000000.csv", day.format("%Y%m%d"));
        extract(&[patient(1)], &[]).with(&name, pipes(&doses(1, &["20210301"])))
    };
    plain(&stamped(15), &["--dry-run"]).ended(4);
    plain(&stamped(14), &["--dry-run"]).ended(0);
}

#[test]
fn strict_writes_and_ends_with_3_where_a_row_was_rejected() {
    let folder = extract(&[patient(1), patient(2).with("NHS Number", "")], &doses(1, &["20210301"]));
    let out = Folder::new();
    let rejects = out.file("rejects.csv");
    let args = ["--dose", "second", "-o", out.arg(), "--strict", "--rejects", rejects.to_str().unwrap()];
    let run = invites(&folder, &args).ended(3);
    assert!(run.err.contains("1 row was rejected"), "{}", run.err);
    let files = files_in(&out);
    assert_eq!(files["rejects.csv"], "file,row,column,reason\npatients.csv,3,NHS Number,the NHS number is blank\n");
    assert_eq!(files.len(), 2);
    invites(&folder, &["--dose", "second", "--dry-run"]).ended(0);
    invites(&folder, &["--dose", "second", "--dry-run", "--strict"]).ended(3);
}

#[test]
fn neither_the_dead_nor_the_removed_nor_the_restricted_are_in_any_file() {
    let patients = [
        patient(1).with("Date of death", "01/02/2022"),
        patient(2).with("Date of death", "2022-06"),
        patient(3).with("death_status", "2"),
        patient(4).with("RfR", "DEA"),
        patient(5).with("RfR", "SCT"),
        patient(6).with("SENSITIVE_FLAG", "S").flagged(&["housebound"]),
        patient(7).with("SENSITIVE_FLAG", "S").with("Mobile Telephone", ""),
        patient(8).with("Date of death", "2022-06").flagged(&["care_home_resident"]),
        patient(9),
    ];
    let events: Vec<_> = (1..=9).flat_map(|n| doses(n, &["20210301"])).collect();
    let (folder, out, other) = (extract(&patients, &events), Folder::new(), Folder::new());
    let accept = ["--accept", "status-implausible"];
    invites(&folder, &[&accept[..], &["-o", out.arg(), "--include-visits"]].concat()).ended(0);
    invites(&folder, &[&accept[..], &["-o", other.arg(), "--dose", "second"]].concat()).ended(0);
    let all: String = [&out, &other].into_iter().flat_map(|out| files_in(out).into_values()).collect();
    for n in 1..=8 {
        assert!(!all.contains(&nhs(n)), "{n}: {all}");
    }
    assert!(all.contains(&nhs(9)));
    let expected = json!([["Eligible", 5], ["A death is known", 2], ["Restricted record", 2], ["Written", 1]]);
    assert_eq!(waterfall(&folder, &[&accept[..], &["--dose", "second"]].concat()), expected);
}

#[test]
fn another_list_decides_for_invites_too() {
    let list = Folder::new().with("mine.txt", "A81002\n");
    let path = list.file("mine.txt");
    // Of whose people there is nobody in the data.
    let run = invites(&one(), &["--practices", path.to_str().unwrap(), "--dry-run"]).ended(5);
    assert!(run.err.contains("no patient of the practices you may see"), "{}", run.err);
}
