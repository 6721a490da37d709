//! A registered patient, without name or contact details.

use chrono::NaiveDate;

use super::{Ethnicity, Flags, Gender, NhsNumber, RecordGaps};

/// Where a person in scope stands (specification 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegistrationStatus {
    /// Counted: the denominator of everything.
    Patient,
    /// Died on or before as-at.
    Deceased,
    /// Removed from the practice's list.
    Removed,
    /// Born after as-at.
    NotYetBorn,
    /// Only rejected rows.
    Rejected,
}

/// One person of the caller's practices, in a few tens of bytes.
///
/// Names and contact details are read in a second pass, and only for people
/// who are listed.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// NHS number.
    pub nhs_number: NhsNumber,
    /// Date of birth; for somebody with only rejected rows, the programme's
    /// start, which nothing reads.
    pub birth: NaiveDate,
    /// The place of the winning row in the read order of all patient rows.
    pub row: u32,
    /// Index of the practice in the scope.
    pub practice: u16,
    /// Yes/no facts.
    pub flags: Flags,
    /// Gender.
    pub gender: Gender,
    /// Ethnicity group.
    pub ethnicity: Ethnicity,
    /// IMD quintile, 1 the most deprived.
    pub imd_quintile: Option<u8>,
    /// Where the person stands.
    pub registration: RegistrationStatus,
    /// Whether any death is known, whatever its date.
    pub known_death: bool,
    /// Whether it is not understood if the person has died: never invited, but
    /// counted (specification 8, rule 1).
    pub death_unknown: bool,
    /// Whether a row ended before its columns of death or removal: counted, but
    /// not invited until somebody has looked.
    pub in_doubt: bool,
    /// Whether the record is sensitive: counted, never contacted.
    pub restricted: bool,
    /// Whether text messages were declined.
    pub sms_declined: bool,
    /// What is to be mended of the registration, where somebody asks.
    pub gaps: RecordGaps,
}

impl Person {
    /// Whether the person belongs to the denominator.
    #[must_use]
    pub fn is_patient(&self) -> bool {
        self.registration == RegistrationStatus::Patient
    }
}

#[cfg(test)]
impl Person {
    /// A patient of whom no more is known, for tests.
    #[must_use]
    pub fn unremarkable(nhs_number: NhsNumber, birth: NaiveDate) -> Self {
        Self {
            nhs_number,
            birth,
            row: 0,
            practice: 0,
            flags: Flags::none(),
            gender: Gender::NotKnown,
            ethnicity: Ethnicity::NotKnown,
            imd_quintile: None,
            registration: RegistrationStatus::Patient,
            known_death: false,
            death_unknown: false,
            in_doubt: false,
            restricted: false,
            sms_declined: false,
            gaps: RecordGaps::none(),
        }
    }
}
