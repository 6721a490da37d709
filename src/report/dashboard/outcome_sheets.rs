//! What became of those invited, where the dashboard is given an invite log.

use super::list_order::in_list_order;
use super::sheet_table::SheetTable;
use crate::domain::Unreconciled;
use crate::report::counting::View;
use crate::report::line_list::ListableReport;
use crate::report::model::{Sheet, Table};
use crate::report::outcomes::Outcomes;

/// The name of each sheet, its title, and how to read it: in the order of the tables of the report.
const SHEETS: [(&str, &str, &str); 3] = [
    (
        "Outcomes",
        "What became of those invited, by round, target and practice",
        "A row for each round, target and practice. Every contact of the invite log is in exactly one column from Vaccinated to Still due.",
    ),
    (
        "Outcomes by patient",
        "What became of those invited, by practice",
        "Patients, each once, by the latest contact; the columns from Vaccinated to Still due add up to the invited.",
    ),
    (
        "Outcomes by round",
        "What became of those invited, by round",
        "Round 1 is the first contact about a dose, round 2 the second; whoever was contacted twice is in both.",
    ),
];

/// The sheets of what became of those invited.
pub fn outcome_sheets(view: View<'_>, outcomes: &Outcomes) -> Result<Vec<SheetTable>, Unreconciled> {
    let empty = "Nothing to show: the invite log holds no contact of the patients chosen up to the date of the report.";
    let tables = in_list_order(outcomes.tables(view)?, view.scope);
    let sheet = |((name, title, how), table): ((&str, &str, &str), Table)| {
        (Sheet::new(name, how, empty), Table { title: title.to_owned(), ..table })
    };
    Ok(SHEETS.into_iter().zip(tables).map(sheet).collect())
}
