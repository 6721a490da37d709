//! The columns of line lists (specification 4).

use crate::domain::own_columns;
use crate::report::model::{Column, DropOrder, Kind};

/// A column of a line list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each is the column of that key in `ListColumn::ALL`
pub enum ListColumn {
    NhsNumber,
    Title,
    Forename,
    Surname,
    DateOfBirth,
    Age,
    Gender,
    Ethnicity,
    PracticeCode,
    PracticeName,
    Cohort,
    Status,
    DueDate,
    DaysOverdue,
    Doses,
    FirstDoseDate,
    FirstDoseBrand,
    FirstDoseSite,
    SecondDoseDate,
    SecondDoseBrand,
    ThirdPrimaryDate,
    ThirdPrimaryDue,
    LastDoseDate,
    LastDoseBrand,
    Boosters,
    BoosterDue,
    CampaignDue,
    DeclinedDate,
    ContraindicatedDate,
    Invited,
    LastInvited,
    Target,
    Round,
    Mobile,
    Telephone,
    Email,
    Address,
    Postcode,
    Immunosuppressed,
    Housebound,
    Restricted,
    Reason,
    Wrong,
    EventDate,
    Code,
    Supplier,
    WhatToDo,
}

impl ListColumn {
    /// Every column, in the order in which `--help` names them.
    #[rustfmt::skip]
    pub const ALL: [(Self, Column); 47] = [
        (Self::NhsNumber, Column::new("nhs_number", "NHS number", Kind::Code)),
        (Self::Title, Column::new("title", "Title", Kind::Text).or_dropped()),
        (Self::Forename, Column::new("forename", "Forename", Kind::Text).at_least(30).or_dropped()),
        (Self::Surname, Column::new("surname", "Surname", Kind::Text).at_least(30)),
        (Self::DateOfBirth, Column::new("date_of_birth", "Date of birth", Kind::Date).or_short("Born").or_dropped()),
        (Self::Age, Column::new("age", "Age", Kind::Count).or_dropped()),
        (Self::Gender, Column::new("gender", "Gender", Kind::Code).or_dropped()),
        (Self::Ethnicity, Column::new("ethnicity", "Ethnicity", Kind::Code).or_dropped()),
        (Self::PracticeCode, Column::new("practice_code", "Practice", Kind::Code).or_short("Code")),
        (Self::PracticeName, Column::new("practice_name", "Practice name", Kind::Text).or_dropped()),
        (Self::Cohort, Column::new("cohort", "Cohort", Kind::Code).or_dropped()),
        (Self::Status, Column::new("status", "Status", Kind::Code)),
        (Self::DueDate, Column::new("due_date", "Due", Kind::Date)),
        (Self::DaysOverdue, Column::new(own_columns::DAYS_OVERDUE, "Days overdue", Kind::Count).or_short("Days\nover")),
        (Self::Doses, Column::new("doses", "Doses", Kind::Count).or_dropped()),
        (Self::FirstDoseDate, Column::new("first_dose_date", "First dose", Kind::Date).or_short("First\ndose").or_dropped()),
        (Self::FirstDoseBrand, Column::new("first_dose_brand", "First brand", Kind::Text).or_short("First\nbrand").or_dropped()),
        (Self::FirstDoseSite, Column::new(own_columns::FIRST_DOSE_SITE, "First dose at", Kind::Code).or_short("First\nat").dropped_in(DropOrder::First)),
        (Self::SecondDoseDate, Column::new("second_dose_date", "Second dose", Kind::Date).or_short("Second\ndose").or_dropped()),
        (Self::SecondDoseBrand, Column::new("second_dose_brand", "Second brand", Kind::Text).or_short("Second\nbrand").or_dropped()),
        (Self::ThirdPrimaryDate, Column::new("third_primary_date", "Third primary", Kind::Date).or_short("Third\nprimary").or_dropped()),
        (Self::ThirdPrimaryDue, Column::new(own_columns::THIRD_PRIMARY_DUE, "Third primary due", Kind::Date).or_short("Third\ndue").or_dropped()),
        (Self::LastDoseDate, Column::new("last_dose_date", "Last dose", Kind::Date).or_short("Last\ndose").or_dropped()),
        (Self::LastDoseBrand, Column::new(own_columns::LAST_DOSE_BRAND, "Last brand", Kind::Text).or_short("Last\nbrand").or_dropped()),
        (Self::Boosters, Column::new("boosters", "Boosters", Kind::Count).or_dropped()),
        (Self::BoosterDue, Column::new(own_columns::BOOSTER_DUE, "Booster due", Kind::Date).or_short("Booster\ndue").or_dropped()),
        (Self::CampaignDue, Column::new(own_columns::CAMPAIGN_DUE, "Campaign due", Kind::Date).or_short("Campaign\ndue").or_dropped()),
        (Self::DeclinedDate, Column::new("declined_date", "Declined on", Kind::Date).or_short("Declined\non").or_dropped()),
        (Self::ContraindicatedDate, Column::new("contraindicated_date", "Contraindicated on", Kind::Date).or_short("Contra-\nindic. on").dropped_in(DropOrder::WhereNothing)),
        (Self::Invited, Column::new("invited", "Invited, times", Kind::Count).or_short("Times\ninvited")),
        (Self::LastInvited, Column::new("last_invited", "Last invited", Kind::Date).or_short("Last\ninvited")),
        (Self::Target, Column::new("target", "Target", Kind::Code).or_dropped()),
        (Self::Round, Column::new("round", "Round", Kind::Count).or_dropped()),
        (Self::Mobile, Column::new("mobile", "Mobile", Kind::Code).dropped_in(DropOrder::Last)),
        (Self::Telephone, Column::new("telephone", "Telephone", Kind::Code).dropped_in(DropOrder::Last)),
        (Self::Email, Column::new("email", "E-mail", Kind::Text).dropped_in(DropOrder::Last)),
        (Self::Address, Column::new("address", "Address", Kind::Text).at_least(24).dropped_in(DropOrder::Last)),
        (Self::Postcode, Column::new("postcode", "Postcode", Kind::Text).dropped_in(DropOrder::Last)),
        (Self::Immunosuppressed, Column::new("immunosuppressed", "Immunosuppressed", Kind::Code).or_short("Immuno-\nsupp.").or_dropped()),
        (Self::Housebound, Column::new("housebound", "Housebound", Kind::Code).or_short("House-\nbound").or_dropped()),
        (Self::Restricted, Column::new("restricted", "Restricted", Kind::Code).or_short("Restr.").or_dropped()),
        (Self::Reason, Column::new("reason", "Reason", Kind::Text).at_least(30)),
        (Self::Wrong, Column::new("wrong", "What is wrong", Kind::Text).at_least(24).or_dropped()),
        (Self::EventDate, Column::new("event_date", "Event date", Kind::Date).or_short("Event")),
        (Self::Code, Column::new("code", "Code", Kind::Code).or_dropped()),
        (Self::Supplier, Column::new("supplier", "Supplier", Kind::Code).or_dropped()),
        (Self::WhatToDo, Column::new(own_columns::WHAT_TO_DO, "What to do", Kind::Text).at_least(30)),
    ];

    /// The column with this key; hyphens count as underscores.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        let key = key.trim().replace('-', "_").to_ascii_lowercase();
        Self::ALL.iter().find(|(_, column)| column.key == key).map(|(found, _)| *found)
    }

    /// How the column is shown.
    #[must_use]
    pub fn column(self) -> Column {
        let (_, column) = &Self::ALL[self as usize];
        column.clone()
    }

    /// Whether the column is filled from names and contact details, which are
    /// read only where they are wanted.
    #[must_use]
    pub const fn needs_contact(self) -> bool {
        matches!(self, Self::Title | Self::Forename | Self::Surname) || self.is_hidden_of_restricted()
    }

    /// Whether the column is filled from the invite log.
    #[must_use]
    pub const fn needs_log(self) -> bool {
        matches!(self, Self::Invited | Self::LastInvited | Self::Target | Self::Round)
    }

    /// Whether the column stays empty for people with a sensitive record
    /// (specification 2.2).
    #[must_use]
    pub const fn is_hidden_of_restricted(self) -> bool {
        matches!(self, Self::Mobile | Self::Telephone | Self::Email | Self::Address | Self::Postcode)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_in_its_place() {
        for (place, (column, shown)) in ListColumn::ALL.iter().enumerate() {
            assert_eq!(*column as usize, place, "{}", shown.key);
            assert_eq!(ListColumn::named(shown.key), Some(*column));
        }
        assert_eq!(ListColumn::named(" Due-Date"), Some(ListColumn::DueDate));
        assert_eq!(ListColumn::named("shoe_size"), None);
    }
}
