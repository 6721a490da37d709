//! Line lists: the people whom a report counts, one row each.
//!
//! A list is as long as its count: the report's table is made as well, and the
//! two are compared on every run.

mod cells;
mod columns;

use chrono::NaiveDate;

use super::counting::View;
use super::model::Table;
use crate::classify::{Assessment, DaysOverdue, Question, StatusWord, Verdict};
use crate::domain::Unreconciled;

pub use cells::list_table;
pub use columns::ListColumn;

/// A status of a list, and the column of the report's table that counts the
/// people who have it.
pub type Rung = (&'static str, &'static str);

/// A person of a list.
#[derive(Debug, Clone, Copy)]
pub struct ListLine<'a> {
    /// The person.
    pub assessment: &'a Assessment,
    /// Where the person stands.
    pub status: &'static str,
    /// When the dose is, or was, due.
    pub due: Option<NaiveDate>,
    /// Days overdue; `None` where the question does not arise.
    pub days_overdue: Option<i64>,
}

impl<'a> ListLine<'a> {
    /// A line with the status and the dates of a verdict.
    pub fn of<S: StatusWord>(assessment: &'a Assessment, verdict: &Verdict<S>) -> Self {
        Self {
            assessment,
            status: verdict.status.word(),
            due: verdict.due,
            days_overdue: verdict.days_overdue.map(DaysOverdue::days),
        }
    }

    /// A line with the course status and no date.
    #[must_use]
    pub fn of_course(assessment: &'a Assessment) -> Self {
        Self { assessment, status: assessment.course.status.word(), due: None, days_overdue: None }
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

    /// The statuses, in the order of the report.
    fn rungs(&self) -> Vec<Rung>;

    /// The line of a person; `None` where the report does not count the person.
    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>>;

    /// The columns of the list where none are chosen.
    fn columns(&self) -> Vec<ListColumn>;

    /// The question that the column `reason` answers.
    fn question(&self) -> Question<'_>;
}

/// The people of a report with one of these statuses, all where none is given:
/// by practice, then most overdue, then NHS number.
///
/// # Errors
/// When the list is not as long as the count in the report's table: a fault of
/// the program.
pub fn list_lines<'a>(
    view: View<'a>,
    report: &dyn ListableReport,
    statuses: &[String],
) -> Result<Vec<ListLine<'a>>, Unreconciled> {
    let mut lines: Vec<ListLine<'a>> = view
        .people()
        .filter_map(|assessment| report.line(view, assessment))
        .filter(|line| statuses.is_empty() || statuses.iter().any(|status| status == line.status))
        .collect();
    lines.sort_by_key(|line| {
        let person = &line.assessment.person;
        let overdue = std::cmp::Reverse(line.days_overdue);
        (person.practice, line.days_overdue.is_none(), overdue, person.nhs_number)
    });
    let (table, whole) = report.counts(view)?;
    let rungs = report.rungs();
    let counted: u64 = if statuses.is_empty() {
        table.total(whole).unwrap_or(0)
    } else {
        let chosen = rungs.iter().filter(|(word, _)| statuses.iter().any(|status| status == word));
        chosen.map(|(_, key)| table.total(key).unwrap_or(0)).sum()
    };
    if u64::try_from(lines.len()).ok() == Some(counted) {
        Ok(lines)
    } else {
        Err(Unreconciled(format!("the list holds {} people, its table counts {counted}", lines.len())))
    }
}
