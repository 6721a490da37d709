//! `--list`, `--status` and `--columns`: as long as the count, in order, without
//! what must not be shown.

use serde_json::{Value, json};

use crate::data::{Row, column, doses, extract, nhs, on, patient, pick, report, row};
use crate::harness::{Folder, table};

/// Four people with a first dose only, as at 11/05/2022: overdue by 352 days,
/// by 11 days, restricted and overdue by 352 days, and due.
fn waiting() -> Folder {
    let patients: [Row; 5] = [
        patient(1).with("Surname", "=2+5").with("Email", "ada@example.org").with("Postcode", "LS71 1AA"),
        patient(2).with("Practice code", "A81002"),
        patient(3).with("SENSITIVE_FLAG", "Y").with("Address 1", "1 Quill Road").with("Home Telephone", "01632960001"),
        patient(4)
            .with("Address 1", "2 Quill Road")
            .with("Address 3", "Birchford")
            .with("Home Telephone", "01632960002"),
        patient(5),
    ];
    let events = [doses(1, &["20220205"]), doses(2, &["20210301"]), doses(3, &["20210301"]), doses(4, &["20220301"])];
    extract(&patients, &events.concat())
}

#[test]
fn by_practice_then_most_overdue() {
    let list = report(&waiting(), "second-dose", &["--list"]);
    assert_eq!(column(&list, "list", "nhs_number"), [nhs(3), nhs(1), nhs(4), nhs(2)].map(Value::from));
    assert_eq!(column(&list, "list", "days_overdue"), [json!(352), json!(11), json!(null), json!(352)]);
    assert_eq!(column(&list, "list", "status"), ["overdue", "overdue", "due", "overdue"].map(Value::from));
    let due = column(&list, "list", "due_date");
    assert_eq!(due[1], "2022-04-02", "56 days after the first dose");
    assert_eq!(column(&list, "list", "first_dose_site")[0], "RX123");
    let table = report(&waiting(), "second-dose", &[]);
    assert_eq!(table["tables"][0]["totals"]["first_dose_only"], 4, "as long as the count");
}

#[test]
fn statuses_take_hyphens_underscores_and_column_names() {
    let folder = waiting();
    let list = |command: &str, words: &str| {
        column(&report(&folder, command, &["--list", "--status", words]), "list", "nhs_number").len()
    };
    assert_eq!(list("second-dose", "overdue"), 3);
    assert_eq!(list("second-dose", "due,overdue"), 4);
    assert_eq!(list("second-dose", "not_yet_due"), 0);
    assert_eq!(list("second-dose", "offer-closed"), 0);
    assert_eq!(list("boosters", "primary_incomplete"), 5);
    assert_eq!(list("patients", "first-dose-only"), 4);
    assert_eq!(list("cohorts", "unvaccinated"), 1);
    let run = on(&folder, "second-dose", &["--list", "--status", "late"]).ended(2);
    assert!(run.err.contains("not-yet-due, due, overdue, offer-closed"), "{}", run.err);
    let run = on(&folder, "second-dose", &["--list", "--status", "over-due"]).ended(2);
    assert!(run.err.contains("did you mean \"overdue\"?"), "{}", run.err);
}

#[test]
fn a_status_alone_asks_for_the_list() {
    let folder = waiting();
    let alone = report(&folder, "second-dose", &["--status", "due,overdue"]);
    let both = report(&folder, "second-dose", &["--list", "--status", "due,overdue"]);
    assert_eq!(alone["tables"], both["tables"]);
    assert_eq!(alone["filters"], both["filters"]);
    // It names people, so it is refused and logged like any list.
    on(&folder, "second-dose", &["--status", "due", "--disclosure", "nhs"]).ended(4);
    on(&folder, "second-dose", &["--status", "due", "--by", "age"]).ended(2);
    let log = folder.file("audit.jsonl");
    on(&folder, "second-dose", &["--status", "due", "--audit", log.to_str().unwrap()]).ended(0);
    // The output, and what became of it.
    assert_eq!(std::fs::read_to_string(log).unwrap().lines().count(), 2);
    // Columns may be chosen with it, and a table has none to choose.
    on(&folder, "second-dose", &["--status", "due", "--columns", "surname"]).ended(0);
    on(&folder, "second-dose", &["--columns", "surname"]).ended(2);
}

#[test]
fn columns_are_chosen_and_ordered() {
    let folder = waiting();
    let run = on(&folder, "second-dose", &["--list", "--columns", "surname,age,reason,nhs_number", "--format", "csv"])
        .ended(0);
    let mut lines = run.out.lines();
    assert_eq!(lines.next(), Some("surname,age,reason,nhs_number"));
    let first = lines.next().unwrap();
    assert!(first.starts_with("Fell3,51,") && first.contains("84") | first.contains("12 weeks"), "{first}");
    // A surname that a spreadsheet would run is made harmless; the count says so.
    assert!(run.out.contains("\n =2+5,51,"), "{}", run.out);
    assert!(run.err.contains("1 cell that a spreadsheet would run"), "{}", run.err);
    let run = on(&folder, "second-dose", &["--list", "--columns", "surname,shoe_size"]).ended(2);
    assert!(run.err.contains("the columns are: nhs_number"), "{}", run.err);
    on(&folder, "second-dose", &["--list", "--columns", "surname,surname"]).ended(2);
    on(&folder, "second-dose", &["--columns", "surname"]).ended(2);
}

#[test]
fn restricted_people_are_counted_and_have_no_contact_details() {
    let all = ["--list", "--columns", "nhs_number,surname,mobile,telephone,email,address,postcode,restricted"];
    for command in ["first-dose", "second-dose", "boosters", "cohorts", "patients"] {
        let list = report(&waiting(), command, &all);
        let keys = ["surname", "mobile", "telephone", "email", "address", "postcode", "restricted"];
        assert_eq!(
            pick(row(&list, "list", "nhs_number", nhs(3)), &keys),
            json!(["Fell3", null, null, null, null, null, "yes"]),
            "{command}"
        );
        assert_eq!(
            pick(row(&list, "list", "nhs_number", nhs(4)), &keys),
            json!(["Fell4", "07700900004", "01632960002", null, "2 Quill Road, Birchford", null, "no"]),
            "{command}"
        );
    }
}

#[test]
fn a_phone_column_of_words_is_made_harmless_and_a_number_never_altered() {
    let patients = [
        patient(1).with("Mobile Telephone", "+447700900001"),
        patient(2).with("Mobile Telephone", "=HYPERLINK(\"x\")"),
    ];
    let folder = extract(&patients, &doses(1, &["20210301"]));
    let out = on(&folder, "patients", &["--list", "--columns", "nhs_number,mobile", "--format", "csv"]).ended(0).out;
    assert!(out.contains(&format!("{},+447700900001\n", nhs(1))), "{out}");
    assert!(out.contains(&format!("{},\" =HYPERLINK(\"\"x\"\")\"\n", nhs(2))), "{out}");
}

#[test]
fn what_is_for_the_table_is_refused_of_the_list() {
    let folder = waiting();
    for (command, option) in [
        ("second-dose", &["--by", "age"][..]),
        ("boosters", &["--by", "age"]),
        ("boosters", &["--chart"]),
        ("campaign", &["--target", "75"]),
        ("campaign", &["--by", "group"]),
        ("cohorts", &["--chart"]),
        ("patients", &["--by", "age"]),
    ] {
        let run = on(&folder, command, &[&["--list"], option].concat()).ended(2);
        assert!(run.err.contains(option[0]), "{command}: {}", run.err);
    }
}

#[test]
fn an_empty_list_says_so() {
    let folder = waiting();
    let run = on(&folder, "second-dose", &["--list", "--status", "not-yet-due"]).ended(0);
    assert!(run.out.contains("(nothing to show)"), "{}", run.out);
    let list = report(&folder, "second-dose", &["--list", "--status", "not-yet-due"]);
    assert_eq!(table(&list, "list")["rows"], json!([]));
}

#[test]
fn every_status_together_is_everybody() {
    let folder = Folder::new();
    crate::harness::vaxdash(&["sample", "-o", folder.arg(), "--patients", "400", "--practices", "3"]).ended(0);
    for (command, words) in [
        ("first-dose", "vaccinated not-in-cohort not-open offer-closed contraindicated declined eligible"),
        ("second-dose", "not-yet-due due overdue offer-closed"),
        ("boosters", "boosted primary-incomplete third-primary-first not-open closed pending eligible"),
        ("campaign", "vaccinated primary-first missed too-soon pending eligible"),
        ("patients", "unvaccinated declined first-dose-only primary-complete third-primary boosted"),
    ] {
        let length = |more: &[&str]| {
            column(&report(&folder, command, &[&["--list"], more].concat()), "list", "nhs_number").len()
        };
        let parts: usize = words.split(' ').map(|word| length(&["--status", word])).sum();
        assert_eq!(parts, length(&[]), "{command}");
        // Practices apart add up to all of them.
        let practices = ["Q10001", "Q10002", "Q10003"].map(|practice| length(&["--practice", practice]));
        assert_eq!(practices.iter().sum::<usize>(), length(&[]), "{command} by practice");
    }
}

#[test]
fn filters_choose_the_same_people_for_table_and_list() {
    let folder = Folder::new();
    crate::harness::vaxdash(&["sample", "-o", folder.arg(), "--patients", "400", "--practices", "3"]).ended(0);
    let mut seen = 0;
    for filter in [
        &["--cohort", "1,6,12"][..],
        &["--age", "16-64"],
        &["--gender", "female"],
        &["--ethnicity", "asian,black"],
        &["--imd", "1,2"],
        &["--immunosuppressed"],
        &["--housebound"],
        &["--in-campaign", "spring-2022"],
    ] {
        let table = report(&folder, "boosters", filter)["tables"][0]["totals"]["patients"].as_u64().unwrap();
        let list = column(&report(&folder, "boosters", &[&["--list"], filter].concat()), "list", "nhs_number").len();
        assert_eq!(usize::try_from(table).unwrap(), list, "{filter:?}");
        seen += list;
    }
    assert!(seen > 100, "{seen}");
    // Cohorts add up to all.
    let all = report(&folder, "cohorts", &[]);
    let sum: u64 = column(&all, "cohorts", "patients").iter().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(Some(sum), all["tables"][0]["totals"]["patients"].as_u64());
}

#[test]
fn a_report_or_list_saved_beside_the_data_is_never_read_as_data() {
    let folder = waiting();
    let before = report(&folder, "uptake", &[]);
    for (command, more) in [
        ("uptake", &[][..]),
        ("first-dose", &[]),
        ("second-dose", &[]),
        ("boosters", &[]),
        ("campaign", &[]),
        ("immunosuppressed", &[]),
        ("sources", &[]),
        ("first-dose", &["--list"]),
        ("second-dose", &["--list"]),
        ("boosters", &["--list"]),
        ("campaign", &["--list"]),
        ("immunosuppressed", &["--list"]),
        ("cohorts", &["--list"]),
        ("patients", &["--list"]),
    ] {
        let path = folder.file("saved.csv");
        on(&folder, command, &[more, &["-o", path.to_str().unwrap(), "--force"]].concat()).ended(0);
        let after = report(&folder, "uptake", &[]);
        assert_eq!(after["tables"], before["tables"], "{command} {more:?}");
        let saved = after["inputs"].as_array().unwrap().iter().find(|input| input["file"] == "saved.csv").unwrap();
        assert_eq!(saved["kind"], "not-ours", "{command} {more:?}");
    }
}

#[test]
fn whoever_is_contraindicated_is_marked_on_every_list_and_every_width() {
    use crate::data::{CONTRAINDICATED, dose};
    let coded = dose(1, "20220401").with("VACCINATION_PROCEDURE_CODE", CONTRAINDICATED).with("UNIQUE_ID", "x");
    let events = [dose(1, "20210301"), coded, dose(2, "20210301")];
    let folder = extract(&[patient(1).flagged(&["immunosuppressed"]), patient(2)], &events);
    for command in ["first-dose", "second-dose", "boosters", "campaign", "immunosuppressed", "cohorts", "patients"] {
        let csv = on(&folder, command, &["--list", "--format", "csv"]).ended(0).out;
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let place = rows.headers().unwrap().iter().position(|key| key == "contraindicated_date").unwrap();
        let dates: Vec<String> = rows.records().map(|row| row.unwrap()[place].to_owned()).collect();
        assert!(dates.contains(&"01/04/2022".to_owned()), "{command}: {csv}");
        for width in ["60", "80", "120"] {
            let screen = on(&folder, command, &["--list", "--width", width]).ended(0).out;
            assert!(screen.contains("01/04/2022"), "{command} {width}: {screen}");
        }
        // Where nobody is, a narrow terminal does without the column first.
        let screen = on(&folder, command, &["--list", "--cohort", "9", "--width", "60"]).ended(0).out;
        let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains("nothing to show") || screen.contains("Contraindicated on"), "{command}: {screen}");
    }
}
