//! `vaxdash check`: what each file is, who is in scope, and where every row went.

use std::collections::BTreeMap;

use super::doubt_tables::{doubts, headings};
use super::model::{Cell, Column, Kind, Table};
use crate::domain::{Doubt, FileHeadings, Input, Issue, PatientTally, Practice, UkDateTime, VaccinationTally};

/// What `check` found.
pub struct CheckFacts<'a> {
    /// The doubts that stand.
    pub doubts: &'a [Doubt],
    /// The files.
    pub inputs: &'a [Input],
    /// What each heading of the files was taken for.
    pub headings: &'a [FileHeadings],
    /// The practices in scope; empty where there is no scope.
    pub practices: &'a [Practice],
    /// The listed practices out of scope.
    pub left_out: &'a [Practice],
    /// The tallies, where the rows could be read.
    pub tallies: Option<(&'a PatientTally, &'a VaccinationTally)>,
    /// Rejected rows as (file, column, reason).
    pub rejected: Vec<[&'a str; 3]>,
    /// What was noticed.
    pub issues: &'a [Issue],
}

/// The tables of `check`.
#[must_use]
pub fn check(facts: &CheckFacts<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    if !facts.doubts.is_empty() {
        tables.push(doubts(facts.doubts));
    }
    tables.push(inputs(facts.inputs));
    if !facts.headings.is_empty() {
        tables.push(headings(facts.headings));
    }
    if !(facts.practices.is_empty() && facts.left_out.is_empty()) {
        tables.push(practices(facts));
    }
    if let Some((patients, vaccinations)) = facts.tallies {
        tables.push(reconciliation(patients, vaccinations));
    }
    if !facts.rejected.is_empty() {
        tables.push(rejected(&facts.rejected));
    }
    if !facts.issues.is_empty() {
        tables.push(issues(facts.issues));
    }
    tables
}

/// Every table that `check` can have, without a row.
pub(super) fn tables_without_rows() -> [Table; 7] {
    let facts = CheckFacts {
        doubts: &[],
        inputs: &[],
        headings: &[],
        practices: &[],
        left_out: &[],
        tallies: None,
        rejected: Vec::new(),
        issues: &[],
    };
    let reconciliation = reconciliation(&PatientTally::default(), &VaccinationTally::default());
    [doubts(&[]), inputs(&[]), headings(&[]), practices(&facts), reconciliation, rejected(&[]), issues(&[])]
}

fn inputs(inputs: &[Input]) -> Table {
    let rows = inputs.iter().map(|input| {
        vec![
            Cell::text(&input.file),
            Cell::text(input.kind),
            input.rows.map_or(Cell::Null, Cell::Count),
            Cell::text(input.delimiter),
            Cell::text(&input.encoding),
            input.refreshed.map_or(Cell::Null, |at| Cell::text(UkDateTime(at).to_string())),
            Cell::text(&input.remark),
        ]
    });
    Table::new(
        "inputs",
        "Files",
        vec![
            Column::new("file", "File", Kind::Text),
            Column::new("kind", "Kind", Kind::Text),
            Column::new("rows", "Rows", Kind::Count),
            Column::new("delimiter", "Delimiter", Kind::Text).or_dropped(),
            Column::new("encoding", "Encoding", Kind::Text).or_dropped(),
            Column::new("last_refreshed", "Last refreshed", Kind::Text),
            Column::new("remark", "Remark", Kind::Text).at_least(30),
        ],
        rows.collect(),
    )
}

fn practices(facts: &CheckFacts<'_>) -> Table {
    let row = |practice: &Practice, in_scope: &str| {
        vec![
            Cell::text(practice.code.as_str()),
            Cell::text(&practice.name),
            Cell::text(&practice.pcn_code),
            Cell::text(in_scope),
        ]
    };
    let rows = facts.practices.iter().map(|practice| row(practice, "yes"));
    let left_out = facts.left_out.iter().map(|practice| row(practice, "no: lacks the activity code"));
    Table::new(
        "practices",
        "Practices",
        vec![
            Column::new("practice_code", "Practice", Kind::Code),
            Column::new("practice_name", "Practice name", Kind::Text).or_short("Name"),
            Column::new("pcn_code", "PCN", Kind::Code),
            Column::new("in_scope", "In scope", Kind::Text),
        ],
        rows.chain(left_out).collect(),
    )
}

fn reconciliation(patients: &PatientTally, vaccinations: &VaccinationTally) -> Table {
    let row = |kind: &str, end: &str, rows: u64| vec![Cell::text(kind), Cell::text(end), Cell::Count(rows)];
    let mut rows = vec![row("patients", "rows_read", patients.rows_read)];
    rows.extend(patients.dispositions().map(|(end, count)| row("patients", end, count)));
    rows.push(row("vaccinations", "rows_read", vaccinations.rows_read));
    rows.extend(vaccinations.dispositions().map(|(end, count)| row("vaccinations", end, count)));
    rows.push(row("vaccinations", "date_repaired", vaccinations.date_repaired));
    Table::new(
        "reconciliation",
        "Where every row went",
        vec![
            Column::new("rows_of", "Rows of", Kind::Text),
            Column::new("ended_in", "Ended in", Kind::Text).of_keys(),
            Column::new("rows", "Rows", Kind::Count),
        ],
        rows,
    )
}

fn rejected(rejected: &[[&str; 3]]) -> Table {
    let mut counts: BTreeMap<[&str; 3], u64> = BTreeMap::new();
    for reject in rejected {
        *counts.entry(*reject).or_default() += 1;
    }
    let rows = counts.into_iter().map(|([file, column, reason], rows)| {
        vec![Cell::text(file), Cell::text(column), Cell::text(reason), Cell::Count(rows)]
    });
    Table::new(
        "rejected",
        "Rejected rows (each one with --rejects FILE)",
        vec![
            Column::new("file", "File", Kind::Text),
            Column::new("column", "Column", Kind::Text),
            Column::new("reason", "Reason", Kind::Text),
            Column::new("rows", "Rows", Kind::Count),
        ],
        rows.collect(),
    )
}

fn issues(issues: &[Issue]) -> Table {
    let mut sorted: Vec<&Issue> = issues.iter().collect();
    // The most important last, where the eye ends.
    sorted.sort_by_key(|issue| issue.severity);
    let rows = sorted.into_iter().map(|issue| {
        vec![
            Cell::text(issue.severity.word()),
            Cell::text(&issue.file),
            if issue.rows > 0 { Cell::Count(issue.rows) } else { Cell::Null },
            Cell::text(&issue.text),
        ]
    });
    Table::new(
        "issues",
        "What to know",
        vec![
            Column::new("severity", "Level", Kind::Text),
            Column::new("file", "File", Kind::Text),
            Column::new("rows", "Rows", Kind::Count),
            Column::new("text", "What was found", Kind::Text).at_least(30),
        ],
        rows.collect(),
    )
}
