//! `vaxdash immunosuppressed`: third primary doses of the immunosuppressed, by
//! practice, with the boosters and campaign doses they are due.

use super::counting::{
    Axis, CountColumn, Dimension, Groups, Rows, StatusColumn, Tally, View, check_sums, ladder, rungs,
};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, Kind, Table};
use super::uptake::{across, labels};
use crate::classify::{Assessment, Question, ThirdPrimaryStatus, WhenDue};
use crate::domain::{Unreconciled, own_columns};

/// The immunosuppressed of 12 and over.
pub struct Immunosuppressed;

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count);

/// The statuses, which are exclusive and add up.
const LADDER: [(ThirdPrimaryStatus, Column); 6] = ladder!(
    ThirdPrimaryStatus,
    [
        (
            EarlierDosesNotRecorded,
            Column::new(own_columns::EARLIER_DOSES_NOT_RECORDED, "Earlier doses not recorded", Kind::Count)
                .or_short("Earlier\nunknown"),
        ),
        (
            PrimaryIncomplete,
            Column::new("primary_incomplete", "Primary incomplete", Kind::Count).or_short("Primary\nincompl."),
        ),
        (Given, Column::new("third_primary_given", "Third primary given", Kind::Count).or_short("Third\ngiven"),),
        (Due, Column::new(own_columns::THIRD_PRIMARY_DUE, "Third primary due", Kind::Count).or_short("Third\ndue")),
        (
            NotYetDue,
            Column::new("third_primary_not_yet_due", "Third primary not yet due", Kind::Count)
                .or_short("Third\nnot yet"),
        ),
        (Closed, Column::new("third_primary_closed", "Third primary closed", Kind::Count).or_short("Third\nclosed"),),
    ]
);

#[derive(Default)]
struct ImmunosuppressedCounts {
    tally: Tally<6>,
    /// In the order of [`DUE`].
    due: [u64; 2],
}

/// What else people are due.
const DUE: [CountColumn; 2] = [
    CountColumn::new("immunosuppressed", own_columns::BOOSTER_DUE, |_, assessment| {
        assessment.booster.status.when_due() == Some(WhenDue::Now)
    }),
    CountColumn::new("immunosuppressed", own_columns::CAMPAIGN_DUE, is_due_in_campaign),
];

impl Immunosuppressed {
    fn table(view: View<'_>) -> Result<Table, Unreconciled> {
        let axes = Axis::all(&[Dimension::Practice], view.scope, None);
        let add = |counts: &mut ImmunosuppressedCounts, assessment: &Assessment| {
            let Some(verdict) = assessment.third_primary else { return };
            counts.tally.add(&LADDER, verdict.status);
            for (count, counted) in counts.due.iter_mut().zip(DUE) {
                *count += u64::from((counted.counts)(view, assessment));
            }
        };
        let groups = Groups::count(view, &axes, Rows::Usual, view.people(), add)?;
        let due = [
            Column::new(own_columns::BOOSTER_DUE, "Booster due", Kind::Count).or_short("Booster\ndue"),
            Column::new(own_columns::CAMPAIGN_DUE, "Campaign due", Kind::Count).or_short("Campaign\ndue"),
        ];
        let columns = std::iter::once(WHOLE).chain(rungs(&LADDER)).chain(due);
        let table = groups.table("immunosuppressed", "Immunosuppressed, 12 and over", columns, |counts| {
            let mut cells = counts.tally.cells();
            cells.extend(counts.due.map(Cell::Count));
            cells
        });
        let parts = LADDER.map(|(_, column)| column.key);
        check_sums(&table, WHOLE.key, &parts)?;
        let within = ["booster_due", "campaign_due"].map(|due| Constraint::within(due, WHOLE.key));
        let table = table.with_constraints([Constraint::sum(WHOLE.key, parts)]).with_constraints(within);
        Ok(table.with_chart(Chart {
            title: "Third primary doses",
            labels: labels(&[Dimension::Practice]),
            series: parts.to_vec(),
            across: across(&[Dimension::Practice]),
            up: "Patients",
            style: ChartStyle::Stacked,
        }))
    }
}

/// Whether the person is eligible in the campaign open as at.
fn is_due_in_campaign(view: View<'_>, assessment: &Assessment) -> bool {
    view.in_open_campaign(assessment).is_some_and(|verdict| verdict.status.when_due() == Some(WhenDue::Now))
}

impl ListableReport for Immunosuppressed {
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((Self::table(view)?, WHOLE.key))
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        std::iter::once(CountColumn::everybody("immunosuppressed", WHOLE.key)).chain(DUE).collect()
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
            C::ContraindicatedDate,
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
