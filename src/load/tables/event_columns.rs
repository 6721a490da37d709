//! The columns of a vaccinations file.

use std::hash::{BuildHasher, Hasher};

use foldhash::quality::FixedState;

use crate::domain::RecordId;
use crate::load::files::headings::{Columns, Field};
use crate::load::rows::row::Row;

/// The columns of one vaccination file, looked up once.
pub struct EventColumns<'a> {
    /// All of them, for messages.
    pub headings: &'a Columns,
    /// The NHS number; several may hold it.
    pub nhs_number: &'a [usize],
    /// When it happened.
    pub event_date: Option<usize>,
    /// When it was recorded.
    pub recorded_date: Option<usize>,
    /// Procedure code.
    pub procedure: Option<usize>,
    /// Product code.
    pub product: Option<usize>,
    /// Situation code.
    pub situation: Option<usize>,
    /// Whether nothing was given.
    pub not_given: Option<usize>,
    /// Why nothing was given.
    pub reason_not_given: Option<usize>,
    /// NEW, UPDATE or DELETE.
    pub action: Option<usize>,
    /// The two parts of the identity of a record: its URI and its number.
    pub record_id: [Option<usize>; 2],
    /// The type in words.
    pub vaccination_type: Option<usize>,
    /// Batch number and site code.
    pub details: [Option<usize>; 2],
}

impl<'a> EventColumns<'a> {
    /// The columns under these headings.
    pub fn new(headings: &'a Columns) -> Self {
        let first = |field| headings.first(field);
        let has_codes = headings.has(Field::ProcedureCode) || headings.has(Field::ProductCode);
        Self {
            headings,
            nhs_number: headings.all(Field::NhsNumber),
            event_date: first(Field::EventDate),
            recorded_date: first(Field::RecordedDate),
            procedure: first(Field::ProcedureCode),
            product: first(Field::ProductCode),
            situation: first(Field::SituationCode),
            not_given: first(Field::NotGiven),
            reason_not_given: first(Field::ReasonNotGiven),
            action: first(Field::ActionFlag),
            record_id: [first(Field::UniqueIdUri), first(Field::UniqueId)],
            // Codes decide, terms never: the words count only where a report has no codes at all.
            vaccination_type: if has_codes { None } else { first(Field::VaccinationType) },
            details: [first(Field::BatchNumber), first(Field::SiteCode)],
        }
    }

    /// The identity of a row's record, where both of its parts are filled.
    pub fn record_id(&self, row: &Row<'_>) -> Option<RecordId> {
        let [uri, id] = self.record_id.map(|column| row.cell(column));
        if uri.is_empty() || id.is_empty() {
            return None;
        }
        Some(RecordId([0, 1].map(|half| {
            let mut hasher = FixedState::with_seed(half).build_hasher();
            hasher.write_usize(uri.len());
            hasher.write(uri);
            hasher.write(id);
            hasher.finish()
        })))
    }
}
