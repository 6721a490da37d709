//! `vaxdash immunosuppressed`: third primary doses of the immunosuppressed, by
//! practice, with the boosters and campaign doses they are due.

use super::counting::{Axis, Dimension, Groups, Rows, Tally, View, check_sums, rungs};
use super::line_list::{ListColumn, ListLine, ListableReport, Rung};
use super::model::{Cell, Column, Constraint, Kind, Table};
use crate::classify::{Assessment, BoosterStatus, CampaignStatus, Question};
use crate::domain::Unreconciled;

/// The immunosuppressed of 12 and over.
pub struct Immunosuppressed;

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count);

/// The statuses, which are exclusive and add up.
const RUNGS: [(&str, Column); 6] = [
    (
        "earlier-doses-not-recorded",
        Column::new("earlier_doses_not_recorded", "Earlier doses not recorded", Kind::Count)
            .or_short("Earlier\nunknown"),
    ),
    (
        "primary-incomplete",
        Column::new("primary_incomplete", "Primary incomplete", Kind::Count).or_short("Primary\nincompl."),
    ),
    (
        "third-primary-given",
        Column::new("third_primary_given", "Third primary given", Kind::Count).or_short("Third\ngiven"),
    ),
    ("third-primary-due", Column::new("third_primary_due", "Third primary due", Kind::Count).or_short("Third\ndue")),
    (
        "third-primary-not-yet-due",
        Column::new("third_primary_not_yet_due", "Third primary not yet due", Kind::Count).or_short("Third\nnot yet"),
    ),
    (
        "third-primary-closed",
        Column::new("third_primary_closed", "Third primary closed", Kind::Count).or_short("Third\nclosed"),
    ),
];

#[derive(Default)]
struct Counts {
    tally: Tally<6>,
    booster_due: u64,
    campaign_due: u64,
}

impl Immunosuppressed {
    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let axes = Axis::all(&[Dimension::Practice], view.scope, None);
        let add = |counts: &mut Counts, assessment: &Assessment| {
            let Some(line) = self.line(view, assessment) else { return };
            counts.tally.add(&RUNGS, line.status);
            counts.booster_due += u64::from(assessment.booster.status == BoosterStatus::Eligible);
            counts.campaign_due += u64::from(is_due_in_campaign(view, assessment));
        };
        let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
        let due = [
            Column::new("booster_due", "Booster due", Kind::Count).or_short("Booster\ndue"),
            Column::new("campaign_due", "Campaign due", Kind::Count).or_short("Campaign\ndue"),
        ];
        let columns = std::iter::once(WHOLE).chain(RUNGS.map(|(_, column)| column)).chain(due);
        let table = groups.table("immunosuppressed", "Immunosuppressed, 12 and over", columns, |counts| {
            let mut cells = counts.tally.cells();
            cells.extend([Cell::Count(counts.booster_due), Cell::Count(counts.campaign_due)]);
            cells
        });
        let parts = RUNGS.map(|(_, column)| column.key);
        check_sums(&table, WHOLE.key, &parts)?;
        let within = ["booster_due", "campaign_due"].map(|due| Constraint::within(due, WHOLE.key));
        Ok(table.with_constraints([Constraint::sum(WHOLE.key, parts)]).with_constraints(within))
    }
}

/// Whether the person is eligible in the campaign open as at.
fn is_due_in_campaign(view: View<'_>, assessment: &Assessment) -> bool {
    view.in_open_campaign(assessment).is_some_and(|verdict| verdict.status == CampaignStatus::Eligible)
}

impl ListableReport for Immunosuppressed {
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn rungs(&self) -> Vec<Rung> {
        rungs(&RUNGS)
    }

    fn line<'a>(&self, _: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        assessment.third_primary.as_ref().map(|verdict| ListLine::of(assessment, verdict))
    }

    fn columns(&self) -> Vec<ListColumn> {
        use ListColumn as C;
        vec![
            C::PracticeCode,
            C::NhsNumber,
            C::Title,
            C::Forename,
            C::Surname,
            C::DateOfBirth,
            C::Status,
            C::DueDate,
            C::DaysOverdue,
            C::Doses,
            C::FirstDoseDate,
            C::FirstDoseBrand,
            C::SecondDoseDate,
            C::SecondDoseBrand,
            C::ThirdPrimaryDate,
            C::ThirdPrimaryDue,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::Boosters,
            C::BoosterDue,
            C::CampaignDue,
            C::Mobile,
            C::Telephone,
            C::Email,
            C::Address,
            C::Postcode,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::ThirdPrimary
    }
}
