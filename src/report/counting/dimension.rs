//! What a report can be broken down by (specification 2.3 and 4).

use super::filter::{Filter, allows};
use crate::classify::{Assessment, group_of};
use crate::domain::{AgeBand, Cohort, Ethnicity, Gender, Named, Scope, Unreconciled, named_values};
use crate::report::model::{Cell, Column, Kind};
use crate::rules::Campaign;

/// A key of `--by`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// Practice.
    Practice,
    /// Primary Care Network.
    Pcn,
    /// Cohort.
    Cohort,
    /// Age band.
    Age,
    /// Gender.
    Gender,
    /// Ethnicity group.
    Ethnicity,
    /// IMD quintile.
    Imd,
    /// Group of the campaign that the report is about.
    CampaignGroup,
}

/// A group that is blank in JSON and CSV, for people.
const NOT_KNOWN: &str = "not known";

/// The place of "not known" among the IMD quintiles.
const IMD_NOT_KNOWN: usize = 5;

impl Dimension {
    /// The keys that any report takes: a campaign's groups are those of its own report.
    pub fn of_every_report() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|dimension| *dimension != Self::CampaignGroup)
    }

    /// The columns that show a group.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Practice => vec![
                Column::new("practice_code", "Practice", Kind::Code).or_short("Code"),
                Column::new("practice_name", "Practice name", Kind::Text).or_short("Name").or_dropped(),
            ],
            Self::Pcn => vec![Column::new("pcn_code", "PCN", Kind::Code).blank_as(NOT_KNOWN)],
            Self::Cohort => vec![Column::new("cohort", "Cohort", Kind::Code)],
            Self::Age => vec![Column::new("age_band", "Age", Kind::Code)],
            Self::Gender => vec![Column::new("gender", "Gender", Kind::Code)],
            Self::Ethnicity => vec![Column::new("ethnicity", "Ethnicity", Kind::Code)],
            Self::Imd => {
                let column = Column::new("imd_quintile", "IMD quintile (1 = most deprived)", Kind::Code);
                vec![column.or_short("IMD").blank_as(NOT_KNOWN)]
            }
            Self::CampaignGroup => vec![Column::new("campaign_group", "Campaign group", Kind::Code).or_short("Group")],
        }
    }
}

named_values!(Dimension {
    Practice => "practice",
    Pcn => "pcn",
    Cohort => "cohort",
    Age => "age",
    Gender => "gender",
    Ethnicity => "ethnicity",
    Imd => "imd",
    CampaignGroup => "group",
});

/// A dimension with its possible values, which are numbered in the order of
/// the report.
pub struct Axis<'a> {
    dimension: Dimension,
    scope: &'a Scope,
    /// The PCN codes of the scope, in order.
    pcns: Vec<&'a str>,
    /// The campaign whose groups are an axis.
    campaign: Option<&'a Campaign>,
}

impl<'a> Axis<'a> {
    /// The axes of these dimensions over a scope; `campaign` is that of
    /// [`Dimension::CampaignGroup`].
    pub fn all(dimensions: &[Dimension], scope: &'a Scope, campaign: Option<&'a Campaign>) -> Vec<Self> {
        dimensions.iter().map(|dimension| Self::new(*dimension, scope, campaign)).collect()
    }

    fn new(dimension: Dimension, scope: &'a Scope, campaign: Option<&'a Campaign>) -> Self {
        let mut pcns: Vec<&str> = scope.practices().iter().map(|practice| practice.pcn_code.as_str()).collect();
        // A practice without a PCN comes last.
        pcns.sort_unstable_by_key(|code| (code.is_empty(), *code));
        pcns.dedup();
        Self { dimension, scope, pcns, campaign }
    }

    /// The columns that show a group.
    pub fn columns(&self) -> Vec<Column> {
        self.dimension.columns()
    }

    /// The number of the group a person belongs to.
    ///
    /// # Errors
    /// When the person belongs to none: a fault of the program.
    pub fn place(&self, assessment: &Assessment) -> Result<usize, Unreconciled> {
        let person = &assessment.person;
        let place = match self.dimension {
            Dimension::Practice => Some(usize::from(person.practice)).filter(|place| *place < self.size()),
            Dimension::Pcn => {
                let code = &self.scope.get(person.practice).pcn_code;
                self.pcns.iter().position(|known| known == code)
            }
            Dimension::Cohort => position(Cohort::all(), &assessment.cohort),
            Dimension::Age => position(AgeBand::all(), &AgeBand::of(assessment.age)),
            Dimension::Gender => position(Gender::ALL.iter().copied(), &person.gender),
            Dimension::Ethnicity => position(Ethnicity::ALL.iter().copied(), &person.ethnicity),
            Dimension::Imd => imd_place(person.imd_quintile),
            Dimension::CampaignGroup => self.campaign_place(assessment),
        };
        place.ok_or_else(|| self.no_group("somebody is in no"))
    }

    /// The place of the person's group in the campaign. Whoever is in none is
    /// not counted by the report of a campaign.
    fn campaign_place(&self, assessment: &Assessment) -> Option<usize> {
        let campaign = self.campaign?;
        let own = group_of(&assessment.person, campaign)?;
        campaign.groups.iter().position(|group| std::ptr::eq(own, group))
    }

    fn no_group(&self, what: &str) -> Unreconciled {
        Unreconciled(format!("{what} group of {}", self.dimension.name()))
    }

    /// The groups that have a row whether or not anybody is in them: every
    /// possible value that the filter leaves.
    pub fn always_shown(&self, filter: &Filter<'_>) -> Vec<usize> {
        let kept = |place: &usize| match self.dimension {
            Dimension::Practice => u16::try_from(*place).is_ok_and(|index| allows(&filter.practices, &index)),
            // No filter is on the network or the group itself: each has a row.
            Dimension::Pcn | Dimension::CampaignGroup => true,
            Dimension::Cohort => Cohort::all().nth(*place).is_some_and(|cohort| allows(&filter.cohorts, &cohort)),
            Dimension::Age => {
                filter.age.is_none_or(|range| AgeBand::all().nth(*place).is_some_and(|band| band.meets(range)))
            }
            Dimension::Gender => allows(&filter.genders, &Gender::ALL[*place]),
            Dimension::Ethnicity => allows(&filter.ethnicities, &Ethnicity::ALL[*place]),
            // "Not known" has a row only when somebody is in it.
            Dimension::Imd => *place < IMD_NOT_KNOWN && allows(&filter.imd, &quintile(*place)),
        };
        (0..self.size()).filter(kept).collect()
    }

    fn size(&self) -> usize {
        match self.dimension {
            Dimension::Practice => self.scope.practices().len(),
            Dimension::Pcn => self.pcns.len(),
            Dimension::Cohort => Cohort::all().count(),
            Dimension::Age => AgeBand::all().count(),
            Dimension::Gender => Gender::ALL.len(),
            Dimension::Ethnicity => Ethnicity::ALL.len(),
            Dimension::Imd => IMD_NOT_KNOWN + 1,
            Dimension::CampaignGroup => self.campaign.map_or(0, |campaign| campaign.groups.len()),
        }
    }

    /// The cells that show the group at `place`.
    ///
    /// # Errors
    /// When there is no such group: a fault of the program.
    pub fn cells(&self, place: usize) -> Result<Vec<Cell>, Unreconciled> {
        let cells = match self.dimension {
            Dimension::Practice => self
                .scope
                .practices()
                .get(place)
                .map(|practice| vec![Cell::text(practice.code.as_str()), Cell::text(&practice.name)]),
            Dimension::Pcn => self.pcns.get(place).map(|code| vec![Cell::text(*code)]),
            Dimension::Cohort => Cohort::all().nth(place).map(|cohort| vec![Cell::text(cohort.to_string())]),
            Dimension::Age => AgeBand::all().nth(place).map(|band| vec![Cell::text(band.to_string())]),
            Dimension::Gender => Gender::ALL.get(place).map(|gender| vec![Cell::text(gender.name())]),
            Dimension::Ethnicity => Ethnicity::ALL.get(place).map(|group| vec![Cell::text(group.name())]),
            Dimension::Imd => match place {
                IMD_NOT_KNOWN => Some(vec![Cell::Null]),
                place => quintile(place).map(|quintile| vec![Cell::Whole(i64::from(quintile))]),
            },
            Dimension::CampaignGroup => {
                let group = self.campaign.and_then(|campaign| campaign.groups.get(place));
                group.map(|group| vec![Cell::text(&group.label)])
            }
        };
        cells.ok_or_else(|| self.no_group("a row is of no"))
    }
}

/// The place of a quintile, the most deprived first and "not known" last.
fn imd_place(quintile: Option<u8>) -> Option<usize> {
    match quintile {
        None => Some(IMD_NOT_KNOWN),
        Some(quintile) => usize::from(quintile).checked_sub(1).filter(|place| *place < IMD_NOT_KNOWN),
    }
}

fn quintile(place: usize) -> Option<u8> {
    u8::try_from(place + 1).ok().filter(|quintile| usize::from(*quintile) <= IMD_NOT_KNOWN)
}

fn position<T: PartialEq>(values: impl IntoIterator<Item = T>, value: &T) -> Option<usize> {
    values.into_iter().position(|known| known == *value)
}
