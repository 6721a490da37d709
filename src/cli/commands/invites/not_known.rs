//! Steps of which nothing can be known: no file has their column.

use crate::invites::{BookingTarget, WaterfallStep};
use crate::load::KnownColumns;

/// The steps for which these columns do not suffice.
pub fn not_known(columns: KnownColumns, targets: &[BookingTarget]) -> Vec<WaterfallStep> {
    let texts_alone = targets.iter().all(|target| target.by_text);
    let known = [
        (WaterfallStep::KnownDeath, columns.death),
        (WaterfallStep::DeathUnknown, columns.death),
        (WaterfallStep::Restricted, columns.restriction),
        (WaterfallStep::Contraindicated, columns.refusals),
        (WaterfallStep::VisitList, columns.visits),
        (WaterfallStep::Declined, columns.refusals),
        // Who declined texts is no question for other targets.
        (WaterfallStep::TextsDeclined, columns.consent || !texts_alone),
    ];
    known.into_iter().filter(|(_, is_known)| !is_known).map(|(step, _)| step).collect()
}
