//! `vaxdash compare`: two snapshots of the same practices, and who entered and
//! left each list between them, and why.

mod reason;
mod tables;

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counting::View;
use crate::classify::{Assessment, BoosterStatus, CampaignStatus, SecondDoseStatus, ThirdPrimaryStatus};
use crate::domain::{Named, NhsNumber, Person, Unreconciled, named_values};

pub use reason::Reason;
pub use tables::{change_list, changes_table, lists_table, movement_table, sources_table};

/// The lists that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkList {
    /// Second dose overdue.
    SecondDoseOverdue,
    /// First booster eligible.
    BoosterEligible,
    /// Eligible in the campaign open as at.
    CampaignEligible,
    /// Third primary dose due.
    ThirdPrimaryDue,
}

impl WorkList {
    /// Where somebody stands towards the list.
    fn position(self, view: View<'_>, assessment: &Assessment) -> ListPosition {
        let nowhere = ListPosition { is_on: false, has_ended: false, due: None };
        match self {
            Self::SecondDoseOverdue => assessment.second_dose.map_or(nowhere, |verdict| ListPosition {
                is_on: verdict.status == SecondDoseStatus::Overdue,
                has_ended: verdict.status == SecondDoseStatus::OfferClosed,
                // When the dose is due does not say when it is overdue.
                due: None,
            }),
            Self::BoosterEligible => ListPosition {
                is_on: assessment.booster.status == BoosterStatus::Eligible,
                has_ended: assessment.booster.status == BoosterStatus::Closed,
                due: assessment.booster.due,
            },
            Self::CampaignEligible => {
                if view.open_campaign().is_none() {
                    return ListPosition { has_ended: true, ..nowhere };
                }
                let Some(verdict) = view.in_open_campaign(assessment) else { return nowhere };
                ListPosition {
                    is_on: verdict.status == CampaignStatus::Eligible,
                    has_ended: verdict.status == CampaignStatus::TooSoon,
                    due: verdict.due,
                }
            }
            Self::ThirdPrimaryDue => assessment.third_primary.map_or(nowhere, |verdict| ListPosition {
                is_on: verdict.status == ThirdPrimaryStatus::Due,
                has_ended: verdict.status == ThirdPrimaryStatus::Closed,
                due: verdict.due,
            }),
        }
    }
}

named_values!(WorkList {
    SecondDoseOverdue => "second dose overdue",
    BoosterEligible => "booster eligible",
    CampaignEligible => "campaign eligible",
    ThirdPrimaryDue => "third primary due",
});

/// Where somebody stands towards a list.
#[derive(Debug, Clone, Copy)]
struct ListPosition {
    is_on: bool,
    /// Whether nobody like this person is offered the dose any more.
    has_ended: bool,
    due: Option<NaiveDate>,
}

/// One of the two snapshots.
pub struct Snapshot<'a> {
    /// The people whom the filter leaves.
    pub view: View<'a>,
    /// Everybody with a row in scope, patients or not.
    people: HashMap<NhsNumber, &'a Person>,
    assessed: HashMap<NhsNumber, &'a Assessment>,
}

impl<'a> Snapshot<'a> {
    /// A snapshot; `people` is everybody whom its data name.
    #[must_use]
    pub fn new(view: View<'a>, people: &'a [Person]) -> Self {
        let assessed = view.population.assessments.iter().map(|one| (one.person.nhs_number, one)).collect();
        let people = people.iter().map(|person| (person.nhs_number, person)).collect();
        Self { view, people, assessed }
    }

    /// The person's assessment, if a patient in that snapshot, chosen or not.
    #[must_use]
    pub fn find(&self, number: NhsNumber) -> Option<&'a Assessment> {
        self.assessed.get(&number).copied()
    }

    /// The people on a list.
    fn on(&self, list: WorkList) -> impl Iterator<Item = &'a Assessment> {
        let view = self.view;
        view.people().filter(move |assessment| list.position(view, assessment).is_on)
    }

    /// The practice on whose list the person is, if on it.
    fn practice_on(&self, list: WorkList, number: NhsNumber) -> Option<u16> {
        let assessment = self.find(number)?;
        let is_on = self.view.filter.keeps(assessment) && list.position(self.view, assessment).is_on;
        is_on.then_some(assessment.person.practice)
    }
}

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
