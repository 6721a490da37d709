//! A report as a page: one file with its own style and script, which asks
//! nothing of anybody, and is whole without its script (specification 6.5).
//!
//! ```text
//! page ──► cover, section ──► chart/, choice, table        policy: what the page may do
//! ```
//!
//! Texts are escaped by the templates (maud), after they have passed the gate
//! for text from outside. The same report gives the same bytes.

mod chart;
mod choice;
mod cover;
mod identifiers;
mod page;
mod policy;
mod section;
mod table;

use crate::report::{Report, Table, Workbook, information};
use page::page;
use section::Section;

/// A report as a page: its tables, then what it was made from.
#[must_use]
pub fn write_html(report: &Report) -> Vec<u8> {
    let about = information(report);
    let mut sections: Vec<Section<'_>> = report.tables.iter().map(Section::of_table).collect();
    sections.push(Section::about(&about));
    page(report, sections, None)
}

/// The dashboard as a page: a section for each sheet of the workbook.
#[must_use]
pub fn write_dashboard_html(workbook: &Workbook) -> Vec<u8> {
    let cube =
        |table: &Table| workbook.cube.as_ref().filter(|cube| cube.table == table.name && !cube.counts.rows.is_empty());
    let sections = workbook.tables().iter().zip(&workbook.sheets);
    let sections = sections.map(|(table, sheet)| Section::of_sheet(table, sheet, cube(table))).collect();
    page(&workbook.report, sections, Some(workbook))
}
