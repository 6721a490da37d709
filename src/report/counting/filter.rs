//! The filters that every report takes (specification 4).

use crate::classify::{Assessment, group_of};
use crate::domain::{AgeRange, Brand, Cohort, Dose, Ethnicity, Flags, Gender, Scope};
use crate::rules::{Campaign, Codes};

/// Which patients a report is about. An empty list filters nothing.
#[derive(Debug, Clone, Default)]
pub struct Filter<'a> {
    /// Practices, as indices into the scope.
    pub practices: Vec<u16>,
    /// Cohorts.
    pub cohorts: Vec<Cohort>,
    /// Ages as at.
    pub age: Option<AgeRange>,
    /// Genders.
    pub genders: Vec<Gender>,
    /// Ethnicity groups.
    pub ethnicities: Vec<Ethnicity>,
    /// IMD quintiles; `None` is "not known".
    pub imd: Vec<Option<u8>>,
    /// Only the immunosuppressed.
    pub immunosuppressed: bool,
    /// Only the housebound.
    pub housebound: bool,
    /// Brands of which somebody has a counted dose.
    pub brands: Vec<Brand>,
    /// Only members of this campaign's groups.
    pub in_campaign: Option<&'a Campaign>,
}

impl Filter<'_> {
    /// Whether the report is about this patient, who has had these counted doses.
    #[must_use]
    pub fn keeps(&self, assessment: &Assessment, doses: &[Dose]) -> bool {
        let person = &assessment.person;
        allows(&self.practices, &person.practice)
            && allows(&self.cohorts, &assessment.cohort)
            && self.age.is_none_or(|range| range.holds(assessment.age))
            && allows(&self.genders, &person.gender)
            && allows(&self.ethnicities, &person.ethnicity)
            && allows(&self.imd, &person.imd_quintile)
            && (!self.immunosuppressed || person.flags.any(Flags::IMMUNOSUPPRESSED))
            && (!self.housebound || person.flags.any(Flags::HOUSEBOUND))
            && (self.brands.is_empty() || doses.iter().any(|dose| self.brands.contains(&dose.brand)))
            && self.in_campaign.is_none_or(|campaign| group_of(person, campaign).is_some())
    }

    /// The names that filters have in a receipt.
    pub const NAMES: [&'static str; 10] = [
        "practice",
        "cohort",
        "age",
        "gender",
        "ethnicity",
        "imd",
        "immunosuppressed",
        "housebound",
        "brand",
        "in_campaign",
    ];

    /// The filters chosen, for the receipt; brands as `codes` names them.
    #[must_use]
    pub fn described(&self, scope: &Scope, codes: &Codes) -> Vec<(&'static str, Vec<String>)> {
        let yes = |set: bool| if set { vec!["yes".to_owned()] } else { Vec::new() };
        let values = [
            self.practices.iter().map(|index| scope.get(*index).code.to_string()).collect(),
            self.cohorts.iter().map(ToString::to_string).collect(),
            self.age.iter().map(ToString::to_string).collect(),
            self.genders.iter().map(|gender| gender.name().to_owned()).collect(),
            self.ethnicities.iter().map(|group| group.name().to_owned()).collect(),
            self.imd.iter().map(|imd| imd.map_or("not known".to_owned(), |imd| imd.to_string())).collect(),
            yes(self.immunosuppressed),
            yes(self.housebound),
            self.brands.iter().map(|brand| codes.brand_name(*brand).to_owned()).collect(),
            self.in_campaign.iter().map(|campaign| campaign.id.clone()).collect(),
        ];
        let named = Self::NAMES.into_iter().zip(values);
        named.filter(|(_, values): &(_, Vec<String>)| !values.is_empty()).collect()
    }
}

/// Whether a list of allowed values, empty for any, allows this one.
pub fn allows<T: PartialEq>(allowed: &[T], value: &T) -> bool {
    allowed.is_empty() || allowed.contains(value)
}
