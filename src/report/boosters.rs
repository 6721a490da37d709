//! `vaxdash boosters`: the way to a first booster, and the time since the
//! primary course.

use chrono::NaiveDate;

use super::counting::{CountColumn, Dimension, ShareColumns, StatusColumn, View, ladder, ladder_table};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, Kind, Place, Table};
use super::uptake::{across, labels};
use crate::classify::{Assessment, BoosterStatus, Question};
use crate::domain::{Unreconciled, own_columns};

/// What is asked for.
pub struct Boosters {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
}

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count);

/// The statuses, which are exclusive and add up.
const LADDER: [(BoosterStatus, Column); 7] = ladder!(
    BoosterStatus,
    [
        (Boosted, Column::new(own_columns::BOOSTED, "Boosted", Kind::Count)),
        (
            PrimaryIncomplete,
            Column::new("primary_incomplete", "Primary incomplete", Kind::Count).or_short("Primary\nincompl."),
        ),
        (
            ThirdPrimaryFirst,
            Column::new("third_primary_first", "Third primary first", Kind::Count).or_short("Third\nfirst"),
        ),
        (NotOpen, Column::new("not_open", "Not open", Kind::Count).or_short("Not\nopen")),
        (Closed, Column::new("closed", "Closed", Kind::Count)),
        (Pending, Column::new("pending", "Pending", Kind::Count)),
        (Eligible, Column::new("eligible", "Eligible", Kind::Count)),
    ]
);

/// A band of days since the primary course.
struct Band {
    first_day: i64,
    name: &'static str,
    /// The word by which its people are listed.
    word: &'static str,
    /// Whether it holds somebody.
    holds: fn(View<'_>, &Assessment) -> bool,
}

/// The bands, the shortest time first.
const BANDS: [Band; 8] = [
    Band { first_day: 0, name: "0-27", word: "time_since_primary_0-27", holds: is_in_band::<0> },
    Band { first_day: 28, name: "28-55", word: "time_since_primary_28-55", holds: is_in_band::<1> },
    Band { first_day: 56, name: "56-90", word: "time_since_primary_56-90", holds: is_in_band::<2> },
    Band { first_day: 91, name: "91-121", word: "time_since_primary_91-121", holds: is_in_band::<3> },
    Band { first_day: 122, name: "122-151", word: "time_since_primary_122-151", holds: is_in_band::<4> },
    Band { first_day: 152, name: "152-181", word: "time_since_primary_152-181", holds: is_in_band::<5> },
    Band { first_day: 182, name: "182-364", word: "time_since_primary_182-364", holds: is_in_band::<6> },
    Band { first_day: 365, name: "365+", word: "time_since_primary_365+", holds: is_in_band::<7> },
];

impl Boosters {
    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let boosted = ShareColumns::new(
            (own_columns::BOOSTED, WHOLE.key),
            ["boosted_pct", "boosted_pct_low", "boosted_pct_high", "boosted_needed"],
            ["Boosted %", "Boosted %, low", "Boosted %, high", "Boosted, needed"],
        );
        let share = Some((BoosterStatus::Boosted, &boosted));
        let status = |assessment: &Assessment| Some(assessment.booster.status);
        let table = ladder_table(view, &self.by, ("boosters", "First boosters"), WHOLE, &LADDER, share, status)?;
        Ok(table.with_chart(Chart {
            title: "First boosters",
            labels: labels(&self.by),
            series: vec!["boosted", "eligible", "pending"],
            across: across(&self.by),
            up: "Patients",
            style: ChartStyle::Clustered,
        }))
    }
}

/// The dose from which the first booster of somebody with a complete primary
/// course and no booster is reckoned: while a third primary dose is
/// outstanding, that of the primary course.
fn base_of_waiting(assessment: &Assessment) -> Option<NaiveDate> {
    assessment.course.base().filter(|_| assessment.course.boosters == 0)
}

/// The band of somebody with a complete primary course and no booster.
fn band_of(view: View<'_>, assessment: &Assessment) -> Option<usize> {
    let days = (view.population.as_at - base_of_waiting(assessment)?).num_days();
    BANDS.iter().rposition(|band| band.first_day <= days)
}

fn is_in_band<const BAND: usize>(view: View<'_>, assessment: &Assessment) -> bool {
    band_of(view, assessment) == Some(BAND)
}

/// Who has a complete primary course and no booster, by the days since the
/// dose from which boosters are reckoned.
fn time_since_primary(view: View<'_>) -> Table {
    let mut bands = [0_u64; BANDS.len()];
    for band in view.people().filter_map(|assessment| band_of(view, assessment)) {
        bands[band] += 1;
    }
    let rows = BANDS.iter().zip(bands).map(|(band, people)| vec![Cell::text(band.name), Cell::Count(people)]);
    Table::new(
        "time_since_primary",
        "Days since the primary course: people with a complete course and no booster",
        vec![Column::new("band", "Days", Kind::Code), Column::new("patients", "Patients", Kind::Count)],
        rows.collect(),
    )
    .with_totals(vec![Cell::Null, Cell::Count(bands.iter().sum())])
    .with_chart(Chart {
        title: "Days since the primary course",
        labels: vec!["band"],
        series: vec!["patients"],
        across: "Days".to_owned(),
        up: "Patients",
        style: ChartStyle::Clustered,
    })
}

impl ListableReport for Boosters {
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        let (table, since) = (self.table(view)?, time_since_primary(view));
        let others = table.counted("boosted")? + table.counted("primary_incomplete")?;
        let complete = table.counted(WHOLE.key)?.saturating_sub(others);
        let in_bands = since.counted("patients")?;
        if complete == in_bands {
            let total = |table: &Table, column| Place { table: table.name, row: None, column };
            let constraint = Constraint::Places {
                left: vec![total(&since, "patients"), total(&table, "boosted"), total(&table, "primary_incomplete")],
                right: vec![total(&table, WHOLE.key)],
                exact: true,
            };
            Ok(vec![table, since.with_constraints([constraint])])
        } else {
            Err(Unreconciled(format!("the bands since the primary course hold {in_bands} people of {complete}")))
        }
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        let since =
            CountColumn::new("time_since_primary", "patients", |_, assessment| base_of_waiting(assessment).is_some());
        let bands = (0..).zip(BANDS).map(|(row, band)| {
            CountColumn::new("time_since_primary", "patients", band.holds).of_row(row).called(band.word)
        });
        [CountColumn::everybody("boosters", WHOLE.key), since.called("time_since_primary")]
            .into_iter()
            .chain(bands)
            .collect()
    }

    fn line<'a>(&self, _: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        Some(ListLine::of(assessment, &assessment.booster))
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
            C::LastDoseDate,
            C::LastDoseBrand,
            C::ContraindicatedDate,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Booster
    }
}
