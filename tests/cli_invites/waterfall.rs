//! Every step of the waterfall, and what falls out at it.

use serde_json::json;

use super::{invited, invites, waterfall, written};
use crate::data::{CONTRAINDICATED, DECLINED, Row, dose, extract, nhs, patient};
use crate::harness::Folder;

/// One person for each step, all overdue for a second dose:
/// 1 a death is known (after as-at) · 2 restricted · 3 and 4 visits · 5 declined ·
/// 6 already invited · 7 text messages declined · 8 and 9 no usable contact ·
/// 10 a bad cell · 11 beyond the limit of one · 12 written: sorted before 11 by
/// the number of days overdue · 13 written at another practice.
fn everybody() -> Folder {
    let patients = [
        patient(1).with("Date of death", "12/05/2022"),
        patient(2).with("SENSITIVE_FLAG", "Y"),
        patient(3).flagged(&["care_home_resident"]),
        patient(4).flagged(&["housebound"]),
        patient(5),
        patient(6),
        patient(7).with("sms_consent", "declined"),
        patient(8).with("Mobile Telephone", ""),
        patient(9).with("Mobile Telephone", "07700900009 (wife)"),
        patient(10).with("Surname", "-Fell"),
        patient(11),
        patient(12),
        patient(13).with("Practice code", "A81002"),
        patient(15).with("RfR", "EMB"),
        patient(16).with("Date of death", "11/05/2022"),
    ];
    let mut events: Vec<Row> = (1..=11).chain([13, 15, 16]).map(|n| dose(n, "20210301")).collect();
    events.push(dose(12, "20210228"));
    events.push(dose(5, "20210302").with("VACCINATION_PROCEDURE_CODE", DECLINED));
    extract(&patients, &events)
}

const FALL: [&str; 2] = ["--dose", "second"];

#[test]
fn each_step_is_counted_and_the_sum_is_everybody_eligible() {
    let (folder, seen) = (everybody(), Folder::new().with("seen.csv", format!("NHS Number\n{}\n", nhs(6))));
    let exclude = seen.file("seen.csv");
    let args = [&FALL[..], &["--exclude", exclude.to_str().unwrap(), "--limit", "1"]].concat();
    let expected = json!([
        ["Eligible", 13],
        ["A death is known", 1],
        ["Restricted record", 1],
        ["Care home or housebound: visit list", 2],
        ["Declined", 1],
        ["Already invited", 1],
        ["Text messages declined", 1],
        ["No usable contact", 2],
        ["A cell the target cannot take", 1],
        ["Beyond the limit", 1],
        ["Written", 2],
    ]);
    assert_eq!(waterfall(&folder, &args), expected);
    assert_eq!(invited(&folder, &args), [12, 13]);
    let files = written(&folder, &args);
    assert_eq!(files["exceptions_accubook_second_2022-05-11.csv"].lines().count(), 1 + 3);
    assert_eq!(files["visits_accubook_second_2022-05-11.csv"].lines().count(), 1 + 2);
}

#[test]
fn the_first_step_that_fits_counts() {
    let everything = patient(1)
        .with("Date of death", "12/05/2022")
        .with("SENSITIVE_FLAG", "Y")
        .with("sms_consent", "N")
        .with("Mobile Telephone", "")
        .with("Surname", "=x")
        .flagged(&["housebound"]);
    let steps = [
        ("Date of death", "A death is known"),
        ("SENSITIVE_FLAG", "Restricted record"),
        ("housebound", "Care home or housebound: visit list"),
        ("sms_consent", "Text messages declined"),
        ("Mobile Telephone", "No usable contact"),
        ("Surname", "A cell the target cannot take"),
    ];
    let mut person = everything;
    for (heading, step) in steps {
        let folder = extract(std::slice::from_ref(&person), &[dose(1, "20210301")]);
        assert_eq!(waterfall(&folder, &FALL), json!([["Eligible", 1], [step, 1]]), "{step}");
        person = person.with(heading, if heading == "Mobile Telephone" { "07700900001" } else { "" });
    }
    let folder = extract(&[person], &[dose(1, "20210301")]);
    assert_eq!(waterfall(&folder, &FALL), json!([["Eligible", 1], ["Written", 1]]));
}

/// One person to whom every step applies, and each fact taken away in turn: the next step counts.
#[test]
fn every_step_comes_before_the_next() {
    let row = |date: &str, id: &str| dose(1, date).with("UNIQUE_ID", id).with("NOT_GIVEN", "");
    let mut events = vec![
        row("20210301", "a"),
        row("20220402", "b").with("VACCINATION_PROCEDURE_CODE", DECLINED),
        row("20220601", "c"),
        row("20220403", "d").with("NOT_GIVEN", "perhaps"),
        row("20220401", "e").with("VACCINATION_PROCEDURE_CODE", CONTRAINDICATED),
    ];
    let mut person = patient(1)
        .with("Date of death", "12/05/2022")
        .with("death_status", "perhaps")
        .with("SENSITIVE_FLAG", "Y")
        .with("sms_consent", "N")
        .with("Mobile Telephone", "")
        .with("Surname", "=x")
        .flagged(&["housebound"]);
    let seen = Folder::new().with("seen.csv", format!("NHS Number\n{}\n", nhs(1)));
    let exclude = seen.file("seen.csv");
    let mut args = vec!["--dose", "second", "--accept", "rows-not-given", "--exclude", exclude.to_str().unwrap()];
    // Whose row, list or event holds the fact: a heading, else what is taken away.
    for (fact, step) in [
        ("Date of death", "A death is known"),
        ("death_status", "A death cannot be ruled out"),
        ("SENSITIVE_FLAG", "Restricted record"),
        ("last event", "Contraindicated: to the review file"),
        ("last event", "Record in doubt: to the review file"),
        ("last event", "Booked: an appointment is recorded"),
        ("housebound", "Care home or housebound: visit list"),
        ("last event", "Declined"),
        ("--exclude", "Already invited"),
        ("sms_consent", "Text messages declined"),
        ("Mobile Telephone", "No usable contact"),
        ("Surname", "A cell the target cannot take"),
        ("Forename", "Written"),
    ] {
        let folder = extract(std::slice::from_ref(&person), &[])
            .with("vaccinations.csv", crate::data::no_events())
            .with("COVID_Vaccinations_v5_YGA_20220511T07000001.csv", crate::data::pipes(&events));
        assert_eq!(waterfall(&folder, &args), json!([["Eligible", 1], [step, 1]]), "{step}");
        match fact {
            "last event" => drop(events.pop()),
            "--exclude" => args.truncate(4),
            "Mobile Telephone" => person = person.with(fact, "07700900001"),
            heading => person = person.with(heading, ""),
        }
    }
}

#[test]
fn a_refusal_counts_on_or_after_the_last_dose_and_any_where_there_is_no_dose() {
    let declined = |date: &str| dose(1, date).with("VACCINATION_PROCEDURE_CODE", DECLINED).with("UNIQUE_ID", "d");
    for (events, dose_kind, step) in [
        (vec![dose(1, "20210301"), declined("20210228")], "second", "Written"),
        (vec![dose(1, "20210301"), declined("20210301")], "second", "Declined"),
        (vec![dose(1, "20210301"), declined("20220511")], "second", "Declined"),
        (vec![declined("20210101")], "first", "Declined"),
        (vec![dose(1, "20210301"), dose(1, "20210520"), declined("20210401")], "booster", "Written"),
        (vec![dose(1, "20210301"), dose(1, "20210520"), declined("20210520")], "booster", "Declined"),
    ] {
        let folder = extract(&[patient(1)], &events);
        assert_eq!(waterfall(&folder, &["--dose", dose_kind]), json!([["Eligible", 1], [step, 1]]));
    }
}

#[test]
fn a_mobile_is_looked_for_in_every_telephone_field() {
    for (cells, found) in [
        (["07700 900123", "", ""], Some("07700900123")),
        (["01632 960123", "+44 7700 900123", ""], Some("07700900123")),
        (["", "", "0044 7700-900-123"], Some("07700900123")),
        (["7700900123", "", ""], Some("07700900123")),
        (["+44 (0)7700 900123", "", ""], Some("07700900123")),
        (["(07700) 900123", "", ""], Some("07700900123")),
        (["07700900123 (wife)", "07700900124", ""], Some("07700900124")),
        (["07700900123 (wife)", "", ""], None),
        (["0770090012", "077009001234", "01632960123"], None),
        (["+33 7700 900123", "", ""], None),
    ] {
        let headings = ["Mobile Telephone", "Home Telephone", "Contact number"];
        let person = headings.into_iter().zip(cells).fold(patient(1), |row, (heading, cell)| row.with(heading, cell));
        let lines = crate::data::booked(&extract(&[person], &[dose(1, "20210301")]), &[]);
        let phone = lines.first().map(|line| line.rsplit(',').next().unwrap().to_owned());
        assert_eq!(phone.as_deref(), found, "{cells:?}");
    }
}

#[test]
fn cells_that_a_booking_system_must_not_be_given() {
    for (heading, cell) in [
        ("Surname", "=1+1"),
        ("Surname", "+Fell"),
        ("Forename", "-Ada"),
        ("Title", "@Ms"),
        ("Surname", "\tFell"),
        ("Surname", "\rFell"),
        ("Forename", "Ada\nMay"),
        ("Forename", "Ada\u{7}"),
    ] {
        let folder = extract(&[patient(1).with(heading, cell)], &[dose(1, "20210301")]);
        let expected = json!([["Eligible", 1], ["A cell the target cannot take", 1]]);
        assert_eq!(waterfall(&folder, &FALL), expected, "{heading} {cell:?}");
    }
    // A formula sign further on is a name like any other.
    let folder = extract(&[patient(1).with("Surname", "O'Neill-Fell + Co")], &[dose(1, "20210301")]);
    assert_eq!(crate::data::booked(&folder, &[]).len(), 1);
}

#[test]
fn the_limit_is_by_practice_in_the_order_of_the_list() {
    let folder = {
        let patients: Vec<Row> = [(1, "A81001"), (2, "A81001"), (3, "A81001"), (4, "A81002"), (5, "A81002")]
            .map(|(n, code)| patient(n).with("Practice code", code))
            .to_vec();
        // 2 is the most overdue of A81001, then 1 and 3 on the same day by number.
        let events =
            [dose(1, "20210301"), dose(2, "20210101"), dose(3, "20210301"), dose(4, "20210301"), dose(5, "20210201")];
        extract(&patients, &events)
    };
    assert_eq!(invited(&folder, &FALL), [2, 1, 3, 5, 4]);
    let limited = |limit| invited(&folder, &["--dose", "second", "--limit", limit]);
    assert_eq!(limited("2"), [2, 1, 5, 4]);
    assert_eq!(limited("1"), [2, 5]);
    assert_eq!(limited("0"), Vec::<u32>::new());
    assert_eq!(limited("1000000"), [2, 1, 3, 5, 4]);
}

#[test]
fn people_without_contact_do_not_use_up_the_limit() {
    let folder = extract(
        &[patient(1).with("Mobile Telephone", ""), patient(2), patient(3)],
        &[dose(1, "20210101"), dose(2, "20210201"), dose(3, "20210301")],
    );
    let args = ["--dose", "second", "--limit", "1"];
    assert_eq!(invited(&folder, &args), [2]);
    assert_eq!(
        waterfall(&folder, &args),
        json!([["Eligible", 3], ["No usable contact", 1], ["Beyond the limit", 1], ["Written", 1]])
    );
}

#[test]
fn the_summary_is_on_standard_error_unless_nothing_is_written() {
    let (folder, out) = (everybody(), Folder::new());
    let run = invites(&folder, &["--dose", "second", "-o", out.arg()]).ended(0);
    assert!(
        run.out.is_empty() && run.err.contains("Eligible") && run.err.contains("files were written"),
        "{}",
        run.err
    );
    let run = invites(&folder, &["--dose", "second", "-o", out.arg(), "--force", "--quiet"]).ended(0);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
    let run = invites(&folder, &["--dose", "second", "--dry-run"]).ended(0);
    assert!(run.out.contains("Eligible") && !run.err.contains("Eligible"), "{}", run.err);
    // Nobody is named in either.
    assert!(!run.out.contains("Fell") && !run.out.contains("999"), "{}", run.out);
}
