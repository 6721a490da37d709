//! The columns of a patients file.

use crate::domain::{Flag, Flags, Named};
use crate::load::files::headings::{Columns, Field};

/// The columns of one patient file, looked up once.
pub struct PatientColumns<'a> {
    /// All of them, for messages.
    pub headings: &'a Columns,
    /// The practice; several may hold it.
    pub practice: &'a [usize],
    /// The NHS number; several may hold it.
    pub nhs_number: &'a [usize],
    /// The date of birth; several may hold it.
    pub birth: &'a [usize],
    /// The date of death.
    pub death: Option<usize>,
    /// Whether the date of death is formal, informal or withdrawn.
    pub death_status: Option<usize>,
    /// Whether the record is sensitive.
    pub sensitive: Option<usize>,
    /// Why the person was removed from the list.
    pub removal: Option<usize>,
    /// Gender.
    pub gender: Option<usize>,
    /// Ethnic category.
    pub ethnicity: Option<usize>,
    /// Yes/no facts.
    pub flags: Vec<(Flags, Option<usize>)>,
    /// IMD quintile, decile and rank.
    pub imd: [Option<usize>; 3],
    /// Consent to text messages.
    pub sms_consent: Option<usize>,
}

impl<'a> PatientColumns<'a> {
    /// The columns under these headings.
    pub fn new(headings: &'a Columns) -> Self {
        let first = |field| headings.first(field);
        let flag_column = |name: &str| Field::named(name).and_then(&first);
        Self {
            headings,
            practice: headings.all(Field::PracticeCode),
            nhs_number: headings.all(Field::NhsNumber),
            birth: headings.all(Field::DateOfBirth),
            death: first(Field::DateOfDeath),
            death_status: first(Field::DeathStatus),
            sensitive: first(Field::SensitiveFlag),
            removal: first(Field::ReasonForRemoval),
            gender: first(Field::Gender),
            ethnicity: first(Field::EthnicCategory),
            flags: Flag::ALL.iter().map(|flag| (Flags::of(*flag), flag_column(flag.name()))).collect(),
            imd: [first(Field::ImdQuintile), first(Field::ImdDecile), first(Field::ImdRank)],
            sms_consent: first(Field::SmsConsent),
        }
    }

    /// The heading of a column as written; empty without one.
    pub fn heading(&self, column: Option<usize>) -> String {
        column.map(|column| self.headings.written(column)).unwrap_or_default()
    }
}
