//! The vaccination rows of one's own people until every file is read: a later
//! UPDATE or DELETE may replace them (specification 2.4, step 5).

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use foldhash::fast::FixedState;

use super::dates::DateEvidence;
use super::faults::{Reject, Warnings};
use super::site_codes::SiteCodes;
use super::trace::{Trace, TraceRow};
use crate::domain::{Event, EventBucket, EventFate, Identity, VaccinationTally};

/// The rows of people in `patients`, kept until all files are read: a later
/// file may replace them.
#[derive(Default)]
pub struct EventRows {
    pub(super) kept: Vec<KeptRow>,
    /// The last UPDATE or DELETE that names a record.
    pub(super) actions: HashMap<Identity, u32, FixedState>,
    pub(super) rejects: Vec<(u32, Reject)>,
    /// Where the doses were given.
    pub(super) sites: SiteCodes,
    /// Where the rows went; complete after [`EventRows::finish`].
    pub tally: VaccinationTally,
    /// UPDATE rows without a valid NHS number.
    pub unlinkable_updates: u64,
    /// Place of the next row in the read order of all vaccination rows.
    pub(super) next_order: u32,
}

/// A row of a person in `patients`.
pub(super) struct KeptRow {
    /// What the row is.
    pub event: Event,
    /// The identity of its record.
    pub identity: Option<Identity>,
    /// Whether it was sent as NEW.
    pub is_new: bool,
    /// Whether its date is that of RECORDED_DATE.
    pub repaired: bool,
}

/// What a part of a vaccinations file leaves. Its rows have their places within
/// the part, and its sites are numbered for themselves.
#[derive(Default)]
pub struct EventPart {
    pub(super) rows: u32,
    pub(super) kept: Vec<KeptRow>,
    pub(super) actions: Vec<(Identity, u32)>,
    pub(super) rejects: Vec<(u32, Reject)>,
    pub(super) sites: SiteCodes,
    pub(super) tally: VaccinationTally,
    pub(super) unlinkable_updates: u64,
    pub(super) trace: Vec<TraceRow>,
    pub(super) warnings: Warnings,
    pub(super) evidence: [DateEvidence; 2],
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
}

/// So many UPDATEs and DELETEs are remembered before it is looked at which of
/// them name a record of one's own people.
const MANY_ACTIONS: usize = 1 << 16;

impl EventRows {
    /// Adds the next part; its first row is the one after row `lines` of its file.
    pub fn add(&mut self, part: EventPart, lines: u32, trace: &mut Trace) {
        let first = self.next_order;
        let codes = part.sites.into_codes();
        let sites: Vec<_> = codes.iter().map(|code| self.sites.place(code)).collect();
        self.kept.extend(part.kept.into_iter().map(|mut kept| {
            kept.event.order += first;
            kept.event.site =
                usize::try_from(kept.event.site.0).ok().and_then(|place| sites.get(place).copied()).unwrap_or_default();
            kept
        }));
        self.actions.extend(part.actions.into_iter().map(|(identity, order)| (identity, first + order)));
        let reject = |(order, reject): (u32, Reject)| (first + order, reject.after(lines));
        self.rejects.extend(part.rejects.into_iter().map(reject));
        trace.rows.extend(part.trace.into_iter().map(|row| TraceRow {
            order: first + row.order,
            row: row.row.saturating_add(lines),
            ..row
        }));
        self.tally += part.tally;
        self.tally.rows_read += u64::from(part.rows);
        self.unlinkable_updates += part.unlinkable_updates;
        self.next_order += part.rows;
        if self.actions.len() > MANY_ACTIONS.max(self.kept.len()) {
            self.forget_actions();
        }
    }

    /// Forgets what names none of the records so far: it comes before any record
    /// that is still to come, and replaces only earlier ones. So the memory
    /// follows one's own people, whatever the extract holds.
    fn forget_actions(&mut self) {
        let mut named = HashMap::default();
        for identity in self.kept.iter().filter_map(|kept| kept.identity) {
            if let Some(order) = self.actions.get(&identity) {
                named.insert(identity, *order);
            }
        }
        self.actions = named;
    }

    /// Takes out what later rows replaced, once every file is read.
    pub fn finish(&mut self, trace: &mut Trace) -> FinishedEvents {
        let mut events = Vec::with_capacity(self.kept.len());
        let mut rejected = HashSet::new();
        let mut repeated_new = RepeatedNew::default();
        // The rows of a record side by side, instead of a map of all records.
        self.kept.sort_unstable_by_key(|kept| (kept.identity, kept.event.order));
        for kept in self.kept.drain(..) {
            let replaced = kept.identity.and_then(|identity| self.actions.get(&identity)) > Some(&kept.event.order);
            let bucket = match kept.event.fate {
                _ if replaced => Some(EventBucket::Replaced),
                EventFate::NotCovid => Some(EventBucket::NotCovid),
                EventFate::NotGiven(_) => Some(EventBucket::NotGiven),
                EventFate::Rejected => Some(EventBucket::Rejected),
                EventFate::AfterAsAt => Some(EventBucket::AfterAsAt),
                EventFate::Given(_) => None,
            };
            if let Some(bucket) = bucket {
                self.tally.count(bucket);
                trace.end(kept.event.order, bucket);
            }
            if replaced {
                continue;
            }
            self.tally.date_repaired += u64::from(kept.repaired);
            match kept.event.fate {
                EventFate::Rejected => {
                    rejected.insert(kept.event.order);
                }
                EventFate::Given(date) if kept.is_new => repeated_new.see(kept.identity, date),
                _ => {}
            }
            // Only doses and refusals matter from here on.
            if matches!(kept.event.fate, EventFate::Given(_) | EventFate::NotGiven(Some(_))) {
                events.push(kept.event);
            }
        }
        let rejects = self.rejects.drain(..).filter(|(order, _)| rejected.contains(order)).map(|(_, reject)| reject);
        FinishedEvents {
            events,
            rejects: rejects.collect(),
            sites: std::mem::take(&mut self.sites).into_codes(),
            repeated_new: repeated_new.count,
        }
    }
}

/// Records given as NEW more than once with another date: worth a warning.
/// Rows come by record, then in read order.
#[derive(Default)]
struct RepeatedNew {
    /// The record of the last row, and the date it was first given with.
    first: Option<(Identity, NaiveDate)>,
    count: u64,
}

impl RepeatedNew {
    fn see(&mut self, identity: Option<Identity>, date: NaiveDate) {
        match (identity, self.first) {
            (Some(identity), Some((same, first))) if identity == same => self.count += u64::from(first != date),
            (Some(identity), _) => self.first = Some((identity, date)),
            (None, _) => {}
        }
    }
}
