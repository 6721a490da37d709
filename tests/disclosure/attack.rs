//! Whoever reads a report and wants to know what it keeps back.
//!
//! The attacker knows what every figure means: which columns add up, which can
//! never be larger than which, that totals are sums; that 0 is none, that a
//! figure is within 2 of what is shown, and of each figure that is kept back
//! whether it is from 1 to 7 or larger. What is known of the program's own ties
//! is not used: this is written from what the reports say of themselves.

use std::collections::HashMap;

use serde_json::Value;

use super::solver::{NO_LIMIT, Puzzle};

/// What became of contacts or people.
const OUTCOMES: &[&str] = &["vaccinated", "declined", "contraindicated", "left_or_died", "still_due"];
/// Columns that add up: whole and parts, by table.
const SUMS: [(&str, &str, &[&str]); 9] = [
    (
        "detail",
        "patients",
        &["unvaccinated", "declined", "first_dose_only", "primary_complete_only", "third_primary_only", "boosted"],
    ),
    ("second_dose", "first_dose_only", &["not_yet_due", "due", "overdue", "offer_closed"]),
    (
        "boosters",
        "patients",
        &["boosted", "primary_incomplete", "third_primary_first", "not_open", "closed", "pending", "eligible"],
    ),
    ("campaign", "patients", &["vaccinated", "primary_first", "missed", "too_soon", "pending", "eligible"]),
    (
        "immunosuppressed",
        "patients",
        &[
            "earlier_doses_not_recorded",
            "primary_incomplete",
            "third_primary_given",
            "third_primary_due",
            "third_primary_not_yet_due",
            "third_primary_closed",
        ],
    ),
    ("lists", "left+after", &["before", "entered"]),
    ("contacts", "invited", OUTCOMES),
    ("people", "invited", OUTCOMES),
    ("rounds", "invited", OUTCOMES),
];

/// Columns of which the sum of the first is never larger than the last.
const WITHIN: [(&[&str], &str); 14] = [
    (&["first_dose"], "patients"),
    (&["primary_complete"], "first_dose"),
    (&["booster"], "primary_complete"),
    (&["doses_last_7_days"], "first_dose"),
    (&["first_dose_eligible", "first_dose"], "patients"),
    (&["second_dose_pending", "second_dose_overdue", "primary_complete"], "first_dose"),
    (&["booster_eligible", "booster"], "primary_complete"),
    (&["campaign_group"], "patients"),
    (&["campaign_vaccinated"], "campaign_group"),
    (&["campaign_vaccinated"], "first_dose"),
    (&["immunosuppressed"], "patients"),
    (&["housebound"], "patients"),
    (&["booster_due"], "patients"),
    (&["campaign_due"], "patients"),
];

/// A report as it is published, the same without disclosure control, and all
/// that can be reckoned from the first.
#[derive(Default)]
pub struct Attack {
    pub puzzle: Puzzle,
    /// What is kept back, in words, with its unknown.
    pub secrets: Vec<(String, usize)>,
    /// Whether the attacker knows no more than what is said of a figure that is
    /// kept back: that it is not 0. Else it is known, as if by a traitor, whether it is larger than 7.
    pub is_alone: bool,
}

/// The unknowns of one table: by row and key; totals last. `None` is 0.
pub type Unknowns = Vec<HashMap<String, Option<usize>>>;

impl Attack {
    /// Adds a report. Tables whose totals should be equal to those of tables
    /// added before share them.
    pub fn add(&mut self, shown: &Value, exact: &Value) -> HashMap<String, Unknowns> {
        let mut all = HashMap::new();
        for (shown, exact) in shown["tables"].as_array().unwrap().iter().zip(exact["tables"].as_array().unwrap()) {
            all.insert(shown["name"].as_str().unwrap().to_owned(), self.add_table(shown, exact));
        }
        self.across(&all, exact);
        all
    }

    pub fn add_table(&mut self, shown: &Value, exact: &Value) -> Unknowns {
        let name = shown["name"].as_str().unwrap();
        let columns = shown["columns"].as_array().unwrap();
        let counts: Vec<&str> = columns
            .iter()
            .filter(|column| column["kind"] == "count" && !column["key"].as_str().unwrap().starts_with("needed"))
            .map(|column| column["key"].as_str().unwrap())
            // Blank: there is no such campaign.
            .filter(|key| exact["totals"].get(*key).is_none_or(|total| !total.is_null()))
            .collect();
        let rows = |table: &Value| -> Vec<Value> {
            let totals = Some(table["totals"].clone()).filter(|totals| !totals.is_null());
            table["rows"].as_array().unwrap().iter().cloned().chain(totals).collect()
        };
        let has_totals = !shown["totals"].is_null();
        let mut unknowns: Unknowns = Vec::new();
        for (place, (shown, exact)) in rows(shown).iter().zip(&rows(exact)).enumerate() {
            let one = counts.iter().map(|key| {
                let words = format!("{name}, row {place}, {key}");
                let Some(count) = exact[*key].as_i64() else {
                    // Nothing is counted, such as of a campaign that is not open.
                    assert_eq!(exact[*key], shown[*key], "{words}");
                    return ((*key).to_owned(), None);
                };
                ((*key).to_owned(), self.unknown(&words, &shown[*key], count))
            });
            unknowns.push(one.collect());
        }
        for row in &unknowns {
            self.within_row(name, row);
        }
        if has_totals {
            let (totals, rows) = unknowns.split_last().unwrap();
            for key in &counts {
                let parts: Vec<usize> = rows.iter().filter_map(|row| row[*key]).collect();
                self.puzzle.tie(&parts, totals[*key].as_slice(), true);
            }
        }
        unknowns
    }

    /// What is known of a count by what is shown of it.
    fn unknown(&mut self, words: &str, shown: &Value, count: i64) -> Option<usize> {
        match shown.as_i64() {
            Some(0) => {
                assert_eq!(count, 0, "{words}");
                None
            }
            Some(shown) => Some(self.puzzle.add(shown - 2, shown + 2, count)),
            None => {
                assert!(shown.is_null() && count > 0, "{words}: {shown} of {count}");
                let most = if count <= 7 && !self.is_alone { 7 } else { NO_LIMIT };
                let unknown = self.puzzle.add(1, most, count);
                self.secrets.push((format!("{words} (is {count})"), unknown));
                Some(unknown)
            }
        }
    }

    fn within_row(&mut self, name: &str, row: &HashMap<String, Option<usize>>) {
        let side = |keys: &[&str]| -> Vec<usize> { keys.iter().filter_map(|key| *row.get(*key)?).collect() };
        let has = |keys: &[&str]| keys.iter().all(|key| row.contains_key(*key));
        for (table, whole, parts) in SUMS {
            let whole: Vec<&str> = whole.split('+').collect();
            if table == name && has(&whole) && has(parts) {
                self.puzzle.tie(&side(parts), &side(&whole), true);
            }
        }
        for (parts, whole) in WITHIN {
            if has(parts) && has(&[whole]) {
                self.puzzle.tie(&side(parts), &side(&[whole]), false);
            }
        }
    }

    /// What hangs together across the tables of one report.
    fn across(&mut self, all: &HashMap<String, Unknowns>, exact: &Value) {
        let known = |cell: Option<usize>| cell.into_iter().collect::<Vec<usize>>();
        if let (Some(boosters), Some(since)) = (all.get("boosters"), all.get("time_since_primary")) {
            let (totals, since) = (boosters.last().unwrap(), since.last().unwrap());
            let left = [since["patients"], totals["boosted"], totals["primary_incomplete"]];
            let left: Vec<usize> = left.into_iter().flatten().collect();
            self.puzzle.tie(&left, &known(totals["patients"]), true);
        }
        if let (Some(lists), Some(reasons)) = (all.get("lists"), all.get("reasons")) {
            let tables = exact["tables"].as_array().unwrap();
            let rows =
                |name: &str| tables.iter().find(|table| table["name"] == name).unwrap()["rows"].as_array().unwrap();
            for (list, counts) in rows("lists").iter().zip(lists) {
                for change in ["entered", "left"] {
                    let same = |reason: &Value| {
                        reason["change"] == change
                            && ["practice_code", "list"].iter().all(|key| reason[*key] == list[*key])
                    };
                    let parts = rows("reasons").iter().zip(reasons).filter(|(reason, _)| same(reason));
                    let parts: Vec<usize> = parts.filter_map(|(_, counts)| counts["people"]).collect();
                    self.puzzle.tie(&parts, &known(counts[change]), true);
                }
            }
        }
        if all.contains_key("rounds") {
            let tables = exact["tables"].as_array().unwrap();
            let rows = |name: &str| tables.iter().find(|table| table["name"] == name).unwrap()["rows"].clone();
            self.outcomes(|name| &all[name], &["contacts", "people", "rounds"].map(rows), ["round", "practice_code"]);
        }
        if let Some(cohorts) = all.get("cohorts") {
            let rows = exact["tables"][0]["rows"].as_array().unwrap();
            for (table, members) in [("cohort_6", &["6"][..]), ("at_risk_5_to_15", &["13", "17"])] {
                for (key, whole) in &all[table][0] {
                    let parts =
                        rows.iter().zip(cohorts).filter(|(row, _)| members.contains(&row["cohort"].as_str().unwrap()));
                    let parts: Vec<usize> = parts.filter_map(|(_, row)| row[key]).collect();
                    self.puzzle.tie(&parts, &known(*whole), true);
                }
            }
        }
    }

    /// Contacts by round, target and practice are those by round; and of a practice's people
    /// no more are anywhere than of its contacts. `keys` are those of a round and of a practice.
    pub fn outcomes<'a>(
        &mut self,
        of: impl Fn(&str) -> &'a Unknowns,
        [contacts, people, rounds]: &[Value; 3],
        [round, practice]: [&str; 2],
    ) {
        let keys = || OUTCOMES.iter().chain(&["invited"]);
        let sum = |rows: &Value, is_meant: &dyn Fn(&Value) -> bool, key: &str| -> Vec<usize> {
            let rows = rows.as_array().unwrap().iter().zip(of("contacts"));
            rows.filter(|(row, _)| is_meant(row)).filter_map(|(_, cells)| cells[key]).collect()
        };
        for (table, name, column, exact) in [(rounds, "rounds", round, true), (people, "people", practice, false)] {
            for (row, cells) in table.as_array().unwrap().iter().zip(of(name)) {
                for key in keys() {
                    let own = sum(contacts, &|contact| contact[column] == row[column], key);
                    let one: Vec<usize> = cells[*key].into_iter().collect();
                    self.puzzle.tie(&one, &own, exact);
                }
            }
            for key in keys() {
                let [one, all] = [name, "contacts"].map(|name| of(name).last().unwrap()[*key].into_iter().collect());
                let (one, all): (Vec<usize>, Vec<usize>) = (one, all);
                self.puzzle.tie(&one, &all, exact);
            }
        }
    }

    /// Adds the weekly uptake of a trend: the number of people so far, as far
    /// as its percentage of the patients tells it, grows by at least the first
    /// doses of a week and by at most its boosters. Gives the people of the last week: any dose, and a booster.
    pub fn add_uptake_so_far(
        &mut self,
        [shown, exact]: &[Value; 2],
        weeks: &Unknowns,
        [shown_all, all]: [i64; 2],
    ) -> [Option<usize>; 2] {
        let mut last = Vec::new();
        let rows = |report: &Value| report["tables"][0]["rows"].as_array().unwrap().clone();
        let so_far = |percent: &Value, whole: i64, step: usize| -> Vec<i64> {
            let tenths = (percent.as_f64().unwrap() * 10.0).round();
            let tenths_of = |part: i64| {
                (1000.0 * f64::from(i32::try_from(part).unwrap()) / f64::from(i32::try_from(whole).unwrap())).round()
            };
            (0..=whole).step_by(step).filter(|part| (tenths_of(*part) - tenths).abs() < 0.5).collect()
        };
        for (key, doses, grows) in
            [("cumulative_first_dose_pct", "dose1", true), ("cumulative_booster_pct", "booster", false)]
        {
            let mut before: Option<usize> = None;
            for ((shown, exact), week) in rows(shown).iter().zip(&rows(exact)).zip(weeks) {
                let count = so_far(&exact[key], all, 1)[0];
                let now = match &shown[key] {
                    Value::Null => {
                        Some(self.puzzle.add(1, if count <= 7 && !self.is_alone { 7 } else { NO_LIMIT }, count))
                    }
                    percent => match so_far(percent, shown_all, 5)[..] {
                        [0] => None,
                        [one] => Some(self.puzzle.add(one - 2, one + 2, count)),
                        _ => panic!("too many people for this test: {percent} of {shown_all}"),
                    },
                };
                let given: Vec<usize> = before.into_iter().chain(week[doses]).collect();
                let (now, then): (Vec<usize>, Vec<usize>) = (now.into_iter().collect(), before.into_iter().collect());
                if grows {
                    self.puzzle.tie(&given, &now, false);
                } else {
                    self.puzzle.tie(&now, &given, false);
                    self.puzzle.tie(&then, &now, false);
                }
                before = now.first().copied();
            }
            last.push(before);
        }
        [last[0], last[1]]
    }

    /// What is kept back and can be worked out all the same; and what the attacker gave up, after so many steps.
    pub fn besieged(&self, patience: u32) -> [Vec<String>; 2] {
        let (mut pinned, mut given_up) = (Vec::new(), Vec::new());
        for (words, unknown) in &self.secrets {
            match self.puzzle.searched(&[*unknown], patience) {
                Ok(found) if found.is_empty() => {}
                Ok(_) => pinned.push(words.clone()),
                Err(_) => given_up.push(words.clone()),
            }
        }
        [pinned, given_up]
    }

    /// What is kept back and can be worked out all the same.
    pub fn pinned(&self) -> Vec<String> {
        let secrets: Vec<usize> = self.secrets.iter().map(|(_, unknown)| *unknown).collect();
        let pinned = self.puzzle.pinned(&secrets);
        self.secrets.iter().filter(|(_, unknown)| pinned.contains(unknown)).map(|(words, _)| words.clone()).collect()
    }
}

/// What can be worked out of one report.
pub fn pinned(shown: &Value, exact: &Value) -> Vec<String> {
    let mut attack = Attack::default();
    attack.add(shown, exact);
    attack.pinned()
}
