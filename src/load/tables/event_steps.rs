//! What a row of one's own people is: steps 6 to 9 of specification 2.4, and
//! what it says besides.

use chrono::NaiveDate;

use super::damaged_codes::warn_of_damage;
use super::event_codes::{RowCodes, Terms};
use super::event_columns::{CODE_COLUMNS, EventColumns};
use super::event_date::{DateLimits, FutureDate, RowDate};
use super::event_notes::{EventNote, NoteKind, ShortReading};
use super::event_rows::{EventPart, Record};
use super::name_key::NameKey;
use super::rejects::Reject;
use super::vaccination_reader::VaccinationReader;
use crate::domain::{
    Brand, DoubtId, Event, Person, RecordFault, RecordId, RefusalKind, RowAction, RowOutcome, Said, Site, undecorated,
};
use crate::load::rows::cells::births::read_birth;
use crate::load::rows::cells::dates::{DateCell, DateEvidence};
use crate::load::rows::row::Row;

/// A row of one's own people.
pub(super) struct OwnRow<'a, 'r> {
    /// The row.
    pub row: &'a Row<'r>,
    /// The columns of its file.
    pub columns: &'a EventColumns<'a>,
    /// The name of its file.
    pub file: &'a str,
    /// The days between which dates are believed.
    pub limits: &'a DateLimits,
    /// Whose it is.
    pub person: &'a Person,
    /// The person's index.
    pub index: u32,
    /// What the person is called; unknown where nobody asks.
    pub surname: NameKey,
    /// Its place in its part.
    pub order: u32,
    /// What it asks for.
    pub action: Said<RowAction>,
    /// The cells of its date and its recorded date.
    pub dates: [DateCell; 2],
    /// Whether it ends before a column that keeps people safe.
    pub is_short: bool,
}

impl OwnRow<'_, '_> {
    fn note(&self, says: NoteKind, date: Option<NaiveDate>, code: Option<u64>) -> EventNote {
        EventNote {
            order: self.order,
            row: self.row.number,
            person: self.index,
            says,
            date,
            code,
            reading: ShortReading::Either,
        }
    }

    /// The date by which a doubt about the row is put in the person's history:
    /// none where it can be no date of a COVID-19 vaccination of theirs.
    fn doubt_date(&self, date: &RowDate) -> Option<NaiveDate> {
        date.said.filter(|said| *said >= self.person.birth)
    }

    /// Whether the cell of the action is missing, not blank.
    fn lacks_action(&self) -> bool {
        self.is_short && self.columns.action.is_some_and(|column| column >= self.row.width())
    }

    fn reject(&self, date: &RowDate) -> Reject {
        let why = if date.date.is_some() { "the date is before the person's birth" } else { &date.reason };
        let columns = self.columns;
        Reject {
            file: self.file.to_owned(),
            row: self.row.number,
            column: columns.event_date.map(|column| columns.headings.written(column)).unwrap_or_default(),
            reason: why.to_owned(),
        }
    }
}

impl VaccinationReader<'_> {
    /// Adds a row of somebody in `patients` to its part.
    pub(super) fn event(&self, own: &OwnRow<'_, '_>, part: &mut EventPart) {
        let OwnRow { row, columns, person, .. } = own;
        let words = &self.rules.words;
        let date = RowDate::read(own.dates, own.limits);
        let codes = RowCodes::read(row, columns, &self.rules.codes, words);
        let not_given = words.not_given(row.cell(columns.not_given));
        let is_covid = codes.is_covid() || self.is_covid_type(row, columns);
        let is_not_given = own.action.is_unknown()
            || not_given.is_unknown()
            || not_given == Said::Read(true)
            || codes.says_not_given();
        let alive = date.date.filter(|date| *date >= person.birth);
        let if_blank = if !is_covid {
            RowOutcome::NotCovid
        } else if is_not_given {
            RowOutcome::NotGiven
        } else {
            match alive {
                None => RowOutcome::Rejected,
                Some(date) if date > self.as_at => RowOutcome::AfterAsAt,
                Some(date) => RowOutcome::Given(date),
            }
        };
        // Whether a dose was given is unknown where a cell that would say so is missing.
        let has_unknown = own.is_short && is_covid && !is_not_given;
        let outcome = if has_unknown { RowOutcome::NotGiven } else { if_blank };
        let notes_before = part.notes.len();
        match if_blank {
            RowOutcome::NotCovid => self.doubt_codes(own, &codes, &date, part),
            RowOutcome::NotGiven => {
                part.counts.first_not_given.get_or_insert(row.number);
                self.refusals(own, &codes, alive, part);
            }
            RowOutcome::Rejected | RowOutcome::AfterAsAt | RowOutcome::Given(_) => {
                dated_notes(own, &codes, &date, if_blank, part);
            }
        }
        if self.quality {
            self.dated_faults(own, &codes, &date, if_blank, part);
        }
        if has_unknown {
            for note in &mut part.notes[notes_before..] {
                note.reading = ShortReading::Blank;
            }
            let says = NoteKind::Doubt(DoubtId::RowsShort);
            let note = own.note(says, own.doubt_date(&date), codes.number());
            part.notes.push(EventNote { reading: ShortReading::Unknown, ..note });
            part.if_blank.push((own.order, if_blank));
        }
        if is_covid {
            if codes.damaged().contains(&true) {
                part.counts.damaged_beside.row(row.number);
            }
            let doubts =
                [(own.action.is_unknown(), DoubtId::ActionUnknown), (not_given.is_unknown(), DoubtId::NotGivenUnknown)];
            for (_, id) in doubts.into_iter().filter(|(stands, _)| *stands) {
                part.notes.push(own.note(NoteKind::Doubt(id), own.doubt_date(&date), codes.number()));
            }
        }
        if self.quality && is_covid {
            person_fault(own, &codes, &date, part);
        }
        let class = codes.class;
        let brand = codes.brand.unwrap_or(Brand::UNKNOWN);
        let mut event = Event {
            person: own.index,
            order: own.order,
            outcome,
            brand,
            class,
            code: codes.place,
            site: Site::default(),
        };
        warn_of_damage(row, columns, &event, own.file, &mut part.warnings);
        if matches!(if_blank, RowOutcome::Given(_)) && !words.is_blank(row.cell(columns.details[1])) {
            event.site = part.sites.place(&row.text(columns.details[1]));
        }
        if if_blank == RowOutcome::Rejected {
            part.rejects.push((own.order, own.reject(&date)));
        }
        let record = Record {
            id: columns.record_id(row, words).unwrap_or(RecordId::NONE),
            is_new: !matches!(own.action, Said::Read(RowAction::Update | RowAction::Delete)),
            repaired: date.repaired,
            has_notes: part.notes.len() > notes_before,
        };
        part.kept.push((event, record));
    }

    /// What is wrong with a row that reaches the step of dates, read all the same.
    fn dated_faults(
        &self,
        own: &OwnRow<'_, '_>,
        codes: &RowCodes<'_>,
        date: &RowDate,
        outcome: RowOutcome,
        part: &mut EventPart,
    ) {
        let is_dated = match outcome {
            RowOutcome::Rejected | RowOutcome::AfterAsAt | RowOutcome::Given(_) => true,
            RowOutcome::NotCovid | RowOutcome::NotGiven => false,
        };
        if date.repaired && is_dated {
            part.notes.push(own.note(NoteKind::Fault(RecordFault::DateRepaired), date.date, codes.number()));
        }
        if let RowOutcome::Given(day) = outcome
            && let Some(product) = codes.product()
            && let Some(age) = self.rules.quality.licensed_from(product)
            && age.reached(own.person.birth).is_some_and(|reached| day < reached)
        {
            part.notes.push(own.note(NoteKind::Fault(RecordFault::UnderLicensedAge), Some(day), Some(product)));
        }
    }

    /// Remembers declined and contraindicated codes. A contraindication without
    /// a date that can be used stands as of the day of the report.
    fn refusals(&self, own: &OwnRow<'_, '_>, codes: &RowCodes<'_>, alive: Option<NaiveDate>, part: &mut EventPart) {
        if alive.is_some_and(|date| date > self.as_at) {
            return;
        }
        for (kind, code) in codes.refusals() {
            let (date, reading) = match kind {
                RefusalKind::Contraindicated => (Some(alive.unwrap_or(self.as_at)), ShortReading::Either),
                // What a row says that is no row to go by is no refusal.
                RefusalKind::Declined if own.action.is_unknown() => continue,
                RefusalKind::Declined if own.lacks_action() => (alive, ShortReading::Blank),
                RefusalKind::Declined => (alive, ShortReading::Either),
            };
            if date.is_some() {
                part.notes.push(EventNote { reading, ..own.note(NoteKind::Refusal(kind), date, Some(code)) });
            }
        }
    }

    /// Doubts a row without a code known as COVID-19 that may be COVID-19 all the same.
    pub(super) fn doubt_codes(&self, own: &OwnRow<'_, '_>, codes: &RowCodes<'_>, date: &RowDate, part: &mut EventPart) {
        let terms = Terms::read(own.row, own.columns, codes, (&self.rules.doubts, &self.rules.words), &mut part.terms);
        let may_be_dose = own.dates[0].date().is_none_or(|date| own.limits.is_of_the_pandemic(date));
        let (said, code) = (own.doubt_date(date), codes.number());
        // Nearly every such row is told by its words to be of something else.
        let damaged = if may_be_dose && terms != Terms::Other { codes.damaged() } else { [false; CODE_COLUMNS] };
        if damaged.contains(&true) {
            part.notes.push(own.note(NoteKind::Damaged(damaged), said, code));
        }
        if terms == Terms::Covid {
            part.notes.push(own.note(NoteKind::Doubt(DoubtId::CodesUnknownCovid), said, code));
        }
    }

    /// Whether a SystmOne "Vaccination type" names a COVID-19 vaccine.
    fn is_covid_type(&self, row: &Row<'_>, columns: &EventColumns<'_>) -> bool {
        let Some(column) = columns.vaccination_type else { return false };
        let lower = row.text(Some(column)).to_lowercase();
        let mut words = self.rules.general.covid_type_words.iter();
        !lower.is_empty() && words.any(|word| lower.contains(&word.to_lowercase()))
    }
}

/// What the date of a row gives cause to note.
fn dated_notes(own: &OwnRow<'_, '_>, codes: &RowCodes<'_>, date: &RowDate, outcome: RowOutcome, part: &mut EventPart) {
    if date.repaired {
        part.counts.first_repaired.get_or_insert(own.row.number);
    }
    let code = codes.number();
    match date.future {
        Some(FutureDate::Appointment(day)) => part.notes.push(own.note(NoteKind::Appointment, Some(day), code)),
        Some(FutureDate::Error) => {
            part.notes.push(own.note(NoteKind::Doubt(DoubtId::DatesFuture), own.doubt_date(date), code));
        }
        None if outcome == RowOutcome::Rejected => {
            part.notes.push(own.note(NoteKind::Doubt(DoubtId::DatesUnreadable), own.doubt_date(date), code));
        }
        None => {}
    }
}

/// Whether the row tells of somebody else: another date of birth or surname.
/// What is blank or cannot be read tells of nobody.
fn person_fault(own: &OwnRow<'_, '_>, codes: &RowCodes<'_>, date: &RowDate, part: &mut EventPart) {
    let [birth, surname] = own.columns.person.map(|column| own.row.cell(column));
    let is_born_otherwise = !birth.is_empty()
        && read_birth(undecorated(birth), &mut DateEvidence::default())
            .date()
            .is_some_and(|birth| birth != own.person.birth);
    if is_born_otherwise || own.surname.differs_from(NameKey::of(surname)) {
        let fault = NoteKind::Fault(RecordFault::AnotherPersonsDetails);
        part.notes.push(own.note(fault, own.doubt_date(date), codes.number()));
    }
}
