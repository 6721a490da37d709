//! `cohorts`: cohort 1–17 and none, and three groups of one row each.

use super::{Row, Table, Totals, count};
use crate::reference::engine::{Person, Results};
use crate::reference::shares::{self, Beside};
use crate::reference::uptake::Filter;
use serde_json::Value;

impl Results {
    /// The tables `cohorts`, `cohort_6`, `at_risk_5_to_15` and `immunosuppressed`.
    pub fn cohorts_tables(&self, filter: &Filter, beside: Beside) -> Vec<Table> {
        let everybody = self.admitted(filter);
        let mut cohorts =
            self.grouped("cohorts", &["cohort"], filter, &everybody, |people| self.cohort_cells(people, beside));
        cohorts.columns.insert(1, "label");
        // Silent: the words of a cohort's label.
        cohorts.open_words = &["label"];
        for row in &mut cohorts.rows {
            row.insert(1, ("label", Value::Null));
        }
        let one_row = |name, belongs: &dyn Fn(&Person) -> bool| {
            let people: Vec<&Person> = everybody.iter().copied().filter(|person| belongs(person)).collect();
            let cells = self.cohort_cells(&people, beside);
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
    fn cohort_cells(&self, people: &[&Person], beside: Beside) -> Row {
        let uptake = self.uptake_row(Vec::new(), people, &Filter::default());
        let those = |column: &str| count(people.iter().filter(|person| cohorts_count(column, person)).count());
        let share = |keys, x| shares::cells(keys, x, uptake.patients, beside);
        let mut cells: Row = vec![("patients", count(uptake.patients)), ("first_dose", count(uptake.first_dose))];
        cells.extend(share(&shares::FIRST_DOSE, uptake.first_dose));
        cells.push(("primary_complete", count(uptake.primary_complete)));
        cells.extend(share(&shares::PRIMARY_COMPLETE, uptake.primary_complete));
        cells.push(("booster", count(uptake.booster)));
        cells.extend(share(&shares::BOOSTER, uptake.booster));
        cells.push(("doses_last_7_days", count(uptake.doses_last_7_days)));
        let due = ["first_dose_eligible", "second_dose_pending", "second_dose_overdue", "booster_eligible"];
        cells.extend(due.into_iter().map(|column| (column, those(column))));
        cells
    }
}

/// Whether a column of `cohorts` counts a person.
pub fn cohorts_count(column: &str, person: &Person) -> bool {
    let second = person.second_dose.as_ref().map(|second| second.status);
    match column {
        "patients" => true,
        "first_dose" => !person.course.doses.is_empty(),
        "primary_complete" => person.course.primary_complete,
        "booster" => person.course.boosters >= 1,
        "first_dose_eligible" => person.first_dose == "eligible",
        "second_dose_pending" => matches!(second, Some("not-yet-due" | "due")),
        "second_dose_overdue" => second == Some("overdue"),
        "booster_eligible" => person.booster.status == "eligible",
        other => panic!("{other} counts no people"),
    }
}
