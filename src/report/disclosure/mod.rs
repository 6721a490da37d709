//! Disclosure control: what is done to the counts of a report before anybody
//! outside direct care sees them (specification 6.3).
//!
//! It is done once, to the values, before any rendering: every format shows
//! the same. Counts are rounded or kept back one by one; then whatever is
//! reckoned from counts is reckoned again from what is shown. Under `nhs`, more
//! counts are kept back where one could be worked out from the others: see
//! [`secondary_suppression`].

mod apply;
mod constraints;
mod feasibility;
mod figure;
mod secondary_suppression;

use std::collections::HashSet;

use super::model::{Profile, Report};
use crate::domain::{Described, Doubt};

impl Report {
    /// The report as `profile` lets it be seen. The row tallies of the receipt
    /// are exact, and would give away what the tables keep back: they go.
    #[must_use]
    pub fn disclosed(mut self, profile: Profile) -> Self {
        let kept_back = match profile {
            Profile::None => return self,
            Profile::Nhs => secondary_suppression::kept_back(&self.tables),
            Profile::OpenSafely | Profile::Midpoint6 => HashSet::new(),
        };
        for table in &mut self.tables {
            apply::disclose(table, profile, &kept_back);
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
