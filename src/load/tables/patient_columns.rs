//! The columns of a patients file.

use super::patient_fields::PatientFields;
use crate::domain::{Flag, Flags, Named};
use crate::load::files::headings::{Columns, Field};

/// The columns of one patient file, looked up once. Several may hold one field
/// that keeps people safe: all of them are read.
pub struct PatientColumns<'a> {
    /// All of them, for messages.
    pub headings: &'a Columns,
    /// The facts that the file has.
    pub fields: PatientFields,
    /// The practice; several may hold it.
    pub practice: &'a [usize],
    /// The NHS number; several may hold it.
    pub nhs_number: &'a [usize],
    /// The date of birth; several may hold it.
    pub birth: &'a [usize],
    /// The date of death.
    pub death: &'a [usize],
    /// Whether the date of death is formal, informal or withdrawn.
    pub death_status: &'a [usize],
    /// Whether the record is sensitive.
    pub sensitive: &'a [usize],
    /// Why the person was removed from the list.
    pub removal: &'a [usize],
    /// Consent to text messages.
    pub sms_consent: &'a [usize],
    /// Gender.
    pub gender: Option<usize>,
    /// Ethnic category.
    pub ethnicity: Option<usize>,
    /// Yes/no facts.
    pub flags: Vec<(Flags, Field, usize)>,
    /// IMD quintile, decile and rank.
    pub imd: [Option<usize>; 3],
    /// So many cells a row has that does not end before a column that keeps
    /// people safe; 0 where the end of a row means nothing (workbooks).
    pub whole: usize,
}

impl<'a> PatientColumns<'a> {
    /// The columns under these headings, of text or of a workbook.
    pub fn new(headings: &'a Columns, is_text: bool) -> Self {
        let first = |field| headings.first(field);
        let flag = |flag: &Flag| {
            let field = Field::named(flag.name())?;
            Some((Flags::of(*flag), field, first(field)?))
        };
        let safety =
            [Field::DateOfDeath, Field::DeathStatus, Field::SensitiveFlag, Field::ReasonForRemoval, Field::SmsConsent];
        let last = safety.into_iter().flat_map(|field| headings.all(field)).max();
        Self {
            headings,
            fields: PatientFields::of(headings),
            practice: headings.all(Field::PracticeCode),
            nhs_number: headings.all(Field::NhsNumber),
            birth: headings.all(Field::DateOfBirth),
            death: headings.all(Field::DateOfDeath),
            death_status: headings.all(Field::DeathStatus),
            sensitive: headings.all(Field::SensitiveFlag),
            removal: headings.all(Field::ReasonForRemoval),
            sms_consent: headings.all(Field::SmsConsent),
            gender: first(Field::Gender),
            ethnicity: first(Field::EthnicCategory),
            flags: Flag::ALL.iter().filter_map(flag).collect(),
            imd: [first(Field::ImdQuintile), first(Field::ImdDecile), first(Field::ImdRank)],
            whole: last.filter(|_| is_text).map_or(0, |last| last + 1),
        }
    }
}
