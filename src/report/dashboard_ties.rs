//! How the sheets of the dashboard hang together: they count the same people
//! in several ways, and a reader has all of them.

use super::dashboard::Told;
use super::model::{Cell, Table};
use super::ties::{Place, Tie};

/// A column of a sheet: the name of its table, and its key.
type Of = (&'static str, &'static str);

/// Sums of columns that are equal, in the row of every practice and in the
/// totals.
const EQUAL: [(&[Of], &[Of]); 8] = [
    (&[("uptake", "patients")], &[("detail", "patients")]),
    (&[("uptake", "booster")], &[("detail", "boosted")]),
    (&[("uptake", "first_dose")], &[("uptake", "primary_complete"), ("detail", "first_dose_only")]),
    (
        &[("uptake", "primary_complete")],
        &[("detail", "primary_complete_only"), ("detail", "third_primary_only"), ("detail", "boosted")],
    ),
    (&[("boosters", "patients")], &[("detail", "patients")]),
    (&[("boosters", "boosted")], &[("detail", "boosted")]),
    (&[("boosters", "primary_incomplete"), ("uptake", "primary_complete")], &[("uptake", "patients")]),
    (&[("second_dose", "first_dose_only")], &[("detail", "first_dose_only")]),
];

/// Columns that are never larger than others, likewise.
const WITHIN: [(Of, &[Of]); 8] = [
    (("immunosuppressed", "patients"), &[("uptake", "patients")]),
    (("immunosuppressed", "booster_due"), &[("boosters", "eligible")]),
    (
        ("boosters", "third_primary_first"),
        &[("immunosuppressed", "third_primary_due"), ("immunosuppressed", "third_primary_not_yet_due")],
    ),
    (("ages_16_17", "patients"), &[("uptake", "patients")]),
    (("ages_16_17", "first_dose"), &[("uptake", "first_dose")]),
    (("ages_16_17", "primary_complete"), &[("uptake", "primary_complete")]),
    (("ages_16_17", "booster"), &[("uptake", "booster")]),
    (("ages_16_17", "doses_last_7_days"), &[("uptake", "doses_last_7_days")]),
];

/// The columns that every sheet of uptake has.
const UPTAKE: [&str; 5] = ["patients", "first_dose", "primary_complete", "booster", "doses_last_7_days"];
/// The sheets of everybody's uptake by other groups than practices.
const BY_OTHERS: [&str; 3] = ["ages", "inequalities", "cohorts"];

/// Says of the sheets how they hang together.
pub fn tie_sheets(sheets: &mut [Told]) {
    let ties = {
        let tables: Vec<&Table> = sheets.iter().map(|(_, table)| table).collect();
        let mut ties = by_practice(&tables);
        ties.extend(totals(&tables));
        ties.extend(sixteen_and_seventeen(&tables));
        ties
    };
    if let Some((_, first)) = sheets.first_mut() {
        first.ties.extend(ties);
    }
}

fn find<'t>(tables: &[&'t Table], name: &str) -> Option<&'t Table> {
    tables.iter().find(|table| table.name == name).copied()
}

/// The rows of practices, which stand in the same order on every sheet.
fn by_practice(tables: &[&Table]) -> Vec<Tie> {
    let practices = find(tables, "uptake").map(|table| table.rows.len()).unwrap_or_default();
    let rows = (0..practices).map(Some).chain([None]);
    let at = |row, of: &[Of]| -> Vec<Place> { of.iter().map(|(table, column)| Place { table, row, column }).collect() };
    let of_row = |row| {
        let equal = EQUAL.iter().map(move |(left, right)| (at(row, left), at(row, right), true));
        let within = WITHIN.iter().map(move |(part, whole)| (at(row, &[*part]), at(row, whole), false));
        equal.chain(within).map(|(left, right, exact)| Tie::Places { left, right, exact })
    };
    rows.flat_map(of_row).collect()
}

/// Everybody, by whatever groups.
fn totals(tables: &[&Table]) -> Vec<Tie> {
    let total = |table, column| Place { table, row: None, column };
    let equal = |left: Place, right: Vec<Place>| Tie::Places { left: vec![left], right, exact: true };
    let mut ties: Vec<Tie> = BY_OTHERS
        .iter()
        .flat_map(|table| UPTAKE.map(|key| equal(total(table, key), vec![total("uptake", key)])))
        .collect();
    ties.extend([
        equal(
            total("cohorts", "second_dose_pending"),
            vec![total("second_dose", "not_yet_due"), total("second_dose", "due")],
        ),
        equal(total("cohorts", "second_dose_overdue"), vec![total("second_dose", "overdue")]),
        equal(total("cohorts", "booster_eligible"), vec![total("boosters", "eligible")]),
    ]);
    if let Some(last) = find(tables, "trend").and_then(|table| table.rows.len().checked_sub(1)) {
        let week = |column| Place { table: "trend", row: Some(last), column };
        ties.push(equal(week("cumulative_first_dose_pct"), vec![total("uptake", "first_dose")]));
        ties.push(equal(week("cumulative_booster_pct"), vec![total("uptake", "booster")]));
    }
    ties
}

/// The 16 and 17 year olds are a row of the sheet of ages.
fn sixteen_and_seventeen(tables: &[&Table]) -> Vec<Tie> {
    let band = Cell::text("16-17");
    let Some(row) = find(tables, "ages").and_then(|ages| ages.rows.iter().position(|row| row.first() == Some(&band)))
    else {
        return Vec::new();
    };
    let tie = |column| Tie::Places {
        left: vec![Place { table: "ages", row: Some(row), column }],
        right: vec![Place { table: "ages_16_17", row: None, column }],
        exact: true,
    };
    UPTAKE.map(tie).to_vec()
}

/// A tie of a table of one row that becomes a row of another table.
pub fn moved(tie: &Tie, (from, row): (&str, usize), to: &'static str) -> Option<Tie> {
    let place = |place: &Place| {
        if place.table == from { Place { table: to, row: Some(row), column: place.column } } else { *place }
    };
    match tie {
        Tie::Places { left, right, exact } => Some(Tie::Places {
            left: left.iter().map(place).collect(),
            right: right.iter().map(place).collect(),
            exact: *exact,
        }),
        // All rows have the same columns: once is enough.
        columns => (row == 0).then(|| columns.clone()),
    }
}
