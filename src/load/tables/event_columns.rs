//! The columns of a vaccinations file.

use std::hash::{BuildHasher, Hasher};

use foldhash::quality::FixedState;

use crate::domain::RecordId;
use crate::load::files::headings::{Columns, Field};
use crate::load::files::layout::Layout;
use crate::load::rows::file_rows::RowFormat;
use crate::load::rows::row::Row;
use crate::rules::Vocabulary;

/// How many columns hold codes: procedure, product, situation and reason.
pub const CODE_COLUMNS: usize = 4;

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
    /// Date of birth and surname of the person to whom it was given.
    pub person: [Option<usize>; 2],
    /// Batch number and site code.
    pub details: [Option<usize>; 2],
    /// The terms of procedure, product, situation and reason.
    pub terms: [Option<usize>; CODE_COLUMNS],
    /// A row of text with fewer cells than this ends before a column that keeps
    /// people safe; 0 for a workbook, whose missing cells are blank.
    pub safety_width: usize,
}

impl<'a> EventColumns<'a> {
    /// The columns under these headings.
    pub fn new(layout: &'a Layout) -> Self {
        let headings = &layout.columns;
        let first = |field| headings.first(field);
        let has_codes = headings.has(Field::ProcedureCode) || headings.has(Field::ProductCode);
        let safety = [Field::ActionFlag, Field::NotGiven, Field::SituationCode, Field::ReasonNotGiven];
        let is_text = matches!(layout.format, RowFormat::Delimited(_));
        let last = safety.into_iter().filter_map(first).max().filter(|_| is_text);
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
            person: [first(Field::DateOfBirth), first(Field::Surname)],
            details: [first(Field::BatchNumber), first(Field::SiteCode)],
            terms: [Field::ProcedureTerm, Field::ProductTerm, Field::SituationTerm, Field::ReasonTerm].map(first),
            safety_width: last.map_or(0, |last| last + 1),
        }
    }

    /// The columns of codes: procedure, product, situation and reason.
    pub const fn codes(&self) -> [Option<usize>; CODE_COLUMNS] {
        [self.procedure, self.product, self.situation, self.reason_not_given]
    }

    /// The identity of a row's record, where both of its parts are filled.
    pub fn record_id(&self, row: &Row<'_>, words: &Vocabulary) -> Option<RecordId> {
        let [uri, id] = self.record_id.map(|column| row.cell(column));
        if words.is_blank(uri) || words.is_blank(id) {
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
