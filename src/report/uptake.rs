//! `vaxdash uptake`: who has had what, by practice or any other group.

use std::collections::BTreeMap;

use chrono::Days;

use super::dimension::{Axis, Dimension};
use super::filter::Filter;
use super::model::{Cell, Column, Kind, Table};
use super::percent::Percent;
use crate::classify::{Assessment, CampaignStatus, CourseStatus, Population, campaign_verdict, group_of};
use crate::domain::Scope;
use crate::rules::Campaign;

/// What is asked for.
pub struct UptakeQuery<'a> {
    /// The groups, in the order of the columns.
    pub by: Vec<Dimension>,
    /// Which patients.
    pub filter: Filter<'a>,
    /// The course status ladder instead of doses.
    pub detail: bool,
    /// A campaign whose columns are added.
    pub campaign: Option<&'a Campaign>,
}

/// The counts of one group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    patients: u64,
    first_dose: u64,
    primary_complete: u64,
    booster: u64,
    last_7_days: u64,
    /// By course status, in the order of [`LADDER`].
    ladder: [u64; 6],
    members: u64,
    vaccinated: u64,
}

/// The columns of `--detail`, in order, with the status each counts.
const LADDER: [(CourseStatus, Column); 6] = [
    (CourseStatus::Unvaccinated, Column::new("unvaccinated", "Unvaccinated", Kind::Count).or_short("Unvac-\ncinated")),
    (CourseStatus::Declined, Column::new("declined", "Declined", Kind::Count)),
    (
        CourseStatus::FirstDoseOnly,
        Column::new("first_dose_only", "First dose only", Kind::Count).or_short("First\nonly"),
    ),
    (
        CourseStatus::PrimaryComplete,
        Column::new("primary_complete_only", "Primary course only", Kind::Count).or_short("Primary\nonly"),
    ),
    (
        CourseStatus::ThirdPrimary,
        Column::new("third_primary_only", "Third primary only", Kind::Count).or_short("Third\nprimary"),
    ),
    (CourseStatus::Boosted, Column::new("boosted", "Boosted", Kind::Count)),
];

/// The table, and the number of patients it counts.
#[must_use]
pub fn uptake(population: &Population<'_>, scope: &Scope, query: &UptakeQuery<'_>) -> (Table, u64) {
    let axes: Vec<Axis<'_>> = query.by.iter().map(|dimension| Axis::new(*dimension, scope)).collect();
    let mut groups: BTreeMap<Vec<usize>, Counts> = BTreeMap::new();
    if let [axis] = &axes[..] {
        groups.extend(axis.always_shown(&query.filter).into_iter().map(|place| (vec![place], Counts::default())));
    }
    let mut total = Counts::default();
    let mut group = Vec::with_capacity(axes.len());
    for assessment in population.assessments.iter().filter(|assessment| query.filter.keeps(assessment)) {
        group.clear();
        group.extend(axes.iter().map(|axis| axis.place(assessment)));
        // Looking up with a borrowed key first saves an allocation a person.
        match groups.get_mut(&group) {
            Some(counts) => counts.add(assessment, population, query.campaign),
            None => groups.entry(group.clone()).or_default().add(assessment, population, query.campaign),
        }
        total.add(assessment, population, query.campaign);
    }
    let mut columns: Vec<Column> = query.by.iter().flat_map(|dimension| dimension.columns()).collect();
    let keys = columns.len();
    columns.extend(value_columns(query));
    let rows = groups.iter().map(|(places, counts)| {
        let shown = axes.iter().zip(places).flat_map(|(axis, place)| axis.cells(*place));
        shown.chain(counts.cells(query)).collect()
    });
    let table = Table {
        name: if query.detail { "detail" } else { "uptake" },
        title: if query.detail { "Course status".to_owned() } else { "Uptake".to_owned() },
        rows: rows.collect(),
        totals: Some(std::iter::repeat_n(Cell::Null, keys).chain(total.cells(query)).collect()),
        columns,
    };
    let counted = groups.values().map(|counts| counts.patients).sum();
    (table, counted)
}

impl Counts {
    fn add(&mut self, assessment: &Assessment, population: &Population<'_>, campaign: Option<&Campaign>) {
        let doses = population.doses(assessment);
        let week_before = population.as_at.checked_sub_days(Days::new(6)).unwrap_or(population.as_at);
        self.patients += 1;
        self.first_dose += u64::from(!doses.is_empty());
        self.primary_complete += u64::from(assessment.course.primary_complete);
        self.booster += u64::from(assessment.course.boosters > 0);
        let recent = doses.iter().filter(|dose| (week_before..=population.as_at).contains(&dose.date)).count();
        self.last_7_days += u64::try_from(recent).unwrap_or(0);
        if let Some(rung) = LADDER.iter().position(|(status, _)| *status == assessment.course.status) {
            self.ladder[rung] += 1;
        }
        if let Some(campaign) = campaign.filter(|campaign| group_of(&assessment.person, campaign).is_some()) {
            let verdict = campaign_verdict(campaign, assessment, doses, population.as_at);
            self.members += 1;
            self.vaccinated += u64::from(verdict.status == CampaignStatus::Vaccinated);
        }
    }

    fn cells(&self, query: &UptakeQuery<'_>) -> Vec<Cell> {
        let percent = |part| Cell::Percent(Percent::of(part, self.patients));
        let mut cells = vec![Cell::Count(self.patients)];
        if query.detail {
            cells.extend(self.ladder.map(Cell::Count));
        } else {
            for part in [self.first_dose, self.primary_complete, self.booster] {
                cells.extend([Cell::Count(part), percent(part)]);
            }
            cells.push(Cell::Count(self.last_7_days));
        }
        if query.campaign.is_some() {
            let share = Percent::of(self.vaccinated, self.members);
            cells.extend([Cell::Count(self.members), Cell::Count(self.vaccinated), Cell::Percent(share)]);
        }
        cells
    }
}

fn value_columns(query: &UptakeQuery<'_>) -> Vec<Column> {
    let mut columns = vec![Column::new("patients", "Patients", Kind::Count)];
    if query.detail {
        columns.extend(LADDER.map(|(_, column)| column));
    } else {
        columns.extend([
            Column::new("first_dose", "First dose", Kind::Count).or_short("First\ndose"),
            Column::new("first_dose_pct", "First dose %", Kind::Percent).or_short("%"),
            Column::new("primary_complete", "Primary course", Kind::Count).or_short("Primary\ncourse"),
            Column::new("primary_complete_pct", "Primary course %", Kind::Percent).or_short("%"),
            Column::new("booster", "Booster", Kind::Count),
            Column::new("booster_pct", "Booster %", Kind::Percent).or_short("%"),
            Column::new("doses_last_7_days", "Doses, last 7 days", Kind::Count).or_short("Last 7\ndays"),
        ]);
    }
    if query.campaign.is_some() {
        columns.extend([
            Column::new("campaign_group", "In campaign", Kind::Count).or_short("In cam-\npaign"),
            Column::new("campaign_vaccinated", "Campaign dose", Kind::Count).or_short("Had its\ndose"),
            Column::new("campaign_vaccinated_pct", "Campaign dose %", Kind::Percent).or_short("%"),
        ]);
    }
    columns
}
