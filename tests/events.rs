//! Vaccination rows and their eleven ends: section 2.4 of the specification.

mod codes;
mod dates;
mod doses;
mod doubts;
mod future;
mod given;
mod records;
mod refusals;
mod short_rows;

use chrono::NaiveDate;
use vaxdash::classify::Assessment;
use vaxdash::domain::{Consequence, DoubtId, NhsNumber, RecordDoubt, Refusal};
use vaxdash::load::Reading;
use vaxdash::rules::RuleSet;
use vaxdash::run::{Dates, Paths, assess, scope, survey};

use serde_json::{Value, json};

use crate::data::{BOOSTER, Row, buckets, column, dose, doses, extract, influenza, nhs, patient, pipes, report};
use crate::harness::Folder;

/// Where the rows ended.
#[track_caller]
fn ends(folder: &Folder) -> Value {
    buckets(&report(folder, "uptake", &[]), "vaccinations")
}

/// What `history` says of each row of a person, in its order.
#[track_caller]
fn told(folder: &Folder, n: u32) -> Vec<Value> {
    column(&report(folder, "history", &[&nhs(n)]), "history", "counted")
}

/// What the library makes of a folder, for what no report shows yet.
struct Facts {
    /// The assessment of patient 1.
    assessment: Assessment,
    /// Its refusals, its doubts, and those of them in force.
    refusals: Vec<Refusal>,
    doubts: Vec<RecordDoubt>,
    in_force: Vec<DoubtId>,
    /// The doubts about files, with what follows, how many and of how many.
    findings: Vec<(DoubtId, Consequence, u64, u64)>,
    /// What was found, in words.
    said: String,
}

/// The same as at 11/05/2022, which is also the day of the clock unless `today` says another.
#[track_caller]
fn facts_on(folder: &Folder, as_at: &str, today: &str) -> Facts {
    let rules = RuleSet::built_in().unwrap();
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let dates = Dates { as_at: day(as_at), today: day(today) };
    let files =
        survey(Paths { data: &[folder.path().to_owned()], ..Paths::default() }, Reading::default()).ok().unwrap();
    let scoped = scope(files, &rules, &[], dates).ok().unwrap();
    let run = assess(scoped, None, None).ok().unwrap();
    let number = NhsNumber::read(nhs(1).as_bytes()).ok();
    let people = &run.population.assessments;
    let assessment = people.iter().find(|person| Some(person.person.nhs_number) == number).unwrap();
    let judged = run.accounts.findings.iter().filter_map(|finding| rules.doubts.judge(finding, |_, _| false));
    Facts {
        refusals: run.population.refusals(assessment).to_vec(),
        doubts: run.population.record_doubts(assessment).to_vec(),
        in_force: run.population.doubts_in_force(assessment).map(|doubt| doubt.id).collect(),
        // Every test folder has files without a time, and one kind of doubt less matters for it.
        findings: judged
            .map(|doubt| (doubt.id, doubt.consequence, doubt.count, doubt.of))
            .filter(|(id, ..)| EVENT_DOUBTS.contains(id))
            .collect(),
        said: run
            .accounts
            .findings
            .iter()
            .map(|finding| format!("{}: {}", finding.id, finding.what))
            .collect::<Vec<_>>()
            .join("\n"),
        assessment: assessment.clone(),
    }
}

#[track_caller]
fn facts(folder: &Folder) -> Facts {
    facts_on(folder, "2022-05-11", "2022-05-11")
}

/// The doubts that are counted of the rows of vaccination files.
const EVENT_DOUBTS: [DoubtId; 10] = [
    DoubtId::RowsUnlinkable,
    DoubtId::RowsShort,
    DoubtId::RowsNotGiven,
    DoubtId::CodesDamaged,
    DoubtId::CodesUnknownCovid,
    DoubtId::DatesUnreadable,
    DoubtId::DatesRepaired,
    DoubtId::DatesFuture,
    DoubtId::NotGivenUnknown,
    DoubtId::ActionUnknown,
];

/// A row of a record with this number.
fn record(n: u32, id: &str, action: &str, date: &str) -> Row {
    dose(n, date).with("UNIQUE_ID", id).with("ACTION_FLAG", action)
}

/// A row that takes a record back and fills nothing else.
fn deletion(id: &str) -> Row {
    let emptied = ["NHS_NUMBER", "VACCINATION_PROCEDURE_CODE", "VACCINE_PRODUCT_CODE", "BATCH_NUMBER", "SITE_CODE"];
    emptied.into_iter().fold(record(1, id, "DELETE", ""), |row, heading| row.with(heading, ""))
}

#[test]
fn every_end_at_once() {
    let people = [
        patient(1),
        patient(2).with("Date of death", "01/01/2022"),
        patient(3).with("Practice code", "B82099"),
        patient(4).with("Date of Birth", "never"),
        patient(5).with("RfR", "EMB"),
        patient(6).with("Date of Birth", "01/06/2023"),
    ];
    let events = [
        vec![deletion("nothing")], // delete_instructions
        vec![dose(1, "20210301").with("NHS_NUMBER", ""), dose(1, "20210301").with("NHS_NUMBER", "0")], // unlinkable 2
        doses(3, &["20210301", "20210601"]), // other_people: another practice,
        doses(9, &["20210301"]),   // … and nobody at all
        [2, 4, 5, 6].map(|n| dose(n, "20210301")).to_vec(), // excluded_people 4
        vec![record(1, "a", "NEW", "20210302"), record(1, "a", "UPDATE", "20210301")], // replaced, and a dose
        vec![
            dose(1, "20210401").with("VACCINATION_PROCEDURE_CODE", "822851000000102").with("VACCINE_PRODUCT_CODE", ""),
        ], // not_covid
        vec![dose(1, "20210501").with("VACCINATION_PROCEDURE_CODE", "1324771000000107")], // not_given
        doses(1, &["never"]),      // rejected
        doses(1, &["20220512"]),   // after_as_at
        doses(1, &["20210314"]),   // duplicates: 13 days
        vec![dose(1, "20211001").with("VACCINATION_PROCEDURE_CODE", BOOSTER)], // doses
    ];
    let found = report(&extract(&people, &events.concat()), "uptake", &[]);
    let expected = json!({
        "delete_instructions": 1, "unlinkable": 2, "other_people": 3, "excluded_people": 4, "replaced": 1,
        "not_covid": 1, "not_given": 1, "rejected": 1, "after_as_at": 1, "duplicates": 1, "doses": 2,
    });
    assert_eq!(buckets(&found, "vaccinations"), expected);
    assert_eq!(found["reconciliation"]["vaccinations"]["rows_read"], 18);
    assert_eq!(
        buckets(&found, "patients"),
        json!({"patients": 1, "deceased": 1, "other_practices": 1, "rejected": 1, "removed": 1, "not_yet_born": 1})
    );
}

#[test]
fn the_earlier_end_counts_where_two_would_fit() {
    let people = [patient(1), patient(2).with("Date of death", "01/01/2022")];
    for (row, end) in [
        // DELETE before everything, whoever's and whatever it is.
        (record(1, "x", "DELETE", "never").with("NHS_NUMBER", "123"), "delete_instructions"),
        (record(2, "x", "delete", "20210301"), "delete_instructions"),
        // Unlinkable before not COVID-19.
        (dose(1, "never").with("NHS_NUMBER", "9990000019").with("VACCINATION_PROCEDURE_CODE", "1"), "unlinkable"),
        (dose(9, "never").with("VACCINATION_PROCEDURE_CODE", "1").with("VACCINE_PRODUCT_CODE", ""), "other_people"),
        (dose(2, "never").with("VACCINATION_PROCEDURE_CODE", "1").with("VACCINE_PRODUCT_CODE", ""), "excluded_people"),
        // Not COVID-19 before not given, not given before a bad date.
        (
            dose(1, "never")
                .with("VACCINATION_PROCEDURE_CODE", "1")
                .with("VACCINE_PRODUCT_CODE", "")
                .with("NOT_GIVEN", "Y"),
            "not_covid",
        ),
        (dose(1, "never").with("NOT_GIVEN", "TRUE"), "not_given"),
        (dose(1, "19690101").with("RECORDED_DATE", ""), "rejected"),
    ] {
        let mut expected = json!({"not_covid": 1});
        expected[end] = if end == "not_covid" { 2.into() } else { 1.into() };
        assert_eq!(ends(&extract(&people, &[row, influenza(&nhs(1))])), expected, "{end}");
    }
}

#[test]
fn another_day_moves_rows_from_after_as_at_to_doses() {
    let folder = extract(&[patient(1)], &doses(1, &["20210301", "20210601"]));
    for (as_at, expected) in [
        ("28/02/2021", json!({"after_as_at": 2})),
        ("01/03/2021", json!({"doses": 1, "after_as_at": 1})),
        ("31/05/2021", json!({"doses": 1, "after_as_at": 1})),
        ("01/06/2021", json!({"doses": 2})),
    ] {
        assert_eq!(buckets(&report(&folder, "uptake", &["--as-at", as_at]), "vaccinations"), expected, "{as_at}");
    }
}

#[test]
fn files_of_all_suppliers_are_one_history() {
    let folder = extract(&[patient(1)], &[dose(1, "20211201")])
        .with("COVID_Vaccinations_v5_YGA_20220510T21000001.csv", pipes(&doses(1, &["20210301"])))
        .with("COVID_Vaccinations_v5_YGM41_20220510T20000001.csv", pipes(&doses(1, &["20210601"])));
    let history = report(&folder, "history", &[&nhs(1)]);
    assert_eq!(column(&history, "history", "date"), ["2021-03-01", "2021-06-01", "2021-12-01"]);
    assert_eq!(column(&history, "history", "role"), ["dose 1", "dose 2", "booster 1"]);
    assert_eq!(column(&history, "history", "source"), ["TPP SystmOne", "EMIS", "vaccinations.csv"]);
}
