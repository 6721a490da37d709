//! The people that a report is about.

use super::filter::Filter;
use crate::classify::{Assessment, CampaignStatus, Population, Verdict, campaign_verdict, group_of, vaccinated_in};
use crate::domain::{Dose, Scope};
use crate::report::calendar::{DaySpan, days_before};
use crate::rules::{Campaign, RuleId};

/// What a report looks at: the assessed patients whom a filter leaves.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Everybody, assessed.
    pub population: &'a Population<'a>,
    /// The practices they are registered with.
    pub scope: &'a Scope,
    /// The filter.
    pub filter: &'a Filter<'a>,
}

impl<'a> View<'a> {
    /// The people, in no particular order.
    pub fn people(self) -> impl Iterator<Item = &'a Assessment> {
        self.population.assessments.iter().filter(move |assessment| self.keeps(assessment))
    }

    /// Whether a person is looked at.
    #[must_use]
    pub fn keeps(self, assessment: &Assessment) -> bool {
        self.filter.keeps(assessment, self.doses(assessment))
    }

    /// The number of people.
    #[must_use]
    pub fn count(self) -> u64 {
        u64::try_from(self.people().count()).unwrap_or(u64::MAX)
    }

    /// A person's doses, in date order.
    #[must_use]
    pub fn doses(self, assessment: &Assessment) -> &'a [Dose] {
        self.population.doses(assessment)
    }

    /// Where a person stands in the campaign open as at; `None` where none is
    /// open, or the person is in none of its groups.
    #[must_use]
    pub fn in_open_campaign(self, assessment: &Assessment) -> Option<Verdict<CampaignStatus>> {
        let campaign = self.open_campaign()?;
        group_of(&assessment.person, campaign)?;
        Some(campaign_verdict(campaign, assessment, self.doses(assessment), self.population.as_at))
    }

    /// The campaign of a rule.
    #[must_use]
    pub fn campaign(self, rule: RuleId) -> Option<&'a Campaign> {
        self.population.rules.campaigns.iter().find(|campaign| campaign.rule == rule)
    }

    /// The last seven days, the day of the report included.
    #[must_use]
    pub fn last_7_days(self) -> DaySpan {
        let as_at = self.population.as_at;
        DaySpan { from: days_before(as_at, 6), to: as_at }
    }

    /// Whether a campaign has vaccinated somebody in the last seven days, and not before.
    #[must_use]
    pub fn is_lately_vaccinated(self, campaign: &Campaign, assessment: &Assessment) -> bool {
        let day = vaccinated_in(campaign, assessment, self.doses(assessment));
        day.is_some_and(|day| self.last_7_days().holds(day))
    }

    /// The campaign open as at.
    #[must_use]
    pub fn open_campaign(self) -> Option<&'a Campaign> {
        self.population.rules.campaign_open_at(self.population.as_at)
    }
}
