//! The words of the field as types: people, doses, practices, groups.
//!
//! Nothing here reads a file, a clock or a rule. Every other module may use
//! this one; this one uses none of them.

mod age;
mod cohort;
mod contact;
mod dates;
mod decoration;
mod demographics;
mod doubt;
mod flags;
mod foreign;
mod heading_use;
mod imd;
mod issue;
mod named;
mod nhs_number;
mod ods;
pub mod own_columns;
mod person;
mod practice;
mod receipt;
mod record_fault;
mod said;
mod suggest;
mod summer_time;
mod tally;
mod unreconciled;
mod vaccination;
mod words;

pub use age::{AgeBand, AgeRange, completed_years, day_of_age};
pub use cohort::Cohort;
pub use contact::Contact;
pub use dates::{IsoDate, UkDate, UkDateTime, is_summer_time, london_date, london_to_utc};
pub use decoration::undecorated;
pub use demographics::{Ethnicity, Gender};
pub use doubt::{Consequence, Doubt, DoubtId, Finding, RecordDoubt};
pub use flags::{Flag, Flags};
pub use foreign::{Foreign, LONGEST_SHOWN, printable, safe_lines};
pub use heading_use::{FileHeadings, HeadingUse};
pub use imd::ImdVersion;
pub use issue::{Issue, Severity};
pub(crate) use named::named_values;
pub use named::{Described, Named};
pub use nhs_number::{NhsNumber, NhsNumberFault};
pub use ods::OdsCode;
pub use person::{Person, RegistrationStatus};
pub use practice::{Practice, Scope};
pub use receipt::{DataSource, Input, SourceOf};
pub use record_fault::{EventFault, RecordFault, RecordGaps};
pub use said::Said;
pub use suggest::{did_you_mean, is_near, shown};
pub use tally::{PatientTally, VaccinationTally};
pub use unreconciled::Unreconciled;
pub use vaccination::{
    Appointment, Brand, CodePlace, Dose, Event, EventBucket, ProcedureClass, RecordId, Refusal, RefusalKind,
    RowOutcome, Site,
};
pub use words::{LifeStatus, Removal, RowAction};
