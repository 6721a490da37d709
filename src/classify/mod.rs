//! From people and events to one [`Assessment`] a person.
//!
//! Each question has one file, written as a ladder in the order of the
//! specification: the first rung that matches is the answer. Every verdict
//! carries the rule that gave it; [`explain`] puts the facts beside it.

// A wildcard would decide for statuses, doses and profiles that are not there yet.
#![warn(clippy::wildcard_enum_match_arm)]

mod answer;
mod assessment;
mod booster;
mod campaign;
mod cohort;
mod course;
mod explain;
mod explain_records;
mod first_dose;
mod history;
mod outcome;
mod second_dose;
mod status;
mod third_primary;
mod to_mend;
mod two_brands;
mod verdict;

pub use answer::Answer;
pub use assessment::{Assessment, OtherRecords, Population, classify};
pub use booster::{BoosterStatus, booster_due_at_opening};
pub use campaign::{CampaignStatus, campaign_verdict, group_of, vaccinated_in};
pub use course::{Course, CourseStatus, FirstDoseEvidence, Role};
pub use explain::{Question, answer, explain};
pub use first_dose::FirstDoseStatus;
pub use outcome::{OutcomeStatus, days_to_dose};
pub use second_dose::SecondDoseStatus;
pub use status::ListStatus;
pub use third_primary::ThirdPrimaryStatus;
pub use to_mend::RecordToMend;
pub use verdict::{DaysOverdue, StatusWord, Verdict, WhenDue};
