//! How the rows of a trend hang together, for disclosure control.

use crate::domain::own_columns;
use crate::report::model::{Cell, Constraint, Place, Table};

/// The columns of how uptake grew.
pub const SO_FAR: [&str; 2] = own_columns::OF_TREND;

/// What a reader can reckon: of each group, uptake grows by at least the first
/// doses of a row, and by no more than its boosters; and at the end it is the
/// total. `keys` columns after the first name the group; `whole` says that
/// nothing comes before the first rows.
pub fn constraints(table: &Table, keys: usize, whole: bool) -> Vec<Constraint> {
    let at = |row: Option<usize>, column| Place { table: "trend", row, column };
    let [first, booster] = SO_FAR;
    // Of each group its latest row so far; there are few groups beside rows.
    let mut latest: Vec<(&[Cell], usize)> = Vec::new();
    let mut constraints = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let group = cells.get(1..=keys).unwrap_or_default();
        let own = latest.iter().position(|(known, _)| *known == group);
        let before = own.map(|own| latest[own].1);
        match own {
            Some(own) => latest[own].1 = row,
            None => latest.push((group, row)),
        }
        let (row, before) = (Some(row), before.map(Some));
        let of_before = |column| before.map(|before| at(before, column)).into_iter();
        let within = |left: Vec<Place>, right: Vec<Place>| Constraint::Places { left, right, exact: false };
        constraints.push(within(of_before(first).chain([at(row, "dose1")]).collect(), vec![at(row, first)]));
        constraints.push(within(of_before(booster).collect(), vec![at(row, booster)]));
        if whole || before.is_some() {
            let so_far = of_before(booster).chain([at(row, "booster")]).collect();
            constraints.push(within(vec![at(row, booster)], so_far));
        }
    }
    constraints.extend(SO_FAR.map(|column| {
        let left = latest.iter().map(|(_, row)| at(Some(*row), column)).collect();
        Constraint::Places { left, right: vec![at(None, column)], exact: true }
    }));
    constraints
}
