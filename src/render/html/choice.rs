//! Whom a reader can choose: a box for each value of each group, and the counts
//! from which the table and its chart are made again. Without script it is not
//! shown, since nothing could be done with it.

use maud::{Markup, html};

use crate::render::cell_text::{one_line, row_text};
use crate::report::{Cell, Column, Cube, DerivedFrom, Kind, Table};

/// A group of the cube: its values, each once.
struct Group<'c> {
    column: &'c Column,
    place: usize,
    /// Its values, in the order in which they come, with the words for each.
    values: Vec<(String, String)>,
}

/// The choice of a part of the page.
pub fn choice(cube: &Cube, id: &str) -> Markup {
    let groups = groups(&cube.counts);
    let keys: Vec<&str> = counted(&cube.counts).map(|(_, column)| column.key).collect();
    html! {
        div.choice hidden data-keys=(keys.join(" ")) data-cube=(encoded(&cube.counts, &groups)) data-part=(id) {
            h3 { "Choose who is counted" }
            @for group in &groups {
                details {
                    summary { (group.column.label) ": " span { "all" } }
                    fieldset data-key=(group.column.key) {
                        legend { (group.column.label) }
                        @for (value, words) in &group.values { label { input type="checkbox" value=(value) checked; (words) } }
                    }
                }
            }
            p { button type="button" { "Everybody again" } output {} }
        }
    }
}

/// The columns that name a group by a code; what else names it stands in its words.
fn groups(counts: &Table) -> Vec<Group<'_>> {
    let codes = counts.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Code);
    codes.map(|(place, column)| Group { column, place, values: values(counts, place) }).collect()
}

fn values(counts: &Table, place: usize) -> Vec<(String, String)> {
    let name = counts.columns.get(place + 1).filter(|column| column.kind == Kind::Text);
    let mut values: Vec<(String, String)> = Vec::new();
    for row in &counts.rows {
        let value = text(counts, row, place);
        if values.iter().any(|(known, _)| *known == value) {
            continue;
        }
        let words = name.map(|_| format!("{value} {}", text(counts, row, place + 1)));
        values.push((value.clone(), words.unwrap_or(value)));
    }
    values
}

fn text(counts: &Table, row: &[Cell], place: usize) -> String {
    row.get(place).map(|cell| one_line(&row_text(&counts.columns[place], cell))).unwrap_or_default()
}

/// The columns that were counted.
fn counted(counts: &Table) -> impl Iterator<Item = (usize, &Column)> {
    let columns = counts.columns.iter().enumerate();
    columns.filter(|(_, column)| column.kind == Kind::Count && column.derived_from == DerivedFrom::Itself)
}

/// The rows: the places of their values, then their counts.
fn encoded(counts: &Table, groups: &[Group<'_>]) -> String {
    let row = |row: &Vec<Cell>| {
        let value = |group: &Group<'_>| {
            let text = text(counts, row, group.place);
            group.values.iter().position(|(value, _)| *value == text).unwrap_or_default().to_string()
        };
        let count = |(place, _): (usize, &Column)| row.get(place).and_then(Cell::count).unwrap_or(0).to_string();
        groups.iter().map(value).chain(counted(counts).map(count)).collect::<Vec<_>>().join(",")
    };
    counts.rows.iter().map(row).collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_places_of_values_and_counts() {
        let columns = vec![
            Column::new("practice_code", "Practice", Kind::Code),
            Column::new("practice_name", "Practice name", Kind::Text),
            Column::new("gender", "Gender", Kind::Code).blank_as("not known"),
            Column::new("patients", "Patients", Kind::Count),
        ];
        let row = |code, gender, count| vec![Cell::text(code), Cell::text("Abbey"), gender, Cell::Count(count)];
        let rows = vec![row("A", Cell::text("male"), 3), row("A", Cell::Null, 1), row("B", Cell::text("male"), 2)];
        let counts = Table::new("uptake", "Uptake", columns, rows);
        let groups = groups(&counts);
        assert_eq!(encoded(&counts, &groups), "0,0,3;0,1,1;1,0,2");
        assert_eq!(groups[0].values[1], ("B".to_owned(), "B Abbey".to_owned()));
        assert_eq!(groups[1].values[1].1, "not known");
    }
}
