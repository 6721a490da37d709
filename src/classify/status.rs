//! One type for the statuses of all ladders.
//!
//! A status stays a type until it is written into a cell: everything that
//! decides by one does so by a match without a wildcard, so that a status that
//! is added compiles only when each of them has decided.

use super::booster::BoosterStatus;
use super::campaign::CampaignStatus;
use super::course::CourseStatus;
use super::first_dose::FirstDoseStatus;
use super::outcome::OutcomeStatus;
use super::second_dose::SecondDoseStatus;
use super::third_primary::ThirdPrimaryStatus;
use super::verdict::StatusWord;
use crate::domain::RecordFault;

/// A status of any ladder: of the lines of lists and of people to invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListStatus {
    /// How far the course has come.
    Course(CourseStatus),
    /// First dose.
    FirstDose(FirstDoseStatus),
    /// Second dose.
    SecondDose(SecondDoseStatus),
    /// Third primary dose.
    ThirdPrimary(ThirdPrimaryStatus),
    /// First booster.
    Booster(BoosterStatus),
    /// Dose of a campaign.
    Campaign(CampaignStatus),
    /// What became of a contact.
    Outcome(OutcomeStatus),
    /// What is wrong with a record.
    Record(RecordFault),
}

impl ListStatus {
    /// The word, with hyphens.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Course(status) => status.word(),
            Self::FirstDose(status) => status.word(),
            Self::SecondDose(status) => status.word(),
            Self::ThirdPrimary(status) => status.word(),
            Self::Booster(status) => status.word(),
            Self::Campaign(status) => status.word(),
            Self::Outcome(status) => status.word(),
            Self::Record(fault) => fault.name(),
        }
    }
}

impl From<CourseStatus> for ListStatus {
    fn from(status: CourseStatus) -> Self {
        Self::Course(status)
    }
}

impl From<FirstDoseStatus> for ListStatus {
    fn from(status: FirstDoseStatus) -> Self {
        Self::FirstDose(status)
    }
}

impl From<SecondDoseStatus> for ListStatus {
    fn from(status: SecondDoseStatus) -> Self {
        Self::SecondDose(status)
    }
}

impl From<ThirdPrimaryStatus> for ListStatus {
    fn from(status: ThirdPrimaryStatus) -> Self {
        Self::ThirdPrimary(status)
    }
}

impl From<BoosterStatus> for ListStatus {
    fn from(status: BoosterStatus) -> Self {
        Self::Booster(status)
    }
}

impl From<CampaignStatus> for ListStatus {
    fn from(status: CampaignStatus) -> Self {
        Self::Campaign(status)
    }
}

impl From<RecordFault> for ListStatus {
    fn from(fault: RecordFault) -> Self {
        Self::Record(fault)
    }
}

impl From<OutcomeStatus> for ListStatus {
    fn from(status: OutcomeStatus) -> Self {
        Self::Outcome(status)
    }
}
