//! How many people each step takes out (specification 5).

/// How many people each step took out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waterfall {
    /// Everybody due.
    pub eligible: u64,
    /// A death is known, whatever its date.
    pub known_death: u64,
    /// Sensitive record.
    pub restricted: u64,
    /// Care-home residents and the housebound: the visit list.
    pub visits: u64,
    /// Declined on or after the last dose.
    pub declined: u64,
    /// Invited lately.
    pub already_invited: u64,
    /// Declined text messages.
    pub texts_declined: u64,
    /// Has a mobile number, and the target is for those who have none;
    /// `None` for every other target.
    pub has_mobile: Option<u64>,
    /// No usable contact for this target.
    pub no_contact: u64,
    /// A cell that the target cannot take.
    pub bad_cell: u64,
    /// Beyond the limit.
    pub beyond_limit: u64,
    /// Written.
    pub written: u64,
}

impl Waterfall {
    /// The steps with their labels, in order, `eligible` first and `written` last.
    #[must_use]
    pub fn steps(&self) -> Vec<(&'static str, u64)> {
        let mut steps = vec![
            ("Eligible", self.eligible),
            ("A death is known", self.known_death),
            ("Restricted record", self.restricted),
            ("Care home or housebound: visit list", self.visits),
            ("Declined", self.declined),
            ("Already invited", self.already_invited),
            ("Text messages declined", self.texts_declined),
        ];
        steps.extend(self.has_mobile.map(|count| ("Has a mobile number: not for this list", count)));
        steps.extend([
            ("No usable contact", self.no_contact),
            ("A cell the target cannot take", self.bad_cell),
            ("Beyond the limit", self.beyond_limit),
            ("Written", self.written),
        ]);
        steps
    }

    /// Whether everybody eligible is in exactly one step.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.eligible == self.steps().iter().skip(1).map(|(_, count)| count).sum::<u64>()
    }
}
