//! `cohorts`: cohort 1–17 and none, and three groups of one row each.

use super::{Row, Table, Totals, count, percent};
use crate::reference::engine::{Person, Results};
use crate::reference::uptake::Filter;
use serde_json::Value;

impl Results {
    /// The tables `cohorts`, `cohort_6`, `at_risk_5_to_15` and `immunosuppressed`.
    pub fn cohorts_tables(&self, filter: &Filter) -> Vec<Table> {
        let everybody = self.admitted(filter);
        let mut cohorts = self.grouped("cohorts", &["cohort"], filter, &everybody, |people| self.cohort_cells(people));
        cohorts.columns.insert(1, "label");
        // Silent: the words of a cohort's label.
        cohorts.open_words = &["label"];
        for row in &mut cohorts.rows {
            row.insert(1, ("label", Value::Null));
        }
        let one_row = |name, belongs: &dyn Fn(&Person) -> bool| {
            let people: Vec<&Person> = everybody.iter().copied().filter(|person| belongs(person)).collect();
            let cells = self.cohort_cells(&people);
            // Silent: what stands under `cohort` and `label` where the row is no cohort of its own.
            let row = [vec![("cohort", Value::Null), ("label", Value::Null)], cells.clone()].concat();
            Table {
                name,
                columns: cohorts.columns.clone(),
                rows: vec![row],
                totals: Totals::IfAny(cells),
                open_words: &["cohort", "label"],
            }
        };
        // A filter on cohorts leaves the one row, with nobody in it where its cohort is not chosen.
        let special = [
            one_row("cohort_6", &|person| person.cohort == "6"),
            one_row("at_risk_5_to_15", &|person| ["13", "17"].contains(&person.cohort)),
            one_row("immunosuppressed", &|person| person.facts.immunosuppressed && person.age >= 12),
        ];
        std::iter::once(cohorts).chain(special).collect()
    }

    /// The columns of all four tables, but for `cohort` and `label`.
    ///
    /// Silent: whether "doses and percentages as in uptake" has `doses_last_7_days` among the doses. It
    /// has: uptake has that column.
    fn cohort_cells(&self, people: &[&Person]) -> Row {
        let uptake = self.uptake_row(Vec::new(), people, &Filter::default());
        let those = |test: &dyn Fn(&Person) -> bool| count(people.iter().filter(|person| test(person)).count());
        let second = |person: &Person| person.second_dose.as_ref().map(|second| second.status);
        vec![
            ("patients", count(uptake.patients)),
            ("first_dose", count(uptake.first_dose)),
            ("first_dose_pct", percent(uptake.first_dose_pct)),
            ("primary_complete", count(uptake.primary_complete)),
            ("primary_complete_pct", percent(uptake.primary_complete_pct)),
            ("booster", count(uptake.booster)),
            ("booster_pct", percent(uptake.booster_pct)),
            ("doses_last_7_days", count(uptake.doses_last_7_days)),
            ("first_dose_eligible", those(&|person| person.first_dose == Some("eligible"))),
            ("second_dose_pending", those(&|person| matches!(second(person), Some("not-yet-due" | "due")))),
            ("second_dose_overdue", those(&|person| second(person) == Some("overdue"))),
            ("booster_eligible", those(&|person| person.booster.status == "eligible")),
        ]
    }
}
