//! `vaxdash campaign`: a seasonal campaign, by practice and group.

use super::counting::{Axis, Dimension, Groups, Rows, StatusColumn, Tally, View, check_sums, ladder};
use super::line_list::{ListColumn, ListLine, ListableReport};
use super::model::{Cell, Chart, ChartStyle, Column, Kind, MadeOf, Percent, Table, Tie};
use super::uptake::{across, labels};
use crate::classify::{Assessment, CampaignStatus, Question, Verdict, campaign_verdict, group_of};
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
    pub target: Option<Target>,
}

/// An uptake aimed at, in hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target(u32);

impl Target {
    /// Reads `75` or `82.5`: a percentage from 0 to 100, with two decimals at most.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (whole, part) =
            text.trim().trim_end_matches('%').split_once('.').unwrap_or((text.trim_end_matches('%'), ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part) {
            return None;
        }
        let hundredths: u32 = format!("{whole}{part:0<2}").parse().ok()?;
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// How many more people must be vaccinated: `max(0, ceil(P × patients / 100) − vaccinated)`.
    #[must_use]
    pub fn needed(self, patients: u64, vaccinated: u64) -> u64 {
        let aim = (u128::from(self.0) * u128::from(patients)).div_ceil(10_000);
        u64::try_from(aim).unwrap_or(u64::MAX).saturating_sub(vaccinated)
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

const WHOLE: Column = Column::new("patients", "Patients", Kind::Count);

/// The statuses, which are exclusive and add up.
const LADDER: [(CampaignStatus, Column); 6] = ladder!(
    CampaignStatus,
    [
        (Vaccinated, Column::new("vaccinated", "Vaccinated", Kind::Count).or_short("Vaccin-\nated")),
        (
            PrimaryFirst,
            Column::new("primary_first", "Primary first", Kind::Count).or_short("Primary\nfirst").or_dropped(),
        ),
        (Missed, Column::new("missed", "Missed", Kind::Count).or_dropped()),
        (TooSoon, Column::new("too_soon", "Too soon", Kind::Count).or_short("Too\nsoon").or_dropped()),
        (Pending, Column::new("pending", "Pending", Kind::Count)),
        (Eligible, Column::new("eligible", "Eligible", Kind::Count)),
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
        let share = Column::new("vaccinated_pct", "Vaccinated %", Kind::Percent)
            .or_short("%")
            .of(MadeOf::Share { part: "vaccinated", whole: WHOLE.key });
        let needed = |target| {
            Column::new("needed", "Needed for the target", Kind::Count).or_short("Needed").of(MadeOf::Needed {
                part: "vaccinated",
                whole: WHOLE.key,
                target,
            })
        };
        let columns = std::iter::once(WHOLE).chain(LADDER.map(|(_, column)| column)).chain([share]);
        let columns = columns.chain(self.target.map(needed));
        let table = groups.table("campaign", &self.campaign.label, columns, |tally: &Tally<6>| {
            let vaccinated = tally.of(&LADDER, CampaignStatus::Vaccinated);
            let mut cells = tally.cells();
            cells.push(Cell::Percent(Percent::of(vaccinated, tally.whole)));
            cells.extend(self.target.map(|target| Cell::Count(target.needed(tally.whole, vaccinated))));
            cells
        });
        let parts = LADDER.map(|(_, column)| column.key);
        check_sums(&table, WHOLE.key, &parts)?;
        Ok(table.with_ties([Tie::sum(WHOLE.key, parts)]).with_chart(Chart {
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

    fn statuses(&self) -> Vec<StatusColumn> {
        StatusColumn::all(&LADDER)
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
            C::Mobile,
            C::Telephone,
            C::Email,
        ]
    }

    fn question(&self) -> Question<'_> {
        Question::Campaign(self.campaign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_exact() {
        for (target, patients, vaccinated, needed) in [
            ("75", 100, 70, 5),
            ("75", 101, 70, 6), // 75.75 people are 76
            ("75", 4, 3, 0),
            ("75", 4, 4, 0),
            ("0", 10, 0, 0),
            ("100", 10, 3, 7),
            ("33.33", 10_000, 0, 3333),
            ("33.34", 3, 1, 1), // 1.0002 people are 2
            ("75", 0, 0, 0),
        ] {
            assert_eq!(Target::read(target).unwrap().needed(patients, vaccinated), needed, "{target} of {patients}");
        }
        for bad in ["", "101", "100.01", "-1", "7.123", "x", ".5", "7e1"] {
            assert_eq!(Target::read(bad), None, "{bad}");
        }
        assert_eq!(
            ["75", "82.5%", "33.05"].map(|text| Target::read(text).unwrap().to_string()),
            ["75", "82.5", "33.05"]
        );
    }
}
