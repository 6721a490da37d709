//! What one row of a person tells, and what it comes to alone.

use chrono::NaiveDate;

use super::deaths::{Death, DeathClaim};
use super::name_key::NameKey;
use super::patient_fields::PatientFields;
use crate::domain::{Person, RegistrationStatus};

/// A row in scope with a valid NHS number.
#[derive(Debug, Clone, Copy)]
pub struct PatientRecord {
    /// The person as this row alone tells.
    pub person: Person,
    /// What it says of a death.
    pub death: DeathClaim,
    /// Whether it has a reason for removal other than death.
    pub removed: bool,
    /// What the person is called; unknown where nobody asks.
    pub surname: NameKey,
}

/// A row, with the facts that its file has.
pub type KnownRow = (PatientRecord, PatientFields);

impl PatientRecord {
    /// Whether the row can stand for a person: it is neither rejected nor of
    /// somebody not yet born.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        is_usable(self.person.registration)
    }

    /// The record with the person put where these facts put them.
    #[must_use]
    pub fn settled(mut self, as_at: NaiveDate) -> Self {
        let death = self.death.as_at(as_at);
        if self.is_usable() {
            self.person.registration = match death {
                Death::Past => RegistrationStatus::Deceased,
                Death::None | Death::Unknown | Death::Future if self.removed => RegistrationStatus::Removed,
                Death::None | Death::Unknown | Death::Future => RegistrationStatus::Patient,
            };
        }
        self.person.known_death = matches!(death, Death::Past | Death::Future);
        self.person.death_unknown = death == Death::Unknown;
        self
    }
}

/// Whether a row that ends so can stand for a person.
#[must_use]
pub fn is_usable(registration: RegistrationStatus) -> bool {
    match registration {
        RegistrationStatus::Patient | RegistrationStatus::Deceased | RegistrationStatus::Removed => true,
        RegistrationStatus::NotYetBorn | RegistrationStatus::Rejected => false,
    }
}

/// What a row says only because it ends before a column that keeps people
/// safe: nothing of it, where most rows of the file are so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OnlyShort {
    /// That nobody knows of a death or a removal.
    pub in_doubt: bool,
    /// That the record is restricted.
    pub restricted: bool,
    /// That text messages are declined.
    pub sms_declined: bool,
}

impl OnlyShort {
    /// The person without what only the end of the row says.
    pub fn take_from(self, person: &mut Person) {
        person.in_doubt &= !self.in_doubt;
        person.restricted &= !self.restricted;
        person.sms_declined &= !self.sms_declined;
    }

    /// Whether there is nothing of the kind.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}
