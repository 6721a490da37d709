//! What rows say besides doses: refusals, appointments and doubts, kept until
//! it is known which rows were replaced.

use chrono::NaiveDate;

use super::event_columns::CODE_COLUMNS;
use crate::domain::{Appointment, DoubtId, EventFault, RecordDoubt, RecordFault, Refusal, RefusalKind};

/// Something that a row says of its person.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventNote {
    /// Place of the row in the read order of all vaccination rows.
    pub order: u32,
    /// Row number as a spreadsheet shows it.
    pub row: u32,
    /// Index of the person.
    pub person: u32,
    /// What it says.
    pub says: NoteKind,
    /// The date of the event, else when it was recorded.
    pub date: Option<NaiveDate>,
    /// Its code, where it has one that can be read.
    pub code: Option<u64>,
    /// When it counts.
    pub reading: ShortReading,
}

/// What a note says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// A vaccine was declined, or must not be given.
    Refusal(RefusalKind),
    /// A vaccination is booked.
    Appointment,
    /// The row is doubted.
    Doubt(DoubtId),
    /// Codes of these columns are damaged.
    Damaged([bool; CODE_COLUMNS]),
    /// Something is wrong with the record, which is read all the same.
    Fault(RecordFault),
}

impl NoteKind {
    /// The doubt, where it is one.
    pub const fn doubt(self) -> Option<DoubtId> {
        match self {
            Self::Doubt(id) => Some(id),
            Self::Damaged(_) => Some(DoubtId::CodesDamaged),
            Self::Refusal(_) | Self::Appointment | Self::Fault(_) => None,
        }
    }
}

/// How the missing cells of a row that ends early are read: only at the end of
/// its file is it known how many rows do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShortReading {
    /// The note counts whatever they are.
    Either,
    /// The note counts where missing cells are unknown.
    Unknown,
    /// The note counts where missing cells are blank.
    Blank,
}

/// What is kept of the notes in the end.
#[derive(Debug, Default)]
pub struct KeptNotes {
    /// Declined and contraindicated codes.
    pub refusals: Vec<Refusal>,
    /// Vaccinations that are booked.
    pub appointments: Vec<Appointment>,
    /// Doubts about single rows.
    pub doubts: Vec<RecordDoubt>,
    /// What is wrong with single rows.
    pub faults: Vec<EventFault>,
}

impl KeptNotes {
    /// Keeps a note of a row that was not replaced.
    pub(super) fn keep(&mut self, note: &EventNote) {
        let EventNote { person, order, date, code, .. } = *note;
        match (note.says, date) {
            (NoteKind::Refusal(kind), Some(date)) => {
                self.refusals.push(Refusal { person, order, kind, date, code: code.unwrap_or_default() });
            }
            (NoteKind::Appointment, Some(date)) => self.appointments.push(Appointment { person, order, date }),
            (NoteKind::Refusal(_) | NoteKind::Appointment, None) => {}
            (NoteKind::Fault(fault), date) => self.faults.push(EventFault { person, order, fault, date, code }),
            (NoteKind::Doubt(_) | NoteKind::Damaged(_), _) => {
                self.doubts.extend(note.says.doubt().map(|id| RecordDoubt { person, order, id, date, code }));
            }
        }
    }
}
