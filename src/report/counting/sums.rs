//! Columns that must add up, checked on the values that are shown.

use crate::domain::Unreconciled;
use crate::report::model::{Cell, Table};

/// Checks that in every row and in the totals the column `whole` is the sum of
/// the columns `parts`, and that the rows add up to the totals.
///
/// # Errors
/// When they do not: a fault of the program.
pub fn check_sums(table: &Table, whole: &str, parts: &[&str]) -> Result<(), Unreconciled> {
    for row in table.rows.iter().chain(&table.totals) {
        let sum: u64 = parts.iter().map(|part| count(table, row, part)).sum();
        let all = count(table, row, whole);
        if sum != all {
            return Err(Unreconciled(format!("in {}, {} are {all} but their parts are {sum}", table.name, whole)));
        }
    }
    let Some(totals) = &table.totals else { return Ok(()) };
    for key in parts.iter().chain([&whole]) {
        let sum: u64 = table.rows.iter().map(|row| count(table, row, key)).sum();
        let total = count(table, totals, key);
        if sum != total {
            return Err(Unreconciled(format!("in {}, the rows of {key} hold {sum}, the total {total}", table.name)));
        }
    }
    Ok(())
}

fn count(table: &Table, row: &[Cell], key: &str) -> u64 {
    match table.column(key).and_then(|place| row.get(place)) {
        Some(Cell::Count(count)) => *count,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column, Kind};

    fn table(rows: &[[u64; 3]], totals: [u64; 3]) -> Table {
        let columns = ["all", "some", "others"].map(|key| Column::new(key, key, Kind::Count)).to_vec();
        let cells = |row: &[u64; 3]| row.map(Cell::Count).to_vec();
        Table::new("t", "T", columns, rows.iter().map(cells).collect()).with_totals(cells(&totals))
    }

    #[test]
    fn rows_and_totals_must_add_up() {
        let check = |table: &Table| check_sums(table, "all", &["some", "others"]).is_ok();
        assert!(check(&table(&[[3, 1, 2], [4, 4, 0]], [7, 5, 2])));
        assert!(!check(&table(&[[3, 1, 1], [4, 4, 0]], [7, 5, 2])), "a row");
        assert!(!check(&table(&[[3, 1, 2]], [7, 5, 2])), "the rows and the totals");
        assert!(!check(&table(&[[3, 1, 2], [4, 4, 0]], [7, 5, 1])), "the totals");
    }
}
