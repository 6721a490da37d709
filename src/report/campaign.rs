//! `vaxdash campaign`: a seasonal campaign, by practice and group.

use super::counting::{Axis, Dimension, Groups, Rows, Tally, View, check_sums, rungs};
use super::line_list::{ListColumn, ListLine, ListableReport, Rung};
use super::model::{Cell, Chart, ChartStyle, Column, Constraint, DerivedFrom, Kind, Percent, Table, UptakeTarget};
use super::uptake::{across, labels};
use crate::classify::{Assessment, Question, campaign_verdict, group_of};
use crate::domain::Unreconciled;
use crate::rules;

/// What is asked for.
pub struct CampaignReport<'a> {
    /// The campaign.
    pub campaign: &'a rules::Campaign,
    /// The groups, in the order of the columns; empty for every practice and
    /// group of the campaign, whether or not anybody is in it.
    pub by: Vec<Dimension>,
    /// The uptake aimed at.
    pub target: Option<UptakeTarget>,
}

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count);

/// The statuses, which are exclusive and add up.
const RUNGS: [(&str, Column); 6] = [
    ("vaccinated", Column::new("vaccinated", "Vaccinated", Kind::Count).or_short("Vaccin-\nated")),
    (
        "primary-first",
        Column::new("primary_first", "Primary first", Kind::Count).or_short("Primary\nfirst").or_dropped(),
    ),
    ("missed", Column::new("missed", "Missed", Kind::Count).or_dropped()),
    ("too-soon", Column::new("too_soon", "Too soon", Kind::Count).or_short("Too\nsoon").or_dropped()),
    ("pending", Column::new("pending", "Pending", Kind::Count)),
    ("eligible", Column::new("eligible", "Eligible", Kind::Count)),
];

impl CampaignReport<'_> {
    fn table(&self, view: View<'_>) -> Result<Table, Unreconciled> {
        let every = [Dimension::Practice, Dimension::CampaignGroup];
        let (by, rows) = if self.by.is_empty() { (&every[..], Rows::Every) } else { (&self.by[..], Rows::Usual) };
        let axes = Axis::all(by, view.scope, Some(self.campaign));
        let members = view.people().filter(|assessment| group_of(&assessment.person, self.campaign).is_some());
        let add = |tally: &mut Tally<6>, assessment: &Assessment| {
            if let Some(line) = self.line(view, assessment) {
                tally.add(&RUNGS, line.status);
            }
        };
        let groups = Groups::count(view, &axes, rows, members, add)?;
        let share = Column::new("vaccinated_pct", "Vaccinated %", Kind::Percent)
            .or_short("%")
            .of(DerivedFrom::Share { part: "vaccinated", whole: WHOLE.key });
        let needed = |target| {
            Column::new("needed", "Needed for the target", Kind::Count).or_short("Needed").of(DerivedFrom::Needed {
                part: "vaccinated",
                whole: WHOLE.key,
                target,
            })
        };
        let columns = std::iter::once(WHOLE).chain(RUNGS.map(|(_, column)| column)).chain([share]);
        let columns = columns.chain(self.target.map(needed));
        let table = groups.table("campaign", &self.campaign.label, columns, |tally: &Tally<6>| {
            let vaccinated = tally.rungs[0];
            let mut cells = tally.cells();
            cells.push(Cell::Percent(Percent::of(vaccinated, tally.whole)));
            cells.extend(self.target.map(|target| Cell::Count(target.needed(tally.whole, vaccinated))));
            cells
        });
        let parts = RUNGS.map(|(_, column)| column.key);
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

impl ListableReport for CampaignReport<'_> {
    fn counts(&self, view: View<'_>) -> Result<(Table, &'static str), Unreconciled> {
        Ok((self.table(view)?, WHOLE.key))
    }

    fn rungs(&self) -> Vec<Rung> {
        rungs(&RUNGS)
    }

    fn line<'a>(&self, view: View<'a>, assessment: &'a Assessment) -> Option<ListLine<'a>> {
        group_of(&assessment.person, self.campaign)?;
        let verdict = campaign_verdict(self.campaign, assessment, view.doses(assessment), view.population.as_at);
        Some(ListLine::of(assessment, &verdict))
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
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Campaign(self.campaign)
    }
}
