//! Line lists: the people whom a report counts, one row each.
//!
//! A list is as long as its count: the report's table is made as well, and the
//! two are compared on every run.

mod cells;
mod columns;

use chrono::NaiveDate;

use super::counting::{CountColumn, ListChoice, StatusColumn, View};
use super::model::Table;
use crate::classify::{Assessment, DaysOverdue, ListStatus, Question, RecordToMend, Verdict};
use crate::domain::Unreconciled;

pub use cells::list_table;
pub use columns::ListColumn;

/// A person of a list.
#[derive(Debug, Clone, Copy)]
pub struct ListLine<'a> {
    /// The person.
    pub assessment: &'a Assessment,
    /// Where the person stands.
    pub status: ListStatus,
    /// When the dose is, or was, due.
    pub due: Option<NaiveDate>,
    /// Days overdue; `None` where the question does not arise.
    pub days_overdue: Option<i64>,
    /// The record that is to be mended, where the list is of records.
    pub record: Option<RecordToMend>,
}

impl<'a> ListLine<'a> {
    /// A line with the status and the dates of a verdict.
    pub fn of<S: Copy + Into<ListStatus>>(assessment: &'a Assessment, verdict: &Verdict<S>) -> Self {
        Self {
            assessment,
            status: verdict.status.into(),
            due: verdict.due,
            days_overdue: verdict.days_overdue.map(DaysOverdue::days),
            record: None,
        }
    }

    /// A line with the course status and no date.
    #[must_use]
    pub fn of_course(assessment: &'a Assessment) -> Self {
        Self { assessment, status: assessment.course.status.into(), due: None, days_overdue: None, record: None }
    }
}

/// A report whose people can be listed.
pub trait ListableReport {
    /// The tables of the report: the one that counts the people, unless there
    /// are more.
    ///
    /// # Errors
    /// When a table does not add up: a fault of the program.
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        self.counts(view).map(|(table, _)| vec![table])
    }

    /// The table that counts the people of the list by status, and its column
    /// of all of them.
    ///
    /// # Errors
    /// When the table does not add up: a fault of the program.
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled>;

    /// The tables that count the people of the list alone, where the report
    /// counts others as well.
    ///
    /// # Errors
    /// When a table does not add up: a fault of the program.
    fn tables_of_list(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        self.tables(view)
    }

    /// The people who are no patients of the population, and are counted all the same.
    fn leavers<'a>(&'a self, _: View<'a>) -> Vec<&'a Assessment> {
        Vec::new()
    }

    /// Whom the list names where no status is chosen; everybody where it is empty.
    fn listed_without_status(&self) -> Vec<ListChoice> {
        Vec::new()
    }

    /// The statuses, in the order of the report.
    fn statuses(&self) -> Vec<StatusColumn>;

    /// The other columns that count people of the list. Their words come before
    /// those of statuses.
    fn other_counts(&self) -> Vec<CountColumn>;

    /// The line of a person; `None` where the report does not count the person.
    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>>;

    /// The lines of a person, where there may be several: of records.
    fn lines<'a>(&self, view: View<'a>, assessment: &'a Assessment, lines: &mut Vec<ListLine<'a>>) {
        lines.extend(self.line(view, assessment));
    }

    /// How many lines a status has by the table of [`ListableReport::counts`].
    ///
    /// # Errors
    /// When the table does not say: a fault of the program.
    fn status_count(&self, table: &Table, column: StatusColumn) -> Result<u64, Unreconciled> {
        table.counted(column.key)
    }

    /// Who sent a record that is an event.
    fn supplier_of(&self, _: &RecordToMend) -> Option<&str> {
        None
    }

    /// The columns of the list where none are chosen.
    fn columns(&self) -> Vec<ListColumn>;

    /// The question that the column `reason` answers.
    fn question(&self) -> Question<'_>;
}

/// The people of a report who are meant by one of these words, all where none
/// is given: by practice, then most overdue, then NHS number.
///
/// # Errors
/// When the list is not as long as the count in the report's table: a fault of
/// the program.
pub fn list_lines<'a>(
    view: View<'a>,
    report: &'a dyn ListableReport,
    chosen: &[ListChoice],
) -> Result<Vec<ListLine<'a>>, Unreconciled> {
    let people = view.people().chain(report.leavers(view));
    let mut lines: Vec<ListLine<'a>> = Vec::new();
    people.for_each(|assessment| report.lines(view, assessment, &mut lines));
    check_lengths(view, report, &lines, chosen)?;
    let is_meant = |line: &ListLine<'_>| chosen.iter().any(|counted| counted.holds(view, line.assessment, line.status));
    lines.retain(|line| chosen.is_empty() || is_meant(line));
    lines.sort_by_key(|line| {
        let person = &line.assessment.person;
        let overdue = std::cmp::Reverse(line.days_overdue);
        (person.practice, line.days_overdue.is_none(), overdue, person.nhs_number)
    });
    Ok(lines)
}

/// Checks that the people meant by each word, or all, are as many as the table
/// counts. A column is looked up by its table and key.
fn check_lengths(
    view: View<'_>,
    report: &dyn ListableReport,
    lines: &[ListLine<'_>],
    chosen: &[ListChoice],
) -> Result<(), Unreconciled> {
    let (table, whole) = report.counts(view)?;
    let same = |listed: usize, counted: u64| {
        if u64::try_from(listed).ok() == Some(counted) {
            Ok(())
        } else {
            Err(Unreconciled(format!("the list has {listed} lines, its table counts {counted}")))
        }
    };
    if chosen.is_empty() {
        return same(lines.len(), table.counted(whole)?);
    }
    let statuses = report.statuses();
    let beside = chosen.iter().any(|counted| matches!(counted, ListChoice::Column(_)));
    let tables = if beside { report.tables_of_list(view)? } else { Vec::new() };
    for counted in chosen {
        let meant = lines.iter().filter(|line| counted.holds(view, line.assessment, line.status)).count();
        match counted {
            ListChoice::Status(status) => {
                let of_status = statuses.iter().filter(|column| column.status == *status);
                let counts = of_status.map(|column| report.status_count(&table, *column));
                same(meant, counts.sum::<Result<u64, Unreconciled>>()?)?;
            }
            ListChoice::Column(column) => {
                let found = tables.iter().find(|table| table.name == column.table);
                let found = found.ok_or_else(|| Unreconciled(format!("there is no table {}", column.table)))?;
                let count =
                    column.row.map_or_else(|| found.counted(column.key), |row| found.counted_in(row, column.key));
                same(meant, count?)?;
            }
        }
    }
    Ok(())
}
