//! The rules that the figures of a report rest on, so that it can say what of
//! them is assumed (specification 3).

use super::counting::View;
use crate::classify::{Assessment, Question, group_of};
use crate::rules::RuleId;

/// The rules that answered this question for the people of a report.
#[must_use]
pub fn rules_used(view: View<'_>, question: Question<'_>) -> Vec<RuleId> {
    let campaign = match question {
        Question::Campaign(campaign) => Some(campaign),
        Question::ThirdPrimary => view.open_campaign(),
        _ => None,
    };
    let mut used: Vec<RuleId> = Vec::new();
    for assessment in view.people() {
        let is_member = campaign.is_some_and(|campaign| group_of(&assessment.person, campaign).is_some());
        used.extend(rules_of(assessment, question).into_iter().flatten());
        used.extend(campaign.filter(|_| is_member).map(|campaign| campaign.rule));
        // A few rules answer for everybody: keep the list short.
        if used.len() > 1000 {
            used.sort_unstable();
            used.dedup();
        }
    }
    used.sort_unstable();
    used.dedup();
    used
}

fn rules_of(assessment: &Assessment, question: Question<'_>) -> [Option<RuleId>; 4] {
    let cohort = assessment.cohort_rule;
    let second = assessment.second_dose.and_then(|verdict| verdict.rule);
    let third = assessment.third_primary.and_then(|verdict| verdict.rule);
    let booster = assessment.booster.rule;
    match question {
        Question::Cohort => [cohort, assessment.first_dose.and_then(|verdict| verdict.rule), second, booster],
        Question::FirstDose => [cohort, assessment.first_dose.and_then(|verdict| verdict.rule), None, None],
        Question::SecondDose => [second, cohort.filter(|_| second.is_some()), None, None],
        Question::Booster => [booster, cohort.filter(|_| booster.is_some()), None, None],
        // The boosters due are those of the immunosuppressed alone.
        Question::ThirdPrimary => [third, booster.filter(|_| third.is_some()), None, None],
        Question::Campaign(_) | Question::Course | Question::Invitations => [None; 4],
    }
}
