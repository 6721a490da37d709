//! How many people each step takes out (specification 5).

use crate::domain::named_values;

/// A step of the waterfall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WaterfallStep {
    /// Everybody due.
    Eligible,
    /// A death is known, whatever its date.
    KnownDeath,
    /// It is not understood whether the person has died.
    DeathUnknown,
    /// Sensitive record.
    Restricted,
    /// A contraindication, allergy or adverse reaction since the last dose: the review file.
    Contraindicated,
    /// The record is in doubt: the review file.
    InDoubt,
    /// A vaccination is booked.
    Booked,
    /// Care-home residents and the housebound: the visit list.
    VisitList,
    /// Declined.
    Declined,
    /// Invited lately.
    AlreadyInvited,
    /// Contacted as often as anybody may be.
    ContactsUsedUp,
    /// Declined text messages.
    TextsDeclined,
    /// No usable contact for this target.
    NoContact,
    /// A cell that the target cannot take.
    BadCell,
    /// Beyond the limit.
    BeyondLimit,
    /// Written.
    Written,
}

// The keys of the machine output.
named_values!(WaterfallStep {
    Eligible => "eligible",
    KnownDeath => "known_death",
    DeathUnknown => "death_unknown",
    Restricted => "restricted",
    Contraindicated => "contraindicated",
    InDoubt => "in_doubt",
    Booked => "booked",
    VisitList => "visit_list",
    Declined => "declined",
    AlreadyInvited => "already_invited",
    ContactsUsedUp => "contacts_used_up",
    TextsDeclined => "texts_declined",
    NoContact => "no_contact",
    BadCell => "bad_cell",
    BeyondLimit => "beyond_limit",
    Written => "written",
});

impl WaterfallStep {
    /// The step in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Eligible => "Eligible",
            Self::KnownDeath => "A death is known",
            Self::DeathUnknown => "A death cannot be ruled out",
            Self::Restricted => "Restricted record",
            Self::Contraindicated => "Contraindicated: to the review file",
            Self::InDoubt => "Record in doubt: to the review file",
            Self::Booked => "Booked: an appointment is recorded",
            Self::VisitList => "Care home or housebound: visit list",
            Self::Declined => "Declined",
            Self::AlreadyInvited => "Already invited",
            Self::ContactsUsedUp => "Contacts used up",
            Self::TextsDeclined => "Text messages declined",
            Self::NoContact => "No usable contact",
            Self::BadCell => "A cell the target cannot take",
            Self::BeyondLimit => "Beyond the limit",
            Self::Written => "Written",
        }
    }
}

/// How many steps there are.
const STEPS: usize = WaterfallStep::Written as usize + 1;

/// How many people each step took out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waterfall {
    people: [u64; STEPS],
    /// Steps for which no file has a column.
    not_known: [bool; STEPS],
}

impl Waterfall {
    /// Counts somebody at a step.
    pub(super) fn count(&mut self, step: WaterfallStep) {
        self.people[step as usize] += 1;
    }

    /// Nothing can be known of a step: no file has its column.
    pub(super) fn has_no_column(&mut self, step: WaterfallStep) {
        self.not_known[step as usize] = true;
    }

    /// How many people a step counted.
    #[must_use]
    pub const fn people(&self, step: WaterfallStep) -> u64 {
        self.people[step as usize]
    }

    /// Every step in order, [`WaterfallStep::Eligible`] first and [`WaterfallStep::Written`] last, with
    /// its people; `None` where that cannot be known.
    #[must_use]
    pub fn steps(&self) -> Vec<(WaterfallStep, Option<u64>)> {
        let shown = |step: &WaterfallStep| {
            let people = self.people(*step);
            // Whoever was counted was known from elsewhere.
            (*step, (people > 0 || !self.not_known[*step as usize]).then_some(people))
        };
        <WaterfallStep as crate::domain::Named>::ALL.iter().map(shown).collect()
    }

    /// Whether everybody eligible is in exactly one step.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.people(WaterfallStep::Eligible) == self.people.iter().skip(1).sum::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Named;

    #[test]
    fn the_steps_are_in_the_order_of_the_specification() {
        let keys = "eligible known_death death_unknown restricted contraindicated in_doubt booked visit_list declined \
                    already_invited contacts_used_up texts_declined no_contact bad_cell beyond_limit written";
        assert_eq!(WaterfallStep::names().join(" "), keys);
        for (place, step) in WaterfallStep::ALL.iter().enumerate() {
            assert_eq!(*step as usize, place);
        }
    }

    #[test]
    fn what_cannot_be_known_is_no_zero_and_adds_up() {
        let mut waterfall = Waterfall::default();
        waterfall.has_no_column(WaterfallStep::Restricted);
        waterfall.count(WaterfallStep::Eligible);
        assert!(!waterfall.adds_up());
        waterfall.count(WaterfallStep::Written);
        assert!(waterfall.adds_up());
        let shown = |waterfall: &Waterfall| waterfall.steps()[WaterfallStep::Restricted as usize].1;
        assert_eq!(shown(&waterfall), None);
        waterfall.count(WaterfallStep::Restricted);
        assert_eq!(shown(&waterfall), Some(1));
        assert!(!waterfall.adds_up());
    }
}
