//! `vaxdash cohorts`: the JCVI priority groups, and three special groups.

use super::counting::{Axis, CountColumn, Dimension, Groups, Rows, ShareDetail, StatusColumn, View, check_sums};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DerivedFrom, DropOrder, Kind, Place, Table};
use super::patients::{course_counts, course_statuses};
use super::uptake::{self, DOSE_CONSTRAINTS, dose_columns};
use crate::classify::{Assessment, FirstDoseStatus, Question, SecondDoseStatus, WhenDue};
use crate::domain::{Cohort, Unreconciled};

/// The cohorts.
#[derive(Default)]
pub struct Cohorts {
    /// What stands beside each percentage.
    pub shown: ShareDetail,
}

/// The counts of one row.
#[derive(Default)]
struct CohortCounts {
    uptake: uptake::UptakeCounts,
    /// In the order of [`DUE`].
    due: [u64; 4],
}

const COLUMNS: [Column; 4] = [
    Column::new("first_dose_eligible", "First dose due", Kind::Count).or_short("1st\ndue"),
    Column::new("second_dose_pending", "Second dose pending", Kind::Count).or_short("2nd\npend."),
    Column::new("second_dose_overdue", "Second dose overdue", Kind::Count).or_short("2nd\nover"),
    Column::new("booster_eligible", "Booster due", Kind::Count).or_short("Boost.\ndue"),
];

/// What people are due, in the order of [`COLUMNS`].
const DUE: [CountColumn; 4] = [
    CountColumn::new("cohorts", "first_dose_eligible", |_, assessment| match assessment.first_dose_status() {
        FirstDoseStatus::Eligible => true,
        // Whoever declined may still have the dose, but is not among those to call.
        FirstDoseStatus::Contraindicated
        | FirstDoseStatus::Declined
        | FirstDoseStatus::NotOpen
        | FirstDoseStatus::OfferClosed
        | FirstDoseStatus::NotInCohort
        | FirstDoseStatus::Vaccinated => false,
    }),
    CountColumn::new("cohorts", "second_dose_pending", |_, assessment| match second_dose(assessment) {
        Some(SecondDoseStatus::NotYetDue | SecondDoseStatus::Due) => true,
        Some(SecondDoseStatus::Overdue | SecondDoseStatus::OfferClosed) | None => false,
    }),
    CountColumn::new("cohorts", "second_dose_overdue", |_, assessment| match second_dose(assessment) {
        Some(SecondDoseStatus::Overdue) => true,
        Some(SecondDoseStatus::NotYetDue | SecondDoseStatus::Due | SecondDoseStatus::OfferClosed) | None => false,
    }),
    CountColumn::new("cohorts", "booster_eligible", |_, assessment| {
        assessment.booster.status.when_due() == Some(WhenDue::Now)
    }),
];

/// The columns of uptake that count people, whom the list names too.
const DOSED: [CountColumn; 3] = [
    CountColumn::new("cohorts", "first_dose", |view, assessment| !view.doses(assessment).is_empty()),
    CountColumn::new("cohorts", "primary_complete", |_, assessment| assessment.course.primary_complete),
    CountColumn::new("cohorts", "booster", |_, assessment| assessment.course.boosters > 0),
];

fn second_dose(assessment: &Assessment) -> Option<SecondDoseStatus> {
    assessment.second_dose.map(|verdict| verdict.status)
}

impl CohortCounts {
    fn add(&mut self, assessment: &Assessment, view: View<'_>) {
        self.uptake.add(assessment, view, None);
        for (count, counted) in self.due.iter_mut().zip(DUE) {
            *count += u64::from((counted.counts)(view, assessment));
        }
    }

    fn cells(&self, shown: ShareDetail) -> Vec<Cell> {
        let mut cells = vec![Cell::Count(self.uptake.patients)];
        cells.extend(self.uptake.dose_cells(shown));
        cells.extend(self.due.map(Cell::Count));
        cells
    }
}

fn columns(shown: ShareDetail) -> Vec<Column> {
    let mut columns = vec![
        Column::new("cohort", "Cohort", Kind::Code),
        // A number alone says little to whoever is not at home in the groups: percentages, which
        // the counts give, go before it.
        Column::new("label", "Who", Kind::Text).dropped_in(DropOrder::Next),
        Column::new("patients", "Patients", Kind::Count).or_short("Pat-\nients"),
    ];
    columns.extend(dose_columns(shown).into_iter().map(|column| match column.kind {
        Kind::Percent => column.dropped_in(DropOrder::First),
        Kind::Count if column.key == "doses_last_7_days" => column.or_dropped(),
        Kind::Text | Kind::Code | Kind::Count | Kind::Days | Kind::Date => column,
    }));
    columns.extend(COLUMNS);
    columns
}

/// How the columns hang together.
fn constraints() -> impl Iterator<Item = Constraint> {
    let within =
        |parts: &[&'static str], whole| Constraint::Columns { left: parts.to_vec(), right: vec![whole], exact: false };
    DOSE_CONSTRAINTS.into_iter().chain([
        within(&["first_dose_eligible", "first_dose"], "patients"),
        within(&["second_dose_pending", "second_dose_overdue", "primary_complete"], "first_dose"),
        within(&["booster_eligible", "booster"], "primary_complete"),
    ])
}

/// Every cohort that the filter leaves.
fn by_cohort(view: View<'_>, shown: ShareDetail) -> Result<Table, Unreconciled> {
    let rules = view.population.rules;
    let axes = Axis::all(&[Dimension::Cohort], view.scope, None);
    let add = |counts: &mut CohortCounts, assessment: &Assessment| counts.add(assessment, view);
    let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
    let mut table = groups.table("cohorts", "Cohorts", columns(shown).into_iter().skip(1), |counts| {
        // The label follows the cohort, which only the finished row knows.
        std::iter::once(Cell::Null).chain(counts.cells(shown)).collect()
    });
    for row in &mut table.rows {
        if let [Cell::Text(cohort), label, ..] = &mut row[..] {
            let cohort = Cohort::read(cohort).unwrap_or(Cohort::NONE);
            *label = Cell::text(rules.cohort_label(cohort));
        }
    }
    check_sums(&table, "patients", &["patients"])?;
    Ok(table.with_constraints(constraints()).with_chart(Chart {
        title: "Uptake by cohort, % of patients",
        labels: vec!["cohort"],
        series: vec!["first_dose_pct", "primary_complete_pct", "booster_pct"],
        across: "Cohort".to_owned(),
        up: "% of patients",
        style: ChartStyle::Clustered,
    }))
}

/// A table of one row.
fn special_group(
    (view, shown): (View<'_>, ShareDetail),
    name: &'static str,
    cohort: Cell,
    label: &str,
    belongs: impl Fn(&Assessment) -> bool,
) -> Table {
    let mut counts = CohortCounts::default();
    view.people().filter(|assessment| belongs(assessment)).for_each(|assessment| counts.add(assessment, view));
    let row = [cohort, Cell::text(label)].into_iter().chain(counts.cells(shown)).collect();
    Table::new(name, label, columns(shown), vec![row]).with_constraints(constraints())
}

/// That the one row of a table is the sum of rows of the table of cohorts.
fn sum_of(table: Table, by_cohort: &Table, cohorts: &[&str]) -> Table {
    let is_one =
        |row: &&Vec<Cell>| matches!(row.first(), Some(Cell::Text(cohort)) if cohorts.contains(&cohort.as_str()));
    let rows: Vec<usize> =
        by_cohort.rows.iter().enumerate().filter(|(_, row)| is_one(row)).map(|(place, _)| place).collect();
    let is_counted = |column: &&Column| column.kind == Kind::Count && column.derived_from == DerivedFrom::Itself;
    let counts: Vec<&'static str> = table.columns.iter().filter(is_counted).map(|column| column.key).collect();
    let constraints = counts.into_iter().map(|column| Constraint::Places {
        left: vec![Place { table: table.name, row: Some(0), column }],
        right: rows.iter().map(|row| Place { table: by_cohort.name, row: Some(*row), column }).collect(),
        exact: true,
    });
    let constraints: Vec<Constraint> = constraints.collect();
    table.with_constraints(constraints)
}

impl ListableReport for Cohorts {
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        let is_cohort = |assessment: &Assessment, numbers: &[u8]| {
            numbers.iter().any(|number| Cohort::numbered(*number) == Some(assessment.cohort))
        };
        let with = (view, self.shown);
        let cohorts = by_cohort(view, self.shown)?;
        let six = special_group(with, "cohort_6", Cell::text("6"), "At risk, 16 to 64", |one| is_cohort(one, &[6]));
        let young = special_group(with, "at_risk_5_to_15", Cell::text("13, 17"), "At risk, 5 to 15", |one| {
            is_cohort(one, &[13, 17])
        });
        let suppressed = special_group(with, "immunosuppressed", Cell::Null, "Immunosuppressed, 12 and over", |one| {
            one.third_primary.is_some()
        });
        let (six, young) = (sum_of(six, &cohorts, &["6"]), sum_of(young, &cohorts, &["13", "17"]));
        Ok(vec![cohorts, six, young, suppressed])
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        course_counts(view)
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        course_statuses()
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        let everybody = CountColumn::everybody("cohorts", "patients");
        [everybody].into_iter().chain(DOSED).chain(DUE).collect()
    }

    fn line<'a>(&self, _: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        Some(ListLine::of_course(assessment))
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Age,
            C::Cohort,
            C::Status,
            C::Doses,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::BoosterDue,
            C::ContraindicatedDate,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Cohort
    }
}
