//! `vaxdash quality`: the records to mend, by what is wrong and by practice or
//! supplier.

use std::collections::{BTreeMap, HashSet};

use super::counting::{CountColumn, Dimension, StatusColumn, View};
use super::known_sums::{KINDS, RECORDS_BY_GROUP as TABLE};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DropOrder, Kind, Place, Table};
use crate::classify::{Assessment, Question, RecordToMend};
use crate::domain::{Named, NhsNumber, RecordFault, Unreconciled, named_values, own_columns};
use crate::rules::QualityRules;

/// What the records are broken down by, besides what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RecordsBy {
    /// The practice of the patient.
    #[default]
    Practice,
    /// Who sent the event.
    Supplier,
}

named_values!(RecordsBy {
    Practice => ("practice", "The practice of the patient."),
    Supplier => ("supplier", "Who sent the event."),
});

/// What is asked for, and what the assessments alone do not tell.
#[derive(Debug, Default)]
pub struct Quality {
    /// What the records are broken down by.
    pub by: RecordsBy,
    /// Who sent each vaccination row: the place of the first row of each file in
    /// the read order of all, with its supplier where that is known.
    pub suppliers: Vec<(u32, Option<String>)>,
    /// Those without any contact that can be used.
    pub without_contact: HashSet<NhsNumber>,
}

/// The group of a record. The columns of the table are in this order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum RecordGroup {
    /// A practice, by its place in the scope.
    Practice(u16),
    /// A supplier, by its name.
    Supplier(String),
    /// An event of a file whose supplier is not known.
    UnknownSupplier,
    /// No event, but a registration.
    PatientsFile,
}

const RECORDS: Column = Column::new("records", "Records", Kind::Count);
const UNKNOWN_SUPPLIER: &str = "not known";

fn kind_column() -> Column {
    Column::new("kind", "Kind", Kind::Code)
}

impl Quality {
    /// Everything that is to be mended of a patient's records, by kind, then by date.
    fn records(&self, view: View<'_>, assessment: &Assessment) -> Vec<RecordToMend> {
        let mut records = view.population.records_to_mend(assessment);
        if self.without_contact.contains(&assessment.person.nhs_number) {
            records.push(RecordToMend::registration(RecordFault::NoContact));
            records.sort_by_key(|record| (record.fault, record.date, record.order));
        }
        records
    }

    /// Who sent the row at a place in the read order of all.
    fn supplier(&self, order: u32) -> Option<&str> {
        let files = self.suppliers.partition_point(|(first, _)| *first <= order);
        self.suppliers.get(files.checked_sub(1)?)?.1.as_deref()
    }

    fn group(&self, assessment: &Assessment, record: &RecordToMend) -> RecordGroup {
        match (self.by, record.order) {
            (RecordsBy::Practice, _) => RecordGroup::Practice(assessment.person.practice),
            (RecordsBy::Supplier, None) => RecordGroup::PatientsFile,
            (RecordsBy::Supplier, Some(order)) => {
                self.supplier(order).map_or(RecordGroup::UnknownSupplier, |name| RecordGroup::Supplier(name.to_owned()))
            }
        }
    }

    /// Every record, counted by what is wrong and by group, and by what is wrong alone.
    fn count(&self, view: View<'_>) -> RecordCounts {
        let mut counts = RecordCounts::default();
        for assessment in view.people() {
            for record in self.records(view, assessment) {
                *counts.by_group.entry((record.fault, self.group(assessment, &record))).or_default() += 1;
                *counts.by_kind.entry(record.fault).or_default() += 1;
            }
        }
        counts
    }

    fn group_columns(&self) -> Vec<Column> {
        match self.by {
            RecordsBy::Practice => Dimension::Practice.columns(),
            RecordsBy::Supplier => {
                vec![Column::new("supplier", "Supplier", Kind::Code).blank_as("patients files")]
            }
        }
    }

    fn group_cells(view: View<'_>, group: &RecordGroup) -> Vec<Cell> {
        match group {
            RecordGroup::Practice(place) => {
                let practice = view.scope.get(*place);
                vec![Cell::text(practice.code.as_str()), Cell::text(&practice.name)]
            }
            RecordGroup::Supplier(name) => vec![Cell::text(name)],
            RecordGroup::UnknownSupplier => vec![Cell::text(UNKNOWN_SUPPLIER)],
            RecordGroup::PatientsFile => vec![Cell::Null],
        }
    }

    /// What is wrong, by practice or supplier: groups with records.
    fn table(&self, view: View<'_>, counts: &RecordCounts) -> Table {
        let rows = counts.by_group.iter().map(|((fault, group), records)| {
            let kind = std::iter::once(Cell::text(fault.name()));
            kind.chain(Self::group_cells(view, group)).chain([Cell::Count(*records)]).collect()
        });
        let columns: Vec<Column> =
            std::iter::once(kind_column()).chain(self.group_columns()).chain([RECORDS]).collect();
        let keys = columns.len() - 1;
        let total = counts.by_group.values().sum();
        let totals = std::iter::repeat_n(Cell::Null, keys).chain([Cell::Count(total)]).collect();
        let (group, across) = match self.by {
            RecordsBy::Practice => ("practice_code", "What is wrong, and the practice"),
            RecordsBy::Supplier => ("supplier", "What is wrong, and the supplier"),
        };
        Table::new(TABLE, "Records to mend", columns, rows.collect()).with_totals(totals).with_chart(Chart {
            title: "Records to mend, by group",
            labels: vec!["kind", group],
            series: vec![RECORDS.key],
            across: across.to_owned(),
            up: "Records",
            style: ChartStyle::Clustered,
        })
    }

    /// Every kind, with what to do about it, whether there are records or not.
    fn kinds(rules: &QualityRules, counts: &RecordCounts) -> Table {
        let rows = rules.faults.iter().map(|rule| {
            let text = [rule.fault.name(), &rule.label].map(Cell::text);
            text.into_iter().chain([Cell::Count(counts.of(rule.fault)), Cell::text(&rule.what_to_do)]).collect()
        });
        let columns = vec![
            kind_column().dropped_in(DropOrder::First),
            Column::new("label", "What is wrong", Kind::Text).at_least(24).of_sentences(),
            RECORDS,
            Column::new(own_columns::WHAT_TO_DO, "What to do", Kind::Text).at_least(30).of_sentences(),
        ];
        let totals = vec![Cell::Null, Cell::Null, Cell::Count(counts.by_kind.values().sum()), Cell::Null];
        Table::new(KINDS, "What to do about them", columns, rows.collect()).with_totals(totals).with_chart(Chart {
            title: "Records to mend",
            labels: vec!["label"],
            series: vec![RECORDS.key],
            across: "What is wrong".to_owned(),
            up: "Records",
            style: ChartStyle::Clustered,
        })
    }
}

/// Records, counted.
#[derive(Default)]
struct RecordCounts {
    by_group: BTreeMap<(RecordFault, RecordGroup), u64>,
    by_kind: BTreeMap<RecordFault, u64>,
}

impl RecordCounts {
    fn of(&self, fault: RecordFault) -> u64 {
        self.by_kind.get(&fault).copied().unwrap_or(0)
    }

    /// Of each kind, the rows of the first table add up to the row of the second.
    fn constraints(&self, rules: &QualityRules) -> Vec<Constraint> {
        let place = |table, row, column| Place { table, row, column };
        let of_kind = |(row, rule): (usize, &crate::rules::FaultRule)| {
            let kinds = self.by_group.keys().enumerate().filter(|(_, (fault, _))| *fault == rule.fault);
            Constraint::Places {
                left: kinds.map(|(row, _)| place(TABLE, Some(row), RECORDS.key)).collect(),
                right: vec![place(KINDS, Some(row), RECORDS.key)],
                exact: true,
            }
        };
        let both = Constraint::Places {
            left: vec![place(TABLE, None, RECORDS.key)],
            right: vec![place(KINDS, None, RECORDS.key)],
            exact: true,
        };
        rules.faults.iter().enumerate().map(of_kind).chain([both]).collect()
    }
}

impl ListableReport for Quality {
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        let rules = &view.population.rules.quality;
        let counts = self.count(view);
        let kinds = Self::kinds(rules, &counts);
        let in_kinds = kinds.counted(RECORDS.key)?;
        let table = self.table(view, &counts);
        let in_groups = table.counted(RECORDS.key)?;
        if in_kinds == in_groups {
            Ok(vec![table, kinds.with_constraints(counts.constraints(rules))])
        } else {
            Err(Unreconciled(format!("the kinds hold {in_kinds} records of {in_groups}")))
        }
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((Self::kinds(&view.population.rules.quality, &self.count(view)), RECORDS.key))
    }

    /// A kind is a row of the table, not a column.
    fn status_count(&self, table: &Table, column: StatusColumn) -> Result<u64, Unreconciled> {
        let is_row = |row: &Vec<Cell>| row.first() == Some(&Cell::text(column.status.word()));
        let row = table.rows.iter().position(is_row);
        let none = || Unreconciled(format!("the table {} has no row of {}", table.name, column.key));
        table.counted_in(row.ok_or_else(none)?, RECORDS.key)
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        let column = |fault: &RecordFault| StatusColumn { status: (*fault).into(), key: fault.name() };
        RecordFault::ALL.iter().map(column).collect()
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        vec![CountColumn::everybody(TABLE, RECORDS.key)]
    }

    fn line<'a>(&self, _: View<'a>, _: &'a Assessment) -> Option<ListLine<'a>> {
        None
    }

    /// A line for each record of the person.
    fn lines<'a>(&self, view: View<'a>, assessment: &'a Assessment, lines: &mut Vec<ListLine<'a>>) {
        let line = |record: RecordToMend| ListLine {
            assessment,
            status: record.fault.into(),
            due: None,
            days_overdue: None,
            record: Some(record),
        };
        lines.extend(self.records(view, assessment).into_iter().map(line));
    }

    fn supplier_of(&self, record: &RecordToMend) -> Option<&str> {
        record.order.map(|order| self.supplier(order).unwrap_or(UNKNOWN_SUPPLIER))
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Status,
            C::Wrong,
            C::EventDate,
            C::Code,
            C::Supplier,
            C::WhatToDo,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Course
    }
}
