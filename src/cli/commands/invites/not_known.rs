//! Steps of which nothing can be known: no file has their column.

use crate::invites::{BookingTarget, Step};
use crate::load::KnownColumns;

/// The steps for which these columns do not suffice.
pub fn not_known(columns: KnownColumns, targets: &[BookingTarget]) -> Vec<Step> {
    let texts_alone = targets.iter().all(|target| target.by_text);
    let known = [
        (Step::KnownDeath, columns.death),
        (Step::DeathUnknown, columns.death),
        (Step::Restricted, columns.restriction),
        (Step::Contraindicated, columns.refusals),
        (Step::VisitList, columns.visits),
        (Step::Declined, columns.refusals),
        // Who declined texts is no question for other targets.
        (Step::TextsDeclined, columns.consent || !texts_alone),
    ];
    known.into_iter().filter(|(_, is_known)| !is_known).map(|(step, _)| step).collect()
}
