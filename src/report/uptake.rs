//! `vaxdash uptake`: who has had what, by practice or any other group.

use super::calendar::{DaySpan, days_before};
use super::counting::{
    Axis, Dimension, Groups, Rows, ShareColumns, ShareDetail, Tally, View, check_sums, ladder, rungs, share_cells,
};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DayFigures, Kind, Table};
use crate::classify::{Assessment, CampaignStatus, CourseStatus, campaign_verdict, group_of};
use crate::domain::{Unreconciled, own_columns};
use crate::rules::Campaign;

/// What is asked for.
pub struct Uptake<'a> {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
    /// The course status ladder instead of doses.
    pub detail: bool,
    /// A campaign whose columns are added.
    pub campaign: Option<&'a Campaign>,
    /// What stands beside each percentage.
    pub shown: ShareDetail,
}

/// The counts of one group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct UptakeCounts {
    pub(super) patients: u64,
    first_dose: u64,
    primary_complete: u64,
    booster: u64,
    last_7_days: u64,
    /// By course status, in the order of [`LADDER`].
    statuses: Tally<6>,
    members: u64,
    vaccinated: u64,
}

/// The columns of `--detail`, in order, with the status each counts.
pub(super) const LADDER: [(CourseStatus, Column); 6] = ladder!(
    CourseStatus,
    [
        (Unvaccinated, Column::new("unvaccinated", "Unvaccinated", Kind::Count).or_short("Unvac-\ncinated")),
        (Declined, Column::new("declined", "Declined", Kind::Count)),
        (
            FirstDoseOnly,
            Column::new(own_columns::FIRST_DOSE_ONLY, "First dose only", Kind::Count).or_short("First\nonly"),
        ),
        (
            PrimaryComplete,
            Column::new("primary_complete_only", "Primary course only", Kind::Count).or_short("Primary\nonly"),
        ),
        (ThirdPrimary, Column::new("third_primary_only", "Third primary only", Kind::Count).or_short("Third\nprimary"),),
        (Boosted, Column::new(own_columns::BOOSTED, "Boosted", Kind::Count)),
    ]
);

impl Uptake<'_> {
    /// The table.
    ///
    /// # Errors
    /// When it does not add up: a fault of the program.
    pub fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let axes = Axis::all(&self.by, view.scope, None);
        let groups =
            Groups::count(view, &axes, Rows::Usual, view.people(), |counts: &mut UptakeCounts, assessment| {
                counts.add(assessment, view, self.campaign);
            })?;
        if self.detail {
            let table = groups.table("detail", "Course status", value_columns(self), |counts| counts.cells(self));
            let parts = LADDER.map(|(_, column)| column.key);
            check_sums(&table, "patients", &parts)?;
            let constraints = [Constraint::sum("patients", parts)]
                .into_iter()
                .chain(self.campaign.iter().flat_map(|_| CAMPAIGN_CONSTRAINTS));
            return Ok(table.with_constraints(constraints).with_chart(Chart {
                title: "Course status",
                labels: labels(&self.by),
                series: LADDER.map(|(_, column)| column.key).to_vec(),
                across: across(&self.by),
                up: "Patients",
                style: ChartStyle::Stacked,
            }));
        }
        let table = groups.table("uptake", "Uptake", value_columns(self), |counts| counts.cells(self));
        check_sums(&table, "patients", &["patients"])?;
        let dosed = self.campaign.map(|_| Constraint::within("campaign_vaccinated", "first_dose"));
        let constraints =
            DOSE_CONSTRAINTS.into_iter().chain(self.campaign.iter().flat_map(|_| CAMPAIGN_CONSTRAINTS)).chain(dosed);
        let as_at = view.population.as_at;
        let days = DaySpan { from: days_before(as_at, 6), to: as_at };
        let days = DayFigures { row: None, columns: vec!["doses_last_7_days"], days };
        Ok(table.with_constraints(constraints).with_days([days]).with_chart(Chart {
            title: "Uptake, % of patients",
            labels: labels(&self.by),
            series: vec!["first_dose_pct", "primary_complete_pct", "booster_pct"],
            across: across(&self.by),
            up: "% of patients",
            style: ChartStyle::Clustered,
        }))
    }
}

impl UptakeCounts {
    pub(super) fn add(&mut self, assessment: &Assessment, view: View<'_>, campaign: Option<&Campaign>) {
        let doses = view.doses(assessment);
        let as_at = view.population.as_at;
        let week_before = days_before(as_at, 6);
        self.patients += 1;
        self.first_dose += u64::from(!doses.is_empty());
        self.primary_complete += u64::from(assessment.course.primary_complete);
        self.booster += u64::from(assessment.course.boosters > 0);
        let recent = doses.iter().filter(|dose| (week_before..=as_at).contains(&dose.date)).count();
        self.last_7_days += u64::try_from(recent).unwrap_or(0);
        self.statuses.add(&LADDER, assessment.course.status);
        if let Some(campaign) = campaign.filter(|campaign| group_of(&assessment.person, campaign).is_some()) {
            let verdict = campaign_verdict(campaign, assessment, doses, as_at);
            self.members += 1;
            self.vaccinated += match verdict.status {
                CampaignStatus::Vaccinated => 1,
                CampaignStatus::PrimaryFirst
                | CampaignStatus::Missed
                | CampaignStatus::TooSoon
                | CampaignStatus::Pending
                | CampaignStatus::Eligible => 0,
            };
        }
    }

    /// Doses and percentages, from `first_dose` to `doses_last_7_days`.
    pub(super) fn dose_cells(&self, shown: ShareDetail) -> Vec<Cell> {
        let parts = [self.first_dose, self.primary_complete, self.booster];
        let cells = parts
            .into_iter()
            .flat_map(|part| std::iter::once(Cell::Count(part)).chain(share_cells(part, self.patients, shown)));
        cells.chain([Cell::Count(self.last_7_days)]).collect()
    }

    fn cells(&self, query: &Uptake<'_>) -> Vec<Cell> {
        let mut cells = if query.detail { self.statuses.cells() } else { vec![Cell::Count(self.patients)] };
        if !query.detail {
            cells.extend(self.dose_cells(query.shown));
        }
        if query.campaign.is_some() {
            cells.extend([Cell::Count(self.members), Cell::Count(self.vaccinated)]);
            cells.extend(share_cells(self.vaccinated, self.members, query.shown));
        }
        cells
    }
}

/// The keys of the columns that name a group.
pub(super) fn labels(by: &[Dimension]) -> Vec<&'static str> {
    by.iter().flat_map(|dimension| dimension.columns()).map(|column| column.key).collect()
}

/// What the groups are, in words.
pub(super) fn across(by: &[Dimension]) -> String {
    let words = by.iter().filter_map(|dimension| dimension.columns().first().map(|column| column.label));
    words.collect::<Vec<_>>().join(", ")
}

/// The columns of [`UptakeCounts::dose_cells`].
pub(super) fn dose_columns(shown: ShareDetail) -> Vec<Column> {
    let mut columns = Vec::new();
    for (dose, share) in DOSES {
        columns.push(dose);
        columns.extend(share.columns(shown));
    }
    columns.push(Column::new("doses_last_7_days", "Doses, last 7 days", Kind::Count).or_short("Last 7\ndays"));
    columns
}

/// Each dose with its share of the patients.
const DOSES: [(Column, ShareColumns); 3] = [
    (
        Column::new("first_dose", "First dose", Kind::Count).or_short("First\ndose"),
        ShareColumns::new(
            ("first_dose", "patients"),
            [own_columns::FIRST_DOSE_PCT, "first_dose_pct_low", "first_dose_pct_high", "first_dose_needed"],
            ["First dose %", "First dose %, low", "First dose %, high", "First dose, needed"],
        ),
    ),
    (
        Column::new("primary_complete", "Primary course", Kind::Count).or_short("Primary\ncourse"),
        ShareColumns::new(
            ("primary_complete", "patients"),
            [
                "primary_complete_pct",
                "primary_complete_pct_low",
                "primary_complete_pct_high",
                "primary_complete_needed",
            ],
            ["Primary course %", "Primary course %, low", "Primary course %, high", "Primary course, needed"],
        ),
    ),
    (
        Column::new("booster", "Booster", Kind::Count),
        ShareColumns::new(
            ("booster", "patients"),
            ["booster_pct", "booster_pct_low", "booster_pct_high", "booster_needed"],
            ["Booster %", "Booster %, low", "Booster %, high", "Booster, needed"],
        ),
    ),
];

/// How the columns of [`UptakeCounts::dose_cells`] hang together: nobody has a later
/// dose without an earlier one, and nobody two counted doses in seven days.
pub(super) const DOSE_CONSTRAINTS: [Constraint; 4] = [
    Constraint::within("first_dose", "patients"),
    Constraint::within("primary_complete", "first_dose"),
    Constraint::within("booster", "primary_complete"),
    Constraint::within("doses_last_7_days", "first_dose"),
];

/// How the columns of a campaign hang together.
const CAMPAIGN_CONSTRAINTS: [Constraint; 2] =
    [Constraint::within("campaign_group", "patients"), Constraint::within("campaign_vaccinated", "campaign_group")];

fn value_columns(query: &Uptake<'_>) -> Vec<Column> {
    let mut columns = vec![Column::new("patients", "Patients", Kind::Count)];
    if query.detail {
        columns.extend(rungs(&LADDER));
    } else {
        columns.extend(dose_columns(query.shown));
    }
    if query.campaign.is_some() {
        columns.extend([
            Column::new("campaign_group", "In campaign", Kind::Count).or_short("In cam-\npaign"),
            Column::new("campaign_vaccinated", "Campaign dose", Kind::Count).or_short("Had its\ndose"),
        ]);
        let share = ShareColumns::new(
            ("campaign_vaccinated", "campaign_group"),
            [
                "campaign_vaccinated_pct",
                "campaign_vaccinated_pct_low",
                "campaign_vaccinated_pct_high",
                "campaign_vaccinated_needed",
            ],
            ["Campaign dose %", "Campaign dose %, low", "Campaign dose %, high", "Campaign dose, needed"],
        );
        columns.extend(share.columns(query.shown));
    }
    columns
}
