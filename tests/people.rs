//! Patient rows and where each ends: section 2.2 of the specification.

use serde_json::{Value, json};

use crate::data::{
    Row, beside, booked, buckets, buckets_beside, checked, column, csv, dose, doses, doubts, extract, influenza, input,
    nhs, on, patient, report, row,
};
use crate::harness::{Folder, table};

#[track_caller]
fn ends(patients: &[Row]) -> Value {
    let found = report(&beside(extract(patients, &[])), "uptake", &[]);
    let ended: u64 =
        buckets(&found, "patients").as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(found["reconciliation"]["patients"]["rows_read"], ended, "every row in exactly one end");
    buckets_beside(&found)
}

/// What the last patient row of three people looks like in the reports:
/// practice, gender, whether housebound.
#[track_caller]
fn shown(folder: &Folder) -> Value {
    let by = report(folder, "uptake", &["--by", "practice,gender"]);
    let housebound = report(folder, "uptake", &["--housebound"]);
    json!([
        column(&by, "uptake", "practice_code"),
        column(&by, "uptake", "gender"),
        table(&housebound, "uptake")["totals"]["patients"]
    ])
}

#[test]
fn every_end_at_once() {
    let rows = [
        patient(1),
        patient(2).with("Practice code", "B82099"),
        patient(3).with("Practice code", ""),
        patient(4).with("NHS Number", "9990000019"),
        patient(5).with("Date of Birth", ""),
        patient(6).with("Date of Birth", "12/05/2022"),
        patient(1),
        patient(7).with("Date of death", "01/02/2021"),
        patient(8).with("RfR", "SCT"),
        patient(9).with("SENSITIVE_FLAG", "S"),
    ];
    let expected = json!({
        "patients": 2, "other_practices": 2, "rejected": 2, "not_yet_born": 1, "duplicate": 1, "deceased": 1, "removed": 1,
    });
    assert_eq!(ends(&rows), expected);
}

#[test]
fn the_last_practice_of_a_person_wins_with_its_blanks() {
    let folder = extract(
        &[
            patient(1).with("Gender", "1").flagged(&["housebound"]),
            patient(2).with("Gender", "1"),
            // The later row has a column for the flag and leaves it blank: nothing is taken over from the earlier one.
            patient(1).with("Gender", "2").with("Practice code", "A81002").with("Mobile Telephone", "07700900777"),
        ],
        &[dose(1, "20210301"), dose(2, "20210301")],
    );
    assert_eq!(shown(&folder), json!([["A81001", "A81002"], ["male", "female"], 0]));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 2, "duplicate": 1}));
    // Events belong to the person, and so does the one line of the booking file.
    assert_eq!(table(&report(&folder, "uptake", &[]), "uptake")["totals"]["first_dose"], 2);
    assert_eq!(booked(&folder, &[]).len(), 1);
}

#[test]
fn the_last_row_is_the_last_of_the_last_file() {
    let folder = extract(&[], &[])
        .with("patients.csv", csv(&[patient(1).with("Gender", "1"), patient(1).with("Gender", "9")]))
        .with("more_20220510T07000001.csv", csv(&[patient(1).with("Gender", "2"), patient(3)]));
    assert_eq!(shown(&folder)[1], json!(["female", "not known"]));
    assert_eq!(buckets(&report(&folder, "uptake", &[]), "patients"), json!({"patients": 2, "duplicate": 2}));
}

#[test]
fn rows_that_are_no_person_neither_win_nor_are_duplicates() {
    let good = patient(1).with("Gender", "2");
    for (bad, end) in [
        (patient(1).with("Date of Birth", "never"), "rejected"),
        (patient(1).with("Date of Birth", "01/01/1890"), "rejected"),
        (patient(1).with("Date of Birth", "12/05/2022"), "not_yet_born"),
        (patient(1).with("Practice code", "B82099"), "other_practices"),
    ] {
        for rows in [[good.clone(), bad.clone()], [bad.clone(), good.clone()]] {
            assert_eq!(ends(&rows), json!({"patients": 1, end: 1}), "{end}");
            assert_eq!(shown(&extract(&rows, &[]))[1], json!(["female"]), "{end}");
        }
    }
}

#[test]
fn a_person_may_die_or_leave_or_come_back_in_the_last_row() {
    let alive = patient(1);
    let dead = patient(1).with("Date of death", "01/02/2021");
    let gone = patient(1).with("RfR", "EMB");
    assert_eq!(ends(&[alive.clone(), dead.clone()]), json!({"duplicate": 1, "deceased": 1}));
    // A death on any row is one, until a later row withdraws it.
    assert_eq!(ends(&[dead.clone(), alive.clone()]), json!({"duplicate": 1, "deceased": 1}));
    let withdrawn = patient(1).with("death_status", "U");
    assert_eq!(ends(&[dead.clone(), withdrawn.clone()]), json!({"duplicate": 1, "patients": 1}));
    assert_eq!(ends(&[withdrawn, dead.clone()]), json!({"duplicate": 1, "deceased": 1}));
    assert_eq!(ends(&[alive.clone(), gone.clone()]), json!({"duplicate": 1, "removed": 1}));
    assert_eq!(ends(&[gone, alive, dead]), json!({"duplicate": 2, "deceased": 1}));
}

/// Every way of saying that somebody has died: date, status, reason for
/// removal, the end as at 11/05/2022, and whether an invitation may go out.
const DEATHS: [(&str, &str, &str, &str, bool); 36] = [
    ("", "", "", "patients", true),
    ("11/05/2022", "", "", "deceased", false),
    ("12/05/2022", "", "", "patients", false),
    ("20220511", "", "", "deceased", false),
    ("20220512T093000", "", "", "patients", false),
    // A partial date by its first day.
    ("2022", "", "", "deceased", false),
    ("2023", "", "", "patients", false),
    ("202205", "", "", "deceased", false),
    ("202206", "", "", "patients", false),
    ("2022-05", "", "", "deceased", false),
    ("2022-06", "", "", "patients", false),
    // Unreadable means deceased.
    ("unknown", "", "", "deceased", false),
    ("31/02/2022", "", "", "deceased", false),
    ("01/02/22", "", "", "deceased", false),
    ("2022-13", "", "", "deceased", false),
    // Without a date: the status.
    ("", "1", "", "deceased", false),
    ("", "2", "", "deceased", false),
    ("", "Y", "", "deceased", false),
    ("", "yes", "", "deceased", false),
    ("", "TRUE", "", "deceased", false),
    ("", "0", "", "patients", true),
    ("", "N", "", "patients", true),
    ("", "No", "", "patients", true),
    ("", "FALSE", "", "patients", true),
    // A readable date decides, whatever the status and the reason say.
    ("12/05/2022", "1", "", "patients", false),
    ("12/05/2022", "2", "DEA", "patients", false),
    ("11/05/2022", "0", "", "deceased", false),
    // Reason for removal.
    ("", "", "DEA", "deceased", false),
    ("", "0", "dea", "deceased", false),
    ("", "", "EMB", "removed", false),
    ("12/05/2022", "", "EMB", "removed", false),
    ("11/05/2022", "", "EMB", "deceased", false),
    // U: the death is withdrawn, with its date and status; DEA still counts.
    ("01/02/2021", "U", "", "patients", true),
    ("unknown", "u", "", "patients", true),
    ("01/02/2021", "U", "DEA", "deceased", false),
    ("01/02/2021", "U", "EMB", "removed", false),
];

#[test]
fn every_way_of_saying_that_somebody_has_died() {
    for (date, status, reason, end, invited) in DEATHS {
        let who =
            patient(1).with("DATE_OF_DEATH", date).with("death_status", status).with("reason_for_removal", reason);
        let folder = beside(extract(&[who], &doses(1, &["20210301"])));
        let case = format!("{date} {status} {reason}");
        assert_eq!(buckets_beside(&report(&folder, "uptake", &[])), json!({end: 1}), "{case}");
        assert_eq!(booked(&folder, &[]).len(), usize::from(invited), "{case}");
    }
}

#[test]
fn a_death_that_is_not_understood_is_said_and_read_with_caution() {
    // A date that cannot be read is a death; a word in the status is not, and nobody is invited over either.
    for (heading, cell, end) in [("DATE_OF_DEATH", "unknown", "deceased"), ("death_status", "perhaps", "patients")] {
        let folder = beside(extract(&[patient(1).with(heading, cell)], &[]));
        let found = report(&folder, "uptake", &[]);
        assert_eq!(buckets_beside(&found), json!({end: 1}), "{heading}");
        let doubt = doubts(&found, "words-unknown").remove(0);
        let what = doubt["what"].as_str().unwrap();
        assert!(what.contains(heading) && what.contains("row 2") && !what.contains(cell), "{what}");
        assert_eq!((&doubt["count"], &doubt["of"]), (&json!(1), &json!(1)));
    }
}

#[test]
fn a_replay_of_the_past_brings_back_the_dead_but_invites_them_not() {
    let folder = beside(extract(&[patient(1).with("Date of death", "01/02/2022")], &doses(1, &["20210301"])));
    assert_eq!(ends_as_at(&folder, "31/01/2022"), json!({"patients": 1}));
    assert_eq!(ends_as_at(&folder, "01/02/2022"), json!({"deceased": 1}));
    assert!(booked(&folder, &["--as-at", "31/01/2022"]).is_empty());
}

#[track_caller]
fn ends_as_at(folder: &Folder, as_at: &str) -> Value {
    buckets_beside(&report(folder, "uptake", &["--as-at", as_at]))
}

#[test]
fn the_not_yet_born_are_no_fault_of_the_file() {
    let (folder, out) =
        (beside(extract(&[patient(1), patient(2).with("Date of Birth", "12/05/2022")], &[])), Folder::new());
    assert_eq!(ends_as_at(&folder, "12/05/2022"), json!({"patients": 2}));
    let path = out.file("r.csv");
    let run = on(&folder, "uptake", &["--strict", "--accept", "refresh-unknown", "--rejects", path.to_str().unwrap()])
        .ended(0);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "file,row,column,reason\n");
    assert!(!run.err.contains("rejected"), "{}", run.err);
    on(&folder, "check", &["--accept", "refresh-unknown"]).ended(0);
}

#[test]
fn what_is_wrong_with_a_number_is_said_without_the_number() {
    let cells = [
        ("", "blank"),
        ("9990000019", "check digit"),
        ("999000001", "nine digits"),
        ("99900000188", "not ten digits"),
        ("9.99E+09", "spreadsheet"),
        ("1111111111", "placeholder"),
        ("0123456789", "placeholder"),
        ("999OOO0018", "not ten digits"),
    ];
    let rows: Vec<Row> = (1..).zip(cells).map(|(n, (cell, _))| patient(n).with("NHS Number", cell)).collect();
    let (folder, out) = (beside(extract(&rows, &[influenza(&nhs(99))])), Folder::new());
    on(&folder, "uptake", &["--rejects", out.file("r.csv").to_str().unwrap()]).ended(0);
    let text = std::fs::read_to_string(out.file("r.csv")).unwrap();
    assert_eq!(text.lines().count(), 9);
    for ((line, (cell, word)), row) in text.lines().skip(1).zip(cells).zip(2..) {
        assert!(line.starts_with(&format!("patients.csv,{row},NHS Number,")) && line.contains(word), "{line}");
        // "It reads like 9.99E+09" is the hint, not the value.
        assert!(cell.is_empty() || cell == "9.99E+09" || !line.contains(cell), "{line}");
    }
}

#[test]
fn the_immunosuppressed_list_is_a_flag_whatever_its_date() {
    let list = format!(
        "NHS Number,Surname,Mobile,Data_Source,date_added\n{},Wrong,07700900666,x,01/01/2030\n{},Stranger,,x,\n",
        nhs(2),
        nhs(9)
    );
    let patients = [patient(1).flagged(&["immunosuppressed"]), patient(2), patient(3)];
    let folder = extract(&patients, &[dose(2, "20210301")]).with("list.csv", list);
    let found = report(&folder, "uptake", &["--immunosuppressed"]);
    assert_eq!(table(&found, "uptake")["totals"]["patients"], 2);
    assert_eq!(input(&checked(&folder, &[]), "list.csv")["rows"], 2);
    // Contact details come from the patients file alone.
    let lines = booked(&folder, &[]);
    assert_eq!(lines, [format!("Ms,Ada,Fell2,01/06/1970,{},07700900002", nhs(2))]);
}

#[test]
fn the_restricted_are_counted_and_never_contacted() {
    let folder =
        extract(&[patient(1).with("SENSITIVE_FLAG", "Y"), patient(2)], &[dose(1, "20210301"), dose(2, "20210301")]);
    let found = report(&folder, "uptake", &[]);
    assert_eq!(
        crate::data::pick(row(&found, "uptake", "practice_code", "A81001"), &["patients", "first_dose"]),
        json!([2, 2])
    );
    let lines = booked(&folder, &["--include-visits"]);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains(&nhs(2)), "{lines:?}");
}
