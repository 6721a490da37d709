//! `vaxdash second-dose`: who had a first dose only, and whether the second is due.

use std::collections::BTreeMap;

use super::counting::{CountColumn, Dimension, StatusColumn, View, ladder, ladder_table};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Chart, ChartStyle, Column, Kind, Table};
use super::uptake::{across, labels};
use crate::classify::{Assessment, Question, SecondDoseStatus};
use crate::domain::{Cohort, Unreconciled, own_columns};

/// What is asked for.
pub struct SecondDose {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
}

const WHOLE: Column = Column::new(own_columns::FIRST_DOSE_ONLY, "First dose only", Kind::Count).or_short("First\nonly");

/// The statuses, which are exclusive and add up.
const LADDER: [(SecondDoseStatus, Column); 4] = ladder!(
    SecondDoseStatus,
    [
        (NotYetDue, Column::new(own_columns::NOT_YET_DUE, "Not yet due", Kind::Count).or_short("Not yet\ndue")),
        (Due, Column::new("due", "Due", Kind::Count)),
        (Overdue, Column::new("overdue", "Overdue", Kind::Count)),
        (OfferClosed, Column::new("offer_closed", "Offer closed", Kind::Count).or_short("Offer\nclosed")),
    ]
);

impl SecondDose {
    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let status = |assessment: &Assessment| assessment.second_dose.map(|verdict| verdict.status);
        let table = ladder_table(view, &self.by, ("second_dose", "Second doses"), WHOLE, &LADDER, None, status)?;
        Ok(table.with_chart(Chart {
            title: "Second doses to come",
            labels: labels(&self.by),
            series: vec!["overdue", "due", "not_yet_due"],
            across: across(&self.by),
            up: "Patients",
            style: ChartStyle::Stacked,
        }))
    }

    /// From when on a second dose is overdue, for the notes: the threshold was
    /// never published, so the value used is printed (specification 3.2).
    #[must_use]
    pub fn threshold(view: View<'_>, overdue_after: Option<u16>) -> String {
        let rules = view.population.rules;
        if let Some(days) = overdue_after {
            return format!("Overdue: more than {days} days after the first dose, as --overdue-after says.");
        }
        let mut by_days: BTreeMap<u16, Vec<Cohort>> = BTreeMap::new();
        for cohort in Cohort::all() {
            if let Some(rule) = rules.second_dose_at(cohort, view.population.as_at) {
                by_days.entry(rule.overdue_after).or_default().push(cohort);
            }
        }
        let shown = by_days.iter().map(|(days, cohorts)| format!("{days} days (cohorts {})", ranges(cohorts)));
        let shown: Vec<String> = shown.collect();
        format!("Overdue: longer after the first dose than {}.", shown.join(", "))
    }
}

/// Cohorts in words, numbers in a row as a range: `1 to 13, 17`.
fn ranges(cohorts: &[Cohort]) -> String {
    let runs = cohorts.chunk_by(|a, b| *a != Cohort::NONE && a.index() + 1 == b.index());
    let words = runs.filter_map(|run| match run {
        [first, .., last] => Some(format!("{first} to {last}")),
        [one] => Some(one.to_string()),
        [] => None,
    });
    words.collect::<Vec<_>>().join(", ")
}

impl ListableReport for SecondDose {
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        vec![CountColumn::everybody("second_dose", WHOLE.key)]
    }

    fn line<'a>(&self, _: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        assessment.second_dose.as_ref().map(|verdict| ListLine::of(assessment, verdict))
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Cohort,
            C::Status,
            C::DueDate,
            C::DaysOverdue,
            C::FirstDoseDate,
            C::FirstDoseBrand,
            C::FirstDoseSite,
            C::ContraindicatedDate,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::SecondDose
    }
}
