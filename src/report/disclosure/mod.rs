//! Disclosure control: what is done to the counts of a report before anybody
//! outside direct care sees them (specification 6.3).
//!
//! It is done once, to the values, before any rendering: every format shows
//! the same. Counts are rounded or kept back one by one; then whatever is
//! reckoned from counts is reckoned again from what is shown. Under `nhs`, more
//! counts are kept back where one could be worked out from the others: see
//! [`secondary_suppression`].

mod apply;
mod between_reports;
mod constraints;
mod feasibility;
mod figure;
mod places;
mod secondary_suppression;

use super::model::{Profile, Report, Table};
use crate::domain::{Described, Doubt};

pub use places::KeptBack;

/// What is kept back in each of the reports of one publication, so that what
/// one of them keeps back cannot be worked out from the others.
#[must_use]
pub fn kept_back_together(profile: Profile, reports: &[&[Table]]) -> Vec<KeptBack> {
    match profile {
        Profile::Nhs => secondary_suppression::kept_back(reports),
        Profile::None | Profile::OpenSafely | Profile::Midpoint6 => vec![KeptBack::new(); reports.len()],
    }
}

impl Report {
    /// The report as `profile` lets it be seen, published alone. The row tallies of the
    /// receipt are exact, and would give away what the tables keep back: they go.
    #[must_use]
    pub fn disclosed(self, profile: Profile) -> Self {
        let kept_back = kept_back_together(profile, &[&self.tables]).pop().unwrap_or_default();
        self.disclosed_beside(profile, &kept_back)
    }

    /// The same, published beside others: `kept_back` is what of it goes for their sake.
    #[must_use]
    pub fn disclosed_beside(mut self, profile: Profile, kept_back: &KeptBack) -> Self {
        if profile == Profile::None {
            return self;
        }
        for table in &mut self.tables {
            apply::disclose(table, profile, kept_back);
            apply::draw_no_lines(table);
        }
        if let Some(receipt) = &mut self.receipt {
            receipt.disclosure = profile;
            receipt.patients = None;
            receipt.vaccinations = None;
            receipt.doubts.iter_mut().for_each(without_counts);
            for input in &mut receipt.inputs {
                input.rows = None;
            }
        }
        self
    }
}

/// A doubt by its meaning alone: what was found says how many.
fn without_counts(doubt: &mut Doubt) {
    (doubt.count, doubt.of) = (0, 0);
    doubt.id.help().clone_into(&mut doubt.what);
}
