//! The figures on the cover of a dashboard, as tables for the attacker.

use serde_json::{Map, Value, json};

use super::dashboard::Siege;

/// The tables of the cover.
pub const TABLES: [&str; 3] = ["headline", "doses_lately", "to_do"];

/// A figure as it is shown: a number, or what is kept back.
fn figure(text: &str) -> Value {
    if text == "[c]" { Value::Null } else { json!(text.replace(',', "").parse::<i64>().expect(text)) }
}

/// The rows under a title: what is counted, how many, what there is to say.
fn rows(lines: &[String], title: &str) -> Vec<[String; 3]> {
    let cells = |line: &String| -> [String; 3] {
        let cells: Vec<&str> = line.splitn(3, '|').collect();
        [0, 1, 2].map(|place| cells[place].to_owned())
    };
    let rows = lines.iter().map(cells).skip_while(|row| row[0] != title).skip(1);
    rows.take_while(|row| !row[0].is_empty()).collect()
}

fn table(name: &str, keys: &[&str], rows: &[Map<String, Value>]) -> Value {
    let columns: Vec<Value> = keys.iter().map(|key| json!({"key": key, "kind": "count"})).collect();
    json!({"name": name, "columns": columns, "rows": rows, "totals": null})
}

/// The cover as tables: people, of whom, and how many of them in the last seven days.
pub fn tables(lines: &[String]) -> [(&'static str, Value); 3] {
    let headline = rows(lines, "Headline figures").into_iter().map(|[label, people, words]| {
        let (of, lately) = match words.split_once(" % of ") {
            Some((_, rest)) => {
                let (of, rest) = rest.split_once(" · ").unwrap();
                (figure(of), figure(rest.split(' ').next().unwrap()))
            }
            None => (figure(&people), json!(0)),
        };
        assert!(!label.is_empty());
        Map::from_iter(
            [("people", figure(&people)), ("of", of), ("last_7_days", lately)]
                .map(|(key, value)| (key.to_owned(), value)),
        )
    });
    let headline: Vec<Map<String, Value>> = headline.collect();
    let lately = rows(lines, "Doses lately").into_iter().map(|[_, doses, words]| {
        let before = figure(words.split(' ').next().unwrap());
        Map::from_iter([("doses", figure(&doses)), ("before", before)].map(|(key, value)| (key.to_owned(), value)))
    });
    let lately: Vec<Map<String, Value>> = lately.collect();
    let to_do = rows(lines, "To do now").into_iter();
    let to_do: Vec<Map<String, Value>> =
        to_do.map(|[_, people, _]| Map::from_iter([("people".to_owned(), figure(&people))])).collect();
    assert!(headline.len() == 5 && lately.len() == 2 && to_do.len() == 6, "{lines:?}");
    [
        (TABLES[0], table(TABLES[0], &["people", "of", "last_7_days"], &headline)),
        (TABLES[1], table(TABLES[1], &["doses", "before"], &lately)),
        (TABLES[2], table(TABLES[2], &["people"], &to_do)),
    ]
}

impl Siege {
    /// The figures of the cover are totals of the sheets; what was reached in seven days was a dose each.
    pub fn by_cover(&mut self) {
        for (row, key) in [(0, "patients"), (1, "first_dose"), (2, "primary_complete"), (3, "booster")] {
            let (one, total) = (self.cell("headline", row, "people"), self.total("uptake", key));
            self.tie(one, total, true);
            let (of, all) = (self.cell("headline", row, "of"), self.total("uptake", "patients"));
            self.tie(of, all, true);
        }
        for (key, column) in [("people", "vaccinated"), ("of", "patients")] {
            let (one, total) = (self.cell("headline", 4, key), self.total("campaign", column));
            self.tie(one, total, true);
        }
        for row in 0..5 {
            for (part, whole) in [("people", "of"), ("last_7_days", "people")] {
                let (part, whole) = (self.cell("headline", row, part), self.cell("headline", row, whole));
                self.tie(part, whole, false);
            }
        }
        let lately = (1..4).flat_map(|row| self.cell("headline", row, "last_7_days")).collect();
        let doses = self.total("uptake", "doses_last_7_days");
        self.tie(lately, doses, false);
        for (row, keys) in [["yesterday", "day_before"], ["this_week", "last_week_same_days"]].into_iter().enumerate() {
            for (column, key) in ["doses", "before"].into_iter().zip(keys) {
                let (one, total) = (self.cell("doses_lately", row, column), self.total("activity", key));
                self.tie(one, total, true);
            }
        }
        let tasks = [
            ("campaign", "eligible"),
            ("second_dose", "overdue"),
            ("boosters", "eligible"),
            ("immunosuppressed", "third_primary_due"),
        ];
        for (row, (table, key)) in tasks.into_iter().enumerate() {
            let (one, total) = (self.cell("to_do", row, "people"), self.total(table, key));
            self.tie(one, total, true);
        }
        let (records, total) = (self.cell("to_do", 5, "people"), self.total("kinds", "records"));
        self.tie(records, total, true);
    }

    /// The records to mend: of each kind the groups add up, and nobody lacks an ethnic category twice.
    pub fn by_kind(&mut self) {
        let kinds = self.exact["kinds"]["rows"].as_array().unwrap().clone();
        for (row, cells) in kinds.iter().enumerate() {
            let kind = cells["kind"].as_str().unwrap();
            let groups = self.rows("quality", "kind", &[kind]);
            let groups = groups.into_iter().flat_map(|group| self.cell("quality", group, "records")).collect();
            self.tie(groups, self.cell("kinds", row, "records"), true);
        }
        self.tie(self.total("quality", "records"), self.total("kinds", "records"), true);
        // Whoever has no ethnic category is among those of whom it is not known.
        let without = self.rows("kinds", "kind", &["no-ethnicity"])[0];
        let groups = self.rows("inequalities", "ethnicity", &["Not known"]).into_iter();
        let people = groups.flat_map(|row| self.cell("inequalities", row, "patients")).collect();
        self.tie(self.cell("kinds", without, "records"), people, false);
    }
}
