//! What each dose is, and how far the course has come (specification 2.6).
//!
//! Dose numbers come from the order of the doses, not from the codes, except
//! that the code of the first recorded dose can show that earlier doses were
//! given elsewhere.

use std::fmt;

use chrono::NaiveDate;

use super::verdict::StatusWord;
use crate::domain::{Dose, ProcedureClass};
use crate::rules::Codes;

/// What the first recorded dose shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstDoseEvidence {
    /// Two doses make the primary course.
    Usual,
    /// d1 is coded third, fourth, fifth or booster: earlier doses are not recorded.
    EarlierNotRecorded,
    /// d1 is coded second: the first dose is not recorded.
    FirstNotRecorded,
    /// d1 is a vaccine of which one dose is the primary course.
    OneDose,
}

/// How far the course has come, furthest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CourseStatus {
    /// At least one booster.
    Boosted,
    /// A third primary dose, no booster.
    ThirdPrimary,
    /// The primary course complete, and nothing after it.
    PrimaryComplete,
    /// A dose, and the primary course not complete.
    FirstDoseOnly,
    /// No dose, and a refusal.
    Declined,
    /// No dose.
    Unvaccinated,
}

impl StatusWord for CourseStatus {
    fn word(self) -> &'static str {
        match self {
            Self::Boosted => "boosted",
            Self::ThirdPrimary => "third-primary",
            Self::PrimaryComplete => "primary-complete",
            Self::FirstDoseOnly => "first-dose-only",
            Self::Declined => "declined",
            Self::Unvaccinated => "unvaccinated",
        }
    }
}

/// What a dose is in the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// First dose.
    Dose1,
    /// Second dose.
    Dose2,
    /// Third primary dose.
    ThirdPrimary,
    /// Booster, numbered from 1.
    Booster(usize),
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dose1 => f.write_str("dose 1"),
            Self::Dose2 => f.write_str("dose 2"),
            Self::ThirdPrimary => f.write_str("third primary"),
            Self::Booster(number) => write!(f, "booster {number}"),
        }
    }
}

/// A person's course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// What the first recorded dose shows.
    pub first_dose_evidence: FirstDoseEvidence,
    /// How far the course has come.
    pub status: CourseStatus,
    /// Whether the primary course is complete, third primary apart.
    pub primary_complete: bool,
    /// When it was completed; `None` where earlier doses are not recorded.
    pub primary_date: Option<NaiveDate>,
    /// The date of the dose with the role third primary.
    pub third_primary_date: Option<NaiveDate>,
    /// How many of the doses come before the first booster.
    pub before_boosters: u8,
    /// How many boosters there are.
    pub boosters: u8,
}

impl Course {
    /// Works out the course of a person with these doses.
    ///
    /// `takes_third` says whether the dose after the primary course is a third
    /// primary dose: immunosuppressed and old enough as at.
    #[must_use]
    pub fn of(doses: &[Dose], takes_third: bool, has_declined: bool, codes: &Codes) -> Self {
        let evidence = first_dose_evidence(doses.first(), codes);
        // The place of the dose that completes the primary course.
        let completing = match evidence {
            FirstDoseEvidence::EarlierNotRecorded => None,
            FirstDoseEvidence::FirstNotRecorded | FirstDoseEvidence::OneDose => Some(0),
            FirstDoseEvidence::Usual => Some(1),
        };
        let earlier = evidence == FirstDoseEvidence::EarlierNotRecorded;
        let primary_date = completing.and_then(|place| doses.get(place)).map(|dose| dose.date);
        let after_primary = completing.map_or(0, |place| place + 1);
        let third = if takes_third && !earlier { doses.get(after_primary) } else { None };
        let before = (after_primary + usize::from(third.is_some())).min(doses.len());
        let boosters = doses.len() - before;
        let primary_complete = earlier || primary_date.is_some();
        let status = if boosters > 0 {
            CourseStatus::Boosted
        } else if third.is_some() {
            CourseStatus::ThirdPrimary
        } else if primary_complete {
            CourseStatus::PrimaryComplete
        } else if !doses.is_empty() {
            CourseStatus::FirstDoseOnly
        } else if has_declined {
            CourseStatus::Declined
        } else {
            CourseStatus::Unvaccinated
        };
        Self {
            first_dose_evidence: evidence,
            status,
            primary_complete,
            primary_date,
            third_primary_date: third.map(|dose| dose.date),
            before_boosters: u8::try_from(before).unwrap_or(u8::MAX),
            boosters: u8::try_from(boosters).unwrap_or(u8::MAX),
        }
    }

    /// From when boosters are reckoned: the third primary dose, else the dose
    /// that completed the primary course.
    #[must_use]
    pub fn base(&self) -> Option<NaiveDate> {
        self.third_primary_date.or(self.primary_date)
    }

    /// The role of the dose at `place`, counted from 0.
    #[must_use]
    pub fn role(&self, place: usize) -> Role {
        let before = usize::from(self.before_boosters);
        if place >= before {
            return Role::Booster(place - before + 1);
        }
        match (self.first_dose_evidence, place) {
            (FirstDoseEvidence::FirstNotRecorded, 0) | (FirstDoseEvidence::Usual, 1) => Role::Dose2,
            (_, 0) => Role::Dose1,
            _ => Role::ThirdPrimary,
        }
    }
}

fn first_dose_evidence(first: Option<&Dose>, codes: &Codes) -> FirstDoseEvidence {
    match first {
        Some(dose) if dose.class.is_some_and(ProcedureClass::is_after_primary) => FirstDoseEvidence::EarlierNotRecorded,
        Some(dose) if dose.class == Some(ProcedureClass::Dose2) => FirstDoseEvidence::FirstNotRecorded,
        Some(dose) if codes.is_one_dose_course(dose.brand) => FirstDoseEvidence::OneDose,
        _ => FirstDoseEvidence::Usual,
    }
}
