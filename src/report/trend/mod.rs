//! `vaxdash trend`: doses by day, week or month, and how uptake grew.

mod constraints;
mod period;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::counting::{View, check_sums};
use super::doses::{DoseAxis, DoseKey, DoseSources};
use super::model::{Cell, Chart, ChartStyle, Column, DayFigures, DerivedFrom, Kind, Percent, Table};
use crate::classify::Role;
use crate::domain::Unreconciled;

use constraints::SO_FAR;
pub use period::Every;
use period::{TrendPeriod, TrendSpan};

/// The doses of a period.
#[derive(Debug, Clone, Copy, Default)]
struct PeriodDoses {
    /// By role, in the order of [`ROLES`].
    doses: [u64; 4],
    /// People whose first recorded dose is one of them.
    first_doses: u64,
    /// People whose first booster is one of them.
    first_boosters: u64,
}

const ROLES: [Column; 4] = [
    Column::new("dose1", "Dose 1", Kind::Count),
    Column::new("dose2", "Dose 2", Kind::Count),
    Column::new("third_primary", "Third primary", Kind::Count).or_short("Third\nprimary"),
    Column::new("booster", "Booster", Kind::Count),
];

/// What is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trend {
    /// How long a row is.
    pub every: Every,
    /// The first day, where one is chosen.
    pub from: Option<NaiveDate>,
    /// The last day, where one is chosen.
    pub to: Option<NaiveDate>,
    /// What doses are broken down by.
    pub by: Option<DoseKey>,
}

impl Trend {
    /// What the table is called.
    #[must_use]
    pub fn title(&self) -> String {
        let by = self.by.map(|by| format!(" and {}", if by == DoseKey::Pcn { "PCN" } else { by.name() }));
        format!("Doses by {}{}", self.every.name(), by.unwrap_or_default())
    }

    fn span(&self, as_at: NaiveDate) -> TrendSpan {
        // What comes after the date of the report is not known.
        TrendSpan { every: self.every, from: self.from, to: self.to.map_or(as_at, |to| to.min(as_at)) }
    }

    /// Doses by period, and by what they are broken down by: of the whole
    /// programme with a row of the trial doses before it where there are any,
    /// or of the days chosen. Uptake is of today's patients.
    ///
    /// # Errors
    /// When a dose is in no period: a fault of the program.
    pub fn table(&self, view: View<'_>, sources: &DoseSources) -> Result<Table, Unreconciled> {
        let population = view.population;
        let span = self.span(population.as_at);
        let first_doses = view.people().filter_map(|person| view.doses(person).first()).map(|dose| dose.date);
        let periods = span.periods(population.rules.general.programme_start, first_doses.min());
        let axis = DoseAxis::new(self.by, view, sources);
        let counts = TrendCounts::of(view, &axis, &periods, &span)?;
        let table = self.shown(&axis, &periods, &counts)?;
        check_sums(&table, "dose1", &["dose1"])?;
        let counted: u64 = ROLES.iter().map(|column| table.counted(column.key)).sum::<Result<u64, Unreconciled>>()?;
        if counted != counts.doses_of_span {
            let all = counts.doses_of_span;
            return Err(Unreconciled(format!("the periods hold {counted} doses of {all}")));
        }
        // A chain that begins in the middle has no beginning.
        let whole = self.from.is_none() && self.every != Every::Day;
        let chains = constraints::constraints(&table, axis.columns().len(), whole);
        Ok(if axis.is_of_people() { table.with_constraints(chains) } else { table })
    }

    fn shown(&self, axis: &DoseAxis<'_>, periods: &[TrendPeriod], counts: &TrendCounts) -> Result<Table, Unreconciled> {
        let mut so_far: BTreeMap<usize, PeriodDoses> = counts.before.clone();
        let mut total = PeriodDoses::default();
        for before in counts.before.values() {
            total.first_doses += before.first_doses;
            total.first_boosters += before.first_boosters;
        }
        let none = PeriodDoses::default();
        let (mut rows, mut days) = (Vec::new(), Vec::new());
        for (place, period) in periods.iter().enumerate() {
            let groups =
                counts.groups.range((place, 0)..=(place, usize::MAX)).map(|((_, group), doses)| (*group, doses));
            let mut groups: Vec<(usize, &PeriodDoses)> = groups.collect();
            // Of all doses together every period has a row, but for trials that there were none of.
            if self.by.is_none() && groups.is_empty() && period.key.is_some() {
                groups.push((0, &none));
            }
            for (group, doses) in groups {
                let so_far = so_far.entry(group).or_default();
                for sum in [&mut *so_far, &mut total] {
                    sum.first_doses += doses.first_doses;
                    sum.first_boosters += doses.first_boosters;
                    sum.doses.iter_mut().zip(doses.doses).for_each(|(sum, count)| *sum += count);
                }
                let patients = counts.patients.get(&group).copied().unwrap_or_default();
                let mut row = vec![period.cell()];
                row.extend(axis.cells(group)?);
                row.extend(cells(doses, so_far, axis.is_of_people().then_some(patients)));
                let columns = ROLES.map(|column| column.key).to_vec();
                days.push(DayFigures { row: Some(rows.len()), columns, days: period.days });
                rows.push(row);
            }
        }
        let keys: Vec<Column> = std::iter::once(self.every.column()).chain(axis.columns()).collect();
        let patients = counts.patients.values().sum();
        let totals = std::iter::repeat_n(Cell::Null, keys.len());
        let totals = totals.chain(cells(&total, &total, axis.is_of_people().then_some(patients))).collect();
        let labels: Vec<&'static str> =
            keys.iter().map(|column| column.key).filter(|key| *key != "practice_name").collect();
        let across = keys.first().map(|column| column.label.to_owned()).unwrap_or_default();
        // Neither the people so far nor the patients stand in a column.
        let share = DerivedFrom::Share { part: "", whole: "" };
        let [first, booster] = SO_FAR;
        let so_far = [
            Column::new(first, "First dose so far %", Kind::Percent).or_short("First so\nfar %").of(share),
            Column::new(booster, "Booster so far %", Kind::Percent).or_short("Booster\nso far %").of(share),
        ];
        let columns = keys.into_iter().chain(ROLES).chain(so_far).collect();
        let chart = |title, series, up, style| Chart {
            title,
            labels: labels.clone(),
            series,
            across: across.clone(),
            up,
            style,
        };
        let doses = ROLES.map(|column| column.key).to_vec();
        let table = Table::new("trend", self.title(), columns, rows).with_totals(totals).with_days(days);
        let table = table.with_chart(chart(self.chart_title(), doses, "Doses", ChartStyle::Stacked));
        Ok(if self.by.is_none() {
            let title = "Uptake so far, % of today's patients";
            table.with_chart(chart(title, SO_FAR.to_vec(), "% of today's patients", ChartStyle::Line))
        } else {
            table
        })
    }

    const fn chart_title(&self) -> &'static str {
        match self.every {
            Every::Day => "Doses by day",
            Every::Week => "Doses by week",
            Every::Month => "Doses by month",
        }
    }
}

/// The cells of a row: its doses, and uptake of these people so far.
fn cells(doses: &PeriodDoses, so_far: &PeriodDoses, patients: Option<u64>) -> Vec<Cell> {
    let share = |part| patients.map_or(Cell::Null, |patients| Cell::Percent(Percent::of(part, patients)));
    let uptake = [so_far.first_doses, so_far.first_boosters].map(share);
    doses.doses.map(Cell::Count).into_iter().chain(uptake).collect()
}

/// Doses by period and group.
struct TrendCounts {
    /// Only where there are any.
    groups: BTreeMap<(usize, usize), PeriodDoses>,
    /// First doses and boosters before the first period, by group.
    before: BTreeMap<usize, PeriodDoses>,
    /// The people, by group.
    patients: BTreeMap<usize, u64>,
    /// All doses on the days chosen.
    doses_of_span: u64,
}

impl TrendCounts {
    fn of(
        view: View<'_>,
        axis: &DoseAxis<'_>,
        periods: &[TrendPeriod],
        span: &TrendSpan,
    ) -> Result<Self, Unreconciled> {
        let days = span.days();
        let (groups, before, patients) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut counts = Self { groups, before, patients, doses_of_span: 0 };
        for assessment in view.people() {
            let person = axis.of_person(assessment)?;
            *counts.patients.entry(person).or_default() += 1;
            for (place, dose) in view.doses(assessment).iter().enumerate() {
                if dose.date > days.to {
                    break;
                }
                let group = axis.of_dose(person, dose)?;
                let role = assessment.course.role(place);
                let sums = if dose.date < days.from {
                    counts.before.entry(group).or_default()
                } else {
                    counts.doses_of_span += 1;
                    // A dose in no period is missed when they are added up.
                    let next = periods.partition_point(|period| period.days.from <= dose.date);
                    let Some(period) = next.checked_sub(1) else { continue };
                    counts.groups.entry((period, group)).or_default()
                };
                sums.doses[role_place(role)] += 1;
                sums.first_doses += u64::from(place == 0);
                sums.first_boosters += u64::from(role == Role::Booster(1));
            }
        }
        for before in counts.before.values_mut() {
            before.doses = PeriodDoses::default().doses;
        }
        Ok(counts)
    }
}

fn role_place(role: Role) -> usize {
    match role {
        Role::Dose1 => 0,
        Role::Dose2 => 1,
        Role::ThirdPrimary => 2,
        Role::Booster(_) => 3,
    }
}
