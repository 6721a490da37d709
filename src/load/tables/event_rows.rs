//! The vaccination rows of one's own people until every file is read: a later
//! UPDATE or DELETE may replace them (specification 2.4, step 5).

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use foldhash::fast::FixedState;

use super::event_columns::EventColumns;
use super::event_counts::{FileCounts, RowCounts};
use super::event_notes::{EventNote, KeptNotes, ShortReading};
use super::rejects::Reject;
use super::site_codes::SiteCodes;
use super::term_memo::TermMemo;
use super::trace::{Trace, TraceRow};
use super::warnings::Warnings;
use crate::domain::{DoubtId, Event, EventBucket, Finding, RecordId, RowOutcome, VaccinationTally};
use crate::load::rows::cells::dates::DateEvidence;
use crate::rules::DoubtRules;

/// The rows of people in `patients`, kept until all files are read: a later
/// file may replace them. There may be millions: of each, no more is kept than
/// its event, and at the same place in `records` what names its record.
#[derive(Default)]
pub struct EventRows {
    events: Vec<Event>,
    records: Vec<Record>,
    /// The last UPDATE or DELETE that names a record.
    actions: HashMap<RecordId, u32, FixedState>,
    rejects: Vec<(u32, Reject)>,
    /// Rows whose cells stand under the wrong headings.
    shifted: Vec<Reject>,
    /// Where the doses were given.
    sites: SiteCodes,
    /// Where the rows went; complete after [`EventRows::finish`].
    pub tally: VaccinationTally,
    /// UPDATE rows without a valid NHS number.
    pub unlinkable_updates: u64,
    /// What rows say besides, in read order.
    notes: Vec<EventNote>,
    /// What the rows of the file being read that end early are, where their
    /// missing cells are blank.
    if_blank: Vec<(u32, RowOutcome)>,
    /// Where the notes of the file being read begin.
    first_note: usize,
    /// The counts of the file being read, and of those read before it.
    counts: FileCounts,
    files: Vec<FileCounts>,
    /// Place of the next row in the read order of all vaccination rows.
    next_order: u32,
}

/// How a row was sent.
#[derive(Clone, Copy)]
pub(super) struct Record {
    /// The identity of its record; [`RecordId::NONE`] without one.
    pub id: RecordId,
    /// Whether it was sent as NEW.
    pub is_new: bool,
    /// Whether its date is that of RECORDED_DATE.
    pub repaired: bool,
    /// Whether it says anything that is noted.
    pub has_notes: bool,
}

/// What a part of a vaccinations file leaves. Its rows have their places within
/// the part, and its sites are numbered for themselves.
#[derive(Default)]
pub struct EventPart {
    pub(super) rows: u32,
    pub(super) kept: Vec<(Event, Record)>,
    pub(super) actions: Vec<(RecordId, u32)>,
    pub(super) rejects: Vec<(u32, Reject)>,
    pub(super) shifted: Vec<Reject>,
    pub(super) sites: SiteCodes,
    pub(super) tally: VaccinationTally,
    pub(super) unlinkable_updates: u64,
    pub(super) trace: Vec<TraceRow>,
    pub(super) warnings: Warnings,
    pub(super) evidence: [DateEvidence; 2],
    pub(super) notes: Vec<EventNote>,
    pub(super) if_blank: Vec<(u32, RowOutcome)>,
    pub(super) counts: RowCounts,
    /// What its terms say, while it is read.
    pub(super) terms: TermMemo,
}

/// What [`EventRows::finish`] leaves.
pub struct FinishedEvents {
    /// Rows that no later row replaced, in no particular order.
    pub events: Vec<Event>,
    /// Rows rejected.
    pub rejects: Vec<Reject>,
    /// The site codes that the events name.
    pub sites: Vec<String>,
    /// Records given as NEW more than once, with different dates.
    pub repeated_new: u64,
    /// Where the rows went, doses and duplicates apart.
    pub tally: VaccinationTally,
    /// UPDATE rows without a valid NHS number.
    pub unlinkable_updates: u64,
    /// What rows that nothing replaced say besides.
    pub notes: KeptNotes,
    /// What is to be judged, by file.
    pub findings: Vec<Finding>,
    /// The files in read order, each with the place of its first row.
    pub files: Vec<(u32, String)>,
}

/// So many UPDATEs and DELETEs are remembered before it is looked at which of
/// them name a record of one's own people.
const MANY_ACTIONS: usize = 1 << 16;

impl EventRows {
    /// Begins with the next file.
    pub fn begin_file(&mut self, file: &str, columns: &EventColumns<'_>) {
        let heading = |column: Option<usize>| column.map(|column| columns.headings.written(column)).unwrap_or_default();
        self.counts = FileCounts::new(file, columns.codes().map(heading), self.next_order);
        self.first_note = self.notes.len();
        self.if_blank.clear();
    }

    /// Ends the file: now it is known how the missing cells of rows that end
    /// early are read. Where most rows do, the exporter cuts blanks off.
    pub fn end_file(&mut self, doubts: &DoubtRules) {
        let RowCounts { short, all, .. } = self.counts.rows;
        let is_blank = doubts.passes_share(DoubtId::RowsShort, short.rows, all);
        if is_blank {
            for (order, outcome) in &self.if_blank {
                if let Ok(place) = self.events.binary_search_by_key(order, |event| event.order) {
                    self.events[place].outcome = *outcome;
                }
            }
        }
        if !self.if_blank.is_empty() || short.rows > 0 {
            let other = if is_blank { ShortReading::Unknown } else { ShortReading::Blank };
            let notes = self.notes.split_off(self.first_note);
            self.notes.extend(notes.into_iter().filter(|note| note.reading != other));
        }
        self.files.push(std::mem::take(&mut self.counts));
    }

    /// Adds the next part; its first row is the one after row `lines` of its file.
    pub fn add(&mut self, part: EventPart, lines: u32, trace: &mut Trace) {
        let first = self.next_order;
        let codes = part.sites.into_codes();
        let sites: Vec<_> = codes.iter().map(|code| self.sites.place(code)).collect();
        for (mut event, record) in part.kept {
            event.order += first;
            event.site =
                usize::try_from(event.site.0).ok().and_then(|place| sites.get(place).copied()).unwrap_or_default();
            self.events.push(event);
            self.records.push(record);
        }
        self.actions.extend(part.actions.into_iter().map(|(record_id, order)| (record_id, first + order)));
        let reject = |(order, reject): (u32, Reject)| (first + order, reject.after(lines));
        self.rejects.extend(part.rejects.into_iter().map(reject));
        self.counts.rows.add(part.counts, lines);
        self.if_blank.extend(part.if_blank.into_iter().map(|(order, outcome)| (first + order, outcome)));
        self.notes.extend(part.notes.into_iter().map(|note| EventNote {
            order: first + note.order,
            row: note.row.saturating_add(lines),
            ..note
        }));
        self.shifted.extend(part.shifted.into_iter().map(|reject| reject.after(lines)));
        trace.rows.extend(part.trace.into_iter().map(|row| TraceRow {
            order: first + row.order,
            row: row.row.saturating_add(lines),
            ..row
        }));
        self.tally += part.tally;
        self.tally.rows_read += u64::from(part.rows);
        self.unlinkable_updates += part.unlinkable_updates;
        self.next_order += part.rows;
        if self.actions.len() > MANY_ACTIONS.max(self.records.len()) {
            self.forget_actions();
        }
    }

    /// Forgets what names none of the records so far: it comes before any record
    /// that is still to come, and replaces only earlier ones. So the memory
    /// follows one's own people, whatever the extract holds.
    fn forget_actions(&mut self) {
        let mut named = HashMap::default();
        for Record { id, .. } in &self.records {
            if let Some(order) = self.actions.get(id) {
                named.insert(*id, *order);
            }
        }
        self.actions = named;
    }

    /// Takes out what later rows replaced, once every file is read.
    #[must_use]
    pub fn finish(self, trace: &mut Trace) -> FinishedEvents {
        let Self { mut events, records, actions, mut tally, mut files, .. } = self;
        let mut repeated_new = RepeatedNew::among(&records);
        let (mut rejected, mut forgotten, mut of_record) = (HashSet::new(), HashSet::new(), records.iter());
        let mut file = 0;
        events.retain(|event| {
            let Some(record) = of_record.next() else { return false };
            let replaced = actions.get(&record.id) > Some(&event.order);
            let bucket = match event.outcome {
                _ if replaced => Some(EventBucket::Replaced),
                RowOutcome::NotCovid => Some(EventBucket::NotCovid),
                RowOutcome::NotGiven => Some(EventBucket::NotGiven),
                RowOutcome::Rejected => Some(EventBucket::Rejected),
                RowOutcome::AfterAsAt => Some(EventBucket::AfterAsAt),
                RowOutcome::Given(_) => None,
            };
            if let Some(bucket) = bucket {
                tally.count(bucket);
                trace.end(event.order, bucket);
            }
            if replaced {
                if record.has_notes {
                    forgotten.insert(event.order);
                }
                return false;
            }
            file = file_of(&files, file, event.order);
            if let Some(file) = files.get_mut(file) {
                file.event(event.outcome, record.repaired);
            }
            let is_dated = !matches!(event.outcome, RowOutcome::NotCovid | RowOutcome::NotGiven);
            tally.date_repaired += u64::from(record.repaired && is_dated);
            match event.outcome {
                RowOutcome::Rejected => {
                    rejected.insert(event.order);
                }
                RowOutcome::Given(date) if record.is_new => repeated_new.see(record.id, date),
                RowOutcome::NotCovid | RowOutcome::NotGiven | RowOutcome::AfterAsAt | RowOutcome::Given(_) => {}
            }
            // Only doses matter from here on.
            matches!(event.outcome, RowOutcome::Given(_))
        });
        let (mut notes, mut file) = (KeptNotes::default(), 0);
        for note in self.notes.iter().filter(|note| !forgotten.contains(&note.order)) {
            file = file_of(&files, file, note.order);
            if let Some(file) = files.get_mut(file) {
                file.note(note);
            }
            notes.keep(note);
        }
        let rejects = self.rejects.into_iter().filter(|(order, _)| rejected.contains(order)).map(|(_, reject)| reject);
        FinishedEvents {
            events,
            rejects: rejects.chain(self.shifted).collect(),
            sites: self.sites.into_codes(),
            repeated_new: repeated_new.count,
            tally,
            unlinkable_updates: self.unlinkable_updates,
            notes,
            findings: files.iter().flat_map(FileCounts::findings).collect(),
            files: files.into_iter().map(|file| (file.first_order, file.file)).collect(),
        }
    }
}

/// The file that a row is of, from the file of a row before it on.
fn file_of(files: &[FileCounts], mut from: usize, order: u32) -> usize {
    while files.get(from + 1).is_some_and(|next| next.first_order <= order) {
        from += 1;
    }
    from
}

/// Records given as NEW more than once with another date: worth a warning.
/// Rows come in read order.
#[derive(Default)]
struct RepeatedNew {
    /// Of the identities, which bits came, and which came again: what shares no
    /// bit with another is no repetition, and need not be remembered.
    again: Bits,
    /// The date that a record was first given with.
    first: HashMap<RecordId, NaiveDate, FixedState>,
    count: u64,
}

impl RepeatedNew {
    fn among(records: &[Record]) -> Self {
        let (mut once, mut again) = (Bits::for_many(records.len()), Bits::for_many(records.len()));
        for record in records.iter().filter(|record| record.is_new) {
            if once.set(record.id) {
                again.set(record.id);
            }
        }
        Self { again, ..Self::default() }
    }

    fn see(&mut self, record_id: RecordId, date: NaiveDate) {
        if record_id != RecordId::NONE && self.again.has(record_id) {
            self.count += u64::from(*self.first.entry(record_id).or_insert(date) != date);
        }
    }
}

/// A set of identities that may hold more than it was given.
#[derive(Default)]
struct Bits(Vec<u64>);

impl Bits {
    /// Room for so many identities, of which one in eight shares its bit with another.
    fn for_many(count: usize) -> Self {
        Self(vec![0; (count / 8 + 1).next_power_of_two()])
    }

    fn place(&self, record_id: RecordId) -> (usize, u64) {
        let hash = record_id.0[0];
        let words = u64::try_from(self.0.len()).unwrap_or(1);
        (usize::try_from((hash >> 6) & (words - 1)).unwrap_or(0), 1 << (hash & 63))
    }

    /// Puts an identity in; whether its bit was there already.
    fn set(&mut self, record_id: RecordId) -> bool {
        let (word, bit) = self.place(record_id);
        let Some(bits) = self.0.get_mut(word) else { return true };
        let was = *bits & bit != 0;
        *bits |= bit;
        was
    }

    fn has(&self, record_id: RecordId) -> bool {
        let (word, bit) = self.place(record_id);
        self.0.get(word).is_none_or(|bits| bits & bit != 0)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{Brand, CodePlace, Site};

    fn record_id(number: u64) -> RecordId {
        RecordId([number.wrapping_mul(0x9E37_79B9_7F4A_7C15), number])
    }

    fn own(number: u64, order: u32) -> (Event, Record) {
        let date = NaiveDate::from_ymd_opt(2021, 3, 1).unwrap();
        let (brand, site) = (Brand::UNKNOWN, Site::default());
        let event = Event {
            person: 0,
            order,
            outcome: RowOutcome::Given(date),
            brand,
            class: None,
            code: CodePlace::NONE,
            site,
        };
        (event, Record { id: record_id(number), is_new: true, repaired: false, has_notes: false })
    }

    #[test]
    fn what_names_other_peoples_records_is_not_remembered() {
        let (mut rows, mut trace) = (EventRows::default(), Trace::default());
        rows.add(EventPart { rows: 2, kept: vec![own(1, 0), own(2, 1)], ..EventPart::default() }, 0, &mut trace);
        for part in 0..40_u64 {
            let actions = (0..10_000).map(|number| (record_id(1_000 + part * 10_000 + u64::from(number)), number));
            let mut actions: Vec<(RecordId, u32)> = actions.collect();
            if part == 3 {
                actions.push((record_id(2), 10_000));
            }
            rows.add(EventPart { rows: 10_001, actions, ..EventPart::default() }, 0, &mut trace);
            assert!(rows.actions.len() <= MANY_ACTIONS, "{}", rows.actions.len());
        }
        // A record that comes after what named it stays.
        rows.add(EventPart { rows: 1, kept: vec![own(1_500, 0)], ..EventPart::default() }, 0, &mut trace);
        let finished = rows.finish(&mut trace);
        assert_eq!(finished.events.iter().map(|event| event.order).collect::<Vec<_>>(), [0, 400_042]);
        assert_eq!(finished.tally.of(EventBucket::Replaced), 1);
    }

    #[test]
    fn a_record_that_is_new_again_with_another_date_is_counted_once_for_each() {
        let later = |number, order| {
            let (mut event, record) = own(number, order);
            event.outcome = RowOutcome::Given(NaiveDate::from_ymd_opt(2021, 5, 1).unwrap());
            (event, record)
        };
        let kept = vec![own(1, 0), own(2, 1), own(1, 2), later(1, 3), later(2, 4), later(3, 5), later(1, 6)];
        let (mut rows, mut trace) = (EventRows::default(), Trace::default());
        rows.add(EventPart { rows: 7, kept, ..EventPart::default() }, 0, &mut trace);
        assert_eq!(rows.finish(&mut trace).repeated_new, 3);
    }
}
