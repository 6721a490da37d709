//! The fields that vaxdash reads, named as in `headings.toml`.

use crate::domain::named_values;

/// A field that vaxdash reads, named as in `headings.toml`.
macro_rules! fields {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// A field that vaxdash reads.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)] // each is the field of that name in headings.toml
        pub enum Field { $($variant),+ }

        named_values!(Field { $($variant => $name),+ });
    };
}

fields! {
    NhsNumber = "nhs_number", Surname = "surname", Forename = "forename", Title = "title",
    DateOfBirth = "date_of_birth", Gender = "gender", Postcode = "postcode",
    PracticeCode = "practice_code", PracticeName = "practice_name",
    AddressLine1 = "address_line_1", AddressLine2 = "address_line_2", AddressLine3 = "address_line_3",
    AddressLine4 = "address_line_4", AddressLine5 = "address_line_5",
    Mobile = "mobile", Telephone = "telephone", Email = "email", EthnicCategory = "ethnic_category",
    DateOfDeath = "date_of_death", DeathStatus = "death_status", SensitiveFlag = "sensitive_flag",
    ReasonForRemoval = "reason_for_removal", ActivityCodes = "activity_codes",
    PcnCode = "pcn_code", PcnName = "pcn_name",
    MembershipStart = "membership_start", MembershipEnd = "membership_end",
    CareHomeResident = "care_home_resident", CareHomeStaff = "care_home_staff",
    HealthCareWorker = "health_care_worker",
    ClinicallyExtremelyVulnerable = "clinically_extremely_vulnerable", AtRisk = "at_risk",
    Carer = "carer", HouseholdContact = "household_contact", Immunosuppressed = "immunosuppressed",
    Housebound = "housebound", ImdQuintile = "imd_quintile", ImdDecile = "imd_decile",
    ImdRank = "imd_rank", SmsConsent = "sms_consent",
    EventDate = "event_date", ProcedureCode = "procedure_code", ProductCode = "product_code",
    SituationCode = "situation_code", NotGiven = "not_given", ReasonNotGiven = "reason_not_given",
    RecordedDate = "recorded_date", UniqueId = "unique_id", UniqueIdUri = "unique_id_uri",
    ActionFlag = "action_flag", SiteCode = "site_code", BatchNumber = "batch_number",
    VaccinationType = "vaccination_type", ProcedureTerm = "procedure_term", ProductTerm = "product_term",
    SituationTerm = "situation_term", ReasonTerm = "reason_term",
    ListSource = "list_source", ImmunosuppressedReason = "immunosuppressed_reason",
    DateAdded = "date_added", SourceName = "source_name", LastRefreshed = "last_refreshed",
}

impl Field {
    /// Fields of a vaccination event.
    #[must_use]
    pub const fn is_of_event(self) -> bool {
        matches!(
            self,
            Self::EventDate
                | Self::ProcedureCode
                | Self::ProductCode
                | Self::SituationCode
                | Self::NotGiven
                | Self::ReasonNotGiven
                | Self::RecordedDate
                | Self::UniqueId
                | Self::UniqueIdUri
                | Self::ActionFlag
                | Self::SiteCode
                | Self::BatchNumber
                | Self::VaccinationType
                | Self::ProcedureTerm
                | Self::ProductTerm
                | Self::SituationTerm
                | Self::ReasonTerm
        )
    }

    /// Fields that keep people safe: of two columns the cautious union counts.
    #[must_use]
    pub const fn is_safety(self) -> bool {
        self.is_united() || matches!(self, Self::NotGiven | Self::ActionFlag)
    }

    /// Fields of which two columns must not differ.
    #[must_use]
    pub const fn is_key(self) -> bool {
        matches!(self, Self::NhsNumber | Self::DateOfBirth | Self::PracticeCode)
    }

    /// Fields of which a person may have several: the first cell that is not
    /// blank counts.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(
            self,
            Self::Mobile
                | Self::Telephone
                | Self::Email
                | Self::Postcode
                | Self::AddressLine1
                | Self::AddressLine2
                | Self::AddressLine3
                | Self::AddressLine4
                | Self::AddressLine5
        )
    }

    /// Fields of a patient that keep people safe: of several columns all are
    /// read, and the most cautious counts (specification 8.2).
    #[must_use]
    pub const fn is_united(self) -> bool {
        matches!(
            self,
            Self::DateOfDeath | Self::DeathStatus | Self::SensitiveFlag | Self::ReasonForRemoval | Self::SmsConsent
        )
    }
}
