//! A row of a vaccination file before it is written.

use crate::sample::calendar::Day;
use crate::sample::codes::{Procedure, Product};
use crate::sample::files::SampleSupplier;

/// Whose row it says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSubject {
    /// The person's.
    Own,
    /// The person's of the next row of the patients file.
    Neighbour,
    /// Nobody's: no NHS number.
    Blank,
    /// Nobody's: NHS number 0.
    Zero,
    /// Nobody's: an NHS number that fails its check.
    BadCheckDigit,
    /// Somebody's whom no patient row knows.
    Stranger,
}

/// How the date of vaccination is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventDate {
    /// As is usual in the file.
    Usual(Day),
    /// `YYYY-MM-DDThh:mm:ss+00`.
    Iso(Day),
    /// A hundred years too early.
    CenturyEarly(Day),
    /// As something that is no date.
    Unreadable,
    /// Not at all.
    Blank,
}

/// How a row of the older, wide file says that nothing was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGivenMark {
    /// It does not.
    None,
    /// NOT_GIVEN is true, with a reason.
    Flag,
    /// A reason alone.
    Reason,
    /// A situation code.
    Situation(&'static Procedure),
}

/// One row of a vaccination file.
#[derive(Debug, Clone, Copy)]
pub struct EventRow {
    /// Who keeps the record.
    pub source: SampleSupplier,
    /// Whether it is sent in the supplier's second, later file.
    pub later: bool,
    /// The record's number among those of the person.
    pub id: u32,
    /// The action; none for the supplier's usual spelling of NEW.
    pub action: Option<&'static str>,
    /// Whether only the ids and the action are filled.
    pub ids_only: bool,
    /// Whose row it says it is.
    pub subject: RowSubject,
    /// The date of vaccination.
    pub when: EventDate,
    /// The date of recording.
    pub recorded: Option<EventDate>,
    /// The procedure code, if any.
    pub procedure: Option<&'static Procedure>,
    /// The product code, if any.
    pub product: Option<&'static Product>,
    /// The dose number; 0 for none.
    pub sequence: u32,
    /// Whether nothing was given.
    pub refusal: NotGivenMark,
    /// Whether a text cell has a line break, a quote and the delimiter.
    pub broken_text: bool,
}
