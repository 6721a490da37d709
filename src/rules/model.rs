//! The rules as types: one struct for each kind of row.

use chrono::{Months, NaiveDate};

use super::provenance::RuleId;
use crate::domain::{Cohort, Flags, day_of_age};

/// Values of the programme as a whole (`general.toml`).
#[derive(Debug, Clone)]
pub struct General {
    /// First day of the programme.
    pub programme_start: NaiveDate,
    /// First day of the trials; no vaccination is older.
    pub trial_start: NaiveDate,
    /// Days that must lie between two counted doses.
    pub days_between_doses: u16,
    /// Oldest believable age in completed years.
    pub oldest_age: u8,
    /// Ranks of the Index of Multiple Deprivation of 2019.
    pub imd_ranks: u32,
    /// Ranks of that of 2025.
    pub imd_ranks_2025: u32,
    /// The activity code that a practice of the scope carries.
    pub activity_code: String,
    /// Words by which a SystmOne "Vaccination type" is known as COVID-19.
    pub covid_type_words: Vec<String>,
    /// The rows that these values come from.
    pub rules: Vec<RuleId>,
}

/// One priority group (`cohorts.toml`).
#[derive(Debug, Clone)]
pub struct CohortRule {
    /// The row.
    pub rule: RuleId,
    /// The cohort.
    pub cohort: Cohort,
    /// Its name in plain English.
    pub label: String,
    /// The alternatives, one of which must fit.
    pub who: Vec<Who>,
    /// From when first doses are given.
    pub first_doses_from: NaiveDate,
}

/// One way of belonging to a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The day of the age.
    pub age_on: AgeOn,
    /// Youngest age in completed years.
    pub min_age: Option<u8>,
    /// Oldest age in completed years.
    pub max_age: Option<u8>,
    /// The day by which the youngest age was reached, besides.
    pub min_age_reached_by: Option<NaiveDate>,
    /// Flags, one of which is needed; empty: none is.
    pub any_of: Flags,
}

/// The day on which an age is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeOn {
    /// The as-at date.
    AsAt,
    /// A fixed date.
    Date(NaiveDate),
}

/// How long something is offered.
#[derive(Debug, Clone, Copy)]
pub struct OfferRule {
    /// The row.
    pub rule: RuleId,
    /// Last day of the offer.
    pub ends: NaiveDate,
}

/// Days from the first dose to the second (`second_dose.toml`).
#[derive(Debug, Clone)]
pub struct SecondDoseRule {
    /// The row.
    pub rule: RuleId,
    /// Whom it is for.
    pub cohorts: Vec<Cohort>,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force.
    pub to: Option<NaiveDate>,
    /// Days after which the second dose is due.
    pub due_after: u16,
    /// Days after which it is overdue.
    pub overdue_after: u16,
    /// The day before which nobody's second dose is due.
    pub opens: Option<NaiveDate>,
}

/// The third primary dose (`third_primary.toml`).
#[derive(Debug, Clone, Copy)]
pub struct ThirdPrimaryRule {
    /// The row.
    pub rule: RuleId,
    /// First day of the offer.
    pub from: NaiveDate,
    /// Last day of the offer.
    pub to: NaiveDate,
    /// Youngest age, as at.
    pub min_age: u8,
    /// Days after the primary course.
    pub due_after: u16,
}

/// When the first booster opened for some cohorts (`booster.toml`).
#[derive(Debug, Clone)]
pub struct BoosterOpening {
    /// The row.
    pub rule: RuleId,
    /// Whom it is for.
    pub cohorts: Vec<Cohort>,
    /// The opening day; `None`: never.
    pub opens: Option<NaiveDate>,
}

/// Days from the primary course to the first booster (`booster.toml`).
#[derive(Debug, Clone, Copy)]
pub struct BoosterInterval {
    /// The row.
    pub rule: RuleId,
    /// First day in force.
    pub from: NaiveDate,
    /// Last day in force.
    pub to: Option<NaiveDate>,
    /// Days.
    pub days: u16,
}

/// A seasonal campaign (`campaigns.toml`).
#[derive(Debug, Clone)]
pub struct Campaign {
    /// The row.
    pub rule: RuleId,
    /// Its id, such as `spring-2022`.
    pub id: String,
    /// Its name, such as "Spring 2022".
    pub label: String,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// The day of the ages.
    pub age_by: NaiveDate,
    /// Days since the last dose.
    pub min_interval: u16,
    /// Whether the primary course must be complete.
    pub needs_primary: bool,
    /// From when a refusal is one of this campaign; `None` where any counts.
    pub declines_from: Option<NaiveDate>,
    /// The groups; a person's is the first that fits.
    pub groups: Vec<CampaignGroup>,
}

/// A group of people of a campaign.
#[derive(Debug, Clone)]
pub struct CampaignGroup {
    /// Its name, such as `clinical risk 6m+`.
    pub label: String,
    /// Youngest age on the age-by date.
    pub min_age: Option<MinAge>,
    /// Flags, one of which is needed; empty: none is.
    pub any_of: Flags,
}

/// A youngest age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinAge {
    /// In completed years.
    Years(u8),
    /// In calendar months after the date of birth.
    Months(u8),
}

impl MinAge {
    /// The day on which somebody born on this day reaches the age; months are
    /// clamped to the last day of a shorter one.
    #[must_use]
    pub fn reached(self, birth: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Years(years) => day_of_age(birth, years),
            Self::Months(months) => birth.checked_add_months(Months::new(u32::from(months))),
        }
    }
}

/// Who sends vaccination files (`suppliers.toml`).
#[derive(Debug, Clone)]
pub struct Supplier {
    /// The row.
    pub rule: RuleId,
    /// Its name.
    pub name: String,
    /// Its ODS codes.
    pub ods: Vec<String>,
}
