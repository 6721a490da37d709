//! The lists whose people are compared, and who is on each.

use chrono::NaiveDate;

use crate::classify::{Assessment, BoosterStatus, CampaignStatus, SecondDoseStatus, ThirdPrimaryStatus};
use crate::domain::named_values;
use crate::report::counting::View;

/// The lists that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkList {
    /// Second dose overdue.
    SecondDoseOverdue,
    /// First booster eligible.
    BoosterEligible,
    /// Eligible in the campaign open as at.
    CampaignEligible,
    /// Third primary dose due.
    ThirdPrimaryDue,
}

impl WorkList {
    /// Where somebody stands towards the list.
    #[must_use]
    pub fn position(self, view: View<'_>, assessment: &Assessment) -> ListPosition {
        let nowhere = ListPosition { is_on: false, has_ended: false, due: None };
        match self {
            Self::SecondDoseOverdue => assessment.second_dose.map_or(nowhere, |verdict| {
                let (is_on, has_ended) = match verdict.status {
                    SecondDoseStatus::Overdue => (true, false),
                    SecondDoseStatus::OfferClosed => (false, true),
                    SecondDoseStatus::NotYetDue | SecondDoseStatus::Due => (false, false),
                };
                // When the dose is due does not say when it is overdue.
                ListPosition { is_on, has_ended, due: None }
            }),
            Self::BoosterEligible => {
                let (is_on, has_ended) = match assessment.booster.status {
                    BoosterStatus::Eligible => (true, false),
                    BoosterStatus::Closed => (false, true),
                    BoosterStatus::Boosted
                    | BoosterStatus::PrimaryIncomplete
                    | BoosterStatus::ThirdPrimaryFirst
                    | BoosterStatus::NotOpen
                    | BoosterStatus::Pending => (false, false),
                };
                ListPosition { is_on, has_ended, due: assessment.booster.due }
            }
            Self::CampaignEligible => {
                if view.open_campaign().is_none() {
                    return ListPosition { has_ended: true, ..nowhere };
                }
                let Some(verdict) = view.in_open_campaign(assessment) else { return nowhere };
                let (is_on, has_ended) = match verdict.status {
                    CampaignStatus::Eligible => (true, false),
                    CampaignStatus::TooSoon => (false, true),
                    // The campaign is open: nobody has missed it yet.
                    CampaignStatus::Vaccinated
                    | CampaignStatus::PrimaryFirst
                    | CampaignStatus::Missed
                    | CampaignStatus::Pending => (false, false),
                };
                ListPosition { is_on, has_ended, due: verdict.due }
            }
            Self::ThirdPrimaryDue => assessment.third_primary.map_or(nowhere, |verdict| {
                let (is_on, has_ended) = match verdict.status {
                    ThirdPrimaryStatus::Due => (true, false),
                    ThirdPrimaryStatus::Closed => (false, true),
                    ThirdPrimaryStatus::EarlierDosesNotRecorded
                    | ThirdPrimaryStatus::PrimaryIncomplete
                    | ThirdPrimaryStatus::Given
                    | ThirdPrimaryStatus::NotYetDue => (false, false),
                };
                ListPosition { is_on, has_ended, due: verdict.due }
            }),
        }
    }
}

named_values!(WorkList {
    SecondDoseOverdue => "second dose overdue",
    BoosterEligible => "booster eligible",
    CampaignEligible => "campaign eligible",
    ThirdPrimaryDue => "third primary due",
});

/// Where somebody stands towards a list.
#[derive(Debug, Clone, Copy)]
pub struct ListPosition {
    /// Whether the person is on it.
    pub is_on: bool,
    /// Whether nobody like this person is offered the dose any more.
    pub has_ended: bool,
    /// When the dose is due, where that decides.
    pub due: Option<NaiveDate>,
}
