//! A part of the page: a heading, how to read it, its charts and its table.

use maud::{Markup, html};

use super::chart;
use super::choice::choice;
use super::table::table;
use crate::render::cell_text::one_line;
use crate::report::{Cube, Sheet, Table};

/// A part of the page.
pub struct Section<'r> {
    /// What the contents call it.
    pub name: String,
    /// How to read it.
    how: String,
    /// Why there is nothing to show, where its table has no rows.
    empty: String,
    table: &'r Table,
    /// Whom a reader can choose.
    cube: Option<&'r Cube>,
}

impl<'r> Section<'r> {
    /// The part of a table.
    pub fn of_table(table: &'r Table) -> Self {
        let empty = "Nothing to show: the table has no rows.".to_owned();
        Self { name: one_line(&table.title), how: String::new(), empty, table, cube: None }
    }

    /// The part of a sheet.
    pub fn of_sheet(table: &'r Table, sheet: &Sheet, cube: Option<&'r Cube>) -> Self {
        Self { name: one_line(&sheet.name), how: one_line(&sheet.how), empty: sheet.empty.clone(), table, cube }
    }

    /// What the report was made from.
    pub fn about(table: &'r Table) -> Self {
        Self { name: "About".to_owned(), ..Self::of_table(table) }
    }

    /// Whether a reader can choose whom it counts.
    pub fn has_choice(&self) -> bool {
        self.cube.is_some()
    }

    /// The part under this name of the page.
    pub fn markup(&self, id: &str) -> Markup {
        html! {
            section id=(id) aria-labelledby=(format!("{id}-heading")) {
                h2 id=(format!("{id}-heading")) { (self.name) }
                @if !self.how.is_empty() { p.how { (self.how) } }
                @if let Some(cube) = self.cube { (choice(cube, id)) }
                (chart::figures(self.table, id))
                (table(self.table, id, &self.empty))
                p.up { a href="#contents" { "Back to contents" } }
            }
        }
    }
}
