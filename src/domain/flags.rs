//! Yes/no facts about a patient.

use std::ops::{BitOr, BitOrAssign};

use super::named::{Named, named_values};

/// One of the patient flags of the specification, section 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Lives in a care home.
    CareHomeResident,
    /// Works in a care home.
    CareHomeStaff,
    /// Health or social care worker.
    HealthCareWorker,
    /// Clinically extremely vulnerable (shielded).
    ClinicallyExtremelyVulnerable,
    /// In a clinical risk group.
    AtRisk,
    /// Unpaid carer.
    Carer,
    /// Lives with somebody immunosuppressed.
    HouseholdContact,
    /// Immunosuppressed: by the patient file or by the published list.
    Immunosuppressed,
    /// Cannot leave home for an appointment.
    Housebound,
}

named_values!(Flag {
    CareHomeResident => "care_home_resident",
    CareHomeStaff => "care_home_staff",
    HealthCareWorker => "health_care_worker",
    ClinicallyExtremelyVulnerable => "clinically_extremely_vulnerable",
    AtRisk => "at_risk",
    Carer => "carer",
    HouseholdContact => "household_contact",
    Immunosuppressed => "immunosuppressed",
    Housebound => "housebound",
});

/// A set of patient flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Flags(u16);

impl Flags {
    /// Lives in a care home.
    pub const CARE_HOME_RESIDENT: Self = Self::of(Flag::CareHomeResident);
    /// Works in a care home.
    pub const CARE_HOME_STAFF: Self = Self::of(Flag::CareHomeStaff);
    /// Health or social care worker.
    pub const HEALTH_CARE_WORKER: Self = Self::of(Flag::HealthCareWorker);
    /// Clinically extremely vulnerable (shielded).
    pub const CLINICALLY_EXTREMELY_VULNERABLE: Self = Self::of(Flag::ClinicallyExtremelyVulnerable);
    /// In a clinical risk group.
    pub const AT_RISK: Self = Self::of(Flag::AtRisk);
    /// Unpaid carer.
    pub const CARER: Self = Self::of(Flag::Carer);
    /// Lives with somebody immunosuppressed.
    pub const HOUSEHOLD_CONTACT: Self = Self::of(Flag::HouseholdContact);
    /// Immunosuppressed: by the patient file or by the published list.
    pub const IMMUNOSUPPRESSED: Self = Self::of(Flag::Immunosuppressed);
    /// Cannot leave home for an appointment.
    pub const HOUSEBOUND: Self = Self::of(Flag::Housebound);

    /// No flag set.
    #[must_use]
    pub const fn none() -> Self {
        Self(0)
    }

    /// One flag alone.
    #[must_use]
    pub const fn of(flag: Flag) -> Self {
        Self(1 << flag as u16)
    }

    /// The names of the flags set, in the order of [`Flag`].
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Flag::ALL.iter().filter(move |flag| self.any(Self::of(**flag))).map(|flag| flag.name())
    }

    /// Whether any flag of `other` is set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no flag is set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The flags of this set that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The flags set in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for Flags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}
