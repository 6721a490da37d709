//! Who entered and left each list between two snapshots.

use chrono::NaiveDate;

use super::reason::{self, Reason};
use super::snapshot::Snapshot;
use super::work_list::WorkList;
use crate::classify::Assessment;
use crate::domain::{Named, Unreconciled};

/// Somebody who entered or left a list.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The list.
    pub list: WorkList,
    /// Whether the person entered it, else left it.
    pub entered: bool,
    /// Why.
    pub reason: Reason,
    /// The practice whose list it is.
    pub practice: u16,
    /// The person as assessed in the snapshot in which he or she is on the list.
    pub assessment: &'a Assessment,
    /// When the dose was due.
    pub due: Option<NaiveDate>,
}

/// Everybody who entered or left a list between two snapshots: by practice, list,
/// those who entered first, then NHS number.
#[must_use]
pub fn changes<'a>(old: &Snapshot<'a>, new: &Snapshot<'a>) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for list in WorkList::ALL.iter().copied() {
        for (from, to, entered) in [(old, new, true), (new, old, false)] {
            // Who is on the list of `to` and was not on that of `from`.
            for assessment in to.on(list) {
                let (number, practice) = (assessment.person.nhs_number, assessment.person.practice);
                if from.practice_on(list, number) == Some(practice) {
                    continue;
                }
                let reason = if entered {
                    reason::of_entering(list, old, new, assessment)
                } else {
                    reason::of_leaving(list, new, old, assessment)
                };
                let due = list.position(to.view, assessment).due;
                found.push(Change { list, entered, reason, practice, assessment, due });
            }
        }
    }
    found.sort_by_key(|change| (change.practice, change.list, !change.entered, change.assessment.person.nhs_number));
    found
}

/// Checks that before, plus who entered, minus who left, is after.
///
/// # Errors
/// When it is not: a fault of the program.
pub fn check_changes(old: &Snapshot<'_>, new: &Snapshot<'_>, changes: &[Change<'_>]) -> Result<(), Unreconciled> {
    for list in WorkList::ALL.iter().copied() {
        let of = |entered: bool| changes.iter().filter(|one| one.list == list && one.entered == entered).count();
        let (before, after) = (old.on(list).count(), new.on(list).count());
        if before + of(true) != after + of(false) {
            return Err(Unreconciled(format!(
                "{}: {before} before, {} entered and {} left, {after} after",
                list.name(),
                of(true),
                of(false)
            )));
        }
    }
    Ok(())
}
