//! A table of a report as a table of the page: its first column names the row,
//! its totals stand apart, so that sorting leaves them where they are.

use maud::{Markup, html};

use crate::render::cell_text::{cell_text, one_line, row_text};
use crate::report::{Cell, Column, DerivedFrom, Kind, Table};

/// Texts of more characters than this are broken over lines.
const LONG: usize = 40;

/// Tables of more columns than these are printed smaller, and on a page on its side.
const WIDE: usize = 10;
const WIDEST: usize = 14;

/// The class of a cell, where it has one.
type Class = Option<&'static str>;

/// The table; `id` names it in the page, `empty` says why it has no rows.
pub fn table(table: &Table, id: &str, empty: &str) -> Markup {
    if table.rows.is_empty() {
        return html! { p.empty { (one_line(empty)) } };
    }
    let caption = format!("{id}-caption");
    let (is_wide, is_widest) = (table.columns.len() > WIDE, table.columns.len() > WIDEST);
    let classes: Vec<Class> = (0..table.columns.len()).map(|place| class(table, place)).collect();
    html! {
        div class=(if is_widest { "scroll lists" } else { "scroll" }) role="group" aria-labelledby=(caption) tabindex="0" {
            table id=(format!("{id}-table")) class=[is_wide.then_some("wide")] {
                caption id=(caption) { span { (one_line(&table.title)) } }
                thead { tr { @for (column, class) in table.columns.iter().zip(&classes) { (heading(column, *class)) } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (place, ((column, class), cell)) in table.columns.iter().zip(&classes).zip(row).enumerate() {
                                (value(place, *class, &row_text(column, cell)))
                            }
                        }
                    }
                }
                @if let Some(totals) = &table.totals { tfoot { (total(&classes, totals)) } }
            }
        }
    }
}

fn heading(column: &Column, class: Class) -> Markup {
    let (part, whole) = match column.derived_from {
        DerivedFrom::Share { part, whole } if !part.is_empty() => (Some(part), Some(whole)),
        _ => (None, None),
    };
    html! { th scope="col" class=[class] data-key=(column.key) data-kind=(column.kind.name()) data-part=[part] data-whole=[whole] { (column.label) } }
}

fn value(place: usize, class: Class, text: &str) -> Markup {
    html! {
        @if place == 0 && !text.is_empty() { th scope="row" class=[class] { (text) } }
        @else { td class=[class] { (text) } }
    }
}

fn total(classes: &[Class], totals: &[Cell]) -> Markup {
    html! {
        tr {
            th scope="row" { "Total" }
            @for (class, cell) in classes.iter().zip(totals).skip(1) { td class=[*class] { (cell_text(cell)) } }
        }
    }
}

/// The class of the cells of a column. Figures are the rule and need none; `t`
/// are texts, `l` long ones, which are broken over lines.
fn class(table: &Table, place: usize) -> Class {
    let column = &table.columns[place];
    match column.kind {
        Kind::Text => {
            let is_long =
                |row: &Vec<Cell>| matches!(row.get(place), Some(Cell::Text(text)) if text.chars().count() > LONG);
            Some(if column.holds_sentences || table.rows.iter().any(is_long) { "l" } else { "t" })
        }
        Kind::Code | Kind::Date => Some("t"),
        Kind::Count | Kind::Percent | Kind::Days => None,
    }
}
