//! Whether rows follow one another without overlap and without gap.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::describe::{cohorts, sentence};
use super::row_header::RowHeader;
use crate::domain::{Cohort, UkDate};
use crate::toml_rows::{Diagnostics, Location};

/// When a row is in force, and for whom.
pub(super) struct Period {
    location: Location,
    id: String,
    from: NaiveDate,
    to: Option<NaiveDate>,
    cohorts: Vec<Cohort>,
}

impl Period {
    /// The period of a row.
    pub fn of(location: &Location, head: &RowHeader, cohorts: &[Cohort]) -> Self {
        Self {
            location: location.clone(),
            id: head.id.clone(),
            from: head.from,
            to: head.to,
            cohorts: cohorts.to_vec(),
        }
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
struct CoverageFault {
    location: Location,
    message: String,
}

/// Reports the overlaps and gaps of rows that are the same for everybody.
pub(super) fn check(diagnostics: &Diagnostics, file: &'static str, periods: &[Period], cover: Cover) {
    for fault in faults(&Location::whole(file), &periods.iter().collect::<Vec<_>>(), cover) {
        diagnostics.report(&fault.location, sentence(&fault.message));
    }
}

/// Reports the overlaps and gaps of each cohort; a fault that several cohorts
/// share is reported once.
pub(super) fn check_each_cohort(diagnostics: &Diagnostics, file: &'static str, periods: &[Period], cover: Cover) {
    let mut shared: BTreeMap<(Option<usize>, String, String), Vec<Cohort>> = BTreeMap::new();
    for cohort in Cohort::all() {
        let own: Vec<&Period> = periods.iter().filter(|period| period.cohorts.contains(&cohort)).collect();
        for CoverageFault { location, message } in faults(&Location::whole(file), &own, cover) {
            shared.entry((location.line, location.place, message)).or_default().push(cohort);
        }
    }
    for ((line, place, message), whom) in shared {
        diagnostics
            .report(&Location { file: file.into(), line, place }, sentence(&format!("{}: {message}", cohorts(&whom))));
    }
}

fn faults(whole: &Location, periods: &[&Period], cover: Cover) -> Vec<CoverageFault> {
    let mut periods = periods.to_vec();
    periods.sort_by_key(|period| period.from);
    let mut faults = Vec::new();
    let mut fault =
        |location: &Location, message: String| faults.push(CoverageFault { location: location.clone(), message });
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
        fault(&first.location, format!("gap: no row in force from {} to {}", UkDate(start), before(first.from)));
    }
    // The row so far that lasts longest.
    let mut last = *first;
    for next in periods.iter().skip(1) {
        match last.to {
            Some(to) if next.from > to => {
                if gaps && to.succ_opt() != Some(next.from) {
                    fault(&next.location, format!("gap: no row in force from {} to {}", after(to), before(next.from)));
                }
            }
            _ => fault(
                &next.location,
                format!("overlap: \"{}\" is still in force on {}; close it with \"to\"", last.id, UkDate(next.from)),
            ),
        }
        if last.to.is_some_and(|to| next.to.is_none_or(|later| later > to)) {
            last = next;
        }
    }
    if let (true, Some(to)) = (gaps, last.to) {
        fault(&last.location, format!("gap: no row in force from {} on", after(to)));
    }
    faults
}

fn before(date: NaiveDate) -> UkDate {
    UkDate(date.pred_opt().unwrap_or(date))
}

fn after(date: NaiveDate) -> UkDate {
    UkDate(date.succ_opt().unwrap_or(date))
}
