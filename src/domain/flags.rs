//! Yes/no facts about a patient.

use std::ops::{BitOr, BitOrAssign};

/// A set of the patient flags of the specification, section 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Flags(u16);

impl Flags {
    /// Lives in a care home.
    pub const CARE_HOME_RESIDENT: Self = Self(1);
    /// Works in a care home.
    pub const CARE_HOME_STAFF: Self = Self(1 << 1);
    /// Health or social care worker.
    pub const HEALTH_CARE_WORKER: Self = Self(1 << 2);
    /// Clinically extremely vulnerable (shielded).
    pub const CLINICALLY_EXTREMELY_VULNERABLE: Self = Self(1 << 3);
    /// In a clinical risk group.
    pub const AT_RISK: Self = Self(1 << 4);
    /// Unpaid carer.
    pub const CARER: Self = Self(1 << 5);
    /// Lives with somebody immunosuppressed.
    pub const HOUSEHOLD_CONTACT: Self = Self(1 << 6);
    /// Immunosuppressed: by the patient file or by the published list.
    pub const IMMUNOSUPPRESSED: Self = Self(1 << 7);
    /// Cannot leave home for an appointment.
    pub const HOUSEBOUND: Self = Self(1 << 8);

    /// Every flag with the name it has in files and rules.
    pub const NAMED: [(&'static str, Self); 9] = [
        ("care_home_resident", Self::CARE_HOME_RESIDENT),
        ("care_home_staff", Self::CARE_HOME_STAFF),
        ("health_care_worker", Self::HEALTH_CARE_WORKER),
        ("clinically_extremely_vulnerable", Self::CLINICALLY_EXTREMELY_VULNERABLE),
        ("at_risk", Self::AT_RISK),
        ("carer", Self::CARER),
        ("household_contact", Self::HOUSEHOLD_CONTACT),
        ("immunosuppressed", Self::IMMUNOSUPPRESSED),
        ("housebound", Self::HOUSEBOUND),
    ];

    /// No flag set.
    #[must_use]
    pub const fn none() -> Self {
        Self(0)
    }

    /// The flag with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, flag)| *flag)
    }

    /// The names of the flags set, in the order of [`Flags::NAMED`].
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMED.into_iter().filter(move |(_, flag)| self.any(*flag)).map(|(name, _)| name)
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
