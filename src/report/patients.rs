//! `vaxdash patients`: everybody registered, and the Patient Download list.

use super::counting::{Axis, CountColumn, Dimension, Groups, Rows, ShareDetail, StatusColumn, View, check_sums};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Column, Constraint, Kind, Table};
use super::uptake::{LADDER, Uptake};
use crate::classify::{Assessment, Question};
use crate::domain::{Flags, Unreconciled};

/// What is asked for.
pub struct Patients {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
}

/// The counts of one group.
#[derive(Default)]
struct PatientCounts {
    patients: u64,
    marked: [u64; 3],
}

/// What people may be besides patients; not exclusive.
const MARKED: [Column; 3] = [
    Column::new("immunosuppressed", "Immunosuppressed", Kind::Count).or_short("Immuno-\nsuppressed"),
    Column::new("housebound", "Housebound", Kind::Count),
    Column::new("restricted", "Restricted", Kind::Count),
];

/// Who is marked, in the same order.
const MARKS: [CountColumn; 3] = [
    CountColumn::new("patients", "immunosuppressed", |_, assessment| {
        assessment.person.flags.any(Flags::IMMUNOSUPPRESSED)
    }),
    CountColumn::new("patients", "housebound", |_, assessment| assessment.person.flags.any(Flags::HOUSEBOUND)),
    CountColumn::new("patients", "restricted", |_, assessment| assessment.person.restricted),
];

impl ListableReport for Patients {
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        let axes = Axis::all(&self.by, view.scope, None);
        let add = |counts: &mut PatientCounts, assessment: &Assessment| {
            counts.patients += 1;
            for (count, mark) in counts.marked.iter_mut().zip(MARKS) {
                *count += u64::from((mark.counts)(view, assessment));
            }
        };
        let columns = std::iter::once(Column::new("patients", "Patients", Kind::Count)).chain(MARKED);
        let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
        let table = groups.table("patients", "Patients", columns, |counts| {
            std::iter::once(counts.patients).chain(counts.marked).map(Cell::Count).collect()
        });
        check_sums(&table, "patients", &["patients"])?;
        Ok(vec![table.with_constraints(MARKED.map(|column| Constraint::within(column.key, "patients")))])
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        course_counts(view)
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        course_statuses()
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        std::iter::once(CountColumn::everybody("patients", "patients")).chain(MARKS).collect()
    }

    fn line<'a>(&self, _: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        Some(ListLine::of_course(assessment))
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Title,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Age,
            C::Gender,
            C::Ethnicity,
            C::Cohort,
            C::Status,
            C::Doses,
            C::FirstDoseDate,
            C::SecondDoseDate,
            C::ThirdPrimaryDate,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::Boosters,
            C::BoosterDue,
            C::CampaignDue,
            C::ContraindicatedDate,
            C::Mobile,
            C::Telephone,
            C::Email,
            C::Address,
            C::Postcode,
            C::Immunosuppressed,
            C::Housebound,
            C::Restricted,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Course
    }
}

/// The table that counts people by course status, for lists whose status that is.
pub fn course_counts(view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
    let detail = Uptake { by: vec![Dimension::Practice], detail: true, campaign: None, shown: ShareDetail::default() };
    Ok((detail.table(view)?, "patients"))
}

/// The course statuses with the columns that count them.
pub fn course_statuses() -> Vec<StatusColumn> {
    StatusColumn::all(&LADDER)
}
