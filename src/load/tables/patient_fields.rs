//! Which facts of a person a patients file has a column for.

use crate::domain::{Flag, Flags, Named};
use crate::load::files::headings::{Columns, Field};

/// A set of facts. One whose column a file lacks comes from another row of the
/// person (specification 8.3); so what makes one fact is taken whole: an
/// address with its postcode, a title with the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PatientFields(u32);

/// The columns that make a fact: one of them is enough to have it.
const MADE_OF: [(PatientFields, &[Field]); 12] = [
    (PatientFields::GENDER, &[Field::Gender]),
    (PatientFields::ETHNICITY, &[Field::EthnicCategory]),
    (PatientFields::IMD, &[Field::ImdQuintile, Field::ImdDecile, Field::ImdRank]),
    (PatientFields::DEATH, &[Field::DateOfDeath, Field::DeathStatus]),
    (PatientFields::REMOVAL, &[Field::ReasonForRemoval]),
    (PatientFields::RESTRICTION, &[Field::SensitiveFlag]),
    (PatientFields::CONSENT, &[Field::SmsConsent]),
    (PatientFields::NAME, &[Field::Title, Field::Forename, Field::Surname]),
    (
        PatientFields::ADDRESS,
        &[
            Field::Postcode,
            Field::AddressLine1,
            Field::AddressLine2,
            Field::AddressLine3,
            Field::AddressLine4,
            Field::AddressLine5,
        ],
    ),
    (PatientFields::MOBILE, &[Field::Mobile]),
    (PatientFields::TELEPHONE, &[Field::Telephone]),
    (PatientFields::EMAIL, &[Field::Email]),
];

/// The first bit after those of the flags.
const FIRST: u32 = 16;

impl PatientFields {
    /// Gender.
    pub const GENDER: Self = Self(1 << FIRST);
    /// Ethnic category.
    pub const ETHNICITY: Self = Self(2 << FIRST);
    /// Quintile, decile or rank of deprivation.
    pub const IMD: Self = Self(4 << FIRST);
    /// Date of death or death status.
    pub const DEATH: Self = Self(8 << FIRST);
    /// Reason for removal.
    pub const REMOVAL: Self = Self(16 << FIRST);
    /// Sensitive flag.
    pub const RESTRICTION: Self = Self(32 << FIRST);
    /// Consent to text messages.
    pub const CONSENT: Self = Self(64 << FIRST);
    /// Title, forename and surname.
    pub const NAME: Self = Self(128 << FIRST);
    /// Address and postcode.
    pub const ADDRESS: Self = Self(256 << FIRST);
    /// Mobile telephone.
    pub const MOBILE: Self = Self(512 << FIRST);
    /// Other telephone.
    pub const TELEPHONE: Self = Self(1024 << FIRST);
    /// E-mail address.
    pub const EMAIL: Self = Self(2048 << FIRST);

    /// What a file with these headings has.
    #[must_use]
    pub fn of(headings: &Columns) -> Self {
        let has = |fields: &[Field]| fields.iter().any(|field| headings.has(*field));
        let facts = MADE_OF.iter().filter(|(_, made_of)| has(made_of)).map(|(fact, _)| *fact);
        let flags = Flag::ALL.iter().filter(|flag| Field::named(flag.name()).is_some_and(|field| headings.has(field)));
        facts.chain(flags.map(|flag| Self::flag(*flag))).fold(Self::default(), Self::or)
    }

    /// A flag alone.
    #[must_use]
    pub const fn flag(flag: Flag) -> Self {
        Self(1 << flag as u32)
    }

    /// The flags among them.
    #[must_use]
    pub fn flags(self) -> Flags {
        let held = Flag::ALL.iter().filter(|flag| self.has(Self::flag(**flag)));
        held.fold(Flags::none(), |flags, flag| flags | Flags::of(*flag))
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of `other` is among them.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(header: &str) -> PatientFields {
        PatientFields::of(&Columns::find(&header.split(',').map(str::to_owned).collect::<Vec<_>>()))
    }

    #[test]
    fn one_column_of_a_fact_is_enough() {
        assert_eq!(of("NHS Number,Date of Birth,Practice code"), PatientFields::default());
        assert!(of("Postcode").has(PatientFields::ADDRESS) && !of("Postcode").has(PatientFields::NAME));
        assert!(of("Surname").has(PatientFields::NAME));
        assert!(of("death_status").has(PatientFields::DEATH));
        let both = of("carer,housebound,imd_rank");
        assert_eq!(both.flags(), Flags::of(Flag::Carer) | Flags::of(Flag::Housebound));
        assert!(both.has(PatientFields::IMD) && !both.has(PatientFields::GENDER));
    }
}
