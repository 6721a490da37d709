//! The attacker against counts of doses: what is known of days, weeks and months together.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::attack::{Attack, Unknowns};
use super::synthetic::Dice;
use crate::data::{BOOSTER, Row, dose, extract, nhs_if_any, patient};
use crate::harness::{Folder, table, vaxdash_in};
use crate::reference::dates::{day, plus};

/// A few practices, in which somebody has a dose on many of the last days.
fn busy(seed: u64) -> Folder {
    let mut dice = Dice(seed);
    let people = usize::try_from(60 + dice.below(160)).unwrap();
    let (mut patients, mut events): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for n in (1..).filter(|n| nhs_if_any(*n).is_some()).take(people) {
        let practice = ["A81001", "A81002", "A81003"][usize::try_from(dice.below(3)).unwrap()];
        patients.push(patient(n).with("Date of Birth", "01/06/1940").with("Practice code", practice));
        events.extend(["20210301", "20210520"].map(|date| dose(n, date)));
        if dice.below(4) > 0 {
            // More of them lately.
            let longest = 1 + dice.below(60);
            let back = dice.below(longest);
            let given = plus(day(11, 5, 2022), -i64::try_from(back).unwrap()).format("%Y%m%d").to_string();
            events.push(dose(n, &given).with("VACCINATION_PROCEDURE_CODE", BOOSTER));
        }
    }
    extract(&patients, &events)
}

/// The steps of a preset, and the table of each that is attacked.
const STEPS: [(&str, &str); 5] = [
    ("command = \"activity\"", "activity"),
    ("command = \"uptake\"", "uptake"),
    ("command = \"trend\"", "trend"),
    ("command = \"trend\"\nevery = \"day\"", "trend"),
    ("command = \"trend\"\nevery = \"week\"\nby = \"practice\"", "trend"),
];
/// The roles of doses, which together are all of them.
const ROLES: [&str; 4] = ["dose1", "dose2", "third_primary", "booster"];

/// What some steps publish, and the same exact.
fn published(data: &Folder, steps: &[usize]) -> [Vec<Value>; 2] {
    ["nhs", "none"].map(|profile| {
        let mut text =
            format!("data = {:?}\nas_at = 2022-05-11\ndisclosure = \"{profile}\"\n[preset.all]\n", data.arg());
        for step in steps {
            let words = STEPS[*step].0;
            writeln!(text, "[[preset.all.step]]\n{words}\noutput = \"{step}.json\"").unwrap();
        }
        let work = Folder::new().with("vaxdash.toml", text);
        vaxdash_in(work.path(), &["run", "all", "-q"], "").ended(0);
        let read = |step: &usize| std::fs::read_to_string(work.file(&format!("{step}.json"))).unwrap();
        steps.iter().map(|step| serde_json::from_str(&read(step)).unwrap()).collect()
    })
}

/// The days of each column of activity as at Wednesday 11/05/2022, by hand.
fn days_of_columns() -> [(&'static str, i64, i64); 8] {
    // In days before the 11th: first and last.
    [
        ("yesterday", 1, 1),
        ("day_before", 2, 2),
        ("this_week", 2, 0),
        ("last_week_same_days", 9, 7),
        ("last_week", 9, 3),
        ("this_month", 10, 0),
        ("last_month_same_days", 40, 30),
        ("campaign_to_date", 51, 0),
    ]
}

/// The doses of every day of each practice, and of all: what the attacker would like to know, and reckons with.
struct Days {
    unknowns: BTreeMap<(String, i64), usize>,
}

impl Days {
    fn new(attack: &mut Attack, data: &Folder) -> Self {
        let options = ["--every", "day", "--from", "2022-03-01", "--by", "practice"];
        let exact = crate::data::report(data, "trend", &options);
        let mut truth: BTreeMap<(String, i64), i64> = BTreeMap::new();
        for row in table(&exact, "trend")["rows"].as_array().unwrap() {
            let given: i64 = ROLES.map(|role| row[role].as_i64().unwrap()).iter().sum();
            let given_on: chrono::NaiveDate = row["day"].as_str().unwrap().parse().unwrap();
            let back = (day(11, 5, 2022) - given_on).num_days();
            for who in [row["practice_code"].as_str().unwrap(), ""] {
                *truth.entry((who.to_owned(), back)).or_default() += given;
            }
        }
        let unknowns = truth.into_iter().map(|(key, count)| (key, attack.puzzle.add(0, 1_000, count))).collect();
        Self { unknowns }
    }

    fn sum(&self, who: &str, first: i64, last: i64) -> Vec<usize> {
        (last..=first).filter_map(|back| self.unknowns.get(&(who.to_owned(), back)).copied()).collect()
    }
}

/// The attacker with these steps.
fn besieged(data: &Folder, steps: &[usize]) -> Attack {
    let [shown, exact] = published(data, steps);
    let mut attack = Attack::default();
    let all: Vec<Unknowns> = steps
        .iter()
        .enumerate()
        .map(|(place, step)| attack.add(&shown[place], &exact[place]).remove(STEPS[*step].1).unwrap())
        .collect();
    let days = Days::new(&mut attack, data);
    for ((step, unknowns), exact) in steps.iter().zip(&all).zip(&exact) {
        let rows = table(exact, STEPS[*step].1)["rows"].as_array().unwrap().clone();
        let names = rows.iter().map(|row| row["practice_code"].as_str().unwrap_or_default().to_owned());
        let lines: Vec<(String, &Value)> = names.zip(&rows).collect();
        for (place, cells) in unknowns.iter().enumerate() {
            let (who, row) = lines.get(place).map_or((String::new(), &Value::Null), |(who, row)| (who.clone(), *row));
            if *step == 0 {
                for (column, first, last) in days_of_columns() {
                    attack.puzzle.tie(&days.sum(&who, first, last), cells[column].as_slice(), true);
                }
            } else if *step == 1 {
                attack.puzzle.tie(&days.sum(&who, 6, 0), cells["doses_last_7_days"].as_slice(), true);
            } else if let Some(date) = row["week"].as_str().or(row["day"].as_str()).filter(|date| *date != "earlier") {
                let back = (day(11, 5, 2022) - date.parse::<chrono::NaiveDate>().unwrap()).num_days();
                let length = if row["day"].is_null() { 6 } else { 0 };
                // Before March nobody asks.
                if back <= 60 {
                    let given: Vec<usize> = ROLES.iter().filter_map(|role| cells[*role]).collect();
                    attack.puzzle.tie(&days.sum(&who, back, (back - length).max(0)), &given, true);
                }
            }
        }
    }
    attack
}

fn nothing_is_worked_out(steps: &[usize], seeds: std::ops::Range<u64>, patience: u32) {
    let (mut kept, mut all, mut given_up) = (0, Vec::new(), 0);
    for seed in seeds {
        let attack = besieged(&busy(seed), steps);
        kept += attack.secrets.len();
        let [found, left] = attack.besieged(patience);
        given_up += left.len();
        all.extend(found.into_iter().map(|words| format!("{seed}: {words}")));
    }
    assert!(kept > 30, "{kept}: the test keeps hardly anything back");
    assert!(all.is_empty(), "{} of {kept}: {all:?}", all.len());
    assert!(given_up * 20 < kept, "{given_up} of {kept}");
}

#[test]
fn nothing_is_worked_out_of_activity() {
    nothing_is_worked_out(&[0], 1..9, 20_000);
}

#[test]
fn nothing_is_worked_out_of_activity_uptake_and_trend_together() {
    nothing_is_worked_out(&[0, 1, 2], 1..5, 20_000);
    nothing_is_worked_out(&[0, 3], 1..4, 20_000);
    nothing_is_worked_out(&[0, 1, 4], 1..3, 20_000);
}
