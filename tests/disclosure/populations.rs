//! The attacker against the reports of people: small practices, in which every
//! status is rare, in every report that counts.

use std::fmt::Write;

use serde_json::Value;

use super::attack::{Attack, pinned};
use super::synthetic::Dice;
use crate::data::{BOOSTER, DECLINED, Row, dose, extract, nhs, nhs_if_any, on, patient};
use crate::harness::{Folder, vaxdash};

/// How many populations.
const POPULATIONS: u64 = 12;

const BORN: [&str; 9] = [
    "01/06/1935",
    "01/06/1944",
    "01/06/1949",
    "01/06/1958",
    "01/06/1970",
    "01/06/1985",
    "01/06/1996",
    "01/02/2006",
    "01/06/2012",
];

/// What somebody has had: dates, and the code of the last.
const COURSES: [&[&str]; 8] = [
    &[],
    &["20210301"],
    &["20220505"],
    &["20210301", "20210520"],
    &["20210301", "20210520", "20211101"],
    &["20210301", "20210520", "20211101", "20220415"],
    &["20210301", "20210520", "20220507"],
    &["20220110", "20220330"],
];

/// A few practices of few people.
pub fn population(seed: u64) -> Folder {
    let mut dice = Dice(seed);
    let practices = 1 + dice.below(3);
    let people = 12 + dice.below(140);
    people_of(&mut dice, practices, people)
}

/// Enough people for many counts to be shown.
pub fn crowd() -> Folder {
    people_of(&mut Dice(1), 3, 400)
}

fn people_of(dice: &mut Dice, practices: u64, people: u64) -> Folder {
    let favourites = [dice.below(8), dice.below(8), dice.below(9)];
    let (mut patients, mut events): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for n in (1..).filter(|n| nhs_if_any(*n).is_some()).take(usize::try_from(people).unwrap()) {
        let pick =
            |dice: &mut Dice, favourite: u64, of: u64| if dice.below(2) == 0 { favourite } else { dice.below(of) };
        let born = BORN[usize::try_from(pick(dice, favourites[2], 9)).unwrap()];
        let practice = ["A81001", "A81002", "A81003"][usize::try_from(dice.below(practices)).unwrap()];
        let mut person = patient(n).with("Date of Birth", born).with("Practice code", practice);
        for (flag, one_in) in [("immunosuppressed", 6), ("at_risk", 5), ("housebound", 9)] {
            if dice.below(one_in) == 0 {
                person = person.flagged(&[flag]);
            }
        }
        patients.push(person);
        let favourite = favourites[usize::try_from(dice.below(2)).unwrap()];
        let course = COURSES[usize::try_from(pick(dice, favourite, 8)).unwrap()];
        for (place, date) in course.iter().enumerate() {
            let given = dose(n, date);
            events.push(if place > 1 { given.with("VACCINATION_PROCEDURE_CODE", BOOSTER) } else { given });
        }
        if course.is_empty() && dice.below(5) == 0 {
            events.push(
                dose(n, "20210401").with("VACCINATION_PROCEDURE_CODE", DECLINED).with("VACCINE_PRODUCT_CODE", ""),
            );
        }
    }
    extract(&patients, &events)
}

/// An invite log: about half of the first people of a population were contacted, of
/// them some twice; a few of them are not in its data.
pub fn invite_log(seed: u64, people: usize) -> Folder {
    let mut dice = Dice(seed);
    let mut text = "NHS Number,Target,Dose,As at,Channel,Round,Campaign\r\n".to_owned();
    for n in (1..).filter(|n| nhs_if_any(*n).is_some()).take(people) {
        let rounds = [0, 0, 1, 1, 1, 2][usize::try_from(dice.below(6)).unwrap()];
        let month = 1 + dice.below(11);
        for round in 1..=rounds {
            let target = ["accubook", "mailmerge"][usize::try_from(dice.below(2)).unwrap()];
            let _ = write!(text, "{},{target},second,2021-{:02}-10,sms,{round},\r\n", nhs(n), month + round - 1);
        }
    }
    Folder::new().with("log.csv", text)
}

/// The path of the log in its folder.
pub fn path_of(log: &Folder) -> String {
    log.file("log.csv").to_str().unwrap().to_owned()
}

/// A report as it is published, and without disclosure control.
fn both(folder: &Folder, args: &[&str]) -> [Value; 2] {
    ["nhs", "none"].map(|profile| {
        let more = [&args[1..], &["--disclosure", profile, "--format", "json"]].concat();
        on(folder, args[0], &more).ended(0).json()
    })
}

const REPORTS: [&[&str]; 14] = [
    &["uptake"],
    &["uptake", "--by", "cohort"],
    &["uptake", "--by", "practice,age", "--campaign", "spring-2022"],
    &["uptake", "--detail"],
    &["uptake", "--detail", "--by", "age,gender"],
    &["cohorts"],
    &["second-dose"],
    &["second-dose", "--by", "cohort"],
    &["boosters"],
    &["boosters", "--by", "age"],
    &["campaign", "--target", "75"],
    &["immunosuppressed"],
    &["patients", "--by", "age"],
    &["patients"],
];

#[test]
fn nothing_is_worked_out_of_any_report() {
    let mut kept = 0;
    for seed in 1..=POPULATIONS {
        let folder = population(seed);
        for args in REPORTS {
            let [shown, exact] = both(&folder, args);
            let mut attack = Attack::default();
            attack.add(&shown, &exact);
            kept += attack.secrets.len();
            let found = attack.pinned();
            assert!(found.is_empty(), "population {seed}, {args:?}: {found:?}\n{shown:#}");
        }
    }
    assert!(kept > 2000, "{kept}: the test keeps hardly anything back");
}

#[test]
fn nothing_is_worked_out_of_outcomes() {
    let (mut kept, mut people) = (0, 0);
    for seed in 1..=POPULATIONS * 2 {
        let (folder, log) = (population(600 + seed), invite_log(seed, 150));
        let [shown, exact] = both(&folder, &["outcomes", "--invite-log", &path_of(&log)]);
        let mut attack = Attack::default();
        attack.add(&shown, &exact);
        kept += attack.secrets.len();
        people += exact["tables"][1]["totals"]["vaccinated"].as_u64().unwrap();
        let found = attack.pinned();
        assert!(found.is_empty(), "population {seed}: {found:?}\n{shown:#}");
    }
    assert!(kept > 500 && people > 200, "{kept}, {people}: the test keeps hardly anything back");
}

#[test]
fn nothing_is_worked_out_of_the_weeks() {
    for seed in 1..=POPULATIONS {
        let folder = population(200 + seed);
        let trend = both(&folder, &["trend"]);
        let all = both(&folder, &["uptake"]).map(|uptake| uptake["tables"][0]["totals"]["patients"].as_i64().unwrap());
        let mut attack = Attack::default();
        let weeks = attack.add(&trend[0], &trend[1]).remove("trend").unwrap();
        attack.add_uptake_so_far(&trend, &weeks, all);
        let found = attack.pinned();
        assert!(found.is_empty(), "population {seed}: {found:?}\n{:#}", trend[0]);
    }
}

#[test]
fn nothing_is_worked_out_of_a_comparison() {
    let mut kept = 0;
    for seed in 1..=POPULATIONS {
        let (old, new) = (population(300 + seed), population(400 + seed));
        let [shown, exact] = ["nhs", "none"].map(|profile| {
            let sides = ["compare", old.arg(), new.arg(), "--old-as-at", "2022-05-04", "--as-at", "2022-05-11"];
            vaxdash(&[&sides[..], &["--disclosure", profile, "--format", "json"]].concat()).ended(0).json()
        });
        let mut attack = Attack::default();
        attack.add(&shown, &exact);
        kept += attack.secrets.len();
        let found = attack.pinned();
        assert!(found.is_empty(), "population {seed}: {found:?}\n{shown:#}");
    }
    assert!(kept > 200, "{kept}: the test keeps hardly anything back");
}

/// Two reports of the same people by other groups: their totals are the same.
fn together(folder: &Folder, one: &[&str], other: &[&str], name: &str) -> (usize, Vec<String>) {
    let mut attack = Attack::default();
    let [first, second] = [one, other].map(|args| {
        let [shown, exact] = both(folder, args);
        attack.add(&shown, &exact).remove(name).unwrap()
    });
    for (key, total) in first.last().unwrap() {
        let same = second.last().unwrap()[key];
        attack.puzzle.tie(total.as_slice(), same.as_slice(), true);
    }
    (attack.secrets.len(), attack.pinned())
}

#[test]
fn nothing_is_worked_out_of_uptake_by_practice_and_by_cohort_together() {
    let mut kept = 0;
    for seed in 1..=POPULATIONS * 2 {
        let folder = population(100 + seed);
        for (detail, name) in [(&[][..], "uptake"), (&["--detail"], "detail")] {
            let [by_practice, by_cohort] =
                ["practice", "cohort"].map(|by| [&["uptake", "--by", by][..], detail].concat());
            let (secrets, found) = together(&folder, &by_practice, &by_cohort, name);
            kept += secrets;
            assert!(found.is_empty(), "population {seed}, {name}: {found:?}");
        }
    }
    assert!(kept > 500, "{kept}: the test keeps hardly anything back");
}

#[test]
fn the_attacker_works_something_out_where_nothing_is_protected() {
    // The same people under a profile that keeps the same counts back, and no more.
    let worked_out = (1..=POPULATIONS * 6).any(|seed| {
        let folder = population(seed);
        [&["uptake", "--detail"][..], &["boosters"]].iter().any(|args| {
            let [_, exact] = both(&folder, args);
            let shown = rounded(&exact);
            !pinned(&shown, &exact).is_empty()
        })
    });
    assert!(worked_out, "the attacker of these tests can do nothing");
}

/// A report with every count rounded or kept back for itself.
fn rounded(exact: &Value) -> Value {
    let mut shown = exact.clone();
    for table in shown["tables"].as_array_mut().unwrap() {
        let counts: Vec<String> = table["columns"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|column| column["kind"] == "count")
            .map(|column| column["key"].as_str().unwrap().to_owned())
            .collect();
        let round = |row: &mut Value| {
            for key in &counts {
                row[key] = match row[key].as_u64() {
                    Some(1..=7) => Value::Null,
                    Some(count) => ((count + 2) / 5 * 5).into(),
                    None => continue,
                };
            }
        };
        table["rows"].as_array_mut().unwrap().iter_mut().for_each(round);
        if !table["totals"].is_null() {
            round(&mut table["totals"]);
        }
    }
    shown
}
