//! `vaxdash campaign`: a seasonal campaign, by practice and group.

use super::counting::{
    Axis, CountColumn, Dimension, Groups, Rows, ShareColumns, ShareDetail, StatusColumn, Tally, View, check_sums,
    ladder, rungs, share_cells,
};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Chart, ChartStyle, Column, Constraint, Kind, Place, Table};
use super::pace::Pace;
use super::uptake::{across, labels};
use crate::classify::{Assessment, CampaignStatus, Question, Verdict, campaign_verdict, group_of};
use crate::domain::{Unreconciled, own_columns};
use crate::rules;

/// What is asked for.
pub struct CampaignReport<'a> {
    /// The campaign.
    pub campaign: &'a rules::Campaign,
    /// The groups, in the order of the columns; empty for every practice and
    /// group of the campaign, whether or not anybody is in it.
    pub by: Vec<Dimension>,
    /// What stands beside the percentage.
    pub detail: ShareDetail,
    /// The campaign of the same season before.
    pub before: Option<&'a rules::Campaign>,
}

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count).or_short("Pat-\nients");

/// The statuses, which are exclusive and add up.
const LADDER: [(CampaignStatus, Column); 6] = ladder!(
    CampaignStatus,
    [
        (Vaccinated, Column::new("vaccinated", "Vaccinated", Kind::Count).or_short("Vaccin-\nated")),
        (PrimaryFirst, Column::new("primary_first", "Primary first", Kind::Count).or_short("Primary\nfirst"),),
        (Missed, Column::new("missed", "Missed", Kind::Count)),
        (TooSoon, Column::new("too_soon", "Too soon", Kind::Count).or_short("Too\nsoon")),
        (Pending, Column::new("pending", "Pending", Kind::Count).or_short("Pend-\ning")),
        (Eligible, Column::new("eligible", "Eligible", Kind::Count).or_short("Elig-\nible")),
    ]
);

impl CampaignReport<'_> {
    /// Where a member of the campaign's groups stands; `None` for everybody else.
    fn verdict(&self, view: View<'_>, assessment: &Assessment) -> Option<Verdict<CampaignStatus>> {
        group_of(&assessment.person, self.campaign)?;
        Some(campaign_verdict(self.campaign, assessment, view.doses(assessment), view.population.as_at))
    }

    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let every = [Dimension::Practice, Dimension::CampaignGroup];
        let (by, rows) = if self.by.is_empty() { (&every[..], Rows::Every) } else { (&self.by[..], Rows::Usual) };
        let axes = Axis::all(by, view.scope, Some(self.campaign));
        let members = view.people().filter(|assessment| group_of(&assessment.person, self.campaign).is_some());
        let add = |tally: &mut Tally<6>, assessment: &Assessment| {
            if let Some(verdict) = self.verdict(view, assessment) {
                tally.add(&LADDER, verdict.status);
            }
        };
        let groups = Groups::count(view, &axes, rows, members, add)?;
        let share = ShareColumns::new(
            ("vaccinated", WHOLE.key),
            [own_columns::VACCINATED_PCT, "vaccinated_pct_low", "vaccinated_pct_high", "needed"],
            ["Vaccinated %", "Vaccinated %, low", "Vaccinated %, high", "Needed for the target"],
        );
        let columns = std::iter::once(WHOLE).chain(rungs(&LADDER)).chain(share.columns(self.detail));
        let table = groups.table("campaign", &self.campaign.label, columns, |tally: &Tally<6>| {
            let vaccinated = tally.of(&LADDER, CampaignStatus::Vaccinated);
            let mut cells = tally.cells();
            cells.extend(share_cells(vaccinated, tally.whole, self.detail));
            cells
        });
        let parts = LADDER.map(|(_, column)| column.key);
        check_sums(&table, WHOLE.key, &parts)?;
        Ok(table.with_constraints([Constraint::sum(WHOLE.key, parts)]).with_chart(Chart {
            title: "Vaccinated in the campaign, % of its patients",
            labels: labels(by).into_iter().filter(|key| *key != "practice_name").collect(),
            series: vec!["vaccinated_pct"],
            across: across(by),
            up: "% of patients",
            style: ChartStyle::Clustered,
        }))
    }
}

impl CampaignReport<'_> {
    fn pace(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let by = if self.by.is_empty() { vec![Dimension::CampaignGroup] } else { self.by.clone() };
        let Self { campaign, before, detail, .. } = *self;
        Pace { campaign, before, by, target: detail.target }.table(view)
    }

    /// Both tables, which count the same people.
    fn with_pace(&self, view: View<'_>) -> Result<[Table; 2], Unreconciled> {
        let (table, pace) = (self.table(view)?, self.pace(view)?);
        let groups = if self.by.is_empty() { self.campaign.groups.len() } else { table.rows.len() };
        let same = (0..pace.rows.len()).map(Some).chain([None]).flat_map(|row| {
            // Of practices and groups, those of one group; else each row is one of the other table.
            let own: Vec<Option<usize>> = match row {
                Some(group) => (group..table.rows.len()).step_by(groups.max(1)).map(Some).collect(),
                None => vec![None],
            };
            ["patients", "vaccinated"].map(|column| Constraint::Places {
                left: own.iter().map(|row| Place { table: "campaign", row: *row, column }).collect(),
                right: vec![Place { table: "pace", row, column }],
                exact: true,
            })
        });
        let same: Vec<Constraint> = same.collect();
        Ok([table, pace.with_constraints(same)])
    }
}

impl ListableReport for CampaignReport<'_> {
    /// Pace is for whoever has a target, or a campaign before to be beside.
    fn tables(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        if self.detail.target.is_some() || self.before.is_some() {
            self.with_pace(view).map(Vec::from)
        } else {
            Ok(vec![self.table(view)?])
        }
    }

    fn tables_of_list(&self, view: View<'_>) -> Result<Vec<Table>, Unreconciled> {
        self.with_pace(view).map(Vec::from)
    }

    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
    }

    fn other_counts(&self) -> Vec<CountColumn> {
        vec![CountColumn::everybody("campaign", WHOLE.key), CountColumn::lately("pace", "last_7_days", self.campaign)]
    }

    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        self.verdict(view, assessment).map(|verdict| ListLine::of(assessment, &verdict))
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
            C::DueDate,
            C::DaysOverdue,
            C::LastDoseDate,
            C::LastDoseBrand,
            C::Housebound,
            C::ContraindicatedDate,
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Campaign(self.campaign)
    }
}
