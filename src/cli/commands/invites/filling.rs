//! Everybody due, sent through the waterfall.

use crate::exit::Failure;
use crate::invites::{BookingTarget, Choices, InvitePlan, apply_exclusions};
use crate::report::DueLine;
use crate::run::Reconciled;

/// Sends everybody due through the waterfall; contact details are read only
/// for those whom the first steps leave.
pub fn fill_plan(
    run: &Reconciled<'_>,
    lines: Vec<DueLine>,
    targets: &[BookingTarget],
    choices: &Choices,
) -> Result<InvitePlan, Failure> {
    let mut plan = InvitePlan::default();
    let left = apply_exclusions(lines, targets, choices, &mut plan);
    // The review file has names, and is read in the same pass.
    let to_review = plan.to_review.iter().map(|listed| listed.line.person);
    let people: Vec<_> = left.iter().map(|line| line.person).chain(to_review).collect();
    let mut contacts = run.contacts(&people)?;
    let names = contacts.split_off(left.len());
    for (listed, contact) in plan.to_review.iter_mut().zip(names) {
        listed.contact = contact;
    }
    plan.fill(left, &contacts, targets, choices, &run.setup.scope).map_err(Failure::fault)?;
    Ok(plan)
}
