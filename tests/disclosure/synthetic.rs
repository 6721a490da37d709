//! The attacker against tables made of random small counts: thousands of them,
//! with every corner of the rounding.

use std::collections::HashMap;

use serde_json::Value;
use vaxdash::domain::{Consequence, Doubt, DoubtId};
use vaxdash::render::{write_json, write_screen};
use vaxdash::report::{Cell, Column, Constraint, Kind, Profile, Receipt, Report, Table, information};

use super::attack::pinned;

/// Numbers that look random and are the same on every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// A count: none, few, or enough to be shown, mostly near an edge.
    pub fn count(&mut self) -> u64 {
        match self.below(8) {
            0 => 0,
            1 => 1,
            2 => 1 + self.below(7),
            3 => 7,
            4 => [8, 12, 13, 17][usize::try_from(self.below(4)).unwrap()],
            5 | 6 => 8 + self.below(10),
            _ => 8 + self.below(300),
        }
    }
}

/// A table of groups with these columns, and totals that are their sums.
fn table(name: &'static str, keys: &[&'static str], rows: &[Vec<u64>], ties: Vec<Constraint>) -> Table {
    let totals = (0..keys.len()).map(|column| Cell::Count(rows.iter().map(|row| row[column]).sum()));
    let totals = std::iter::once(Cell::Null).chain(totals).collect();
    let cells = rows.iter().enumerate().map(|(place, row)| {
        std::iter::once(Cell::text(format!("group {place}")))
            .chain(row.iter().map(|count| Cell::Count(*count)))
            .collect()
    });
    let columns = keys.iter().map(|key| Column::new(key, key, Kind::Count));
    let columns = std::iter::once(Column::new("group", "Group", Kind::Code)).chain(columns).collect();
    Table::new(name, name, columns, cells.collect()).with_totals(totals).with_constraints(ties)
}

pub fn json(report: &Report) -> Value {
    let mut bytes = Vec::new();
    write_json(report, &mut bytes).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

pub fn report(tables: Vec<Table>) -> Report {
    let receipt = Receipt {
        last_refreshed: None,
        filters: Vec::new(),
        inputs: Vec::new(),
        practices: 1,
        organisation: String::new(),
        left_out: Vec::new(),
        patients: None,
        vaccinations: None,
        disclosure: Profile::None,
        doubts: Vec::new(),
        verdict: None,
    };
    Report { name: "test", title: String::new(), tables, notes: Vec::new(), stamp: None, receipt: Some(receipt) }
}

/// A doubt that tells a small number.
pub fn doubt() -> Doubt {
    Doubt {
        id: DoubtId::CodesDamaged,
        consequence: Consequence::Review,
        accepted: true,
        file: "a.csv".to_owned(),
        count: 3,
        of: 700,
        what: "3 codes are damaged, such as row 5".to_owned(),
        what_to_do: "Export again".to_owned(),
    }
}

#[test]
fn a_doubt_is_told_in_full_or_by_its_meaning() {
    let mut made = report(Vec::new());
    made.receipt.as_mut().unwrap().doubts.push(doubt());
    let text = serde_json::to_string(&json(&made)["doubts"]).unwrap();
    let expected = r#"[{"id":"codes-damaged","consequence":"review","accepted":true,"file":"a.csv","count":3,"of":700,"what":"3 codes are damaged, such as row 5","do":"Export again"}]"#;
    assert_eq!(text, expected, "in this order");
    let line = "doubt codes-damaged (accepted): a.csv: 3 codes are damaged, such as row 5. Export again";
    assert_eq!(made.all_notes(), [line]);
    let mut screen = Vec::new();
    write_screen(&made, None, &mut screen).unwrap();
    assert!(String::from_utf8(screen).unwrap().contains(line));
    let rows = information(&made).rows;
    assert!(rows.contains(&vec![
        Cell::text("Doubt"),
        Cell::text("codes-damaged (review, accepted)"),
        Cell::text(line.split_once(": ").unwrap().1)
    ]));
    for profile in [Profile::Nhs, Profile::OpenSafely, Profile::Midpoint6] {
        let shown = json(&made.clone().disclosed(profile))["doubts"][0].clone();
        assert!(shown["count"].is_null() && shown["of"].is_null() && shown["accepted"] == true, "{shown}");
        assert!(!shown.to_string().contains('3'), "{shown}");
    }
}

const STATUSES: [&str; 6] =
    ["unvaccinated", "declined", "first_dose_only", "primary_complete_only", "third_primary_only", "boosted"];

/// The course statuses of random groups.
fn ladder(dice: &mut Dice, groups: u64) -> Table {
    let rows = (0..groups).map(|_| {
        let parts: Vec<u64> = STATUSES.iter().map(|_| if dice.below(3) == 0 { 0 } else { dice.count() }).collect();
        std::iter::once(parts.iter().sum()).chain(parts).collect()
    });
    let keys: Vec<&str> = std::iter::once("patients").chain(STATUSES).collect();
    let rows: Vec<Vec<u64>> = rows.collect();
    table("detail", &keys, &rows, vec![Constraint::sum("patients", STATUSES)])
}

/// The doses of random groups, each column a part of the one before.
fn chain(dice: &mut Dice, groups: u64) -> Table {
    let rows = (0..groups).map(|_| {
        let steps: Vec<u64> = (0..4).map(|_| if dice.below(3) == 0 { 0 } else { dice.count() }).collect();
        (0..4).map(|from| steps[from..].iter().sum()).collect()
    });
    let rows: Vec<Vec<u64>> = rows.collect();
    let ties = [("first_dose", "patients"), ("primary_complete", "first_dose"), ("booster", "primary_complete")];
    let ties = ties.map(|(part, whole)| Constraint::within(part, whole)).to_vec();
    table("uptake", &["patients", "first_dose", "primary_complete", "booster"], &rows, ties)
}

/// What an attacker works out of many tables: (tables, figures kept back,
/// of them more than 7, worked out).
fn siege(make: impl Fn(&mut Dice, u64) -> Table, seed: u64, tables: u64) -> (usize, usize, Vec<String>) {
    let mut dice = Dice(seed);
    let (mut kept, mut large, mut found) = (0, 0, Vec::new());
    for _ in 0..tables {
        let groups = 1 + dice.below(5);
        let exact = report(vec![make(&mut dice, groups)]);
        let (shown, exact) = (json(&exact.clone().disclosed(Profile::Nhs)), json(&exact));
        let mut attack = super::attack::Attack::default();
        attack.add(&shown, &exact);
        kept += attack.secrets.len();
        large += attack.secrets.iter().filter(|(_, one)| attack.puzzle.answer[*one] > 7).count();
        found.extend(attack.pinned().into_iter().map(|words| format!("{words}\n{shown:#}")));
    }
    (kept, large, found)
}

#[test]
fn nothing_is_worked_out_of_ladders() {
    let (kept, large, found) = siege(ladder, 1, 3000);
    assert!(kept > 10_000, "{kept}");
    assert!(found.is_empty(), "{} of {kept} worked out, such as {}", found.len(), found[0]);
    // Whatever is larger is kept back for cause alone.
    assert!(large > 0 && large < kept / 5, "{large} of {kept}");
}

#[test]
fn nothing_is_worked_out_of_chains() {
    let (kept, large, found) = siege(chain, 2, 3000);
    assert!(kept > 5_000, "{kept}");
    assert!(found.is_empty(), "{} of {kept} worked out, such as {}", found.len(), found[0]);
    // Whatever is larger is kept back for cause alone.
    assert!(large > 0 && large < kept / 5, "{large} of {kept}");
}

#[test]
fn the_attacker_sees_through_rounding_alone() {
    // What the profile would show if it looked at each count alone.
    let exact = report(vec![table("detail", &["declined"], &[vec![8], vec![8], vec![1]], Vec::new())]);
    let mut shown = json(&exact.clone().disclosed(Profile::OpenSafely));
    shown["tables"][0]["totals"]["declined"] = 15.into();
    assert_eq!(pinned(&shown, &json(&exact)), ["detail, row 2, declined (is 1)"]);
}

/// Whoever knows the program as well sees more: of all columns that are shown
/// in the same way, is there one in which a count is another?
#[test]
fn whoever_knows_the_program_works_nothing_out_of_a_column() {
    let mut alike: HashMap<String, Vec<[u64; 3]>> = HashMap::new();
    let counts = || 0..=27_u64;
    for rows in counts().flat_map(|a| counts().flat_map(move |b| counts().map(move |c| [a, b, c]))) {
        let column = rows.map(|count| vec![count]);
        let shown = report(vec![table("detail", &["declined"], &column, Vec::new())]).disclosed(Profile::Nhs);
        alike.entry(json(&shown)["tables"].to_string()).or_default().push(rows);
    }
    let mut exposed = Vec::new();
    for truths in alike.values() {
        for place in 0..3 {
            let is_kept = truths.iter().any(|rows| (1..=7).contains(&rows[place]));
            if is_kept && truths.iter().all(|rows| rows[place] == truths[0][place]) {
                exposed.push(truths);
            }
        }
    }
    assert!(exposed.is_empty(), "{} of {}: {exposed:?}", exposed.len(), alike.len());
}
