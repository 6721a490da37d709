//! Is a seasonal dose due? (specification 2.9 and 3.5)

use chrono::NaiveDate;

use super::assessment::Assessment;
use super::verdict::{DaysOverdue, Verdict, WhenDue, later, status_words};
use crate::domain::{Dose, Person};
use crate::rules::{Campaign, CampaignGroup};

/// Where a member of a campaign's groups stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CampaignStatus {
    /// Vaccinated within the campaign.
    Vaccinated,
    /// The campaign needs a complete primary course, and it is not.
    PrimaryFirst,
    /// The campaign has ended.
    Missed,
    /// The interval passes, or the age is reached, only after the campaign's end.
    TooSoon,
    /// The interval has not passed, the age is not reached, or the campaign has not begun.
    Pending,
    /// A dose is due.
    Eligible,
}

status_words!(CampaignStatus {
    Vaccinated => "vaccinated",
    PrimaryFirst => "primary-first",
    Missed => "missed",
    TooSoon => "too-soon",
    Pending => "pending",
    Eligible => "eligible",
});

impl CampaignStatus {
    /// When the dose can be had; `None` where it is had, or never can be.
    #[must_use]
    pub const fn when_due(self) -> Option<WhenDue> {
        match self {
            Self::Eligible => Some(WhenDue::Now),
            Self::Pending => Some(WhenDue::Later),
            Self::Vaccinated | Self::PrimaryFirst | Self::Missed | Self::TooSoon => None,
        }
    }
}

/// The first of the campaign's groups that the person belongs to.
#[must_use]
pub fn group_of<'a>(person: &Person, campaign: &'a Campaign) -> Option<&'a CampaignGroup> {
    campaign.groups.iter().find(|group| {
        let old_enough =
            group.min_age.is_none_or(|age| age.reached(person.birth).is_some_and(|day| day <= campaign.age_by));
        old_enough && (group.any_of.is_empty() || person.flags.any(group.any_of))
    })
}

/// The day of the first dose that a person had within the campaign; where it needs
/// a complete primary course, of the first booster.
#[must_use]
pub fn vaccinated_in(campaign: &Campaign, assessment: &Assessment, doses: &[Dose]) -> Option<NaiveDate> {
    let within = campaign.start..=campaign.end;
    let counting = if campaign.needs_primary { usize::from(assessment.course.before_boosters) } else { 0 };
    doses.iter().skip(counting).map(|dose| dose.date).find(|date| within.contains(date))
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
    if vaccinated_in(campaign, assessment, doses).is_some() {
        return Verdict::plain(CampaignStatus::Vaccinated, rule);
    }
    if campaign.needs_primary && (!assessment.course.primary_complete || assessment.third_primary_outstanding) {
        return Verdict::plain(CampaignStatus::PrimaryFirst, rule);
    }
    if as_at > campaign.end {
        return Verdict::plain(CampaignStatus::Missed, rule);
    }
    let allowed = doses.last().map(|dose| later(dose.date, campaign.min_interval));
    // A baby is not offered a vaccine licensed from six months; who turns 75 on the last day is offered it all season.
    let by_age = group_of(&assessment.person, campaign).filter(|group| !group.any_of.is_empty());
    let old_enough = by_age.and_then(|group| group.min_age?.reached(assessment.person.birth));
    let earliest = [allowed, old_enough].into_iter().flatten().fold(campaign.start, NaiveDate::max);
    let (status, days_overdue) = if earliest > campaign.end {
        (CampaignStatus::TooSoon, None)
    } else if earliest > as_at {
        (CampaignStatus::Pending, None)
    } else {
        (CampaignStatus::Eligible, DaysOverdue::since(earliest, as_at))
    };
    Verdict { status, due: Some(earliest), days_overdue, rule }
}
