//! Vaccination events and the doses they make.

use chrono::NaiveDate;

use super::named::named_values;

/// A vaccine brand, as an index into the brand names of the code lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Brand(pub u8);

impl Brand {
    /// A COVID-19 vaccine whose brand is not known.
    pub const UNKNOWN: Self = Self(0);

    /// Whether the brand is known.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// Where a vaccine was given, as an index into the site codes of the extract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Site(pub u32);

/// A code, as its place among all codes of the lists: two bytes instead of eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct CodePlace(u16);

impl CodePlace {
    /// No code that a list knows.
    pub const NONE: Self = Self(0);

    /// The place of the code that so many others come before; of lists that
    /// have no end, those beyond the last place have none.
    #[must_use]
    pub fn of(before: usize) -> Self {
        u16::try_from(before + 1).map_or(Self::NONE, Self)
    }

    /// How many codes come before.
    #[must_use]
    pub fn get(self) -> Option<usize> {
        usize::from(self.0).checked_sub(1)
    }
}

/// What a COVID-19 procedure code says (the classes of `procedures.csv`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProcedureClass {
    /// A vaccination; which dose is not said.
    Given,
    /// First dose.
    Dose1,
    /// Second dose.
    Dose2,
    /// Third dose.
    Dose3,
    /// Fourth dose.
    Dose4,
    /// Fifth dose.
    Dose5,
    /// Any booster or seasonal dose.
    Booster,
    /// The person declined.
    Declined,
    /// Not given, for another reason.
    NotGiven,
    /// The person did not attend.
    DidNotAttend,
    /// Contraindicated.
    Contraindicated,
    /// Not indicated.
    NotIndicated,
}

impl ProcedureClass {
    /// Whether the code means that a vaccine was given.
    #[must_use]
    pub const fn is_given(self) -> bool {
        matches!(
            self,
            Self::Given | Self::Dose1 | Self::Dose2 | Self::Dose3 | Self::Dose4 | Self::Dose5 | Self::Booster
        )
    }

    /// Whether the code shows that two or more doses came before this one.
    #[must_use]
    pub const fn is_after_primary(self) -> bool {
        matches!(self, Self::Dose3 | Self::Dose4 | Self::Dose5 | Self::Booster)
    }
}

named_values!(ProcedureClass {
    Given => "given",
    Dose1 => "dose1",
    Dose2 => "dose2",
    Dose3 => "dose3",
    Dose4 => "dose4",
    Dose5 => "dose5",
    Booster => "booster",
    Declined => "declined",
    NotGiven => "not-given",
    DidNotAttend => "did-not-attend",
    Contraindicated => "contraindicated",
    NotIndicated => "not-indicated",
});

/// The identity of a record: a digest of its `UNIQUE_ID_URI` and `UNIQUE_ID`,
/// wide enough that two records never share one by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub [u64; 2]);

impl RecordId {
    /// No identity: that of no record.
    pub const NONE: Self = Self([0; 2]);
}

/// What one vaccination row of a person turned out to be, before the dates of
/// the person's other rows are looked at (specification 2.4, steps 6 to 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOutcome {
    /// No code is known as COVID-19.
    NotCovid,
    /// Not given.
    NotGiven,
    /// No usable date, or before birth.
    Rejected,
    /// Given, dated after as-at.
    AfterAsAt,
    /// Given on a date that counts.
    Given(NaiveDate),
}

/// One vaccination row of a person in `patients`, a few tens of bytes.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// Index of the person in the extract.
    pub person: u32,
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// What the row is.
    pub outcome: RowOutcome,
    /// Vaccine brand.
    pub brand: Brand,
    /// What its procedure code says; `None` for a product code alone.
    pub class: Option<ProcedureClass>,
    /// Its procedure code, else its product code.
    pub code: CodePlace,
    /// Where it was given.
    pub site: Site,
}

/// What a code says of why no vaccine was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// The person declined.
    Declined,
    /// A contraindication, an allergy or an adverse reaction.
    Contraindicated,
}

/// A declined or contraindicated code of a person, remembered with its date
/// (specification 2.4, step 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Index of the person in the extract.
    pub person: u32,
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// What it says.
    pub kind: RefusalKind,
    /// The date of the event; of a contraindication without a date that can be
    /// used, the date of the report.
    pub date: NaiveDate,
    /// The code.
    pub code: u64,
}

/// A vaccination that is booked: a row dated after the last refresh
/// (specification 8.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appointment {
    /// Index of the person in the extract.
    pub person: u32,
    /// Place in the read order of all vaccination rows.
    pub order: u32,
    /// The day.
    pub date: NaiveDate,
}

/// A counted dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dose {
    /// Date of vaccination.
    pub date: NaiveDate,
    /// Place in the read order of the row that gives the details.
    pub order: u32,
    /// Vaccine brand.
    pub brand: Brand,
    /// What the procedure code says.
    pub class: Option<ProcedureClass>,
    /// Its procedure code, else its product code.
    pub code: CodePlace,
    /// Where it was given.
    pub site: Site,
}

/// The eleven dispositions of a vaccination row, in the order they are tested
/// (specification 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EventBucket {
    /// A DELETE.
    DeleteInstructions,
    /// No valid NHS number.
    Unlinkable,
    /// Not a patient row in scope.
    OtherPeople,
    /// The person is not in `patients`.
    ExcludedPeople,
    /// A later UPDATE or DELETE names the same record.
    Replaced,
    /// Not a COVID-19 code.
    NotCovid,
    /// Not given.
    NotGiven,
    /// No usable date, or before birth.
    Rejected,
    /// After as-at.
    AfterAsAt,
    /// Less than 14 days after the previous counted dose.
    Duplicates,
    /// Counted.
    Doses,
}

named_values!(EventBucket {
    DeleteInstructions => "delete_instructions",
    Unlinkable => "unlinkable",
    OtherPeople => "other_people",
    ExcludedPeople => "excluded_people",
    Replaced => "replaced",
    NotCovid => "not_covid",
    NotGiven => "not_given",
    Rejected => "rejected",
    AfterAsAt => "after_as_at",
    Duplicates => "duplicates",
    Doses => "doses",
});
