//! Why nobody is invited, in words.

use chrono::NaiveDate;

use crate::classify::Assessment;
use crate::domain::{Cohort, UkDate};
use crate::invites::{InvitePlan, WaterfallStep};
use crate::report::{DoseKind, DueQuery};
use crate::rules::RuleSet;
use crate::run::{Reconciled, Setup};

/// Why nobody is invited; `None` where anybody is. `round` is the contact asked for.
pub fn why_nobody(query: &DueQuery<'_>, plan: &InvitePlan, run: &Reconciled<'_>, round: Option<u32>) -> Option<String> {
    if !plan.rows.is_empty() {
        return None;
    }
    let (setup, population) = (&run.setup, &run.population);
    let as_at = UkDate(setup.as_at);
    let due = plan.waterfall.people(WaterfallStep::Eligible);
    if due > 0 {
        return Some(fell_out(plan, due));
    }
    let kept = |one: &&Assessment| query.filter.keeps(one, population.doses(one));
    let cohorts: Vec<Cohort> = population.assessments.iter().filter(kept).map(|one| one.cohort).collect();
    let chosen = match cohorts.len() {
        0 => return Some("no patient is left by the filters chosen".to_owned()),
        1 => "the 1 patient".to_owned(),
        people => format!("any of the {people} patients"),
    };
    if let Some(round) = round {
        let before = round.saturating_sub(1);
        let contacts = if before == 1 { "contact" } else { "contacts" };
        return Some(format!(
            "nobody who is due as at {as_at} has had {before} {contacts} before, as --round {round} asks"
        ));
    }
    let reason = match query.dose {
        Some(dose) => closed(dose, setup)
            .or_else(|| not_yet_open(dose, &cohorts, setup))
            .unwrap_or_else(|| format!("{} is not due as at {as_at} to {chosen} chosen", dose_in_words(dose))),
        None if query.campaign.is_some() => format!("no dose is due as at {as_at} to {chosen} chosen"),
        None => {
            let offers = [DoseKind::First, DoseKind::ThirdPrimary, DoseKind::Booster];
            let shut = |dose| closed(dose, setup).is_some() || not_yet_open(dose, &cohorts, setup).is_some();
            let rest = if offers.into_iter().all(shut) {
                "no other offer is open"
            } else {
                "no other dose is due to those chosen"
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

/// That a dose is offered to none of these cohorts until later than the day, or never, in words.
fn not_yet_open(dose: DoseKind, cohorts: &[Cohort], setup: &Setup<'_>) -> Option<String> {
    let rules = setup.rules;
    let (what, opens): (_, fn(&RuleSet, Cohort) -> Option<NaiveDate>) = match dose {
        DoseKind::First => ("first doses", |rules, cohort| Some(rules.cohort_rule(cohort)?.first_doses_from)),
        DoseKind::Booster => ("boosters", |rules, cohort| rules.booster_opening(cohort)?.opens),
        // A second dose follows a first; the other two have one day for everybody.
        DoseKind::Second | DoseKind::ThirdPrimary | DoseKind::Campaign => return None,
    };
    match cohorts.iter().filter_map(|cohort| opens(rules, *cohort)).min() {
        None => Some(format!("{what} are not offered to the cohorts of those chosen")),
        Some(first) => {
            (setup.as_at < first).then(|| format!("the offer of {what} to those chosen opens on {}", UkDate(first)))
        }
    }
}

/// At which steps everybody fell out who is due.
fn fell_out(plan: &InvitePlan, due: u64) -> String {
    let steps = plan.waterfall.steps().into_iter().skip(1);
    let lost: Vec<(WaterfallStep, u64)> =
        steps.filter_map(|(step, people)| Some((step, people.filter(|people| *people > 0)?))).collect();
    if let [(step, _)] = lost[..] {
        return format!("everybody who is due ({due}) {}", what_keeps_out(step));
    }
    let word = |step: WaterfallStep| step.label().split(':').next().unwrap_or_default().to_lowercase();
    let lost: Vec<String> = lost.iter().map(|(step, people)| format!("{} {people}", word(*step))).collect();
    format!("nobody is left of {due} due ({})", lost.join(", "))
}

/// What is so of everybody who fell out at a step.
const fn what_keeps_out(step: WaterfallStep) -> &'static str {
    use WaterfallStep as W;
    match step {
        W::KnownDeath => "is known to have died",
        W::DeathUnknown => "may have died",
        W::Restricted => "has a restricted record",
        W::Contraindicated => "is contraindicated: a clinician decides",
        W::InDoubt => "has a record in doubt: a clinician decides",
        W::Booked => "has an appointment",
        W::VisitList => "lives in a care home or is housebound: the visit list",
        W::Declined => "has declined",
        W::AlreadyInvited => "was invited already",
        W::ContactsUsedUp => "was contacted as often as --max-contacts allows",
        W::TextsDeclined => "has declined text messages",
        W::NoContact => "has no contact that can be used",
        W::BadCell => "has a cell that the target cannot take",
        W::BeyondLimit => "is beyond --limit",
        W::Eligible | W::Written => "is accounted for",
    }
}

const fn dose_in_words(dose: DoseKind) -> &'static str {
    match dose {
        DoseKind::First => "a first dose",
        DoseKind::Second => "a second dose",
        DoseKind::ThirdPrimary => "a third primary dose",
        DoseKind::Booster => "a first booster",
        DoseKind::Campaign => "a dose of the campaign",
    }
}
