//! Is a seasonal dose due? (specification 2.9 and 3.5)

use chrono::{Months, NaiveDate};

use super::assessment::Assessment;
use super::verdict::{DaysOverdue, StatusWord, Verdict, later};
use crate::domain::{Dose, Person, completed_years};
use crate::rules::{Campaign, CampaignGroup, MinAge};

/// Where a member of a campaign's groups stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CampaignStatus {
    /// Vaccinated within the campaign.
    Vaccinated,
    /// The campaign needs a complete primary course, and it is not.
    PrimaryFirst,
    /// The campaign has ended.
    Missed,
    /// The interval passes only after the campaign's end.
    TooSoon,
    /// The interval has not passed, or the campaign has not begun.
    Pending,
    /// A dose is due.
    Eligible,
}

impl StatusWord for CampaignStatus {
    fn word(self) -> &'static str {
        match self {
            Self::Vaccinated => "vaccinated",
            Self::PrimaryFirst => "primary-first",
            Self::Missed => "missed",
            Self::TooSoon => "too-soon",
            Self::Pending => "pending",
            Self::Eligible => "eligible",
        }
    }
}

/// The first of the campaign's groups that the person belongs to.
#[must_use]
pub fn group_of<'a>(person: &Person, campaign: &'a Campaign) -> Option<&'a CampaignGroup> {
    campaign.groups.iter().find(|group| {
        let old_enough = match group.min_age {
            None => true,
            Some(MinAge::Years(years)) => {
                completed_years(person.birth, campaign.age_by).is_some_and(|age| age >= u16::from(years))
            }
            // Clamped to the last day of a shorter month.
            Some(MinAge::Months(months)) => person
                .birth
                .checked_add_months(Months::new(u32::from(months)))
                .is_some_and(|day| day <= campaign.age_by),
        };
        old_enough && (group.any_of.is_empty() || person.flags.any(group.any_of))
    })
}

/// The ladder, for a member of one of the campaign's groups. An earlier
/// booster never excludes anybody.
#[must_use]
pub fn campaign_verdict(
    campaign: &Campaign,
    assessment: &Assessment,
    doses: &[Dose],
    as_at: NaiveDate,
) -> Verdict<CampaignStatus> {
    let rule = Some(campaign.rule);
    let within = campaign.start..=campaign.end;
    let counting = if campaign.needs_primary { usize::from(assessment.course.before_boosters) } else { 0 };
    if doses.iter().skip(counting).any(|dose| within.contains(&dose.date)) {
        return Verdict::plain(CampaignStatus::Vaccinated, rule);
    }
    if campaign.needs_primary && (!assessment.course.primary_complete || assessment.third_primary_outstanding) {
        return Verdict::plain(CampaignStatus::PrimaryFirst, rule);
    }
    if as_at > campaign.end {
        return Verdict::plain(CampaignStatus::Missed, rule);
    }
    let allowed = doses.last().map(|dose| later(dose.date, campaign.min_interval));
    let earliest = allowed.map_or(campaign.start, |allowed| allowed.max(campaign.start));
    let (status, days_overdue) = if earliest > campaign.end {
        (CampaignStatus::TooSoon, None)
    } else if earliest > as_at {
        (CampaignStatus::Pending, None)
    } else {
        (CampaignStatus::Eligible, DaysOverdue::since(earliest, as_at))
    };
    Verdict { status, due: Some(earliest), days_overdue, rule }
}
