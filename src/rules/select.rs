//! Which row is in force: one selector for each kind of rule.

use chrono::{Days, NaiveDate};

use super::model::{BoosterInterval, BoosterOpening, Campaign, CohortRule, SecondDoseRule};
use super::rule_set::RuleSet;
use crate::domain::Cohort;

/// Whether a row from `from` to `to` is in force on `as_at`.
fn in_force(from: NaiveDate, to: Option<NaiveDate>, as_at: NaiveDate) -> bool {
    from <= as_at && to.is_none_or(|to| as_at <= to)
}

impl Campaign {
    /// The season, as the id tells it: what stands before the year.
    fn season(&self) -> Option<&str> {
        let (season, year) = self.id.rsplit_once('-')?;
        (year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit())).then_some(season)
    }

    /// The day of this campaign on which it was as old as another is on a day:
    /// its last day at most.
    #[must_use]
    pub fn same_day(&self, other: &Self, day: NaiveDate) -> NaiveDate {
        let age = u64::try_from((day - other.start).num_days()).unwrap_or_default();
        self.start.checked_add_days(Days::new(age)).map_or(self.end, |day| day.min(self.end))
    }
}

impl RuleSet {
    /// The definition of a cohort; `None` for no cohort.
    #[must_use]
    pub fn cohort_rule(&self, cohort: Cohort) -> Option<&CohortRule> {
        self.cohorts.iter().find(|rule| rule.cohort == cohort)
    }

    /// The name of a cohort in plain English.
    #[must_use]
    pub fn cohort_label(&self, cohort: Cohort) -> &str {
        self.cohort_rule(cohort).map_or("No cohort: under 5", |rule| rule.label.as_str())
    }

    /// The second-dose interval of a cohort in force as at.
    #[must_use]
    pub fn second_dose_at(&self, cohort: Cohort, as_at: NaiveDate) -> Option<&SecondDoseRule> {
        self.second_dose.iter().find(|rule| rule.cohorts.contains(&cohort) && in_force(rule.from, rule.to, as_at))
    }

    /// The longest `due_after` of any cohort in force as at.
    #[must_use]
    pub fn largest_due_after_at(&self, as_at: NaiveDate) -> u16 {
        let in_force = self.second_dose.iter().filter(|rule| in_force(rule.from, rule.to, as_at));
        in_force.map(|rule| rule.due_after).max().unwrap_or(0)
    }

    /// When the first booster opened for a cohort.
    #[must_use]
    pub fn booster_opening(&self, cohort: Cohort) -> Option<&BoosterOpening> {
        self.booster_openings.iter().find(|rule| rule.cohorts.contains(&cohort))
    }

    /// The booster interval in force as at; `None` before there were boosters.
    #[must_use]
    pub fn booster_interval_at(&self, as_at: NaiveDate) -> Option<&BoosterInterval> {
        self.booster_intervals.iter().find(|rule| in_force(rule.from, rule.to, as_at))
    }

    /// The campaign with this id.
    #[must_use]
    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// The campaign open as at.
    #[must_use]
    pub fn campaign_open_at(&self, as_at: NaiveDate) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| in_force(campaign.start, Some(campaign.end), as_at))
    }

    /// The campaign open as at, else the first that begins within these days.
    #[must_use]
    pub fn campaign_open_within(&self, as_at: NaiveDate, days: u32) -> Option<&Campaign> {
        let until = as_at.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
        let next = || self.campaigns.iter().find(|campaign| campaign.start > as_at && campaign.start <= until);
        self.campaign_open_at(as_at).or_else(next)
    }

    /// The campaign open as at, else the one that ended last.
    #[must_use]
    pub fn campaign_open_or_latest(&self, as_at: NaiveDate) -> Option<&Campaign> {
        // Campaigns never overlap, so the last to have begun is either.
        self.campaigns.iter().filter(|campaign| campaign.start <= as_at).max_by_key(|campaign| campaign.start)
    }

    /// The campaign of the same season before, by the ids: `autumn-2024` before `autumn-2025`.
    #[must_use]
    pub fn campaign_before(&self, campaign: &Campaign) -> Option<&Campaign> {
        let season = campaign.season()?;
        let before =
            self.campaigns.iter().filter(|other| other.start < campaign.start && other.season() == Some(season));
        before.max_by_key(|other| other.start)
    }

    /// The supplier with this ODS code, any case.
    #[must_use]
    pub fn supplier(&self, ods: &str) -> Option<&str> {
        let ods = ods.trim();
        let named =
            self.suppliers.iter().find(|supplier| supplier.ods.iter().any(|code| code.eq_ignore_ascii_case(ods)));
        named.map(|supplier| supplier.name.as_str())
    }
}
