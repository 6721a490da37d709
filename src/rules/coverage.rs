//! Whether rows follow one another without overlap and without gap.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::head::Head;
use super::ledger::{Ledger, Spot};
use super::words::{cohorts, sentence};
use crate::domain::{Cohort, UkDate};

/// When a row is in force, and for whom.
pub(super) struct Period {
    spot: Spot,
    id: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
    cohorts: Vec<Cohort>,
}

impl Period {
    /// The period of a row.
    pub fn of(spot: &Spot, head: &Head, cohorts: &[Cohort]) -> Self {
        Self { spot: spot.clone(), id: head.id.clone(), from: head.from, to: head.to, cohorts: cohorts.to_vec() }
    }
}

/// What the rows of a file must cover.
#[derive(Clone, Copy)]
pub(super) enum Cover {
    /// Gaps are as they should be, or cannot be told because a row is faulty.
    Anything,
    /// Every day from the first row on.
    OnFromFirst,
    /// Every day from this one on.
    OnFrom(NaiveDate),
}

/// A fault between rows: its place, what it is, and after which subject.
struct Fault {
    spot: Spot,
    message: String,
}

/// Notes the overlaps and gaps of rows that are the same for everybody.
pub(super) fn check(ledger: &Ledger, file: &'static str, periods: &[Period], cover: Cover) {
    for fault in faults(&Spot::whole(file), &periods.iter().collect::<Vec<_>>(), cover) {
        ledger.note(&fault.spot, sentence(&fault.message));
    }
}

/// Notes the overlaps and gaps of each cohort; a fault that several cohorts
/// share is noted once.
pub(super) fn check_each_cohort(ledger: &Ledger, file: &'static str, periods: &[Period], cover: Cover) {
    let mut shared: BTreeMap<(Option<usize>, String, String), Vec<Cohort>> = BTreeMap::new();
    for cohort in Cohort::all() {
        let own: Vec<&Period> = periods.iter().filter(|period| period.cohorts.contains(&cohort)).collect();
        for Fault { spot, message } in faults(&Spot::whole(file), &own, cover) {
            shared.entry((spot.line, spot.place, message)).or_default().push(cohort);
        }
    }
    for ((line, place, message), whom) in shared {
        ledger.note(&Spot { file, line, place }, sentence(&format!("{}: {message}", cohorts(&whom))));
    }
}

fn faults(whole: &Spot, periods: &[&Period], cover: Cover) -> Vec<Fault> {
    let mut periods = periods.to_vec();
    periods.sort_by_key(|period| period.from);
    let mut faults = Vec::new();
    let mut fault = |spot: &Spot, message: String| faults.push(Fault { spot: spot.clone(), message });
    let gaps = !matches!(cover, Cover::Anything);
    let Some(first) = periods.first() else {
        if gaps {
            fault(whole, "no row".to_owned());
        }
        return faults;
    };
    if let Cover::OnFrom(start) = cover
        && first.from > start
    {
        fault(&first.spot, format!("gap: no row in force from {} to {}", UkDate(start), before(first.from)));
    }
    // The row so far that lasts longest.
    let mut last = *first;
    for next in periods.iter().skip(1) {
        match last.to {
            Some(to) if next.from > to => {
                if gaps && to.succ_opt() != Some(next.from) {
                    fault(&next.spot, format!("gap: no row in force from {} to {}", after(to), before(next.from)));
                }
            }
            _ => fault(
                &next.spot,
                format!("overlap: \"{}\" is still in force on {}; close it with \"to\"", last.id, UkDate(next.from)),
            ),
        }
        if last.to.is_some_and(|to| next.to.is_none_or(|later| later > to)) {
            last = next;
        }
    }
    if let (true, Some(to)) = (gaps, last.to) {
        fault(&last.spot, format!("gap: no row in force from {} on", after(to)));
    }
    faults
}

fn before(date: NaiveDate) -> UkDate {
    UkDate(date.pred_opt().unwrap_or(date))
}

fn after(date: NaiveDate) -> UkDate {
    UkDate(date.succ_opt().unwrap_or(date))
}
