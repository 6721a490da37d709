//! Rows in the order of the practice list.

use crate::domain::{OdsCode, Scope};
use crate::report::model::{Cell, Constraint, Place, Table};

/// Tables with their rows of practices in the order of the practice list; what
/// stands before the practice keeps its order. What the tables say of each
/// other's rows goes along.
pub fn in_list_order(mut tables: Vec<Table>, scope: &Scope) -> Vec<Table> {
    let orders: Vec<(&'static str, Vec<usize>)> =
        tables.iter().map(|table| (table.name, order_of(table, scope))).collect();
    let moved = |place: &Place| {
        let order = orders.iter().find(|(name, _)| *name == place.table).map(|(_, order)| order);
        let row = |row: usize| order.and_then(|order| order.iter().position(|old| *old == row)).unwrap_or(row);
        Place { row: place.row.map(row), ..*place }
    };
    for (table, (_, order)) in tables.iter_mut().zip(&orders) {
        table.rows = order.iter().filter_map(|old| table.rows.get(*old).cloned()).collect();
        for constraint in &mut table.constraints {
            match constraint {
                Constraint::Places { left, right, .. } => {
                    left.iter_mut().chain(right).for_each(|place| *place = moved(place));
                }
                // Of every row.
                Constraint::Columns { .. } | Constraint::Within { .. } => {}
            }
        }
    }
    tables
}

/// The rows of a table by the places that they have now, in their new order.
fn order_of(table: &Table, scope: &Scope) -> Vec<usize> {
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    let Some(column) = table.column("practice_code") else { return order };
    let place = |row: &[Cell]| match row.get(column) {
        Some(Cell::Text(code)) => {
            let index = OdsCode::read(code.as_bytes()).and_then(|code| scope.find(code));
            index.map_or(usize::MAX, |index| scope.place_in_list(index))
        }
        _ => usize::MAX,
    };
    let mut group = 0;
    let mut keys: Vec<(usize, usize)> = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| table.rows.get(before)?.get(..column));
        group += usize::from(before.is_some_and(|before| row.get(..column) != Some(before)));
        keys.push((group, place(row)));
    }
    order.sort_by_key(|row| keys.get(*row).copied());
    order
}
