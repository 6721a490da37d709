//! The headings of reports that are about files, rules or one person, by which
//! vaxdash knows them again beside the data.

use super::check::tables_without_rows;
use super::dictionary::COLUMNS as DICTIONARY;
use super::doubt_rules::DOUBTS;
use super::history::{ASSESSMENT, HISTORY, WHO};
use super::model::Column;
use super::rules_in_force::COLUMNS as RULES;

/// The headings of each table, as programs and as people see them.
#[must_use]
pub fn headings_of_tables() -> Vec<Vec<String>> {
    let check = tables_without_rows();
    let fixed: [&[Column]; 6] = [&WHO, &ASSESSMENT, &HISTORY, &RULES, &DOUBTS, &DICTIONARY];
    let tables = check.iter().map(|table| &table.columns[..]).chain(fixed);
    let both = tables.flat_map(|columns| {
        let headings = |of: fn(&Column) -> &str| columns.iter().map(|column| of(column).to_owned()).collect();
        [headings(|column| column.key), headings(|column| column.label)]
    });
    both.collect()
}
