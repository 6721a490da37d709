//! `vaxdash first-dose`: who has no dose yet, and whether the first is due.

use super::counting::{CountColumn, Dimension, StatusColumn, View, ladder, ladder_table};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Chart, ChartStyle, Column, Kind, Table};
use super::uptake::{across, labels};
use crate::classify::{Assessment, FirstDoseStatus, Question};
use crate::domain::{Unreconciled, own_columns};

/// What is asked for.
pub struct FirstDose {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
}

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count).or_short("Pat-\nients");

/// The statuses, which are exclusive and add up.
const LADDER: [(FirstDoseStatus, Column); 7] = ladder!(
    FirstDoseStatus,
    [
        (Vaccinated, Column::new("vaccinated", "Vaccinated", Kind::Count).or_short("Vaccin-\nated")),
        (NotInCohort, Column::new(own_columns::NOT_IN_COHORT, "Not in a cohort", Kind::Count).or_short("No\ncohort")),
        (NotOpen, Column::new("not_open", "Not open", Kind::Count).or_short("Not\nopen")),
        (OfferClosed, Column::new("offer_closed", "Offer closed", Kind::Count).or_short("Offer\nclosed")),
        (Contraindicated, Column::new("contraindicated", "Contraindicated", Kind::Count).or_short("Contra-\nindic."),),
        (Declined, Column::new("declined", "Declined", Kind::Count)),
        (Eligible, Column::new("eligible", "Eligible", Kind::Count).or_short("Elig-\nible")),
    ]
);

impl FirstDose {
    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let status = |assessment: &Assessment| Some(assessment.first_dose_status());
        let table = ladder_table(view, &self.by, ("first_dose", "First doses"), WHOLE, &LADDER, None, status)?;
        Ok(table.with_chart(Chart {
            title: "Without a first dose",
            labels: labels(&self.by),
            series: vec!["eligible", "declined", "contraindicated", "not_open"],
            across: across(&self.by),
            up: "Patients",
            style: ChartStyle::Stacked,
        }))
    }
}

impl ListableReport for FirstDose {
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        vec![CountColumn::everybody("first_dose", WHOLE.key)]
    }

    /// The date of a person without a dose is the day on which the cohort
    /// opened, also where the offer has closed since.
    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        let waits = assessment.first_dose.is_some();
        let rule = view.population.rules.cohort_rule(assessment.cohort).filter(|_| waits);
        let due = rule.map(|rule| rule.first_doses_from);
        Some(ListLine {
            assessment,
            status: assessment.first_dose_status().into(),
            due,
            days_overdue: None,
            record: None,
        })
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
            C::DeclinedDate,
            C::ContraindicatedDate,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::FirstDose
    }
}
