//! Why nobody is invited, in words.

use crate::domain::UkDate;
use crate::invites::{InvitePlan, WaterfallStep};
use crate::report::{DoseKind, DueQuery};
use crate::run::Setup;

/// Why nobody is invited; `None` where anybody is. `round` is the contact asked for.
pub fn why_nobody(query: &DueQuery<'_>, plan: &InvitePlan, setup: &Setup<'_>, round: Option<u32>) -> Option<String> {
    if !plan.rows.is_empty() {
        return None;
    }
    let as_at = UkDate(setup.as_at);
    let due = plan.waterfall.people(WaterfallStep::Eligible);
    if due > 0 {
        return Some(fell_out(plan, due));
    }
    if let Some(round) = round {
        return Some(format!("for nobody who is due as at {as_at} is it contact {round}"));
    }
    let reason = match query.dose {
        Some(dose) => closed(dose, setup)
            .unwrap_or_else(|| format!("nobody chosen is due a dose ({}) as at {as_at}", dose.name())),
        None if query.campaign.is_some() => format!("nobody chosen is due any dose as at {as_at}"),
        None => {
            let offers = [DoseKind::First, DoseKind::ThirdPrimary, DoseKind::Booster];
            let rest = if offers.into_iter().all(|dose| closed(dose, setup).is_some()) {
                "no other offer is open"
            } else {
                "nobody chosen is due any other dose"
            };
            format!("no campaign is open as at {as_at}, and {rest}")
        }
    };
    Some(reason)
}

/// That a dose is not offered on the day, in words.
fn closed(dose: DoseKind, setup: &Setup<'_>) -> Option<String> {
    let (rules, as_at) = (setup.rules, setup.as_at);
    let (what, ends) = match dose {
        DoseKind::First | DoseKind::Second => ("first and second doses", rules.offer.ends),
        DoseKind::ThirdPrimary if as_at < rules.third_primary.from => {
            let begins = UkDate(rules.third_primary.from);
            return Some(format!("the offer of third primary doses begins on {begins}"));
        }
        DoseKind::ThirdPrimary => ("third primary doses", rules.third_primary.to),
        DoseKind::Booster => ("boosters", rules.booster_offer.ends),
        // One that is not open was refused before.
        DoseKind::Campaign => return None,
    };
    (as_at > ends).then(|| format!("the offer of {what} closed on {}", UkDate(ends)))
}

/// At which steps everybody fell out who is due.
fn fell_out(plan: &InvitePlan, due: u64) -> String {
    let steps = plan.waterfall.steps().into_iter().skip(1);
    let lost: Vec<(WaterfallStep, u64)> =
        steps.filter_map(|(step, people)| Some((step, people.filter(|people| *people > 0)?))).collect();
    if let [(WaterfallStep::AlreadyInvited, _)] = lost[..] {
        return format!("everybody who is due ({due}) was invited already");
    }
    let word = |step: WaterfallStep| step.label().split(':').next().unwrap_or_default().to_lowercase();
    let lost: Vec<String> = lost.iter().map(|(step, people)| format!("{} {people}", word(*step))).collect();
    format!("nobody is left of {due} due ({})", lost.join(", "))
}
