//! What counts of doses can be broken down by (specification 4).

use crate::domain::named_values;
use crate::report::counting::Dimension;
use crate::report::model::{Column, Kind};

/// A key of `--by` for counts of doses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoseKey {
    /// The practice with which the person is registered.
    Practice,
    /// Its Primary Care Network.
    Pcn,
    /// Where the dose was given.
    Site,
    /// The brand of the vaccine.
    Brand,
    /// Who sent the record.
    Supplier,
}

named_values!(DoseKey {
    Practice => "practice",
    Pcn => "pcn",
    Site => "site",
    Brand => "brand",
    Supplier => "supplier",
});

/// A group that is blank in JSON and CSV, for people.
const NOT_KNOWN: &str = "not known";

impl DoseKey {
    /// The same groups as groups of people; `None` where they are groups of doses alone.
    #[must_use]
    pub const fn of_people(self) -> Option<Dimension> {
        match self {
            Self::Practice => Some(Dimension::Practice),
            Self::Pcn => Some(Dimension::Pcn),
            Self::Site | Self::Brand | Self::Supplier => None,
        }
    }

    /// The columns that show a group.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Practice => Dimension::Practice.columns(),
            Self::Pcn => Dimension::Pcn.columns(),
            Self::Site => vec![Column::new("site_code", "Site", Kind::Code).blank_as(NOT_KNOWN)],
            Self::Brand => vec![Column::new("brand", "Brand", Kind::Code)],
            Self::Supplier => vec![Column::new("supplier", "Supplier", Kind::Code).blank_as(NOT_KNOWN)],
        }
    }
}
