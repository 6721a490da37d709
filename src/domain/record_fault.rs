//! What may be wrong with a record, by kind (specification 4, `quality`).

/// A kind of doubt about a record of one person: an event or the registration,
/// to be mended in the GP system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordFault {
    /// A dose of a brand before its launch in the UK.
    BrandBeforeLaunch,
    /// A dose too soon after the last, and not counted as a repeat of it.
    DoseTooSoon,
    /// A third or later dose too soon after the one before.
    ThirdDoseTooSoon,
    /// A dose before the age from which its product is licensed.
    UnderLicensedAge,
    /// Two brands on one day.
    TwoBrandsOneDay,
    /// An event whose date of birth or surname is not the patient's.
    AnotherPersonsDetails,
    /// A code that says a number of the dose that the order contradicts.
    DoseNumberContradicted,
    /// Declined after the dose of the same day.
    DeclinedAfterDose,
    /// The recorded date stands in for the date of the event.
    DateRepaired,
    /// The rows of one NHS number disagree.
    RowsDisagree,
    /// No usable contact of any kind.
    NoContact,
    /// No ethnic category.
    NoEthnicity,
    /// No address.
    NoAddress,
    /// Immunosuppressed on one list and not on the other.
    ImmunosuppressedOnOneList,
}

super::named_values!(RecordFault {
    BrandBeforeLaunch => "brand-before-launch",
    DoseTooSoon => "dose-too-soon",
    ThirdDoseTooSoon => "third-dose-too-soon",
    UnderLicensedAge => "under-licensed-age",
    TwoBrandsOneDay => "two-brands-one-day",
    AnotherPersonsDetails => "another-persons-details",
    DoseNumberContradicted => "dose-number-contradicted",
    DeclinedAfterDose => "declined-after-dose",
    DateRepaired => "date-repaired",
    RowsDisagree => "rows-disagree",
    NoContact => "no-contact",
    NoEthnicity => "no-ethnicity",
    NoAddress => "no-address",
    ImmunosuppressedOnOneList => "immunosuppressed-on-one-list",
});

impl RecordFault {
    /// Whether it is about an event, and not about the registration.
    #[must_use]
    pub const fn is_of_event(self) -> bool {
        match self {
            Self::BrandBeforeLaunch
            | Self::DoseTooSoon
            | Self::ThirdDoseTooSoon
            | Self::UnderLicensedAge
            | Self::TwoBrandsOneDay
            | Self::AnotherPersonsDetails
            | Self::DoseNumberContradicted
            | Self::DeclinedAfterDose
            | Self::DateRepaired => true,
            Self::RowsDisagree
            | Self::NoContact
            | Self::NoEthnicity
            | Self::NoAddress
            | Self::ImmunosuppressedOnOneList => false,
        }
    }
}

/// Something wrong with an event, noticed when its row was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventFault {
    /// Index of the person in the extract.
    pub person: u32,
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// What is wrong.
    pub fault: RecordFault,
    /// The date of the event, else when it was recorded.
    pub date: Option<chrono::NaiveDate>,
    /// Its code as a number, where it has one that can be read.
    pub code: Option<u64>,
}

/// What is noticed of the rows of a person's registration, in a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RecordGaps(u8);

impl RecordGaps {
    /// The rows of the NHS number disagree.
    pub const ROWS_DISAGREE: Self = Self(1);
    /// There is a column for it, and no ethnic category.
    pub const NO_ETHNICITY: Self = Self(1 << 1);
    /// There is a column for it, and no line of an address in the row.
    pub const NO_ADDRESS: Self = Self(1 << 2);
    /// There are columns for contacts, and whether one of them can be used is not plain at a glance.
    pub const CONTACT_UNCERTAIN: Self = Self(1 << 3);
    /// Immunosuppressed on one list and not on the other.
    pub const ON_ONE_LIST: Self = Self(1 << 4);
    /// On a list of the immunosuppressed.
    pub const ON_LIST: Self = Self(1 << 6);
    /// A file of the person has a column that says who is immunosuppressed.
    pub const ASKED_IMMUNOSUPPRESSED: Self = Self(1 << 5);

    /// Nothing noticed.
    #[must_use]
    pub const fn none() -> Self {
        Self(0)
    }

    /// Those of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These where it is so, else none.
    #[must_use]
    pub const fn when(self, is_so: bool) -> Self {
        if is_so { self } else { Self(0) }
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether any of `other` is among them.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
