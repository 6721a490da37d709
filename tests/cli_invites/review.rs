//! Whom a clinician must look at, `--reviewed`, and doubts over which nobody
//! is invited.

use serde_json::json;

use super::{files_in, invites, waterfall, written};
use crate::data::{csv, dose, extract, nhs, on, patient};
use crate::harness::Folder;

const SECOND: [&str; 2] = ["--dose", "second"];
const REVIEW: &str = "review_accubook_second_2022-05-11.csv";

/// Person 1's row ends before the columns of death: nobody knows what was there.
fn cut_short() -> Folder {
    let rows = csv(&[patient(1), patient(2), patient(3), patient(4)]);
    let cut = |(place, line): (usize, &str)| {
        let cells: Vec<&str> = line.split(',').collect();
        if place == 1 { cells[..6].join(",") } else { line.to_owned() }
    };
    let rows: Vec<String> = rows.lines().enumerate().map(cut).collect();
    let doses: Vec<_> = (1..=4).map(|n| dose(n, "20210301")).collect();
    extract(&[], &doses).with("patients.csv", rows.join("\n") + "\n")
}

#[test]
fn a_death_that_cannot_be_ruled_out_is_a_step_of_its_own() {
    let patients: Vec<_> =
        (1..=6).map(|n| patient(n).with("death_status", if n == 1 { "perhaps" } else { "" })).collect();
    let events: Vec<_> = (1..=6).map(|n| dose(n, "20210301")).collect();
    let folder = extract(&patients, &events);
    let expected = json!([["Eligible", 6], ["A death cannot be ruled out", 1], ["Written", 5]]);
    assert_eq!(waterfall(&folder, &SECOND), expected);
    let seen = Folder::new().with("seen.csv", format!("NHS Number,Date reviewed\n{},01/05/2022\n", nhs(1)));
    let path = seen.file("seen.csv");
    // No review lets anybody leave this step.
    assert_eq!(waterfall(&folder, &[&SECOND[..], &["--reviewed", path.to_str().unwrap()]].concat()), expected);
    assert!(written(&folder, &SECOND).values().all(|text| !text.contains(&nhs(1))));
}

/// The row ends after what is said of a death: whether the person has left is not known.
#[test]
fn a_row_that_ends_before_the_removal_holds_the_person_back_for_review() {
    let header = "NHS Number,Forename,Surname,Date of Birth,Practice code,Mobile Telephone,sms_consent,SENSITIVE_FLAG,\
                  Date of death,RfR";
    let row = |n: u32| {
        let whole = format!("{},Ada,Fell{n},01/06/1970,A81001,07700900001,,,", nhs(n));
        if n == 1 { whole } else { whole + "," }
    };
    let text = std::iter::once(header.to_owned()).chain((1..=4).map(row)).collect::<Vec<_>>().join("\n");
    let doses: Vec<_> = (1..=4).map(|n| dose(n, "20210301")).collect();
    let folder = extract(&[], &doses).with("patients.csv", text + "\n");
    let files = written(&folder, &SECOND);
    let line = files[REVIEW].lines().nth(1).unwrap_or_default();
    assert!(line.starts_with(&nhs(1)) && line.contains("rows-short"), "{files:?}");
    assert!(files.iter().all(|(name, text)| name == REVIEW || !text.contains(&nhs(1))), "{files:?}");
}

#[test]
fn a_column_that_nobody_has_refuses_until_it_is_accepted_by_name() {
    let without = |heading: &str| {
        let text = csv(&[patient(1)]).replace(heading, "Remarks");
        extract(&[], &[dose(1, "20210301")]).with("patients.csv", text)
    };
    for (heading, id, refuses) in [
        ("Date of death", "no-death-column", true),
        ("RfR", "no-removal-column", true),
        ("SENSITIVE_FLAG", "no-restricted-column", true),
        ("sms_consent", "no-consent-column", true),
    ] {
        let (folder, out) = (without(heading), Folder::new());
        let args = [&SECOND[..], &["-o", out.arg()]].concat();
        let run = invites(&folder, &args).ended(if refuses { 4 } else { 0 });
        let typed = format!("--accept {id}=patients.csv");
        assert!(run.err.contains(&typed) && run.err.contains(&format!("doubt {id}: patients.csv")), "{}", run.err);
        assert!(run.out.is_empty() && files_in(&out).is_empty());
        // Also where nothing else is said, and where nothing would be written.
        invites(&folder, &[&args[..], &["-q"]].concat()).ended(4);
        invites(&folder, &[&SECOND[..], &["-n"]].concat()).ended(4);
        for accept in [id.to_owned(), format!("{id}=patients.csv")] {
            invites(&folder, &[&SECOND[..], &["-n", "--accept", &accept]].concat()).ended(0);
        }
        // Accepting another is of no use.
        invites(&folder, &[&SECOND[..], &["-n", "--accept", "rows-short"]].concat()).ended(4);
    }
    // Who declined texts is no question for a letter.
    let args = ["--target", "emis", "--allow-old-data", "-n"];
    on(&without("sms_consent"), "invites", &args).ended(0);
    on(&without("SENSITIVE_FLAG"), "invites", &args).ended(4);
}

#[test]
fn a_reviewed_file_needs_the_day_of_the_review() {
    let refused = |text: String| {
        let seen = Folder::new().with("seen.csv", text);
        let path = seen.file("seen.csv");
        invites(&cut_short(), &[&SECOND[..], &["-n", "--reviewed", path.to_str().unwrap()]].concat()).ended(5).err
    };
    assert!(refused(format!("NHS Number\n{}\n", nhs(1))).contains("Date reviewed"));
    assert!(refused(format!("NHS Number,Date reviewed\n{},01/05/2022\n{},\n", nhs(1), nhs(2))).contains("row 3"));
    assert!(refused(format!("NHS Number,Date reviewed\n{},soon\n", nhs(1))).contains("row 2"));
    assert!(refused(format!("NHS Number,Date reviewed\n{},01/05/2062\n", nhs(1))).contains("still to come"));
    assert!(refused("Name,Date\nAda,01/05/2022\n".to_owned()).contains("NHS number"));
}

#[test]
fn a_record_in_doubt_goes_to_the_review_file_until_somebody_has_looked() {
    let folder = cut_short();
    let held = json!([["Eligible", 4], ["Record in doubt: to the review file", 1], ["Written", 3]]);
    let accept = [&SECOND[..], &["--accept", "rows-short"]].concat();
    // A restricted record is never in any file: a row that ends before that column is held there.
    let counts = waterfall(&folder, &accept);
    if counts == held {
        let files = written(&folder, &accept);
        assert!(
            files[REVIEW]
                .starts_with("NHS Number,Forename,Surname,Date of birth,Practice code,Why,Code,Date,Last dose\r\n")
        );
        assert!(files[REVIEW].contains("rows-short"), "{}", files[REVIEW]);
        // The file itself, unchanged, lets nobody go: its date is that of the event.
        let own = Folder::new().with("review.csv", &files[REVIEW]);
        let path = own.file("review.csv");
        invites(&folder, &[&accept[..], &["-n", "--reviewed", path.to_str().unwrap()]].concat()).ended(5);
    } else {
        assert_eq!(counts, json!([["Eligible", 4], ["Restricted record", 1], ["Written", 3]]));
    }
}

const CLINICAL: &str = "Contraindicated: to the review file";

/// Person 1 has this code on a day after the only dose; persons 2 and 3 have none.
fn coded(code: &str, date: &str) -> Folder {
    let event = dose(1, date).with("VACCINATION_PROCEDURE_CODE", code).with("UNIQUE_ID", "x");
    let mut events: Vec<_> = (1..=3).map(|n| dose(n, "20210301")).collect();
    events.push(event);
    extract(&[patient(1), patient(2), patient(3)], &events)
}

/// The counts with a file of reviews of person 1.
#[track_caller]
fn reviewed(folder: &Folder, day: &str) -> serde_json::Value {
    let seen = Folder::new().with("seen.csv", format!("NHS Number,Date reviewed\n{},{day}\n", nhs(1)));
    let path = seen.file("seen.csv");
    waterfall(folder, &[&SECOND[..], &["--reviewed", path.to_str().unwrap()]].concat())
}

#[test]
fn nobody_contraindicated_is_in_any_import_file_until_a_clinician_has_looked() {
    // Course contraindicated, allergy, adverse reaction.
    for code in ["1324761000000100", "1324711000000102", "1324661000000105"] {
        let folder = coded(code, "20220401");
        let held = json!([["Eligible", 3], [CLINICAL, 1], ["Written", 2]]);
        assert_eq!(waterfall(&folder, &SECOND), held, "{code}");
        let files = written(&folder, &SECOND);
        let expected = format!(
            "NHS Number,Forename,Surname,Date of birth,Practice code,Why,Code,Date,Last dose\r\n\
             {},Ada,Fell1,01/06/1970,A81001,contraindicated,{code},01/04/2022,01/03/2021\r\n",
            nhs(1)
        );
        assert_eq!(files[REVIEW], expected);
        assert!(files.iter().all(|(name, text)| name == REVIEW || !text.contains(&nhs(1))), "{files:?}");
        // The day of the event, or later: somebody has seen it.
        let free = json!([["Eligible", 3], ["Written", 3]]);
        assert_eq!(reviewed(&folder, "01/04/2022"), free);
        assert_eq!(reviewed(&folder, "10/05/2022"), free);
        assert_eq!(reviewed(&folder, "31/03/2022"), held);
    }
    // A later dose ends it; one of the same day does not.
    for (date, written) in [("20210228", 3), ("20210301", 2)] {
        let counts = waterfall(&coded("1324711000000102", date), &SECOND);
        assert_eq!(counts.as_array().unwrap().last().unwrap(), &json!(["Written", written]), "{date}");
    }
}

/// Every target, and all channels together: the review file alone has the person.
#[test]
fn nobody_contraindicated_is_in_the_file_of_any_target() {
    let folder = coded("1324711000000102", "20220401");
    let targets: Vec<String> = vaxdash::invites::targets().unwrap().into_iter().map(|target| target.name).collect();
    assert!(targets.len() >= 12);
    let ways = targets.iter().map(|target| ["--target", target.as_str()]);
    for way in ways.chain([["--channels", "sms,email,letter,phone"]]) {
        let out = Folder::new();
        let more = ["--dose", "second", "--include-visits", "--allow-old-data", "-o", out.arg()];
        on(&folder, "invites", &[&way[..], &more].concat()).ended(0);
        let (mut reviewed, mut others) = (0, 0);
        for entry in std::fs::read_dir(out.path()).unwrap() {
            let path = entry.unwrap().path();
            let (name, text) = (path.file_name().unwrap().to_str().unwrap(), std::fs::read_to_string(&path).unwrap());
            if name.starts_with("review_") {
                reviewed += usize::from(text.contains(&nhs(1)));
            } else {
                others += 1;
                assert!(!text.contains(&nhs(1)) && !text.contains("Fell1,"), "{way:?} {name}: {text}");
            }
        }
        assert!(reviewed == 1 && others > 0, "{way:?}");
    }
}

#[test]
fn a_review_is_counted_in_the_summary_and_in_json() {
    let folder = coded("1324711000000102", "20220401");
    let seen =
        Folder::new().with("seen.csv", format!("NHS Number,Date\n{},01/05/2022\n{},01/05/2022\n", nhs(1), nhs(2)));
    let path = seen.file("seen.csv");
    let args = [&SECOND[..], &["-n", "--reviewed", path.to_str().unwrap()]].concat();
    let run = invites(&folder, &args).ended(0);
    assert!(run.out.contains("1 person was let go by --reviewed"), "{}", run.out);
    let found = invites(&folder, &[&args[..], &["--format", "json"]].concat()).ended(0).json();
    assert_eq!(found["reviewed"], 1);
    // Held back all the same: no review, or one before what is recorded.
    let json = [&SECOND[..], &["-n", "--format", "json"]].concat();
    assert_eq!(invites(&folder, &json).ended(0).json()["reviewed"], 0);
    let seen = Folder::new().with("seen.csv", format!("NHS Number,Date\n{},31/03/2022\n", nhs(1)));
    let path = seen.file("seen.csv");
    let args = [&json[..], &["--reviewed", path.to_str().unwrap()]].concat();
    assert_eq!(invites(&folder, &args).ended(0).json()["reviewed"], 0);
}

#[test]
fn of_several_reviews_of_a_person_the_latest_counts_in_whatever_order() {
    let folder = coded("1324711000000102", "20220401");
    for days in [["01/04/2022", "31/03/2022"], ["31/03/2022", "01/04/2022"]] {
        let rows = days.map(|day| format!("{},{day}\n", nhs(1))).concat();
        let seen = Folder::new().with("seen.csv", format!("NHS Number,Date reviewed\n{rows}"));
        let path = seen.file("seen.csv");
        let counts = waterfall(&folder, &[&SECOND[..], &["--reviewed", path.to_str().unwrap()]].concat());
        assert_eq!(counts, json!([["Eligible", 3], ["Written", 3]]), "{days:?}");
    }
}

#[test]
fn nobody_counts_as_let_go_whom_no_review_lets_go() {
    // A known death, one that cannot be ruled out, a restricted record: each reviewed, and held all the same.
    let rows = [
        patient(1).with("Date of death", "12/05/2022"),
        patient(2).with("death_status", "perhaps"),
        patient(3).with("SENSITIVE_FLAG", "Y"),
        patient(4),
    ];
    let refused = |n| dose(n, "20220401").with("VACCINATION_PROCEDURE_CODE", "1324711000000102").with("UNIQUE_ID", "x");
    let events: Vec<_> = (1..=4).flat_map(|n| [dose(n, "20210301"), refused(n)]).collect();
    let folder = extract(&rows, &events);
    let seen: Vec<String> = (1..=4).map(|n| format!("{},01/05/2022\n", nhs(n))).collect();
    let seen = Folder::new().with("seen.csv", format!("NHS Number,Date\n{}", seen.concat()));
    let path = seen.file("seen.csv");
    let args = [&SECOND[..], &["-n", "--reviewed", path.to_str().unwrap(), "--format", "json"]].concat();
    let accepted = [&args[..], &["--accept", "status-implausible"]].concat();
    let found = invites(&folder, &accepted).ended(0).json();
    assert_eq!(found["reviewed"], 1, "{found}");
}

#[test]
fn the_review_file_is_written_also_where_nobody_is_invited() {
    let event = dose(1, "20220401").with("VACCINATION_PROCEDURE_CODE", "1324711000000102").with("UNIQUE_ID", "x");
    let folder = extract(&[patient(1)], &[dose(1, "20210301"), event]);
    let files = written(&folder, &SECOND);
    assert_eq!(files.keys().collect::<Vec<_>>(), [REVIEW]);
}

#[test]
fn an_event_in_doubt_after_the_last_dose_holds_its_person_back() {
    // A word outside the vocabulary of NOT_GIVEN: perhaps a dose, perhaps none.
    let doubted = |date: &str| {
        let event = dose(1, date).with("UNIQUE_ID", "x").with("NOT_GIVEN", "perhaps");
        let mut events: Vec<_> = (1..=3).map(|n| dose(n, "20210301").with("NOT_GIVEN", "")).collect();
        events.push(event);
        extract(&[patient(1), patient(2), patient(3)], &events)
    };
    let held = json!([["Eligible", 3], ["Record in doubt: to the review file", 1], ["Written", 2]]);
    assert_eq!(waterfall(&doubted("20220401"), &SECOND), held);
    assert_eq!(reviewed(&doubted("20220401"), "01/04/2022"), json!([["Eligible", 3], ["Written", 3]]));
    assert_eq!(reviewed(&doubted("20220401"), "31/03/2022"), held);
    assert!(written(&doubted("20220401"), &SECOND)[REVIEW].contains("not-given-unknown"));
    // Before the last counted dose it is a note alone.
    assert_eq!(waterfall(&doubted("20210215"), &SECOND), json!([["Eligible", 3], ["Written", 3]]));
}

#[test]
fn whoever_never_had_a_dose_and_may_have_none_is_in_the_review_file_too() {
    let event = dose(1, "20210401").with("VACCINATION_PROCEDURE_CODE", "1324711000000102").with("UNIQUE_ID", "x");
    let folder = extract(&[patient(1), patient(2)], &[event]);
    let first = ["--dose", "first"];
    assert_eq!(waterfall(&folder, &first), json!([["Eligible", 2], [CLINICAL, 1], ["Written", 1]]));
    assert!(written(&folder, &first)["review_accubook_first_2022-05-11.csv"].contains(&nhs(1)));
    // What a person is due next is the first dose.
    assert_eq!(waterfall(&folder, &[]), json!([["Eligible", 2], [CLINICAL, 1], ["Written", 1]]));
}

#[test]
fn of_several_codes_of_a_day_all_are_for_review_in_read_order() {
    let codes = ["1324761000000100", "1324711000000102"];
    let event = |(place, code): (usize, &str)| {
        dose(1, "20220401").with("VACCINATION_PROCEDURE_CODE", code).with("UNIQUE_ID", place.to_string())
    };
    let events: Vec<_> = codes.into_iter().enumerate().map(event).collect();
    let folder = extract(&[patient(1)], &[vec![dose(1, "20210301")], events].concat());
    let files = written(&folder, &SECOND);
    let rows: Vec<&str> = files[REVIEW].lines().skip(1).map(|row| row.split(',').nth(6).unwrap()).collect();
    assert_eq!(rows, codes);
    // What is told of the person is the first that was read.
    let told = crate::data::report(&folder, "history", &[&nhs(1)]);
    let rows = crate::harness::table(&told, "assessment")["rows"].as_array().unwrap().clone();
    let told = rows.iter().find(|row| row["question"] == "Contraindicated").unwrap();
    assert!(told["because"].as_str().unwrap().contains(codes[0]), "{told}");
}
