//! `vaxdash trend`: doses by week, and how uptake grew.

use chrono::{Datelike, Days, NaiveDate};

use super::counting::{View, check_sums};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DerivedFrom, Kind, Percent, Place, Table};
use crate::classify::Role;
use crate::domain::Unreconciled;

/// One week.
#[derive(Debug, Clone, Copy, Default)]
struct Week {
    /// Doses by role, in the order of [`ROLES`].
    doses: [u64; 4],
    /// People whose first recorded dose is of this week.
    first_doses: u64,
    /// People whose first booster is of this week.
    first_boosters: u64,
}

const ROLES: [Column; 4] = [
    Column::new("dose1", "Dose 1", Kind::Count),
    Column::new("dose2", "Dose 2", Kind::Count),
    Column::new("third_primary", "Third primary", Kind::Count).or_short("Third\nprimary"),
    Column::new("booster", "Booster", Kind::Count),
];

/// The key of the row of trial doses before the programme.
const EARLIER: &str = "earlier";

/// Doses by week, from that of the programme's start to that of the as-at date,
/// after a row of the trial doses before it where there are any; uptake is of
/// today's patients.
///
/// # Errors
/// When a dose is in no week: a fault of the program.
pub fn trend(view: View<'_>) -> Result<Table, Unreconciled> {
    let population = view.population;
    let first = monday(population.rules.general.programme_start);
    let length = week_of(first, population.as_at).map_or(1, |last| last + 1);
    let (mut earlier, mut weeks) = (Week::default(), vec![Week::default(); length]);
    let (mut patients, mut doses_of_all) = (0_u64, 0_u64);
    for assessment in view.people() {
        patients += 1;
        let doses = view.doses(assessment);
        doses_of_all += u64::try_from(doses.len()).unwrap_or(u64::MAX);
        for (place, dose) in doses.iter().enumerate() {
            // A dose in no week is missed when the weeks are added up.
            let week = week_of(first, dose.date).map_or(Some(&mut earlier), |week| weeks.get_mut(week));
            let Some(week) = week else { continue };
            let role = assessment.course.role(place);
            week.doses[role_place(role)] += 1;
            week.first_doses += u64::from(place == 0);
            week.first_boosters += u64::from(role == Role::Booster(1));
        }
    }
    let table = table(first, &earlier, &weeks, patients);
    check_sums(&table, "dose1", &["dose1"])?;
    let counted: u64 = ROLES.iter().map(|column| table.counted(column.key)).sum::<Result<u64, Unreconciled>>()?;
    if counted == doses_of_all {
        Ok(table)
    } else {
        Err(Unreconciled(format!("the weeks hold {counted} doses of {doses_of_all}")))
    }
}

fn table(first: NaiveDate, earlier: &Week, weeks: &[Week], patients: u64) -> Table {
    let mut rows = Vec::with_capacity(weeks.len() + 1);
    let mut so_far = Week::default();
    let cells = |counts: &Week, so_far: &Week| {
        let uptake = [so_far.first_doses, so_far.first_boosters].map(|part| Cell::Percent(Percent::of(part, patients)));
        counts.doses.map(Cell::Count).into_iter().chain(uptake).collect::<Vec<Cell>>()
    };
    let trials = (earlier.doses != Week::default().doses).then(|| (Cell::text(EARLIER), earlier));
    let mondays = first.iter_weeks().map(|monday| Cell::date(Some(monday)));
    for (key, week) in trials.into_iter().chain(mondays.zip(weeks)) {
        so_far.first_doses += week.first_doses;
        so_far.first_boosters += week.first_boosters;
        for (sum, count) in so_far.doses.iter_mut().zip(week.doses) {
            *sum += count;
        }
        rows.push(std::iter::once(key).chain(cells(week, &so_far)).collect());
    }
    let totals = std::iter::once(Cell::Null).chain(cells(&so_far, &so_far)).collect();
    let mut columns = vec![Column::new("week", "Week of", Kind::Date)];
    columns.extend(ROLES);
    // Neither the people so far nor the patients stand in a column.
    let so_far = DerivedFrom::Share { part: "", whole: "" };
    columns.extend([
        Column::new("cumulative_first_dose_pct", "First dose so far %", Kind::Percent)
            .or_short("First so\nfar %")
            .of(so_far),
        Column::new("cumulative_booster_pct", "Booster so far %", Kind::Percent)
            .or_short("Booster\nso far %")
            .of(so_far),
    ]);
    let constraints = constraints(rows.len());
    let chart = |title, series, up, style| {
        let (labels, across) = (vec!["week"], "Week of".to_owned());
        Chart { title, labels, series, across, up, style }
    };
    let doses = ROLES.map(|column| column.key).to_vec();
    let uptake = vec!["cumulative_first_dose_pct", "cumulative_booster_pct"];
    Table::new("trend", "Doses by week", columns, rows)
        .with_totals(totals)
        .with_constraints(constraints)
        .with_chart(chart("Doses by week", doses, "Doses", ChartStyle::Stacked))
        .with_chart(chart("Uptake so far, % of today's patients", uptake, "% of today's patients", ChartStyle::Line))
}

/// How the weeks hang together: uptake grows by at least the first doses of a
/// week, and by no more than its boosters.
fn constraints(weeks: usize) -> Vec<Constraint> {
    let at = |week: usize, column| Place { table: "trend", row: Some(week), column };
    let of_week = |week: usize| {
        let before = |column| week.checked_sub(1).map(|before| at(before, column)).into_iter();
        let (first, booster) = ("cumulative_first_dose_pct", "cumulative_booster_pct");
        [
            Constraint::Places {
                left: before(first).chain([at(week, "dose1")]).collect(),
                right: vec![at(week, first)],
                exact: false,
            },
            Constraint::Places {
                left: vec![at(week, booster)],
                right: before(booster).chain([at(week, "booster")]).collect(),
                exact: false,
            },
            Constraint::Places { left: before(booster).collect(), right: vec![at(week, booster)], exact: false },
        ]
    };
    (0..weeks).flat_map(of_week).collect()
}

fn role_place(role: Role) -> usize {
    match role {
        Role::Dose1 => 0,
        Role::Dose2 => 1,
        Role::ThirdPrimary => 2,
        Role::Booster(_) => 3,
    }
}

/// The Monday of a date's week.
fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday()))).unwrap_or(date)
}

/// The number of a date's week, counted from 0; `None` before the first.
fn week_of(first: NaiveDate, date: NaiveDate) -> Option<usize> {
    usize::try_from((date - first).num_days().div_euclid(7)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        let day = |day| NaiveDate::from_ymd_opt(2020, 12, day).unwrap();
        assert_eq!(monday(day(8)), day(7));
        assert_eq!(monday(day(7)), day(7));
        assert_eq!(monday(day(13)), day(7));
        assert_eq!(week_of(day(7), day(13)), Some(0));
        assert_eq!(week_of(day(7), day(14)), Some(1));
        assert_eq!(week_of(day(7), day(6)), None);
    }
}
