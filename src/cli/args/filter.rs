//! The filters as typed, and what they mean in a scope.

use clap::Args;

use crate::cli::args::value_hints::{any, as_typed, brands, campaigns, quintiles, with_hints};
use crate::domain::{AgeRange, Brand, Cohort, Ethnicity, Foreign, Gender, OdsCode, Scope, did_you_mean, shown};
use crate::exit::Failure;
use crate::report::Filter;
use crate::rules::{Campaign, RuleSet};

/// Which patients.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "People")]
pub struct FilterArgs {
    /// Only these practices, by ODS code (repeatable).
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub practice: Vec<String>,
    /// Only these cohorts: 1 to 17, or none (such as 1,6,13).
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = read_cohort)]
    pub cohort: Vec<Cohort>,
    /// Only these ages: 16-17, 75+ or 42.
    #[arg(long, value_name = "RANGE", value_parser = read_age)]
    pub age: Option<AgeRange>,
    /// Only these genders: male, female, indeterminate, not-known.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(read_gender, as_typed::<Gender>), hide_possible_values = true)]
    pub gender: Vec<Gender>,
    /// Only these ethnicity groups: White, Mixed, Asian, Black, Other, not-known.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(read_ethnicity, as_typed::<Ethnicity>), hide_possible_values = true)]
    pub ethnicity: Vec<Ethnicity>,
    /// Only these IMD quintiles: 1 (most deprived) to 5, or not-known.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(read_imd, quintiles), hide_possible_values = true)]
    pub imd: Vec<Imd>,
    /// Only the immunosuppressed.
    #[arg(long)]
    pub immunosuppressed: bool,
    /// Only the housebound.
    #[arg(long)]
    pub housebound: bool,
    /// Only people who have had a dose of one of these brands that counts, such as Pfizer,Moderna.
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = with_hints(any, brands), hide_possible_values = true)]
    pub brand: Vec<String>,
    /// Only members of this campaign's groups, such as spring-2022.
    #[arg(long, value_name = "ID", value_parser = with_hints(any, campaigns), hide_possible_values = true)]
    pub in_campaign: Option<String>,
}

/// An IMD quintile, or not known.
#[derive(Debug, Clone, Copy)]
pub struct Imd(Option<u8>);

impl FilterArgs {
    /// The filter in this scope; a practice outside it is refused, and a brand
    /// or campaign that the rules do not know.
    pub fn resolve<'a>(&self, scope: &Scope, rules: &'a RuleSet) -> Result<Filter<'a>, Failure> {
        let brands: Result<Vec<Brand>, Failure> = self.brand.iter().map(|name| find_brand(name, rules)).collect();
        let practices: Result<Vec<u16>, Failure> =
            self.practice.iter().map(|code| find_practice(code, scope)).collect();
        Ok(Filter {
            practices: practices?,
            cohorts: self.cohort.clone(),
            age: self.age,
            genders: self.gender.clone(),
            ethnicities: self.ethnicity.clone(),
            imd: self.imd.iter().map(|imd| imd.0).collect(),
            immunosuppressed: self.immunosuppressed,
            housebound: self.housebound,
            brands: brands?,
            in_campaign: self.in_campaign.as_deref().map(|id| find_campaign(id, rules)).transpose()?,
        })
    }
}

fn find_practice(code: &str, scope: &Scope) -> Result<u16, Failure> {
    let found = OdsCode::read(code.as_bytes()).and_then(|code| scope.find(code));
    found.ok_or_else(|| {
        let shown = Foreign::cut_to(code, 20);
        Failure::refused(format!(
            "practice {shown} is not one of the {} practices you may see. `vaxdash check` lists them",
            scope.practices().len()
        ))
    })
}

/// The brand with this name, any case.
fn find_brand(name: &str, rules: &RuleSet) -> Result<Brand, Failure> {
    rules.codes.brand_named(name.trim()).ok_or_else(|| {
        let known: Vec<&str> = rules.codes.brands().map(|(_, known)| known).collect();
        Failure::usage(format!("--brand: there is no brand {}{}", shown(name), did_you_mean(name.trim(), &known)))
    })
}

/// The campaign with this id.
pub fn find_campaign<'a>(id: &str, rules: &'a RuleSet) -> Result<&'a Campaign, Failure> {
    rules.campaign(id).ok_or_else(|| {
        let known: Vec<&str> = rules.campaigns.iter().map(|campaign| campaign.id.as_str()).collect();
        Failure::usage(format!("there is no campaign \"{id}\". The campaigns are: {}", known.join(", ")))
    })
}

fn read_cohort(text: &str) -> Result<Cohort, String> {
    Cohort::read(text.trim()).ok_or_else(|| "a cohort is a number from 1 to 17, or none".to_owned())
}

fn read_age(text: &str) -> Result<AgeRange, String> {
    AgeRange::read(text).ok_or_else(|| "write ages as 16-17, 75+ or 42".to_owned())
}

fn read_gender(text: &str) -> Result<Gender, String> {
    Gender::read(text)
        .filter(|_| !text.trim().is_empty())
        .ok_or_else(|| "a gender is male, female, indeterminate or not-known".to_owned())
}

fn read_ethnicity(text: &str) -> Result<Ethnicity, String> {
    Ethnicity::read(text)
        .ok_or_else(|| "an ethnicity group is White, Mixed, Asian, Black, Other or not-known".to_owned())
}

fn read_imd(text: &str) -> Result<Imd, String> {
    match text.trim() {
        "not-known" | "not known" => Ok(Imd(None)),
        digit => digit
            .parse()
            .ok()
            .filter(|quintile| (1..=5).contains(quintile))
            .map(|quintile| Imd(Some(quintile)))
            .ok_or_else(|| "an IMD quintile is 1 (most deprived) to 5, or not-known".to_owned()),
    }
}
