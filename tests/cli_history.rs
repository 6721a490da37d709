//! `vaxdash history`: one person, every event, every answer with its reason.

use serde_json::{Value, json};

use crate::data::{
    ASTRAZENECA, BOOSTER, CONTRAINDICATED, DECLINED, Row, column, dose, doses, extract, nhs, on, patient, pick, report,
    row,
};
use crate::harness::{Folder, Run, table, vaxdash, vaxdash_in};

/// The row of `assessment` that answers this.
#[track_caller]
fn answer(folder: &Folder, question: &str, args: &[&str]) -> Value {
    let number = nhs(1);
    let report = report(folder, "history", &[&[number.as_str()], args].concat());
    row(&report, "assessment", "question", question).clone()
}

#[test]
fn every_event_in_date_order_with_its_details() {
    let events = [
        dose(1, "20211001").with("VACCINATION_PROCEDURE_CODE", "1362591000000103").with("BATCH_NUMBER", "B3"),
        dose(1, "20210301").with("VACCINE_PRODUCT_CODE", ASTRAZENECA).with("SITE_CODE", "A81001"),
        dose(1, "20210520"),
        dose(1, "20210305"),
        dose(1, "20210401").with("VACCINATION_PROCEDURE_CODE", DECLINED).with("VACCINE_PRODUCT_CODE", ""),
        dose(1, "never"),
        dose(2, "20210301"),
    ];
    let report = report(&extract(&[patient(1), patient(2)], &events), "history", &[&nhs(1)]);
    let keys = ["date", "gap_days", "counted", "role", "brand", "procedure_code", "batch", "site_code", "source"];
    let rows: Vec<Value> =
        table(&report, "history")["rows"].as_array().unwrap().iter().map(|row| pick(row, &keys)).collect();
    // 01/03 to 05/03: 4; to 01/04: 31; to 20/05: 80; to 01/10: 134 days after the dose of 20/05.
    let expected = json!([
        [
            "2021-03-01",
            null,
            "yes",
            "dose 1",
            "AstraZeneca",
            "1324681000000101",
            "FX0001",
            "A81001",
            "vaccinations.csv"
        ],
        ["2021-03-05", 4, "duplicates", null, "Pfizer", "1324681000000101", "FX0001", "RX123", "vaccinations.csv"],
        ["2021-04-01", 31, "not_given", null, null, DECLINED, "FX0001", "RX123", "vaccinations.csv"],
        ["2021-05-20", 80, "yes", "dose 2", "Pfizer", "1324681000000101", "FX0001", "RX123", "vaccinations.csv"],
        ["2021-10-01", 134, "yes", "booster 1", "Pfizer", "1362591000000103", "B3", "RX123", "vaccinations.csv"],
        [null, null, "rejected", null, "Pfizer", "1324681000000101", "FX0001", "RX123", "vaccinations.csv"],
    ]);
    assert_eq!(json!(rows), expected);
    assert_eq!(report["report"], "history");
}

/// A wrong number may be another patient's: a name and a birthday show it.
#[test]
fn who_it_is_stands_at_the_top_and_is_left_out_where_that_is_asked() {
    let folder = extract(&[patient(1).with("Forename", "Ada").with("Surname", "Fell")], &doses(1, &["20210301"]));
    let found = report(&folder, "history", &[&nhs(1)]);
    assert_eq!(found["tables"][0]["name"], "person");
    let who = &table(&found, "person")["rows"][0];
    assert_eq!((&who["forename"], &who["surname"]), (&json!("Ada"), &json!("Fell")));
    assert!(who["date_of_birth"].is_string(), "{who}");
    let screen = on(&folder, "history", &[&nhs(1)]).ended(0).out;
    assert!(screen.find("Fell").unwrap() < screen.find("What is due, and why").unwrap(), "{screen}");
    for format in ["json", "table", "csv"] {
        let out = on(&folder, "history", &[&nhs(1), "--no-names", "--format", format]).ended(0).out;
        assert!(!out.contains("Fell") && !out.contains("Ada"), "{out}");
    }
    // Nobody else's patient has a name, and a name in the log there is none.
    let log = folder.file("audit.log");
    on(&folder, "history", &[&nhs(1), "--audit", log.to_str().unwrap()]).ended(0);
    assert!(!std::fs::read_to_string(log).unwrap().contains("Fell"));
    assert!(!on(&folder, "history", &[&nhs(2)]).ended(4).err.contains("Fell"));
}

#[test]
fn the_booster_interval_is_that_of_the_date_of_the_report() {
    // Cohort 9, primary course complete on 06/09/2021: 92 days before 07/12/2021.
    let folder = extract(&[patient(1)], &doses(1, &["20210601", "20210906"]));
    let before = answer(&folder, "First booster", &["--as-at", "07/12/2021"]);
    assert_eq!(pick(&before, &["answer", "due_date"]), json!(["pending", "2022-03-07"])); // + 182
    let after = answer(&folder, "First booster", &["--as-at", "08/12/2021"]);
    assert_eq!(pick(&after, &["answer", "due_date"]), json!(["eligible", "2021-12-06"])); // + 91
    assert_ne!(before["rule"], after["rule"]);
    let because = |answer: &Value| answer["because"].as_str().unwrap().to_owned();
    assert!(because(&before).contains("182") && because(&before).contains("06/09/2021"), "{before}");
    assert!(because(&after).contains("91") && because(&after).contains("06/09/2021"), "{after}");
}

#[test]
fn cohort_10_is_not_open_on_25_november_2021_and_open_the_day_after() {
    let folder = extract(&[patient(1).with("Date of Birth", "01/06/1975")], &doses(1, &["20210301", "20210501"]));
    assert_eq!(answer(&folder, "First booster", &["--as-at", "25/11/2021"])["answer"], "not-open");
    assert_eq!(answer(&folder, "First booster", &["--as-at", "26/11/2021"])["answer"], "eligible");
}

#[test]
fn each_answer_names_the_rule_and_the_facts() {
    let folder = extract(&[patient(1).flagged(&["at_risk"])], &doses(1, &["20210301"]));
    let cohort = answer(&folder, "Cohort", &[]);
    assert_eq!(pick(&cohort, &["answer", "rule"]), json!(["6", "cohort-6"]));
    assert!(cohort["because"].as_str().unwrap().contains("at_risk"), "{cohort}");
    let second = answer(&folder, "Second dose", &[]);
    // 01/03/2021 + 56 = 26/04/2021; + 84 = 24/05/2021, which is 352 days before 11/05/2022.
    assert_eq!(pick(&second, &["answer", "due_date"]), json!(["overdue", "2021-04-26"]));
    assert!(second["because"].as_str().unwrap().contains("352 days"), "{second}");
    assert!(second["because"].as_str().unwrap().contains("01/03/2021"), "{second}");
    assert!(!second["rule"].as_str().unwrap().is_empty());
}

/// The facts behind an answer: what stands after the words of the rule.
#[track_caller]
fn facts(folder: &Folder, question: &str) -> String {
    let answer = answer(folder, question, &[]);
    let because = answer["because"].as_str().unwrap();
    because.rsplit_once(" — ").map_or(because, |(_, facts)| facts).to_owned()
}

#[test]
fn the_facts_behind_an_answer_are_those_that_decided() {
    let at_risk = extract(
        &[patient(1).flagged(&["at_risk"])],
        &[dose(1, "20210301"), dose(1, "20210401").with("VACCINATION_PROCEDURE_CODE", DECLINED)],
    );
    assert_eq!(facts(&at_risk, "Cohort"), "aged 51 on 11/05/2022; at_risk");
    assert_eq!(facts(&at_risk, "Course"), "dose 1 on 01/03/2021 (Pfizer); declined on 01/04/2021");
    assert_eq!(facts(&at_risk, "Second dose"), "cohort 6; dose 1 on 01/03/2021 (Pfizer); 352 days overdue");
    assert_eq!(facts(&at_risk, "First booster"), "boosters for cohort 6 opened on 16/09/2021");

    let suppressed = extract(
        &[patient(1).flagged(&["immunosuppressed"]).with("Sensitive flag", "Y")],
        &doses(1, &["20210301", "20210520"]),
    );
    assert_eq!(
        facts(&suppressed, "Third primary dose"),
        "primary course complete on 20/05/2021; aged 51 on 11/05/2022"
    );
    assert_eq!(facts(&suppressed, "Invitations"), "the record is restricted");

    let boosted = extract(
        &[patient(1).with("Date of Birth", "01/06/1946")],
        &[doses(1, &["20210301", "20210520"]), vec![dose(1, "20211101").with("VACCINATION_PROCEDURE_CODE", BOOSTER)]]
            .concat(),
    );
    assert_eq!(facts(&boosted, "Cohort"), "aged 74 on 31/03/2021; aged 75 on 11/05/2022");
    assert_eq!(
        facts(&boosted, "First booster"),
        "primary course complete on 20/05/2021; boosters recorded: 1; boosters for cohort 4 opened on 16/09/2021"
    );
    assert_eq!(facts(&boosted, "Campaign spring-2022"), "group 75+; aged 76 on 30/06/2022; last dose on 01/11/2021");

    let declined = extract(
        &[patient(1).with("Date of death", "12/05/2022")],
        &[dose(1, "20210401").with("VACCINATION_PROCEDURE_CODE", DECLINED)],
    );
    assert_eq!(facts(&declined, "First dose"), "declined on 01/04/2021");
    assert_eq!(facts(&declined, "Invitations"), "a death is known");
}

#[test]
fn second_doses_on_either_side_of_every_threshold() {
    let folder = extract(&[patient(1)], &doses(1, &["20210601"]));
    let status =
        |as_at, args: &[&str]| answer(&folder, "Second dose", &[&["--as-at", as_at], args].concat())["answer"].clone();
    // d1 01/06/2021: + 56 is 27/07/2021, + 84 is 24/08/2021.
    assert_eq!(status("26/07/2021", &[]), "not-yet-due");
    assert_eq!(status("27/07/2021", &[]), "due");
    assert_eq!(status("24/08/2021", &[]), "due");
    assert_eq!(status("25/08/2021", &[]), "overdue");
    assert_eq!(status("25/08/2021", &["--overdue-after", "85"]), "due");
    assert_eq!(status("26/08/2021", &["--overdue-after", "85"]), "overdue");
    assert_eq!(status("01/07/2023", &[]), "offer-closed");
}

#[test]
fn overdue_after_may_not_be_less_than_any_interval_in_force() {
    let folder = extract(&[patient(1)], &[]);
    // As at 11/05/2022 the longest is that of cohorts 14 to 16: 84 days.
    for (days, code) in [("83", 2), ("84", 0)] {
        let run = on(&folder, "history", &[&nhs(1), "--overdue-after", days]).ended(code);
        assert!(code == 0 || run.err.contains("84 days"), "{}", run.err);
    }
}

#[test]
fn third_primary_doses_and_campaigns_are_answered() {
    let folder = extract(&[patient(1).flagged(&["immunosuppressed"])], &doses(1, &["20210301", "20210520"]));
    // 20/05/2021 + 56 = 15/07/2021.
    let third = answer(&folder, "Third primary dose", &[]);
    assert_eq!(pick(&third, &["answer", "due_date"]), json!(["third-primary-due", "2021-07-15"]));
    assert_eq!(answer(&folder, "First booster", &[])["answer"], "third-primary-first");
    assert_eq!(answer(&folder, "Campaign spring-2022", &[])["answer"], "primary-first");
}

#[test]
fn people_in_every_bucket_can_be_shown() {
    for (who, word) in [
        (patient(1).with("Date of death", "01/02/2022"), "deceased"),
        (patient(1).with("RfR", "EMB"), "removed"),
        (patient(1).with("Date of Birth", "01/06/2022"), "born after"),
        (patient(1).with("Date of Birth", "never"), "rejected"),
    ] {
        let report = report(&extract(&[who], &[dose(1, "20220601")]), "history", &[&nhs(1)]);
        assert_eq!(column(&report, "history", "counted"), ["excluded_people"], "{word}");
        let patient = row(&report, "assessment", "question", "Patient");
        assert_eq!(patient["answer"], "not counted");
        assert!(patient["because"].as_str().unwrap().contains(word), "{patient}");
    }
}

/// `history` with a folder of one patient, however the number is given.
fn asked(args: &[&str], stdin: &str) -> Run {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]));
    let all = [&["history", "--data", folder.arg(), "--as-at", "11/05/2022"], args].concat();
    vaxdash_in(folder.path(), &all, stdin)
}

#[test]
fn the_number_comes_from_the_argument_a_file_or_standard_input() {
    let file = Folder::new().with("n.txt", "999 000 0018\r\n");
    let path = file.file("n.txt");
    for (args, stdin) in [
        (&["9990000018"][..], ""),
        (&["999 000 0018"], ""),
        (&["999-000-0018"], ""),
        (&["-"], "9990000018\n"),
        (&["--nhs-number-file", "-"], "9990000018"),
        (&["--nhs-number-file", path.to_str().unwrap()], ""),
    ] {
        let run = asked(args, stdin).ended(0);
        assert!(run.out.contains("9990000018") && run.out.contains("dose 1"), "{args:?}: {}", run.out);
        assert_eq!(run.err_beside_doubts(), "", "{args:?}");
    }
}

#[test]
fn a_number_that_is_none_is_a_mistake_and_is_not_repeated() {
    for number in ["9990000019", "999000001", "12345", "nonsense", ""] {
        let run = asked(&[number], "").ended(2);
        assert!(run.out.is_empty() && (number.is_empty() || !run.err.contains(number)), "{}", run.err);
    }
    asked(&["--nhs-number-file", "/no/such/file"], "").ended(5);
    asked(&["-"], "").ended(2);
    asked(&[], "").ended(2);
    asked(&["9990000018", "--nhs-number-file", "x"], "").ended(2);
}

#[test]
fn a_damaged_number_on_the_command_line_gets_the_hint() {
    assert!(asked(&["999000001"], "").ended(2).err.contains("leading zero"));
    assert!(asked(&["9990000019"], "").ended(2).err.contains("check digit"));
}

#[test]
fn somebody_elses_patient_and_nobody_get_the_same_answer() {
    let theirs = patient(3).with("Practice code", "B82099");
    let folder = extract(&[patient(1), theirs], &[dose(3, "20210301"), dose(4, "20210301")]);
    for format in ["table", "json", "csv"] {
        // 3: with another practice; 4: with events but no patient row; 5: nowhere at all.
        let runs = [3, 4, 5].map(|n| on(&folder, "history", &[&nhs(n), "--format", format]).ended(4));
        assert_eq!(runs[0].out, "");
        for run in &runs[1..] {
            assert_eq!((&run.out, &run.err), (&runs[0].out, &runs[0].err), "{format}");
        }
        assert!(!runs[0].err.contains("999"), "{}", runs[0].err);
    }
}

#[test]
fn the_screen_shows_dates_as_people_write_them() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301"]));
    let run = vaxdash(&["history", &nhs(1), "--data", folder.arg(), "--as-at", "2022-05-11"]).ended(0);
    for word in ["A81001 Abbey Surgery", "01/03/2021", "26/04/2021", "What is due, and why", "Every event"] {
        assert!(run.out.contains(word), "{word}: {}", run.out);
    }
    assert!(!run.out.contains("2021-03-01"), "{}", run.out);
    // Whose it is is shown, and nothing by which to reach the person.
    assert!(run.out.contains("Fell1") && !run.out.contains("07700"), "{}", run.out);
    let run = vaxdash(&["history", &nhs(1), "--no-names", "--data", folder.arg(), "--as-at", "2022-05-11"]).ended(0);
    assert!(!run.out.contains("Fell1") && !run.out.contains("07700"), "{}", run.out);
}

#[test]
fn the_supplier_is_known_by_the_name_of_the_file() {
    let none = || extract(&[patient(1)], &[]).with("vaccinations.csv", crate::data::no_events());
    let folder = |name: &str| none().with(name, crate::data::pipes(&doses(1, &["20210301"])));
    for (code, supplier) in [
        ("YGM41", "EMIS"),
        ("YGJ", "EMIS"),
        ("YGA", "TPP SystmOne"),
        ("8J1100001", "Pinnacle"),
        ("0DE", "NIVS"),
        ("0DF", "NIMS"),
        ("X26", "RAVS"),
        ("X8E5B", "RAVS"),
        ("ygm41", "EMIS"),
    ] {
        let name = format!("COVID_Vaccinations_v5_{code}_20220511T07000001.csv");
        let report = report(&folder(&name), "history", &[&nhs(1)]);
        assert_eq!(column(&report, "history", "source"), [supplier], "{code}");
    }
    let unknown = "COVID_Vaccinations_v5_ABC_20220511T07000001.csv";
    assert_eq!(column(&report(&folder(unknown), "history", &[&nhs(1)]), "history", "source"), [unknown]);
}

#[test]
fn no_events_is_an_answer_too() {
    let events = doses(2, &["20210301"]);
    let report = report(&extract(&[patient(1), patient(2)], &events), "history", &[&nhs(1)]);
    assert_eq!(table(&report, "history")["rows"], json!([]));
    assert_eq!(row(&report, "assessment", "question", "Course")["answer"], "unvaccinated");
    assert_eq!(row(&report, "assessment", "question", "First dose")["answer"], "eligible");
    let screen = on(&extract(&[patient(1), patient(2)], &doses(2, &["20210301"])), "history", &[&nhs(1)]).ended(0).out;
    assert!(screen.contains("(nothing to show)"), "{screen}");
}

#[test]
fn another_list_decides_for_history_too() {
    let list = Folder::new().with("mine.txt", "A81002\n");
    let folder: Folder = extract(&[patient(1)] as &[Row], &[]);
    let path = list.file("mine.txt");
    on(&folder, "history", &[&nhs(1), "--practices", path.to_str().unwrap()]).ended(4);
    on(&folder, "history", &[&nhs(1)]).ended(0);
}

#[test]
fn what_stands_besides_doses_is_told_with_its_facts() {
    let events = [
        dose(1, "20210301"),
        dose(1, "20210401").with("VACCINATION_SITUATION_CODE", DECLINED).with("REASON_NOT_GIVEN_CODE", CONTRAINDICATED),
        dose(1, "20210501").with("NOT_GIVEN", "perhaps"),
        dose(1, "20220601"),
    ];
    let file = "COVID_Vaccinations_v5_YGA_20220511T07000001.csv";
    let data = |events: &[Row]| {
        let none = crate::data::no_events();
        extract(&[patient(1)], &[]).with("vaccinations.csv", none).with(file, crate::data::pipes(events))
    };
    let folder = data(&events);
    let declined = format!("code {DECLINED} on 01/04/2021");
    let contraindicated = format!("code {CONTRAINDICATED} on 01/04/2021");
    assert_eq!(facts(&folder, "Declined"), declined);
    assert_eq!(facts(&folder, "Contraindicated"), contraindicated);
    assert_eq!(facts(&folder, "Record in doubt"), "not-given-unknown on 01/05/2021");
    assert_eq!(answer(&folder, "Booked", &[])["due_date"], "2022-06-01");
    let told = column(&report(&folder, "history", &[&nhs(1)]), "history", "counted");
    assert_eq!(told, ["yes", "not_given", "not_given", "rejected"]);
    // A dose after them ends all that stood before it.
    let folder = data(&[&events[..3], &[dose(1, "20210601")]].concat());
    let asked = column(&report(&folder, "history", &[&nhs(1)]), "assessment", "question");
    for question in ["Declined", "Contraindicated", "Record in doubt", "Booked"] {
        assert!(!asked.contains(&json!(question)), "{question}");
    }
}
