//! Why somebody entered or left a list between two snapshots.

use super::snapshot::Snapshot;
use super::work_list::WorkList;
use crate::classify::Assessment;
use crate::domain::{Person, RegistrationStatus};

/// Why somebody entered or left a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A dose has been recorded.
    Vaccinated,
    /// The time has come.
    BecameDue,
    /// A death has become known.
    Died,
    /// No longer registered with the practice.
    MovedAway,
    /// Newly registered with the practice.
    MovedIn,
    /// What was recorded in the old snapshot has been changed since.
    RecordCorrected,
    /// A dose given before the old snapshot has been recorded since.
    RecordedLate,
    /// Nothing about the person changed: the interval in force did.
    RuleChanged,
    /// Nothing about the person changed: the dose is no longer offered.
    OfferEnded,
    /// The person was, or is, not among those whom the filters choose.
    FilterNoLongerMet,
}

impl Reason {
    /// The words used in every output.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Vaccinated => "vaccinated",
            Self::BecameDue => "became due",
            Self::Died => "died",
            Self::MovedAway => "moved away",
            Self::MovedIn => "moved in",
            Self::RecordCorrected => "record corrected or deleted",
            Self::RecordedLate => "recorded late",
            Self::RuleChanged => "rule changed",
            Self::OfferEnded => "offer ended",
            Self::FilterNoLongerMet => "filter newly or no longer met",
        }
    }
}

/// Why somebody who is on the new list was not on the old one.
pub(super) fn of_entering(list: WorkList, old: &Snapshot<'_>, new: &Snapshot<'_>, is: &Assessment) -> Reason {
    let number = is.person.nhs_number;
    let Some(was) = old.find(number) else {
        return match old.people.get(&number).map(|person| person.registration) {
            None | Some(RegistrationStatus::Removed) => Reason::MovedIn,
            Some(_) => Reason::RecordCorrected,
        };
    };
    if was.person.practice != is.person.practice {
        return Reason::MovedIn;
    }
    if !old.view.keeps(was) {
        return Reason::FilterNoLongerMet;
    }
    let Doses { gained_late, lost, .. } = Doses::between(old, was, new, is);
    if lost || !same_facts(&was.person, &is.person) {
        return Reason::RecordCorrected;
    }
    if gained_late {
        return Reason::RecordedLate;
    }
    // By the rules of the old snapshot, would the dose be due by now?
    match list.position(old.view, was).due {
        Some(due) if due > new.view.population.as_at && was.course == is.course => Reason::RuleChanged,
        _ => Reason::BecameDue,
    }
}

/// Why somebody who was on the old list is not on the new one.
pub(super) fn of_leaving(list: WorkList, new: &Snapshot<'_>, old: &Snapshot<'_>, was: &Assessment) -> Reason {
    let number = was.person.nhs_number;
    let Some(is) = new.find(number) else {
        return match new.people.get(&number) {
            Some(person) if person.known_death || person.registration == RegistrationStatus::Deceased => Reason::Died,
            None => Reason::MovedAway,
            Some(person) if person.registration == RegistrationStatus::Removed => Reason::MovedAway,
            Some(_) => Reason::RecordCorrected,
        };
    };
    if was.person.practice != is.person.practice {
        return Reason::MovedAway;
    }
    let doses = Doses::between(old, was, new, is);
    if doses.gained {
        return Reason::Vaccinated;
    }
    if doses.lost || !same_facts(&was.person, &is.person) {
        return Reason::RecordCorrected;
    }
    if !new.view.keeps(is) {
        return Reason::FilterNoLongerMet;
    }
    if list.position(new.view, is).has_ended { Reason::OfferEnded } else { Reason::RuleChanged }
}

/// How the doses of a person differ between two snapshots.
struct Doses {
    /// There are doses on days that had none.
    gained: bool,
    /// One of them is of a day that the old snapshot had already seen.
    gained_late: bool,
    /// There are none on days that had one, or a dose is another now.
    lost: bool,
}

impl Doses {
    fn between(old: &Snapshot<'_>, was: &Assessment, new: &Snapshot<'_>, is: &Assessment) -> Self {
        let (before, after) = (old.view.doses(was), new.view.doses(is));
        let gained: Vec<_> =
            after.iter().map(|dose| dose.date).filter(|date| before.iter().all(|dose| dose.date != *date)).collect();
        let as_before = |dose: &&crate::domain::Dose| {
            after.iter().any(|now| now.date == dose.date && now.brand == dose.brand && now.class == dose.class)
        };
        Self {
            gained: !gained.is_empty(),
            gained_late: gained.iter().any(|date| *date <= old.view.population.as_at),
            lost: !before.iter().all(|dose| as_before(&dose)),
        }
    }
}

/// Whether nothing that a list depends on was recorded anew.
fn same_facts(was: &Person, is: &Person) -> bool {
    was.birth == is.birth && was.flags == is.flags
}
