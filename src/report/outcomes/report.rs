//! The report as a whole: its tables, its list, and what the reader must know.

use super::contacted::Contacted;
use super::counts::{LADDER, WHOLE};
use super::tables;
use crate::classify::{Assessment, OutcomeStatus, Population, Question};
use crate::domain::{Person, Unreconciled};
use crate::report::contact_log::ContactLog;
use crate::report::counting::{CountColumn, ListChoice, StatusColumn, View};
use crate::report::line_list::{ListColumn, ListLine, ListableReport};
use crate::report::model::Table;

/// What became of the people of a log.
#[derive(Default)]
pub struct Outcomes(Contacted);

impl Outcomes {
    /// What became of the people of a log; `people` are all of the data.
    #[must_use]
    pub fn new(log: ContactLog, population: &Population<'_>, people: &[Person]) -> Self {
        Self(Contacted::new(log, population, people))
    }

    /// The log.
    #[must_use]
    pub const fn log(&self) -> &ContactLog {
        &self.0.log
    }

    /// What the reader must know; numbers of people and rows only where figures
    /// are exact.
    #[must_use]
    pub fn notes(&self, view: View<'_>, is_exact: bool) -> Vec<String> {
        let count = |number: usize, one: &str, many: &str, rest: &str| {
            (number > 0).then(|| match (is_exact, number) {
                (false, _) => format!("Some {many} {rest}"),
                (true, 1) => format!("1 {one} {rest}"),
                (true, number) => format!("{number} {many} {rest}"),
            })
        };
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let absent = if self.0.absent_and_counted(view).is_empty() {
            "of the log not in the data: left out, for the filters choose by what is known of people."
        } else {
            "of the log not in the data: counted as left or died, of a practice that is not known."
        };
        let order = "The first that applies counts: vaccinated, declined, contraindicated (each on the day of the contact or \
                     since), left or died, still due. Nothing that is recorded of people who left or died is counted.";
        let rest = [
            count(
                self.0.log.undated(),
                "contact",
                "contacts",
                "without a date that can be read: still due, unless left or died.",
            ),
            count(self.0.absent().len(), "person", "people", absent),
            count(size(self.0.log.later), "contact", "contacts", "after the date of the report: left out."),
            count(
                size(self.0.log.unreadable),
                "row",
                "rows",
                "of the log without an NHS number that can be read: left out.",
            ),
        ];
        std::iter::once(order.to_owned()).chain(rest.into_iter().flatten()).collect()
    }
}

impl ListableReport for Outcomes {
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        tables::all(&self.0, view)
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((tables::people(&self.0, view, &[])?, WHOLE.key))
    }

    fn tables_of_list(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        // Whoever is not in the data cannot be named.
        self.counts(view).map(|(table, _)| vec![table])
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        vec![CountColumn::everybody("people", WHOLE.key)]
    }

    fn listed_without_status(&self) -> Vec<ListChoice> {
        vec![ListChoice::Status(OutcomeStatus::StillDue.into())]
    }

    fn leavers<'a>(&'a self, view: View<'a>) -> Vec<&'a Assessment> {
        self.0.leavers(view).collect()
    }

    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        let latest = self.0.log.latest(assessment.person.nhs_number)?;
        let status = OutcomeStatus::since(latest.as_at, assessment, view.doses(assessment));
        Some(ListLine { assessment, status: status.into(), due: None, days_overdue: None, record: None })
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Target,
            C::Round,
            C::Invited,
            C::LastInvited,
            C::Status,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Course
    }
}
